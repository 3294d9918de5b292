"""The days of the story, and which events carry each.

A day is carried by its key events, and where these are few by those that most independent speakers stand
behind; what changes who holds a place is told beside them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.story_dates import StoryDate
from generator.model.events import Event
from generator.views.context import Context
from generator.views.events import in_order

_MOST_TOLD = 8  # events in the words of one day
_LEAST_TOLD = 3  # events up to which others are told beside those that are key


@dataclass(frozen=True, slots=True)
class StoryDay:
    """A day of the story with the ids of all its events, in order."""

    date: StoryDate
    events: tuple[str, ...]


def story_days(context: Context) -> tuple[StoryDay, ...]:
    """Give the days on which something is told, in order."""
    return context.queries.once("story days", lambda: _story_days(context))


def _story_days(context: Context) -> tuple[StoryDay, ...]:
    found: dict[str, tuple[StoryDate, list[str]]] = {}
    for event in in_order(context.queries.events):
        if day := context.queries.find_story_date(event.id):
            found.setdefault(day.anchor, (day, []))[1].append(event.id)
    days = (StoryDay(day, tuple(events)) for day, events in found.values())
    return tuple(sorted(days, key=lambda day: day.date.turn))


def carrying(context: Context, day: StoryDay) -> list[Event]:
    """Give the events that carry a day in words, in order."""
    events = context.queries.records(Event, day.events)
    key = _most_spoken_of(context, [event for event in events if event.key])
    others = [event for event in events if not event.key and not _changes_control(context, event)]
    told = key + _most_spoken_of(context, others)[: max(0, _LEAST_TOLD - len(key))]
    return sorted(told[:_MOST_TOLD], key=lambda event: day.events.index(event.id))


def _most_spoken_of(context: Context, events: Iterable[Event]) -> list[Event]:
    """Order events by how many independent speakers stand behind them, those that are no party first."""

    def speakers(event: Event) -> tuple[int, int]:
        status = context.queries.status(event.id)
        return -status.neutral, -status.independent

    return sorted(events, key=speakers)


def _changes_control(context: Context, event: Event) -> bool:
    """Whether somebody stands by a change of control that an event tells of."""
    return any(one.carries for one in context.queries.change_standings(event.id))
