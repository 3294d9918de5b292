"""Longitudes go round: what lies beyond 180 degrees is drawn beside what lies before it.

A frame that crosses 180 degrees goes on beyond them, from 176 to 182, so that it stays one box of degrees.
Lines of a base map have longitudes from -180 to 180; a copy of each, a turn further on, meets such a frame.
"""

from collections.abc import Iterable, Iterator
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


def without_seams(rings: Iterable[Line], box: Box) -> list[Line]:
    """Join rings that were cut at 180 degrees inside a box: the cut is no border, and must not look like one.

    Two are joined where one goes along the cut and the other back between the same two points.
    """
    kept: list[Line] = []
    for ring in rings:
        whole = list(ring)
        while met := _met(whole, kept, box):
            other, edge = met
            kept = [one for one in kept if one is not other]
            whole = _spliced(whole, other, edge)
        kept.append(whole)
    return kept


def _met(ring: Line, others: list[Line], box: Box) -> tuple[Line, tuple[PlanePoint, PlanePoint]] | None:
    """Give a ring that goes back along a cut where this one goes along it, and the cut."""
    edges = list(_seam_edges(ring, box))
    if not edges:
        return None
    found = ((other, (to, at)) for other in others for at, to in _seam_edges(other, box) if (to, at) in edges)
    return next(found, None)


def _seam_edges(ring: Line, box: Box) -> Iterator[tuple[PlanePoint, PlanePoint]]:
    for at, to in pairwise([*ring, ring[0]]):
        is_seam = at[0] == to[0] and at[0] % _TURN == _TURN / 2 and at[1] != to[1]
        if is_seam and box.left < at[0] < box.right:
            yield at, to


def _spliced(ring: Line, other: Line, edge: tuple[PlanePoint, PlanePoint]) -> list[PlanePoint]:
    """Give one ring of two: round the one from the end of an edge to its start, then round the other."""
    start, end = edge
    return [*_round(ring, start, end), *_round(other, end, start)]


def _round(ring: Line, start: PlanePoint, end: PlanePoint) -> list[PlanePoint]:
    """Give the points of a ring behind an edge: from its end all the way round, without its start."""
    points = list(ring[:-1] if ring[0] == ring[-1] else ring)
    edges = list(pairwise([*points, points[0]]))
    first = (edges.index((start, end)) + 1) % len(points)
    return [*points[first:], *points[:first]][:-1]


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
