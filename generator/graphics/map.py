"""The control map and the small map of one place: views to figures, without any id in them.

The figure shows one day at a time. Elements of the class ``on`` belong to the days of their
classes ``on-N``, ``last`` marks those of the last day; theme/assets/map.css does the rest.
"""

from collections.abc import Iterable, Iterator

from generator.graphics.map_base import FULL, SMALL, Detail, drawn_base
from generator.graphics.map_key import inline, key
from generator.graphics.map_labels import MapLabel, Size, text_box
from generator.graphics.map_marks import RADIUS
from generator.graphics.map_places import Links, Placed, Sizes, days_of, draw_spot, place_spots, text
from generator.graphics.map_projection import Projection, frame_box, projection
from generator.graphics.svg import AttributeValue, Svg, element, number
from generator.views.control_map import ControlMap, MapDay
from generator.views.map_base import MapBase
from generator.views.rich_text import plain_text

# Two sizes of type, for a column of text and for a phone, in units of the figure. map.css says
# which of both is shown, sets the type in this size and enlarges the marks by as much.
WIDE = Size(type=12.5, mark=RADIUS, gap=3)
NARROW = Size(type=19.5, mark=RADIUS * 1.6, gap=4)
SIZES = {"w": WIDE, "n": NARROW}
_SMALL_SIZES = {"": Size(type=12, mark=RADIUS, gap=2)}
_GROUND_TYPE = 0.84
_NEW_LINE = Svg("\n")


def control_figure(view: ControlMap, links: Links) -> Svg:
    """The map of a view with its days and key; "" where nothing can be drawn."""
    if view.map_base is None:
        return Svg("")
    svg = _svg(view, view.map_base, (FULL, SIZES), links)
    caption = element("figcaption", {}, key(view), *_others(view), _thanks(view, view.map_base))
    words = {"data-play": view.words["play"], "data-pause": view.words["pause"]}
    parts = _lines([_days(view), svg, caption])
    return element("figure", {"class": "map", **words, "data-pagefind-ignore": True}, _NEW_LINE, *parts)


def locator_figure(view: ControlMap | None, links: Links) -> Svg:
    """The small map of a place, the first spot of the view; "" without one."""
    if view is None or view.map_base is None:
        return Svg("")
    parts = [_svg(view, view.map_base, (SMALL, _SMALL_SIZES), links)]
    if thanks := _thanks(view, view.map_base):
        parts.append(element("figcaption", {}, thanks))
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
    """The names of the base map, where the names of places leave room for them."""
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


def _others(view: ControlMap) -> Iterator[Svg]:
    """The places that cannot be drawn, with whoever held them on the day shown."""
    told = [stretch for spot in view.others for stretch in spot.stretches if stretch.shares]
    if not told:
        return
    items = []
    for stretch in told:
        days = " ".join(days_of(stretch, len(view.days))) or None
        attributes = {"class": days, "data-claims": " ".join(map(str, stretch.refs))}
        items.append(element("li", attributes, element("span", {}, inline(stretch.words))))
    yield element("p", {"data-editorial": True}, view.words["others"])
    yield element("ul", {"class": "map-others"}, *items)


def _thanks(view: ControlMap, map_base: MapBase) -> Svg:
    """What is hatched and why, and whom to thank for the base map."""
    words = [view.words["hatched"].format(area=plain_text(area)) for area in map_base.disputed]
    if map_base.credits:
        words.append(view.words["credits"].format(credits=plain_text(map_base.credits)))
    return (
        element("p", {"class": "map-credits", "data-editorial": True}, " ".join(words)) if words else Svg("")
    )
