"""Room for words, by estimate: general rules that hold for any words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.graphics.relations_layout import broken, width

words = st.lists(
    st.text(st.characters(categories=["L", "Nd", "Po"]), min_size=1, max_size=14), min_size=1, max_size=7
)
words = words.map(" ".join).map(str.split).filter(bool).map(" ".join)
rooms = st.integers(min_value=10, max_value=300)


@settings(deadline=None)
@given(words, rooms)
def test_no_word_is_lost_moved_or_cut(text: str, room: int) -> None:
    assert " ".join(broken(text, 13, room)) == text


@settings(deadline=None)
@given(words, rooms)
def test_a_line_is_too_long_only_where_a_single_word_is(text: str, room: int) -> None:
    for line in broken(text, 13, room):
        assert width(line, 13) <= room or " " not in line


@settings(deadline=None)
@given(words, words)
def test_more_words_take_more_room(one: str, other: str) -> None:
    assert width(f"{one} {other}", 13) > max(width(one, 13), width(other, 13))


def test_lines_are_as_even_as_they_can_be() -> None:
    assert broken("Four small words here", 10, 90) == ("Four small", "words here")


def test_marks_on_letters_take_no_room_of_their_own() -> None:
    assert width("مُدُن", 13) == width("مدن", 13)
