"""Words of the other direction, isolated from what stands beside them.

An Arabic name before a number, on a page that is read from left to right, takes the number to its other
side, and a Latin name does so among Arabic words. Browsers and readers of plain text keep names and numbers
in their places where such a run of words is isolated (Unicode's bidirectional algorithm, UAX #9).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_FIRST_STRONG, _END = "\u2068", "\u2069"

_RTL = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LTR = rf"[^\W\d_{_RTL}]"
# What may stand within a name: no comma, which may part two of them, unless it is an Arabic one.
_INSIDE = "[^\\S\\n]|[-\\d'’./&،؛:_–]"
_NUMBER = "(?:[ \u00a0-]?\\d+)?"


class WordsRun(NamedTuple):
    """Words in a row; ``apart`` where they are to be isolated."""

    words: str
    apart: bool


def _runs_of(letters: str) -> re.Pattern[str]:
    return re.compile(rf"{letters}+(?:(?:{_INSIDE})*{letters}+)*{_NUMBER}")


# Direction of the page -> letters of the other one, runs of them, letters of its own.
_OTHER = {
    "ltr": (re.compile(f"[{_RTL}]"), _runs_of(f"[{_RTL}]"), re.compile(_LTR)),
    "rtl": (re.compile(_LTR), _runs_of(_LTR), re.compile(f"[{_RTL}]")),
}


def runs(words: str, direction: str) -> tuple[WordsRun, ...]:
    """Split words of a page written in a direction where those of the other one begin and end.

    Words of the other direction alone are one run, with their numbers and marks.
    """
    letters, _, own = _OTHER[direction]
    if not letters.search(words):
        return (WordsRun(words, False),) if words else ()
    if not own.search(words):
        if len(words) == 1:
            return (WordsRun(words, False),)  # a letter by itself, as over a list
        return (WordsRun(words, True),)
    return tuple(run for run in _mixed(words, direction) if run.words)


def _mixed(words: str, direction: str) -> Iterator[WordsRun]:
    end = 0
    for found in _OTHER[direction][1].finditer(words):
        yield WordsRun(words[end : found.start()], False)
        yield WordsRun(found[0], True)
        end = found.end()
    yield WordsRun(words[end:], False)


def direction_in(words: str) -> str:
    """Give the direction of the first letter that has one: ``ltr`` where none has."""
    first = {name: own.search(words) for name, (_, _, own) in _OTHER.items()}
    left, right = first["ltr"], first["rtl"]
    return "rtl" if right and not (left and left.start() < right.start()) else "ltr"


@lru_cache(maxsize=10_000)
def isolated(words: str, direction: str) -> str:
    """Isolate words of the other direction by invisible marks, where no elements can do it.

    Words of the other direction alone need none.
    """
    split = runs(words, direction)
    if len(split) < 2:
        return words
    return "".join(f"{_FIRST_STRONG}{run.words}{_END}" if run.apart else run.words for run in split)


def joined_apart(words: str, direction: str) -> str:
    """Isolate words that others are joined to, even if they are of the other direction alone."""
    split = runs(words, direction)
    if len(split) == 1 and split[0].apart:
        return f"{_FIRST_STRONG}{words}{_END}"
    return isolated(words, direction)
