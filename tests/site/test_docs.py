"""docs/: only what changed is written, and nothing that people wrote is touched."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.site.docs import (
    DocsChanges,
    apply_changes,
    hand_written,
    is_generated,
    plan_changes,
    stage_docs,
    text_hashes,
)
from generator.site.files import SiteError

MARK = "# Made by the mill; edit the grain."


def page(words: str) -> str:
    return f"---\n{MARK}\ntitle: {words}\n---\n{words}\n"


def bring_up_to_date(docs: Path, pages: dict[str, str], staged: Path) -> DocsChanges:
    changes = plan_changes(docs, text_hashes(pages), MARK)
    stage_docs({}, pages, staged)
    apply_changes(changes, docs, staged)
    return changes


def tree(root: Path) -> dict[str, str]:
    return {str(path.relative_to(root)): path.read_text() for path in root.rglob("*") if path.is_file()}


def test_a_first_build_writes_every_page(tmp_path: Path) -> None:
    pages = {"index.md": page("home"), "events/ford.md": page("ford")}
    changes = bring_up_to_date(tmp_path / "docs", pages, tmp_path / "stage")
    assert changes == DocsChanges(new=("events/ford.md", "index.md"), changed=(), stale=(), same=0)
    assert tree(tmp_path / "docs") == pages


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    bring_up_to_date(docs, {"a.md": page("a"), "b.md": page("b")}, tmp_path / "one")
    before = (docs / "a.md").stat()
    changes = bring_up_to_date(docs, {"a.md": page("a"), "b.md": page("B")}, tmp_path / "two")
    assert (changes.changed, changes.same) == (("b.md",), 1)
    after = (docs / "a.md").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_a_stale_page_goes_and_its_empty_folder_with_it(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    bring_up_to_date(docs, {"a.md": page("a"), "events/deep/b.md": page("b")}, tmp_path / "one")
    changes = bring_up_to_date(docs, {"a.md": page("a")}, tmp_path / "two")
    assert changes.stale == ("events/deep/b.md",)
    assert [path.name for path in docs.iterdir()] == ["a.md"]


def test_hand_written_files_stay(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    own = {"about/us.md": "# Us\n", "assets/a.css": MARK, "notes.md": f"See:\n\n\n\n\n{MARK}\n"}
    stage_docs({}, own, docs)
    bring_up_to_date(docs, {"index.md": page("home")}, tmp_path / "stage")
    assert tree(docs) == own | {"index.md": page("home")}
    assert sorted(hand_written(docs, MARK)) == sorted(own)


def test_a_page_never_takes_the_place_of_a_hand_written_file(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    stage_docs({}, {"index.md": "# Mine\n"}, docs)
    with pytest.raises(SiteError, match=r"index\.md is not a generated file"):
        plan_changes(docs, text_hashes({"index.md": page("home")}), MARK)


@pytest.mark.parametrize("other", ["Events.md", "events/index.md", "events/README.md", "EVENTS/index.html"])
def test_a_hand_written_file_never_has_the_address_of_a_page(tmp_path: Path, other: str) -> None:
    (tmp_path / other).parent.mkdir(exist_ok=True)
    (tmp_path / other).write_text("By hand.\n")
    with pytest.raises(SiteError, match=other):
        plan_changes(tmp_path, text_hashes({"events.md": page("all")}), MARK)


@pytest.mark.parametrize(
    "opening",
    [f"---\n{MARK}\n", f"---\r\n{MARK}\r\n", f"\ufeff---\n{MARK}\n", f"{MARK}\n", f"\n---\n  {MARK}  \n"],
)
def test_the_mark_is_found_however_an_editor_saved_it(tmp_path: Path, opening: str) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(opening.encode())
    assert is_generated(path, MARK)


@pytest.mark.parametrize("text", ["", "---\ntitle: x\n---\n", f"`{MARK}`\n", "\x00\xff"])
def test_other_files_are_hand_written(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(text.encode("latin-1"))
    assert not is_generated(path, MARK)


def test_a_link_in_docs_is_refused(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "x.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(SiteError, match="symbolic link"):
        plan_changes(docs, {}, MARK)


names = st.sampled_from(["a.md", "b.md", "c/d.md", "c/e.md", "f/g/h.md"])
sets_of_pages = st.dictionaries(names, st.sampled_from(["x", "y"]).map(page))


@settings(deadline=None, max_examples=60)
@given(first=sets_of_pages, second=sets_of_pages)
def test_docs_become_the_pages_whatever_was_there(
    tmp_path_factory: pytest.TempPathFactory, first: dict[str, str], second: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("docs")
    stage_docs({}, first, folder / "docs")
    bring_up_to_date(folder / "docs", second, folder / "stage")
    assert tree(folder / "docs") == second
    assert not plan_changes(folder / "docs", text_hashes(second), MARK)


def test_line_ends_of_a_checkout_make_no_difference(tmp_path: Path) -> None:
    docs, pages = tmp_path / "docs", {"index.md": page("home"), "a.md": page("one")}
    bring_up_to_date(docs, pages, tmp_path / "stage")
    for path in docs.rglob("*.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert not plan_changes(docs, text_hashes(pages), MARK)
    changed = plan_changes(docs, text_hashes({**pages, "a.md": page("two")}), MARK)
    assert changed.changed == ("a.md",)
