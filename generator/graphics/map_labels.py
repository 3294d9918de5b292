"""Names on a map: on which side of each mark its name stands, so that no two names collide.

Greedy, most important first: each name takes the first free side, its editors' choice before the
others; one that finds none is left out, and the mark's own words and the table still name it.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from generator.graphics.map_lines import Box, PlanePoint

# Widths of characters in parts of the type size: estimates on the wide side, for bold system fonts.
_NARROW, _WIDE = frozenset("iIjlftr.,:;'’‘!|()[] -"), frozenset("mwMW@%")
_ANCHORS = {
    "right": "start",
    "left": "end",
    "above": "middle",
    "below": "middle",
    "above-right": "start",
    "below-right": "start",
    "above-left": "end",
    "below-left": "end",
}
_MOST_NAMES = 120  # a map has room for fewer; trying thousands would take its time
_EDGE = 4.0  # units between a name and the edge of the map
_ASCENT, _DESCENT = 0.82, 0.25


@dataclass(frozen=True, slots=True)
class Size:
    """A size of the map: of its type, of its marks (from centre to edge), of room between them."""

    type: float
    mark: float
    gap: float


@dataclass(frozen=True, slots=True)
class Name:
    """Words to write beside a mark at ``at``; ``side`` is where they should stand."""

    id: str
    words: str
    at: PlanePoint
    side: str


@dataclass(frozen=True, slots=True)
class MapLabel:
    """Words at a place: x and y of the text's anchor, relative to the mark, and its box on the map."""

    x: float
    y: float
    anchor: str
    box: Box


def placed(
    names: Iterable[Name], marks: Mapping[str, Box], size: Size, room: Box, taken: Iterable[Box] = ()
) -> dict[str, MapLabel]:
    """Give the labels of the names (most important first) that fit into the room, by id.

    ``marks`` are the boxes of all marks: a name may cover none but its own.
    """
    found: dict[str, MapLabel] = {}
    boxes = list(taken)
    room = room.wider(-_EDGE)
    for name in islice(names, _MOST_NAMES):
        others = [box for id, box in marks.items() if id != name.id]
        for label in _candidates(name, marks[name.id], size):
            if room.holds(label.box) and not any(label.box.meets(box) for box in (*boxes, *others)):
                found[name.id] = label
                boxes.append(label.box)
                break
    return found


def _candidates(name: Name, mark: Box, size: Size) -> Iterator[MapLabel]:
    for side in dict.fromkeys((name.side, *_ANCHORS)):
        yield beside(name, mark, size, side)


def beside(name: Name, mark: Box, size: Size, side: str) -> MapLabel:
    """Give the label of a name on one side of its mark."""
    x, y = name.at
    across = {"right": mark.right - x + size.gap, "left": mark.left - x - size.gap}
    down = {"above": mark.top - y - size.gap, "below": mark.bottom - y + size.gap / 2 + size.type * 0.8}
    vertical, _, horizontal = side.partition("-")
    dx = across.get(horizontal or vertical, 0.0)
    dy = down.get(vertical, size.type * 0.35)
    if horizontal:
        dy *= 0.75  # beside a corner there is room for a name to come closer
    return MapLabel(dx, dy, _ANCHORS[side], text_box(name.words, (x + dx, y + dy), _ANCHORS[side], size.type))


def text_box(words: str, at: PlanePoint, anchor: str, size: float) -> Box:
    """Where words of a type size stand, by estimate, when they are anchored at a point."""
    width = text_width(words, size)
    left = at[0] - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Box(left, at[1] - size * _ASCENT, left + width, at[1] + size * _DESCENT)


def text_width(words: str, size: float) -> float:
    """How wide words are, by estimate and rather too wide than too narrow."""
    return size * sum(_em(character) for character in words)


def _em(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return 1.05
    if character in _NARROW:
        return 0.38
    if character in _WIDE:
        return 0.95
    return 0.72 if character.isupper() else 0.6


def spread(marks: Mapping[str, PlanePoint], least: float, most: float) -> dict[str, PlanePoint]:
    """Give marks (most important first) moved apart until they lie ``least`` from each other.

    A mark moves at most ``most`` from where it belongs, away from more important ones.
    """
    moved: dict[str, PlanePoint] = {}
    for id, at in marks.items():
        for other in moved.values():
            at = _pushed(at, other, least)
        moved[id] = _held(at, marks[id], most)
    return moved


def _pushed(at: PlanePoint, other: PlanePoint, least: float) -> PlanePoint:
    dx, dy = at[0] - other[0], at[1] - other[1]
    apart = (dx**2 + dy**2) ** 0.5
    if apart >= least:
        return at
    if apart == 0:
        return other[0] + least, other[1]
    return other[0] + dx / apart * least, other[1] + dy / apart * least


def _held(at: PlanePoint, home: PlanePoint, most: float) -> PlanePoint:
    dx, dy = at[0] - home[0], at[1] - home[1]
    apart = (dx**2 + dy**2) ** 0.5
    return at if apart <= most else (home[0] + dx / apart * most, home[1] + dy / apart * most)
