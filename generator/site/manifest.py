"""manifest.json: what a site consists of, so that anybody can verify a copy of it, offline."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypedDict

from generator.site.files import SiteError, digest, files

NAME = "manifest.json"
FORMAT = "explainer-manifest/1"


@dataclass(frozen=True, slots=True)
class ManifestHead:
    """What a manifest says of the site as a whole: title, known day, hashes of the facts.

    ``content`` holds the SHA-256 of each content file by its path, ``content/x.yml``.
    """

    title: str
    known: date
    content: Mapping[str, str]


class FileEntry(TypedDict):
    """What a manifest says of a file: SHA-256 in hex, and size in bytes."""

    sha256: str
    bytes: int


def file_entry(path: Path) -> FileEntry:
    """Give the hash and size of a file."""
    return FileEntry(sha256=digest(path), bytes=path.stat().st_size)


def write(site: Path, edition: ManifestHead, entries: Mapping[str, FileEntry]) -> None:
    """Write the manifest of a finished site into it. Keys are sorted; the same site, the same bytes."""
    manifest = {
        "format": FORMAT,
        "title": edition.title,
        "known": edition.known.isoformat(),
        "content": dict(edition.content),
        "files": entries,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (site / NAME).write_bytes(f"{text}\n".encode())


def read(site: Path) -> dict[str, Any]:
    """Read the manifest of a site. Raises SiteError when there is none, or it is not one."""
    path = site / NAME
    if path.is_symlink() or not path.is_file():
        raise SiteError(f"{path} is missing: {site} is not a site that `explainer build` made")
    try:
        manifest = json.loads(path.read_bytes())
    except ValueError as error:
        raise SiteError(f"{path} cannot be read: {error}") from None
    if (
        isinstance(manifest, dict)
        and manifest.get("format") == FORMAT
        and isinstance(manifest.get("files"), dict)
    ):
        return manifest
    raise SiteError(f"{path} is not a manifest of the form {FORMAT}")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a site differs from its manifest: paths below the site, sorted.

    ``seal`` is the SHA-256 of the manifest itself: who publishes it elsewhere too lets readers
    check that manifest and site were not changed together.
    """

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    matching: int
    seal: str

    @property
    def good(self) -> bool:
        """Whether the site is, byte for byte, what its manifest says."""
        return not (self.changed or self.missing or self.extra)


def verify(site: Path) -> Verdict:
    """Compare a site with its manifest. Raises SiteError without a manifest, and at links."""
    expected = read(site)["files"]
    found = {below: path for below, path in files(site) if below != NAME}
    changed = [
        below for below in sorted(found.keys() & expected.keys()) if not _same(found[below], expected[below])
    ]
    return Verdict(
        changed=tuple(changed),
        missing=tuple(sorted(expected.keys() - found.keys())),
        extra=tuple(sorted(found.keys() - expected.keys())),
        matching=len(found.keys() & expected.keys()) - len(changed),
        seal=digest(site / NAME),
    )


def _same(path: Path, entry: object) -> bool:
    if not isinstance(entry, dict) or path.stat().st_size != entry.get("bytes"):
        return False
    return digest(path) == entry.get("sha256")
