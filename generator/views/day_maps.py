"""The maps of a story told day by day: one for each day at whose end another holds a place than before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.model.places import Place
from generator.views.context import Context
from generator.views.control_map import (
    ControlMap,
    HolderShare,
    MapDay,
    MapHolder,
    Spot,
    control_map,
    holders_on,
    map_words,
    spot_of,
)
from generator.views.language import N_
from generator.views.map_base import map_base

_MOST_MARKS = 40  # on one small map
_MOST_LANDMARKS = 4  # that it names beside the places that changed


@dataclass(frozen=True, slots=True)
class DayMap:
    """A map of one day: its number among the days of the maps, the spots on it, those that it is about.

    ``named`` are the spots that it names if there is room, the most important first.
    """

    number: int
    spots: tuple[Spot, ...]
    changed: frozenset[str]
    named: tuple[Spot, ...]
    label: str


@dataclass(frozen=True, slots=True)
class DayMaps:
    """The maps of some days by their day, what all of them are drawn on, and what a halo means in words."""

    control: ControlMap
    maps: dict[date, DayMap]
    halo: str


def day_maps(context: Context, days: Sequence[date]) -> DayMaps | None:
    """Give a map for each day that differs from the one before; None where nothing can be drawn."""
    base = map_base(context)
    held = [context.queries.record(place) for place in context.queries.held_places] if base else []
    spots = (_held_spot(context, place, tuple(days)) for place in held if isinstance(place, Place))
    drawn = sorted((spot for spot in spots if spot.at and spot.stretches), key=lambda spot: spot.rank)
    if base is None or not drawn:
        return None
    control = ControlMap(
        map_base=base,
        days=tuple(MapDay(day, context.language.day(day), "") for day in days),
        spots=tuple(drawn),
        others=(),
        holders=tuple(_holders(context, drawn)),
        rows=(),
        words=map_words(context),
        direction=context.language.direction,
    )
    halo = context.words(N_("another holder than on the map before"))
    return DayMaps(control, {days[one.number]: one for one in _maps(context, control)}, halo)


def _held_spot(context: Context, place: Place, days: tuple[date, ...]) -> Spot:
    """Give a place with the days of which it is told who held it: of others small maps say nothing."""
    spot = spot_of(context, place, days)
    return replace(spot, stretches=tuple(stretch for stretch in spot.stretches if stretch.shares))


def _holders(context: Context, spots: list[Spot]) -> Iterator[MapHolder]:
    """Give the holders on the maps, each with the mark that it has on the map of the explainer."""
    known = {holder.id: holder for holder in control_map(context).holders}
    found = list(holders_on(context, spots))
    new = [holder for holder in found if holder.id not in known]
    numbers = {holder.id: len(known) + number for number, holder in enumerate(new)}
    for holder in found:
        yield known.get(holder.id) or replace(holder, number=numbers[holder.id])


def _maps(context: Context, control: ControlMap) -> Iterator[DayMap]:
    before: dict[str, tuple[HolderShare, ...]] = {}
    for number, day in enumerate(control.days):
        now = {spot.id: shares for spot in control.spots if (shares := _shares_on(spot, number))}
        if now != before:
            held_before = {place: _holders_of(shares) for place, shares in before.items()}
            changed = {
                place for place, shares in now.items() if held_before.get(place) != _holders_of(shares)
            }
            about = changed if before else set()  # the first map has nothing to differ from
            yield _day_map(context, (number, day), [spot for spot in control.spots if spot.id in now], about)
        before = now


def _holders_of(shares: Iterable[HolderShare]) -> list[tuple[str, bool]]:
    return [(share.holder, share.part) for share in shares]


def _day_map(context: Context, at: tuple[int, MapDay], spots: list[Spot], changed: set[str]) -> DayMap:
    number, day = at
    first = [spot for spot in spots if spot.id in changed]
    others = [spot for spot in spots if spot.id not in changed]
    label = context.words(N_("Map: who held which place at the end of {date}")).format(date=day.name)
    return DayMap(
        number=number,
        spots=(*first, *others)[:_MOST_MARKS],
        changed=frozenset(changed),
        named=(*first, *others[:_MOST_LANDMARKS]),
        label=label,
    )


def _shares_on(spot: Spot, day: int) -> tuple[HolderShare, ...]:
    """Give who held a place on a day of its map, by the number of that day."""
    return next((stretch.shares for stretch in spot.stretches if day in stretch.days), ())
