"""The base map: the land, borders and waters that a map of places is drawn on.

It is ground to look at, not a statement: nothing derives from it and no claim rests on it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.model.text import Text

LonLat: TypeAlias = tuple[float, float]
"""Longitude and latitude, WGS 84 degrees, in GeoJSON's order."""


class Layer(StrEnum):
    """What a shape of the base map is; maps paint the layers in this order."""

    LAND = "land"
    MAIN = "main"
    DISPUTED = "disputed"
    ADMIN = "admin"
    RIVER = "river"
    LAKE = "lake"
    LABEL = "label"
    SEA_LABEL = "sea-label"


AREAS = frozenset({Layer.LAND, Layer.MAIN, Layer.DISPUTED, Layer.LAKE})
LINES = frozenset({Layer.ADMIN, Layer.RIVER})
LABELS = frozenset({Layer.LABEL, Layer.SEA_LABEL})


@dataclass(frozen=True, slots=True)
class MapShape:
    """Something drawn. ``lines`` are the rings of an area, holes included (an area is filled
    even and odd), the lines of a border or river, or one line of one position: where a name stands.

    ``note`` says of a disputed area what it is.
    """

    layer: Layer
    lines: tuple[tuple[LonLat, ...], ...]
    name: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class BaseMap:
    """The shapes of a base map in file order, and whom to thank for them."""

    shapes: tuple[MapShape, ...]
    credits: Text | None = None

    def of(self, layer: Layer) -> tuple[MapShape, ...]:
        """Give the shapes of one layer."""
        return tuple(shape for shape in self.shapes if shape.layer is layer)
