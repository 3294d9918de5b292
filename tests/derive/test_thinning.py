"""Which of very many known days have editions."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.derive.known_days import days_left_out, days_of_change, edition_days
from generator.derive.thinning import LATEST, MOST, stands_in, thinned
from generator.model.facts import Facts
from tests.derive.make import claim, day, event, explainer, facts, source

DAYS = st.lists(st.dates(date(2020, 1, 1), date(2024, 12, 31)), min_size=1, max_size=120, unique=True).map(
    sorted
)


@given(DAYS)
def test_some_are_kept_and_all_of_few(days: list[date]) -> None:
    kept = thinned(days)
    assert list(kept) == sorted(set(kept) & set(days))
    assert kept[0] == days[0] and kept[-1] == days[-1]
    assert len(kept) <= max(MOST, 7 + 5)
    assert len(days) > MOST or list(kept) == days


@given(DAYS, st.integers(1, 400))
def test_what_is_left_out_never_comes_back(days: list[date], after: int) -> None:
    later = days[-1] + timedelta(days=after)
    assert set(thinned([*days, later])) <= {*thinned(days), later}


@given(DAYS)
def test_a_day_that_is_left_out_is_read_in_one_before_it(days: list[date]) -> None:
    kept = thinned(days)
    for one in set(days) - set(kept):
        earlier = stands_in(one, kept)
        assert earlier and earlier < one
        assert not [other for other in kept if earlier < other < one]


def test_the_last_days_weeks_months_and_years_are_kept() -> None:
    days = [date(2022, 1, 3) + timedelta(days=7 * n + k) for n in range(100) for k in range(3)]
    kept = thinned(days)
    assert kept[:2] == (date(2022, 1, 3), date(2022, 12, 28))  # the first day, the last week in its year
    assert kept[-LATEST:] == tuple(days[-LATEST:])
    assert len(kept) == 7


def many(**settings: object) -> Facts:
    sources = [source(f"s{n}", n) for n in range(1, 29)]
    said = [claim(f"c{n}", "watch", f"s{n}") for n in range(1, 29)]
    return facts(
        explainer=explainer(as_of=str(day(28)), **settings), sources=sources, events=[event("told", *said)]
    )


def test_the_explainer_may_ask_for_all_or_for_some() -> None:
    assert len(days_of_change(many())) == 28 > MOST
    assert edition_days(many()) == thinned(days_of_change(many()))
    assert edition_days(many(all_editions=True)) == days_of_change(many())
    assert edition_days(many(editions=[str(day(5))])) == (day(5),)


def test_every_day_left_out_leads_to_the_edition_before_it() -> None:
    left = days_left_out(many())
    assert {*left, *edition_days(many())} == {*days_of_change(many())}
    assert all(
        earlier == max(one for one in edition_days(many()) if one < day) for day, earlier in left.items()
    )
    assert not days_left_out(many(all_editions=True))
    assert not days_left_out(many(editions=[str(day(5))]))
