"""The search index: Pagefind run over the built pages, whichever builder made them.

Pages are indexed in small volumes: what Pagefind found on them is kept by the hash of what it reads
there (search_html.py, search_parts.py), and one bundle is made of all of it (search_bundle.py), byte
for byte the one that a build without a store makes. Readers load what they would of a bundle by Pagefind
alone, ranked and counted over all pages.

A page takes part when its article lies in an element with ``data-pagefind-body``; its facets are
``data-pagefind-filter`` in its head. Both come from the theme. Readers fetch nothing of the index
before they search (theme/assets/search.js).
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import cbor2

from generator.collector import collector_resting
from generator.site.files import SiteError, files, remove, remove_empty_folders
from generator.site.last_site import SiteFiles
from generator.site.pagefind import bundles, program
from generator.site.search_bundle import frame, put_together
from generator.site.search_html import for_search, in_ascii
from generator.site.search_parts import IndexedPage, packed, taken_apart, unpacked
from generator.store import Store

# What an article holds beside its sentences: drawings, overviews, citations, marks, neighbours and our
# own headings. They would fill excerpts with the same words on every page. The title is a field of
# its own.
_LEFT_OUT = (
    "h1, h2[data-editorial], h3[data-editorial], nav, footer, figure, svg, thead, summary, "
    "details.overview, .as-of, .became, .chart-key, .cites, .marks, .known, .chip, .code, .note-label, "
    ".notes-title"
)
# Pagefind's older interfaces and what marks words on pages; ours is its component UI.
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-highlight.*")
# What the themes bring for a search of their own; Zensical writes its index whether asked or not.
_OF_THEMES = ("search.json", "assets/javascripts/lunr", "assets/javascripts/workers")
_FORMAT = "2"  # of what is kept: another one when what is kept of the same page changes
_VOLUME = 24  # pages, at most: an edit of some pages indexes as many of their volumes
FOLDER = "pagefind"
_SEARCH_OF_THEME = b'data-md-component="search"'


@dataclass(frozen=True, slots=True)
class SearchedPage:
    """A page as the search reads it: a hash of that, in hex, and what gives it."""

    digest: str
    read: Callable[[], bytes]

    @classmethod
    def of(cls, content: bytes) -> "SearchedPage":
        """Take a page that has been read."""
        return cls(hashlib.sha256(content).hexdigest(), lambda: content)


def pages_of(site: Path) -> dict[str, SearchedPage]:
    """Read what the search reads of the pages of a built site, by path below it."""
    built = ((below, path.read_bytes()) for below, path in files(site) if path.suffix == ".html")
    return {below: SearchedPage.of(content) for below, content in for_search(built).items()}


def write_index(site: SiteFiles, pages: Mapping[str, SearchedPage], store: Store | None = None) -> None:
    """Write the index of these pages into a site's ``pagefind/``; same pages, same bytes.

    What is found on each page is kept in the store for the next time. Raises SiteError when Pagefind is
    missing or fails.
    """
    if find_spec("pagefind") is None:
        raise SiteError("pagefind is not installed; `pip install 'pagefind[extended]'` installs it")
    with collector_resting():
        bundle = search_bundle(dict(sorted(pages.items())), store)
    for below, content in bundle.items():
        if not any(fnmatch(below, pattern) for pattern in _UNUSED):
            site.put(f"{FOLDER}/{below}", content)


def drop_search_of_theme(site: Path) -> None:
    """Remove what a theme brings for a search of its own, unless the explainer's mkdocs.yml keeps that."""
    page = site / "404.html"
    if page.is_file() and _SEARCH_OF_THEME in page.read_bytes():
        return
    for below in _OF_THEMES:
        remove(site / below)
        remove_empty_folders((site / below).parent, site)


def search_bundle(pages: Mapping[str, SearchedPage], store: Store | None = None) -> dict[str, bytes]:
    """Make Pagefind's bundle of pages, by path below the site.

    The bundle, path below it -> bytes, is the same with a store and without. Raises SiteError.
    """
    keys = {_key(volume, pages): volume for volume in volumes(pages)}
    kept = {key: content for key in keys if store and (content := store.get(key)) is not None}
    found = {path: page for content in kept.values() for path, page in unpacked(content).items()}
    frames = _kept_frames(found, store)
    asked = [path for key, volume in keys.items() if key not in kept for path in volume]
    # A language whose scripts were lost comes back with one of its pages.
    lost = {page.language: path for path, page in found.items() if page and page.language not in frames}
    if asked or lost or not any(found.values()):
        new, new_frames = _indexed([*asked, *lost.values()], pages)
        found |= new
        frames |= new_frames
        if store:
            for key in keys.keys() - kept.keys():
                store.put(key, packed({path: found[path] for path in keys[key]}))
            for language, scripts in new_frames.items():
                store.put(_frame_key(language), cbor2.dumps(scripts))
    return put_together([page for path in pages if (page := found[path])], frames)


def volumes(paths: Iterable[str]) -> list[list[str]]:
    """Share pages out to volumes by their addresses: what is kept together, and indexed together again.

    A volume that gets too full is halved; all others stay as they are.
    """
    hashed = sorted((hashlib.sha256(path.encode()).digest(), path) for path in paths)
    return [[path for _, path in volume] for volume in _halved(hashed, 0)]


def _halved(pages: list[tuple[bytes, str]], bit: int) -> list[list[tuple[bytes, str]]]:
    if len(pages) <= _VOLUME:
        return [pages] if pages else []
    byte, shift = divmod(bit, 8)
    halves: tuple[list[tuple[bytes, str]], ...] = ([], [])
    for page in pages:
        halves[page[0][byte] >> (7 - shift) & 1].append(page)
    return [volume for half in halves for volume in _halved(half, bit + 1)]


def _indexed(
    paths: list[str], pages: Mapping[str, SearchedPage]
) -> tuple[dict[str, IndexedPage | None], dict[str, dict[str, bytes]]]:
    """Let Pagefind index some of the pages; give what it found, and the frame for each language."""
    found: dict[str, IndexedPage] = {}
    frames: dict[str, dict[str, bytes]] = {}
    for made in bundles([(path, in_ascii(pages[path].read().decode("utf-8"))) for path in paths], _LEFT_OUT):
        those = taken_apart(made)
        found |= those
        frames |= {name: frame(made, name) for name in {page.language for page in those.values()} or {""}}
    return {path: found.get(_address(path)) for path in paths}, frames


def _address(path: str) -> str:
    """Give the address that Pagefind makes of a page's path."""
    folder, _, name = path.rpartition("/")
    return f"/{folder}/".replace("//", "/") if name == "index.html" else f"/{path}"


def _kept_frames(found: Mapping[str, IndexedPage | None], store: Store | None) -> dict[str, dict[str, bytes]]:
    """Give the frames of the languages of these pages, as far as they are kept."""
    kept = {}
    for language in {page.language for page in found.values() if page}:
        content = store.get(_frame_key(language)) if store else None
        if content is not None:
            kept[language] = cbor2.loads(content)
    return kept


def _key(volume: Iterable[str], pages: Mapping[str, SearchedPage]) -> str:
    """Name what is found on the pages of a volume."""
    digest = hashlib.sha256(_indexer())
    for path in volume:
        digest.update(f"{path}\n{pages[path].digest}\n".encode())
    return digest.hexdigest()


def _frame_key(language: str) -> str:
    return hashlib.sha256(b"%s\nframe\n%s" % (_indexer(), language.encode())).hexdigest()


@cache
def _indexer() -> bytes:
    """Say what the index depends on beside the pages."""
    return "\n".join((_FORMAT, program(), version("deflate"), _LEFT_OUT)).encode()
