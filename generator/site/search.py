"""The search index: Pagefind run over the built pages, whichever builder made them.

A page takes part when its article lies in an element with ``data-pagefind-body``; its facets are
``data-pagefind-filter`` in its head. Both come from the theme. Readers fetch nothing of the index
before they search (theme/assets/search.js).
"""

from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.util import find_spec
from pathlib import Path

from generator.site.files import SiteError, files, remove, remove_empty_folders
from generator.site.pagefind import bundle

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
_SEARCH_OF_THEME = b'data-md-component="search"'


def index(site: Path) -> None:
    """Write the index of a built site into its ``pagefind/``; same pages, same bytes.

    Raises SiteError when Pagefind is missing or fails.
    """
    if find_spec("pagefind") is None:
        raise SiteError("pagefind is not installed; `pip install 'pagefind[extended]'` installs it")
    for below, content in bundle(_pages(site), _LEFT_OUT).items():
        if not any(fnmatch(below, pattern) for pattern in _UNUSED):
            path = site / "pagefind" / below
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    if not _has_search_of_theme(site):
        for below in _OF_THEMES:
            remove(site / below)
            remove_empty_folders((site / below).parent, site)


def _pages(site: Path) -> Iterator[tuple[str, str]]:
    for below, path in files(site):
        if path.suffix == ".html":
            yield below, path.read_text(encoding="utf-8")


def _has_search_of_theme(site: Path) -> bool:
    """Whether an explainer's own mkdocs.yml keeps the theme's search: its files must then stay."""
    page = site / "404.html"
    return page.is_file() and _SEARCH_OF_THEME in page.read_bytes()
