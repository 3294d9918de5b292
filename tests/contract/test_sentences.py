"""The sentence contract, on built HTML: every word on a page rests on a claim or is editorial."""

import re
from functools import cache
from os.path import normpath
from pathlib import Path

import pytest
from lxml import html

from generator.load import load
from generator.model.facts import Facts
from tests.built import REPOSITORY, built, pages, spoken
from tests.world import WORLD

SITES = ["world", "default"]
# A day of the story is a date, as EDTF writes it.
LATIN_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.:/-]*|-?[0-9]{2}[0-9X]{2}(-[0-9X]{2}){0,2}")


def _facts(name: str) -> Facts:
    return load(WORLD if name == "world" else REPOSITORY).facts


def _unmarked(page: html.HtmlElement) -> list[str]:
    """Words of the article that neither rest on claims nor are marked as editorial."""
    (article,) = page.xpath("//article")
    loose = spoken(article, "not(ancestor::*[@data-claims or @data-editorial])")
    return [words.strip() for words in loose if re.search(r"\w", words)]


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
        for refs in page.xpath("//@data-claims")
        for ref in refs.split() or ["(none)"]
        if ref not in known
    }
    assert not dangling


@pytest.mark.parametrize("name", SITES)
def test_every_statement_is_on_some_page(name: str) -> None:
    shown = {
        ref
        for page in pages(built(name)).values()
        for refs in page.xpath("//@data-claims")
        for ref in refs.split()
    }
    assert not set(map(str, _facts(name).statements)) - shown


@pytest.mark.parametrize("name", SITES)
def test_every_anchor_is_latin_and_unique(name: str) -> None:
    for path, page in pages(built(name)).items():
        anchors = page.xpath("//article//@id")
        assert not [anchor for anchor in anchors if not LATIN_ID.fullmatch(anchor)], path
        assert len(anchors) == len(set(anchors)), (path, [a for a in anchors if anchors.count(a) > 1])


@cache
def _file_at(target: str) -> str:
    """The file behind an address, as a host finds it, or "" where none is."""
    file = Path(target, "index.html") if Path(target).is_dir() else Path(target)
    return str(file) if file.is_file() else ""


@pytest.mark.parametrize("name", SITES)
def test_every_link_and_anchor_resolves(name: str) -> None:
    site = built(name)
    parsed = pages(site)
    anchors = {path: set(page.xpath("//@id")) for path, page in parsed.items()}
    broken = []
    for path, page in parsed.items():
        if path == "404.html":
            continue  # its links are absolute, from wherever the site is published
        for link in page.xpath("//a[not(ancestor::template)]/@href"):
            href, _, anchor = link.partition("#")
            if re.match(r"[a-z]+:", href):
                continue
            file = _file_at(normpath((site / path).parent / href) if href else str(site / path))
            if not file or (anchor and anchor not in anchors.get(file.removeprefix(f"{site}/"), {anchor})):
                broken.append((path, link))
    assert not broken


@pytest.mark.parametrize("name", SITES)
def test_every_link_leads_without_scripts_and_says_to_what(name: str) -> None:
    vague = {"here", "click here", "more", "learn more", "read more", "this", "link", "go", "details"}
    for path, page in pages(built(name)).items():
        for link in page.xpath("//a[not(ancestor::template)]"):
            # Without an address it is a place that older links lead to.
            assert link.get("href", "").split(":")[0] != "javascript" and (
                link.get("href") or link.get("id")
            ), path
            assert " ".join(spoken(link)).strip().lower() not in vague, path


@pytest.mark.parametrize("name", SITES)
def test_entity_pages_stay_out_of_the_navigation(name: str) -> None:
    home = pages(built(name))["index.html"]
    listed = {link.get("href") for link in home.cssselect("nav.md-tabs a, nav.md-nav--primary a")}
    assert len({href for href in listed if not href.startswith("#")}) < 12
