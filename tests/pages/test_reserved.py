"""The reserved words are those that pages really have beside anchors made from ids."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.actors import Relation
from generator.model.facts import Facts
from generator.model.reserved import ANCHORS, NO_SIDE, is_device
from generator.model.vocabulary import RecordKind
from generator.views.part_lists import letters_name
from tests.world import world, world_pages

ROOT = Path(__file__).parents[2]
ANCHOR = re.compile(r'\{ ?#([^\s}]+)|\bid="([^"]+)"')
IN_TEMPLATES = re.compile(r'w\.heading\(.*?, "([a-z-]+)"(?:, \d)?\)')
# What only ids make: two hyphens, or a prefix that the check of taken ids knows.
MADE = re.compile(r".*(--|\.).*|claim-.*")


def anchors(pages: dict[str, str], place: str) -> Iterator[str]:
    for path, text in pages.items():
        if re.fullmatch(place, path):
            yield from (one or other for one, other in ANCHOR.findall(text))


def theme_anchors() -> set[str]:
    texts = [path.read_text("utf-8") for path in (ROOT / "theme").rglob("*.html")]
    return {name for text in texts for name in re.findall(r'\bid="([a-z-]+)"', text)} - {"search-parts"}


def ids(facts: Facts, kind: RecordKind) -> set[str]:
    found: dict[RecordKind, set[str]] = {
        RecordKind.RELATION: {one.id for one in facts.records() if isinstance(one, Relation)},
        RecordKind.SERIES: {one.id for one in facts.series},
        RecordKind.QUESTION: {one.id for one in facts.questions},
    }
    return found[kind] | {str(one.id) for one in facts.retired if one.kind is kind}


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        (RecordKind.RELATION, "actors/(?!index).*"),
        (RecordKind.SERIES, "casualties.md"),
        (RecordKind.QUESTION, "questions/index.md"),
    ],
)
def test_every_anchor_beside_those_of_ids_is_reserved(kind: RecordKind, place: str) -> None:
    found = {name for name in anchors(world_pages(), place) if not MADE.fullmatch(name)}
    assert found - ids(world(), kind) <= ANCHORS[kind]
    assert theme_anchors() <= ANCHORS[kind]


@pytest.mark.parametrize(
    ("kind", "templates"),
    [(RecordKind.RELATION, ("actor", "gone")), (RecordKind.SERIES, ("casualties", "gone"))],
)
def test_headings_that_the_invented_country_lacks_are_reserved_too(
    kind: RecordKind, templates: tuple[str, ...]
) -> None:
    folder = ROOT / "generator" / "pages" / "templates"
    texts = [(folder / f"{name}.md.j2").read_text("utf-8") for name in templates]
    assert {name for text in texts for name in IN_TEMPLATES.findall(text)} <= ANCHORS[kind]


def test_actors_without_a_side_stand_under_the_reserved_name() -> None:
    assert f"side-{NO_SIDE}" in set(anchors(world_pages(), "actors/index.md"))


@pytest.mark.parametrize("name", ["con", "CON", "Aux", "nul", "prn", "com1", "lpt0"])
def test_names_of_devices_are_known_in_capitals_too(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize(("key", "name"), [("conakry", "con_"), ("nuland", "nul_"), ("cont", "con_")])
def test_no_part_of_a_list_is_named_like_a_device(key: str, name: str) -> None:
    assert letters_name(key, 3) == name
    assert letters_name(key, 2) == name[:2]
