"""Control of places: who held what on which day, and how well that is known.

Control changes by events alone. A change takes effect on the last day on which its event can
have occurred: late rather than early. All changes of one event happen together: a place may
pass to several holders at once, who then hold it jointly.

Each change stands as the claims that name its holder do (``change_standings``). A holding has two ends with
a ground each: the change that tells of it, and the one that tells of what came after. That a holder is
told of says nothing of any later day.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from generator.derive.annotations import annotate
from generator.derive.change_standings import ChangeStanding, change_standings
from generator.derive.status import Status
from generator.model.dates import When
from generator.model.events import ControlChange, Event
from generator.model.facts import Facts
from generator.model.refs import Refs
from generator.model.text import Text


@dataclass(frozen=True)
class Holding:
    """A holder (actor or side id) of a place, or of a ``part`` of it, by a change in an event.

    ``since`` is when the event occurred, ``effective`` the day the change counts from,
    ``claims`` say so and ``status`` is how they stand in this edition, ``before`` whom the change replaced
    (empty when that is not known). ``already``: it may have held it for long. ``lost_by`` are those of whom
    claims say that they lost it, as surely as ``loss`` says.
    """

    place: str
    holder: str
    part: Text | None
    since: When
    effective: date
    event: str
    status: Status
    before: tuple[str, ...]
    claims: Refs
    already: bool
    lost_by: tuple[str, ...]
    loss: ChangeStanding | None


class HoldingSpan(NamedTuple):
    """A holding from its first day to its last, inclusive, and what told of another one in its stead.

    While nothing did, ``last`` is None and ``ended_by`` empty.
    """

    holding: Holding
    last: date | None
    ended_by: tuple[Holding, ...]


class HoldingPeriod(NamedTuple):
    """A longest stretch of days with the same holdings; ``last`` is inclusive, None while it lasts."""

    first: date
    last: date | None
    holdings: tuple[Holding, ...]


def _nothing() -> Mapping[str, tuple[Holding, ...]]:
    return MappingProxyType({})


def _no_periods() -> Mapping[str, tuple[HoldingPeriod, ...]]:
    return MappingProxyType({})


def _no_spans() -> Mapping[str, tuple[HoldingSpan, ...]]:
    return MappingProxyType({})


def _no_standings() -> Mapping[str, tuple[ChangeStanding, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Control:
    """Who held which place when. A place whose control no event changes is not in it."""

    _changes: Mapping[str, tuple[Holding, ...]] = field(default_factory=_nothing)
    _periods: Mapping[str, tuple[HoldingPeriod, ...]] = field(default_factory=_no_periods)
    _now: Mapping[str, tuple[Holding, ...]] = field(default_factory=_nothing)
    _spans: Mapping[str, tuple[HoldingSpan, ...]] = field(default_factory=_no_spans)
    _standings: Mapping[str, tuple[ChangeStanding, ...]] = field(default_factory=_no_standings)

    @property
    def lookups(self) -> dict[str, Mapping[str, tuple[Any, ...]]]:
        """What can be looked up of places, and of events with changes, by the name of the question."""
        return {
            "change_standings": self._standings,
            "holding_spans": self._spans,
            "holding_changes": self._changes,
            "holding_periods": self._periods,
            "holdings_now": self._now,
        }

    @property
    def places(self) -> tuple[str, ...]:
        """The ids of the places whose control ever changed, in gazetteer order."""
        return tuple(self._changes)

    def on(self, place: str, day: date) -> tuple[Holding, ...]:
        """Give the holdings of a place at the end of a day, in the order they took effect.

        Empty before the first known change, and for a place without any.
        """
        return held_on(self.periods(place), day)

    def now(self, place: str) -> tuple[Holding, ...]:
        """Give the holdings of a place on the last day of the story that the edition can speak of."""
        return self._now.get(place, ())

    def changes(self, place: str) -> tuple[Holding, ...]:
        """Give every change of a place in the order in which they took effect."""
        return self._changes.get(place, ())

    def periods(self, place: str) -> tuple[HoldingPeriod, ...]:
        """Give the stretches of days with the same holdings, oldest first, without gaps."""
        return self._periods.get(place, ())

    def spans(self, place: str) -> tuple[HoldingSpan, ...]:
        """Give every holding of a place that lasted to the end of a day, in the order they took effect."""
        return self._spans.get(place, ())

    def standings(self, event: str) -> tuple[ChangeStanding, ...]:
        """Say how each change of an event stands, in the order in which it lists them."""
        return self._standings.get(event, ())


_State: TypeAlias = tuple[Holding, ...]
_Grounded: TypeAlias = tuple[ControlChange, ChangeStanding]


def control(facts: Facts) -> Control:
    """Index the control of every place; what nobody stands by changes nothing.

    Use ``facts.once(control)`` where others may have asked already.
    """
    annotations = facts.once(annotate)
    changing = sorted((event for event in facts.events if event.changes), key=_turn)
    standings = {event.id: change_standings(event, annotations) for event in changing}
    changes: dict[str, list[Holding]] = {}
    states: dict[str, list[tuple[date, _State]]] = {}
    for event in changing:
        told = [pair for pair in zip(event.changes, standings[event.id], strict=True) if pair[1].carries]
        for place in dict.fromkeys(change.place for change, _ in told):
            past = states.setdefault(place, [])
            before = past[-1][1] if past else ()
            new = tuple(_holdings(event, place, before, told, facts))
            changes.setdefault(place, []).extend(new)
            past.append((_effective(event.occurred), _after(before, new, facts)))
    order = {place.id: number for number, place in enumerate(facts.places)}
    places = sorted(changes, key=lambda place: (order.get(place, len(order)), place))
    periods = {place: tuple(_periods(states[place])) for place in places}
    return Control(
        MappingProxyType({place: tuple(changes[place]) for place in places}),
        MappingProxyType(periods),
        MappingProxyType({place: held_on(periods[place], facts.story_day) for place in places}),
        MappingProxyType({place: tuple(_spans(states[place], facts)) for place in places}),
        MappingProxyType(standings),
    )


def held_on(periods: tuple[HoldingPeriod, ...], day: date) -> tuple[Holding, ...]:
    """Give the holdings at the end of a day, of those that followed each other in a place."""
    number = bisect_right(periods, day, key=lambda period: period.first)
    return periods[number - 1].holdings if number else ()


def _effective(occurred: When) -> date:
    """Give the day a change counts from; where the end is open, only its start is known."""
    return occurred.last_day if occurred.end else occurred.first_day


def _turn(event: Event) -> tuple[date, tuple[bool, int], int]:
    """Order changes by when they count from; where that ties the files have the order."""
    moment = event.occurred.end or event.occurred.start
    assert moment
    return (_effective(event.occurred), moment.time_key, event.occurred.first)


def _part(part: Text | None, facts: Facts) -> str | None:
    """Name a part by its words in the first language, so that a missing translation does not matter."""
    if part is None:
        return None
    return part.in_language("") or part.in_language(facts.explainer.languages[0]) or str(part)


def _holdings(
    event: Event, place: str, before: _State, told: list[_Grounded], facts: Facts
) -> Iterator[Holding]:
    for change, standing in told:
        if change.place == place:
            yield Holding(
                place=place,
                holder=change.holder,
                part=change.part,
                since=event.occurred,
                effective=_effective(event.occurred),
                event=event.id,
                status=standing.status,
                before=_replaced(change, before, facts),
                claims=standing.claims,
                already=change.already,
                lost_by=change.lost.by if change.lost else (),
                loss=standing.loss,
            )


def _replaced(change: ControlChange, before: _State, facts: Facts) -> tuple[str, ...]:
    """Give whom a change replaces; for a part that nobody held by itself, the holders of the whole."""
    if change.part is None:
        return tuple(dict.fromkeys(held.holder for held in before))
    part = _part(change.part, facts)
    same = [held for held in before if _part(held.part, facts) == part]
    whole = [held for held in before if held.part is None]
    return tuple(dict.fromkeys(held.holder for held in same or whole))


def _after(before: _State, new: _State, facts: Facts) -> _State:
    parts = {_part(held.part, facts) for held in new}
    if None in parts:
        return new
    return tuple(held for held in before if _part(held.part, facts) not in parts) + new


def _periods(states: list[tuple[date, _State]]) -> Iterator[HoldingPeriod]:
    days = dict(states)  # of several states on one day the last one counts
    starts = list(days)
    for first, following in zip(starts, [*starts[1:], None], strict=True):
        yield HoldingPeriod(first, following - timedelta(days=1) if following else None, days[first])


def _spans(states: list[tuple[date, _State]], facts: Facts) -> Iterator[HoldingSpan]:
    """Follow each holding to the first state without it; those told of on one day follow each other."""
    for number, (first, held) in enumerate(states):
        for holding in held:
            if number and holding in states[number - 1][1]:
                continue
            later = next(((day, state) for day, state in states[number + 1 :] if holding not in state), None)
            if later is None:
                yield HoldingSpan(holding, None, ())
            elif later[0] > first:
                yield HoldingSpan(
                    holding, later[0] - timedelta(days=1), _successors(holding, later[1], facts)
                )


def _successors(holding: Holding, state: _State, facts: Facts) -> _State:
    """Give what a later state has in the stead of a holding: the same part, else the whole, else parts."""
    new = [one for one in state if one.event == state[-1].event]
    part = _part(holding.part, facts)
    same = [one for one in new if _part(one.part, facts) == part]
    return tuple(same or [one for one in new if one.part is None] or new)
