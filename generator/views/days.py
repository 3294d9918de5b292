"""Days on a calendar's scale: where its labels stand, in the words of a language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from babel.dates import format_skeleton

from generator.views.language import Language

_MOST = 4  # labels that fit beside each other on a phone
_DAY_STEPS = (1, 2, 3, 5, 7, 10, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2500)
_DAYS_LONG = 55
_MONTHS_LONG = 800


@dataclass(frozen=True, slots=True)
class DayTick:
    """A day (its ordinal) with a label as short as the scale allows."""

    day: int
    label: str


def day_ticks(words: Language, first: int, last: int) -> tuple[DayTick, ...]:
    """Give labels for the days from ``first`` to ``last`` (ordinals): days, months or years.

    There are at most four, evenly spaced on the calendar, and one at least.
    """
    if last - first <= _DAYS_LONG:
        days = _every_days(first, last)
        return tuple(DayTick(day, day_label(words, date.fromordinal(day), "MMMd")) for day in days)
    skeleton = "yMMM" if last - first <= _MONTHS_LONG else "y"
    months = _every_months if skeleton == "yMMM" else _every_years
    ticks = tuple(
        DayTick(day.toordinal(), day_label(words, day, skeleton))
        for day in months(date.fromordinal(first), date.fromordinal(last))
    )
    return ticks or (DayTick(first, day_label(words, date.fromordinal(first), "yMMM")),)


def day_label(words: Language, day: date, skeleton: str) -> str:
    """A day as far as a CLDR skeleton says it: "MMMd" is "8 Dec", "y" is "2024"."""
    return format_skeleton(skeleton, datetime.combine(day, time()), locale=words.locale)


def _every_days(first: int, last: int) -> range:
    for step in _DAY_STEPS:
        if (last - first) // step < _MOST:
            break
    return range(first, last + 1, step)


def _every_months(first: date, last: date) -> list[date]:
    starts = list(_month_starts(first, last))
    for step in _MONTH_STEPS:
        found = [day for day in starts if (day.month - 1) % step == 0]
        if len(found) <= _MOST:
            break
    return found


def _month_starts(first: date, last: date) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        for month in range(1, 13):
            if first <= date(year, month, 1) <= last:
                yield date(year, month, 1)


def _every_years(first: date, last: date) -> list[date]:
    years = range(first.year if first == date(first.year, 1, 1) else first.year + 1, last.year + 1)
    for step in _YEAR_STEPS:
        found = [date(year, 1, 1) for year in years if year % step == 0]
        if len(found) <= _MOST:
            break
    return found
