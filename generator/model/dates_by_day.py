"""Dates as they could be told on a day: nothing after it as something that has happened.

A date that lies later is told as vaguely as makes it true: as its month or its year, else as the year of
the day itself, marked uncertain. What ends later has no known end yet. A date that holds the day, such as
the month that it is in, stays as it is. To take a date back to a day and then to an earlier one gives the
same as to take it to the earlier one at once.
"""

from dataclasses import replace
from datetime import date

from generator.model.dates import Moment, When


def date_by(when: When, day: date) -> When:
    """Give a date as it could be told on a day; an interval ends on that day at the latest."""
    end = when.end
    if when.start is None:
        return replace(when, end=_at_most(end, day)) if end else when
    if not when.is_interval or when.start.first_day > day:
        start = _vaguer(when.start, day)
        return When(start, start) if end else replace(when, start=start)
    if end is None or end.first_day <= day:
        return when
    if when.start.last_day >= day:  # what is left of it is the moment at which it began
        only = replace(when.start, time=None, offset=None)
        return When(only, only)
    return When(when.start, _at_most(end, day))


def period_by(when: When, day: date) -> When:
    """Give a period as it could be told on a day: one that ends later is still going on."""
    if when.start is None or not when.is_interval:
        return date_by(when, day)
    start = _vaguer(when.start, day)
    if when.end is None:
        return replace(when, start=start)
    if when.end.first_day > day:
        return When(start, None)
    return when if start == when.start else replace(when, start=start)


def _at_most(moment: Moment, day: date) -> Moment:
    return moment if moment.first_day <= day else Moment(day.year, day.month, day.day)


def _vaguer(moment: Moment, day: date) -> Moment:
    if moment.first_day <= day:
        return moment
    whole = replace(moment, day=None, time=None, offset=None, unspecified="")
    if moment.month and (moment.year, moment.month) <= (day.year, day.month):
        return whole
    if moment.years == 1 and moment.year <= day.year:
        return replace(whole, month=None, season=None)
    return Moment(day.year, uncertain=True)
