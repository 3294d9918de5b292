"""Shells of editions: where no page of today has the layout, that of pages around it serves."""

import pytest

from generator.pages.render import render
from generator.press.layout import layouts, lowered
from generator.press.markdown_html import Article, Heading
from generator.press.shells import Shape, shape_of
from generator.views.page_meta import PageMeta
from tests.world import world

PAGES = render(world(), "en")


def found(*left_out: str) -> dict[str, Shape]:
    shapes = {}
    for page in PAGES:
        if page.meta.kind not in left_out:
            entries = () if page.meta.moved else (Heading("a", "A", "A"),)
            shapes[page.path] = page.meta.layout, shape_of(page, Article("", entries), ())
    return layouts(shapes)


def retired() -> list[PageMeta]:
    return [page.meta for page in PAGES if page.meta.kind == "retired"]


def test_what_is_retired_takes_the_shell_of_the_pages_around_it() -> None:
    by_layout = found()
    assert {meta.layout for meta in retired()} > {"event", "actor"}
    for meta in retired():
        folder = meta.path.rpartition("/")[0]
        shape = by_layout[meta.layout]
        assert shape.place == f"{folder}/"
        assert f'"kind": "{meta.layout}"' in shape.front


def test_what_is_retired_lends_its_shell_where_nothing_else_is_left_around_it() -> None:
    assert '"kind": "retired"' in found("event")["event"].front


@pytest.mark.parametrize(
    ("link", "depth", "in_edition"),
    [
        ("../../assets/page.css", 2, "../../../../assets/page.css"),
        ("../../about/", 2, "../../../../about/"),
        ("./about/", 0, "../../about/"),
        ("about/", 0, "../../about/"),
        ("../about/", 2, "../about/"),  # a record of that name, in the same folder
        ("data/", 1, "data/"),
        ("../../events/about/", 2, "../../events/about/"),
    ],
)
def test_only_what_all_editions_share_is_linked_to_outside(link: str, depth: int, in_edition: str) -> None:
    assert lowered(f'<a href="{link}">', depth) == f'<a href="{in_edition}">'
