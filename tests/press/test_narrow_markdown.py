"""Narrow Markdown reads as Python-Markdown reads it, character by character, or not at all."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.press.blocks import ListItems, Wrapper, blocks
from generator.press.markdown_html import narrow
from generator.press.narrow_markdown import item

GOLDEN = Path(__file__).parents[1] / "golden"
EXTENSIONS = ["attr_list", "fenced_code", "md_in_html", "tables", "toc"]
MARKDOWN = Markdown(extensions=EXTENSIONS)


def whole(text: str) -> tuple[str, list[Any]]:
    """What Python-Markdown makes of it: HTML, and headings."""
    MARKDOWN.reset()
    return MARKDOWN.convert(text), [dict(token) for token in MARKDOWN.toc_tokens]  # type: ignore[attr-defined]


def agrees(block: str) -> bool:
    """Whether a block is read, which must be as Python-Markdown does."""
    made = narrow(block)
    if made is not None:
        assert (made.html, [dict(token) for token in made.tokens]) == whole(block)
    return made is not None


def agrees_on_item(text: str) -> bool:
    made = item(text)
    if made is not None:
        assert f"<ul>\n{made}\n</ul>" == whole(text)[0]
    return made is not None


def each(text: str) -> Iterator[bool]:
    for block in blocks(text):
        if isinstance(block, Wrapper):
            yield from each(block.inner)
        elif isinstance(block, ListItems):
            yield from map(agrees_on_item, block.items)
        elif isinstance(block, str):
            yield agrees(block)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_pages_say_is_read_alike_and_nearly_all_of_it(language: str) -> None:
    read = []
    for path in sorted((GOLDEN / language).rglob("*.md")):
        read += each(path.read_text("utf-8").split("\n---\n", 1)[1])
    assert read.count(True) > 0.85 * len(read)


PIECES = st.sampled_from(
    [
        *(
            "word",
            "two words",
            " ",
            "\n",
            "&#42;",
            "&#91;x&#93;",
            "…",
            "سوريا",
            "1. ",
            "- ",
            "+ ",
            "> ",
            ": ",
        ),
        *(
            "# ",
            "=",
            "---",
            "| a",
            "a_b",
            "*",
            "**",
            "_",
            "*em*",
            "_em_",
            "**strong**",
            "*a _b_ c*",
            "_*a* b_",
        ),
        *("[link](a.md)", "[*l*](../b.md#c)", "[x]", "(y)", "[a](b c)", "![i](p.png)", "<b>b</b>", "</i>"),
        *(
            '<bdi dir="rtl">',
            "</bdi>",
            "<br>",
            "<",
            ">",
            "&",
            "&amp;",
            "`code`",
            "\\*",
            "!",
            "http://a.b/c_d_e",
        ),
        *(
            "{ .a }",
            "{ #b .c data-x }",
            '{ data-claims="a/b c/d" }',
            "{ }",
            "{",
            "}",
            "{.a}",
            "  ",
            "    ",
            "~~~",
        ),
    ]
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=9), st.sampled_from(["", "- ", "1. ", "## "]))
def test_whatever_else_is_written_is_read_alike_or_left_to_python_markdown(
    pieces: list[str], start: str
) -> None:
    text = f"{start}{''.join(pieces)}".strip("\n")
    if text.strip():
        for block in blocks(text):
            if isinstance(block, str):
                agrees(block)
            elif isinstance(block, ListItems):
                for one in block.items:
                    agrees_on_item(one)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.lists(PIECES, min_size=1, max_size=4), min_size=2, max_size=4), st.sampled_from(["- ", "1. "])
)
def test_lists_are_read_alike_or_left_to_python_markdown(items: list[list[str]], start: str) -> None:
    for gap in ("\n", "\n\n"):
        text = gap.join(start + "".join(pieces).replace("\n", "\n  ") for pieces in items)
        for block in blocks(text):
            if isinstance(block, str):
                agrees(block)
