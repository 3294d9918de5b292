"""Front matter: what a page says to the theme and to machines."""

from collections.abc import Iterator
from typing import Any

from generator.pages.search_facets import SearchFacets
from generator.views.page_meta import PageMeta


def front_matter(about: PageMeta, found: SearchFacets) -> dict[str, Any]:
    """Give what the front matter of a page says: plain mappings, lists, texts and numbers."""
    return {name: value for name, value in _entries(about, found) if value}


def _entries(about: PageMeta, found: SearchFacets) -> Iterator[tuple[str, Any]]:
    yield from {
        "title": about.title,
        "description": about.description,
        "kind": about.kind,
        "status": about.status,
        "date": about.when,
        "card": about.card,
        "feed": about.feed,
        "robots": about.robots,
        "moved": about.moved,
        "facets": dict(found.facets),
        "names": ", ".join(found.names),
        "hide": ["navigation"],
    }.items()
