"""The sitemap names no page that search engines are to leave out, wherever the site lies."""

import re
from pathlib import Path

import pytest

from generator.site.sitemap import completed_sitemap, prune_sitemap

HEAD = {
    "": "",
    "events/here/": '<meta name="description" content="noindex is only a word here">',
    "events/gone/": '<meta name="robots" content="noindex">',
    "events/old/": '<meta http-equiv="refresh" content="0; url=../here/">',
}


def _site(folder: Path, base: str) -> Path:
    for below, head in HEAD.items():
        page = folder / below / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<html><head>{head}</head></html>", "utf-8")
    entries = "".join(f"\n    <url>\n         <loc>{base}{below}</loc>\n    </url>" for below in HEAD)
    (folder / "sitemap.xml").write_text(f"<urlset>{entries}\n</urlset>\n", "utf-8")
    return folder


@pytest.mark.parametrize("base", ["https://example.org/", "https://example.org/river/", "/"])
def test_what_went_is_not_in_it(tmp_path: Path, base: str) -> None:
    site = _site(tmp_path, base)
    prune_sitemap(site)
    text = (site / "sitemap.xml").read_text("utf-8")
    assert text.count("<url>") == text.count("</url>") == 2
    assert f"<loc>{base}events/here/</loc>" in text


def test_a_site_without_one_stays_without_one(tmp_path: Path) -> None:
    prune_sitemap(tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("base", ["https://example.org/", "https://example.org/river/", "/"])
def test_pages_come_in_and_go_out_in_order_of_addresses(tmp_path: Path, base: str) -> None:
    site = _site(tmp_path, base)
    before = (site / "sitemap.xml").read_bytes()
    added = ["", "events/a b/", "cities/here/"]
    text = completed_sitemap(before, added, ["events/gone/", "events/old/"]).decode("utf-8")
    places = [f"{base}{below}" for below in ("", "cities/here/", "events/a%20b/", "events/here/")]
    assert re.findall("<loc>(.*?)</loc>", text) == places
    assert text.endswith("</url>\n</urlset>\n")


def test_a_builder_that_does_not_know_where_the_site_lies_lists_nothing() -> None:
    empty = b"<urlset>\n</urlset>\n"
    assert completed_sitemap(empty, ["", "events/here/"], []) == empty
