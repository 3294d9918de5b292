"""Places on a map and the marks of their holders: a shape of its own for each holder, the colour of its side.

Solid: the change that made it so is at least reported by somebody neutral. Outlined and hatched:
claimed. Within a ring: disputed. Several marks in one frame: held in parts. A small open circle:
nothing is told.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.graphics.map_labels import MapLabel, Name, Size, placed, spread
from generator.graphics.map_lines import Box, PlanePoint, Projection
from generator.graphics.svg import Svg, element, join, number
from generator.views.control_map import HolderShare, MapHolder, Spot, Stretch
from generator.views.rich_text import RichText, plain_apart, plain_text

RADIUS = 6.0
COLOURS = 8
_GLYPH_STEP = 13.0
_RING = 9.5
# Around 0 0, within 6 units, in the order in which holders take them.
SHAPES = (
    "M-5-5H5V5H-5z",
    "M0-5.7a5.7 5.7 0 1 1 0 11.4a5.7 5.7 0 1 1 0-11.4z",
    "M0-6L6 5H-6z",
    "M0-6.3L6.3 0L0 6.3L-6.3 0z",
    "M0 6L6-5H-6z",
    "M-2.2-6H2.2V-2.2H6V2.2H2.2V6H-2.2V2.2H-6V-2.2H-2.2z",
    "M0-6.3L6.2-1.7L3.8 5.6H-3.8L-6.2-1.7z",
    "M0-6.6L1.8-2.2L6.4-2L2.8 1L4 5.6L0 3L-4 5.6L-2.8 1L-6.4-2L-1.8-2.2z",
    "M-3.2-5.6H3.2L6.4 0L3.2 5.6H-3.2L-6.4 0z",
    "M-6-3.6H6V3.6H-6z",
    "M-5-6L6 0L-5 6z",
    "M5-6L-6 0L5 6z",
    "M-3.6-6H3.6V6H-3.6z",
    "M-6-5L-2.6 0L-6 5H6L2.6 0L6-5z",
    "M-6 3.5A6 6.5 0 0 1 6 3.5z",
    "M-5-6L0-2L5-6L5 2L0 6L-5 2z",
)
_LINES = "M-3.4 1L1-3.4M-2.8 2.8L2.8-2.8M-1 3.4L3.4-1"
UNTOLD = element("circle", {"class": "untold", "r": 3.5})


def mark(shares: Sequence[HolderShare], holders: Mapping[str, MapHolder]) -> Svg:
    """Give the mark of a stretch: one glyph for each holder, a frame round several."""
    if not shares:
        return UNTOLD
    glyphs = [glyph(share, holders[share.holder]) for share in shares]
    if all(share.part for share in shares) and len(shares) == 1:
        glyphs.append(UNTOLD)  # of the other part nothing is told
    if len(glyphs) == 1:
        return glyphs[0]
    return join(frame(len(glyphs)), *(_moved(one, at, len(glyphs)) for at, one in enumerate(glyphs)))


def frame(count: int) -> Svg:
    """Give the frame of a mark of several glyphs."""
    width = half_width(count)
    return element(
        "rect", {"class": "split", "x": -width, "y": -8, "width": 2 * width, "height": 16, "rx": 8}
    )


def half_width(count: int) -> float:
    """How far a mark of so many glyphs reaches to each side."""
    return RADIUS if count == 1 else (count * _GLYPH_STEP + 4) / 2


def glyph_count(shares: Sequence[HolderShare]) -> int:
    """How many glyphs stand in the mark of a stretch."""
    return 2 if len(shares) == 1 and shares[0].part else max(1, len(shares))


def glyph(share: HolderShare, holder: MapHolder) -> Svg:
    """One holder's shape in its side's colour, as its status has it."""
    colour = colour_class(holder)
    claimed = share.status == "claimed"
    shape = {"class": f"{colour} claimed" if claimed else colour, "d": shape_of(holder)}
    parts = [element("path", shape)]
    if claimed:
        parts.append(element("path", {"class": f"{colour} lines", "d": _LINES}))
    if share.status == "disputed":
        parts.append(element("circle", {"class": "ring", "r": _RING}))
    return join(*parts)


def shape_of(holder: MapHolder) -> str:
    """Give the path of a holder's shape. There are sixteen; then the first come again."""
    return SHAPES[holder.number % len(SHAPES)]


def colour_class(holder: MapHolder) -> str:
    """Give the class of a side's colour; whoever is on no side has one for all of them."""
    return "c0" if holder.side is None else f"c{holder.side % COLOURS + 1}"


def _moved(one: Svg, at: int, count: int) -> Svg:
    x = (at - (count - 1) / 2) * _GLYPH_STEP
    return element("g", {"transform": f"translate({number(x)})"}, one)


Links = Callable[[str], str]
Sizes = Mapping[str, Size]

# Marks that would touch are moved apart, by no more than this many units.
_LEAST, _MOST = 17.0, 10.0
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
    names = [name_of(spot, at) for spot in shown]
    marks = {size: mark_boxes(shown, at, scale) for size, scale in sizes.items()}
    labels = {size: placed(names, marks[size], scale, plane.box) for size, scale in sizes.items()}
    return Placed(at, marks, labels)


def name_of(spot: Spot, at: Mapping[str, PlanePoint]) -> Name:
    """Give the name of a spot, to be written beside its mark."""
    return Name(spot.id, plain_text(spot.name), at[spot.id], spot.label)


def mark_boxes(spots: Sequence[Spot], at: Mapping[str, PlanePoint], size: Size) -> dict[str, Box]:
    """Give the boxes of the marks of some spots, each as wide as it becomes on any day."""
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
    marks = [_drawn_stretch(spot, one, holders, links) for one in spot.stretches] or [_dot(spot, links)]
    x, y = where.at[spot.id]
    attributes = {"class": kind or None, "transform": f"translate({number(x)} {number(y)})"}
    return element("g", {**attributes, "data-claims": f"{spot.id}/point"}, *names, *marks)


def text(words: RichText, label: MapLabel, kind: str) -> Svg:
    """Words where a label has them."""
    anchor = None if label.anchor == "start" else label.anchor
    attributes = {"class": kind or None, "x": label.x or None, "y": label.y, "text-anchor": anchor}
    return element("text", attributes | {"lang": words[0].language or None}, plain_text(words))


def days_of(stretch: Stretch, days: int) -> list[str]:
    """Give the classes that say on which days a stretch shows; none for one that always does."""
    if len(stretch.days) == days:
        return []
    last = ["last"] if stretch.days[-1] == days - 1 else []
    return ["on", *(f"on-{day}" for day in stretch.days), *last]


def _drawn_stretch(spot: Spot, stretch: Stretch, holders: Mapping[str, MapHolder], links: Links) -> Svg:
    kinds = ["mark", *dict.fromkeys(f"h-{share.holder}" for share in stretch.shares)]
    days = days_of(stretch, sum(len(one.days) for one in spot.stretches))
    attributes = {"class": " ".join([*kinds, *days]), "href": links(spot.id)}
    return element(
        "a",
        attributes | {"data-claims": " ".join(map(str, stretch.refs))},
        element("title", {}, plain_apart(stretch.words)),
        element("circle", {"class": "hit", "r": _TARGET}),
        mark(stretch.shares, holders),
    )


def _dot(spot: Spot, links: Links) -> Svg:
    """Give the mark of a place of which only the position is told."""
    name = element("title", {}, plain_text(spot.name))
    hit = element("circle", {"class": "hit", "r": _TARGET})
    dot = element("circle", {"class": "c0", "r": 4})
    return element("a", {"class": "mark", "href": links(spot.id)}, name, hit, dot)
