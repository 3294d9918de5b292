"""No page of a long list weighs more than the budget: judged by what an entry of real words weighs."""

import gzip
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from generator.load import load
from generator.pages.addresses import published
from generator.pages.kinds import kind_named
from generator.pages.parts import SPLIT
from generator.press.builder_config import read_builder_config
from generator.press.markdown_html import Heading, MarkdownHtml
from generator.views.context import Context, context
from generator.views.part_lists import MOST

ROOT = Path(__file__).parents[2]
BUDGET = 200_000  # bytes of HTML, compressed as hosts do


@cache
def default() -> Context:
    return context(load(ROOT).facts, "en")


@cache
def articles() -> MarkdownHtml:
    return MarkdownHtml(read_builder_config(ROOT / "mkdocs.yml").typesetting, published)


def contents(headings: Iterable[Heading]) -> str:
    """A list of contents as heavy as the theme's."""
    return "".join(
        f'<li class="md-nav__item"><a href="#{heading.anchor}" class="md-nav__link">'
        f'<span class="md-ellipsis">{heading.html}</span></a>{contents(heading.below)}</li>'
        for heading in headings
    )


@pytest.mark.long
@pytest.mark.parametrize("name", SPLIT)
def test_a_page_of_as_many_entries_as_it_may_hold_keeps_within_the_budget(name: str) -> None:
    kind = kind_named(name)
    assert kind
    page = kind.path()
    body = (ROOT / "docs" / page).read_text("utf-8").split("\n---\n", 1)[1]
    made = articles().article(page, body)
    weight = len(gzip.compress((made.html + contents(made.contents)).encode(), 6))
    entries = SPLIT[name].parted.count_of(default())
    assert entries <= MOST[name], "the default explainer is small: its lists are whole"
    assert weight / entries * MOST[name] < BUDGET
