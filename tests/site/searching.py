"""Search bundles of pages that are at hand."""

from collections.abc import Mapping

from generator.site import search
from generator.site.search import SearchedPage
from generator.store import Store


def search_bundle(pages: Mapping[str, bytes], store: Store | None = None) -> dict[str, bytes]:
    """The bundle of pages, by path below the site: what the search reads of each."""
    return search.search_bundle({path: SearchedPage.of(page) for path, page in pages.items()}, store)
