"""Places: who held each one from when until when and who says so, and the gazetteer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive.control import Holding, HoldingPeriod
from generator.model.events import Event
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.refs import Ref, Refs
from generator.model.text import Text
from generator.model.vocabulary import PlaceKind, StatusName
from generator.views.context import Context
from generator.views.events import EventLine, event_lines
from generator.views.language import N_
from generator.views.latest_figures import SeriesLine, series_line
from generator.views.rich_text import RichText, compose
from generator.views.statements import (
    CitationLine,
    ClaimLine,
    citation_line,
    claim_lines,
    claims_of,
    end_words,
)

KINDS = {
    PlaceKind.COUNTRY: N_("country"),
    PlaceKind.GOVERNORATE: N_("governorate"),
    PlaceKind.CAPITAL: N_("capital city"),
    PlaceKind.CITY: N_("city"),
    PlaceKind.TOWN: N_("town"),
    PlaceKind.VILLAGE: N_("village"),
    PlaceKind.DISTRICT: N_("district"),
    PlaceKind.CAMP: N_("camp"),
    PlaceKind.PRISON: N_("prison"),
    PlaceKind.AIRPORT: N_("airport"),
    PlaceKind.BASE: N_("military base"),
    PlaceKind.PORT: N_("port"),
    PlaceKind.CROSSING: N_("border crossing"),
    PlaceKind.SITE: N_("site"),
    PlaceKind.REGION: N_("region"),
}

_HELD = {
    StatusName.CLAIMED: N_("{holder} (claimed, not independently confirmed; before: {before})"),
    StatusName.DISPUTED: N_("{holder} (disputed; before: {before})"),
}


@dataclass(frozen=True, slots=True)
class HoldingLine:
    """Who holds a place or a part of it, since when, by which event and with what status."""

    place: str
    holder: RichText
    since: str
    event: str
    title: RichText
    refs: Refs
    status: str
    status_label: str


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place in the overview: its kind and who holds it."""

    id: str
    name: RichText
    kind: str
    holdings: tuple[HoldingLine, ...]


@dataclass(frozen=True, slots=True)
class PlacePage:
    """Everything a place's page says. ``names`` pairs a language code with the name in it."""

    id: str
    name: RichText
    kind: str
    within: str
    inside: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...]
    point: tuple[str, Refs, tuple[CitationLine, ...], RichText] | None
    now: tuple[HoldingLine, ...]
    past: tuple[HoldingLine, ...]
    claims: tuple[ClaimLine, ...]
    events: tuple[EventLine, ...]
    series: tuple[SeriesLine, ...]
    note: RichText


def holding_line(context: Context, holding: Holding) -> HoldingLine:
    """One holding, with hedges in words where the change is claimed or disputed."""
    (event,) = context.queries.records(Event, (holding.event,))
    return HoldingLine(
        place=holding.place,
        holder=_holder(context, holding),
        since=context.language.when(holding.since),
        event=holding.event,
        title=context.title(holding.event),
        refs=claims_of(event),
        status=holding.status.name.value,
        status_label=context.status_words(holding.status),
    )


def _holder(context: Context, holding: Holding) -> RichText:
    holder = context.link(holding.holder)
    pattern = _HELD.get(holding.status.name)
    if pattern and holding.before:
        before = context.joined(tuple(context.name(actor) for actor in holding.before))
        holder = compose(context.words(pattern), holder=holder, before=before)
    if holding.part is None:
        return holder
    return compose(context.words(N_("{holder}: {part}")), holder=holder, part=context.text(holding.part))


def place_line(context: Context, place: Place) -> PlaceLine:
    """One place for the overview, as of the edition's day."""
    held = context.queries.holdings_now(place.id)
    return PlaceLine(
        id=place.id,
        name=context.text(place.name),
        kind=context.words(KINDS[place.kind]),
        holdings=tuple(holding_line(context, holding) for holding in held),
    )


def place_lines(context: Context) -> tuple[tuple[PlaceLine, ...], tuple[PlaceLine, ...]]:
    """Places that somebody holds, and all others, each by name."""
    lines = sorted(
        (place_line(context, place) for place in context.queries.places),
        key=lambda line: (line.name[0].words, line.id),
    )
    return tuple(line for line in lines if line.holdings), tuple(line for line in lines if not line.holdings)


def place_page(context: Context, place: Place) -> PlacePage:
    """One place with everything said about it."""
    events = context.queries.records(Event, context.queries.events_of_place(place.id))
    series = context.queries.records(Series, context.queries.series_of_place(place.id))
    changes = context.queries.holding_changes(place.id)
    return PlacePage(
        id=place.id,
        name=context.text(place.name),
        kind=context.words(KINDS[place.kind]),
        within=place.within or "",
        inside=context.queries.places_within(place.id),
        names=_names(place.name, context.languages[1]),
        aliases=place.aliases,
        point=_point(context, place),
        now=tuple(holding_line(context, holding) for holding in context.queries.holdings_now(place.id)),
        past=tuple(holding_line(context, holding) for holding in changes),
        claims=claim_lines(context, place),
        events=event_lines(context, events),
        series=tuple(series_line(context, one.id) for one in series),
        note=context.note(place.note),
    )


def _names(name: Text, first: str) -> tuple[tuple[str, str], ...]:
    return tuple((code or first, words) for code, words in name.variants)


def _point(context: Context, place: Place) -> tuple[str, Refs, tuple[CitationLine, ...], RichText] | None:
    if place.point is None:
        return None
    # Degrees are written as the source gives them: an exact numeral, the same in every language.
    degrees = f"{place.point.lat:.4f}, {place.point.lon:.4f}"
    if end := end_words(context, Ref(place.id, "point")):
        degrees = f"{degrees} ({end})"
    citations = tuple(citation_line(context, citation) for citation in place.point.cite)
    return degrees, (Ref(place.id, "point"),), citations, context.link(place.point.by)


@dataclass(frozen=True, slots=True)
class HoldingRow:
    """A row of the table: a place, a holder, from when until when."""

    place: str
    name: RichText
    first: date
    last: date | None
    since: str
    until: str
    held: HoldingLine


def holding_rows(context: Context, days: tuple[date, ...]) -> tuple[HoldingRow, ...]:
    """Who held which place when, of all that held on any of these days: by place name, then by time."""
    found = [row for place in context.queries.held_places for row in place_rows(context, place)]
    shown = [row for row in found if _is_shown(row, days)]
    return tuple(sorted(shown, key=lambda row: (row.name[0].words, row.place, row.first)))


def place_rows(context: Context, place: str) -> tuple[HoldingRow, ...]:
    """Who held a place when, from the first change told to the last."""
    return tuple(
        row for run in context.queries.holding_periods(place) for row in _period_rows(context, place, run)
    )


def _is_shown(row: HoldingRow, days: tuple[date, ...]) -> bool:
    return any(row.first <= day and (row.last is None or day <= row.last) for day in days)


def _period_rows(context: Context, place: str, run: HoldingPeriod) -> Iterator[HoldingRow]:
    still = context.words(N_("no later change told"))
    for holding in run.holdings:
        # What a later change leaves as it was is told from that change on, as a whole day.
        is_new = holding.effective == run.first
        yield HoldingRow(
            place=place,
            name=context.name(place),
            first=run.first,
            last=run.last,
            since=context.language.when(holding.since) if is_new else context.language.day(run.first),
            until=context.language.day(run.last) if run.last else still,
            held=holding_line(context, holding),
        )
