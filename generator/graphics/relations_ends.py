"""The end of a tie: its shape says what kind of relation it is. Drawn, since markers need ids."""

from collections.abc import Callable, Mapping
from math import hypot

from generator.graphics.relations_layout import Point, Route
from generator.graphics.svg import Svg, element, join

# Corners in the tie's own direction: how far back from the tip, and how far aside, in pixels.
_TRIANGLE = ((0, 0), (9, 4), (9, -4))
_DIAMOND = ((0, 0), (5, 4), (10, 0), (5, -4))
_VEE = ((8, 5), (0, 0), (8, -5))
_BAR = ((1, 6), (1, -6))
_SHAFT = ((9, 0), (0, 0))


def end(kind: str, route: Route) -> Svg:
    """The end of a tie of that kind (one of ``TIES``), in the gap that its line leaves for it."""
    before, tip = route.points[-1], route.tip
    if kind == "mutual":
        return join(*(_dot(point) for point in (route.points[0], tip)))
    drawn = _ENDS.get(kind)
    return drawn(_turned(before, tip)) if drawn and before != tip else Svg("")


def _dot(point: Point) -> Svg:
    x, y = point
    return element("circle", {"class": "end end--full", "cx": x, "cy": y, "r": 2.5})


def _turned(before: Point, tip: Point) -> Callable[[tuple[tuple[int, int], ...]], str]:
    length = hypot(tip[0] - before[0], tip[1] - before[1])
    dx, dy = (tip[0] - before[0]) / length, (tip[1] - before[1]) / length

    def path(corners: tuple[tuple[int, int], ...]) -> str:
        placed = (
            (tip[0] - dx * back - dy * aside, tip[1] - dy * back + dx * aside) for back, aside in corners
        )
        return "M" + "L".join(f"{round(x, 1):g} {round(y, 1):g}" for x, y in placed)

    return path


def _authority(path: Callable[..., str]) -> Svg:
    return element("path", {"class": "end end--full", "d": path(_TRIANGLE) + "Z"})


def _belonging(path: Callable[..., str]) -> Svg:
    return element("path", {"class": "end end--hollow", "d": path(_DIAMOND) + "Z"})


def _help(path: Callable[..., str]) -> Svg:
    return element("path", {"class": "end", "d": path(_SHAFT) + path(_VEE)})


def _against(path: Callable[..., str]) -> Svg:
    return join(
        element("path", {"class": "end", "d": path(_SHAFT)}),
        element("path", {"class": "end end--bar", "d": path(_BAR)}),
    )


_ENDS: Mapping[str, Callable[[Callable[..., str]], Svg]] = {
    "authority": _authority,
    "belonging": _belonging,
    "help": _help,
    "against": _against,
}
