"""Words on cards: every line fits, no word is lost without an ellipsis."""

from hypothesis import given
from hypothesis import strategies as st

from generator.exports.card_text import cut, fitted, has_long_word, lines_of

WORDS = st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=40), max_size=30).map(" ".join)
WIDTHS = st.integers(3, 40)


def test_words_go_onto_lines_as_they_fit() -> None:
    assert lines_of("a bridge is taken", 9, len) == ["a bridge", "is taken"]


def test_a_word_that_is_wider_than_a_line_goes_on_in_the_next() -> None:
    assert lines_of("on abcdefghij", 4, len) == ["on", "abcd", "efgh", "ij"]
    assert has_long_word("on abcdefghij", 4, len)


def test_what_would_not_fit_ends_in_an_ellipsis() -> None:
    assert cut(["a bridge", "is taken", "again"], 2, 9, len) == ["a bridge", "is …"]
    assert cut(["a bridge", "is taken"], 2, 9, len) == ["a bridge", "is taken"]
    assert fitted("a bridge is taken", 10, len) == "a bridge …"
    assert fitted("abcdefghij", 4, len) == "abc…"
    assert fitted("abc", 0, len) == ""


def test_a_letter_keeps_its_marks() -> None:
    assert lines_of("e\u0301e\u0301e\u0301", 4, len) == ["e\u0301e\u0301", "e\u0301"]


@given(WORDS, WIDTHS, st.integers(1, 5))
def test_lines_fit_and_lose_nothing_but_behind_an_ellipsis(words: str, width: int, most: int) -> None:
    lines = lines_of(words, width, len)
    assert all(len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(words.split())
    short = cut(lines, most, width, len)
    assert len(short) <= most and all(len(line) <= width for line in short)
    assert short == lines or short[-1].endswith("…")
    assert len(fitted(words, width, len)) <= width
