"""The sentence contract, on built HTML: every word on a page rests on a claim or is editorial."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag

from generator.load import load
from generator.model.facts import Facts
from tests.built import REPOSITORY, built, pages
from tests.world import WORLD

SITES = ["world", "default"]
LATIN_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.:/-]*")


def _facts(name: str) -> Facts:
    return load(WORLD if name == "world" else REPOSITORY).facts


def _unmarked(page: BeautifulSoup) -> list[str]:
    """Words of the article that neither rest on claims nor are marked as editorial."""
    article = page.find("article")
    assert isinstance(article, Tag)
    found = []
    for words in article.find_all(string=True):
        if type(words) is not NavigableString or not re.search(r"\w", words):
            continue
        marked = words.find_parent(lambda tag: tag.has_attr("data-claims") or tag.has_attr("data-editorial"))
        if marked is None and words.find_parent(["script", "style", "template"]) is None:
            found.append(str(words).strip())
    return found


@pytest.mark.parametrize("name", SITES)
def test_every_word_rests_on_a_claim_or_is_editorial(name: str) -> None:
    loose = {path: _unmarked(page) for path, page in pages(built(name)).items() if path != "404.html"}
    assert not {path: words for path, words in loose.items() if words}


@pytest.mark.parametrize("name", SITES)
def test_every_claim_reference_exists(name: str) -> None:
    known = set(map(str, _facts(name).statements))
    dangling = {
        (path, ref)
        for path, page in pages(built(name)).items()
        for marked in page.select("[data-claims]")
        for ref in marked["data-claims"].split() or ["(none)"]
        if ref not in known
    }
    assert not dangling


@pytest.mark.parametrize("name", SITES)
def test_every_statement_is_on_some_page(name: str) -> None:
    shown = {
        ref
        for page in pages(built(name)).values()
        for marked in page.select("[data-claims]")
        for ref in marked["data-claims"].split()
    }
    assert not set(map(str, _facts(name).statements)) - shown


@pytest.mark.parametrize("name", SITES)
def test_every_anchor_is_latin_and_unique(name: str) -> None:
    for path, page in pages(built(name)).items():
        anchors = [tag["id"] for tag in page.select("article [id]")]
        assert not [anchor for anchor in anchors if not LATIN_ID.fullmatch(anchor)], path
        assert len(anchors) == len(set(anchors)), (path, [a for a in anchors if anchors.count(a) > 1])


def _target(site: Path, page: Path, path: str) -> Path:
    target = (page.parent / path).resolve() if path else page
    return target / "index.html" if target.is_dir() else target


@pytest.mark.parametrize("name", SITES)
def test_every_link_and_anchor_resolves(name: str) -> None:
    site = built(name)
    parsed = pages(site)
    broken = []
    for path, page in parsed.items():
        if path == "404.html":
            continue  # its links are absolute, from wherever the site is published
        for link in page.select("a[href]"):
            href, _, anchor = link["href"].partition("#")
            if re.match(r"[a-z]+:", href):
                continue
            target = _target(site, site / path, href)
            name_of = target.relative_to(site).as_posix() if target.is_relative_to(site) else ""
            missing = not target.is_file() or (
                anchor and name_of in parsed and not parsed[name_of].find(id=anchor)
            )
            if missing:
                broken.append((path, link["href"]))
    assert not broken


@pytest.mark.parametrize("name", SITES)
def test_entity_pages_stay_out_of_the_navigation(name: str) -> None:
    home = pages(built(name))["index.html"]
    listed = {link["href"] for link in home.select("nav.md-tabs a, nav.md-nav--primary a")}
    assert len({href for href in listed if not href.startswith("#")}) < 12
