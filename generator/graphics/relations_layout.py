"""Where things stand in a drawn graph, in pixels from its upper left corner, and how wide words run."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.views.relations import GraphActor, GraphSide
from generator.views.rich_text import plain_text

# Hundredths of the font size, by the letters that have them.
_GROUPS = {
    28: "ijl",
    30: "IJ'",
    32: " .,:;|",
    36: "f-/",
    41: "rt()[]!·",
    53: 'sz"’‘',
    59: "ckvxyTL",
    62: "aeoFPY",
    64: "bdghnpqu0123456789EK",
    70: "SABCRVXZ",
    76: "DHNU",
    79: "GOQ",
    83: "w&",
    98: "mM%W@",
}
_ADVANCES = {letter: hundredths / 100 for hundredths, letters in _GROUPS.items() for letter in letters}
_SMALL, _CAPITAL, _OTHER = 0.64, 0.79, 0.84
_UNCASED = 0.64  # scripts without capitals: joined letters run narrower than they stand alone
_IDEOGRAPH = 1.05


def width(words: str, size: float) -> float:
    """How wide words are at most, in the unit of the font size."""
    return size * sum(map(_advance, words))


def broken(words: str, size: float, room: float) -> tuple[str, ...]:
    """Words in as few lines as fit into the room, the lines as even as they can be.

    A word that is too long for the room has a line of its own: nothing is cut.
    """
    parts = words.split()
    lines = _filled(parts, size, room)
    for narrower in sorted(set(_spans(parts, size))):
        tried = _filled(parts, size, narrower)
        if len(tried) <= len(lines):
            return tried
    return lines


def _filled(parts: list[str], size: float, room: float) -> tuple[str, ...]:
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} {part}" if lines else part
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(lines)


def _spans(parts: list[str], size: float) -> Iterator[float]:
    """The widths that a line of these words can have."""
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            yield width(" ".join(parts[start:end]), size)


def _advance(letter: str) -> float:
    known = _ADVANCES.get(letter)
    return known if known is not None else _advance_of_kind(letter)


def _advance_of_kind(letter: str) -> float:
    kind = unicodedata.category(letter)
    if kind in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return _IDEOGRAPH
    return {"Ll": _SMALL, "Lu": _CAPITAL, "Lo": _UNCASED, "Lm": _UNCASED, "Nd": _SMALL}.get(kind, _OTHER)


Pixel: TypeAlias = tuple[int, int]

NAME_SIZE = 13
WORD_SIZE = 12
LINE_HEIGHT = 16
BOX_PADDING = (8, 7)
_BOLD = 1.12  # how much wider bold words run
LEAST_TARGET = 24  # what a finger needs, WCAG 2.2 success criterion 2.5.8


@dataclass(frozen=True, slots=True)
class NodeBox:
    """A rectangle by its centre, with lines of words in its middle."""

    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideFrame:
    """The frame around a side, and its title by the middle of its lines."""

    box: NodeBox
    title: Pixel


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a tie: the points of a path of cubic curves, its tip, and the box of its word.

    The tip is the last point where nothing is drawn at the end.
    """

    points: tuple[Pixel, ...]
    tip: Pixel
    word: NodeBox


@dataclass(frozen=True, slots=True)
class Layout:
    """A laid-out graph: boxes by actor, frames by side, routes by relation; rails join routes."""

    width: int
    height: int
    boxes: Mapping[str, NodeBox]
    frames: Mapping[str, SideFrame]
    routes: Mapping[str, Route]
    rails: tuple[tuple[Pixel, Pixel], ...] = ()


def name_box(actor: GraphActor, room: float) -> NodeBox:
    """The box that an actor's name needs, wherever it will stand."""
    return _fitted(broken(plain_text(actor.name), NAME_SIZE, room), NAME_SIZE, BOX_PADDING)


def word_box(word: str, room: float) -> NodeBox:
    """The box that the word on a tie needs, large enough to be touched."""
    fitted = _fitted(broken(word, WORD_SIZE, room), WORD_SIZE, (3, 0))
    return NodeBox(0, 0, max(fitted.width, LEAST_TARGET), max(fitted.height, LEAST_TARGET), fitted.lines)


def title_box(side: GraphSide, room: float) -> NodeBox:
    """The box that a side's title needs."""
    size = WORD_SIZE * _BOLD
    return _fitted(broken(plain_text(side.name), size, room), size, (2, 2))


def _fitted(lines: tuple[str, ...], size: float, padding: tuple[int, int]) -> NodeBox:
    across, down = padding
    wide = max((width(line, size) for line in lines), default=0)
    return NodeBox(0, 0, int(wide) + 1 + 2 * across, len(lines) * LINE_HEIGHT + 2 * down, lines)
