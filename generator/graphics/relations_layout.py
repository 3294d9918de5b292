"""Where things stand in a drawn graph, in pixels from its upper left corner."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.graphics.relations_words import broken, width
from generator.views.relations import GraphActor, GraphSide
from generator.views.runs import joined

Point: TypeAlias = tuple[int, int]

NAME_SIZE = 13
WORD_SIZE = 12
LINE_HEIGHT = 16
BOX_PADDING = (8, 7)
_BOLD = 1.12  # how much wider bold words run
LEAST_TARGET = 24  # what a finger needs, WCAG 2.2 success criterion 2.5.8


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its centre, with lines of words in its middle."""

    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame around a side, and its title by the middle of its lines."""

    box: Box
    title: Point


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a tie: the points of a path of cubic curves, its tip, and the box of its word.

    The tip is the last point where nothing is drawn at the end.
    """

    points: tuple[Point, ...]
    tip: Point
    word: Box


@dataclass(frozen=True, slots=True)
class Layout:
    """A laid-out graph: boxes by actor, frames by side, routes by relation; rails join routes."""

    width: int
    height: int
    boxes: Mapping[str, Box]
    frames: Mapping[str, Frame]
    routes: Mapping[str, Route]
    rails: tuple[tuple[Point, Point], ...] = ()


def name_box(actor: GraphActor, room: float) -> Box:
    """The box that an actor's name needs, wherever it will stand."""
    return _fitted(broken(joined(actor.name), NAME_SIZE, room), NAME_SIZE, BOX_PADDING)


def word_box(word: str, room: float) -> Box:
    """The box that the word on a tie needs, large enough to be touched."""
    fitted = _fitted(broken(word, WORD_SIZE, room), WORD_SIZE, (3, 0))
    return Box(0, 0, max(fitted.width, LEAST_TARGET), max(fitted.height, LEAST_TARGET), fitted.lines)


def title_box(side: GraphSide, room: float) -> Box:
    """The box that a side's title needs."""
    size = WORD_SIZE * _BOLD
    return _fitted(broken(joined(side.name), size, room), size, (2, 2))


def _fitted(lines: tuple[str, ...], size: float, padding: tuple[int, int]) -> Box:
    across, down = padding
    wide = max((width(line, size) for line in lines), default=0)
    return Box(0, 0, int(wide) + 1 + 2 * across, len(lines) * LINE_HEIGHT + 2 * down, lines)
