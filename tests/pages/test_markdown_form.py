"""Generated Markdown can be read: words, few tags, no long lines, what a sentence rests on behind it."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from generator.exports.jsonld import linked_data
from generator.load import load
from generator.model.facts import Facts
from generator.pages.page import Page, SiteInfo
from generator.pages.render import render
from tests.built import REPOSITORY
from tests.world import world

LONGEST = 300  # characters of a line outside of tables
MOST_HTML = 0.25  # of the characters of an event's page
# What builders hand on as it is: elements whose inside is no Markdown, and tags around words.
RAW = re.compile(r"<(figure|svg|script|form|pre|template)\b.*?</\1>", re.DOTALL)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
WORLDS = ["en", "ar", "default"]


@cache
def pages(name: str) -> tuple[Page, ...]:
    facts: Facts = load(REPOSITORY).facts if name == "default" else world()
    info = SiteInfo("", linked_data, (facts.edition_day,))
    return render(facts, "en" if name == "default" else name, info)


def html_share(text: str) -> float:
    """Which part of a file's characters is HTML; front matter is none."""
    body = text.split("\n---\n", 1)[1]
    rest = RAW.sub("", body)
    return (len(body) - len(TAG.sub("", rest))) / len(text)


def test_the_measure_counts_tags_and_what_is_raw_inside() -> None:
    front = "---\na: 1\n---\n"
    assert html_share(f"{front}<b>xx</b> *yy*") == pytest.approx(7 / (len(front) + 14))
    assert html_share(f"{front}<figure><p>x</p></figure>") == pytest.approx(25 / (len(front) + 25))


def long_lines(page: Page) -> Iterator[str]:
    for number, line in enumerate(page.text.splitlines(), start=1):
        if len(line) > LONGEST and not line.startswith("| "):
            yield f"{page.path}:{number}: {line[:120]}"


@pytest.mark.long
@pytest.mark.parametrize("name", WORLDS)
def test_no_line_is_too_long(name: str) -> None:
    assert not [line for page in pages(name) for line in long_lines(page)]


@pytest.mark.long
@pytest.mark.parametrize("name", WORLDS)
def test_an_event_is_told_in_words(name: str) -> None:
    shares = {page.path: html_share(page.text) for page in pages(name) if page.meta.kind == "event"}
    assert shares
    assert not {path: share for path, share in shares.items() if share > MOST_HTML}


@pytest.mark.long
@pytest.mark.parametrize("name", WORLDS)
def test_what_stands_in_front_matter_is_plain(name: str) -> None:
    def kinds(value: object) -> set[type]:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return {type(value)}.union(*map(kinds, inner))

    found = set().union(*(kinds(page.front) for page in pages(name)))
    assert found <= {dict, list, str, bool, int, float}
