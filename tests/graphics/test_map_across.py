"""Maps across 180 degrees and at the poles: drawn like any other, or refused with a hint that is true."""

import re
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.places import bad_coordinates, bad_frame, outside_frame
from generator.graphics.map import control_figure
from generator.graphics.map_base import FULL, drawn_base
from generator.graphics.map_lines import Box, frame_box, projection
from generator.graphics.map_turns import turned, within_a_turn
from generator.model.base_map import BaseMap, Layer, MapShape
from generator.model.explainer import Frame
from generator.views.context import context
from generator.views.control_map import control_map
from tests.derive.make import explainer, facts, place, source

FIJI = {"west": 176.0, "south": -20.0, "east": -178.0, "north": -15.0}


def frame(**edges: float) -> Frame:
    return Frame(**{**FIJI, **edges})


def square(*edges: float) -> tuple[tuple[float, float], ...]:
    west, south, east, north = edges
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def area(*rings: tuple[tuple[float, float], ...]) -> BaseMap:
    return BaseMap((MapShape(Layer.MAIN, rings, None, None),), None)


ACROSS = frame_box(frame())


def drawn(base: BaseMap, edges: Box = ACROSS) -> str:
    found = re.search(r'class="map-main" d="([^"]*)"', drawn_base(edges, base, FULL))
    return found[1] if found else ""


def path_points(written: str) -> list[tuple[float, float]]:
    """The points of a path that is one ring."""
    numbers = [float(one) for one in re.findall(r"-?(?:\d+(?:\.\d+)?|\.\d+)", written.replace("z", ""))]
    steps = list(zip(numbers[::2], numbers[1::2], strict=True))
    points = [steps[0]]
    for x, y in steps[1:]:
        points.append((points[-1][0] + x, points[-1][1] + y))
    return points


def bounds(written: str) -> tuple[float, ...]:
    """The box of a path that is one ring."""
    xs, ys = zip(*path_points(written), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def inside(at: tuple[float, float], ring: list[tuple[float, float]]) -> bool:
    """Whether a point is inside a ring: how often a ray from it is crossed says so."""
    x, y = at
    crossed = False
    for (u, v), (to_u, to_v) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (v > y) != (to_v > y) and x < u + (to_u - u) * (y - v) / (to_v - v):
            crossed = not crossed
    return crossed


def test_a_frame_goes_east_from_west_to_east() -> None:
    assert frame().width == 6
    assert Box(*ACROSS) == Box(176, -20, 182, -15)
    assert [frame().holds(-17, lon) for lon in (176, 179.9, 180, -180, -178, -177.9, 175.9, 0)] == [
        *(True, True, True, True, True),
        *(False, False, False),
    ]


def test_an_island_on_both_sides_is_drawn_whole_however_its_map_was_cut() -> None:
    """RFC 7946 asks for rings cut at 180 degrees; not all programs do so, and some count on."""
    crossing = square(179, -18, -179, -16)
    assert drawn(area(crossing)) == drawn(area(square(179, -18, 181, -16))) != ""
    cut = drawn(area(square(179, -18, 180, -16), square(-180, -18, -179, -16)))
    assert cut.count("M") == 1 and bounds(cut) == pytest.approx(bounds(drawn(area(crossing))), abs=0.2)
    turned_round = area(square(-180, -18, -179, -16)[::-1], square(179, -18, 180, -16)[::-1])
    assert drawn(turned_round).count("M") == 1
    apart = area(square(179, -18, 180, -17), square(-180, -16.5, -179, -16))
    assert drawn(apart).count("M") == 2


@pytest.mark.parametrize(
    ("edges", "island"),
    [
        (ACROSS, square(-179.5, -18, -178.5, -16)),
        (Box(-179, -20, -173, -15), square(179.5, -18, 179.9, -16)),  # beside the frame, within its margin
        (Box(170, -20, 179, -15), square(-179.9, -18, -179.5, -16)),
    ],
)
def test_what_lies_beyond_is_drawn_beside_what_lies_before(edges: Box, island: object) -> None:
    plane = projection(edges, 640)
    (copy,) = turned(island, within_a_turn(edges.wider(3), edges))
    near = [(x, y) for x, y in plane.units(copy)]
    assert all(isfinite(x) and -640 <= x <= 1280 for x, _ in near)
    wide = max(x for x, _ in near) - min(x for x, _ in near)
    assert wide < 640 / 2


def test_a_land_round_the_pole_is_no_streak_across_the_map() -> None:
    ice = ((-180.0, -90.0), (180.0, -90.0), (180.0, -70.0), (0.0, -65.0), (-180.0, -70.0), (-180.0, -90.0))
    assert [tuple(line) for line in turned(ice, Box(-30, -90, 30, -60))] == [ice]
    assert drawn(area(ice), Box(-30, -85, 30, -60))
    assert drawn(area(ice), Box(160, -85, 200, -60))


@st.composite
def frames(draw: st.DrawFn) -> Frame:
    west = draw(st.floats(-180, 180))
    width = draw(st.floats(0.05, 179))
    south = draw(st.floats(-90, 89.9))
    north = draw(st.floats(south + 0.05, 90))
    east = west + width
    return Frame(west=west, south=south, east=east - 360 if east > 180 else east, north=north)


@settings(deadline=None)
@given(frames())
def test_every_frame_of_half_the_earth_is_accepted_and_drawn(any_frame: Frame) -> None:
    made = facts(explainer=explainer(frame=any_frame))
    assert not [*bad_frame(made), *bad_coordinates(made)]
    edges = frame_box(any_frame)
    plane = projection(edges, 640)
    found = plane.units([(x, y) for x in (edges.left, edges.right) for y in (edges.top, edges.bottom)])
    assert len(found) == 4
    assert all(-1 <= x <= plane.width + 1 and -1 <= y <= plane.height + 1 for x, y in found)


def test_a_map_across_180_degrees_has_its_places_on_both_sides() -> None:
    points = {"suva": 178.4, "taveuni": -179.9, "lau": -178.7}
    places = tuple(
        place(name, point={"lat": -17.5, "lon": lon, "by": "watch", "cite": "item"})
        for name, lon in points.items()
    )
    made = facts(explainer=explainer(frame=frame()), places=places, sources=(source("item"),))
    assert not list(outside_frame(made))
    view = control_map(context(made, "en"))
    plane = projection(ACROSS, 640)
    xs = [
        plane.units([spot.at])[0][0]
        for spot in sorted(view.spots, key=lambda spot: list(points).index(spot.id))
    ]
    assert xs == sorted(xs) and xs[0] > 0 and xs[-1] < 640
    assert control_figure(view, {name: name for name in points}.get)


# what is written -> a part of the hint
REFUSED = {
    (("west", 10.0), ("east", -10.0)): "smaller number of degrees under `west`",
    (("west", 176.0), ("east", 176.0)): "smaller number of degrees under `west`",
    (("west", 176.0), ("east", 182.0)): "write -178",
    (("west", -190.0), ("east", -178.0)): "write 170",
    (("north", -20.0),): "smaller number of degrees under `south`",
    (("south", -90.5),): "latitude under `lat`",
}


@pytest.mark.parametrize("edges", REFUSED)
def test_others_are_refused_with_a_hint_that_leads_to_a_map(edges: tuple[tuple[str, float], ...]) -> None:
    made = facts(explainer=explainer(frame=frame(**dict(edges))))
    hints = [one.hint for one in (*bad_frame(made), *bad_coordinates(made))]
    assert any(REFUSED[edges] in hint for hint in hints)


def test_a_place_beyond_180_degrees_is_told_where_it_lies() -> None:
    far = place("lau", point={"lat": -17.5, "lon": 181.3, "by": "watch", "cite": "item"})
    made = facts(explainer=explainer(frame=frame()), places=(far,), sources=(source("item"),))
    (finding,) = bad_coordinates(made)
    assert "write -178.7" in finding.hint


WIDE = (Box(-90, 60, 90, 85), Box(-180, 70, 180, 90), Box(90, -90, 270, -65), ACROSS)


@pytest.mark.parametrize("edges", WIDE)
def test_a_land_all_over_the_frame_leaves_no_gap(edges: Box) -> None:
    """A ring of few points is straight in degrees, and bends with the frame."""
    south, north = max(edges.top - 3, -90), min(edges.bottom + 3, 90)
    everywhere = area(square(-180, south, 180, north))
    plane = projection(edges, 640)
    inner = [
        (edges.left + (edges.right - edges.left) * x / 10, edges.top + (edges.bottom - edges.top) * y / 10)
        for x in range(1, 10)
        for y in range(1, 10)
    ]
    rings = [path_points(written) for written in drawn(everywhere, edges).split("M")[1:]]
    assert all(any(inside(at, ring) for ring in rings) for at in plane.units(inner))
