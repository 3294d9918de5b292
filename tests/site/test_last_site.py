"""A site is brought up to date where it lies: what is the same stays, and a swap is all or nothing."""

import os
from hashlib import sha256
from pathlib import Path

import cbor2
import pytest

import generator.site.publish as publishing
from generator.site.files import SiteError, files
from generator.site.last_site import SiteChanges, SiteFiles
from generator.site.lock import build_folder, sweep
from generator.site.manifest import NAME
from generator.site.publish import Destination, publish, put_back
from tests.site.swap import CrashError, lay, stopped_at, tree

OLD = {
    "same.html": "same",
    "changed.html": "old",
    "deep/in/gone.html": "gone",
    "deep/stays.html": "stays",
    "page": "a file",
    "folder/index.html": "a folder",
}
NEW = {
    "same.html": "same",
    "changed.html": "new",
    "born/here.html": "born",
    "deep/stays.html": "stays",
    "page/index.html": "a folder in its place",
    "folder": "a file in its place",
}
STEPS = 3 + 2 * 1 + 3 + 1  # those that go, the one that changes, those that come, and the journal
LAST_STEP = STEPS * 2


def made(root: Path, texts: dict[str, str], name: str = "build-1") -> SiteFiles:
    """A site of these files, not yet in its place, beside the last one in ``root/site``."""
    made = SiteFiles(root / ".explainer" / name / "site", root / "site", root / "known")
    for below, text in texts.items():
        made.put(below, text.encode())
    return made


def put_in_place(made: SiteFiles) -> SiteChanges | None:
    changes = made.changes()
    publish(made.folder.parent, Destination(made.last, site_changes=changes))
    made.save()
    return changes


@pytest.fixture
def explainer(tmp_path: Path) -> Path:
    """A folder with a site in place, and what is known of it."""
    assert put_in_place(made(tmp_path, OLD, "build-0")) is None
    return tmp_path


class TestWhatStays:
    def test_the_first_site_is_written_whole(self, tmp_path: Path) -> None:
        first = made(tmp_path, OLD)
        assert first.changes() is None
        assert tree(first.folder) == OLD

    def test_what_is_the_same_is_neither_written_nor_touched(self, explainer: Path) -> None:
        before = {below: path.stat() for below, path in files(explainer / "site")}
        second = made(explainer, NEW)
        written = ("born/here.html", "changed.html", "folder", "page/index.html")
        assert second.changes() == SiteChanges(written, ("deep/in/gone.html", "folder/index.html", "page"))
        assert [below for below, _ in files(second.folder)] == sorted(written)
        put_in_place(second)
        assert tree(explainer / "site") == NEW
        after = {below: path.stat() for below, path in files(explainer / "site")}
        assert before["same.html"] == after["same.html"]
        assert before["deep/stays.html"] == after["deep/stays.html"]
        assert not (explainer / "site/deep/in").exists()

    def test_the_same_site_changes_nothing(self, explainer: Path) -> None:
        for name in ("build-1", "build-2"):
            assert put_in_place(made(explainer, OLD, name)) == SiteChanges((), ())
            assert tree(explainer / "site") == OLD

    def test_a_file_is_taken_by_its_key(self, tmp_path: Path) -> None:
        first = made(tmp_path, {})
        assert not first.take("page.html", "key")
        first.write("page.html", b"made from what the key names")
        put_in_place(first)
        for key, stays in (("another", False), ("key", True)):
            second = made(tmp_path, {}, f"build-{key}")
            assert second.take("page.html", key) is stays
            assert second.take("other.html", key) is False
        assert second.read("page.html") == b"made from what the key names"

    @pytest.mark.parametrize("other", ["deep/stays.html", "Deep/stays.html", "deep/STAYS.html"])
    def test_no_two_files_have_one_name_whatever_its_capitals(self, tmp_path: Path, other: str) -> None:
        site = made(tmp_path, NEW)
        with pytest.raises(SiteError, match="two files"):
            site.put(other, b"another")

    @pytest.mark.parametrize(
        "how", ["other words", "as many words", "replaced", "removed", "a folder", "a link", "a file beside"]
    )
    def test_what_somebody_touched_is_written_again(self, explainer: Path, how: str) -> None:
        path = explainer / "site/same.html"
        status = path.stat()
        match how:
            case "other words":
                path.write_text("touched")
            case "as many words":
                path.write_text("SAME")
                os.utime(path, ns=(status.st_mtime_ns, status.st_mtime_ns + 1))
            case "replaced":
                lay(explainer, {"beside": "SAME"})
                os.utime(explainer / "beside", ns=(status.st_mtime_ns, status.st_mtime_ns))
                (explainer / "beside").replace(path)
            case "removed":
                path.unlink()
            case "a folder":
                path.unlink()
                lay(path, {"deep.html": "nobody built this"})
            case "a file beside":
                lay(explainer / "site", {"strange.html": "nobody built this"})
            case _:
                path.unlink()
                path.symlink_to(explainer / "site/page")
        second = made(explainer, OLD)
        assert (second.folder / "same.html").exists() is (how != "a file beside")
        if how == "a link":  # which may lead anywhere, so nobody writes through it
            with pytest.raises(SiteError, match="symbolic link"):
                put_in_place(second)
            return
        put_in_place(second)
        assert tree(explainer / "site") == OLD

    @pytest.mark.parametrize(
        "record",
        [
            b"",
            b"{",
            b"\x83\x01",
            cbor2.dumps([]),
            cbor2.dumps({"same.html": ["key"]}),
            cbor2.dumps({"a": 1}),
        ],
    )
    def test_without_a_record_that_can_be_read_all_is_written(self, explainer: Path, record: bytes) -> None:
        (explainer / "known").write_bytes(record)
        second = made(explainer, NEW)
        assert tree(second.folder) == NEW
        assert put_in_place(second) is None
        assert tree(explainer / "site") == NEW
        assert put_in_place(made(explainer, NEW, "build-2")) == SiteChanges((), ())

    def test_what_a_build_that_was_not_noted_put_in_place_is_written_again(self, explainer: Path) -> None:
        """It was stopped after the swap, before it wrote down what it knows."""
        second = made(explainer, NEW)
        publish(second.folder.parent, Destination(second.last, site_changes=second.changes()))
        third = made(explainer, NEW, "build-2")
        changes = third.changes()
        assert changes and "changed.html" in changes.written and "same.html" not in changes.written
        put_in_place(third)
        assert tree(explainer / "site") == NEW
        assert put_in_place(made(explainer, NEW, "build-3")) == SiteChanges((), ())


class TestWhatIsMade:
    def test_entries_say_what_is_in_every_file_whether_it_stays_or_not(self, explainer: Path) -> None:
        second = made(explainer, NEW)
        lay(second.folder, {"by/somebody.else": "beside", NAME: "the manifest"})
        every = {**NEW, "by/somebody.else": "beside"}
        assert second.entries() == {
            below: {"sha256": sha256(text.encode()).hexdigest(), "bytes": len(text)}
            for below, text in sorted(every.items())
        }
        assert list(second.entries()) == sorted(every)

    def test_shared_files_are_one_file_also_with_one_that_stays(self, explainer: Path) -> None:
        for name in ("build-1", "build-2"):
            new = made(explainer, OLD, name)
            new.share("at/1/same.html", "same.html")
            new.share("at/2/same.html", "same.html")
            changes = put_in_place(new)
        assert changes == SiteChanges((), ())
        one, *others = (
            explainer / "site" / below for below in ("same.html", "at/1/same.html", "at/2/same.html")
        )
        assert [path.stat().st_ino for path in others] == [one.stat().st_ino] * 2
        assert new.entries()["at/2/same.html"] == new.entries()["same.html"]

    def test_a_shared_file_follows_what_it_shares(self, explainer: Path) -> None:
        for words in ("said", "said", "said anew"):
            new = made(explainer, {**OLD, "at/1/page.html": words}, f"build-{words}")
            new.share("at/2/page.html", "at/1/page.html")
            put_in_place(new)
            one, other = (explainer / f"site/at/{day}/page.html" for day in (1, 2))
            assert (other.read_text(), other.stat().st_ino) == (words, one.stat().st_ino)

    def test_where_files_cannot_be_one_they_are_copies(
        self, explainer: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def unknown(self: Path, other: Path) -> None:
            raise PermissionError(1, "Operation not permitted")

        monkeypatch.setattr(Path, "hardlink_to", unknown)
        new = made(explainer, OLD)
        new.share("at/1/same.html", "same.html")
        put_in_place(new)
        assert tree(explainer / "site") == {**OLD, "at/1/same.html": "same"}

    def test_writing_a_file_anew_leaves_those_that_shared_it(self, explainer: Path) -> None:
        new = made(explainer, {**OLD, "first.html": "shared"})
        new.share("second.html", "first.html")
        new.write("second.html", b"its own")
        put_in_place(new)
        assert tree(explainer / "site") == {**OLD, "first.html": "shared", "second.html": "its own"}

    def test_parts_made_elsewhere_are_added(self, explainer: Path) -> None:
        whole = made(explainer, {})
        for names in (list(NEW)[:3], list(NEW)[3:]):
            part = whole.part()
            for below in names:
                part.put(below, NEW[below].encode())
            whole.add(part.made())
        alone = made(explainer, NEW, "build-2")
        assert whole.changes() == alone.changes()
        assert whole.entries() == alone.entries()
        put_in_place(whole)
        assert tree(explainer / "site") == NEW
        assert put_in_place(made(explainer, NEW, "build-3")) == SiteChanges((), ())


class TestStoppedOnTheWay:
    @pytest.mark.parametrize("step", range(LAST_STEP))
    def test_an_error_or_an_interruption_puts_everything_back(
        self, explainer: Path, step: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        second = made(explainer, NEW)
        with stopped_at(step, KeyboardInterrupt(), monkeypatch) as moves:
            try:
                put_in_place(second)
            except KeyboardInterrupt:
                assert tree(explainer / "site") == OLD
            else:
                assert len(moves) <= step
                assert tree(explainer / "site") == NEW
        put_in_place(made(explainer, NEW, "build-2"))
        assert tree(explainer / "site") == NEW

    def test_every_step_is_tried(self, explainer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with stopped_at(LAST_STEP, KeyboardInterrupt(), monkeypatch) as moves:
            put_in_place(made(explainer, NEW))
        assert len(moves) == STEPS

    @pytest.mark.parametrize("step", range(STEPS))
    def test_the_next_build_repairs_a_crash(
        self, explainer: Path, step: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.crash(explainer, step, monkeypatch)
        sweep(explainer)
        assert tree(explainer / "site") == OLD
        assert not (explainer / ".explainer/build-1").exists()
        changes = put_in_place(made(explainer, NEW, "build-2"))
        assert changes and "same.html" not in changes.written  # what came back is known still
        assert tree(explainer / "site") == NEW

    @pytest.mark.parametrize("again", range(7))
    def test_putting_back_can_itself_be_interrupted(
        self, explainer: Path, again: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.crash(explainer, STEPS - 1, monkeypatch)
        with stopped_at(again, CrashError(), monkeypatch):
            try:
                put_back(explainer / ".explainer/build-1")
            except CrashError:
                assert (explainer / ".explainer/build-1/undo.json").exists()
        sweep(explainer)
        assert tree(explainer / "site") == OLD

    def test_what_was_replaced_goes_with_the_folder_of_the_build(self, explainer: Path) -> None:
        with build_folder(explainer, lambda: None) as folder:
            put_in_place(made(explainer, NEW, folder.name))
            assert tree(folder / "replaced") == {
                below: text for below, text in OLD.items() if NEW.get(below) != text
            }
        assert not folder.exists()

    def crash(self, explainer: Path, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
        """Stop a build at a step; a dead process puts nothing back."""
        second = made(explainer, NEW)
        with stopped_at(step, CrashError(), monkeypatch), monkeypatch.context() as patched:
            patched.setattr(publishing, "put_back", lambda build: None)
            with pytest.raises(CrashError):
                put_in_place(second)
