"""SVG by element: nothing that is not SVG comes through unescaped."""

import xml.etree.ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.graphics.svg import Svg, element, join, number

# The loader refuses control characters and the two that XML has no way to write.
WRITABLE = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
words = st.text(WRITABLE, max_size=20)


@settings(deadline=None)
@given(words, words)
def test_words_and_attributes_come_back_as_they_were(inside, attribute):
    read = ET.fromstring(element("text", {"title": attribute}, inside))
    assert (read.text or "") == inside
    assert read.get("title") == attribute


def test_elements_nest():
    inner = element("circle", {"r": 2.5})
    assert inner == '<circle r="2.5"/>'
    assert element("g", {}, inner, " & ", inner) == '<g><circle r="2.5"/> &amp; <circle r="2.5"/></g>'
    assert join(inner, "<") == '<circle r="2.5"/>&lt;'
    assert isinstance(join(), Svg)


def test_attributes_that_say_nothing_are_left_out():
    assert element("input", {"checked": True, "class": None, "disabled": False}) == '<input checked=""/>'


def test_words_hold_no_line_break():
    assert element("b", {}, "one\n\n  two") == "<b>one two</b>"


@settings(deadline=None)
@given(st.floats(-1e6, 1e6))
def test_a_number_is_right_to_its_places(value):
    assert abs(float(number(value)) - value) <= 0.05 + 1e-9
    assert number(value) != "-0"


def test_numbers_are_short():
    assert [number(value) for value in (12.0, 12.46, 0.3, -0.3, -0.04, 100)] == [
        "12",
        "12.5",
        ".3",
        "-.3",
        "0",
        "100",
    ]
    assert number(1.25, 2) == "1.25"
    assert number(20, 0) == "20"
