"""What each day changed about a record: its sentence once, then what is new."""

from collections.abc import Sequence

from generator.model.facts import Facts
from generator.model.statements import Claim
from generator.views.context import context
from generator.views.rich_text import plain_text
from generator.views.turns import Turn, turns
from tests.derive.make import claim, event, facts, source


def world(*claims: Claim, **fields: object) -> Facts:
    sources = tuple(source(f"s{number}", number) for number in range(1, 9))
    return facts(sources=sources, events=(event("told", *claims, favours=[], **fields),))


def told(*claims: Claim, **fields: object) -> tuple[Turn, ...]:
    return turns(context(world(*claims, **fields), "en"), "told")


def words(found: Sequence[Turn]) -> list[list[str]]:
    return [[plain_text(one.words) for one in turn.said] for turn in found]


GONE = claim("gone", "watch", "s1", says="She is gone.")


def test_a_single_day_has_no_history() -> None:
    assert told(GONE) == ()


def test_the_sentence_is_told_once_then_what_each_day_brought() -> None:
    air = claim("by-air", "radio", "s2", says="She flew.", bears_out=["gone"])
    boat = claim("by-boat", "paper", "s3", says="She went by boat.", contradicts=["by-air"], bears_out=[])
    assert words(told(GONE, air, boat)) == [
        ["She is gone, Watch says."],
        ["She flew, Radio says."],
        ["She went by boat, according to Paper."],
    ]


def test_a_status_is_told_where_it_changed_with_the_one_before() -> None:
    air = claim("by-air", "radio", "s2", says="She flew.", bears_out=["gone"])
    again = claim("still", "watch", "s3", says="She has not come back.")
    found = told(GONE, air, again)
    assert [(turn.was[0], turn.status[0]) for turn in found] == [
        ("", "reported"),
        ("reported", "corroborated"),
        ("", ""),
    ]


def test_of_many_statements_of_one_day_the_first_are_told() -> None:
    many = [claim(f"c{n}", "watch", "s2", says=f"Thing {n}.") for n in range(5)]
    _, turn = told(GONE, *many)
    assert len(turn.said) == 3
    assert turn.more == "2 more statements"


def test_where_nothing_new_is_said_the_sentence_is_told_as_it_reads_now() -> None:
    sources = (source("s1", retracted={"on": "2031-05-05", "why": "Made up."}), source("s2", 2))
    event_told = event("told", GONE, claim("more", "radio", "s2", says="She flew."), favours=[])
    found = turns(context(facts(sources=sources, events=(event_told,)), "en"), "told")
    assert found[-1].kind == "corrected"
    assert words(found[-1:]) == [["She flew, Radio says."]]


def test_what_the_editors_put_right_is_no_turn() -> None:
    correction = {"on": "2031-05-07", "text": "We had the wrong day.", "refs": ["gone"]}
    assert told(GONE, corrections=[correction]) == ()
