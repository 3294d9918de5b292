"""Revisions of an explainer to compare: a folder, the working tree, or a git revision of it."""

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

WORKING = "the working tree"


class NoSuchRevisionError(ValueError):
    """There is no such folder or revision; the message says why."""


@contextmanager
def revision_folder(root: Path, name: str) -> Iterator[Path]:
    """Give the folder of an explainer in that state: ``name`` is a folder, a revision, or "" for ``root``.

    A revision is laid out in a folder of its own, its content/ and mkdocs.yml alone, for as long as
    the block lasts. Raises NoSuchRevisionError.
    """
    if not name:
        yield root
    elif (Path(name) / "content").is_dir():
        yield Path(name)
    else:
        with TemporaryDirectory(prefix="explainer-") as folder:
            _lay_out(root, name, Path(folder))
            yield Path(folder)


def _lay_out(root: Path, revision: str, folder: Path) -> None:
    """Write what git has of the explainer at ``root`` in a revision into ``folder``."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise NoSuchRevisionError(
            f"`{revision}` is neither a folder with content/ in it nor a revision that git has of {root}"
        )
    name = commit.decode().strip()
    kept = [
        path
        for path in ("content", "mkdocs.yml")
        if _git(root, "cat-file", "-e", f"{name}:./{path}") is not None
    ]
    packed = _git(root, "archive", "--format=tar", name, "--", *kept) if "content" in kept else None
    if packed is None:
        raise NoSuchRevisionError(f"in the revision `{revision}` {root} has no content/")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


def _git(root: Path, *words: str) -> bytes | None:
    """Say what git prints; nothing when it fails, or is not there."""
    try:
        done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
