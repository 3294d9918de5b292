"""Thinning: of very many known days those that have editions, close together lately, far apart long ago.

A day that is left out never comes back when later ones are added, and the first always stays. So whoever
asks for a day that is left out can be sent to one before it, which shows nothing that was not known yet.
"""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence
from datetime import date

MOST = 20  # days; up to so many all of them have editions
LATEST = 2  # each of the last known days, past that
# Before those the last known day of a week, before that of a month, before that of each year.


def thinned(days: Sequence[date]) -> tuple[date, ...]:
    """Give the days that have editions, of days on which something changed, both oldest first."""
    if len(days) <= MOST:
        return tuple(days)
    weeks = _last_of(days[:-LATEST], lambda day: day.isocalendar()[:2])
    months = _last_of(weeks[:-1], lambda day: (day.year, day.month))
    years = _last_of(months[:-1], lambda day: day.year)
    kept = (days[0], *years, *months[-1:], *weeks[-1:], *days[-LATEST:])
    return tuple(dict.fromkeys(kept))


def _last_of(days: Sequence[date], span: Callable[[date], Hashable]) -> list[date]:
    """Give the last day of each span of time that has any."""
    return list({span(day): day for day in days}.values())


def stands_in(day: date, days: Sequence[date]) -> date | None:
    """Give the edition in which a day is read that has none, the last before it; ``days`` oldest first."""
    number = bisect_right(days, day)
    return days[number - 1] if number else None
