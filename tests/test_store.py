"""The store: a value is there whole or not at all, and what was unused longest goes first."""

import os
from pathlib import Path

import pytest

from generator.store import Store, read_note, write_note


def test_what_is_put_is_there_for_whoever_opens_the_folder(tmp_path: Path) -> None:
    Store(tmp_path).put("aa1", b"value")
    assert Store(tmp_path).has("aa1")
    assert Store(tmp_path).get("aa1") == b"value"
    assert Store(tmp_path).get("aa2") is None


def test_the_longest_unused_goes_but_for_what_is_in_use(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(5):
        store.put(f"aa{number}", bytes(200))
        os.utime(tmp_path / "aa" / str(number), (number, number))
    store.get("aa0")  # and so it was used last
    store.prune(1000, ["aa1"])
    assert [store.has(f"aa{number}") for number in range(5)] == [True, True, False, False, True]


def test_a_store_within_its_limit_stays(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("aa1", bytes(200))
    store.prune(1000)
    Store(tmp_path / "none").prune(10)
    assert store.has("aa1")


@pytest.mark.parametrize("content", [b"", b"half", bytes(64)])
def test_what_is_damaged_counts_as_missing(tmp_path: Path, content: bytes) -> None:
    store = Store(tmp_path)
    store.put("aa1", b"whole")
    (tmp_path / "aa" / "1").write_bytes(content)
    assert store.get("aa1") is None
    store.put("aa1", b"whole")
    assert store.get("aa1") == b"whole"
    assert [path.name for path in (tmp_path / "aa").iterdir()] == ["1"]


def test_a_folder_that_cannot_be_written_keeps_nothing_and_fails_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = Store(tmp_path / "file" / "store")
    store.put("aa1", b"value")
    assert store.get("aa1") is None


def test_a_note_is_read_as_it_was_written_and_half_of_one_not_at_all(tmp_path: Path) -> None:
    note = tmp_path / "notes" / "one"
    assert read_note(note) is None
    write_note(note, {"a": [1, b"2"]})
    assert read_note(note) == {"a": [1, b"2"]}
    for content in (b"", note.read_bytes()[:-1], b"\xff\xff"):
        note.write_bytes(content)
        assert read_note(note) is None
    assert [path.name for path in note.parent.iterdir()] == ["one"]
