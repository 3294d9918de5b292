"""The blocks of a Markdown page, each of which stands for itself.

Editions repeat nearly all of their words: a block that was typeset once need not be again. Blocks
are what blank lines part, but for what HTML or a list with blank lines in it holds together; the
items of a list without any are blocks of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r"<([a-z][a-z0-9]*)\b")
_WRAPPER = re.compile(r"\A(<(\w+)\b[^>]*?) markdown=\"1\"([^>]*>)\n\n(.*)\n\n(</\2>)\Z", re.DOTALL)
_ITEMS = re.compile(r"\A(?:- [^\n]*\n)+\Z")


@dataclass(frozen=True, slots=True)
class Wrapper:
    """An element around Markdown of its own."""

    start: str
    inner: str
    end: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list without blank lines, an item a line."""

    lines: tuple[str, ...]


Block = str | Wrapper | Items


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text, in order."""
    for piece in _pieces(text):
        wrapper = _WRAPPER.match(piece)
        if wrapper and _is_whole(wrapper[4], wrapper[2]):
            yield Wrapper(wrapper[1] + wrapper[3], wrapper[4], wrapper[5])
        elif _ITEMS.match(f"{piece}\n"):
            yield Items(tuple(piece.split("\n")))
        else:
            yield piece


def _pieces(text: str) -> Iterator[str]:
    """What blank lines part, put together where it is one."""
    held: list[str] = []
    for piece in re.split(r"\n{2,}", text.strip("\n")):
        if held and not _follows(held, piece):
            yield "\n\n".join(held)
            held = []
        held.append(piece)
    if held:
        yield "\n\n".join(held)


def _follows(held: list[str], piece: str) -> bool:
    """Whether a piece is of one block with those before it."""
    first = held[0]
    if first.startswith("- "):
        return piece.startswith(("- ", "    "))
    tag = _TAG.match(first)
    return tag is not None and _depth(held, tag[1]) > 0


def _is_whole(inner: str, tag: str) -> bool:
    """Whether every end tag in an element's inner words ends what began there."""
    depth = 0
    for found in re.finditer(rf"<(/?){tag}\b", inner):
        depth += -1 if found[1] else 1
        if depth < 0:
            return False
    return depth == 0


def _depth(held: list[str], tag: str) -> int:
    opened = sum(1 for piece in held for _ in re.finditer(rf"<{tag}\b", piece))
    return opened - sum(piece.count(f"</{tag}>") for piece in held)
