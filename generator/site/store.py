"""A store of what is expensive to make, by the hash of all that it was made from; safe to delete."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

_DIGEST = 32  # bytes, before the value
_ARRIVING = ".arriving-"  # of a writer that was killed; it goes like any other


class Store:
    """Values by key in a folder, a file each; the longest unused go once they are too many bytes.

    A value is there whole or not at all. A damaged one counts as missing. Keys are hex digests.
    """

    def __init__(self, folder: Path, limit_bytes: int) -> None:
        """Open a store; its folder is made with its first value."""
        self._folder, self._limit = folder, limit_bytes
        self._size: int | None = None  # not known before the first value is put

    def get(self, key: str) -> bytes | None:
        """Give a value, None where there is none that is whole."""
        path = self._path(key)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        digest, value = content[:_DIGEST], content[_DIGEST:]
        if hashlib.sha256(value).digest() != digest:
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
            self._make_room(_DIGEST + len(value))

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]

    def _make_room(self, added: int) -> None:
        """Remove what was used longest ago, down to four fifths of the limit, once that is passed."""
        if self._size is not None and self._size + added <= self._limit:
            self._size += added
            return
        kept = sorted((path.stat().st_mtime_ns, str(path)) for path in self._folder.glob("??/*"))
        sizes = {name: Path(name).stat().st_size for _, name in kept}
        self._size = sum(sizes.values())
        room = self._limit if self._size <= self._limit else self._limit * 4 // 5
        for _, name in kept:
            if self._size <= room:
                break
            Path(name).unlink(missing_ok=True)
            self._size -= sizes[name]
