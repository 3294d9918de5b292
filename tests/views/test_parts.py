"""Parts of long lists: everything on one part, in order, and one entry more changes as little as it can."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.facts import Facts
from generator.pages.page import NO_SITE_INFO
from generator.pages.render import page_tasks
from generator.views import part_lists
from generator.views.context import context
from generator.views.events import in_order
from generator.views.language import language
from generator.views.part_lists import TIMELINE, letters_label, letters_name
from generator.views.parts import ListPart, in_parts, period_names, period_words
from tests.derive.make import actor, claim, event, facts, source

MOST = 4
FIRST = date(2030, 11, 20)
days = st.integers(0, 120).map(lambda number: FIRST + timedelta(days=number))
written = st.one_of(
    days.map(date.isoformat),
    days.map(lambda day: f"{day.isoformat()}T10:30"),
    days.map(lambda day: f"{day:%Y-%m}"),
    days.map(lambda day: f"{day:%Y}~"),
    days.map(lambda day: f"../{day.isoformat()}"),
    st.tuples(days, days).map(lambda two: f"{min(two)}/{max(two)}"),
)


@pytest.fixture(autouse=True, scope="module")
def short_pages() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(part_lists.MOST, "timeline", MOST)
        yield


def story(dates: list[str]) -> Facts:
    return facts(
        sources=(source("item"),),
        actors=(actor("watch"),),
        events=tuple(
            event(f"e{number}", claim("word", "watch", "item"), occurred=when)
            for number, when in enumerate(dates)
        ),
    )


def timeline_parts(of: Facts) -> ListPart[str]:
    return TIMELINE.tree(context(of, "en"))


def counted(counts: list[int]) -> list[str]:
    """So many events on each of the days that follow each other."""
    return [(FIRST + timedelta(days=at)).isoformat() for at, count in enumerate(counts) for _ in range(count)]


@given(st.one_of(st.lists(written, max_size=60), st.lists(st.integers(0, 12), max_size=90).map(counted)))
@settings(deadline=None)
def test_every_event_stands_on_one_part_and_all_are_in_order(dates: list[str]) -> None:
    made = story(dates)
    tree = timeline_parts(made)
    if len(dates) <= MOST:
        assert not tree.below
        return
    held = [name for leaf in tree.leaves for name in leaf.entries]
    assert held == [one.id for one in in_order(made.events)]
    assert all(0 < len(leaf.entries) <= MOST for leaf in tree.leaves)
    first = [min(made.by_id[name].occurred.first_day for name in leaf.entries) for leaf in tree.leaves]
    assert first == sorted(first)
    names = [part.name for part in tree.all_below]
    assert len(names) == len(set(names))


def parts_told(of: Facts) -> dict[str, object]:
    """What the pages of the timeline are told beside the facts, by their files."""
    told = page_tasks(context(of, "en"), NO_SITE_INFO)
    return {task.path: task.given for task in told if task.kind.name in ("timeline", "timeline-part")}


def own_parts(when: str, paths: set[str]) -> set[str]:
    """The pages that an event of that day can be on: those named by its time, by number too."""
    named = tuple(f"timeline/{name}" for name in period_names(date.fromisoformat(when)))
    return {path for path in paths if path.removesuffix(".md").partition("--")[0] in named}


@given(st.lists(st.integers(0, 9), min_size=1, max_size=60), days, st.sampled_from(["e", "zz"]))
@settings(deadline=None, max_examples=60)
def test_one_event_more_changes_its_parts_the_overview_and_at_most_the_ways_of_its_neighbours(
    counts: list[int], day: date, name: str
) -> None:
    """The ways change only where a part is new: what is named beside a way is a part's name alone."""
    dates = counted(counts)
    before = story(dates)
    new = event(name, claim("word", "watch", "item"), occurred=day.isoformat())
    told = parts_told(before)
    after = parts_told(facts(sources=before.sources, actors=before.actors, events=(*before.events, new)))
    if len(dates) <= MOST:
        return
    assert told.keys() <= after.keys()
    changed = {path for path in after if told.get(path) != after[path]}
    own = own_parts(day.isoformat(), set(after))
    others = changed - own - {"timeline.md"}
    assert own <= changed or any("--" in path for path in own)
    # A part that grows too long is split: what it held gets parts of its own too.
    assert all(path in own or path.startswith(f"timeline/{day:%Y}") for path in after.keys() - told.keys())
    for path in others & told.keys():
        assert told[path].part == after[path].part, path
    if told.keys() == after.keys():
        assert not others


def test_a_part_that_grows_too_long_keeps_its_address_and_leads_on() -> None:
    few = parts_told(story(["2030-12-08"] * MOST + ["2031-02-01"]))
    many = parts_told(story(["2030-12-08"] * MOST + ["2030-12-20", "2031-02-01"]))
    assert few.keys() == {"timeline.md", "timeline/2030.md", "timeline/2031.md"}
    assert many.keys() - few.keys() == {
        "timeline/2030-12.md",
        "timeline/2030-12-01-15.md",
        "timeline/2030-12-16-31.md",
    }


def test_a_day_that_is_too_long_is_split_by_number() -> None:
    tree = in_parts(range(10), lambda _: period_names(FIRST), MOST)
    assert [leaf.name for leaf in tree.leaves] == [f"2030-11-20--{number}" for number in (1, 2, 3)]
    assert [leaf.entries for leaf in tree.leaves] == [(0, 1, 2, 3), (4, 5, 6, 7), (8, 9)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2024", "2024"),
        ("2024-02", "February 2024"),
        ("2024-02-16-29", "16–29 February 2024"),
        ("2024-02-29--2", "29 February 2024"),
        ("story--2024-02", "February 2024"),
        ("story--other", ""),
    ],
)
def test_a_part_named_by_a_time_is_called_by_it(name: str, words: str) -> None:
    assert period_words(language("en"), name) == words


@pytest.mark.parametrize(
    ("key", "names", "labels"),
    [
        ("aleppo", ["a", "al", "ale"], ["A", "Al", "Ale"]),
        ("a b", ["a", "a_", "a_b"], ["A", "A", "A b"]),
        ("a", ["a", "a_", "a__"], ["A", "A", "A"]),
        ("حلب", ["u062d", "u062du0644", "u062du0644u0628"], ["ح", "حل", "حلب"]),
        ("12th", ["other", "other1", "other12"], ["0–9", "1", "12"]),
    ],
)
def test_letters_have_latin_names(key: str, names: list[str], labels: list[str]) -> None:
    assert [letters_name(key, number) for number in (1, 2, 3)] == names
    assert [letters_label(key, number) for number in (1, 2, 3)] == labels
