"""The timeline: every event by day, with the statuses, actors and places it can be filtered by."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.model.dates import When, parse_when
from generator.model.events import Event
from generator.model.places import Place
from generator.model.refs import Refs
from generator.model.vocabulary import PlaceKind, StatusName
from generator.views.context import Context
from generator.views.events import EventLine, event_line, in_order
from generator.views.hedges import STATUS_LABELS
from generator.views.language import N_, day_label
from generator.views.rich_text import RichText, capital, plain, plain_text

SLOTS = 12  # filters of one kind at most: the style sheet has a rule for each slot
_WORTH = 2  # events from which a filter is worth offering
_MANY = 8  # days of a year from which its months are listed
_TOWNS = frozenset({PlaceKind.CAPITAL, PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})


class Dated(StrEnum):
    """How far the time of an event is pinned down: the shape of its mark on the line."""

    DAY = "day"
    PERIOD = "period"
    ABOUT = "about"
    UNCERTAIN = "uncertain"


_DATED = {
    Dated.PERIOD: N_("over a time, or at some point in it"),
    Dated.ABOUT: N_("about that time"),
    Dated.UNCERTAIN: N_("date uncertain"),
}


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """An event on the line. ``filters`` are the filters it passes, as classes of the style sheet.

    ``plain`` says that its day says all that is known of its time.
    """

    line: EventLine
    filters: tuple[str, ...]
    dated: Dated
    plain: bool


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """The events that share a first day or a vaguer date. ``anchor`` is Latin and stable."""

    anchor: str
    label: str
    events: tuple[TimelineEvent, ...]


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many events have a status now, and the first claim of each."""

    status: str
    label: str
    events: int
    refs: Refs


@dataclass(frozen=True, slots=True)
class Filter:
    """One actor or place to filter by: ``record``. ``slot`` names its rule; ``anchor`` is its address."""

    slot: str
    anchor: str
    name: RichText
    events: int
    record: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole timeline. ``jumps`` lead to years and busy months, ``key`` explains its marks."""

    days: tuple[TimelineDay, ...]
    counts: tuple[StatusCount, ...]
    actors: tuple[Filter, ...]
    places: tuple[Filter, ...]
    jumps: tuple[tuple[str, str], ...]
    key: tuple[tuple[str, str], ...]


def timeline(context: Context, some: Iterable[Event] | None = None) -> Timeline:
    """Every event in order, or some of them, grouped by its date as far as it is known."""
    events = in_order(context.queries.events if some is None else some)
    towns = {event.id: _towns(context, event) for event in events}
    actors = _filters(context, events, "actor", lambda event: event.who)
    places = _filters(context, events, "place", lambda event: towns[event.id])
    slots = {one.record: one.slot for one in (*actors, *places)}
    days = tuple(
        _day(context, anchor, group, lambda event: _passes(event, towns[event.id], slots))
        for anchor, group in _by_day(events).items()
    )
    return Timeline(
        days=days,
        counts=tuple(_counts(context, [one.line for day in days for one in day.events])),
        actors=actors,
        places=places,
        jumps=tuple(_jumps(context, events)),
        key=tuple(_key(context, [one for day in days for one in day.events])),
    )


def dated(when: When) -> Dated:
    """Give the kind of a date; what is worst known of its ends decides."""
    ends = [end for end in (when.start, when.end) if end]
    if any(end.uncertain for end in ends):
        return Dated.UNCERTAIN
    if any(end.approximate for end in ends):
        return Dated.ABOUT
    return Dated.DAY if when.first_day == when.last_day else Dated.PERIOD


def days_of(context: Context, events: Iterable[Event]) -> dict[str, str]:
    """Give the anchor and the words of each date by which events are grouped."""
    return {anchor: _label(context, group[0].occurred) for anchor, group in _by_day(events).items()}


def filters_of(context: Context, events: Iterable[Event]) -> dict[str, tuple[Filter, ...]]:
    """Give the actors and the places that most of some events share."""
    events = tuple(events)
    return {
        "actor": _filters(context, events, "actor", lambda event: event.who),
        "place": _filters(context, events, "place", lambda event: _towns(context, event)),
    }


def _by_day(events: Iterable[Event]) -> dict[str, list[Event]]:
    # Collected by date rather than in runs: a vaguer date may sort between two of one day.
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(day_anchor(event.occurred), []).append(event)
    return groups


def _day(
    context: Context, anchor: str, events: list[Event], passes: Callable[[Event], tuple[str, ...]]
) -> TimelineDay:
    label = _label(context, events[0].occurred)
    heading = plain_text(capital(plain(label)))
    lines = (_event(event_line(context, event.id), event, passes(event), label) for event in events)
    return TimelineDay(anchor, heading, tuple(lines))


def _event(line: EventLine, event: Event, filters: tuple[str, ...], label: str) -> TimelineEvent:
    return TimelineEvent(line, (f"s-{line.status}", *filters), dated(event.occurred), line.when == label)


def _towns(context: Context, event: Event) -> tuple[str, ...]:
    """Give the towns that an event happened in: its own places and what they lie within."""
    found: dict[str, None] = {}
    for place_id in event.where:
        while (place := context.queries.find(place_id)) and isinstance(place, Place):
            if place.id in found:
                break
            if place.kind in _TOWNS:
                found[place.id] = None
            place_id = place.within or ""
    return tuple(found)


def _filters(
    context: Context, events: Iterable[Event], kind: str, ids: Callable[[Event], Iterable[str]]
) -> tuple[Filter, ...]:
    """Give the ids that most events share, the most frequent first; none where there is no choice."""
    counts = Counter(found for event in events for found in dict.fromkeys(ids(event)))
    frequent = sorted((-number, found) for found, number in counts.items() if number >= _WORTH)
    if len(frequent) < _WORTH:
        return ()
    return tuple(
        Filter(
            f"{kind[0]}-{slot}",
            f"{kind}-{context.queries.first_id(found)}",  # it stays when the record is renamed
            context.short(found),
            -number,
            found,
        )
        for slot, (number, found) in enumerate(frequent[:SLOTS], start=1)
    )


def _passes(event: Event, towns: Iterable[str], slots: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(slots[name] for name in (*event.who, *towns) if name in slots))


def _counts(context: Context, lines: list[EventLine]) -> Iterator[StatusCount]:
    for name in StatusName:
        found = [line for line in lines if line.status == name.value]
        if found:
            refs = tuple(line.refs[0] for line in found)
            yield StatusCount(name.value, context.words(STATUS_LABELS[name]), len(found), refs)


def _jumps(context: Context, events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """Give the first day of each year; of each month where a year has many days. Open starts have none.

    The years of which an event was in one, nobody knows which, stand together.
    """
    years: dict[tuple[int, int], dict[str, When]] = {}
    for event in events:
        if event.occurred.start:
            days = years.setdefault(event.occurred.start.year_bounds, {})
            days.setdefault(day_anchor(event.occurred), event.occurred)
    for days in years.values():
        first: dict[str, str] = {}
        for anchor, when in days.items():
            first.setdefault(_jump_label(context, when, busy=len(days) > _MANY), anchor)
        yield from ((anchor, label) for label, anchor in first.items())


def _jump_label(context: Context, when: When, *, busy: bool) -> str:
    assert when.start
    first, last = when.start.year_bounds
    if first < last or first < 1:
        year = replace(when.start, month=None, day=None, time=None, season=None, unspecified="", years=1)
        ends = (replace(year, year=first), replace(year, year=last))
        return "–".join(dict.fromkeys(context.language.when(When(end, end)) for end in ends))
    by_month = busy and when.start.month
    return day_label(context.language, when.first_day, "yMMM" if by_month else "y")


def _key(context: Context, events: list[TimelineEvent]) -> Iterator[tuple[str, str]]:
    if any(one.line.key for one in events):
        yield "key", context.words(N_("key event"))
    for kind, words in _DATED.items():
        if any(one.dated is kind for one in events):
            yield kind.value, context.words(words)


def _written(when: When) -> str:
    moment = when.start or when.end
    assert moment
    return moment.written_date


def day_anchor(when: When) -> str:
    """Give the anchor of the date by which an event is grouped."""
    if when.start:
        return f"day-{_written(when)}"
    return f"before-{_written(when)}" if when.unknown else f"until-{_written(when)}"


def _label(context: Context, when: When) -> str:
    """Give the day that the group stands for, however long its events lasted."""
    start = "" if when.unknown else ".."
    return context.language.when(parse_when(_written(when) if when.start else f"{start}/{_written(when)}"))
