"""The marks of holders: a shape of its own for each holder, the colour of its side.

Solid: the change that made it so is at least reported by somebody neutral. Outlined and hatched:
claimed. Within a ring: disputed. Several marks in one frame: held in parts. A small open circle:
nothing is told.
"""

from collections.abc import Mapping, Sequence

from generator.graphics.svg import Svg, element, join, number
from generator.views.control_map import HolderShare, MapHolder

RADIUS = 6.0
COLOURS = 8
_STEP = 13.0
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
    """The mark of a stretch: one glyph for each holder, a frame round several."""
    if not shares:
        return UNTOLD
    glyphs = [glyph(share, holders[share.holder]) for share in shares]
    if all(share.part for share in shares) and len(shares) == 1:
        glyphs.append(UNTOLD)  # of the other part nothing is told
    if len(glyphs) == 1:
        return glyphs[0]
    return join(frame(len(glyphs)), *(_moved(one, at, len(glyphs)) for at, one in enumerate(glyphs)))


def frame(count: int) -> Svg:
    """The frame of a mark of several glyphs."""
    width = half_width(count)
    return element(
        "rect", {"class": "split", "x": -width, "y": -8, "width": 2 * width, "height": 16, "rx": 8}
    )


def half_width(count: int) -> float:
    """How far a mark of so many glyphs reaches to each side."""
    return RADIUS if count == 1 else (count * _STEP + 4) / 2


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
    """The path of a holder's shape. There are sixteen; then the first come again."""
    return SHAPES[holder.number % len(SHAPES)]


def colour_class(holder: MapHolder) -> str:
    """The class of a side's colour; whoever is on no side has one for all of them."""
    return "c0" if holder.side is None else f"c{holder.side % COLOURS + 1}"


def _moved(one: Svg, at: int, count: int) -> Svg:
    x = (at - (count - 1) / 2) * _STEP
    return element("g", {"transform": f"translate({number(x)})"}, one)
