"""The timeline: every event by day, with the statuses, actors and places it can be filtered by."""

from dataclasses import dataclass
from itertools import groupby

from generator.model.dates import When, parse_when
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
    days = tuple(
        Day(anchor, _label(context, anchor), tuple(event_line(context, event) for event in events))
        for anchor, events in groupby(
            in_order(context.facts.events), key=lambda event: _anchor(event.occurred)
        )
    )
    statuses = [line.status for day in days for line in day.events]
    counts = tuple(
        StatusCount(name.value, context.words(STATUS_LABELS[name]), statuses.count(name.value))
        for name in StatusName
        if name.value in statuses
    )
    return Timeline(days, counts)


def _anchor(when: When) -> str:
    start = when.start or when.end
    assert start
    parts = [f"{start.year:04d}", *(f"{part:02d}" for part in (start.month, start.day) if part)]
    return "day-" + "-".join(parts)


def _label(context: Context, anchor: str) -> str:
    return context.language.when(parse_when(anchor.removeprefix("day-")))
