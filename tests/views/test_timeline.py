"""The timeline: every event once, on its day, with the filters that it passes and no others."""

import gzip
import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import parse_when
from generator.model.facts import Facts
from generator.model.vocabulary import StatusName
from generator.views.context import context
from generator.views.timeline import SLOTS, Dated, Timeline, dated, timeline
from tests.derive.make import actor, claim, event, facts, place, source
from tests.world import world, world_pages

STYLE = Path(__file__).parents[2] / "theme" / "assets" / "timeline.css"
PEOPLE = [f"person-{number}" for number in range(20)]
TOWNS = [f"town-{number}" for number in range(20)]


def busy(who: list[list[str]], where: list[list[str]], days: list[str] | None = None) -> Facts:
    """Events with these actors and places, of whom and which there are twenty each."""
    days = days or ["2031-05-01"] * len(who)
    return facts(
        sources=(source("item"),),
        actors=(actor("watch"), *(actor(name) for name in PEOPLE)),
        places=(*(place(name) for name in TOWNS), place("ford", kind="crossing", within="town-1")),
        events=tuple(
            event(f"e{number}", claim("word", "watch", "item"), who=people, where=towns, occurred=day)
            for number, (people, towns, day) in enumerate(zip(who, where, days, strict=True))
        ),
    )


def view(of: Facts, code: str = "en") -> Timeline:
    return timeline(context(of, code))


def filters(of: Facts) -> dict[str, tuple[str, ...]]:
    return {one.line.id: one.filters for day in view(of).days for one in day.events}


@pytest.mark.parametrize("code", ["en", "ar"])
def test_every_event_stands_once_on_its_day(code: str) -> None:
    shown = [(one.line.id, day.anchor) for day in view(world(), code).days for one in day.events]
    assert sorted(name for name, _ in shown) == sorted(one.id for one in world().events)
    for name, anchor in shown:
        when = world().by_id[name].occurred
        assert anchor == (f"day-{str(when.start)[:10].rstrip('~?%')}" if when.start else f"until-{when.end}")


def test_days_are_in_order_and_their_anchors_unique() -> None:
    days = view(world()).days
    assert len({day.anchor for day in days}) == len(days)
    first = [min(world().by_id[one.line.id].occurred.first_day for one in day.events) for day in days]
    assert first == sorted(first)


@given(
    st.lists(
        st.tuples(*[st.lists(st.sampled_from(names), unique=True) for names in (PEOPLE, TOWNS)]), min_size=1
    )
)
@settings(deadline=None)
def test_an_event_passes_the_filters_of_its_actors_and_places(events: list[tuple]) -> None:
    made = busy([who for who, _ in events], [where for _, where in events])
    shown = view(made)
    slots = {one.anchor: one.slot for one in (*shown.actors, *shown.places)}
    for name, passed in filters(made).items():
        happened = made.by_id[name]
        wanted = {f"actor-{one}" for one in happened.who} | {f"place-{one}" for one in happened.where}
        assert set(passed) - {"s-reported"} == {slots[anchor] for anchor in wanted if anchor in slots}
        assert "s-reported" in passed


@given(st.lists(st.lists(st.sampled_from(PEOPLE), unique=True, max_size=20), min_size=1))
@settings(deadline=None)
def test_filters_are_the_most_frequent_and_never_more_than_the_slots(who: list[list[str]]) -> None:
    offered = view(busy(who, [[] for _ in who])).actors
    counts = Counter(name for people in who for name in people)
    frequent = sorted((-number, name) for name, number in counts.items() if number > 1)[:SLOTS]
    wanted = [] if len(frequent) < 2 else [(f"actor-{name}", -number) for number, name in frequent]
    assert [(one.anchor, one.events) for one in offered] == wanted
    assert [one.slot for one in offered] == [f"a-{number}" for number in range(1, len(offered) + 1)]


def test_a_place_counts_for_the_town_that_it_lies_within() -> None:
    made = busy([[], [], [], []], [["ford"], ["town-1", "ford"], ["town-2"], ["town-2"]])
    places = {one.anchor: one for one in view(made).places}
    assert {anchor: one.events for anchor, one in places.items()} == {"place-town-1": 2, "place-town-2": 2}
    assert places["place-town-1"].slot in filters(made)["e0"]


def test_where_there_is_no_choice_no_filter_is_offered() -> None:
    shown = view(busy([["person-1"]] * 3, [["town-1"]] * 3))
    assert (shown.actors, shown.places) == ((), ())


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2031-05-01", Dated.DAY),
        ("2031-05-01T04:30", Dated.DAY),
        ("2031-05", Dated.PERIOD),
        ("2031-05-01/2031-05-02", Dated.PERIOD),
        ("2031-05-01/..", Dated.PERIOD),
        ("2031-05-01~", Dated.ABOUT),
        ("2031-05/2031-06~", Dated.ABOUT),
        ("2031?", Dated.UNCERTAIN),
        ("2031-05-01%", Dated.UNCERTAIN),
    ],
)
def test_a_mark_is_as_vague_as_the_date(when: str, expected: Dated) -> None:
    assert dated(parse_when(when)) is expected


def test_a_time_is_repeated_only_where_it_says_more_than_its_day() -> None:
    made = busy([[]] * 3, [[]] * 3, ["2031-05-01", "2031-05-01T04:30", "2031-05-01/2031-05-02"])
    plain = {one.line.id: one.plain for day in view(made).days for one in day.events}
    assert plain == {"e0": True, "e1": False, "e2": False}


def test_the_key_explains_the_marks_that_are_there() -> None:
    assert [kind for kind, _ in view(world()).key] == ["key", "period", "about", "uncertain"]
    assert view(busy([[]], [[]])).key == ()


def test_busy_years_are_listed_by_month_and_lead_to_their_first_day() -> None:
    days = [
        "2029",
        "2030-02-01",
        *(f"2031-03-{day:02}" for day in range(1, 9)),
        "2031-04-05",
        "../2031-03-01",
    ]
    shown = view(busy([[]] * len(days), [[]] * len(days), days))
    assert shown.jumps == (
        ("day-2029", "2029"),
        ("day-2030-02-01", "2030"),
        ("day-2031-03-01", "Mar 2031"),
        ("day-2031-04-05", "Apr 2031"),
    )
    assert {anchor for anchor, _ in shown.jumps} <= {day.anchor for day in shown.days}


def test_counts_rest_on_one_claim_of_each_event() -> None:
    shown = view(world())
    assert sum(one.events for one in shown.counts) == len(world().events)
    for one in shown.counts:
        assert len(one.refs) == one.events
        assert all(ref in world().statements for ref in one.refs)


def slots() -> list[tuple[str, str]]:
    """Every filter class that the page may use, with the name of its group."""
    return [
        *((f"s-{name.value}", "status") for name in StatusName),
        *((f"{kind[0]}-{number}", kind) for kind in ("actor", "place") for number in range(1, SLOTS + 1)),
    ]


def test_the_style_sheet_has_a_rule_for_every_slot_and_no_other() -> None:
    style = STYLE.read_text("utf-8")
    for state in ("checked", "target"):
        rules = re.findall(rf"&:has\(\.f-([\w-]+):{state}\) li:not\(\.([\w-]+)\)", style)
        assert rules == [(slot, slot) for slot, _ in slots()]


def test_the_style_sheet_is_small_and_guarded() -> None:
    style = STYLE.read_text("utf-8")
    assert len(gzip.compress(style.encode(), 9, mtime=0)) <= 1536
    assert ":has(" not in style.partition("@supports selector(:has(*))")[0]


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_page_uses_known_slots_alone_and_every_filter_has_an_address(code: str) -> None:
    text = world_pages(code)["timeline.md"]
    soup = BeautifulSoup(text.split("\n---\n", 1)[1], "lxml")
    known = dict(slots())
    radios = soup.select("form input.f")
    assert radios
    for radio in radios:
        (slot,) = [name[2:] for name in radio["class"] if re.fullmatch(r"f-[sap]-[\w-]+", name)]
        assert known[slot] == radio["name"]
        assert f"f-{radio['name']}" in radio["class"]
        assert soup.find("label", {"for": radio["id"]})
        assert soup.find("a", {"href": f"#{radio['id']}"})
    for name in {radio["name"] for radio in radios}:
        (chosen,) = soup.select(f'input[name="{name}"][checked]')
        assert "f" not in chosen.get("class", [])
    listed = re.findall(r"^ +\{ ((?:\.[\w-]+ )+)data-claims", text, re.MULTILINE)
    assert len(listed) == len(world().events)
    shown = {name[1:] for line in listed for name in line.split()}
    assert {name for name in shown if re.match(r"[sap]-", name)} <= known.keys()


def test_the_page_needs_no_script() -> None:
    text = world_pages()["timeline.md"]
    soup = BeautifulSoup(text.split("\n---\n", 1)[1], "lxml")
    assert not soup.select("script, style, [style], [onclick], [onchange]")
