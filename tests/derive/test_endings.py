"""Ended statements: by whom and on which day, whichever record holds them."""

from datetime import date

import pytest
from hypothesis import given, settings

from generator.derive.endings import EndReason
from generator.derive.snapshot import known_at
from generator.model.facts import Facts
from generator.model.refs import Ref
from generator.model.vocabulary import StatusName
from tests.derive.ask import ended_statements, status
from tests.derive.make import (
    actor,
    cast,
    claim,
    day,
    event,
    facts,
    figure,
    place,
    refs,
    series,
    source,
    tell,
    words,
)
from tests.derive.whole_worlds import DAYS, whole_worlds


def _falls(told: Facts, on: date | None = None) -> dict[Ref, tuple[EndReason, date]]:
    return {ref: (fall.how, fall.on) for ref, fall in ended_statements(told, on).items()}


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("watch; watch withdraws 3", {Ref("told", "c1"): (EndReason.WITHDRAWN, 3)}),
        ("watch; watch denies 3", {Ref("told", "c1"): (EndReason.DENIED, 3)}),
        ("watch; watch withdraws 3; watch 5", {}),
        ("watch; radio withdraws 3", {}),
        ("watch denies; watch withdraws 3", {Ref("told", "c1"): (EndReason.WITHDRAWN, 3)}),
        ("watch; radio denies 2; radio withdraws 4", {Ref("told", "c2"): (EndReason.WITHDRAWN, 4)}),
        ("watch retracted 4; radio", {Ref("told", "c1"): (EndReason.RETRACTED, 4)}),
        ("watch also s2 retracted 4; radio", {}),
        ("watch; radio of s1", {}),
        (
            "watch retracted 4; radio 2 of s1",
            {Ref("told", "c1"): (EndReason.RETRACTED, 4), Ref("told", "c2"): (EndReason.RETRACTED, 4)},
        ),
        ("watch denies 2 retracted 4; radio", {Ref("told", "c1"): (EndReason.RETRACTED, 4)}),
        ("watch; watch withdraws 3 retracted 5", {Ref("told", "c2"): (EndReason.RETRACTED, 5)}),
    ],
)
def test_what_falls_in_an_event(said: str, ends: dict[Ref, tuple[EndReason, int]]) -> None:
    _, told = tell(words(said))
    assert _falls(told) == {ref: (how, day(number)) for ref, (how, number) in ends.items()}


def test_before_the_day_it_still_stands() -> None:
    _, told = tell(words("watch; watch withdraws 3"))
    assert _falls(told, day(2)) == {}
    assert ended_statements(told)[Ref("told", "c1")].by == refs("told/c2")


def test_a_retraction_names_the_source_that_went() -> None:
    _, told = tell(words("watch retracted 4; radio 2 of s1"))
    assert ended_statements(told)[Ref("told", "c2")].sources == ("s1",)


def _toll(*figures, **fields) -> Facts:
    sources = (source("a", 1), source("b", 3), source("c", 5, retracted={"on": str(day(7)), "why": "No."}))
    return facts(sources=sources, series=(series("toll", *figures, **fields),))


def test_a_figure_is_taken_back_by_its_own_number() -> None:
    told = _toll(
        figure("one", "watch", "a", value=5),
        figure("other", "watch", "a", value=6, as_of="2031-05-02"),
        figure("back", "watch", "b", value=5, stance="withdraws"),
    )
    assert _falls(told) == {Ref("toll", "one"): (EndReason.WITHDRAWN, day(3))}


def test_a_figure_falls_with_its_source() -> None:
    told = _toll(figure("one", "watch", "a", value=5), figure("two", "radio", "c", value=9))
    assert _falls(told) == {Ref("toll", "two"): (EndReason.RETRACTED, day(7))}
    assert _falls(told, day(6)) == {}


def test_a_revision_replaces_what_was_said_of_its_day_and_lowers_what_came_before() -> None:
    told = _toll(
        figure("low", "watch", "a", value=3, as_of="2031-05-01"),
        figure("high", "watch", "a", value=9, as_of="2031-05-02"),
        figure("same", "watch", "a", value=8, as_of="2031-05-03"),
        figure("others", "radio", "a", value=9, as_of="2031-05-02"),
        figure("new", "watch", "b", value=5, as_of="2031-05-03", revised="Counted twice."),
        running=True,
    )
    ends = {
        Ref("toll", "high"): (EndReason.LOWERED, day(3)),
        Ref("toll", "same"): (EndReason.REPLACED, day(3)),
    }
    assert _falls(told) == ends
    assert [fall.stands for fall in ended_statements(told).values()] == [
        ref == Ref("toll", "high") for ref in ended_statements(told)
    ]


def test_a_revision_that_fell_revises_nothing() -> None:
    told = _toll(
        figure("old", "watch", "a", value=9), figure("new", "watch", "c", value=5, revised="Counted twice.")
    )
    assert _falls(told) == {Ref("toll", "new"): (EndReason.RETRACTED, day(7))}


def test_what_stands_alone_is_taken_back_by_name() -> None:
    claims = [
        claim("one", "watch", "a"),
        claim("two", "watch", "a"),
        claim("back", "watch", "b", "withdraws", contradicts=["two"]),
    ]
    told = facts(sources=(source("a"), source("b", 3)), actors=(*cast(), actor("mill", claims=claims)))
    assert _falls(told) == {Ref("mill", "two"): (EndReason.WITHDRAWN, day(3))}


def test_a_position_falls_with_its_source() -> None:
    gone = source("a", retracted={"on": str(day(4)), "why": "Wrong sheet."})
    ford = place("ford", point={"lat": "1.0", "lon": "2.0", "by": "watch", "cite": "a"})
    assert _falls(facts(sources=(gone,), places=(ford,))) == {
        Ref("ford", "point"): (EndReason.RETRACTED, day(4))
    }


def test_an_event_all_of_whose_claims_fell_is_withdrawn() -> None:
    told, all_of_it = tell(words("watch; watch withdraws 3; radio retracted 5"))
    assert {Ref("told", "c1"), Ref("told", "c3")} == ended_statements(all_of_it).keys()
    assert status(told, all_of_it).name is StatusName.WITHDRAWN


@settings(deadline=None, max_examples=60)
@given(whole_worlds(), DAYS)
def test_an_edition_knows_what_had_fallen_by_its_day(world: Facts, number: int) -> None:
    edition = known_at(world, day(number))
    falls = ended_statements(world, day(number))
    assert ended_statements(edition) == {
        ref: fall for ref, fall in falls.items() if ref in edition.statements
    }
    assert all(fall.on <= day(number) for fall in falls.values())


def test_events_are_not_in_the_way_of_each_other() -> None:
    both = facts(
        sources=(source("a"), source("b", 2)),
        events=(
            event("one", claim("c", "watch", "a")),
            event("two", claim("c", "watch", "b", "withdraws")),
        ),
    )
    assert _falls(both) == {}
