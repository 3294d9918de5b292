"""Longitudes go round: what lies beyond 180 degrees is drawn beside what lies before it.

A frame that crosses 180 degrees goes on beyond them, from 176 to 182, so that it stays one box of degrees.
Lines of a base map have longitudes from -180 to 180; a copy of each, a turn further on, meets such a frame.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from generator.graphics.map_lines import Box, Line, PlanePoint

_TURN = 360
_STEP = 3  # degrees


def within_a_turn(box: Box, edges: Box) -> Box:
    """Cut a box of degrees to half a turn on either side of a frame: beyond it a projection starts anew."""
    middle = (edges.left + edges.right) / 2
    left, right = max(box.left, middle - _TURN / 2), min(box.right, middle + _TURN / 2)
    return Box(left, box.top, right, box.bottom)


def turned(line: Line, box: Box) -> Iterator[Line]:
    """Give a line wherever it meets a box of degrees, in one piece where it crosses 180 degrees."""
    whole = _unbroken(line)
    west, east = min(x for x, _ in whole), max(x for x, _ in whole)
    for turn in (-_TURN, 0, _TURN):
        if west + turn <= box.right and box.left <= east + turn:
            yield [(x + turn, y) for x, y in whole] if turn else whole


def stepped(line: Line) -> list[PlanePoint]:
    """Give a line with more points where two of them are far apart: its stretches are straight in degrees.

    Projected, they bend; a stretch between its ends alone would cut across.
    """
    points = [line[0]]
    for (x, y), (to_x, to_y) in pairwise(line):
        steps = ceil(max(abs(to_x - x), abs(to_y - y)) / _STEP)
        points += [(x + (to_x - x) * step / steps, y + (to_y - y) * step / steps) for step in range(1, steps)]
        points.append((to_x, to_y))
    return points


def _unbroken(line: Line) -> Line:
    """Give a line without leaps from one end of the map to the other.

    Where both points are at 180 degrees it is an edge: a ring that was cut there, or that goes round a pole.
    """
    if all(abs(to[0] - at[0]) <= _TURN / 2 for at, to in pairwise(line)):
        return line
    points: list[PlanePoint] = [line[0]]
    turn = 0
    for (x, _), (to, y) in pairwise(line):
        if abs(to - x) > _TURN / 2 and not abs(x) == abs(to) == _TURN / 2:
            turn += _TURN if to < x else -_TURN
        points.append((to + turn, y))
    return points
