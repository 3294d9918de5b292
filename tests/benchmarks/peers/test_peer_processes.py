"""Time and memory are those of all processes, and nothing that was started is left behind."""

import sys
import time
from pathlib import Path

import psutil
import pytest

from benchmarks.peers.processes import Cost, ProgramError, Surroundings, measured, memory_of_tree, running

MB = 1_000_000
CHILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"
WORK = "import time\nend = time.process_time() + 0.3\nwhile time.process_time() < end: pass"
HOLD = "import time; held = bytearray(b'1') * 60_000_000; time.sleep(60)"


def python(code: str, *words: str) -> list[str]:
    return [sys.executable, "-c", code, *words]


@pytest.fixture
def here(tmp_path: Path) -> Surroundings:
    return Surroundings(tmp_path, {})


def test_the_processors_time_of_children_counts(here: Surroundings) -> None:
    cost = measured([python(CHILD, WORK)], here, 60)
    assert cost.cpu >= 0.3
    assert cost.wall >= 0.3


def test_the_memory_of_all_processes_is_added_up(here: Surroundings) -> None:
    both = f"# {here.folder}\nmine = bytearray(b'1') * 60_000_000; {CHILD}"
    end = time.monotonic() + 60
    with running(python(both, HOLD), here):
        while sum(map(memory_of_tree, mentioning(here.folder))) < 120 * MB:
            assert time.monotonic() < end


def test_the_memory_of_a_run_is_that_at_its_highest(here: Surroundings) -> None:
    assert measured([python("held = bytearray(b'1') * 60_000_000; del held")], here, 60).memory > 60 * MB


def test_steps_add_up_and_the_highest_memory_counts() -> None:
    assert Cost(1, 2, 30) + Cost(4, 5, 20) == Cost(5, 7, 30)


def test_a_program_that_fails_says_why(here: Surroundings) -> None:
    with pytest.raises(ProgramError, match=r"exit 3 after 0 s: no facts$"):
        measured([python("print('no facts'); raise SystemExit(3)")], here, 60)


def test_a_program_that_takes_too_long_is_ended_with_its_children(here: Surroundings) -> None:
    with pytest.raises(ProgramError, match="exit -9"):
        measured([python(CHILD, f"# {here.folder}\nimport time; time.sleep(60)")], here, 1)
    assert ended(here.folder)


def test_a_preview_is_ended_with_its_block(here: Surroundings) -> None:
    with running(python(f"# {here.folder}\nimport time; time.sleep(60)"), here):
        assert mentioning(here.folder)
    assert ended(here.folder)


def test_a_preview_that_never_gets_ready_says_what_it_said(here: Surroundings) -> None:
    code = "import time; print('port is taken', flush=True); time.sleep(60)"
    said = pytest.raises(ProgramError, match="no page within 5 s; it said: port is taken")
    with said, running(python(code), here):
        time.sleep(1)
        raise TimeoutError("no page within 5 s")


def ended(folder: Path) -> bool:
    """Whether the processes whose command holds the name of a folder end; what is killed takes a moment."""
    end = time.monotonic() + 20
    while mentioning(folder) and time.monotonic() < end:
        time.sleep(0.02)
    return not mentioning(folder)


def mentioning(folder: Path) -> list[int]:
    """Processes whose command holds the name of a folder."""
    found = psutil.process_iter(["cmdline"])
    return [one.pid for one in found if any(str(folder) in word for word in one.info["cmdline"] or [])]
