"""Places: the gazetteer, and everything said about one place."""

from dataclasses import dataclass

from generator.model.events import Event
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.refs import Ref, Refs
from generator.model.text import Text
from generator.views.common_knowledge import CommonLine, common_lines
from generator.views.context import Context
from generator.views.events import EventLine, event_lines
from generator.views.holdings import HoldingLine, holding_line
from generator.views.kind_words import PLACE_KINDS
from generator.views.latest_figures import SeriesLine, series_line
from generator.views.rich_text import RichText
from generator.views.statements import CitationLine, ClaimLine, citation_line, claim_lines, end_words

KINDS = PLACE_KINDS


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
    common: tuple[CommonLine, ...]
    claims: tuple[ClaimLine, ...]
    events: tuple[EventLine, ...]
    series: tuple[SeriesLine, ...]
    others: tuple[str, ...]
    note: RichText


def place_line(context: Context, place: Place) -> PlaceLine:
    """One place for the overview, as of the edition's day."""
    held = context.queries.holdings_now(place.id)
    return PlaceLine(
        id=place.id,
        name=context.title(place.id),
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
    return PlacePage(
        id=place.id,
        name=context.title(place.id),
        kind=context.words(KINDS[place.kind]),
        within=place.within or "",
        inside=context.queries.places_within(place.id),
        names=_names(place.name, context.languages[1]),
        aliases=place.aliases,
        point=_point(context, place),
        now=tuple(holding_line(context, holding) for holding in context.queries.holdings_now(place.id)),
        common=common_lines(context, place),
        claims=claim_lines(context, place),
        events=event_lines(context, events),
        series=tuple(series_line(context, one.id) for one in series),
        others=context.mixed_up(place.id),
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
    return degrees, (Ref(place.id, "point"),), citations, context.links(place.point.by)
