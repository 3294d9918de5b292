"""A swap is all or nothing, wherever it is stopped."""

import json
from pathlib import Path

import pytest

import generator.site.publish as publishing
from generator.site.docs import DocsChanges
from generator.site.files import SiteError, move, remove
from generator.site.lock import build_folder, sweep
from generator.site.publish import Destination, checked_output, publish, put_back
from tests.site.swap import CrashError, lay, stopped_at, tree

OLD_DOCS = {"same.md": "same", "changed.md": "old", "stale/gone.md": "stale", "mine.md": "mine"}
NEW_DOCS = {"same.md": "same", "changed.md": "new", "new/born.md": "born", "mine.md": "mine"}
OLD_SITE = {"index.html": "old home", "gone/index.html": "gone"}
NEW_SITE = {"index.html": "new home", "born/index.html": "born"}
CHANGES = DocsChanges(new=("new/born.md",), changed=("changed.md",), stale=("stale/gone.md",), same=1)


@pytest.fixture
def explainer(tmp_path: Path) -> Path:
    lay(tmp_path / "docs", OLD_DOCS)
    lay(tmp_path / "site", OLD_SITE)
    folder = tmp_path / ".explainer" / "build-1"
    lay(folder / "written", NEW_DOCS)
    lay(folder / "site", NEW_SITE)
    return tmp_path


def target(root: Path) -> Destination:
    return Destination(root / "site", root / "docs", CHANGES)


def test_a_build_comes_in_whole(explainer: Path) -> None:
    publish(explainer / ".explainer/build-1", target(explainer))
    assert tree(explainer / "docs") == NEW_DOCS
    assert tree(explainer / "site") == NEW_SITE
    assert not (explainer / "docs/stale").exists()


def test_a_first_site_comes_in(explainer: Path) -> None:
    remove(explainer / "site")
    publish(explainer / ".explainer/build-1", target(explainer))
    assert tree(explainer / "site") == NEW_SITE


def test_an_edition_leaves_docs_alone(explainer: Path) -> None:
    publish(explainer / ".explainer/build-1", Destination(explainer / "at/2018"))
    assert (tree(explainer / "docs"), tree(explainer / "site")) == (OLD_DOCS, OLD_SITE)
    assert tree(explainer / "at/2018") == NEW_SITE


@pytest.mark.parametrize("had_site", [True, False])
@pytest.mark.parametrize("step", range(5))
def test_an_error_or_an_interruption_puts_everything_back(
    explainer: Path, step: int, had_site: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not had_site:
        remove(explainer / "site")
    folder = explainer / ".explainer/build-1"
    with stopped_at(step, KeyboardInterrupt(), monkeypatch) as moves:
        try:
            publish(folder, target(explainer))
        except KeyboardInterrupt:
            assert tree(explainer / "docs") == OLD_DOCS
            assert tree(explainer / "site") == (OLD_SITE if had_site else None)
        else:
            assert len(moves) <= step


@pytest.mark.parametrize("step", range(5))
def test_the_next_build_repairs_a_crash(explainer: Path, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = explainer / ".explainer/build-1"
    with stopped_at(step, CrashError(), monkeypatch), monkeypatch.context() as patched:
        patched.setattr(publishing, "put_back", lambda build: None)  # a dead process puts nothing back
        with pytest.raises(CrashError):
            publish(folder, target(explainer))
    sweep(explainer)
    assert (tree(explainer / "docs"), tree(explainer / "site")) == (OLD_DOCS, OLD_SITE)
    assert not folder.exists()


def test_putting_back_can_itself_be_interrupted(explainer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(publishing, "put_back", lambda build: None)
        with stopped_at(3, CrashError(), monkeypatch), pytest.raises(CrashError):
            publish(explainer / ".explainer/build-1", target(explainer))
    with stopped_at(0, CrashError(), monkeypatch), pytest.raises(CrashError):
        put_back(explainer / ".explainer/build-1")
    sweep(explainer)
    assert (tree(explainer / "docs"), tree(explainer / "site")) == (OLD_DOCS, OLD_SITE)


def test_nothing_is_swept_that_still_holds_what_was_replaced(
    explainer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "put_back", lambda build: None)
    with pytest.raises(CrashError), build_folder(explainer, lambda: None) as folder:
        lay(folder / "written", NEW_DOCS)
        lay(folder / "site", NEW_SITE)
        with stopped_at(3, CrashError(), monkeypatch):
            publish(folder, target(explainer))
    assert tree(folder / "replaced") == OLD_SITE


def test_a_build_folder_goes_after_success_and_after_failure(tmp_path: Path) -> None:
    with build_folder(tmp_path, lambda: None) as folder:
        lay(folder, {"a": "b"})
    assert not folder.exists()
    with pytest.raises(SiteError), build_folder(tmp_path, lambda: None) as folder:
        raise SiteError("no")
    assert not folder.exists()
    assert sorted(path.name for path in (tmp_path / ".explainer").iterdir()) == [".gitignore", "lock"]


def test_a_move_between_file_systems_is_a_copy_and_a_rename(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.replace

    def no_crossing(self: Path, place: Path) -> Path:
        if self.parent != Path(place).parent:
            raise OSError(18, "Invalid cross-device link")
        return rename(self, place)

    monkeypatch.setattr(Path, "replace", no_crossing)
    lay(tmp_path / "here", {"a/b": "c"})
    move(tmp_path / "here", tmp_path / "far" / "there")
    move(tmp_path / "far" / "there" / "a" / "b", tmp_path / "file")
    assert tree(tmp_path / "far") == {}
    assert (tmp_path / "file").read_text() == "c"
    assert not (tmp_path / "here").exists()


class TestWhereASiteMayGo:
    def test_nowhere_yet_or_empty(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        for name in ("site", "empty", "a/b/c"):
            assert checked_output(tmp_path / name, tmp_path) == (tmp_path / name).resolve()

    def test_over_a_site_of_ours_or_of_mkdocs(self, tmp_path: Path) -> None:
        lay(tmp_path / "ours", {"manifest.json": json.dumps({"format": "explainer-manifest/1"}), "x": ""})
        lay(tmp_path / "theirs", {"404.html": "", "sitemap.xml": "", "x": ""})
        for name in ("ours", "theirs"):
            assert checked_output(tmp_path / name, tmp_path) == (tmp_path / name).resolve()

    @pytest.mark.parametrize("name", [".", "..", "content", "docs", "docs/site", "theme/x"])
    def test_not_over_what_people_edit(self, tmp_path: Path, name: str) -> None:
        root = tmp_path / "explainer"
        root.mkdir()
        with pytest.raises(SiteError, match="people edit"):
            checked_output(root / name, root)

    @pytest.mark.parametrize("manifest", ["[]", "{}", "no json", '{"format": "another"}'])
    def test_not_over_other_files(self, tmp_path: Path, manifest: str) -> None:
        lay(tmp_path / "site", {"manifest.json": manifest, "thesis.odt": "years of work"})
        with pytest.raises(SiteError, match="no build made"):
            checked_output(tmp_path / "site", tmp_path)

    def test_not_over_a_file(self, tmp_path: Path) -> None:
        lay(tmp_path, {"site": "a file"})
        with pytest.raises(SiteError, match="is a file"):
            checked_output(tmp_path / "site", tmp_path)
