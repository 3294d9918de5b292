"""What machines and browsers are told survives every builder: linked data, cards, policy, notes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator.site.builders import BUILDERS
from generator.site.security import Policy
from tests.built import built, pages, parsed, spoken, stored_pages

pytestmark = pytest.mark.builds

every_builder = pytest.mark.parametrize("builder", BUILDERS)


def _generated(builder: str) -> dict[str, html.HtmlElement]:
    """The pages made from facts: a hand-written one has none of this."""
    return {
        path: page
        for path, page in pages(built("world", builder)).items()
        if page.cssselect("footer.colophon")
    }


def _linked_data(page: html.HtmlElement) -> Any:
    (script,) = page.cssselect('article script[type="application/ld+json"]')
    return json.loads(script.text)


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
        links = page.xpath("//head/link[@type='application/atom+xml' or @type='application/feed+json']/@href")
        shown = [link.get("href") for link in page.cssselect("article p.feeds a")]
        assert set(links) == set(shown), path
        lost += [(path, href) for href in shown if not (site / path).parent.joinpath(href).is_file()]
        found += len(links)
    assert not lost
    assert found > 50


@every_builder
def test_every_page_has_the_policy_that_fits_it(builder: str) -> None:
    for path in stored_pages(built("world", builder)):
        text = path.read_text("utf-8")
        (told,) = parsed(text.encode()).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert told == Policy.of(text).content(wasm=True)


@every_builder
def test_no_page_needs_more_than_its_own_scripts(builder: str) -> None:
    loose = {
        (path, found)
        for path, page in pages(built("world", builder)).items()
        for found in page.xpath("//@*[name() = 'style' or starts-with(name(), 'on')] | //style")
    }
    assert not loose


@every_builder
def test_every_button_opens_the_note_of_its_sentence(builder: str) -> None:
    for path, page in _generated(builder).items():
        opened = set(page.xpath("//button/@popovertarget"))
        notes = {note.get("id"): note for note in page.xpath("//*[@popover]")}
        assert opened == notes.keys(), path
        assert all(note.xpath(".//*[@data-claims]//a[@href]") for note in notes.values()), path


@every_builder
def test_words_of_the_facts_are_escaped_in_the_head(builder: str) -> None:
    page = pages(built("world", builder))["cities/script-airfield/index.html"]
    assert page.findtext(".//title").startswith("<script>alert('field')</script> Airfield & \"Strip\"")
    assert not page.xpath("//script[contains(., 'alert') and not(@type)]")


@every_builder
def test_a_missing_page_shows_three_ways_on(builder: str) -> None:
    page = pages(built("world", builder))["404.html"]
    assert ["".join(spoken(link)).strip() for link in page.cssselect("article .ways a")] == [
        "Home",
        "Search",
        "From A to Z",
    ]


def test_a_reader_is_told_when_this_was_known_and_how_to_report_and_cite() -> None:
    (foot,) = _generated("mkdocs")["events/queen-leaves/index.html"].cssselect("footer.colophon")
    words = " ".join(" ".join(spoken(foot)).split())
    assert words.startswith(
        "As known on 1 May 2018 (Portugal (Azores) Time). Last changed on 15 April 2018. Cite this page"
    )
    assert foot.cssselect('a[href^="mailto:corrections@example.org?subject="]')
    (bibtex, csl) = (block.text_content() for block in foot.iter("pre"))
    assert bibtex.startswith("@misc{queen-leaves-2018-05-01,\n")
    assert json.loads(csl)[0]["title"] == "Queen Mirel leaves Ondra (reported)"


def test_the_way_to_a_page_leads_back() -> None:
    site = built("world")
    crumbs = _generated("mkdocs")["events/queen-leaves/index.html"].cssselect("nav.crumbs a")
    targets = [(site / "events/queen-leaves" / link.get("href")).resolve() for link in crumbs]
    assert targets == [site, site / "timeline"]


def test_a_public_address_is_in_the_head(tmp_path: Path) -> None:
    from generator.build import BuildOptions, build
    from tests.built import lay_out
    from tests.world import WORLD

    root = lay_out(WORLD / "content", tmp_path / "public")
    settings = root / "mkdocs.yml"
    settings.write_text("site_url: https://example.org/river/\n" + settings.read_text("utf-8"), "utf-8")
    site = build(root, BuildOptions(editions=False)).site
    page = parsed((site / "events/queen-leaves/index.html").read_bytes())
    told = {tag.get("property"): tag.get("content") for tag in page.xpath("//meta[@property]")}
    assert told["og:url"] == "https://example.org/river/events/queen-leaves/"
    assert told["og:image"] == "https://example.org/river/assets/cards/event/queen-leaves.png"
    assert (site / "assets/cards/event/queen-leaves.png").is_file()
