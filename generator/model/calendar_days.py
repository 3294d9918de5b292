"""Days of the Gregorian calendar, carried on before the year 1 as ISO 8601 does: numbers, not dates.

Python's ``date`` ends at the year 1. A day's number is that of ``date.toordinal``: 1 for the first day of the
year 1, less for the days before it.
"""

import calendar
from datetime import date

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
# The calendar repeats after so many years, and days.
_YEARS, _DAYS = 400, 146_097


def day_number(year: int, month: int, day: int) -> int:
    """Give the number of a day of any year; -44 is the year before -43."""
    turns = 0 if 1 <= year <= 9999 else (year - 1) // _YEARS
    return date(year - turns * _YEARS, month, day).toordinal() + turns * _DAYS


def days_in_month(year: int, month: int) -> int:
    """Give the number of days of a month of any year."""
    return calendar.monthrange((year - 1) % _YEARS + 1, month)[1]


def nearest_date(number: int) -> date:
    """Give the day with a number, or the nearest that a ``date`` can be."""
    return date.fromordinal(max(FIRST, min(number, LAST)))
