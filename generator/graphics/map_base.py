"""The base of a map: land, borders, waters and disputed areas, as SVG paths."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.graphics.map_lines import (
    Box,
    Line,
    PlanePoint,
    Projection,
    clip_line,
    clip_ring,
    hatching,
    path,
    projection,
    simplified,
)
from generator.graphics.map_turns import stepped, turned, within_a_turn, without_seams
from generator.graphics.svg import Svg, element, join
from generator.model.base_map import LABELS, LINES, BaseMap, Layer, MapShape

_OUTSIDE = 6.0  # units beyond the edge of the figure, so that no border is drawn along it
_HATCH = 5.0


@dataclass(frozen=True, slots=True)
class Detail:
    """How much of a base map a figure shows: its width, what is too small to see, which layers."""

    width: float
    tolerance: float
    layers: frozenset[Layer]


FULL = Detail(640, 0.7, frozenset(Layer) - LABELS)
SMALL = Detail(320, 0.5, frozenset({Layer.LAND, Layer.MAIN, Layer.DISPUTED, Layer.LAKE}))


@lru_cache(maxsize=32)
def drawn_base(edges: Box, base: BaseMap | None, detail: Detail) -> Svg:
    """Give the base map within a frame, painted layer by layer; without one a plain ground.

    Kept for the many pages that show the same one.
    """
    plane = projection(edges, detail.width)
    has_sea = base is not None and bool(base.of(Layer.LAND))
    size = {"width": plane.width, "height": plane.height}
    parts = [element("rect", {"class": "map-sea" if has_sea else "map-plain", **size})]
    for layer in Layer:
        if base and layer in detail.layers:
            parts += _painted(layer, list(_lines(base.of(layer), plane, edges, detail.tolerance)))
    return join(*parts)


def _painted(layer: Layer, lines: list[list[PlanePoint]]) -> Iterator[Svg]:
    if not lines:
        return
    if layer is Layer.DISPUTED:
        # Strokes of their own instead of a pattern: patterns need ids, and ids must not repeat.
        yield element("path", {"class": "map-hatch", "d": path(hatching(lines, _HATCH), closed=False)})
    written = path(lines, closed=layer not in LINES)
    yield element("path", {"class": f"map-{layer.value}", "d": written})


def _lines(
    shapes: tuple[MapShape, ...], plane: Projection, edges: Box, tolerance: float
) -> Iterator[list[PlanePoint]]:
    margin = max(edges.right - edges.left, edges.bottom - edges.top) / 2
    degrees = within_a_turn(edges.wider(margin), edges)
    for shape in shapes:
        lines = [one for whole in shape.lines for one in turned(whole, degrees)]
        if shape.layer in LINES:
            for line in lines:
                yield from _stretches(line, plane, degrees, tolerance)
        else:
            rings = (_ring(line, plane, degrees, tolerance) for line in without_seams(lines, degrees))
            yield from (ring for ring in rings if ring)


def _stretches(line: Line, plane: Projection, degrees: Box, tolerance: float) -> Iterator[list[PlanePoint]]:
    # Cut in degrees first: a projection bends what lies far from its frame.
    for near in clip_line(line, degrees):
        for piece in clip_line(plane.units(stepped(near)), plane.box.wider(_OUTSIDE)):
            yield simplified(piece, tolerance)


def _ring(line: Line, plane: Projection, degrees: Box, tolerance: float) -> list[PlanePoint]:
    near = clip_ring(line, degrees)
    whole = plane.units(stepped([*near, near[0]])[:-1]) if near else []
    ring = clip_ring(whole, plane.box.wider(_OUTSIDE)) if whole else []
    simple = simplified([*ring, ring[0]], tolerance)[:-1] if ring else []
    return simple if len(simple) > 2 else []
