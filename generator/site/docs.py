"""docs/: which generated files have to change, and writing those alone."""

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.site.files import SiteError, files, move, remove_empty_folders, state

_OPENING = 1024  # bytes; the mark stands in the first lines of a generated file


@dataclass(frozen=True, slots=True)
class DocsChanges:
    """What makes docs/ say what the facts say. Paths are relative to docs/, sorted."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    stale: tuple[str, ...]
    same: int

    @property
    def written(self) -> tuple[str, ...]:
        """The files to write: those that are missing and those that differ."""
        return tuple(sorted(self.new + self.changed))

    def __bool__(self) -> bool:
        """Whether anything has to change."""
        return bool(self.new or self.changed or self.stale)


def is_generated(path: Path, mark: str) -> bool:
    """Whether a Markdown file opens with the mark, whatever its line ends or a byte order mark."""
    return path.suffix == ".md" and _opens_with_mark(path, mark, state(path))


@lru_cache(maxsize=1 << 14)
def _opens_with_mark(path: Path, mark: str, _: tuple[int, ...]) -> bool:
    with path.open("rb") as stream:
        return has_mark(stream.read(_OPENING).decode("utf-8-sig", errors="replace"), mark)


def has_mark(text: str, mark: str) -> bool:
    """Whether a text opens with the mark."""
    return mark in (line.strip() for line in text[:_OPENING].splitlines()[:4])


def hand_written(docs: Path, mark: str) -> dict[str, Path]:
    """Give the files of docs/ that people keep: every file that is not generated."""
    if not docs.is_dir():
        return {}
    return {below: path for below, path in files(docs) if not is_generated(path, mark)}


def text_hashes(pages: Mapping[str, str]) -> dict[str, bytes]:
    """Give the SHA-256 of each page's file: path below docs/ -> whole text."""
    return {below: hashlib.sha256(text.encode()).digest() for below, text in pages.items()}


def plan_changes(docs: Path, pages: Mapping[str, bytes], mark: str) -> DocsChanges:
    """Compare docs/ with the pages (path below docs/ -> SHA-256 of its file) and say what to change.

    Raises SiteError where a hand-written file stands in the place of a generated one, or has its address.
    """
    _require_free(docs, pages, mark)
    new, changed, same = [], [], 0
    for below, text_hash in sorted(pages.items()):
        path = docs / below
        if not path.exists():
            new.append(below)
        elif path.is_file() and _text_hash(path) == text_hash:
            same += 1
        elif path.is_file() and is_generated(path, mark):
            changed.append(below)
        else:
            raise SiteError(
                f"{path} is not a generated file, but a generated page wants its place; rename it"
            )
    return DocsChanges(tuple(new), tuple(changed), tuple(_stale(docs, pages, mark)), same)


def _text_hash(path: Path) -> bytes:
    """Hash a file as if its lines ended as ours do: a checkout for Windows may have ended them otherwise."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).digest()


def _require_free(docs: Path, pages: Mapping[str, bytes], mark: str) -> None:
    """Refuse a hand-written file that a builder, or a file system, takes for one with a generated page."""
    wanted = {_published(below): below for below in pages}
    for below, path in hand_written(docs, mark).items():
        page = wanted.get(_published(below))
        if page and page != below:
            raise SiteError(f"{path} has the same address as the generated page {page}; rename it")


def _published(below: str) -> str:
    """Give the file of a site that a file of docs/ becomes, without regard to case."""
    folder, slash, name = below.rpartition("/")
    stem, _, ending = name.rpartition(".")
    if ending != "md":
        return below.casefold()
    stem = "" if stem in ("index", "README") else f"{stem}/"
    return f"{folder}{slash}{stem}index.html".casefold()


def _stale(docs: Path, pages: Mapping[str, bytes], mark: str) -> list[str]:
    if not docs.is_dir():
        return []
    return [below for below, path in files(docs) if below not in pages and is_generated(path, mark)]


def apply_changes(changes: DocsChanges, docs: Path, staged: Path) -> None:
    """Move the files that the plan names from ``staged`` into ``docs``; remove the stale ones.

    Each file is replaced in one step, so that nobody ever reads half of one.
    """
    for below in changes.written:
        move(staged / below, docs / below)
    for below in changes.stale:
        path = docs / below
        path.unlink(missing_ok=True)
        remove_empty_folders(path.parent, docs)


def stage_docs(kept: Mapping[str, Path], pages: Mapping[str, str], target: Path) -> None:
    """Lay out a docs folder for a builder: copies of the hand-written files, and the pages."""
    for below, path in kept.items():
        copy = target / below
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    stage_pages(pages, target)


def stage_pages(pages: Mapping[str, str], target: Path) -> None:
    """Write pages (path -> text) below a folder."""
    for below, text in pages.items():
        page = target / below
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(text.encode())
