"""Shells: what pages of editions take from today's pages, whose links hold for one folder alone."""

from pathlib import Path

from generator.pages.render import render
from generator.press.layout import PARTS, shells
from generator.views.page_meta import PageMeta
from tests.world import world

METAS = tuple(page.meta for page in render(world(), "en"))


def built(site: Path, metas: tuple[PageMeta, ...]) -> Path:
    """A site whose pages name their own folder outside of what they mark as theirs."""
    for meta in metas:
        parts = "".join(f"<!--page:{part}-->x<!--/page:{part}-->" for part in sorted(PARTS))
        place = site / meta.url / "index.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"{parts}{meta.kind} in {meta.path.rpartition('/')[0]}", "utf-8")
    return site


def test_what_is_retired_takes_the_shell_of_the_pages_around_it(tmp_path: Path) -> None:
    found = shells(built(tmp_path, METAS), METAS)
    retired = [meta for meta in METAS if meta.kind == "retired"]
    assert {meta.layout for meta in retired} > {"event", "actor"}
    for meta in retired:
        folder = meta.path.rpartition("/")[0]
        assert found[meta.layout].pieces[-1] == f"{meta.layout} in {folder}"


def test_what_is_retired_lends_its_shell_where_nothing_else_is_left_around_it(tmp_path: Path) -> None:
    metas = tuple(meta for meta in METAS if meta.kind != "event")
    assert shells(built(tmp_path, metas), metas)["event"].pieces[-1] == "retired in events"
