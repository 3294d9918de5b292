"""Where things stand in a drawn graph, in pixels from its upper left corner; the star of one actor."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from generator.views.relations import GraphActor, GraphSide, GraphTie, RelationGraph
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
    """Give the widths that a line of these words can have."""
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
    """Give the box that an actor's name needs, wherever it will stand."""
    return _fitted(broken(plain_text(actor.name), NAME_SIZE, room), NAME_SIZE, BOX_PADDING)


def word_box(word: str, room: float) -> NodeBox:
    """Give the box that the word on a tie needs, large enough to be touched."""
    fitted = _fitted(broken(word, WORD_SIZE, room), WORD_SIZE, (3, 0))
    return NodeBox(0, 0, max(fitted.width, LEAST_TARGET), max(fitted.height, LEAST_TARGET), fitted.lines)


def title_box(side: GraphSide, room: float) -> NodeBox:
    """Give the box that a side's title needs."""
    size = WORD_SIZE * _BOLD
    return _fitted(broken(plain_text(side.name), size, room), size, (2, 2))


def _fitted(lines: tuple[str, ...], size: float, padding: tuple[int, int]) -> NodeBox:
    across, down = padding
    wide = max((width(line, size) for line in lines), default=0)
    return NodeBox(0, 0, int(wide) + 1 + 2 * across, len(lines) * LINE_HEIGHT + 2 * down, lines)


WIDTH = 340  # pixels: a phone of 360 less the page's margins
_STEM = 18
_BRANCH = 152  # where the boxes of the others begin
_HEAD = 9
_GAP = 12
_RIM = 1


def star(graph: RelationGraph) -> Layout:
    """Lay out the graph of the actor that comes first in it. Mirrored where words run right to left."""
    centre, *_ = graph.actors
    first = name_box(centre, WIDTH - 40)
    boxes = {centre.id: _star_box(first, _RIM, first.height // 2 + _RIM)}
    routes: dict[str, Route] = {}
    down = first.height + 2 * _RIM + 4
    for other, ties in groupby(_by_other(graph), key=lambda tie: _other(tie, centre.id)):
        found = {tie.id: route for tie, route in _branches(ties, centre.id, down)}
        routes |= found
        boxes[other] = _other_box(graph, other, found)
        down = max(found[tie].tip[1] for tie in found) + _GAP
        down = max(down, boxes[other].y + boxes[other].height // 2 + _GAP // 2)
    last = max(route.tip[1] for route in routes.values())
    bottom = max(box.y + box.height // 2 for box in boxes.values()) + _RIM + 1
    stem = ((_STEM, first.height + 2 * _RIM), (_STEM, last))
    made = Layout(WIDTH, bottom, boxes, {}, routes, (stem,))
    return _mirrored(made) if graph.direction == "rtl" else made


def _by_other(graph: RelationGraph) -> list[GraphTie]:
    """Give the ties, those with the same other actor together, in the order of the actors."""
    place = {actor.id: number for number, actor in enumerate(graph.actors)}
    return sorted(graph.ties, key=lambda tie: max(place[tie.tail], place[tie.head]))


def _other(tie: GraphTie, centre: str) -> str:
    return tie.head if tie.tail == centre else tie.tail


def _branches(ties: Iterable[GraphTie], centre: str, down: int) -> Iterator[tuple[GraphTie, Route]]:
    for tie in ties:
        word = word_box(tie.word, _BRANCH - _STEM - 2 * _HEAD)
        down += word.height + 2
        yield tie, _star_route(tie, word, down, tie.tail == centre)


def _star_route(tie: GraphTie, word: NodeBox, y: int, leaving: bool) -> Route:
    start, tip = (_STEM, _BRANCH) if leaving else (_BRANCH, _STEM)
    gap = 0 if tie.kind == "mutual" else _HEAD if leaving else -_HEAD
    end = (tip - gap, y)
    middle = (_STEM + _BRANCH) // 2
    placed = NodeBox(middle, y - word.height // 2 - 1, word.width, word.height, word.lines)
    return Route(((start, y), (start, y), end, end), (tip, y), placed)


def _other_box(graph: RelationGraph, other: str, routes: dict[str, Route]) -> NodeBox:
    actor = next(actor for actor in graph.actors if actor.id == other)
    box = name_box(actor, WIDTH - _BRANCH - 24)
    heights = [route.tip[1] for route in routes.values()]
    return _star_box(box, _BRANCH, sum(heights) // len(heights), max(heights) - min(heights))


def _star_box(box: NodeBox, left: int, y: int, least: int = 0) -> NodeBox:
    height = max(box.height, least + 2 * _HEAD)
    return NodeBox(left + box.width // 2, y, box.width, height, box.lines)


def _mirrored(made: Layout) -> Layout:
    def turned(box: NodeBox) -> NodeBox:
        return NodeBox(made.width - box.x, box.y, box.width, box.height, box.lines)

    def over(point: Pixel) -> Pixel:
        return made.width - point[0], point[1]

    return Layout(
        made.width,
        made.height,
        {actor: turned(box) for actor, box in made.boxes.items()},
        {},
        {
            tie: Route(tuple(map(over, route.points)), over(route.tip), turned(route.word))
            for tie, route in made.routes.items()
        },
        tuple((over(start), over(end)) for start, end in made.rails),
    )
