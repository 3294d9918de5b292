"""A store of what is expensive to make, by the hash of all that it was made from; safe to delete."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import cbor2

_DIGEST = 32  # bytes, before the value
_ARRIVING = ".arriving-"  # of a writer that was killed; it goes like any other


class Store:
    """Values by key in a folder, a file each. A value is there whole or not at all.

    A damaged one counts as missing. Keys are hex digests. Several processes may use the same folder.
    """

    def __init__(self, folder: Path) -> None:
        """Open a store; its folder is made with its first value."""
        self._folder = folder

    def has(self, key: str) -> bool:
        """Say whether there is a value; it may still be damaged."""
        return self._path(key).is_file()

    def get(self, key: str) -> bytes | None:
        """Give a value, None where there is none that is whole."""
        path = self._path(key)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        value = content[_DIGEST:]
        if hashlib.sha256(value).digest() != content[:_DIGEST]:
            return None
        with suppress(OSError):
            os.utime(path)
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep a value. A full disk is no reason to fail: it is made again next time."""
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=_ARRIVING)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(hashlib.sha256(value).digest() + value)
                Path(name).replace(path)
            finally:
                Path(name).unlink(missing_ok=True)

    def prune(self, limit: int, spared: Iterable[str] = ()) -> None:
        """Remove what was used longest ago, down to four fifths of a limit in bytes, once that is passed.

        What is ``spared`` is in use.
        """
        kept = {}
        for path in self._folder.glob("??/*"):
            with suppress(OSError):  # another process may have removed it
                kept[path] = path.stat()
        size = sum(status.st_size for status in kept.values())
        if size <= limit:
            return
        used = {self._path(key) for key in spared}
        for path, status in sorted(kept.items(), key=lambda one: (one[1].st_mtime_ns, str(one[0]))):
            if size <= limit * 4 // 5:
                break
            if path not in used:
                path.unlink(missing_ok=True)
                size -= status.st_size

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]


def read_note(path: Path) -> Any:
    """Read what an earlier build wrote down in a file; ``None`` where there is none, or half of one."""
    try:
        return cbor2.loads(path.read_bytes())
    except (OSError, ValueError, EOFError, cbor2.CBORError):
        return None


def write_note(path: Path, told: Any) -> None:
    """Write something down for the next build: plain data, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.new")
    aside.write_bytes(cbor2.dumps(told))
    aside.replace(path)
