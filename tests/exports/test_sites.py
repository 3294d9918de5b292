"""What machines and browsers are told survives every builder: linked data, cards, policy, notes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, SoupStrainer, Tag

from generator.site.builders import BUILDERS
from generator.site.security import Policy
from tests.built import built, pages, stored_pages

pytestmark = pytest.mark.builds

every_builder = pytest.mark.parametrize("builder", BUILDERS)


def _generated(builder: str) -> dict[str, BeautifulSoup]:
    """The pages made from facts: a hand-written one has none of this."""
    return {
        path: page for path, page in pages(built("world", builder)).items() if page.select("footer.colophon")
    }


def _linked_data(page: BeautifulSoup) -> Any:
    (script,) = page.select('article script[type="application/ld+json"]')
    return json.loads(script.string or "")


@every_builder
def test_linked_data_is_the_same_whoever_builds(builder: str) -> None:
    found = {path: _linked_data(page) for path, page in _generated(builder).items()}
    assert found == {path: _linked_data(page) for path, page in _generated("mkdocs").items()}
    assert len(found) > 50


@every_builder
def test_every_address_in_linked_data_leads_somewhere(builder: str) -> None:
    site = built("world", builder)
    lost = []
    for path, page in _generated(builder).items():
        for value in re.findall(r'"(\.\./[^"#]*)', json.dumps(_linked_data(page))):
            target = (site / path).parent / value
            if not (target if target.suffix else target / "index.html").is_file():
                lost.append((path, value))
    assert not lost


@every_builder
def test_pages_lead_to_the_feed_of_their_changes(builder: str) -> None:
    site = built("world", builder)
    lost, found = [], 0
    for path, page in pages(site).items():
        links = page.select("head link[type='application/atom+xml'], head link[type='application/feed+json']")
        shown = [link["href"] for link in page.select("article p.feeds a")]
        assert {link["href"] for link in links} == set(shown), path
        lost += [(path, href) for href in shown if not (site / path).parent.joinpath(href).is_file()]
        found += len(links)
    assert not lost
    assert found > 50


@every_builder
def test_every_page_has_the_policy_that_fits_it(builder: str) -> None:
    for page in stored_pages(built("world", builder)):
        text = page.read_text("utf-8")
        metas = BeautifulSoup(text, "lxml", parse_only=SoupStrainer("meta"))
        (meta,) = metas.select('meta[http-equiv="Content-Security-Policy"]')
        assert meta["content"] == Policy.of(text).content(wasm=True)


@every_builder
def test_no_page_needs_more_than_its_own_scripts(builder: str) -> None:
    loose = {
        (path, tag.name, name)
        for path, page in pages(built("world", builder)).items()
        for tag in page.find_all(True)
        for name in tag.attrs
        if name == "style" or name.startswith("on") or tag.name == "style"
    }
    assert not loose


@every_builder
def test_every_button_opens_the_note_of_its_sentence(builder: str) -> None:
    for path, page in _generated(builder).items():
        opened = {button["popovertarget"] for button in page.select("button[popovertarget]")}
        notes = {note["id"]: note for note in page.select("[popover]")}
        assert opened == notes.keys(), path
        assert all(note.select("[data-claims] a[href]") for note in notes.values()), path


@every_builder
def test_words_of_the_facts_are_escaped_in_the_head(builder: str) -> None:
    page = pages(built("world", builder))["cities/script-airfield/index.html"]
    assert page.title and page.title.get_text().startswith(
        "<script>alert('field')</script> Airfield & \"Strip\""
    )
    assert not [
        script
        for script in page.find_all("script")
        if "alert" in str(script.string) and not script.get("type")
    ]


@every_builder
def test_a_missing_page_shows_three_ways_on(builder: str) -> None:
    page = pages(built("world", builder))["404.html"]
    article = page.find("article")
    assert isinstance(article, Tag)
    assert [link.get_text(strip=True) for link in article.select(".ways a")] == [
        "Home",
        "Search",
        "From A to Z",
    ]


def test_a_reader_is_told_when_this_was_known_and_how_to_report_and_cite() -> None:
    foot = _generated("mkdocs")["events/queen-leaves/index.html"].select_one("footer.colophon")
    assert foot
    words = " ".join(foot.get_text(" ").split())
    assert words.startswith(
        "As known on 1 May 2018 (Portugal (Azores) Time). Last changed on 15 April 2018. Cite this page"
    )
    assert foot.select_one('a[href^="mailto:corrections@example.org?subject="]')
    (bibtex, csl) = (block.get_text() for block in foot.select("pre"))
    assert bibtex.startswith("@misc{queen-leaves-2018-05-01,\n")
    assert json.loads(csl)[0]["title"] == "Queen Mirel leaves Ondra (reported)"


def test_the_way_to_a_page_leads_back() -> None:
    site = built("world")
    crumbs = _generated("mkdocs")["events/queen-leaves/index.html"].select("nav.crumbs a")
    targets = [(site / "events/queen-leaves" / str(link["href"])).resolve() for link in crumbs]
    assert targets == [site, site / "timeline"]


def test_a_public_address_is_in_the_head(tmp_path: Path) -> None:
    from generator.build import BuildOptions, build
    from tests.built import lay_out
    from tests.world import WORLD

    root = lay_out(WORLD / "content", tmp_path / "public")
    settings = root / "mkdocs.yml"
    settings.write_text("site_url: https://example.org/river/\n" + settings.read_text("utf-8"), "utf-8")
    site = build(root, BuildOptions(editions=False)).site
    page = BeautifulSoup((site / "events/queen-leaves/index.html").read_text("utf-8"), "lxml")
    told = {str(tag["property"]): tag["content"] for tag in page.select("meta[property]")}
    assert told["og:url"] == "https://example.org/river/events/queen-leaves/"
    assert told["og:image"] == "https://example.org/river/assets/cards/event/queen-leaves.png"
    assert (site / "assets/cards/event/queen-leaves.png").is_file()
