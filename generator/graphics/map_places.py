"""Places on a map: each with its name, and a mark for each stretch of days."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.graphics.map_labels import MapLabel, Name, Size, placed, spread
from generator.graphics.map_lines import Box, PlanePoint
from generator.graphics.map_marks import RADIUS, glyph_count, half_width, mark
from generator.graphics.map_projection import Projection
from generator.graphics.svg import Svg, element, number
from generator.views.control_map import MapHolder, Spot, Stretch
from generator.views.rich_text import RichText, plain_text

Links = Callable[[str], str]
Sizes = Mapping[str, Size]

# Marks that would touch are moved apart, by no more than this many units.
_LEAST, _MOST = 13.0, 8.0
_TARGET = 12.0


@dataclass(frozen=True)
class Placed:
    """Where the spots of a map stand: their marks, and their names in each size of the map."""

    at: Mapping[str, PlanePoint]
    marks: Mapping[str, Mapping[str, Box]]
    labels: Mapping[str, Mapping[str, MapLabel]]

    def taken(self, size: str) -> list[Box]:
        """Every box that is taken in a size."""
        return [*self.marks[size].values(), *(label.box for label in self.labels[size].values())]


def place_spots(spots: Sequence[Spot], plane: Projection, sizes: Sizes) -> Placed:
    """Give each spot its mark and, where there is room, its name; most important first."""
    home = {spot.id: plane.units([spot.at]) for spot in spots if spot.at}
    at = spread({id: found[0] for id, found in home.items() if found}, _LEAST, _MOST)
    shown = [spot for spot in spots if spot.id in at]
    names = [Name(spot.id, plain_text(spot.name), at[spot.id], spot.label) for spot in shown]
    marks = {size: _mark_boxes(shown, at, scale) for size, scale in sizes.items()}
    labels = {size: placed(names, marks[size], scale, plane.box) for size, scale in sizes.items()}
    return Placed(at, marks, labels)


def _mark_boxes(spots: Sequence[Spot], at: Mapping[str, PlanePoint], size: Size) -> dict[str, Box]:
    """The boxes of all marks, each as wide as it becomes on any day."""
    boxes = {}
    for spot in spots:
        (x, y), scale = at[spot.id], size.mark / RADIUS
        glyphs = max((glyph_count(stretch.shares) for stretch in spot.stretches), default=1)
        half, high = half_width(glyphs) * scale, (8 if glyphs > 1 else RADIUS) * scale
        boxes[spot.id] = Box(x - half, y - high, x + half, y + high)
    return boxes


def draw_spot(spot: Spot, where: Placed, holders: Mapping[str, MapHolder], links: Links, *, kind: str) -> Svg:
    """One place, of a class: its name in each size that has room for it, and the marks of its days."""
    labels = {size: found[spot.id] for size, found in where.labels.items() if spot.id in found}
    names = [text(spot.name, label, size) for size, label in labels.items()]
    marks = [_stretch(spot, one, holders, links) for one in spot.stretches] or [_dot(spot, links)]
    x, y = where.at[spot.id]
    attributes = {"class": kind or None, "transform": f"translate({number(x)} {number(y)})"}
    return element("g", {**attributes, "data-claims": f"{spot.id}/point"}, *names, *marks)


def text(words: RichText, label: MapLabel, kind: str) -> Svg:
    """Words where a label has them."""
    anchor = None if label.anchor == "start" else label.anchor
    attributes = {"class": kind or None, "x": label.x or None, "y": label.y, "text-anchor": anchor}
    return element("text", attributes | {"lang": words[0].language or None}, plain_text(words))


def days_of(stretch: Stretch, days: int) -> list[str]:
    """The classes that say on which days a stretch shows; none for one that always does."""
    if len(stretch.days) == days:
        return []
    last = ["last"] if stretch.days[-1] == days - 1 else []
    return ["on", *(f"on-{day}" for day in stretch.days), *last]


def _stretch(spot: Spot, stretch: Stretch, holders: Mapping[str, MapHolder], links: Links) -> Svg:
    kinds = ["mark", *dict.fromkeys(f"h-{share.holder}" for share in stretch.shares)]
    days = days_of(stretch, sum(len(one.days) for one in spot.stretches))
    attributes = {"class": " ".join([*kinds, *days]), "href": links(spot.id)}
    return element(
        "a",
        attributes | {"data-claims": " ".join(map(str, stretch.refs))},
        element("title", {}, plain_text(stretch.words)),
        element("circle", {"class": "hit", "r": _TARGET}),
        mark(stretch.shares, holders),
    )


def _dot(spot: Spot, links: Links) -> Svg:
    """The mark of a place of which only the position is told."""
    name = element("title", {}, plain_text(spot.name))
    hit = element("circle", {"class": "hit", "r": _TARGET})
    dot = element("circle", {"class": "c0", "r": 4})
    return element("a", {"class": "mark", "href": links(spot.id)}, name, hit, dot)
