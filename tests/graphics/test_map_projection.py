"""The projection: a frame fits its figure, north is up, and no frame breaks it."""

from math import cos, isfinite, radians, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.graphics.map_lines import Box, projection

VELMAR = Box(-40, 30, -36, 33)


def corners(edges):
    return [(x, y) for x in (edges.left, edges.right) for y in (edges.top, edges.bottom)]


@st.composite
def frames(draw):
    west, south = draw(st.floats(-180, 170)), draw(st.floats(-85, 80))
    east = draw(st.floats(west + 0.05, min(180, west + 120)))
    north = draw(st.floats(south + 0.05, min(85.5, south + 100)))
    return Box(west, south, east, north)


@settings(deadline=None)
@given(frames())
def test_every_frame_lies_in_its_figure(edges):
    plane = projection(edges, 640)
    assert plane.width == 640
    assert 0.39 <= plane.height / plane.width <= 1.21
    found = plane.units(corners(edges))
    assert len(found) == 4
    for x, y in found:
        assert isfinite(x) and isfinite(y)
        assert -1 <= x <= plane.width + 1
        assert -1 <= y <= plane.height + 1


@settings(deadline=None)
@given(frames())
def test_north_is_up_and_east_is_right(edges):
    middle = ((edges.left + edges.right) / 2, (edges.top + edges.bottom) / 2)
    north, east = (middle[0], edges.bottom), (edges.right, middle[1])
    centre, up, right = projection(edges, 640).units([middle, north, east])
    assert up[1] < centre[1]
    assert right[0] > centre[0]


def test_the_cone_is_that_of_the_frame():
    # On a standard parallel, a sixth inside the frame, a degree of longitude has its true length.
    plane = projection(VELMAR, 640)
    (left, *_), (right, *_) = plane.units([(-38.05, 30.5)]), plane.units([(-37.95, 30.5)])
    (low, *_), (high, *_) = plane.units([(-38, 30.49)]), plane.units([(-38, 30.51)])
    across = (right[0] - left[0]) / 0.1
    along = (low[1] - high[1]) / 0.02
    flattening, sine = 0.00669438, sin(radians(30.5)) ** 2
    on_ellipsoid = cos(radians(30.5)) * (1 - flattening * sine) / (1 - flattening)
    assert across / along == pytest.approx(on_ellipsoid, abs=0.0005)


@pytest.mark.parametrize("edges", [Box(-10, -5, 10, 5), Box(-170, -80, 170, 80), Box(0, 60, 40, 89)])
def test_frames_that_no_cone_fits_have_a_map_too(edges):
    assert len(projection(edges, 640).units(corners(edges))) == 4


def test_a_position_without_a_place_in_the_plane_is_left_out():
    assert projection(VELMAR, 640).units([(-38, -90)]) == []
