"""One build at a time."""

import threading
from pathlib import Path

from generator.site.lock import build_lock, cache_folder

PATIENCE = 60  # seconds


def nothing_to_wait_for() -> None:
    raise AssertionError("nobody else builds")


def test_the_second_says_that_it_waits_and_then_comes_in(tmp_path: Path) -> None:
    told, order = threading.Event(), []

    def second() -> None:
        with build_lock(tmp_path, told.set):
            order.append("second")

    other = threading.Thread(target=second)
    with build_lock(tmp_path, nothing_to_wait_for):
        other.start()
        assert told.wait(PATIENCE)
        order.append("first")
    other.join(PATIENCE)
    assert order == ["first", "second"]


def test_a_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    try:
        with build_lock(tmp_path, nothing_to_wait_for):
            raise RuntimeError
    except RuntimeError:
        pass
    with build_lock(tmp_path, nothing_to_wait_for):
        pass


def test_the_folder_for_work_under_way_stays_out_of_git(tmp_path: Path) -> None:
    assert (cache_folder(tmp_path) / ".gitignore").read_text() == "*\n"
