"""Queries: what is read is noted, what is remembered was read too, and little is worked out twice."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from inspect import signature
from typing import Any

import pytest

from generator.derive.provenance import _Graph
from generator.derive.queries import Queries
from generator.derive.snapshot import known_at
from generator.derive.trace import ALL, Inputs
from generator.model.facts import Facts, Record
from generator.model.fields import Citation
from generator.model.refs import Ref
from generator.model.sources import Source
from generator.model.statements import Claim
from generator.pages.render import render
from generator.views import sentences
from tests.derive.make import day, tell, words
from tests.world import world

TOLD = frozenset({("status", "told")})
QUERIES = sorted(
    name for name in dir(Queries) if not name.startswith("_") and name not in ("once", "take_trace")
)


def traced(said: str = "watch; radio 3") -> Queries:
    return Queries(tell(words(said))[1], traced=True)


def never() -> None:
    raise AssertionError("what is remembered is not made again")


def test_what_is_read_is_noted_until_it_is_taken() -> None:
    queries = traced()
    queries.status("told")
    queries.find_end(Ref("told", "c9"))
    assert queries.take_trace() == TOLD | {("ended", Ref("told", "c9"))}
    assert queries.take_trace() == frozenset()


def test_a_walk_over_a_kind_reads_all_of_it() -> None:
    queries = traced()
    assert queries.events
    assert queries.take_trace() == {("events", ALL)}


def test_nothing_is_noted_where_nobody_asked_for_a_trace() -> None:
    queries = Queries(world())
    assert queries.events
    assert queries.take_trace() == frozenset()


def items(facts: Facts) -> list[Any]:
    """Everything that a query may ask about."""
    retired = (entry.id for entry in facts.retired)
    cited = [Citation(source.id) for source in facts.sources]
    return [*facts.by_id, *facts.statements, *retired, *cited, facts.edition_day]


def ask(queries: Queries, name: str, facts: Facts) -> None:
    """Ask one question, about the first thing of which it can be asked."""
    if isinstance(getattr(Queries, name), property):
        getattr(queries, name)
        return
    several = {
        "in_file_order": facts.events,
        "in_story_order": [change for day in queries.story for change in day.changes],
    }
    if name in several:
        queries.take_trace()
        getattr(queries, name)(several[name])
        return
    others = tuple(signature(getattr(queries, name)).parameters)[1:]
    for item in items(facts):
        about = {"names": (Record, (item,)), "day": (item, facts.edition_day)}
        try:
            getattr(queries, name)(*about.get("".join(others), (item,)))
        except (KeyError, AttributeError, IndexError):
            continue
        return
    raise AssertionError(f"{name} cannot be asked about anything")


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_is_noted_as_something_that_can_be_compared(name: str) -> None:
    facts = world()
    queries, inputs = Queries(facts, traced=True), Inputs.of(facts)
    ask(queries, name, facts)
    readings = queries.take_trace()
    assert readings
    assert not any(inputs.differ(Inputs.of(facts), reading) for reading in readings)
    settings = {item for part, item in readings if part == "explainer"}
    assert settings <= inputs.parts["explainer"].keys()  # one that is not there would never differ


def test_who_asks_later_reads_what_was_read_when_it_was_made() -> None:
    queries = traced()

    def inner() -> object:
        return queries.once("inner", lambda: queries.status("told"))

    first = queries.once("outer", lambda: (inner(), queries.find("radio")))
    readings = queries.take_trace()
    assert readings == TOLD | {("by_id", "radio")}
    assert queries.once("outer", never) is first
    assert queries.take_trace() == readings
    assert queries.once("inner", never) is first[0]
    assert queries.take_trace() == TOLD


def test_what_was_read_before_is_not_held_to_belong_to_what_is_made_now() -> None:
    queries = traced()
    queries.find("watch")
    queries.once("inner", lambda: queries.status("told"))
    assert queries.take_trace() == TOLD | {("by_id", "watch")}
    queries.once("inner", never)
    assert queries.take_trace() == TOLD


def test_what_failed_is_not_remembered_and_takes_no_reading_away() -> None:
    queries = traced()
    queries.status("told")
    with pytest.raises(KeyError):
        queries.once("made", lambda: queries.status("nothing"))
    assert queries.take_trace() >= {*TOLD, ("status", "nothing")}
    assert queries.once("made", lambda: "at last") == "at last"


def editions(said: str, one: int, other: int) -> tuple[Inputs, Inputs]:
    facts = tell(words(said))[1]
    first, second = (Inputs.of(known_at(facts, day(number))) for number in (one, other))
    return first, second


@pytest.mark.parametrize(
    ("name", "item", "differs"),
    [
        ("status", "told", True),
        ("status", "nothing", False),
        ("timelines", ALL, True),
        ("statements", Ref("told", "c1"), False),
        ("statements", Ref("told", "c2"), True),
        ("statements", Ref("told", "c3"), False),
        ("known_days", Ref("told", "c1"), False),
        ("known_days", ALL, True),
        ("said_by", "watch", False),
        ("said_by", "north-guard", True),
        ("parties", "north-guard", True),
        ("parties", "south-guard", False),
        ("by_id", "watch", False),
        ("by_id", "told", True),
        ("labels", "told", False),
        ("events", ALL, True),
        ("series", ALL, False),
        ("story", ALL, True),
        ("edition_day", ALL, True),
        ("days_come", str(day(1)), False),
        ("days_come", str(day(2)), True),
        ("days_come", str(day(3)), True),
        ("days_come", str(day(4)), False),
        ("story_days", str(day(2)), True),
        ("story_days", str(day(4)), False),
        ("explainer", "contact", False),
        ("holding_changes", ALL, False),
    ],
)
def test_what_reads_otherwise_in_another_edition_is_told(name: str, item: object, differs: bool) -> None:
    before, after = editions("watch; north-guard denies 3", 1, 3)
    assert before.differ(after, (name, item)) is differs
    assert after.differ(before, (name, item)) is differs


def test_nothing_differs_between_an_edition_and_itself() -> None:
    before, after = editions("watch; north-guard denies 3", 3, 3)
    assert not [name for name in before.parts if before.differ(after, (name, ALL))]


def counting(counts: Counter[Any], name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def counted(*args: Any) -> Any:
        counts[name] += 1
        return function(*args)

    return counted


def test_pages_work_little_out_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    facts, counts = replace(world()), Counter[Any]()
    phrased, pattern = Counter[int](), sentences._stance_pattern

    def phrase(context: Any, claim: Claim) -> str:
        phrased[id(claim)] += 1
        return pattern(context, claim)

    known = Source.known.fget
    assert known
    monkeypatch.setattr(Source, "known", property(counting(counts, "known", known)))
    monkeypatch.setattr(_Graph, "_provenance", counting(counts, "provenance", _Graph._provenance))
    monkeypatch.setattr(sentences, "_stance_pattern", phrase)
    assert render(facts, "en")
    assert 0 < counts["known"] <= 3 * len(facts.sources)
    assert 0 < counts["provenance"] <= 3 * len(facts.statements)
    assert set(phrased.values()) == {1}
