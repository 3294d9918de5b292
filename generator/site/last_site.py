"""A site being made, beside the last one: what is the same stays where it lies, all else is written anew.

A file stays when it was made from the same (its key), and nobody touched it since: its size, its number
and the time of its last change are those that the last build saw.
"""

import errno
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from generator.site.files import SiteError, files, move
from generator.site.manifest import NAME, FileEntry, file_entry
from generator.store import read_note, write_note

# What systems say that link no files here, or no more: EINVAL is what Windows says of FAT.
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.EXDEV, errno.ENOSYS, errno.EINVAL}
_Seen: TypeAlias = tuple[int, int, int]  # size, number of the file, nanoseconds of its last change
MadeFiles: TypeAlias = tuple[dict[str, str], dict[str, FileEntry], set[str]]


@dataclass(frozen=True, slots=True)
class SiteChanges:
    """What makes the last site the new one. Paths are below the site, sorted: those written, those to go."""

    written: tuple[str, ...]
    stale: tuple[str, ...]


@dataclass(slots=True)
class SiteFiles:
    """The files of a site: those written into ``folder``, and those that stay in ``last``, the site in place.

    ``record`` is the file that says what is known of the last one; without it all is written. ``before`` is
    the last one where this process has made it.
    """

    folder: Path
    last: Path
    record: Path
    before: "SiteFiles | None" = None
    _known: dict[str, tuple[str, FileEntry, _Seen]] = field(default_factory=dict)
    _keys: dict[str, str] = field(default_factory=dict)
    _entries: dict[str, FileEntry] = field(default_factory=dict)
    _kept: set[str] = field(default_factory=set)
    _names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read what is known of the last site; nothing where that cannot be read."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.before:
            self._known, self.before = {**self.before._known, **self.before._told()}, None
            return
        try:
            told = read_note(self.record)
            self._known = {
                below: (key, FileEntry(sha256=sha, bytes=seen[0]), tuple(seen))
                for below, (key, sha, seen) in told.items()
            }
        except (ValueError, TypeError, AttributeError, IndexError):
            self._known = {}

    def take(self, below: str, key: str) -> bool:
        """Let a file stay if it was made from the same; say whether it does.

        Where not, it is to be written; it counts as made from this key. Raises SiteError where another
        file of this site has the name already, or one that differs in capitals alone.
        """
        self._claim(below)
        self._keys[below] = key
        if not self.is_same(below, key):
            return False
        self._kept.add(below)
        self._entries[below] = self._known[below][1]
        return True

    def _claim(self, below: str) -> None:
        other = self._names.setdefault(below.casefold(), below)
        if other != below or below in self._keys:
            raise SiteError(f"two files of the site would be {below}; rename that of theme/ or docs/")

    def put(self, below: str, content: bytes) -> None:
        """Write a file, if it is not there already."""
        digest = sha256(content).hexdigest()
        if not self.take(below, digest):
            self.write(below, content)

    def write(self, below: str, content: bytes) -> None:
        """Write a file that does not stay."""
        path = self.folder / below
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)  # it may be one file with another
        path.write_bytes(content)
        self._entries[below] = FileEntry(sha256=sha256(content).hexdigest(), bytes=len(content))

    def share(self, below: str, other: str) -> None:
        """Let a file be the same as one that was put or taken before; a copy where links are unknown."""
        entry = self._entries[other]
        if self.take(below, entry["sha256"]):
            return
        target = self.folder / below
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        try:
            target.hardlink_to(self._path(other))
        except (OSError, NotImplementedError) as error:
            if isinstance(error, OSError) and error.errno not in _NO_LINKS:
                raise
            target.write_bytes(self._path(other).read_bytes())
        self._entries[below] = entry

    def part(self) -> "SiteFiles":
        """Give the same site with nothing made yet, for somebody who makes a part of it elsewhere."""
        part = SiteFiles(self.folder, self.last, self.record / "none")
        part._known = self._known
        return part

    def made(self) -> MadeFiles:
        """Give what was made of a part, for ``add``."""
        return self._keys, self._entries, self._kept

    def add(self, made: MadeFiles) -> None:
        """Take note of what was made of a part."""
        keys, entries, kept = made
        self._keys.update(keys)
        self._entries.update(entries)
        self._kept.update(kept)

    def read(self, below: str) -> bytes:
        """Give the content of a file of the new site."""
        return self._path(below).read_bytes()

    def _path(self, below: str) -> Path:
        return (self.last if below in self._kept else self.folder) / below

    def entries(self) -> dict[str, FileEntry]:
        """Give the SHA-256 and size of each file of the new site but the manifest."""
        numbers: dict[int, FileEntry] = {}
        for below, path in files(self.folder):
            if below != NAME and below not in self._entries:
                number = path.stat().st_ino
                if number not in numbers:
                    numbers[number] = file_entry(path)
                self._entries[below] = numbers[number]
        return {below: self._entries[below] for below in sorted(self._entries)}

    def changes(self) -> SiteChanges | None:
        """Say what makes the last site the new one; ``None`` where nothing of it stays."""
        if not self._kept:
            return None
        written = [below for below, _ in files(self.folder)]
        stale = set(self._in_place()) - self._kept - set(written)
        return SiteChanges(tuple(sorted(written)), tuple(sorted(stale)))

    def _in_place(self) -> Iterator[str]:
        return (below for below, _ in files(self.last))

    def save(self) -> None:
        """Write down what is known of the new site, which now lies in the place of the last."""
        self._kept.update(self._keys)
        told = {below: [key, entry["sha256"], seen] for below, (key, entry, seen) in self._told().items()}
        write_note(self.record, told)

    def _told(self) -> dict[str, tuple[str, FileEntry, _Seen]]:
        told = {}
        for below, key in self._keys.items():
            seen = _seen(self.last / below)
            if seen and below in self._kept and below in self._entries:
                told[below] = key, self._entries[below], seen
        return told

    def show(self, below: str, key: str, content: bytes) -> None:
        """Put a file into the last site before all others; if it is made from the same later, it stays."""
        self.write(below, content)
        move(self.folder / below, self.last / below)
        seen, entry = _seen(self.last / below), self._entries.pop(below)
        if seen:
            self._known[below] = key, entry, seen

    def is_same(self, below: str, key: str) -> bool:
        """Say whether the last site has a file that was made from the same."""
        known = self._known.get(below)
        return known is not None and known[0] == key and _seen(self.last / below) == known[2]

    def place(self) -> list[str]:
        """Put all that was written so far into the last site; give those files whose bytes are others now."""
        changed = []
        for below, path in [*files(self.folder)]:
            entry = self._entries.get(below) or file_entry(path)
            with suppress(OSError):  # a folder may be in the way, until all is put in place
                move(path, self.last / below)
                self._kept.add(below)
                self._entries[below] = entry
                self._keys.setdefault(below, entry["sha256"])
                if below not in self._known or self._known[below][1] != entry:
                    changed.append(below)
        return changed


def _seen(path: Path) -> _Seen | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_size, status.st_ino, status.st_mtime_ns
