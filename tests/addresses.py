"""Every address of a built site: its files, the anchors of its pages, the ids of its feeds' entries."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.site.files import files
from tests.built import stands_in

_ANCHOR = re.compile(r'\sid="?([^"\s>]+)')
_ATOM_ID = re.compile(r"<id>(.*?)</id>")
# Of the theme and of the search, or made anew with the words around: nobody publishes links to these.
_NOT_PUBLISHED = re.compile(r"pagefind/.*|assets/(stylesheets|javascripts|images)/.*|.*#(says-|__).*")


def addresses(site: Path) -> set[str]:
    """Give the files of a site, ``PAGE#ANCHOR`` for each anchor, ``FEED id ID`` for each id in a feed."""
    return {one for one in _addresses(site) if not _NOT_PUBLISHED.fullmatch(one)}


def _addresses(site: Path) -> Iterator[str]:
    for below, path in files(site):
        yield below
        if below.endswith(".html"):
            # Scripts put the page into the place of what stands for it, and arrive at its anchors.
            page = stands_in(path) or path
            yield from (f"{below}#{anchor}" for anchor in _ANCHOR.findall(page.read_text("utf-8")))
        if below.endswith(".atom"):
            yield from (f"{below} id {name}" for name in _ATOM_ID.findall(path.read_text("utf-8")))


def lost(before: set[str], site: Path) -> list[str]:
    """Give those addresses that a site has no more, and that no page of it leads on from."""
    return sorted(one for one in before - addresses(site) if not _is_led_on(one, site))


def _is_led_on(address: str, site: Path) -> bool:
    page = site / address.partition("#")[0]
    return "#" in address and page.is_file() and 'http-equiv="refresh"' in page.read_text("utf-8")
