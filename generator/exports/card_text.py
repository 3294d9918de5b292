"""Lines of text for cards: in as many lines as they take, cut with an ellipsis where there is no room."""

import unicodedata
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]
"""How wide some words are, in the unit of the width to fill."""

_CUT = "…"
_JOINERS = "\u200c\u200d"  # they stand with the letter before


def lines_of(words: str, width: float, measure: Measure) -> list[str]:
    """Break words into lines that are no wider; a word that is wider than a line goes on in the next."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if measure(longer) <= width:
            lines[-1:] = [longer]
        else:
            lines += _pieces(word, width, measure)
    return lines


def has_long_word(words: str, width: float, measure: Measure) -> bool:
    """Say whether a word is wider than a line."""
    return any(measure(word) > width for word in words.split())


def cut(lines: list[str], most: int, width: float, measure: Measure) -> list[str]:
    """Give at most so many lines; the last ends in an ellipsis where more would follow."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _cut_short(lines[most - 1], width, measure)]


def fitted(words: str, width: float, measure: Measure) -> str:
    """Give words as one line, cut with an ellipsis where it is full; "" where not a letter has room."""
    line = " ".join(words.split())
    if measure(line) <= width:
        return line
    return _cut_short(next(iter(lines_of(line, width, measure)), ""), width, measure)


def _cut_short(line: str, width: float, measure: Measure) -> str:
    """Put an ellipsis at the end of a line: behind its last word that leaves room, else within its first."""
    words = line.split()
    while len(words) > 1 and measure(f"{' '.join(words)} {_CUT}") > width:
        words.pop()
    if measure(f"{' '.join(words)} {_CUT}") <= width:
        return f"{' '.join(words)} {_CUT}"
    letters = list(_letters(words[0] if words else ""))
    while letters and measure("".join(letters) + _CUT) > width:
        letters.pop()
    return "".join(letters) + _CUT if letters or measure(_CUT) <= width else ""


def _pieces(word: str, width: float, measure: Measure) -> Iterator[str]:
    piece = ""
    for letter in _letters(word):
        if piece and measure(piece + letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _letters(word: str) -> Iterator[str]:
    """Yield letters, each with the marks that stand on it."""
    letter = ""
    for sign in word:
        if letter and not unicodedata.combining(sign) and sign not in _JOINERS:
            yield letter
            letter = ""
        letter += sign
    if letter:
        yield letter
