"""The control map with its key, and the small map of one place: views to figures, without any id in them.

The figure shows one day at a time. Elements of the class ``on`` belong to the days of their
classes ``on-N``, ``last`` marks those of the last day; theme/assets/map.css does the rest.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.graphics.map_base import FULL, SMALL, Detail, drawn_base
from generator.graphics.map_labels import MapLabel, Size, text_box
from generator.graphics.map_lines import Projection, frame_box, projection
from generator.graphics.map_marks import (
    RADIUS,
    UNTOLD,
    Links,
    Placed,
    Sizes,
    colour_class,
    days_of,
    draw_spot,
    glyph,
    mark,
    place_spots,
    shape_of,
    text,
)
from generator.graphics.svg import AttributeValue, Svg, apart, element, join, number
from generator.views.control_map import ControlMap, HolderShare, MapDay, MapHolder
from generator.views.isolation import direction_in, joined_apart
from generator.views.map_base import MapBase
from generator.views.rich_text import RichText, plain_text

_SAMPLE = MapHolder("", (), 1, None, ())


def map_key(view: ControlMap) -> Svg:
    """Give the key of a view; "" where nothing is held."""
    if not view.holders:
        return Svg("")
    sides = groupby(view.holders, lambda holder: holder.side)
    lists = [[_side_key(list(group), view.direction) for _, group in sides], list(_meanings(view))]
    attributes: dict[str, AttributeValue] = {"class": "map-key", "data-editorial": True}
    return join(*(element("ul", attributes, *items) for items in lists if items))


def _side_key(holders: list[MapHolder], direction: str) -> Svg:
    """Give the holders of one side. The side itself, where it is one of them, stands for its name."""
    parts = [_holder_key(holder, direction) for holder in holders]
    if len(holders) > 1 and holders[0].side is not None:
        own = [part for part, holder in zip(parts, holders, strict=True) if holder.name == holder.side_name]
        rest = [part for part, holder in zip(parts, holders, strict=True) if holder.name != holder.side_name]
        title = own[0] if own else element("span", {}, inline(holders[0].side_name, direction))
        return element("li", {}, element("b", {}, title), *rest)
    return element("li", {}, *parts)


def _holder_key(holder: MapHolder, direction: str) -> Svg:
    shape = element("path", {"class": colour_class(holder), "d": shape_of(holder)})
    return element("span", {}, _sample(shape), inline(holder.name, direction))


def inline(text: RichText, direction: str) -> Svg:
    """Words in a line of HTML. Those that read the other way are isolated, lest they reorder the rest."""
    return join(
        *(
            element("bdi", {"lang": span.language}, span.words)
            if span.language
            else apart(span.words, direction)
            for span in text
        )
    )


def _sample(drawn: Svg, half: int = 8) -> Svg:
    box = f"{-half} -8 {2 * half} 16"
    size = {"viewBox": box, "width": f"{2 * half}", "height": "16", "aria-hidden": "true"}
    return element("svg", size, drawn)


def _meanings(view: ControlMap) -> Iterator[Svg]:
    """Say what hatching, rings, frames and open circles mean, of those that the map has."""
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


# Two sizes of type, for a column of text and for a phone, in units of the figure. map.css says
# which of both is shown, sets the type in this size and enlarges the marks by as much.
WIDE = Size(type=13, mark=RADIUS, gap=3)
NARROW = Size(type=19.5, mark=RADIUS * 1.6, gap=4)
SIZES = {"w": WIDE, "n": NARROW}
SMALL_SIZES = {"": Size(type=12, mark=RADIUS, gap=2)}
_GROUND_TYPE = 0.84
_NEW_LINE = Svg("\n")


def control_figure(view: ControlMap, links: Links, *, is_open: bool = True) -> Svg:
    """Give the map of a view with its days and key; "" where nothing can be drawn.

    ``is_open`` shows its notes at once: the places that are not drawn, and whom the base map is from.
    """
    if view.map_base is None:
        return Svg("")
    svg = _svg(view, view.map_base, (FULL, SIZES), links)
    notes = [*_others(view), thanks(view, view.map_base)]
    caption = element("figcaption", {}, map_key(view), *_notes(view, notes, is_open))
    words = {"data-play": view.words["play"], "data-pause": view.words["pause"]}
    parts = _lines([_days(view), svg, caption])
    return element("figure", {"class": "map", **words, "data-pagefind-ignore": True}, _NEW_LINE, *parts)


def locator_figure(view: ControlMap | None, links: Links) -> Svg:
    """Give the small map of a place, the first spot of the view; "" without one."""
    if view is None or view.map_base is None:
        return Svg("")
    parts = [_svg(view, view.map_base, (SMALL, SMALL_SIZES), links)]
    if credits := thanks(view, view.map_base):
        parts.append(element("figcaption", {}, credits))
    attributes: dict[str, AttributeValue] = {"class": "map locator", "data-pagefind-ignore": True}
    return element("figure", attributes, _NEW_LINE, *_lines(parts))


def _lines(parts: Iterable[Svg]) -> Iterator[Svg]:
    """Parts on lines of their own, so that a change of one shows as a change of one line."""
    for part in parts:
        if part:
            yield part
            yield _NEW_LINE


def _svg(view: ControlMap, map_base: MapBase, scale: tuple[Detail, Sizes], links: Links) -> Svg:
    (detail, sizes), edges = scale, frame_box(map_base.frame)
    plane = projection(edges, detail.width)
    where = place_spots(view.spots, plane, sizes)
    holders = {holder.id: holder for holder in view.holders}
    spots = (
        draw_spot(spot, where, holders, links, kind="here" if spot.id == view.here else "")
        for spot in view.spots
        if spot.id in where.at
    )
    parts = [drawn_base(edges, map_base.base, detail), *_base_names(map_base, plane, where, sizes), *spots]
    view_box = f"0 0 {number(plane.width)} {number(plane.height)}"
    words = view.words["map" if view.days else "places"]
    attributes = {"viewBox": view_box, "role": "group", "aria-label": words, "direction": "ltr"}
    return element("svg", attributes, _NEW_LINE, *_lines(parts))


def _base_names(map_base: MapBase, plane: Projection, where: Placed, sizes: Sizes) -> Iterator[Svg]:
    """Give the names of the base map, where the names of places leave room for them."""
    for kind, size in sizes.items():
        taken = where.taken(kind)
        for name, position, is_sea in map_base.names:
            for x, y in plane.units([position]):
                box = text_box(plain_text(name).upper(), (x, y), "middle", size.type * _GROUND_TYPE)
                if plane.box.holds(box) and not any(box.meets(other) for other in taken):
                    taken.append(box)
                    kinds = f"{kind} map-name{' map-sea-name' if is_sea else ''}".strip()
                    label = text(name, MapLabel(x, y, "middle", box), kinds)
                    yield element("g", {"data-editorial": True}, label)


def _days(view: ControlMap) -> Svg:
    if len(view.days) < 2:
        return Svg("")
    last = len(view.days) - 1
    legend = element("legend", {}, view.words["days"])
    days = (_day(number, day, number == last) for number, day in enumerate(view.days))
    return element("fieldset", {"class": "map-days", "data-editorial": True}, legend, *days)


def _day(number: int, day: MapDay, is_last: bool) -> Svg:
    attributes = {"class": f"day-{number}", "type": "radio", "name": "map-day"}
    radio = element("input", {**attributes, "checked": is_last, "aria-label": day.name})
    return element("label", {}, radio, element("span", {}, day.short))


def _notes(view: ControlMap, notes: Iterable[Svg], is_open: bool) -> Iterator[Svg]:
    if any(notes):
        summary = element("summary", {"data-editorial": True}, view.words["about"])
        yield element("details", {"class": "twin", "open": is_open}, summary, *notes)


def _others(view: ControlMap) -> Iterator[Svg]:
    """Give the places that cannot be drawn, with whoever held them on the day shown."""
    told = [stretch for spot in view.others for stretch in spot.stretches if stretch.shares]
    if not told:
        return
    items = []
    for stretch in told:
        days = " ".join(days_of(stretch, len(view.days))) or None
        attributes = {"class": days, "data-claims": " ".join(map(str, stretch.refs))}
        items.append(element("li", attributes, element("span", {}, inline(stretch.words, view.direction))))
    yield element("p", {"data-editorial": True}, view.words["others"])
    yield element("ul", {"class": "map-others"}, *items)


def _apart(text: RichText, pattern: str) -> str:
    return joined_apart(plain_text(text), direction_in(pattern))


def thanks(view: ControlMap, map_base: MapBase) -> Svg:
    """Say what is hatched and why, and whom to thank for the base map."""
    hatched, credits = view.words["hatched"], view.words["credits"]
    words = [hatched.format(area=_apart(area, hatched)) for area in map_base.disputed]
    if map_base.credits:
        words.append(credits.format(credits=_apart(map_base.credits, credits)))
    return (
        element("p", {"class": "map-credits", "data-editorial": True}, " ".join(words)) if words else Svg("")
    )
