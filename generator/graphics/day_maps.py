"""Small maps of single days, all drawn on one base that the page holds once.

They are pictures, not ways to other pages: the words beside them name what changed, with its links.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.graphics.map import SMALL_SIZES, map_key, thanks
from generator.graphics.map_base import SMALL, drawn_base
from generator.graphics.map_labels import MapLabel, placed
from generator.graphics.map_lines import Box, PlanePoint, Projection, frame_box, projection
from generator.graphics.map_marks import Placed, mark, mark_boxes, name_of, place_spots, text
from generator.graphics.svg import AttributeValue, Svg, element, number
from generator.views.control_map import MapHolder, Spot
from generator.views.day_maps import DayMap, DayMaps
from generator.views.rich_text import plain_apart

BASE = "day-map"
_HALO = element("circle", {"class": "halo", "r": 11})
_SIZE = replace(SMALL_SIZES[""], gap=5)  # beside a halo


@dataclass(frozen=True, slots=True)
class DayFigures:
    """The key of the maps with the base that they are drawn on, whom that is from, and each by its number."""

    key: Svg
    credits: Svg
    maps: Mapping[int, Svg]


def day_figures(view: DayMaps | None) -> DayFigures:
    """Draw the maps of a story; nothing where there is none."""
    base = view.control.map_base if view else None
    if view is None or base is None:
        return DayFigures(Svg(""), Svg(""), {})
    edges = frame_box(base.frame)
    plane = projection(edges, SMALL.width)
    ground = element("g", {"id": BASE}, drawn_base(edges, base.base, SMALL))
    hidden: dict[str, AttributeValue] = {"class": "map-base", "width": 0, "height": 0, "aria-hidden": "true"}
    shared = element("svg", hidden, element("defs", {}, ground))
    where = place_spots(view.control.spots, plane, {})
    holders = {holder.id: holder for holder in view.control.holders}
    return DayFigures(
        key=element("div", {"class": "map day-key"}, shared, map_key(view.control), _halo_key(view)),
        credits=element("div", {"class": "map"}, thanks(view.control, base)),
        maps={one.number: _map(one, plane, where, holders) for one in view.maps.values()},
    )


def _halo_key(view: DayMaps) -> Svg:
    """Say what a halo means, where a map has one."""
    if not any(one.changed for one in view.maps.values()):
        return Svg("")
    sample = element(
        "svg", {"viewBox": "-8 -8 16 16", "width": 16, "height": 16, "aria-hidden": "true"}, _HALO
    )
    words = element("span", {}, sample, view.halo)
    return element("ul", {"class": "map-key", "data-editorial": True}, element("li", {}, words))


def _map(one: DayMap, plane: Projection, where: Placed, holders: Mapping[str, MapHolder]) -> Svg:
    spots = [spot for spot in one.spots if spot.id in where.at]
    boxes = mark_boxes(spots, where.at, _SIZE)
    labels = _labels(one, boxes, plane, where)
    box = f"0 0 {number(plane.width)} {number(plane.height)}"
    attributes = {"viewBox": box, "role": "img", "aria-label": one.label, "direction": "ltr"}
    on_top = sorted(spots, key=lambda spot: spot.id in one.changed)
    marks = (_spot(one, spot, where.at[spot.id], labels.get(spot.id), holders) for spot in on_top)
    return element("svg", attributes, element("use", {"href": f"#{BASE}"}), *marks)


def _labels(one: DayMap, boxes: Mapping[str, Box], plane: Projection, where: Placed) -> dict[str, MapLabel]:
    """Give the names that the map has room for; what it is about may cover the marks of what it is not."""
    names = [name_of(spot, where.at) for spot in one.named if spot.id in boxes]
    changed = [name for name in names if name.id in one.changed]
    labels = placed(changed, boxes, _SIZE, plane.box)
    apart = {id: box for id, box in boxes.items() if id in one.changed}
    left = [name for name in changed if name.id not in labels]
    labels |= placed(left, apart, _SIZE, plane.box, [label.box for label in labels.values()])
    others = [name for name in names if name.id not in one.changed]
    return labels | placed(others, boxes, _SIZE, plane.box, [label.box for label in labels.values()])


def _spot(
    one: DayMap, spot: Spot, at: PlanePoint, label: MapLabel | None, holders: Mapping[str, MapHolder]
) -> Svg:
    """One place: its name where there is room for it, and the mark of who holds it, with a halo if anew."""
    stretch = next(stretch for stretch in spot.stretches if one.number in stretch.days)
    is_new = spot.id in one.changed
    halo = [_HALO] if is_new else []
    said = element("title", {}, plain_apart(stretch.words))
    claims = {"data-claims": " ".join(map(str, stretch.refs))}
    drawn = element("g", claims, said, *halo, mark(stretch.shares, holders))
    names = [text(spot.name, label, "")] if label else []
    place: dict[str, AttributeValue] = {"transform": f"translate({number(at[0])} {number(at[1])})"}
    kind = {"class": "anew" if is_new else None, "data-claims": f"{spot.id}/point"}
    return element("g", kind | place, *names, drawn)
