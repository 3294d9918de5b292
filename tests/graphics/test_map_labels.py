"""Names beside marks: none covers another, the most important stay."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.graphics.map_labels import Name, Size, placed, spread, text_box, text_width
from generator.graphics.map_lines import Box

SIZE = Size(type=12, mark=6, gap=3)
ROOM = Box(0, 0, 300, 300)


def mark(at):
    return Box(at[0] - 6, at[1] - 6, at[0] + 6, at[1] + 6)


def labels(*names):
    return placed(names, {name.id: mark(name.at) for name in names}, SIZE, ROOM)


places = st.lists(
    st.builds(
        Name,
        st.uuids().map(str),
        st.text("Abcdm ", min_size=1, max_size=14),
        st.tuples(st.floats(0, 300), st.floats(0, 300)),
        st.sampled_from(["left", "right", "above", "below"]),
    ),
    max_size=25,
    unique_by=lambda name: name.id,
)


@settings(deadline=None)
@given(places)
def test_no_name_covers_another_or_a_foreign_mark(names):
    found = labels(*names)
    for one, other in combinations(found.values(), 2):
        assert not one.box.meets(other.box)
    for id, label in found.items():
        assert ROOM.holds(label.box)
        assert not any(label.box.meets(mark(name.at)) for name in names if name.id != id)


@settings(deadline=None)
@given(places)
def test_a_less_important_name_never_moves_a_more_important_one(names):
    marks = {name.id: mark(name.at) for name in names}
    some = placed(names[:-1], marks, SIZE, ROOM)
    assert some == {id: label for id, label in labels(*names).items() if id in some}


@pytest.mark.parametrize("side", ["left", "right", "above", "below"])
def test_a_name_stands_where_its_editors_want_it(side):
    label = labels(Name("ondra", "Ondra", (150, 150), side))["ondra"]
    middle = ((label.box.left + label.box.right) / 2, (label.box.top + label.box.bottom) / 2)
    offset = {"left": (-1, 0), "right": (1, 0), "above": (0, -1), "below": (0, 1)}[side]
    assert (middle[0] - 150) * offset[0] >= 0
    assert (middle[1] - 150) * offset[1] >= 0
    assert max(abs(middle[0] - 150), abs(middle[1] - 150)) > 9


def test_a_name_at_the_edge_turns_inwards():
    label = labels(Name("quay", "Port of the quay", (290, 150), "right"))["quay"]
    assert label.anchor == "end"


def test_a_name_without_room_is_left_out_for_the_more_important_one():
    crowd = [Name(f"n{at}", "Long name of a town", (150 + at, 150), "right") for at in range(9)]
    assert "n0" in labels(*crowd)
    assert len(labels(*crowd)) < len(crowd)


def test_a_taken_box_stays_free():
    name = Name("ondra", "Ondra", (150, 150), "right")
    free = labels(name)["ondra"].box
    assert not placed([name], {"ondra": mark(name.at)}, SIZE, ROOM, [free])["ondra"].box.meets(free)


def test_widths_follow_the_script():
    assert text_width("iiii", 10) < text_width("nnnn", 10) < text_width("MMMM", 10)
    assert text_width("أَ", 10) == text_width("أ", 10)
    assert text_width("港", 10) > text_width("n", 10)
    assert text_box("nn", (50, 50), "end", 10).right == 50


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 40), st.floats(0, 40)), max_size=12))
def test_marks_move_little_and_the_first_not_at_all(found):
    marks = {f"m{at}": position for at, position in enumerate(found)}
    moved = spread(marks, 13, 8)
    assert list(moved) == list(marks)
    for id, (x, y) in moved.items():
        assert ((x - marks[id][0]) ** 2 + (y - marks[id][1]) ** 2) ** 0.5 <= 8 + 1e-6
    if marks:
        assert moved["m0"] == marks["m0"]


def test_two_marks_that_touch_part():
    moved = spread({"city": (10, 10), "airport": (16, 10)}, 13, 8)
    assert moved == {"city": (10, 10), "airport": (23, 10)}
