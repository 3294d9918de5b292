"""Work side by side: the same as one after the other, and no process outlives the one that began it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from generator.executors import Executor, Here, Processes, each, local, working

# Begins to work, says who does, and is gone before it could tell them.
KILLED = """
import os, signal, time
from multiprocessing import active_children
from generator.executors import Processes

def work(job, piece):
    time.sleep(600)

if __name__ == "__main__":
    executor = Processes(2)
    job = executor.share(None)
    for piece in range(4):
        executor.submit(work, job, piece)
    print(*(child.pid for child in active_children()), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
REPOSITORY = Path(__file__).parent.parent
PATIENCE = 30  # seconds


def _is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_killed_build_leaves_no_worker_behind(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED, "utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        timeout=60 + PATIENCE,  # whoever is left holds the pipe open
        check=False,
    )
    pids = [int(pid) for pid in done.stdout.split()]
    assert done.returncode == -9 and pids
    for _ in range(PATIENCE * 10):
        if not any(map(_is_running, pids)):
            return
        time.sleep(0.1)
    raise AssertionError(f"still running after {PATIENCE} seconds: {[*filter(_is_running, pids)]}")


def times(job: int, piece: int) -> int:
    return job * piece


def broken(job: int, piece: int) -> int:
    if piece == job:
        raise ValueError("this piece cannot be done")
    return piece


@contextmanager
def another_thread() -> Iterator[None]:
    """With more than one thread a fork might hang, so that processes begin from nothing."""
    done = Event()
    thread = Thread(target=done.wait)
    thread.start()
    yield
    done.set()
    thread.join()


@pytest.mark.parametrize("executor", [Here(), Processes(2), Processes(3)], ids=repr)
def test_results_come_in_the_order_of_the_pieces_whoever_works(executor: Executor) -> None:
    with working(executor):
        first = executor.share(3)
        assert list(each(executor, times, first, range(20))) == [3 * piece for piece in range(20)]
        second = executor.share(5)
        assert list(each(executor, times, second, [4, 2])) == [20, 10]
        assert list(each(executor, times, first, [7])) == [21]


def test_a_program_with_threads_works_as_well() -> None:
    with another_thread(), working(Processes(2)) as executor:
        assert list(each(executor, times, executor.share(2), [1, 2, 3])) == [2, 4, 6]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_piece_raises_comes_to_whoever_waits_for_it(jobs: int) -> None:
    with pytest.raises(ValueError, match="cannot be done"), working(local(jobs)) as executor:
        list(each(executor, broken, executor.share(2), range(4)))
