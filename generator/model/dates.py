"""Partial dates: EDTF (ISO 8601-2:2019, levels 0 and 1), with times of day.

Written forms: ``2024``, ``2024-12``, ``2024-12-08``; years before the first, ``-0044-03-15``, and of more
than four digits, ``Y-17000``; seasons, ``2024-21``; digits that nobody knows, ``202X``, ``2024-XX``,
``2024-05-XX``; each with ``~`` (approximate), ``?`` (uncertain) or ``%`` (both); intervals ``A/B``, with an
open end (``A/..``) or one that nobody knows (``A/``). A day may have a time, with seconds or without:
``2024-12-08T04:30`` in the explainer's time zone, or with its own offset (``+03:00``, ``Z``), and is then
kept as the clocks of that zone showed it.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias

from generator.model.calendar_days import day_number, days_in_month, nearest_date
from generator.model.clock import NoSuchTimeError, local_time, seconds_of
from generator.model.date_faults import ANY_FORM, date_fault, period_fault

_MOMENT = re.compile(
    r"(?P<date>Y(?P<long>-?[1-9][0-9]{4,11})|(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?)"
    r"(?:T(?P<time>[0-9:]+)(?P<offset>Z|[+-][0-9:]+)?)?(?P<mark>[~?%]?)"
)
# Level 1: the last digits of a year, a month, a day, or both of these.
_UNSPECIFIED = re.compile(r"-?[0-9]{2}(?:[0-9]X|XX)|-?[0-9]{4}-(?:XX(?:-XX)?|[0-9]{2}-XX)")
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?")
_OFFSET = re.compile(
    r"Z|\+(?:0[0-9]|1[0-4])(?::[0-5][0-9])?|-(?!00(?::00)?$)(?:0[0-9]|1[0-2])(?::[0-5][0-9])?"
)
# The months of each season, the last of winter in the next year. EDTF does not say of which half of the Earth
# they are; the words are written without that, and only the order of dates takes them for those of the north.
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_BEFORE_ALL, _AFTER_ALL = -(10**15), 10**15  # beyond each day of a year of twelve digits

Unspecified: TypeAlias = Literal["", "year", "month", "day"]
"""The narrowest part of a date that was left out on purpose: some day of May."""


class BadDateError(ValueError):
    """The text is not a date this module reads; the message says what is wrong, ``hint`` how to write it."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Say what is wrong, and the way out where it is known."""
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Moment:
    """One date as precisely as it is known: a year, a season, a month, a day, or a time of a day.

    ``year`` counts as ISO 8601 does: 0 is 1 BC, -43 is 44 BC. ``years`` is 10 or 100 for one of the years of
    a decade or century that begins (before the year 1, ends) with ``year``. ``offset`` is in seconds east of
    UTC.
    """

    year: int
    month: int | None = None
    day: int | None = None
    time: str | None = None
    approximate: bool = False
    uncertain: bool = False
    season: int | None = None
    unspecified: Unspecified = ""
    years: int = 1
    offset: int | None = None

    @property
    def year_bounds(self) -> tuple[int, int]:
        """The earliest and the latest year that it can be in, as far as its digits say."""
        more = self.years - 1
        return (self.year - more, self.year) if self.year < 0 else (self.year, self.year + more)

    @property
    def first(self) -> int:
        """The number of the earliest day this can mean, as in ``calendar_days``."""
        month = SEASONS[self.season][0] if self.season else self.month or 1
        return day_number(self.year_bounds[0], month, self.day or 1)

    @property
    def last(self) -> int:
        """The number of the latest day this can mean."""
        month = SEASONS[self.season][1] if self.season else self.month or 12
        year, month = self.year_bounds[1] + (month - 1) // 12, (month - 1) % 12 + 1
        return day_number(year, month, self.day or days_in_month(year, month))

    @property
    def first_day(self) -> date:
        """The earliest day this can mean; ``date.min`` for one before the year 1."""
        return nearest_date(self.first)

    @property
    def last_day(self) -> date:
        """The latest day this can mean; ``date.min`` for one before the year 1."""
        return nearest_date(self.last)

    @property
    def time_key(self) -> tuple[bool, int]:
        """Order within a day: without a time first, then as time went by, when clocks were put back too."""
        if self.time is None:
            return False, 0
        return True, seconds_of(self.time) - (self.offset or 0)

    @property
    def written_date(self) -> str:
        """The EDTF form without its time and marks."""
        if self.is_long:
            return f"Y{self.year}"
        digits = f"{abs(self.year):04d}"
        if self.years > 1:
            unknown = len(str(self.years)) - 1
            digits = digits[:-unknown] + "X" * unknown
        parts = [f"-{digits}" if self.year < 0 else digits]
        if self.season:
            parts.append(str(self.season))
        elif self.month:
            parts.append(f"{self.month:02d}")
        elif self.unspecified in ("month", "day"):
            parts.append("XX")
        if self.day or self.unspecified == "day":
            parts.append(f"{self.day:02d}" if self.day else "XX")
        return "-".join(parts)

    @property
    def is_long(self) -> bool:
        """Whether it is a year of more than four digits, of which no month is ever told."""
        return abs(self.year) > 9999

    @property
    def mark(self) -> str:
        """The mark of EDTF for how far it is in doubt, or ""."""
        return {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
            (self.approximate, self.uncertain), ""
        )

    @property
    def month_name(self) -> str:
        """``YYYY-MM``, or ``YYYY`` where no month is known; of the first of several years."""
        if self.month:
            return self.written_date[: -3 if self.day else None]
        return self.written_date if self.is_long else f"{self.year_bounds[0]:04d}"

    def __str__(self) -> str:
        """Give it as editors write it: EDTF, but a time is without its offset, and may have a mark."""
        return self.written_date + (f"T{self.time}" if self.time else "") + self.mark


@dataclass(frozen=True, slots=True)
class When:
    """A moment or an interval; ``None`` at an end of an interval means that it is open.

    ``unknown`` says that the end that is ``None`` is not open: it had one, which nobody knows.
    ``start is end`` (and not ``None``) for a single moment.
    """

    start: Moment | None
    end: Moment | None
    unknown: bool = False

    @property
    def is_interval(self) -> bool:
        """Whether it was written as ``A/B``."""
        return self.start != self.end or self.start is None

    @property
    def first(self) -> int:
        """The number of the earliest day it can mean, below all others when the start is open or unknown."""
        return self.start.first if self.start else _BEFORE_ALL

    @property
    def last(self) -> int:
        """The number of the latest day it can mean, above all others when the end is open or unknown."""
        return self.end.last if self.end else _AFTER_ALL

    @property
    def first_day(self) -> date:
        """The earliest day it can mean; ``date.min`` when the start is open, or before the year 1."""
        return nearest_date(self.first)

    @property
    def last_day(self) -> date:
        """The latest day it can mean; ``date.max`` when the end is open."""
        return nearest_date(self.last)

    @property
    def sort_key(self) -> tuple[int, tuple[bool, int], int]:
        """Order by first day, then time of day, then last day. Of equal dates their editor says the order."""
        return (self.first, self.start.time_key if self.start else (False, 0), self.last)

    def overlaps(self, other: "When") -> bool:
        """Say whether some day can be in both."""
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        """Give it as editors write it."""
        if not self.is_interval:
            return str(self.start)
        left_out = "" if self.unknown else ".."
        return f"{self.start or left_out}/{self.end or left_out}"


def _moment(text: str, zone: str | None) -> Moment:
    found = _MOMENT.fullmatch(text)
    if found is None or ("X" in found["date"] and not _UNSPECIFIED.fullmatch(found["date"])):
        raise BadDateError(*date_fault(text))
    moment = _dated(text, found)
    if found["time"] is None:
        return moment
    if moment.day is None or not _TIME.fullmatch(found["time"]):
        raise BadDateError(*date_fault(text))
    if found["offset"] and not _OFFSET.fullmatch(found["offset"]):
        raise BadDateError(*date_fault(text))
    return _timed(text, moment, found["time"], found["offset"], zone)


def _dated(text: str, found: re.Match[str]) -> Moment:
    approximate, uncertain = found["mark"] in ("~", "%"), found["mark"] in ("?", "%")
    if found["long"]:
        return Moment(int(found["long"]), approximate=approximate, uncertain=uncertain)
    unknown = found["year"].count("X")
    year = int(found["year"].replace("X", "0"))
    month, day = (int(found[part]) if found[part] not in (None, "XX") else None for part in ("month", "day"))
    season = month if month in SEASONS and not found["day"] else None
    unspecified: Unspecified = "year" if unknown else "day" if found["day"] == "XX" else ""
    if found["month"] == "XX" and not unspecified:
        unspecified = "month"
    moment = Moment(
        year,
        None if season else month,
        day,
        approximate=approximate,
        uncertain=uncertain,
        season=season,
        unspecified=unspecified,
        years=10**unknown,
    )
    is_day = moment.month is None or 1 <= (moment.day or 1) <= _days(moment)
    if not is_day or (year == 0 and found["year"].startswith("-")):
        raise BadDateError(*date_fault(text))
    return moment


def _days(moment: Moment) -> int:
    month = moment.month or 0
    return days_in_month(moment.year, month) if 1 <= month <= 12 else 0


def _timed(text: str, moment: Moment, time: str, offset: str | None, zone: str | None) -> Moment:
    assert moment.month and moment.day
    try:
        local = local_time((moment.year, moment.month, moment.day), time, offset, zone)
    except NoSuchTimeError:
        message = f"`{text}` is not a time in {zone}: the clocks were put forward over it"
        hint = f"Look at the time, or write it with the offset that the source means: {text[:16]}+01:00."
        raise BadDateError(message, hint) from None
    except OverflowError:
        raise BadDateError(f"`{text}` is not a date: it is beyond the years 1 to 9999 in {zone}") from None
    year, month, day = local.day
    return replace(moment, year=year, month=month, day=day, time=local.time, offset=local.offset)


@lru_cache(maxsize=100_000)
def parse_when(text: str, zone: str | None = None) -> When:
    """Read an EDTF text; times with an offset become those of a zone, by its IANA name, where one is given.

    Raises BadDateError, whose message names the text and the fault.
    """
    first, slash, last = text.partition("/")
    if not slash:
        moment = _moment(text, zone)
        return When(moment, moment)
    if fault := period_fault(text):
        raise BadDateError(*fault)
    start = None if first in ("", "..") else _moment(first, zone)
    end = None if last in ("", "..") else _moment(last, zone)
    if start and end and _is_before(end, start):
        raise BadDateError(
            f"`{text}` is not a period: it ends before it starts", "Put the earlier date first."
        )
    return When(start, end, unknown=not (first and last))


def _is_before(end: Moment, start: Moment) -> bool:
    if start.time and end.time and start.first == end.last:
        return end.time_key < start.time_key
    return start.first > end.last


def parse_day(text: str) -> date:
    """Read a whole day, ``YYYY-MM-DD``. Raises BadDateError."""
    try:
        when = parse_when(text)
    except BadDateError as bad:
        raise BadDateError(str(bad), "Write 2024-12-08." if bad.hint == ANY_FORM else bad.hint) from None
    if len(text) != 10 or when.is_interval or not when.start or not when.start.day:
        hint = "Only a day will do here, without a time, a mark or a second date."
        raise BadDateError(f"`{text}` is not a whole day; write it as 2024-12-08", hint)
    return when.first_day
