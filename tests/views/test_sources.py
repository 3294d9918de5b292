"""What the page of a source says of where it is, where it was read and where it is kept."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from generator.exports.jsonld import linked_data
from generator.pages.page import Page, SiteInfo
from generator.pages.render import render
from tests.world import world

NAME = "ternwire-0301"


@cache
def pages(language: str = "en", **keys: Any) -> dict[str, Page]:
    """The pages of the invented country where one source has other keys."""
    facts = world()
    sources = (source.model_copy(update=keys) if source.id == NAME else source for source in facts.sources)
    made = render(replace(facts, sources=tuple(sources)), language, SiteInfo("", linked_data))
    return {page.path: page for page in made}


def page(language: str = "en", **keys: Any) -> Page:
    return pages(language, **keys)[f"sources/{NAME}.md"]


def told(made: Page, kind: str) -> dict[str, Any]:
    (found,) = (node for node in made.front["linked_data"] if node["@type"] == kind)
    return dict(found)


def test_archived_copies_stand_beside_the_link() -> None:
    kept = ("https://archive.example/1", "https://archive.example/2")
    made = page(archived=kept)
    assert all(f"]({url})" in made.text for url in kept)
    assert told(made, "CreativeWork")["archivedAt"] == list(kept)
    event = next(
        p.text for path, p in pages(archived=kept).items() if path.startswith("events/") and kept[0] in p.text
    )
    assert f"]({kept[0]})" in event and f"]({kept[1]})" in event


def test_without_archived_copies_nothing_is_said_of_them() -> None:
    assert "rchived" not in page().text
    assert "archivedAt" not in told(page(), "CreativeWork")


@pytest.mark.parametrize("where", ["mirror.example", "https://mirror.example/0301", "203.0.113.7"])
def test_where_a_copy_was_read_is_told_and_never_linked(where: str) -> None:
    for url in ("https://example.org/ternwire/0301", None):
        made = page(copy_at=where, url=url)
        assert "What was read is a copy" in made.text
        assert "Read at:" not in made.text
        assert (
            f"({where})" not in made.text
            and f'href="{where}"' not in made.text
            and f"<{where}" not in made.text
        )
        assert bool(url) == ("Published at:" in made.text)
        assert where not in str(made.front)


def test_the_service_that_carries_it_is_named() -> None:
    made = page(platform="Relief Shelf")
    assert "Carried by: Relief Shelf" in made.text
    assert told(made, "CreativeWork")["provider"]["name"] == "Relief Shelf"


def test_every_language_has_words_for_it() -> None:
    made = page("ar", copy_at="mirror.example", platform="X", archived=("https://archive.example/1",)).text
    assert not any(words in made for words in ("a copy", "Carried", "Archived", "Published at"))
