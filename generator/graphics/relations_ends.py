"""The end of a tie: its shape says what kind of relation it is. Drawn, since markers need ids."""

from collections.abc import Mapping
from math import atan2, degrees

from generator.graphics.relations_layout import Point, Route
from generator.graphics.svg import Svg, element, join

# Class and path by kind, in pixels, with the tip at 0,0 of a tie that comes from the left. The gap
# that a tie leaves for it is nine wide: where the shape does not fill it, a shaft goes on to the tip.
_SHAPES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "authority": (("end end--full", "M0 0L-9 4V-4Z"),),
    "belonging": (("end end--hollow", "M0 0L-5 4L-10 0L-5 -4Z"),),
    "help": (("end", "M-9 0H0M-8 5L0 0L-8 -5"),),
    "against": (("end", "M-9 0H0"), ("end end--bar", "M-1 6V-6")),
}


def end(kind: str, route: Route) -> Svg:
    """The end of a tie of that kind (one of ``TIES``), in the gap that its line leaves for it."""
    before, tip = route.points[-1], route.tip
    if kind == "mutual":
        return join(*(_dot(point) for point in (route.points[0], tip)))
    turn = round(degrees(atan2(tip[1] - before[1], tip[0] - before[0])))
    place = f"translate({tip[0]} {tip[1]})rotate({turn})"
    shapes = _SHAPES.get(kind, ()) if before != tip else ()
    return join(*(element("path", {"class": name, "transform": place, "d": path}) for name, path in shapes))


def _dot(point: Point) -> Svg:
    x, y = point
    return element("circle", {"class": "end end--full", "cx": x, "cy": y, "r": 2.5})
