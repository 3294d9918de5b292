"""What was published of an explainer before: its generated pages on disk and in git, and its last site."""

import io
import re
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.site.docs import has_mark
from generator.site.files import SiteError
from generator.site.manifest import read

_PAGE = re.compile(r"((?:[^/]+/)*[^/]+)/index\.html")
_EDITION = re.compile(r"at/(\d{4}-\d\d-\d\d)/")
_EXPORT = re.compile(r"(feeds/.+)\.atom|(assets/cards/.+\.png)")
_NAMED = re.compile(r"(?m)^(?:feed|card): ((?:feeds|assets/cards)/\S+)$")
_DAY_LISTED = re.compile(r'<li id="d-(\d{4}-\d\d-\d\d)"')


@dataclass(frozen=True, slots=True)
class PublishedBefore:
    """Pages by their path below docs/, with every text that is known of each; days of editions; exports.

    Of a page that is known by the last site alone there is no text. ``exports`` are the paths below the site
    of feeds, less the ending, and of cards.
    """

    pages: dict[str, tuple[str, ...]]
    days: frozenset[str]
    exports: frozenset[str]

    def __bool__(self) -> bool:
        """Whether anything was published."""
        return bool(self.pages or self.days or self.exports)


def published_before(root: Path, mark: str) -> PublishedBefore:
    """Gather what ``docs/``, the last commit's docs/ and the manifest of ``site/`` say. Never fails."""
    pages: dict[str, list[str]] = {}
    days, exports = set[str](), set[str]()
    for path, text in (*_on_disk(root / "docs"), *_committed(root)):
        if path == "at/index.md":
            days.update(_DAY_LISTED.findall(text))
        if has_mark(text, mark):
            pages.setdefault(path, []).append(text)
            exports.update(_NAMED.findall(text.partition("\n---\n")[0]))
    for below in _in_site(root / "site"):
        if edition := _EDITION.match(below):
            days.add(edition[1])
        elif page := _PAGE.fullmatch(below):
            pages.setdefault(f"{page[1]}.md", [])
        elif export := _EXPORT.fullmatch(below):
            exports.add(export[1] or export[2])
    texts = {path: tuple(each) for path, each in pages.items()}
    return PublishedBefore(texts, frozenset(days), frozenset(exports))


def _on_disk(docs: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(docs.rglob("*.md")) if docs.is_dir() else ():
        if path.is_file() and path.relative_to(docs).parts[0] != "about":
            yield path.relative_to(docs).as_posix(), path.read_text(encoding="utf-8", errors="replace")


def _committed(root: Path) -> Iterator[tuple[str, str]]:
    """Yield those pages of the last commit that are not the same on disk."""
    differing = _git(root, "diff", "--name-only", "--relative", "--no-renames", "-z", "HEAD", "--", "docs")
    if not differing:
        return
    packed = _git(root, "archive", "--format=tar", "HEAD", "--", "docs")
    names = set(differing.decode("utf-8", "replace").split("\0"))
    if packed is None:
        return
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name in names else None
            if file and member.name.endswith(".md"):
                yield member.name.removeprefix("docs/"), file.read().decode("utf-8", "replace")


def _git(root: Path, *words: str) -> bytes | None:
    try:
        done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _in_site(site: Path) -> Iterator[str]:
    try:
        yield from read(site)["files"]
    except (SiteError, OSError):
        return
