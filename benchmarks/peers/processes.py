"""Programs that are measured: their time, and the memory of all their processes together."""

import contextlib
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Event, Thread, Timer
from typing import IO

import psutil

LEAST_PAUSE = 0.02  # seconds between two looks at the memory
SHARE = 30  # of a processor's time, looks at the memory take one part at most
SHOWN = 800  # characters of what a program said before it failed

Command = Sequence[str | Path]


class ProgramError(Exception):
    """A program failed, took too long, or never got ready; the message ends with what it said."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a program runs: a folder, and settings of its environment beside those of this process."""

    folder: Path
    environment: Mapping[str, str]

    def start(self, command: Command, log: IO[bytes]) -> subprocess.Popen[bytes]:
        """Start a program in a session of its own, which can be ended as a whole."""
        return subprocess.Popen(
            list(map(str, command)),
            cwd=self.folder,
            env={**os.environ, **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds on the clock, seconds of all processors, bytes at the highest."""

    wall: float
    cpu: float
    memory: int

    def __add__(self, other: "Cost") -> "Cost":
        """Add one program after another."""
        return Cost(self.wall + other.wall, self.cpu + other.cpu, max(self.memory, other.memory))

    def as_dict(self) -> dict[str, float]:
        """Give it as JSON holds it."""
        return asdict(self)


def measured(commands: Sequence[Command], place: Surroundings, limit: float) -> Cost:
    """Run programs one after the other. Raises ProgramError where one fails or takes ``limit`` seconds."""
    costs = [_measured(command, place, limit) for command in commands]
    return sum(costs[1:], costs[0])


def _measured(command: Command, place: Surroundings, limit: float) -> Cost:
    with tempfile.TemporaryFile() as log:
        began = time.perf_counter()
        program = place.start(command, log)
        too_long = Timer(limit, _kill, [program.pid])
        too_long.start()
        try:
            with _watched_memory(program.pid) as seen:
                _, status, usage = os.wait4(program.pid, 0)
            wall = time.perf_counter() - began
        finally:
            too_long.cancel()
            _kill(program.pid)  # what it left running, or itself where this process is stopped
        program.returncode = os.waitstatus_to_exitcode(status)
        if program.returncode:
            raise ProgramError(
                f"{_named(command)}: exit {program.returncode} after {wall:.0f} s: {_said(log)}"
            )
    return Cost(wall, usage.ru_utime + usage.ru_stime, max(*seen, usage.ru_maxrss * 1024))


@contextmanager
def _watched_memory(pid: int) -> Iterator[list[int]]:
    """Note the memory of a process and all below it, over and over, while the block lasts."""
    seen, over = [0, 0], Event()

    def watch() -> None:
        pause = LEAST_PAUSE
        while not over.wait(pause):
            began = time.thread_time()
            seen[1] = max(seen[1], memory_of_tree(pid))
            pause = max(LEAST_PAUSE, SHARE * (time.thread_time() - began))

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield seen
    finally:
        over.set()
        watcher.join()


def memory_of_tree(pid: int) -> int:
    """Sum the memory, in bytes, of a process and all below it; what they share counts once.

    That is their proportional set size where the system tells it (Linux), else the resident one.
    """
    total = 0
    with contextlib.suppress(psutil.Error):
        root = psutil.Process(pid)
        for process in (root, *root.children(recursive=True)):
            with contextlib.suppress(psutil.Error):  # it ended meanwhile
                full = process.memory_full_info()
                total += getattr(full, "pss", full.rss)
    return total


@contextmanager
def running(command: Command, place: Surroundings) -> Iterator[None]:
    """Run a program as long as the block lasts. Raises ProgramError where it ends before."""
    with tempfile.TemporaryFile() as log:
        program = place.start(command, log)
        try:
            yield
        except TimeoutError as error:
            raise ProgramError(f"{_named(command)}: {error}; it said: {_said(log)}") from None
        finally:
            program.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(20)
            _kill(program.pid)
            program.wait()


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _named(command: Command) -> str:
    return " ".join(Path(word).name if "/" in str(word) else str(word) for word in command)


def _said(log: IO[bytes]) -> str:
    log.seek(0)
    return log.read().decode(errors="replace").strip()[-SHOWN:]
