"""Renames: what has another id now is still found by those that it had, its statements too."""

from datetime import date

import pytest

from generator.derive.index import index
from generator.derive.renames import former_ids, newest_ids
from generator.derive.snapshot import known_at
from generator.model.facts import Facts
from generator.model.refs import Ref, parse_target
from generator.model.retired import Retired
from tests.derive.make import claim, event, facts, source


def renamed(old: str, now: str, on: str = "2031-06-01", kind: str = "event") -> Retired:
    return Retired(id=old, kind=None if "/" in old else kind, on=on, now=now, renamed=True)


def told(*entries: Retired) -> Facts:
    ferry = event("ferry-sinks", claim("crew", "watch", "first"), claim("port", "radio", "first"))
    return facts(sources=(source("first"),), events=(ferry,), retired=entries)


def former(of: Facts, target: str) -> list[str]:
    return [str(old) for old in former_ids(of).get(parse_target(target), ())]


def test_nothing_was_renamed() -> None:
    assert not former_ids(told())


def test_a_chain_of_renames_comes_oldest_first() -> None:
    made = told(renamed("boat-sinks", "ferry-sinks", "2031-07-01"), renamed("accident", "boat-sinks"))
    assert former(made, "ferry-sinks") == ["accident", "boat-sinks"]
    assert former(made, "ferry-sinks/crew") == ["accident/crew", "boat-sinks/crew"]
    assert newest_ids(former_ids(made))[Ref("accident", "port")] == Ref("ferry-sinks", "port")


def test_a_statement_is_found_by_its_old_id_in_its_old_record() -> None:
    made = told(renamed("boat-sinks", "ferry-sinks"), renamed("ferry-sinks/sailors", "ferry-sinks/crew"))
    assert former(made, "ferry-sinks/crew") == [
        "boat-sinks/sailors",
        "boat-sinks/crew",
        "ferry-sinks/sailors",
    ]


def test_what_was_taken_out_leads_to_nothing_by_itself() -> None:
    over = Retired(id="boat-sinks", kind="event", on="2031-06-01", why="No.", now="ferry-sinks")
    assert not former_ids(told(over))


def test_a_loop_ends() -> None:
    made = told(renamed("one", "ferry-sinks"), renamed("ferry-sinks", "one"))
    assert former(made, "ferry-sinks") == ["one"]


def test_an_edition_knows_of_later_renames_and_says_nothing_of_them() -> None:
    made = told(renamed("boat-sinks", "ferry-sinks"))
    edition = known_at(made, date(2031, 5, 31))
    assert edition.retired == ()
    assert former(edition, "ferry-sinks") == ["boat-sinks"]
    assert known_at(made, date(2031, 6, 1)).later_renames == ()


def test_what_stood_on_the_page_of_a_record_that_was_renamed_since_is_told_of_on_its_new_page() -> None:
    gone = Retired(id="boat-sinks/oars", on="2031-05-01", why="Nobody said so.")
    made = told(gone, renamed("boat-sinks", "ferry-sinks"))
    assert index(made).told_on[Ref("boat-sinks", "oars")] == "ferry-sinks"


@pytest.mark.parametrize("day", [date(2031, 5, 20), date(2031, 6, 15), date(2031, 7, 15)])
def test_the_first_id_is_the_same_in_every_edition(day: date) -> None:
    made = told(renamed("boat-sinks", "ferry-sinks", "2031-07-01"), renamed("accident", "boat-sinks"))
    edition = known_at(made, day)
    assert edition.events
    assert former(edition, "ferry-sinks")[0] == "accident"
