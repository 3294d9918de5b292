"""Lines and rings: from degrees into the plane, cut to a box, made simpler, hatched, written as SVG."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import isfinite
from typing import NamedTuple, TypeAlias

from pyproj import Proj

from generator.graphics.svg import number
from generator.model.explainer import Frame

PlanePoint: TypeAlias = tuple[float, float]
Line: TypeAlias = Sequence[PlanePoint]


class Box(NamedTuple):
    """A rectangle along the axes, in the unit of the lines it is used with."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two boxes share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: "Box") -> bool:
        """Whether another box lies inside this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def wider(self, margin: float) -> "Box":
        """Give the same box with a margin around it."""
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)


# Each edge of a box: the axis that it cuts, and on which side of it the inside lies.
_EDGES = ((0, "left", 1), (1, "top", 1), (0, "right", -1), (1, "bottom", -1))


def clip_ring(ring: Line, box: Box) -> list[PlanePoint]:
    """Give the part of a closed ring inside a box (Sutherland and Hodgman, 1974); [] when none is.

    A ring that leaves the box and comes back is closed along the box's edge.
    """
    kept = list(ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring)
    for axis, edge, inside in _EDGES:
        limit = getattr(box, edge)
        kept = list(_cut(kept, axis, limit, inside))
    return kept if len(kept) > 2 else []


def _cut(ring: list[PlanePoint], axis: int, limit: float, inside: int) -> Iterator[PlanePoint]:
    for start, end in zip([ring[-1], *ring] if ring else [], ring, strict=False):
        was, is_in = ((point[axis] - limit) * inside >= 0 for point in (start, end))
        if was != is_in:
            yield _crossing(start, end, axis, limit)
        if is_in:
            yield end


def _crossing(start: PlanePoint, end: PlanePoint, axis: int, limit: float) -> PlanePoint:
    share = (limit - start[axis]) / (end[axis] - start[axis])
    other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def clip_line(line: Line, box: Box) -> list[list[PlanePoint]]:
    """Give the stretches of a line inside a box, in order."""
    pieces: list[list[PlanePoint]] = []
    for start, end in pairwise(line):
        inside = _segment(start, end, box)
        if inside is None:
            continue
        if pieces and pieces[-1][-1] == inside[0]:
            pieces[-1].append(inside[1])
        else:
            pieces.append(list(inside))
    return pieces


def _segment(start: PlanePoint, end: PlanePoint, box: Box) -> tuple[PlanePoint, PlanePoint] | None:
    """Give the part of a straight stretch inside a box (Liang and Barsky, 1984)."""
    first, last = 0.0, 1.0
    for axis, edge, inside in _EDGES:
        step, room = (end[axis] - start[axis]) * inside, (start[axis] - getattr(box, edge)) * inside
        if step == 0:
            if room < 0:
                return None
        elif step > 0:
            first = max(first, -room / step)
        else:
            last = min(last, -room / step)
    if first >= last:
        return None
    return _along(start, end, first), _along(start, end, last)


def _along(start: PlanePoint, end: PlanePoint, share: float) -> PlanePoint:
    if share in (0, 1):
        return end if share else start
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def simplified(line: Line, tolerance: float) -> list[PlanePoint]:
    """Give a line without the points that lie within ``tolerance`` of it (Douglas and Peucker, 1973).

    Both ends stay; a ring given with its first point repeated at the end stays one.
    """
    kept, stretches = {0, len(line) - 1}, [(0, len(line) - 1)]
    while stretches:
        first, last = stretches.pop()
        inner = range(first + 1, last)
        far = max(inner, key=lambda at: _off(line[at], line[first], line[last]), default=0)
        if far and _off(line[far], line[first], line[last]) > tolerance**2:
            kept.add(far)
            stretches += [(first, far), (far, last)]
    return [line[at] for at in sorted(kept)]


def _off(point: PlanePoint, start: PlanePoint, end: PlanePoint) -> float:
    """Give the square of a point's distance from a straight stretch."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = across**2 + down**2
    share = ((point[0] - start[0]) * across + (point[1] - start[1]) * down) / length if length else 0
    nearest = _along(start, end, min(1.0, max(0.0, share)))
    return (point[0] - nearest[0]) ** 2 + (point[1] - nearest[1]) ** 2


def path(lines: Iterable[Line], closed: bool) -> str:
    """Give the ``d`` of a path through some lines or rings, to a tenth of a unit, each step relative."""
    return "".join(_steps(line, closed) for line in lines)


def _steps(line: Line, closed: bool) -> str:
    tenths = [(round(x * 10), round(y * 10)) for x, y in line]
    points = [tenths[0], *(point for before, point in pairwise(tenths) if point != before)]
    if closed and points[0] == points[-1]:
        points.pop()
    if len(points) < (3 if closed else 2):
        return ""
    steps = [_pair(x - u, y - v) for (u, v), (x, y) in pairwise(points)]
    written = f"M{_pair(*points[0])}l{steps[0]}" + "".join(
        step if step.startswith("-") else f" {step}" for step in steps[1:]
    )
    return written + "z" if closed else written


def _pair(x: int, y: int) -> str:
    across, down = number(x / 10), number(y / 10)
    return across + (down if down.startswith("-") else f" {down}")


def hatching(rings: Sequence[Line], step: float) -> list[list[PlanePoint]]:
    """Slanting strokes that fill an area, ``step`` apart; a hole is left out (even and odd)."""
    edges = [edge for ring in rings for edge in pairwise([*ring, ring[0]])]
    heights = [x + y for ring in rings for x, y in ring]
    strokes: list[list[PlanePoint]] = []
    for count in range(int(min(heights) / step), int(max(heights) / step) + 1):
        met = sorted(_meeting(start, end, count * step) for start, end in _crossed(edges, count * step))
        strokes += [[first, last] for first, last in zip(met[::2], met[1::2], strict=False)]
    return strokes


def _crossed(
    edges: Iterable[tuple[PlanePoint, PlanePoint]], height: float
) -> Iterator[tuple[PlanePoint, PlanePoint]]:
    return ((a, b) for a, b in edges if (sum(a) < height) != (sum(b) < height))


def _meeting(start: PlanePoint, end: PlanePoint, height: float) -> PlanePoint:
    return _along(start, end, (height - sum(start)) / (sum(end) - sum(start)))


# A figure is never taller than this many times its width, nor flatter.
_TALLEST, _FLATTEST = 1.2, 0.4
_BORDER_STEPS = 12


@dataclass(frozen=True)
class Projection:
    """A projection fitted to a frame: degrees in, units of a figure of this size out."""

    width: float
    height: float
    _proj: Proj
    _left: float
    _top: float
    _scale: float

    def units(self, positions: Sequence[PlanePoint]) -> list[PlanePoint]:
        """Positions (longitude, latitude) as x and y, y downwards; those that have none are left out."""
        east, north = self._proj([x for x, _ in positions], [y for _, y in positions])
        return [
            ((x - self._left) * self._scale, (self._top - y) * self._scale)
            for x, y in zip(east, north, strict=True)
            if isfinite(x) and isfinite(y)
        ]

    @property
    def box(self) -> Box:
        """The figure's edges."""
        return Box(0, 0, self.width, self.height)


@lru_cache(maxsize=32)
def projection(edges: Box, width: float) -> Projection:
    """Give the projection of a frame (``frame_box``) to a figure of that width."""
    proj = Proj(_definition(edges))
    border = list(_border(edges))
    x, y = proj([point[0] for point in border], [point[1] for point in border])
    left, right, low, high = min(x), max(x), min(y), max(y)
    across, up = right - left, high - low
    # A frame that is too tall or too flat gets room on both sides, which the base map fills.
    more_across = max(0.0, up / _TALLEST - across) / 2
    more_up = max(0.0, across * _FLATTEST - up) / 2
    scale = width / (across + 2 * more_across)
    height = round((up + 2 * more_up) * scale, 1)
    return Projection(width, height, proj, left - more_across, high + more_up, scale)


def frame_box(frame: Frame) -> Box:
    """Give a frame as a box of degrees: left is west, top is south, as in the plane of degrees.

    One that crosses 180 degrees goes on beyond them: from 176 to 182.
    """
    return Box(frame.west, frame.south, frame.west + frame.width, frame.north)


def _definition(edges: Box) -> str:
    """Lambert's conformal conic with standard parallels a sixth inside the frame.

    A cone does not fit round the equator nor a large part of the Earth: equal degrees do there.
    """
    south, span = edges.top, edges.bottom - edges.top
    middle, centre = south + span / 2, (edges.left + edges.right) / 2
    if span > 60 or abs(middle) < max(5.0, span / 2):
        return f"+proj=eqc +lat_ts={min(abs(middle), 60)} +lon_0={centre} +ellps=WGS84"
    parallels = f"+lat_1={south + span / 6} +lat_2={south + span * 5 / 6}"
    return f"+proj=lcc {parallels} +lat_0={middle} +lon_0={centre} +ellps=WGS84"


def _border(edges: Box) -> Iterable[PlanePoint]:
    for step in range(_BORDER_STEPS + 1):
        x = edges.left + (edges.right - edges.left) * step / _BORDER_STEPS
        y = edges.top + (edges.bottom - edges.top) * step / _BORDER_STEPS
        yield from ((x, edges.top), (x, edges.bottom), (edges.left, y), (edges.right, y))
