"""The last site, as far as it is of use for the next: what is the same is linked, not written again.

A file is taken over when it was made from the same (its key), and nobody touched it since: its size,
its number and the time of its last change are those that the last build saw.
"""

from dataclasses import dataclass, field
from pathlib import Path

import cbor2

from generator.site.manifest import FileEntry, file_entries

_Seen = tuple[int, int, int]  # size, number of the file, nanoseconds of its last change


@dataclass(slots=True)
class SiteFiles:
    """The files of a site being made in ``folder``, with what the last one, in ``last``, has of them.

    ``record`` is the file that says what is known of the last one.
    """

    folder: Path
    last: Path
    record: Path
    _known: dict[str, tuple[str, str, _Seen]] = field(default_factory=dict)
    _keys: dict[str, str] = field(default_factory=dict)
    _hashes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read what is known of the last site; nothing where that cannot be read."""
        try:
            told = cbor2.loads(self.record.read_bytes())
            self._known = {below: (key, sha, tuple(seen)) for below, (key, sha, seen) in told.items()}
        except (OSError, ValueError, TypeError, EOFError, AttributeError):
            self._known = {}

    def take(self, below: str, key: str) -> bool:
        """Take a file over from the last site if it was made from the same; say whether that was done.

        Where not, it is to be written; it counts as made from this key.
        """
        self._keys[below] = key
        known = self._known.get(below)
        old, new = self.last / below, self.folder / below
        if known is None or known[0] != key or _seen(old) != known[2]:
            return False
        new.parent.mkdir(parents=True, exist_ok=True)
        try:
            new.hardlink_to(old)
        except OSError:  # a file system without links
            return False
        self._hashes[below] = known[1]
        return True

    def hashes(self) -> dict[str, FileEntry]:
        """Give the SHA-256 and size of each file of the new site."""
        found = file_entries(self.folder, self._hashes)
        self._hashes = {below: entry["sha256"] for below, entry in found.items()}
        return found

    def save(self, site: Path) -> None:
        """Write down what is known of the new site, which now lies in ``site``."""
        told = {}
        for below, key in self._keys.items():
            seen = _seen(site / below)
            if seen and below in self._hashes:
                told[below] = [key, self._hashes[below], seen]
        self.record.parent.mkdir(parents=True, exist_ok=True)
        aside = self.record.with_suffix(".new")
        aside.write_bytes(cbor2.dumps(told))
        aside.replace(self.record)


def _seen(path: Path) -> _Seen | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_size, status.st_ino, status.st_mtime_ns
