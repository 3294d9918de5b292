"""The base map: a GeoJSON file (RFC 7946) of layers to a BaseMap, or problems that say why not."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from pydantic import TypeAdapter, ValidationError

from generator.load.text_file import TextFile, shorten
from generator.model.base_map import AREAS, LINES, BaseMap, Layer, LonLat, MapShape
from generator.model.fields import LocalText
from generator.model.text import Text, pieces
from generator.problems import Location, Problem

POSITION_LIMIT = 50_000
_TEXT: TypeAdapter[Text] = TypeAdapter(LocalText)
# How many lists hold the positions of each geometry that a layer may have.
_AREA = {"Polygon": 1, "MultiPolygon": 2}
_LINE = {"LineString": 0, "MultiLineString": 1}
_HINT = "The format page says which layers there are, and what each is drawn from."


class _BadBaseMap(Exception):
    """Something in the file is not as it should be; the message says what."""


def read_base_map(file: TextFile, problems: list[Problem]) -> BaseMap | None:
    """Read the file; ``None``, and a problem for each feature that is wrong, when it cannot be used."""
    found: list[Problem] = []
    base_map = _read(file, found)
    problems.extend(found)
    return None if found else base_map


def _read(file: TextFile, found: list[Problem]) -> BaseMap | None:
    collection = _parsed(file, found)
    if not found and not _is_collection(collection):
        found.append(_problem(file, 'this is not GeoJSON of the type "FeatureCollection"'))
    if found:
        return None
    shapes = tuple(_shapes(file, collection["features"], found))
    positions = sum(len(line) for shape in shapes for line in shape.lines)
    if positions > POSITION_LIMIT:
        message = f"the base map has {positions:,} positions; the limit is {POSITION_LIMIT:,}"
        hint = "Simplify its lines: a map on a page shows a few thousand at most."
        found.append(Problem(Location(file.path), "too-large", message, hint))
    try:
        return BaseMap(shapes, _text(collection, "credits"))
    except _BadBaseMap as fault:
        found.append(_problem(file, str(fault)))
        return None


def _problem(file: TextFile, message: str) -> Problem:
    return Problem(Location(file.path), "bad-base-map", message, _HINT)


def _parsed(file: TextFile, found: list[Problem]) -> Any:
    try:
        return json.loads(file.text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        hint = "Export the file again; GeoJSON is written by programs, seldom by hand."
        found.append(file.problem((error.lineno, error.colno), "bad-base-map", message, hint))
    except (ValueError, RecursionError, _BadBaseMap):
        message = "this JSON is nested too deeply, or holds a number that is none"
        found.append(_problem(file, message))
    return None


def _no_number(written: str) -> NoReturn:
    raise _BadBaseMap(written)


def _is_collection(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and value.get("type") == "FeatureCollection"
        and isinstance(value.get("features"), list)
    )


def _shapes(file: TextFile, features: list[Any], found: list[Problem]) -> Iterator[MapShape]:
    for number, feature in enumerate(features, 1):
        try:
            yield _shape(feature)
        except _BadBaseMap as fault:
            found.append(_problem(file, f"feature {number}{_named(feature)} {fault}"))


def _named(feature: Any) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    return f" (`{shorten(name)}`)" if isinstance(name, str) else ""


def _shape(feature: Any) -> MapShape:
    properties, geometry = (_mapping(feature, key) for key in ("properties", "geometry"))
    layer = _layer(properties.get("layer"))
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if layer in AREAS:
        lines = _lines(coordinates, _depth(layer, kind, _AREA), 3)
    elif layer in LINES:
        lines = _lines(coordinates, _depth(layer, kind, _LINE), 2)
    else:
        lines = [(_position(coordinates),)] if _depth(layer, kind, {"Point": 0}) == 0 else []
    name = _text(properties, "name")
    if name is None and layer not in AREAS | LINES:
        raise _BadBaseMap(f"is a `{layer}` without a `name` to write")
    return MapShape(layer, tuple(lines), name, _text(properties, "note"))


def _mapping(feature: Any, key: str) -> dict[str, Any]:
    value = feature.get(key) if isinstance(feature, dict) else None
    if not isinstance(value, dict):
        raise _BadBaseMap(f"has no `{key}`")
    return value


def _layer(value: Any) -> Layer:
    if isinstance(value, str) and value in list(Layer):
        return Layer(value)
    said = f"has the unknown layer `{shorten(value)}`" if isinstance(value, str) else "names no `layer`"
    raise _BadBaseMap(f"{said}; use {', '.join(Layer)}")


def _depth(layer: Layer, kind: Any, wanted: dict[str, int]) -> int:
    if not isinstance(kind, str) or kind not in wanted:
        raise _BadBaseMap(f"is a `{shorten(str(kind))}`, but `{layer}` is drawn from {' or '.join(wanted)}")
    return wanted[kind]


def _lines(coordinates: Any, depth: int, fewest: int) -> list[tuple[LonLat, ...]]:
    if not isinstance(coordinates, list) or not coordinates:
        raise _BadBaseMap("has no coordinates")
    if depth:
        return [line for inner in coordinates for line in _lines(inner, depth - 1, fewest)]
    if len(coordinates) < fewest:
        raise _BadBaseMap(f"has a line of {len(coordinates)} positions; {fewest} are the fewest")
    return [tuple(_position(position) for position in coordinates)]


def _position(value: Any) -> LonLat:
    numbers = value[:2] if isinstance(value, list) else []
    if len(numbers) != 2 or not all(type(one) in (int, float) for one in numbers):
        raise _BadBaseMap("has a position that is not two numbers, longitude and latitude")
    longitude, latitude = numbers
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        raise _BadBaseMap(f"has the position {shorten(f'{longitude}, {latitude}')}, which is not on Earth")
    return float(longitude), float(latitude)


def _text(mapping: dict[str, Any], key: str) -> Text | None:
    if mapping.get(key) is None:
        return None
    try:
        text = _TEXT.validate_python(mapping[key])
    except ValidationError as error:
        raise _BadBaseMap(f"has a bad `{key}`: {error.errors()[0]['msg']}") from None
    if any(piece.target or "[[" in piece.words for _, words in text.variants for piece in pieces(words)):
        raise _BadBaseMap(f"has a link in its `{key}`; a base map holds none")
    return text
