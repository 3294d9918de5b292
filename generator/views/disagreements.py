"""Disagreements: where speakers differ, side by side, and what is still open."""

from collections import Counter
from dataclasses import dataclass

from generator.derive import Disagreement, DisagreementKind, disagreements, open_questions
from generator.model.actors import Relation
from generator.model.claims import Claim
from generator.model.events import Event
from generator.model.figures import Figure, Series
from generator.views.claims import claim_line
from generator.views.context import Context, Refs
from generator.views.figures import figure_line
from generator.views.language import N_
from generator.views.runs import Runs, compose

KINDS = {
    DisagreementKind.DENIED: N_("One party asserts it, another denies it."),
    DisagreementKind.VERSIONS: N_("The versions cannot all be true."),
    DisagreementKind.FIGURES: N_("The figures for the same scope differ."),
}


@dataclass(frozen=True, slots=True)
class Version:
    """What one side of a disagreement says: sentences with their own references."""

    sentences: tuple[tuple[Runs, Refs, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """One disagreement: the record, why it counts as one, each version, what would settle it."""

    anchor: str
    record: str
    name: Runs
    refs: Refs
    kind: str
    kind_words: str
    versions: tuple[Version, ...]
    settles: Runs


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A record that nobody has confirmed yet."""

    record: str
    name: Runs


def disagreement_views(context: Context) -> tuple[DisagreementView, ...]:
    """Every disagreement: over events first, then relations and figures, background last."""
    seen: Counter[str] = Counter()
    views = []
    order = sorted(disagreements(context.facts), key=lambda found: _weight(context, found))
    for found in order:
        anchor = f"{found.record}-{found.kind.value}"
        seen[anchor] += 1
        views.append(_view(context, found, anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}"))
    return tuple(views)


def _weight(context: Context, found: Disagreement) -> int:
    kinds = (Event, Relation, Series)
    record = context.facts.by_id[found.record]
    return next((number for number, kind in enumerate(kinds) if isinstance(record, kind)), len(kinds))


def open_lines(context: Context) -> tuple[OpenLine, ...]:
    """Every open question, in the order of the facts."""
    return tuple(
        OpenLine(found.record, context.name(found.record)) for found in open_questions(context.facts)
    )


def _view(context: Context, found: Disagreement, anchor: str) -> DisagreementView:
    record = context.facts.by_id[found.record]
    settles = record.settles if isinstance(record, Event | Series) else None
    return DisagreementView(
        anchor=anchor,
        record=found.record,
        name=_name(context, found.record),
        refs=tuple(ref for side in found.sides for ref in side),
        kind=found.kind.value,
        kind_words=context.words(KINDS[found.kind]),
        versions=tuple(Version(tuple(_sentence(context, ref) for ref in side)) for side in found.sides),
        settles=context.note(settles),
    )


def _name(context: Context, record_id: str) -> Runs:
    holder = context.facts.relation_holders.get(record_id)
    if holder is None:
        return context.name(record_id)
    return compose(
        context.words(N_("{actor} and {other}")), actor=context.name(holder), other=context.name(record_id)
    )


def _sentence(context: Context, ref: str) -> tuple[Runs, Refs, tuple[str, ...]]:
    record_id = ref.partition("/")[0]
    match context.facts.statements[ref]:
        case Claim() as claim:
            line = claim_line(context, record_id, claim)
            return line.sentence, (ref,), tuple(citation.source for citation in line.citations)
        case Figure() as figure:
            series = context.facts.by_id[record_id]
            assert isinstance(series, Series)
            row = figure_line(context, series, figure)
            words = compose(
                context.words(N_("{amount}, according to {speaker}, as of {date}.")),
                amount=row.amount,
                speaker=context.mention(figure.by),
                date=row.as_of,
            )
            return words, (ref,), tuple(citation.source for citation in row.citations)
        case _:
            return (), (ref,), ()
