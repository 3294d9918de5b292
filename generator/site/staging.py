"""The folder of one build: made, handed out, removed; leftovers of crashed builds swept."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.site.lock import alone, workshop
from generator.site.swap import put_back, unfinished

_PREFIX = "build-"


@contextmanager
def staged(root: Path, waiting: Callable[[], None]) -> Iterator[Path]:
    """Give a new empty folder inside the explainer, so on its file system, held alone.

    It is removed at the end, whatever happened. The folder's name is random, so that a builder
    that outlived its crashed parent cannot write into this build; it shows in no output.
    """
    with alone(root, waiting):
        sweep(root)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=workshop(root).resolve()))
        try:
            yield folder
        finally:
            if not unfinished(folder):
                shutil.rmtree(folder, ignore_errors=True)


def sweep(root: Path) -> None:
    """Put back what crashed builds left half done, and remove their folders. Needs the lock."""
    for folder in sorted(workshop(root).glob(f"{_PREFIX}*")):
        put_back(folder)
        # An orphaned builder may still write here; what stays now is removed next time.
        shutil.rmtree(folder, ignore_errors=True)
