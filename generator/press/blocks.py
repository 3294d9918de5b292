"""The blocks of a Markdown page, each of which stands for itself.

Editions repeat nearly all of their words: a block that was converted once need not be again. Blocks
are what blank lines part, but for what HTML or a list with blank lines in it holds together; the
items of a list without any, and the rows of a table, are blocks of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r"<([a-z][a-z0-9]*)\b")
_WRAPPER = re.compile(
    r"\A(<(\w+)\b[^>]*?) markdown=\"1\"([^>]*>(?:\n<summary\b[^\n]*</summary>)?)\n\n(.*)\n\n(</\2>)\Z",
    re.DOTALL,
)
# What Markdown leaves as it stands, unless an element in it asks for more.
_RAW = re.compile(
    r"\A<(details|div|figure|footer|form|nav|ol|p|script|section|table|ul)\b.*</\1>\Z", re.DOTALL
)
_TABLE = re.compile(r"\A\|[^\n]*\n\|[-| ]+\n(?:\|[^\n]*\n)+\Z")
_ITEMS = re.compile(r"\A(?:- [^\n]*\n(?:  [^\n]*\n)*)+\Z")
_ITEM = re.compile(r"\n(?=- )")


@dataclass(frozen=True, slots=True)
class Wrapper:
    """An element around Markdown of its own."""

    start: str
    inner: str
    end: str


@dataclass(frozen=True, slots=True)
class ListItems:
    """A list without blank lines."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: its first two lines, and a line for each of its rows."""

    head: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawHtml:
    """HTML without Markdown in it."""

    html: str


Block = str | Wrapper | ListItems | TableBlock | RawHtml


def blocks(text: str) -> Iterator[Block]:
    """Give the blocks of a text, in order."""
    for piece in _pieces(text):
        wrapper = _WRAPPER.match(piece)
        if wrapper and _is_whole(wrapper[4], wrapper[2]):
            yield Wrapper(wrapper[1] + wrapper[3], wrapper[4], wrapper[5])
        elif _RAW.match(piece) and " markdown=" not in piece:
            yield RawHtml(piece)
        elif _ITEMS.match(f"{piece}\n"):
            yield ListItems(tuple(_ITEM.split(piece)))
        elif _TABLE.match(f"{piece}\n"):
            first, second, *rows = piece.split("\n")
            yield TableBlock(f"{first}\n{second}", tuple(rows))
        else:
            yield piece


def _pieces(text: str) -> Iterator[str]:
    """Say what blank lines part, put together where it is one."""
    held: list[str] = []
    depth = 0  # of elements of the kind that the held pieces begin with
    for piece in re.split(r"\n{2,}", text.strip("\n")):
        if held and not _follows(held[0], piece, depth):
            yield "\n\n".join(held)
            held, depth = [], 0
        held.append(piece)
        depth += _opened(held[0], piece)
    if held:
        yield "\n\n".join(held)


def _follows(first: str, piece: str, depth: int) -> bool:
    """Whether a piece is of one block with those before it."""
    if first.startswith("- "):
        return piece.startswith(("- ", "    "))
    return depth > 0


def _opened(first: str, piece: str) -> int:
    """How many elements of the kind that a block begins with a piece opens, less those that it ends."""
    tag = _TAG.match(first)
    return len(re.findall(rf"<{tag[1]}\b", piece)) - piece.count(f"</{tag[1]}>") if tag else 0


def _is_whole(inner: str, tag: str) -> bool:
    """Whether every end tag in an element's inner words ends what began there."""
    depth = 0
    for found in re.finditer(rf"<(/?){tag}\b", inner):
        depth += -1 if found[1] else 1
        if depth < 0:
            return False
    return depth == 0
