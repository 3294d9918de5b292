"""Shells: what a stub as built lends to the pages of its shape, and what makes it unfit to."""

import re

import pytest

from generator.pages.render import render
from generator.press.markdown_html import Article, Heading
from generator.press.shells import NoShellError, Shell, shape_of, shell, split_article, stub_path
from tests.world import world

PAGES = {page.path: page for page in render(world(), "en")}
EVENTS = sorted(path for path in PAGES if path.startswith("events/") and not PAGES[path].meta.moved)
TOC = (
    '<li class="entry"><a href="#words-of-a-page-b">words-of-a-page-a</a>'
    '<nav aria-label="words-of-a-page-a"><ul><li class="entry">'
    '<a href="#words-of-a-page-d">words-of-a-page-c</a></li></ul></nav></li>'
)


def stub(head: str = "words-of-a-page", around: str = "", toc: str = TOC) -> str:
    """A stub as a builder might make it."""
    return (
        f"<html><head><!--page:head--><title>{head}</title><!--/page:head-->"
        "<!--page:facets--><!--/page:facets--></head>"
        f"<body><b><!--page:site-->Site<!--/page:site--></b>{around}"
        f"<ul><!--page:toc-->{toc}<!--/page:toc--></ul><!--page:body--><main>"
        '<h1 id="top" data-stub="title">words-of-a-page</h1><i>between</i>\n<div data-stub="rest"></div>\n'
        '<h2 id="words-of-a-page-b">words-of-a-page-a</h2><p data-stub="end"></p>'
        "</main><!--/page:body--></body></html>"
    )


def made() -> Shell:
    return shell(stub(), "events/stub.md")


def test_parts_are_put_where_the_theme_marks_them() -> None:
    parts = {
        "head": "<title>A</title>",
        "site": "S",
        "toc": "T",
        **split_article("<p>x</p><h1>A</h1><p>y</p>"),
    }
    assert made().filled(parts) == (
        "<html><head><title>A</title></head><body><b>S</b><ul>T</ul>"
        "<main><p>x</p><h1>A</h1><i>between</i>\n<p>y</p></main></body></html>"
    )


def test_a_body_of_its_own_replaces_all_that_the_theme_puts_around_an_article() -> None:
    assert "</ul>B</body>" in made().filled({"body": "B", "title": "A"})


def test_an_article_without_a_heading_comes_after_what_stands_below_headings() -> None:
    assert split_article("<p>y</p>") == {"title": "", "rest": "<p>y</p>"}


def test_contents_are_written_as_the_theme_writes_them() -> None:
    below = (Heading("b", "B & co", "<i>B</i> &amp; co"),)
    html = made().contents.of([Heading("a", "A", "A", below), Heading("c", "C", "C")])
    assert html == (
        '<li class="entry"><a href="#a">A</a><nav aria-label="A"><ul>'
        '<li class="entry"><a href="#b">B & co</a></li></ul></nav></li>'
        '<li class="entry"><a href="#c">C</a></li>'
    )


def test_contents_keep_the_markup_of_headings_where_the_theme_does() -> None:
    toc = re.sub(r"(words-of-a-page-[ac])(?=<)", r"<b>\1</b>", TOC)
    html = shell(stub(toc=toc), "x").contents.of([Heading("b", "B", "<i>B</i>")])
    assert html == '<li class="entry"><a href="#b"><i>B</i></a></li>'


@pytest.mark.parametrize(
    ("page", "trouble"),
    [
        (stub(around="<h2>words-of-a-page</h2>"), "writes of a page outside of its parts"),
        (stub().replace("page:facets", "page:other"), "does not mark the facets"),
        (stub().replace("data-stub", "data-lost"), "changes the words of a page"),
    ],
)
def test_what_fits_one_page_alone_is_no_shell(page: str, trouble: str) -> None:
    with pytest.raises(NoShellError, match=trouble):
        shell(page, "events/stub.md")


def test_pages_of_a_kind_have_few_shapes_and_a_change_of_words_makes_none() -> None:
    article = Article('<h1 id="top">A</h1>', (Heading("a", "A", "A"),))
    shapes = {shape_of(PAGES[path], article, ()) for path in EVENTS}
    assert len(shapes) < len(EVENTS) / 2
    page = PAGES[EVENTS[0]]
    front = {**page.front, "title": "Another title", "description": "Another"}
    assert shape_of(type(page)(page.path, page.title, front, page.body, page.meta), article, ()) in shapes


@pytest.mark.parametrize("part", ["facets", "card", "feed"])
def test_a_page_without_something_that_others_have_has_another_shape(part: str) -> None:
    page = PAGES[EVENTS[0]]
    article = Article('<h1 id="top">A</h1>', ())
    front = {name: value for name, value in page.front.items() if name != part}
    other = type(page)(page.path, page.title, front, page.body, page.meta)
    assert part in page.front
    assert shape_of(other, article, ()) != shape_of(page, article, ())


@pytest.mark.parametrize("path", ["index.md", "timeline.md", "a-z.md", "cities/index.md"])
def test_what_all_pages_lead_to_is_alone(path: str) -> None:
    assert stub_path(shape_of(PAGES[path], Article("", ()), ())) == path


def test_what_the_navigation_names_is_alone() -> None:
    path = EVENTS[0]
    assert stub_path(shape_of(PAGES[path], Article("", ()), {path})) == path
    assert stub_path(shape_of(PAGES[path], Article("", ()), ())) != path
