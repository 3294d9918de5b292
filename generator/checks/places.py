"""Where places are: coordinates that exist, inside the map's frame."""

from collections.abc import Iterator

from generator.checks.values import At
from generator.model.explainer import Frame
from generator.model.facts import Facts
from generator.model.places import Place, Point
from generator.problems import Finding

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
    """Find a frame whose edges are the wrong way round or meet, so that nothing lies inside."""
    frame = facts.explainer.frame
    if frame is None:
        return
    for key, low, high in (("west", frame.west, frame.east), ("south", frame.south, frame.north)):
        if low >= high:
            other = {"west": "east", "south": "north"}[key]
            message = f"the frame's `{key}` ({low:g}) is not less than its `{other}` ({high:g})"
            hint = f"Put the smaller number of degrees under `{key}`; west and south are negative."
            yield Finding("", ("frame", key), "bad-frame", message, hint)


def outside_frame(facts: Facts) -> Iterator[Finding]:
    """Find a place whose point lies outside the map's frame, so that no map could show it."""
    frame = facts.explainer.frame
    for place in facts.places:
        if (
            frame
            and place.point
            and _on_earth(place.point)
            and not _inside(place.point.lat, place.point.lon, frame)
        ):
            yield _outside(place, place.point, frame)


def _beyond(record: str, at: At, degrees: float) -> Iterator[Finding]:
    key = str(at[-1])
    if abs(degrees) > _LIMITS[key]:
        thing = f"`{record}`" if record else "the frame"
        message = f"`{key}` of {thing} is {degrees:g}, beyond {_LIMITS[key]} degrees"
        hint = "Write decimal degrees: latitude under `lat`, longitude under `lon`, south and west negative."
        yield Finding(record, at, "bad-coordinates", message, hint)


def _on_earth(point: Point) -> bool:
    return abs(point.lat) <= _LIMITS["lat"] and abs(point.lon) <= _LIMITS["lon"]


def _inside(lat: float, lon: float, frame: Frame) -> bool:
    return frame.south <= lat <= frame.north and frame.west <= lon <= frame.east


def _outside(place: Place, point: Point, frame: Frame) -> Finding:
    edges = f"{frame.south:g} to {frame.north:g} north, {frame.west:g} to {frame.east:g} east"
    message = f"`{place.id}` is at {point.lat:g}, {point.lon:g}, outside the frame of explainer.yml ({edges})"
    hint = "Correct the point, leave it out for a place that the map need not show, or widen `frame`."
    if _inside(point.lon, point.lat, frame):
        hint = f"`lat` and `lon` look swapped: {point.lon:g}, {point.lat:g} is inside the frame."
    return Finding(place.id, ("point",), "outside-frame", message, hint)
