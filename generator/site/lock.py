"""One build of an explainer at a time, in a folder of its own; leftovers of crashed builds are swept."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.site.publish import put_back, unfinished

_IGNORED = "*\n"  # the workshop ignores itself, so that no explainer needs a line for it


def cache_folder(root: Path) -> Path:
    """Give the explainer's folder for work under way, ``.explainer``; made when missing."""
    folder = root / ".explainer"
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text(_IGNORED, encoding="utf-8", newline="\n")
    return folder


@contextmanager
def build_lock(root: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the explainer's lock. Calls ``waiting`` once when another build holds it, and waits.

    The system frees the lock of a build that crashed; the file itself stays.
    """
    lock = FileLock(cache_folder(root) / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire(poll_interval=0.2)
    try:
        yield
    finally:
        lock.release()


_PREFIX = "build-"


@contextmanager
def build_folder(root: Path, waiting: Callable[[], None]) -> Iterator[Path]:
    """Give a new empty folder inside the explainer, so on its file system, held alone.

    It is removed at the end, whatever happened. The folder's name is random, so that a builder
    that outlived its crashed parent cannot write into this build; it shows in no output.
    """
    with build_lock(root, waiting):
        sweep(root)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=cache_folder(root).resolve()))
        try:
            yield folder
        finally:
            if not unfinished(folder):
                shutil.rmtree(folder, ignore_errors=True)


def sweep(root: Path) -> None:
    """Put back what crashed builds left half done, and remove their folders. Needs the lock."""
    for folder in sorted(cache_folder(root).glob(f"{_PREFIX}*")):
        put_back(folder)
        # An orphaned builder may still write here; what stays now is removed next time.
        shutil.rmtree(folder, ignore_errors=True)
