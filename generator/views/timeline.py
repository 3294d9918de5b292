"""The timeline: every event by day, with the statuses, actors and places it can be filtered by."""

from dataclasses import dataclass

from generator.model.dates import When, parse_when
from generator.model.events import Event
from generator.model.vocabulary import StatusName
from generator.views.context import Context
from generator.views.events import EventLine, event_line, in_order
from generator.views.wording import STATUS_LABELS


@dataclass(frozen=True, slots=True)
class Day:
    """The events that share a first day or a vaguer date. ``anchor`` is Latin and stable."""

    anchor: str
    label: str
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many events have a status now."""

    status: str
    label: str
    events: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole timeline."""

    days: tuple[Day, ...]
    counts: tuple[StatusCount, ...]


def timeline(context: Context) -> Timeline:
    """Every event in order, grouped by its date as far as it is known."""
    # Collected by date rather than in runs: a vaguer date may sort between two of one day.
    groups: dict[str, list[Event]] = {}
    for event in in_order(context.facts.events):
        groups.setdefault(_anchor(event.occurred), []).append(event)
    days = tuple(
        Day(
            anchor, _label(context, events[0].occurred), tuple(event_line(context, event) for event in events)
        )
        for anchor, events in groups.items()
    )
    statuses = [line.status for day in days for line in day.events]
    counts = tuple(
        StatusCount(name.value, context.words(STATUS_LABELS[name]), statuses.count(name.value))
        for name in StatusName
        if name.value in statuses
    )
    return Timeline(days, counts)


def _written(when: When) -> str:
    moment = when.start or when.end
    assert moment
    return "-".join([f"{moment.year:04d}", *(f"{part:02d}" for part in (moment.month, moment.day) if part)])


def _anchor(when: When) -> str:
    return f"day-{_written(when)}" if when.start else f"until-{_written(when)}"


def _label(context: Context, when: When) -> str:
    """The day that the group stands for, however long its events lasted."""
    return context.language.when(parse_when(_written(when) if when.start else f"../{_written(when)}"))
