"""Lines in the plane: what is cut, left out or hatched, whatever the lines."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.graphics.map_lines import Box, clip_line, clip_ring, hatching, path, simplified

BOX = Box(0, 0, 10, 10)
SQUARE = [(2, 2), (8, 2), (8, 8), (2, 8)]
numbers = st.integers(-30, 30).map(float)
lines = st.lists(st.tuples(numbers, numbers), min_size=2, max_size=12)
rings = st.lists(st.tuples(numbers, numbers), min_size=3, max_size=12)


def inside(position, box=BOX, slack=1e-6):
    return box.left - slack <= position[0] <= box.right + slack and (
        box.top - slack <= position[1] <= box.bottom + slack
    )


def distance(point, start, end):
    across, down = end[0] - start[0], end[1] - start[1]
    length = across**2 + down**2
    share = ((point[0] - start[0]) * across + (point[1] - start[1]) * down) / length if length else 0
    share = min(1, max(0, share))
    return ((point[0] - start[0] - share * across) ** 2 + (point[1] - start[1] - share * down) ** 2) ** 0.5


def test_what_lies_inside_stays_as_it_is():
    assert clip_ring(SQUARE, BOX) == SQUARE
    assert clip_ring([*SQUARE, SQUARE[0]], BOX) == SQUARE
    assert clip_line(SQUARE, BOX) == [SQUARE]


def test_a_ring_around_the_box_becomes_the_box():
    assert set(clip_ring([(-5, -5), (15, -5), (15, 15), (-5, 15)], BOX)) == {
        (0, 0),
        (10, 0),
        (10, 10),
        (0, 10),
    }


def test_a_line_that_leaves_and_returns_becomes_two():
    assert clip_line([(5, 5), (5, 15), (7, 15), (7, 5)], BOX) == [[(5, 5), (5, 10)], [(7, 10), (7, 5)]]


def test_what_lies_outside_is_gone():
    assert clip_ring([(20, 20), (30, 20), (30, 30)], BOX) == []
    assert clip_line([(20, 20), (30, 20)], BOX) == []


@settings(deadline=None)
@given(lines)
def test_every_stretch_lies_in_the_box_and_on_the_line(line):
    for stretch in clip_line(line, BOX):
        assert len(stretch) >= 2
        for point in stretch:
            assert inside(point)
            assert min(distance(point, *edge) for edge in itertools.pairwise(line)) < 1e-6


@settings(deadline=None)
@given(rings)
def test_every_ring_lies_in_the_box(ring):
    clipped = clip_ring(ring, BOX)
    assert not clipped or len(clipped) > 2
    assert all(inside(point) for point in clipped)


@settings(deadline=None)
@given(lines, st.floats(0.01, 10))
def test_a_simpler_line_stays_within_the_tolerance(line, tolerance):
    simple = simplified(line, tolerance)
    assert (simple[0], simple[-1]) == (line[0], line[-1])
    edges = list(itertools.pairwise(simple))
    assert all(min(distance(point, *edge) for edge in edges) <= tolerance + 1e-6 for point in line)


def drawn(written):
    """The positions of a path, to a tenth."""
    found = []
    for run in re.findall(r"M([^M]*)", written):
        x, y = 0.0, 0.0
        values = [float(one) for one in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", run)]
        line = []
        for step in zip(values[::2], values[1::2], strict=True):
            x, y = (x + step[0], y + step[1]) if line else step
            line.append((round(x, 1), round(y, 1)))
        found.append(line)
    return found


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(-99, 999), st.floats(-99, 999)), min_size=2, max_size=9))
def test_a_path_goes_through_its_positions_to_a_tenth(line):
    written = path([line], closed=False)
    wanted = [(round(round(x * 10) / 10, 1), round(round(y * 10) / 10, 1)) for x, y in line]
    steps = [point for before, point in zip([None, *wanted], wanted, strict=False) if point != before]
    assert drawn(written) == ([steps] if len(steps) > 1 else [])


@pytest.mark.parametrize("closed", [True, False])
def test_a_path_of_nothing_is_empty(closed):
    assert path([[(1, 1), (1.01, 1.01)]], closed) == ""


def test_an_area_closes():
    assert path([[(0, 0), (10, 0), (10.5, 10), (0, 0)]], closed=True) == "M0 0l10 0 .5 10z"


def test_hatching_fills_an_area_and_leaves_its_hole_out():
    ring, hole = [(0, 0), (20, 0), (20, 20), (0, 20)], [(5, 5), (15, 5), (15, 15), (5, 15)]
    strokes = hatching([ring, hole], 4)
    assert len(strokes) > 5
    for start, end in strokes:
        assert start[0] + start[1] == pytest.approx(end[0] + end[1])
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        assert inside(middle, Box(0, 0, 20, 20))
        assert not (5.1 < middle[0] < 14.9 and 5.1 < middle[1] < 14.9)
