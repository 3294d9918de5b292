"""The overview of disagreements: one entry for each record in dispute, then what is still open."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from generator.derive.disagreements import Disagreement
from generator.derive.open_questions import OpenQuestion, OpenReason
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.figures import Series
from generator.model.questions import Question
from generator.model.refs import Ref, Refs
from generator.model.statements import Claim
from generator.views.contested import contested_words
from generator.views.context import Context
from generator.views.eras import Era, era
from generator.views.events import in_order
from generator.views.history import CitedText
from generator.views.language import N_
from generator.views.questions import question_page
from generator.views.rich_text import RichText, compose
from generator.views.sentences import record_sentence
from generator.views.versions import count_words, told, versions_words


class OverviewPart(StrEnum):
    """A part of the overview, in the order of the page."""

    STORY = "story"
    FIGURES = "figures"
    BACKGROUND = "background"
    ENDED = "ended"


OVERVIEW_PARTS = {
    OverviewPart.STORY: N_("In the time told here"),
    OverviewPart.FIGURES: N_("Figures that contradict each other"),
    OverviewPart.BACKGROUND: N_("Background"),
    OverviewPart.ENDED: N_("No longer in dispute"),
}

REASONS = {
    OpenReason.DISPUTED: N_("One speaker says so, another denies it"),
    OpenReason.DENIED: N_("Denied, and nobody is on record as saying so"),
    OpenReason.CLAIMED: N_("Only one side says so"),
    OpenReason.UNABLE: N_("Somebody could not confirm it"),
    OpenReason.UNANSWERED: N_("No answer yet"),
}


@dataclass(frozen=True, slots=True)
class DisagreementLine:
    """One record in dispute: its id, its name, how it stands, and two versions that differ.

    ``more`` counts further versions in words; "" when there is none. ``status`` is "" for what
    has no status of its own.
    """

    record: str
    name: RichText
    refs: Refs
    status: str
    status_label: str
    counts: str
    about: str
    differs: tuple[CitedText, ...]
    more: str


@dataclass(frozen=True, slots=True)
class DisagreementGroup:
    """Some entries or open questions under a heading."""

    anchor: str
    label: str
    lines: tuple[DisagreementLine, ...]


@dataclass(frozen=True, slots=True)
class OpenLine:
    """What is open: the record's name and how it stands. ``said`` is "" for a question without an answer."""

    record: str
    name: RichText
    said: CitedText
    status: str
    status_label: str


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """What is open for one reason."""

    anchor: str
    label: str
    lines: tuple[OpenLine, ...]


def disagreement_groups(context: Context) -> tuple[DisagreementGroup, ...]:
    """Every disagreement: the story's first, as it went; then figures, background, what has ended."""
    groups = []
    for part, label in OVERVIEW_PARTS.items():
        found = [one for one in _in_order(context) if _part(context, one) is part]
        if found:
            lines = tuple(_line(context, one) for one in found)
            groups.append(DisagreementGroup(f"part-{part.value}", context.words(label), lines))
    return tuple(groups)


def listed_disagreements(context: Context) -> tuple[tuple[str, str], ...]:
    """Give the part of the overview and the record of each disagreement, in the order of the page."""
    order = list(OverviewPart)
    found = [(_part(context, one), one.record) for one in _in_order(context)]
    return tuple(sorted(found, key=lambda pair: order.index(pair[0])))


def listed_open(context: Context) -> tuple[tuple[str, str], ...]:
    """Give the reason and the record of each open question: for each reason events as they occurred first."""
    order = list(OpenReason)
    events = {event.id: number for number, event in enumerate(in_order(context.queries.events))}
    known = [(one.reason, one.record) for one in context.queries.open_questions]
    last = len(events)
    return tuple(sorted(known, key=lambda pair: (order.index(pair[0]), events.get(pair[1], last))))


def group_of_disagreements(context: Context, part: str, records: Iterable[str]) -> DisagreementGroup:
    """Give some disagreements of one part of the overview, as they are given."""
    lines = tuple(_line(context, context.queries.disagreement(record)) for record in records)
    return DisagreementGroup(f"part-{part}", context.words(OVERVIEW_PARTS[OverviewPart(part)]), lines)


def group_of_open(context: Context, reason: str, records: Iterable[str]) -> OpenGroup:
    """Give some records that are open for one reason, as they are given."""
    lines = tuple(_open_line(context, OpenQuestion(record, OpenReason(reason))) for record in records)
    return OpenGroup(f"open-{reason}", context.words(REASONS[OpenReason(reason)]), lines)


def _in_order(context: Context) -> list[Disagreement]:
    """Events as they occurred, then relations, then all else as the files have it."""
    events = {event.id: number for number, event in enumerate(in_order(context.queries.events))}
    last = len(events)
    return sorted(context.queries.disagreements.values(), key=lambda found: events.get(found.record, last))


def _part(context: Context, found: Disagreement) -> OverviewPart:
    if found.until:
        return OverviewPart.ENDED
    match context.queries.record(found.record):
        case Event(occurred=when):
            told_here = era(when, context.queries.covered) in (Era.STORY, Era.LONGER)
            return OverviewPart.STORY if told_here else OverviewPart.BACKGROUND
        case Series():
            return OverviewPart.FIGURES
        case Relation():
            return OverviewPart.STORY
        case _:
            return OverviewPart.BACKGROUND


def _line(context: Context, found: Disagreement) -> DisagreementLine:
    status = context.queries.find_status(found.record)
    first = found.matters[0][0]
    left = len(found.versions) - 2
    more = context.words(N_("and {versions} more")).format(versions=versions_words(context, left))
    return DisagreementLine(
        record=found.record,
        name=record_name(context, found.record),
        refs=found.refs,
        status=status.name.value if status else "",
        status_label=context.status_words(status),
        counts=count_words(context, found),
        about=about_words(context, found),
        differs=tuple(CitedText(told(context, ref), (ref,)) for ref in (first.refs[0], _rival(found))),
        more=more if left else "",
    )


def about_words(context: Context, found: Disagreement) -> str:
    """Say on what the versions of a record differ; "" for figures, and where nothing is given or plain."""
    statements = {ref: context.queries.statement(ref) for ref in found.refs}
    claims = {ref: one for ref, one in statements.items() if isinstance(one, Claim)}
    matters = contested_words(context, claims, denied=any(one.denies for one in found.versions))
    return context.words(N_("They differ on {matters}.")).format(matters=matters) if matters else ""


def _rival(found: Disagreement) -> Ref:
    """Give the first statement of what stands against the first version: a denial of it before all else."""
    first, *others = found.matters[0]
    rivals = [version for version in others if version.refs[0] in first.against]
    return min(rivals, key=lambda version: not version.denies).refs[0]


def record_name(context: Context, record_id: str) -> RichText:
    """Give the name of a record without a hedge; a relation goes by both its ends."""
    holder = context.queries.find_holder(record_id)
    if holder is None:
        return context.title(record_id)
    return compose(
        context.words(N_("{actor} and {other}")), actor=context.name(holder), other=context.name(record_id)
    )


def open_groups(context: Context) -> tuple[OpenGroup, ...]:
    """Every open question by why it is open, in the order of the facts."""
    order = list(OpenReason)
    known = sorted(context.queries.open_questions, key=lambda one: order.index(one.reason))
    return tuple(
        OpenGroup(
            f"open-{reason.value}",
            context.words(REASONS[reason]),
            tuple(_open_line(context, one) for one in ones),
        )
        for reason, ones in groupby(known, key=lambda one: one.reason)
    )


def _open_line(context: Context, found: OpenQuestion) -> OpenLine:
    status = context.queries.find_status(found.record)
    return OpenLine(
        record=found.record,
        name=record_name(context, found.record),
        said=_said(context, found.record),
        status=status.name.value if status else "",
        status_label=context.status_words(status),
    )


def _said(context: Context, record_id: str) -> CitedText:
    """Give a record's sentence, or the first of an answer."""
    match context.queries.record(record_id):
        case Event() | Relation() as record:
            claims = dict(record.statements)
            sentence = record_sentence(context, claims, context.queries.status(record_id))
            return CitedText(sentence, tuple(claims))
        case Question() as question:
            short = question_page(context, question.id).short
            first = short.items[0][0] if short and not short.editorial else None
            return CitedText(first.text, first.refs) if first and first.refs else CitedText((), ())
        case _:
            return CitedText((), ())
