"""The control map: who held which place at the end of each day of the story.

One view feeds the map and its table, so that both say the same.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from generator.derive.control import Holding
from generator.model.actors import Actor
from generator.model.calendar_days import FIRST
from generator.model.explainer import Side
from generator.model.places import Place
from generator.model.refs import Ref, Refs
from generator.model.vocabulary import PlaceKind
from generator.views.context import Context, remembered
from generator.views.holdings import HoldingRow, holding_line, holding_rows, since_words
from generator.views.language import N_, day_label
from generator.views.map_base import MapBase, map_base
from generator.views.rich_text import RichText, compose, plain
from generator.views.statements import stands

MOST_DAYS = 31
_MOST_TOWNS = 14

# A mark would tell of one spot what is true of an area: these are named in words.
_AREAS = frozenset({PlaceKind.COUNTRY, PlaceKind.GOVERNORATE, PlaceKind.REGION})
_TOWNS = (PlaceKind.CAPITAL, PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE)


@dataclass(frozen=True, slots=True)
class HolderShare:
    """A holder of a place, or of a part of it, and the status of the change that made it so."""

    holder: str
    status: str
    part: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row, by their numbers, on which the same held. No shares: nothing is told."""

    days: tuple[int, ...]
    shares: tuple[HolderShare, ...]
    words: RichText
    refs: Refs


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map, or named below it: ``at`` is its longitude and latitude, if it has one.

    ``label`` is the side on which its editors want its name, ``rank`` is lower the more a map
    must name it.
    """

    id: str
    name: RichText
    at: tuple[float, float] | None
    label: str
    rank: tuple[int, int, str]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class MapHolder:
    """A holder in the key: its place in the order of all, and its side's in the order of sides."""

    id: str
    name: RichText
    number: int
    side: int | None
    side_name: RichText


@dataclass(frozen=True, slots=True)
class MapDay:
    """A day of the map: its whole name, and one as short as its neighbours allow."""

    day: date
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class ControlMap:
    """Everything the map and its table say. ``map_base`` is None where nothing can be drawn.

    ``here`` is the place that a map of one place is about, ``direction`` that of the words around it.
    """

    map_base: MapBase | None
    days: tuple[MapDay, ...]
    spots: tuple[Spot, ...]
    others: tuple[Spot, ...]
    holders: tuple[MapHolder, ...]
    rows: tuple[HoldingRow, ...]
    words: Mapping[str, str]
    here: str = ""
    direction: str = "ltr"


@remembered
def control_map(context: Context) -> ControlMap:
    """Give the map of this edition. Without control it shows the places; without a frame it has no base."""
    days = map_days(context)
    told = [context.queries.record(place) for place in context.queries.held_places]
    spots = [spot_of(context, place, days) for place in told if isinstance(place, Place)]
    spots = [spot for spot in spots if any(stretch.shares for stretch in spot.stretches)]
    drawn = [spot for spot in spots if spot.at]
    if not spots:
        drawn = [spot_of(context, place, ()) for place in context.queries.places if _is_point(context, place)]
    return ControlMap(
        map_base=map_base(context) if drawn else None,
        days=tuple(_named_days(context, days)) if spots else (),
        spots=tuple(sorted(drawn, key=lambda spot: spot.rank)),
        others=tuple(spot for spot in spots if not spot.at),
        holders=tuple(holders_on(context, spots)),
        rows=holding_rows(context, days) if spots else (),
        words=map_words(context),
        direction=context.language.direction,
    )


def landmarks(context: Context) -> tuple[Spot, ...]:
    """Give the towns by which a reader finds a place: capitals and cities, no more than a few."""
    towns = (
        place for place in context.queries.places if place.kind in _TOWNS[:2] and _is_point(context, place)
    )
    spots = sorted((spot_of(context, place, ()) for place in towns), key=lambda spot: spot.rank)
    return tuple(spots[:_MOST_TOWNS])


def locator(context: Context, place: Place, towns: tuple[Spot, ...]) -> ControlMap | None:
    """Give a map that shows where a place lies among ``landmarks``; None for an area or without a point."""
    base = map_base(context) if _is_point(context, place) else None
    if base is None:
        return None
    spots = (spot_of(context, place, ()), *(town for town in towns if town.id != place.id))
    return ControlMap(base, (), spots, (), (), (), map_words(context), place.id, context.language.direction)


def map_days(context: Context) -> tuple[date, ...]:
    """Give the days of the map: those of the story up to this edition's.

    When they are more than ``MOST_DAYS``, or the explainer does not say which days it covers,
    they are those on which control of some place changed, with the first and last of the story;
    of those the most recent.
    """
    last, covers = context.queries.story_day, context.queries.covers
    first = covers.first_day if covers and covers.start and covers.first >= FIRST else None
    if first and (last - first).days < MOST_DAYS:
        return tuple(first + timedelta(days=number) for number in range((last - first).days + 1)) or (last,)
    starts = {
        run.first for place in context.queries.held_places for run in context.queries.holding_periods(place)
    }
    days = {day for day in starts if (not first or first <= day) and day <= last} | {last}
    return tuple(sorted(days | ({first} if first and first <= last else set()))[-MOST_DAYS:])


def _named_days(context: Context, days: tuple[date, ...]) -> Iterator[MapDay]:
    in_a_row = all(after - before == timedelta(days=1) for before, after in pairwise(days))
    skeleton = "MMMd" if len({day.year for day in days}) == 1 or in_a_row else "yMMMd"
    for number, day in enumerate(days):
        named = number == 0 or day.day == 1 or not in_a_row
        short = day_label(context.language, day, skeleton if named else "d")
        yield MapDay(day, context.language.day(day), short)


def _is_point(context: Context, place: Place) -> bool:
    """Whether a mark can tell of the place: a spot whose position is known from a source that stands."""
    if place.point is None or place.kind in _AREAS:
        return False
    return stands(context, Ref(place.id, "point"))


def spot_of(context: Context, place: Place, days: tuple[date, ...]) -> Spot:
    """Give a place as maps of some days have it."""
    at = (place.point.lon, place.point.lat) if place.point and _is_point(context, place) else None
    stretches = tuple(_stretches(context, place, days))
    weight = _TOWNS.index(place.kind) if place.kind in _TOWNS else len(_TOWNS)
    return Spot(
        id=place.id,
        name=context.text(place.name),
        at=at,
        label=place.label,
        rank=(weight, -len(stretches), place.id),
        stretches=stretches,
    )


def _stretches(context: Context, place: Place, days: tuple[date, ...]) -> Iterator[Stretch]:
    def held(numbered: tuple[int, date]) -> tuple[Holding, ...]:
        return context.queries.holdings_on(place.id, numbered[1])

    for holdings, group in groupby(enumerate(days), held):
        numbers = tuple(number for number, _ in group)
        lines = [holding_line(context, holding) for holding in holdings]
        point = (Ref(place.id, "point"),) if place.point else ()
        refs = tuple(dict.fromkeys(ref for line in lines for ref in line.refs)) or point
        shares = tuple(
            HolderShare(one.holder, one.status.name.value, one.part is not None) for one in holdings
        )
        yield Stretch(numbers, shares, _said(context, place, holdings), refs)


def _said(context: Context, place: Place, holdings: tuple[Holding, ...]) -> RichText:
    """Give a stretch in a line: the place, each holder, and how far that is established."""
    name = context.text(place.name)
    if not holdings:
        return compose(context.words(N_("{place}: no reported holder")), place=name)
    told = context.joined(tuple(_share_words(context, holding) for holding in holdings))
    return compose(context.words(N_("{place}: {holders}")), place=name, holders=told)


def _share_words(context: Context, holding: Holding) -> RichText:
    """Name a holder, the day that it is told for, and how surely: of later days nothing is said."""
    given = {
        "holder": context.name(holding.holder),
        "status": plain(context.status_words(holding.status)),
        "date": plain(since_words(context, holding)),
    }
    if holding.part is None:
        return compose(context.words(N_("{holder} ({status}, {date})")), **given)
    return compose(
        context.words(N_("{holder}, {part} ({status}, {date})")), **given, part=context.text(holding.part)
    )


def holders_on(context: Context, spots: Iterable[Spot]) -> Iterator[MapHolder]:
    """Give every holder on a map, side by side in the order of sides; the most frequent first."""
    shares = (share for spot in spots for stretch in spot.stretches for share in stretch.shares)
    counts = Counter(share.holder for share in shares)
    sides = [side.id for side in context.queries.sides]

    def turn(holder: str) -> tuple[int, int, str]:
        side = _side(context, holder)
        return (sides.index(side) if side in sides else len(sides), -counts[holder], holder)

    for number, holder in enumerate(sorted(counts, key=turn)):
        side = _side(context, holder)
        known = side in sides
        yield MapHolder(
            id=holder,
            name=context.name(holder),
            number=number,
            side=sides.index(side) if known else None,
            side_name=context.name(side) if known else (),
        )


def _side(context: Context, holder: str) -> str:
    match context.queries.find(holder):
        case Side(id=side):
            return side
        case Actor(side=str(side)):
            return side
        case _:
            return ""


def map_words(context: Context) -> dict[str, str]:
    """Give the interface words of the figure, in this language."""
    return {
        "map": context.words(N_("Map of the places and who held them")),
        "places": context.words(N_("Map of the places")),
        "days": context.words(N_("At the end of the day:")),
        "play": context.words(N_("Play")),
        "pause": context.words(N_("Pause")),
        "untold": context.words(N_("no reported holder")),
        "claimed": context.words(N_("claimed, not confirmed")),
        "disputed": context.words(N_("disputed")),
        "split": context.words(N_("held in parts")),
        "about": context.words(N_("About this map")),
        "others": context.words(N_("Not drawn, as an area or without a known position:")),
        "hatched": context.words(N_("Hatched: {area}.")),
        "credits": context.words(N_("Base map: {credits}.")),
    }
