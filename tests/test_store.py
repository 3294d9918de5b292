"""What a store gives is what was put into it, whole, or nothing."""

import os
from pathlib import Path

import pytest

from generator.store import Store, read_note, write_note

VALUE = bytes(168)  # 200 bytes as kept


def filled(folder: Path, count: int) -> Store:
    """A store of as many values, each used a second after the one before."""
    store = Store(folder)
    for number in range(count):
        store.put(f"aa{number}", VALUE)
        os.utime(folder / "aa" / str(number), (number, number))
    return store


def numbers(store: Store, count: int = 9) -> set[int]:
    return {number for number in range(count) if store.has(f"aa{number}")}


@pytest.mark.parametrize("value", [b"", b"said", bytes(100_000)])
def test_a_value_is_given_as_it_was_put(tmp_path: Path, value: bytes) -> None:
    store = Store(tmp_path / "made/with/the/first/value")
    assert (store.has("ab12"), store.get("ab12")) == (False, None)
    store.put("ab12", value)
    assert (store.has("ab12"), store.get("ab12")) == (True, value)
    assert Store(tmp_path / "made/with/the/first/value").get("ab12") == value
    assert store.get("ab13") is None


def test_a_store_that_was_only_asked_leaves_no_folder(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    assert store.get("ab12") is None
    store.prune(0)
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("damage", [b"", b"half", bytes(32), bytes(64)])
def test_a_damaged_value_is_none_and_can_be_put_again(tmp_path: Path, damage: bytes) -> None:
    store = Store(tmp_path)
    store.put("aa1", b"whole")
    (tmp_path / "aa/1").write_bytes(damage)
    assert store.get("aa1") is None
    store.put("aa1", b"whole")
    assert store.get("aa1") == b"whole"
    assert [path.name for path in (tmp_path / "aa").iterdir()] == ["1"]


def test_a_writer_that_is_stopped_leaves_the_last_value_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(self: Path, place: Path) -> Path:
        raise KeyboardInterrupt

    store = Store(tmp_path)
    store.put("aa1", b"first")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", stopped)
        with pytest.raises(KeyboardInterrupt):
            store.put("aa1", b"second")
    assert store.get("aa1") == b"first"
    assert [path.name for path in (tmp_path / "aa").iterdir()] == ["1"]


def test_what_cannot_be_kept_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("no folder")
    store = Store(tmp_path / "store")
    store.put("aa1", b"value")
    assert store.get("aa1") is None
    store.prune(0)


class TestPrune:
    def test_nothing_goes_within_the_limit(self, tmp_path: Path) -> None:
        store = filled(tmp_path, 5)
        store.prune(1000)
        assert numbers(store) == {0, 1, 2, 3, 4}

    def test_past_the_limit_the_longest_unused_goes(self, tmp_path: Path) -> None:
        store = filled(tmp_path, 5)
        assert store.get("aa0") == VALUE  # and so it was used last
        store.prune(999)
        assert numbers(store) == {0, 3, 4}

    def test_what_is_in_use_stays_however_old(self, tmp_path: Path) -> None:
        store = filled(tmp_path, 5)
        store.prune(999, ["aa0", "aa1", "ffff"])
        assert numbers(store) == {0, 1, 4}
        store.prune(100, [f"aa{number}" for number in range(5)])
        assert numbers(store) == {0, 1, 4}

    def test_what_killed_writers_left_goes_like_any_other(self, tmp_path: Path) -> None:
        store = filled(tmp_path, 3)
        left = tmp_path / "aa/.arriving-1"
        left.write_bytes(bytes(500))
        os.utime(left, (0, 0))
        store.prune(999)
        assert not left.exists()
        assert numbers(store) == {0, 1, 2}

    def test_a_value_that_another_process_removes_meanwhile_is_gone(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Two builds of other explainers may share a store."""
        store, status = filled(tmp_path, 5), Path.stat

        def removed_before(self: Path, **more: bool) -> os.stat_result:
            if self.name == "1":
                self.unlink(missing_ok=True)
            return status(self, **more)

        monkeypatch.setattr(Path, "stat", removed_before)
        store.prune(100)
        assert numbers(store) == set()


def test_a_note_is_read_as_it_was_written_and_half_of_one_not_at_all(tmp_path: Path) -> None:
    note = tmp_path / "notes" / "one"
    assert read_note(note) is None
    write_note(note, {"a": [1, b"2"]})
    assert read_note(note) == {"a": [1, b"2"]}
    for content in (b"", note.read_bytes()[:-1], b"\xff\xff"):
        note.write_bytes(content)
        assert read_note(note) is None
    assert [path.name for path in note.parent.iterdir()] == ["one"]
