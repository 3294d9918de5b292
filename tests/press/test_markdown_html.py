"""Articles typeset block by block are those that Markdown makes of whole pages."""

import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown

from generator.pages.addresses import published
from generator.press.builder_config import Typesetting
from generator.press.markdown_html import Heading, MarkdownHtml

GOLDEN = Path(__file__).parents[1] / "golden"
PAGES = sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.glob("??/**/*.md"))
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
BY_NAME = {"href", "open"}  # builders lengthen links; `open` and `open="open"` are the same


@cache
def typesetter() -> MarkdownHtml:
    return MarkdownHtml(Typesetting(tuple(EXTENSIONS), {}), published)


def plain(html: str) -> list[object]:
    """What a browser makes of it: elements with their attributes, and words, blanks between blocks aside."""
    parts: list[object] = []
    for node in BeautifulSoup(html, "html.parser").descendants:
        if isinstance(node, Tag):
            parts.append((node.name, {name: name in BY_NAME or node.attrs[name] for name in node.attrs}))
        elif words := " ".join(str(node).split()):
            parts.append(words)
    return parts


@pytest.mark.parametrize("page", PAGES)
def test_block_by_block_says_what_the_whole_page_says(page: str) -> None:
    text = (GOLDEN / page).read_text("utf-8")
    body = re.sub(r"\A---\n.*?\n---\n", "", text, count=1, flags=re.DOTALL)
    article = typesetter().article(page.partition("/")[2], body)
    whole = Markdown(extensions=EXTENSIONS).convert(body)
    assert "markdown=" not in article.html
    assert plain(article.html) == plain(whole)


def test_links_to_pages_lead_to_where_builders_publish_them() -> None:
    article = typesetter().article(
        "events/a.md", "[b](b.md) [c](../cities/c.md#claim-x) [h](../index.md) [t](#top)"
    )
    assert re.findall(r'href="([^"]*)"', article.html) == [
        "../b/",
        "../../cities/c/#claim-x",
        "../../",
        "#top",
    ]


def test_an_unfinished_element_is_left_to_markdown() -> None:
    text = '<div class="a" markdown="1">\n\n*One*\n\n<div>raw</div>\n\n*two*\n\n</div>\n\n*three*'
    html = typesetter().article("index.md", text).html
    assert html.count("<em>") == 3 and "markdown" not in html


def test_headings_are_listed_below_those_above_them_as_in_one_piece() -> None:
    text = "# T {#top}\n\n## A {#a}\n\nx\n\n### B {#b}\n\ny\n\n## *C* [d](../e.md) {#c}\n"
    below = (Heading("b", "B", "B"),)
    assert typesetter().article("events/x.md", text).contents == (
        Heading("a", "A", "A", below),
        Heading("c", "C d", "<em>C</em> d"),
    )
