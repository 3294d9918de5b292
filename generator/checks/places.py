"""Where places are: coordinates that exist, inside the map's frame."""

from collections.abc import Iterator

from generator.checks.values import At
from generator.model.explainer import Frame
from generator.model.facts import Facts
from generator.model.places import Place, Point
from generator.problems import Finding

_HALF = 180  # degrees of longitude round half the Earth
_LIMITS = {"lat": 90, "lon": 180, "south": 90, "north": 90, "west": 180, "east": 180}


def bad_coordinates(facts: Facts) -> Iterator[Finding]:
    """Find a latitude beyond 90 or a longitude beyond 180 degrees (WGS 84), of a place or the frame."""
    for key in ("west", "south", "east", "north"):
        if facts.explainer.frame:
            yield from _beyond("", ("frame", key), getattr(facts.explainer.frame, key))
    for place in facts.places:
        for key in ("lat", "lon"):
            if place.point:
                yield from _beyond(place.id, ("point", key), getattr(place.point, key))


def bad_frame(facts: Facts) -> Iterator[Finding]:
    """Find a frame whose edges are the wrong way round or meet, so that nothing lies inside.

    Across 180 degrees its western edge is the greater number; if it is wider than half the Earth that is
    hardly meant.
    """
    frame = facts.explainer.frame
    if frame is None:
        return
    if frame.west == frame.east or (frame.west > frame.east and frame.width > _HALF):
        message = f"the frame's `west` ({frame.west:g}) is not west of its `east` ({frame.east:g})"
        hint = "Put the smaller number of degrees under `west`; west of Greenwich they are negative. "
        hint += "A frame across 180 degrees, as from 176 to -178, is half the Earth wide at most."
        yield Finding("", ("frame", "west"), "bad-frame", message, hint)
    if frame.south >= frame.north:
        message = f"the frame's `south` ({frame.south:g}) is not less than its `north` ({frame.north:g})"
        hint = "Put the smaller number of degrees under `south`; south of the equator they are negative."
        yield Finding("", ("frame", "south"), "bad-frame", message, hint)


def outside_frame(facts: Facts) -> Iterator[Finding]:
    """Find a place whose point lies outside the map's frame, so that no map could show it."""
    frame = facts.explainer.frame
    for place in facts.places:
        if (
            frame
            and place.point
            and _on_earth(place.point)
            and not frame.holds(place.point.lat, place.point.lon)
        ):
            yield _outside(place, place.point, frame)


def _beyond(record: str, at: At, degrees: float) -> Iterator[Finding]:
    key = str(at[-1])
    if abs(degrees) > _LIMITS[key]:
        thing = f"`{record}`" if record else "the frame"
        message = f"`{key}` of {thing} is {degrees:g}, beyond {_LIMITS[key]} degrees"
        hint = "Write decimal degrees: latitude under `lat`, longitude under `lon`, south and west negative."
        if _LIMITS[key] == _HALF and abs(degrees) < 2 * _HALF:
            hint = f"Longitudes go from -180 to 180: write {_turned_back(degrees)}."
            hint += "" if record else " A frame across 180 degrees has the greater number under `west`."
        yield Finding(record, at, "bad-coordinates", message, hint)


def _turned_back(degrees: float) -> str:
    back = round(degrees - 2 * _HALF if degrees > 0 else degrees + 2 * _HALF, 8)
    return f"{back:.8f}".rstrip("0").rstrip(".")


def _on_earth(point: Point) -> bool:
    return abs(point.lat) <= _LIMITS["lat"] and abs(point.lon) <= _LIMITS["lon"]


def _outside(place: Place, point: Point, frame: Frame) -> Finding:
    edges = f"{frame.south:g} to {frame.north:g} north, {frame.west:g} to {frame.east:g} east"
    message = f"`{place.id}` is at {point.lat:g}, {point.lon:g}, outside the frame of explainer.yml ({edges})"
    hint = "Correct the point, leave it out for a place that the map need not show, or widen `frame`."
    if abs(point.lon) <= _LIMITS["lat"] and frame.holds(point.lon, point.lat):
        hint = f"`lat` and `lon` look swapped: {point.lon:g}, {point.lat:g} is inside the frame."
    return Finding(place.id, ("point",), "outside-frame", message, hint)
