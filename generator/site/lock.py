"""One build of an explainer at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

_IGNORED = "*\n"  # the workshop ignores itself, so that no explainer needs a line for it


def workshop(root: Path) -> Path:
    """Give the explainer's folder for work under way, ``.explainer``; made when missing."""
    folder = root / ".explainer"
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text(_IGNORED)
    return folder


@contextmanager
def alone(root: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the explainer's lock. Calls ``waiting`` once when another build holds it, and waits.

    The system frees the lock of a build that crashed; the file itself stays.
    """
    lock = FileLock(workshop(root) / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire(poll_interval=0.2)
    try:
        yield
    finally:
        lock.release()
