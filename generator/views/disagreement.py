"""The page of one disagreement: versions, common ground, what would settle it, what was known when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.derive.common_ground import CommonGround
from generator.derive.conflicts import DisagreementKind
from generator.derive.disagreements import Disagreement, Version
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Record
from generator.model.figures import Series
from generator.model.refs import Refs, Target
from generator.views.casualties import chart_words
from generator.views.charts import Chart, Mark, chart
from generator.views.context import Context
from generator.views.disagreements import about_words, record_name
from generator.views.events import EventLine, event_lines, in_order
from generator.views.figures import series_view
from generator.views.known_words import known_adverb, known_label, record_dating
from generator.views.language import N_
from generator.views.rich_text import RichText, compose, plain, plain_text, with_stop
from generator.views.sentences import why
from generator.views.versions import (
    Account,
    VersionCard,
    accounts,
    count_words,
    speakers_of,
    told,
    version_cards,
    version_dating,
)

_MOST_NEAR = 8

_KINDS = {
    DisagreementKind.DENIED: N_("One speaker says that it is so, another denies it."),
    DisagreementKind.VERSIONS: N_("The versions cannot all be true."),
    DisagreementKind.FIGURES: N_("The figures for the same thing differ."),
}


@dataclass(frozen=True, slots=True)
class MatterSection:
    """One thing that versions differ on. ``label`` is "" where a page has only one."""

    anchor: str
    label: str
    cards: tuple[VersionCard, ...]
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A day on which versions became known: each with its number, anchor and first speakers."""

    day: str
    versions: tuple[tuple[str, str, RichText, Refs], ...]


@dataclass(frozen=True, slots=True)
class Common:
    """Something that is common ground, in words who stands on it, and what its note tells of."""

    words: RichText
    grounds: RichText
    refs: Refs
    cited: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class DisagreementPage:
    """Everything that the page says. ``ended`` says since when it is settled, and why; or nothing."""

    record: str
    title: str
    name: RichText
    refs: Refs
    counts: str
    scope: RichText
    summary: str
    description: str
    status: str
    status_label: str
    ended: RichText
    matters: tuple[MatterSection, ...]
    key: tuple[tuple[Mark, str], ...]
    unable: tuple[Account, ...]
    common: tuple[Common, ...]
    alone: tuple[Account, ...]
    settles: RichText
    note: RichText
    days: tuple[KnownDay, ...]
    near: tuple[EventLine, ...]


def disagreement_page(context: Context, found: Disagreement) -> DisagreementPage:
    """Give the page of a disagreement, or of one that there was."""
    record = context.queries.record(found.record)
    status = context.queries.find_status(found.record)
    ground = context.queries.common_ground(found.record)
    matters = _matters(context, found)
    charts = [matter.chart for matter in matters if matter.chart]
    noted = record if isinstance(record, Event | Series) else None
    return DisagreementPage(
        record=found.record,
        title=context.words(N_("{name}: where accounts differ")).format(
            name=plain_text(_alone(context, record))
        ),
        name=record_name(context, found.record),
        refs=found.refs,
        counts=count_words(context, found),
        scope=series_view(context, record.id).scope if isinstance(record, Series) else (),
        summary=_summary(context, found, ground),
        description=" ".join(plain_text(told(context, version.refs[0])) for version in found.versions[:2]),
        status=status.name.value if status else "",
        status_label=context.status_words(status),
        ended=_ended(context, found),
        matters=matters,
        key=chart_words(context, _marks(charts)),
        unable=accounts(context, ground.unable),
        common=() if found.until else tuple(_common(context, found, ground)),
        alone=accounts(context, ground.alone),
        settles=context.note(noted.settles if noted else None),
        note=context.note(noted.note if noted else None),
        days=_days(context, matters, found),
        near=_near(context, record) if isinstance(record, Event) else (),
    )


def _alone(context: Context, record: Record) -> RichText:
    """Give the name of a record where it stands alone; that of a relation says nothing but its ends."""
    return record_name(context, record.id) if isinstance(record, Relation) else context.name(record.id)


def _summary(context: Context, found: Disagreement, ground: CommonGround) -> str:
    about = about_words(context, found)
    if not ground.itself:
        kinds = " ".join(context.words(_KINDS[kind]) for kind in found.kinds)
        is_plain = found.kinds == (DisagreementKind.DENIED,)  # then it says on what they differ
        return kinds if is_plain or not about else f"{kinds} {about}"
    status = context.status_words(context.queries.status(found.record))
    pattern = context.words(
        N_("That it happened is {status}; how it happened is told in versions that cannot all be true.")
    )
    return " ".join(filter(None, (pattern.format(status=status), about)))


def _ended(context: Context, found: Disagreement) -> RichText:
    if not found.until:
        return ()
    pattern = context.words(N_("A dispute about this began {start} and ended {end}."))
    days = (record_dating(context, found.record, day) for day in (found.since, found.until))
    start, end = (known_adverb(context, day) for day in days)
    words = pattern.format(start=start, end=end)
    status = context.queries.find_status(found.record)
    return (*plain(words), *plain(" "), *why(context, status)) if status else plain(words)


def _matters(context: Context, found: Disagreement) -> tuple[MatterSection, ...]:
    several = len(found.matters) > 1
    pattern = context.words(N_("Matter {number}"))
    return tuple(
        MatterSection(
            f"matter-{number}",
            pattern.format(number=context.language.number(number)) if several else "",
            cards,
            _chart(context, found.record, cards),
        )
        for number, cards in enumerate(version_cards(context, found), start=1)
    )


def _chart(context: Context, record_id: str, cards: tuple[VersionCard, ...]) -> Chart | None:
    """Give the figures of one matter on a scale of their own, as single counts."""
    series = context.queries.record(record_id)
    if not isinstance(series, Series):
        return None
    wanted = {ref for card in cards for ref in card.refs}
    figures = tuple(figure for ref, figure in series.statements if ref in wanted)
    return chart(context, series.model_copy(update={"figures": figures, "running": False}))


def _marks(charts: Iterable[Chart]) -> tuple[Mark, ...]:
    return tuple(row.mark for one in charts for panel in one.panels if panel.axis for row in panel.rows)


def _common(context: Context, found: Disagreement, ground: CommonGround) -> Iterable[Common]:
    record = context.queries.record(found.record)
    if ground.itself:
        words = N_("All versions agree that it happened; nobody who tells one denies it.")
        name = with_stop(record_name(context, record.id))
        yield Common(name, plain(context.words(words)), found.refs, (record.id,))
    for refs in ground.shared:
        statement = accounts(context, refs[:1])[0]
        speakers = context.mentions(speakers_of(context, refs))
        grounds = compose(context.words(N_("So say {speakers}; nobody contradicts it.")), speakers=speakers)
        yield Common(statement.says, grounds, refs, refs)


def _days(context: Context, matters: tuple[MatterSection, ...], found: Disagreement) -> tuple[KnownDay, ...]:
    cards = [card for matter in matters for card in matter.cards]

    def day(pair: tuple[Version, VersionCard]) -> tuple[date, tuple[bool, bool, int], str]:
        dating = version_dating(context, pair[0])
        return dating.day, dating.span, known_label(context, dating)

    dated = sorted(zip(found.versions, cards, strict=True), key=day)
    return tuple(
        KnownDay(
            label,
            tuple(
                (card.label, card.anchor, context.shorts(card_speakers(context, card)), card.refs[:1])
                for _, card in pairs
            ),
        )
        for (_, _, label), pairs in groupby(dated, key=day)
    )


def card_speakers(context: Context, card: VersionCard) -> tuple[str, ...]:
    """Give the speakers from whom a version is known first."""
    return context.queries.statement(card.refs[0]).by


def _near(context: Context, event: Event) -> tuple[EventLine, ...]:
    """Other events of the same days in which the same actors take part."""
    found = context.queries.records(Event, context.queries.near_events(event.id))
    return event_lines(context, in_order(context.queries.in_file_order(found))[:_MOST_NEAR])
