"""Dates as they could be told on a day, whatever they were known to be later."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model.dates import BadDateError, Moment, When, parse_when
from generator.model.dates_by_day import date_by, period_by

DAY = date(2024, 12, 8)

DATES = {
    "2024-12-07": "2024-12-07",
    "2024-12-08T23:30": "2024-12-08T23:30",
    "2024-12-08/2024-12-09": "2024-12-08",
    "2024-12-07T18:00/2024-12-09T02:00": "2024-12-07T18:00/2024-12-08",
    "2024-12-08T04:30/2024-12-09": "2024-12-08",
    "2024-12-06/2024-12-09": "2024-12-06/2024-12-08",
    "2024-12-06~/2024-12-09?": "2024-12-06~/2024-12-08",
    "2024-11/2024-12": "2024-11/2024-12",
    "2024-12/2025-01": "2024-12",
    "2024-11/2025-01": "2024-11/2024-12-08",
    "2024-12": "2024-12",
    "2024": "2024",
    "2024-12-06/..": "2024-12-06/..",
    "2024-12-09/..": "2024-12/..",
    "../2024-12-09": "../2024-12-08",
    "../2024-12-07": "../2024-12-07",
    "2024-12-09": "2024-12",
    "2024-12-10~": "2024-12~",
    "2024-12-10T05:00?": "2024-12?",
    "2024-12-10/2024-12-12": "2024-12",
    "2025": "2024?",
    "2024-24": "2024-24",
    "2025-21": "2024?",
    "2024-11-27/2025-21": "2024-11-27/2024-12-08",
    "202X": "202X",
    "203X": "2024?",
    "2024-XX": "2024-XX",
    "2024-12-XX": "2024-12-XX",
    "2025-01-XX": "2024?",
    "2024-12-06/": "2024-12-06/",
    "2024-12-10/": "2024-12/",
    "/2024-12-10": "/2024-12-08",
    "-0044-03-15": "-0044-03-15",
    "2025-01-01": "2024?",
}

PERIODS = {
    "2024-11-27/2024-12-08": "2024-11-27/2024-12-08",
    "2024-11-27/2024-12-12": "2024-11-27/..",
    "2024-11-27/2025": "2024-11-27/..",
    "2024-11-27/..": "2024-11-27/..",
    "2024-12-10/2024-12-20": "2024-12/..",
    "2024-12-10/..": "2024-12/..",
    "../2024-12-20": "../2024-12-08",
    "2024-12-20": "2024-12",
    "2024": "2024",
    "2024-11-27/": "2024-11-27/",
    "2024-23/2025-21": "2024-23/..",
    "-0044/2025": "-0044/..",
}


@pytest.mark.parametrize(("written", "told"), DATES.items())
def test_a_date_says_nothing_of_later_days(written: str, told: str) -> None:
    assert str(date_by(parse_when(written), DAY)) == told


@pytest.mark.parametrize(("written", "told"), PERIODS.items())
def test_a_period_that_ends_later_goes_on(written: str, told: str) -> None:
    assert str(period_by(parse_when(written), DAY)) == told


days = st.dates(date(2024, 11, 1), date(2025, 2, 28))


@st.composite
def moments(draw: st.DrawFn) -> str:
    shapes = ["%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%dT05:30", "%Y-%m-XX", "%Y-XX", "%Y-21", "%Y-24", "202X"]
    return draw(days).strftime(draw(st.sampled_from(shapes))) + draw(st.sampled_from(["", "~", "?", "%"]))


@st.composite
def whens(draw: st.DrawFn) -> When:
    shape = draw(st.sampled_from(["{0}", "{0}/{1}", "{0}/..", "../{0}", "{0}/", "/{0}"]))
    try:
        return parse_when(shape.format(draw(moments()), draw(moments())))
    except BadDateError:
        assume(False)
        raise


def ends(when: When) -> list[Moment]:
    return [end for end in (when.start, when.end) if end]


@pytest.mark.parametrize("told_by", [date_by, period_by])
class TestEveryDate:
    @given(when=whens(), day=days)
    def test_no_end_of_it_is_later(self, told_by, when: When, day: date) -> None:
        assert all(end.first_day <= day for end in ends(told_by(when, day)))

    @given(when=whens(), day=days)
    def test_what_was_over_stays_as_it_is(self, told_by, when: When, day: date) -> None:
        if all(end.first_day <= day for end in ends(when)):
            assert told_by(when, day) == when

    @given(when=whens(), one=days, other=days)
    def test_the_way_there_makes_no_difference(self, told_by, when: When, one: date, other: date) -> None:
        assert told_by(told_by(when, one), other) == told_by(when, min(one, other))

    @given(when=whens(), day=days)
    def test_it_can_be_written_and_read_again(self, told_by, when: When, day: date) -> None:
        told = told_by(when, day)
        assert parse_when(str(told)) == told

    @given(when=whens(), day=days)
    def test_it_begins_no_later_than_it_did(self, told_by, when: When, day: date) -> None:
        began = when.start.first_day if when.start else date.max
        told = told_by(when, day).start
        assert told is None or told.first_day <= max(began, day.replace(month=1, day=1)) + timedelta(0)
