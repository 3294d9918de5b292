"""What pages and the list of changes give a returning reader's browser to compare."""

import json
from functools import partial

import pytest

from generator.derive.story_of_changes import changes, story_of_changes
from generator.exports import since
from generator.exports.feeds import Published
from generator.model.facts import Facts
from generator.pages.addresses import below
from generator.views.changes import change_id
from generator.views.context import context
from tests.derive.make import claim, event, facts, source
from tests.world import world


def listed(made: Facts) -> list[dict[str, str]]:
    edition = context(made, "en")
    return json.loads(since.listed(edition, Published("", partial(below, edition))))["changes"]


def marks(made: Facts) -> set[str]:
    row = since.since(context(made, "en")).marks
    return {row[start : start + 5] for start in range(0, len(row), 5)}


def test_the_list_has_every_change_newest_first() -> None:
    found = listed(world())
    every = [one for day in story_of_changes(world()) for one in day.changes]
    assert {one["id"] for one in found} == {change_id(context(world(), "en"), one) for one in every}
    assert [one["day"] for one in found] == sorted((one["day"] for one in found), reverse=True)
    assert len({one["id"] for one in found}) == len(found)


def test_the_page_has_the_marks_of_the_list() -> None:
    assert marks(world()) == {one["mark"] for one in listed(world())}


def test_what_has_a_new_mark_is_the_difference() -> None:
    sources = (source("s1"), source("s2", 2))
    flood = event("flood", claim("c", "watch", "s2"), favours=())
    feast = event("feast", claim("c", "radio", "s1"))
    more = event("flood", claim("c", "watch", "s2"), claim("d", "radio", "s2"), favours=())
    before, after = facts(sources=sources, events=(flood,)), facts(sources=sources, events=(more, feast))
    news = [one["id"] for one in listed(after) if one["mark"] not in marks(before)]
    assert set(news) == {change_id(context(after, "en"), one) for one in changes(before, after)}
    assert set(news) == {"new--feast--2031-05-01", "new--flood--2031-05-02"}


@pytest.mark.parametrize(
    ("language", "categories"),
    [("en", {"one", "other"}), ("ar", {"one", "two", "few", "many", "other"})],
)
def test_there_are_words_for_every_number(language: str, categories: set[str]) -> None:
    words = json.loads(since.since(context(world(), language)).words)
    assert set(words) == categories
    assert all("{date}" in said and "{number}" in said for said in words.values())


def test_a_page_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(since, "MOST", 3)
    assert len(marks(world())) == len(listed(world())) == 3
