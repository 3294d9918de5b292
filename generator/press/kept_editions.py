"""What an earlier build knew of editions: which pages each has, and what was read for them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from generator.derive.kept_traces import reading_of, told_reading
from generator.derive.trace import Reading
from generator.model.interface_words import InterfaceWords
from generator.press.editions import DayPages, Making
from generator.store import read_note, write_note
from generator.views.citation import EditionStamp


class KeptEditions:
    """The editions of an earlier build, by day. Safe to delete."""

    def __init__(self, path: Path, base: bytes, own: InterfaceWords | None = None) -> None:
        """Read what there is in a file; nothing of it counts where ``base`` is another.

        ``own`` are the interface words that the explainer brings, which are a part of the base.
        """
        self._path, self._base = path, base
        self.days: Mapping[date, DayPages] = {}
        self._facts = b""
        try:
            told = read_note(path)
            if told["base"] == base:
                self.days = {day.day: day for day in _days(told, own)}
                self._facts = told["facts"]
        except (ValueError, KeyError, TypeError, IndexError, AttributeError):
            self.days = {}  # of another version, or half of one

    def of_same_facts(self, facts: bytes) -> Mapping[date, DayPages]:
        """Give them if they are of facts with this hash, else none."""
        return self.days if self._facts == facts else {}

    def save(self, facts: bytes, days: Sequence[DayPages]) -> None:
        """Write down the editions of a build of facts with this hash, unless that is what was read."""
        if self._facts != facts or [*self.days.values()] != [*days]:
            write_note(self._path, {"base": self._base, "facts": facts, **_told(days)})


def _told(days: Iterable[DayPages]) -> dict[str, Any]:
    numbers: dict[str, int] = {}
    makings: list[Making] = []
    readings: dict[Reading, int] = {}
    for day in days:
        for making in day.pages.values():
            if making.key not in numbers:
                numbers[making.key] = len(makings)
                makings.append(making)
    told = [
        [
            *(day.stamp.code, day.day.isoformat(), day.stamp.story.isoformat()),
            *(day.stamp.time_zone, day.stamp.publisher, day.stamp.title, day.snapshot),
            {path: numbers[making.key] for path, making in day.pages.items()},
        ]
        for day in days
    ]
    made = [
        [
            *(one.key, one.said, one.layout, one.task_hash),
            [readings.setdefault(reading, len(readings)) for reading in one.readings],
        ]
        for one in makings
    ]
    return {"days": told, "makings": made, "readings": [told_reading(reading) for reading in readings]}


def _days(told: Any, own: InterfaceWords | None) -> Iterable[DayPages]:
    readings = [reading_of(one) for one in told["readings"]]
    makings = [
        Making(key, said, layout, task_hash, tuple([readings[number] for number in read]))
        for key, said, layout, task_hash, read in told["makings"]
    ]
    for code, day, story, zone, publisher, title, snapshot, pages in told["days"]:
        until = date.fromisoformat(day), date.fromisoformat(story)
        stamp = EditionStamp(code, *until, zone, publisher, title, own)
        yield DayPages(stamp, snapshot, {path: makings[number] for path, number in pages.items()})
