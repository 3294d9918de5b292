"""The key of the control map: each holder's mark beside its name, side by side; what else marks mean."""

from collections.abc import Iterator
from itertools import groupby

from generator.graphics.map_marks import UNTOLD, colour_class, glyph, mark, shape_of
from generator.graphics.svg import AttributeValue, Svg, element, join
from generator.views.control_map import ControlMap, HolderShare, MapHolder
from generator.views.rich_text import RichText

_SAMPLE = MapHolder("", (), 1, None, ())


def key(view: ControlMap) -> Svg:
    """The key of a view; "" where nothing is held."""
    if not view.holders:
        return Svg("")
    sides = groupby(view.holders, lambda holder: holder.side)
    lists = [[_side(list(group)) for _, group in sides], list(_meanings(view))]
    attributes: dict[str, AttributeValue] = {"class": "map-key", "data-editorial": True}
    return join(*(element("ul", attributes, *items) for items in lists if items))


def _side(holders: list[MapHolder]) -> Svg:
    """The holders of one side. The side itself, where it is one of them, stands for its name."""
    parts = [_entry(holder) for holder in holders]
    if len(holders) > 1 and holders[0].side is not None:
        own = [part for part, holder in zip(parts, holders, strict=True) if holder.name == holder.side_name]
        rest = [part for part, holder in zip(parts, holders, strict=True) if holder.name != holder.side_name]
        title = own[0] if own else element("span", {}, inline(holders[0].side_name))
        return element("li", {}, element("b", {}, title), *rest)
    return element("li", {}, *parts)


def _entry(holder: MapHolder) -> Svg:
    shape = element("path", {"class": colour_class(holder), "d": shape_of(holder)})
    return element("span", {}, _sample(shape), inline(holder.name))


def inline(runs: RichText) -> Svg:
    """Words in a line of HTML. Those in another language are isolated, lest they reorder the rest."""
    return join(
        *(element("bdi", {"lang": run.language}, run.words) if run.language else run.words for run in runs)
    )


def _sample(drawn: Svg, half: int = 8) -> Svg:
    box = f"{-half} -8 {2 * half} 16"
    size = {"viewBox": box, "width": f"{2 * half}", "height": "16", "aria-hidden": "true"}
    return element("svg", size, drawn)


def _meanings(view: ControlMap) -> Iterator[Svg]:
    """What hatching, rings, frames and open circles mean, of those that the map has."""
    stretches = [stretch for spot in view.spots for stretch in spot.stretches]
    shares = [share for stretch in stretches for share in stretch.shares]
    told = {share.status for share in shares}
    for status in ("claimed", "disputed"):
        if status in told:
            yield _meaning(glyph(HolderShare("", status, False), _SAMPLE), view.words[status], 10)
    if any(len(stretch.shares) > 1 or any(share.part for share in stretch.shares) for stretch in stretches):
        both = (HolderShare("", "", True), HolderShare("", "", True))
        yield _meaning(mark(both, {"": _SAMPLE}), view.words["split"], 16)
    if any(not stretch.shares for stretch in stretches):
        yield _meaning(UNTOLD, view.words["untold"])


def _meaning(drawn: Svg, words: str, half: int = 8) -> Svg:
    return element("li", {}, element("span", {}, _sample(drawn, half), words))
