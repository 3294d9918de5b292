"""Which words of a page could take their neighbours to the wrong side: loose ones of the other direction."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, Tag

from generator.views.isolation import runs

_BLOCK_NAMES = """
address article aside body button caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6
header label li main nav ol option p pre section select summary svg table tbody td text tfoot th thead
title tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_UNREAD = frozenset({"script", "style", "template", "head", "pre"})
_APART = "\ufffc"
_MARKED = re.compile("\u2068[^\u2068\u2069]*\u2069")


def loose(html: str) -> list[str]:
    """Give the lines of a page in which words of the other direction stand beside others, loose."""
    page = BeautifulSoup(html, "lxml")
    assert isinstance(page.body, Tag)
    direction = str(page.body["dir"])
    return [line for line in _lines(page.body, direction) if _is_loose(line, direction)]


def _is_loose(line: str, direction: str) -> bool:
    split = runs(_MARKED.sub(_APART, line.strip()), direction)
    return len(split) > 1 and any(run.apart for run in split)


def _lines(block: Tag, direction: str) -> Iterator[str]:
    """Yield the words of each line of a block, what is isolated in it as one character."""
    line = ""
    for child in _flat(block, direction):
        if isinstance(child, str):
            line += child
            continue
        yield line
        line = ""
        yield from _lines(child, str(child.get("dir") or direction))
    yield line


def _flat(tag: Tag, direction: str) -> Iterator[str | Tag]:
    for child in tag.children:
        if isinstance(child, Tag) and child.name not in _UNREAD:
            if child.name in _BLOCKS:
                yield child
            elif child.name == "bdi" or child.get("dir"):
                yield _APART
            else:
                yield from _flat(child, direction)
        elif type(child) is NavigableString:
            yield str(child)
