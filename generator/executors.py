"""Work done side by side: in this process, or in several of this machine.

What every piece of work needs (facts, templates, shells) is shared once, before the first piece: the
processes of one machine are forks where that is safe, so that they begin with all that is known here.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import active_children, get_all_start_methods, get_context, parent_process
from threading import Thread
from typing import Any, Generic, Protocol, TypeVar

_MASK = getattr(signal, "pthread_sigmask", None)

J = TypeVar("J")
T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Shared(Generic[J]):
    """A ticket for what has been shared with all who work."""

    number: int


class Executor(Protocol):
    """Whoever works. ``workers`` says how many pieces are worked on at a time."""

    workers: int

    def share(self, job: J) -> Shared[J]:
        """Let all who work know something; it can be sent to another process."""

    def submit(self, work: Callable[[J, T], R], job: Shared[J], piece: T) -> Callable[[], R]:
        """Begin a piece of work; what is given back waits for it and gives what it gave, or raises."""

    def do(self, work: Callable[[J, T], R], job: Shared[J], piece: T) -> R:
        """Do a piece of work in this process."""

    def close(self, *, at_once: bool = False) -> None:
        """End, when all pieces are done or ``at_once``."""


def each(executor: Executor, work: Callable[[J, T], R], job: Shared[J], pieces: Sequence[T]) -> Iterator[R]:
    """Do the same for each of several pieces; give what came of them in their order."""
    if len(pieces) == 1:  # not worth another process
        yield executor.do(work, job, pieces[0])
        return
    begun = [executor.submit(work, job, piece) for piece in pieces]
    for wait in begun:
        yield wait()


@contextmanager
def working(executor: Executor) -> Iterator[Executor]:
    """Close an executor at the end, at once where something went wrong or Ctrl-C was pressed."""
    try:
        yield executor
    except BaseException:  # nobody waits for the rest any more
        executor.close(at_once=True)
        raise
    executor.close()


def local(jobs: int = 0) -> Executor:
    """Give an executor of this machine, with so many processes; 0 means one for each core."""
    number = jobs or available_cores()
    return Here() if number == 1 else Processes(number)


def available_cores() -> int:
    """Say how many cores this process may use."""
    allowed: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return (len(allowed(0)) if allowed else os.cpu_count()) or 1


@contextmanager
def beside(executor: Executor, work: Callable[[J], R], job: J) -> Iterator[Callable[[], R]]:
    """Do some work meanwhile, in a fork of this process that ends with the block; give what waits for it.

    Where no fork is safe, or one process is to do all, it is done when it is waited for.
    """
    if executor.workers == 1 or not may_fork():
        yield lambda: work(job)
        return
    with _ignoring_sigint():
        pool = ProcessPoolExecutor(1, get_context("fork"), _begin, ([job],))
        future = pool.submit(_do_all, work)
    try:
        yield future.result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def may_fork() -> bool:
    """Say whether this process may go on as two."""
    # A fork of a program with threads may hang; only Linux's own libraries bear one at all.
    alone = sys.platform == "linux" and threading.active_count() == 1
    return alone and "fork" in get_all_start_methods()


@dataclass(slots=True)
class Here:
    """Works in this process, a piece when it is waited for."""

    workers: int = 1
    _jobs: list[Any] = field(default_factory=list)

    def share(self, job: J) -> Shared[J]:
        """Keep it."""
        self._jobs.append(job)
        return Shared(len(self._jobs) - 1)

    def submit(self, work: Callable[[J, T], R], job: Shared[J], piece: T) -> Callable[[], R]:
        """Put off the work until its result is wanted."""
        return lambda: self.do(work, job, piece)

    def do(self, work: Callable[[J, T], R], job: Shared[J], piece: T) -> R:
        """Do a piece at once."""
        return work(self._jobs[job.number], piece)

    def close(self, *, at_once: bool = False) -> None:
        """Forget what was shared."""
        self._jobs.clear()


@dataclass(slots=True)
class Processes:
    """Works in processes of this machine, which end when this one does, however that happens."""

    workers: int
    _jobs: list[Any] = field(default_factory=list)
    _pool: ProcessPoolExecutor | None = None

    def share(self, job: J) -> Shared[J]:
        """Let those know it that begin from now on; those at work finish and end first."""
        self._end()
        self._jobs.append(job)
        return Shared(len(self._jobs) - 1)

    def submit(self, work: Callable[[J, T], R], job: Shared[J], piece: T) -> Callable[[], R]:
        """Begin a piece in whichever process is free first."""
        future: Future[R]
        with _ignoring_sigint():
            if self._pool is None:
                self._pool = self._begun()
            future = self._pool.submit(_do, work, job.number, piece)
        return future.result

    def do(self, work: Callable[[J, T], R], job: Shared[J], piece: T) -> R:
        """Do a piece in this process."""
        return work(self._jobs[job.number], piece)

    def close(self, *, at_once: bool = False) -> None:
        """End the processes."""
        if at_once:
            if self._pool:
                self._pool.shutdown(wait=False, cancel_futures=True)
            for process in active_children():
                process.kill()  # at work on nothing that outlives it
        self._end()
        self._jobs.clear()

    def _begun(self) -> ProcessPoolExecutor:
        method = get_context("fork" if may_fork() else "spawn")
        return ProcessPoolExecutor(self.workers, method, _begin, (self._jobs,))

    def _end(self) -> None:
        if self._pool:
            self._pool.shutdown(wait=True)
            self._pool = None


_known: list[Any] = []  # what was shared with this process


def _begin(jobs: list[Any]) -> None:
    if _MASK is None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_parent()
    _known[:] = jobs


def _do(work: Callable[[Any, T], R], job: int, piece: T) -> R:
    return work(_known[job], piece)


def _do_all(work: Callable[[Any], R]) -> R:
    return work(_known[0])


@contextmanager
def _ignoring_sigint() -> Iterator[None]:
    """Let Ctrl-C, which a terminal sends to all, not reach the processes that begin meanwhile.

    Where signals cannot be held back (Windows), these ignore it as soon as they have begun.
    """
    if _MASK is None:
        yield
        return
    before = _MASK(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        _MASK(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """End this process when the build that began it ends, however that happens."""
    parent = parent_process()

    def wait() -> None:
        if parent:  # its end closes a pipe, even where nothing could be caught
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()
