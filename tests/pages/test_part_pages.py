"""Pages of the parts of long lists: nothing is lost, no address leads nowhere, editions have them too."""

import re
from collections.abc import Iterator
from functools import cache
from posixpath import normpath

import pytest

from generator.derive.known_days import edition_days
from generator.derive.snapshot import known_at
from generator.pages.page import NO_SITE_INFO, PageTask
from generator.pages.parts import SPLIT
from generator.pages.render import edition_tasks, page_tasks, render, write
from generator.press.editions import edition_pages
from generator.views import part_lists
from generator.views.context import context
from tests.world import world, world_pages

SHORT = {"days": 3, "timeline": 5, "changes": 12, "disagreements": 4, "sources": 4, "atoz": 6}
WHOLE = {
    "days": "day-by-day.md",
    "timeline": "timeline.md",
    "changes": "changes.md",
    "disagreements": "disagreements/index.md",
    "sources": "sources/index.md",
    "atoz": "a-z.md",
}
LINK = re.compile(r"\]\(((?![a-z]+:)[^)\s]+)\)")  # to the outside leads no file
ANCHOR = re.compile(r'(?:\bid="|\{:? ?#)([^"\s}]+)')
CLAIMS = re.compile(r'data-claims="([^"]+)"')
CHANGE = re.compile(r"[a-z]+--[a-z-]+--\d{4}-\d\d-\d\d")
languages = pytest.mark.parametrize("language", ["en", "ar"])
lists = pytest.mark.parametrize("name", SPLIT)


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, most in SHORT.items():
        monkeypatch.setitem(part_lists.MOST, name, most)


@cache
def split_pages(language: str) -> dict[str, str]:
    return {page.path: page.text for page in render(world(), language)}


@cache
def whole_pages(language: str) -> dict[str, str]:
    with pytest.MonkeyPatch.context() as patch:
        for name in SHORT:
            patch.setitem(part_lists.MOST, name, 10_000)
        return world_pages(language)


def tasks(language: str = "en") -> list[PageTask]:
    return page_tasks(context(world(), language), NO_SITE_INFO)


def leaves_of(name: str, language: str = "en") -> list[str]:
    found = (task for task in tasks(language) if task.kind.name == f"{name}-part")
    return [task.path for task in found if not task.given.part.below]


def body(text: str) -> str:
    """What stands below the front matter, whose words may look like anything."""
    return text.split("\n---\n", 1)[1]


def claims(text: str) -> set[str]:
    return {ref for refs in CLAIMS.findall(text) for ref in refs.split()}


def anchors(text: str) -> set[str]:
    return set(ANCHOR.findall(body(text)))


def test_a_list_of_which_a_page_can_hold_all_has_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SHORT:
        monkeypatch.setitem(part_lists.MOST, name, 10_000)
    assert not [task.path for task in tasks() if task.kind.name.endswith("-part")]


@languages
def test_every_link_of_every_page_leads_somewhere(language: str) -> None:
    pages = split_pages(language)
    held = {path: anchors(text) for path, text in pages.items()}
    for path, text in pages.items():
        for link in LINK.findall(body(text)):
            file, _, anchor = link.replace("&#35;", "#").partition("#")
            target = normpath(f"{path}/../{file}") if file else path
            assert target in pages, (path, link)
            assert not anchor or anchor in held[target], (path, link)


@lists
@languages
def test_parts_say_what_the_whole_page_says(name: str, language: str) -> None:
    leaves = leaves_of(name, language)
    assert len(leaves) > 1
    parts = "".join(split_pages(language)[path] for path in leaves)
    assert claims(whole_pages(language)[WHOLE[name]]) == claims(parts)


@lists
def test_anchors_of_the_whole_page_lead_on_from_its_overview(name: str) -> None:
    """But for those of changes, which a script leads to their day, and of what is only on the page itself."""
    whole = {
        anchor
        for anchor in anchors(whole_pages("en")[WHOLE[name]])
        if not CHANGE.fullmatch(anchor) and not anchor.startswith("says-") and not anchor.endswith("--all")
    }
    assert whole - {"filters", "day-map"} <= anchors(split_pages("en")[WHOLE[name]])


def test_the_anchor_of_a_change_stands_on_the_part_that_its_day_leads_to() -> None:
    pages = split_pages("en")
    days = re.findall(r"\]\((changes/[^)#]+)#(day-[\d-]+)\)", pages["changes.md"])
    ways = {day: path for path, day in days}
    assert ways.keys() <= anchors(pages["changes.md"])
    every = {one for one in anchors(whole_pages("en")["changes.md"]) if CHANGE.fullmatch(one)}
    assert every
    for anchor in every:
        assert any(
            anchor in anchors(pages[path])
            for path in leaves_of("changes")
            if path.partition("--")[0] == ways[f"day-{anchor[-10:]}"].partition("--")[0]
        ), anchor


@lists
def test_a_part_has_a_title_breadcrumbs_and_neighbours_of_its_own(name: str) -> None:
    pages = {page.path: page for page in render(world(), "en")}
    leaves = [pages[path] for path in leaves_of(name)]
    assert len({page.title for page in leaves}) == len(leaves)
    for page in leaves:
        assert page.meta.breadcrumbs[-1][1] == WHOLE[name]
        assert page.meta.layout == f"{name}-part"
        assert "facets" not in page.front


def test_records_do_not_take_the_addresses_of_parts() -> None:
    """Ids hold no two hyphens, and no kind of record has its pages in the folder of a list's parts."""
    folders = {split.folder for split in SPLIT.values()}
    assert not {task.path for task in tasks() if task.record and task.path.startswith(tuple(folders))}


@pytest.mark.long
def test_editions_have_the_parts_of_their_day() -> None:
    days = edition_days(world())
    some = [days[0], days[len(days) // 2], *days[-2:]]
    for edition in edition_pages(world(), "en", some):
        now = context(known_at(world(), edition.day), "en")
        alone = {task.path: write(now, task, NO_SITE_INFO).said for task in edition_tasks(now)}
        assert {path: version.bare for path, version in edition.pages.items()} == alone
