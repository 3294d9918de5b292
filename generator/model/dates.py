"""Partial dates: the part of EDTF (ISO 8601-2:2019, levels 0 and 1) that news needs.

Written forms: ``2024``, ``2024-12``, ``2024-12-08``, ``2024-12-08T04:30``, each with ``~``
(approximate), ``?`` (uncertain) or ``%`` (both); intervals ``A/B``; open ends ``A/..`` and
``../B``. Times are local to the explainer's time zone.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_MOMENT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T(?P<time>\d{2}:\d{2}))?)?)?(?P<mark>[~?%]?)"
)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class BadDateError(ValueError):
    """The text is not a date this module reads; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One date as precisely as it is known: a year, a month, a day, or a minute of a day."""

    year: int
    month: int | None = None
    day: int | None = None
    time: str | None = None
    approximate: bool = False
    uncertain: bool = False

    @property
    def first_day(self) -> date:
        """The earliest day this can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day this can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """Give the EDTF form."""
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
        if self.day:
            parts.append(f"{self.day:02d}")
        time = f"T{self.time}" if self.time else ""
        mark = {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
            (self.approximate, self.uncertain), ""
        )
        return "-".join(parts) + time + mark


@dataclass(frozen=True, slots=True)
class When:
    """A moment or an interval; ``None`` at an end of an interval means that it is open.

    ``start is end`` (and not ``None``) for a single moment.
    """

    start: Moment | None
    end: Moment | None

    @property
    def is_interval(self) -> bool:
        """Whether it was written as ``A/B``."""
        return self.start != self.end or self.start is None

    @property
    def first_day(self) -> date:
        """The earliest day it can mean; ``date.min`` when the start is open."""
        return self.start.first_day if self.start else date.min

    @property
    def last_day(self) -> date:
        """The latest day it can mean; ``date.max`` when the end is open."""
        return self.end.last_day if self.end else date.max

    @property
    def sort_key(self) -> tuple[date, str, date]:
        """Order by first day, then time of day, then last day."""
        return (self.first_day, (self.start.time if self.start else None) or "", self.last_day)

    def __str__(self) -> str:
        """Give the EDTF form."""
        if not self.is_interval:
            return str(self.start)
        return f"{self.start or '..'}/{self.end or '..'}"


def _moment(text: str) -> Moment:
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise BadDateError(f"`{text}` is not a date")
    year, month, day = (int(found[k]) if found[k] else None for k in ("year", "month", "day"))
    assert year is not None
    if year == 0:
        raise BadDateError(f"`{text}` is not a date: there is no year 0")
    if month is not None and not 1 <= month <= 12:
        raise BadDateError(f"`{text}` is not a date: there is no month {month}")
    if month and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise BadDateError(f"`{text}` is not a date: {year}-{month:02d} has no day {day}")
    if found["time"] and not _TIME.fullmatch(found["time"]):
        raise BadDateError(f"`{text}` is not a date: {found['time']} is not a time of day")
    mark = found["mark"]
    return Moment(year, month, day, found["time"], mark in ("~", "%"), mark in ("?", "%"))


@lru_cache(maxsize=100_000)
def parse_when(text: str) -> When:
    """Read an EDTF text. Raises BadDateError, whose message names the text and the fault."""
    if "/" not in text:
        moment = _moment(text)
        return When(moment, moment)
    first, _, last = text.partition("/")
    start = None if first == ".." else _moment(first)
    end = None if last == ".." else _moment(last)
    if start is None and end is None:
        raise BadDateError(f"`{text}` is not a period: both ends are open")
    if start and end and start.first_day > end.last_day:
        raise BadDateError(f"`{text}` is not a period: it ends before it starts")
    return When(start, end)


def parse_day(text: str) -> date:
    """Read a whole day, ``YYYY-MM-DD``. Raises BadDateError."""
    when = parse_when(text)
    if when.is_interval or not when.start or not when.start.day or len(text) != 10:
        raise BadDateError(f"`{text}` is not a whole day; write it as 2024-12-08")
    return when.first_day
