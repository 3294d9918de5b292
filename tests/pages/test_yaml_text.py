"""Front matter as YAML: whatever it says is read again as it was, by every reader."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.pages import yaml_text
from generator.pages.render import render
from generator.pages.yaml_text import MARK, dumped
from tests.world import world

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60)
VALUES = st.recursive(
    WORDS | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


def read(text: str) -> object:
    opening, inner, rest = re.split(r"(?m)^---\n", text)
    assert not opening and not rest
    return yaml.safe_load(inner)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), VALUES, max_size=4))
def test_what_is_written_is_read_again(front: dict[str, object]) -> None:
    assert read(dumped(front)) == front


@pytest.mark.parametrize("words", ["2018-03-08", "12", "1e3", "0o17", "yes", "n", "null", "~", "", "1:20"])
def test_words_that_some_reader_takes_for_something_else_are_quoted(words: str) -> None:
    assert dumped({"title": words}) == f"---\n{MARK}\ntitle: '{words}'\n---\n"


def test_lines_stay_lines() -> None:
    text = dumped({"cite": "@misc{x,\n  year = {2018}\n}"})
    assert "cite: |-\n  @misc{x,\n    year = {2018}\n  }\n" in text


def test_the_slower_writer_makes_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = render(world(), "ar")
    fast = [dumped(page.front) for page in pages]

    monkeypatch.setattr(yaml_text, "_EMITTER", yaml.SafeDumper)
    yaml_text._item.cache_clear()
    assert [dumped(page.front) for page in pages] == fast
