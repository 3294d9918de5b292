"""The Markdown outlives its builder: three of them make the same pages from it."""

from typing import TypeAlias
from urllib.parse import urljoin

import pytest

from tests.built import built, pages, spoken

BuiltWords: TypeAlias = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]


def _said(builder: str) -> dict[str, BuiltWords]:
    """What each page says: anchors, claim references, where links lead, words without white space."""
    said = {}
    for path, page in pages(built("world", builder)).items():
        article = page.find(".//article")
        if path == "404.html" or article is None:
            continue
        # Themes put their own anchors, such as a target for a skip link, behind two underscores.
        anchors = tuple(str(one) for one in article.xpath(".//@id") if not one.startswith("__"))
        refs = tuple(map(str, article.xpath(".//@data-claims")))
        places = (tag.get("href") or tag.get("src") for tag in article.xpath(".//*[@href or @src]"))
        here = f"https://example.test/{path.removesuffix('index.html')}"
        links = tuple(urljoin(here, place) for place in places)
        said[path] = (anchors, refs, links, "".join("".join(spoken(article)).split()))
    return said


@pytest.mark.parametrize("builder", ["properdocs", "zensical"])
def test_another_builder_makes_the_same_pages(builder: str) -> None:
    ours, theirs = _said("mkdocs"), _said(builder)
    assert sorted(theirs) == sorted(ours)
    assert not {path: (ours[path], theirs[path]) for path in ours if ours[path] != theirs[path]}
