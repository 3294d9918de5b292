"""What a process that lives on reads again: files that changed, and of these the records that did."""

from pathlib import Path

import pytest

from generator.load import ReadingMemory, load
from tests.site.tiny import edit, tiny

ACTORS = "content/actors.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path / "explainer")


def test_records_stay_the_same_objects_while_their_words_are_the_same(root: Path) -> None:
    memory = ReadingMemory()
    before = load(root, memory).facts
    edit(root, "name: Lower Council", "name: The Council", ACTORS)
    after = load(root, memory).facts
    same = {actor.id for actor, was in zip(after.actors, before.actors, strict=True) if actor is was}
    assert same == {actor.id for actor in before.actors} - {"lower-council"}
    assert all(one is other for one, other in zip(after.sources, before.sources, strict=True))
    assert after.by_id["lower-council"] != before.by_id["lower-council"]


def test_a_record_may_move(root: Path) -> None:
    memory = ReadingMemory()
    before = load(root, memory).facts
    path = root / ACTORS
    path.write_text(f"# A comment.\n\n{path.read_text('utf-8')}", "utf-8")
    moved = load(root, memory)
    assert all(one is other for one, other in zip(moved.facts.actors, before.actors, strict=True))
    assert moved.positions.locate("upper-guard").line == load(root).positions.locate("upper-guard").line
    (root / "content/actors").mkdir()
    path.rename(root / "content/actors/all.yml")
    renamed = load(root, memory)
    assert all(one is other for one, other in zip(renamed.facts.actors, before.actors, strict=True))
    assert renamed.positions.locate("upper-guard").path == "content/actors/all.yml"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Lower Council", "name: Lower Council\n  kindd: x"),
        ("name: Lower Council", "name: [Lower"),
        ("name: Lower Council", "name: yes"),
        ("- id: lower-council", "- id: upper-guard"),
        ("kind: organisation", "kind: organization"),
        ("- id: upper-guard\n  name: Upper Guard", "[{id: a, name: b}, {id: c,\n name: d}]\n"),
    ],
)
def test_problems_are_those_of_a_first_reading(root: Path, old: str, new: str) -> None:
    memory = ReadingMemory()
    load(root, memory)
    edit(root, old, new, ACTORS)
    for _ in range(2):
        again, anew = load(root, memory), load(root)
        assert again.problems == anew.problems
        assert (again.facts, again.broken, again.complete) == (anew.facts, anew.broken, anew.complete)
    edit(root, new, old, ACTORS)
    assert load(root, memory).facts == load(root).facts


def test_the_same_words_mean_something_else_in_another_zone(root: Path) -> None:
    memory = ReadingMemory()
    timeline = "content/timeline.yml"
    path = root / timeline
    path.write_text(path.read_text("utf-8").replace("occurred: ", "occurred: ", 1), "utf-8")
    load(root, memory)
    edit(root, "time_zone: UTC", "time_zone: Asia/Damascus", "content/explainer.yml")
    assert load(root, memory).facts == load(root).facts


def test_entries_in_one_line_are_told_apart(root: Path) -> None:
    memory = ReadingMemory()
    path = root / "content/sources.yml"
    one = "{id: %s, title: T, publisher: P, published: 2018-04-02, accessed: 2018-05-01, language: en}"
    path.write_text(f"[{one % 'lantern'}, {one % 'gazette'}]\n", "utf-8")
    load(root, memory)
    path.write_text(path.read_text("utf-8").replace("title: T", "title: U"), "utf-8")
    assert load(root, memory).facts == load(root).facts
