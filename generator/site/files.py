"""Files: trees walked in one order on every machine, hashed, moved; what goes wrong outside the facts."""

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path


def files(root: Path) -> Iterator[tuple[str, Path]]:
    """Every file under ``root`` as (its path below root with ``/``, its path), in sorted order.

    Raises SiteError at a link, or anything else that is neither file nor folder: what stands
    behind it may change, or lie outside, without anybody touching this tree.
    """
    for entry in sorted(os.scandir(root), key=lambda entry: entry.name):
        kind = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISDIR(kind):
            for below, path in files(Path(entry.path)):
                yield f"{entry.name}/{below}", path
        elif stat.S_ISREG(kind):
            yield entry.name, Path(entry.path)
        else:
            sort = "a symbolic link" if stat.S_ISLNK(kind) else "neither a file nor a folder"
            raise SiteError(f"{entry.path} is {sort}; put the file itself there, or take it out")


def state(path: Path) -> tuple[int, ...]:
    """Say what tells a file from the one that was there before: its time, size and number."""
    status = path.stat()
    return status.st_mtime_ns, status.st_size, status.st_ino


def digest(path: Path) -> str:
    """Give the SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def remove_empty_folders(folder: Path, root: Path) -> None:
    """Remove ``folder`` and then its parents, as far as they are empty and below ``root``."""
    while folder != root and root in folder.parents and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def move(source: Path, target: Path) -> None:
    """Move a file or a folder. A file takes the place of another; a folder's place must be free.

    Between two file systems it is copied beside its place first, so that the last step is still
    one rename.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        source.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = target.with_name(f".{target.name}.arriving")
        remove(beside)
        shutil.copytree(source, beside) if source.is_dir() else shutil.copyfile(source, beside)
        beside.replace(target)
        remove(source)


def remove(path: Path) -> None:
    """Remove a file or a folder with everything in it, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


class SiteError(Exception):
    """A site could not be built, kept or checked; the message is for the editor, whole and alone."""
