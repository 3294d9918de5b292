"""From degrees to the plane of a figure: the only place that knows of map projections."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite

from pyproj import Proj

from generator.graphics.map_lines import Box, PlanePoint
from generator.model.explainer import Frame

# A figure is never taller than this many times its width, nor flatter.
_TALLEST, _FLATTEST = 1.2, 0.4
_STEPS = 12


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
    """The projection of a frame (``frame_box``) to a figure of that width."""
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
    """A frame as a box of degrees: left is west, top is south, as in the plane of degrees."""
    return Box(frame.west, frame.south, frame.east, frame.north)


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
    for step in range(_STEPS + 1):
        x = edges.left + (edges.right - edges.left) * step / _STEPS
        y = edges.top + (edges.bottom - edges.top) * step / _STEPS
        yield from ((x, edges.top), (x, edges.bottom), (edges.left, y), (edges.right, y))
