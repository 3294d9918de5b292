"""manifest.json: what a site consists of, so that anybody can check a copy of it, offline."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.site.failure import SiteError
from generator.site.trees import digest, files

NAME = "manifest.json"
FORMAT = "explainer-manifest/1"


@dataclass(frozen=True, slots=True)
class Edition:
    """What a manifest says of the site as a whole: title, known day, hashes of the facts.

    ``content`` holds the SHA-256 of each content file by its path, ``content/x.yml``.
    """

    title: str
    known: date
    content: Mapping[str, str]


def write(site: Path, edition: Edition) -> None:
    """Write the manifest of a finished site into it. Keys are sorted; the same site, the same bytes."""
    manifest = {
        "format": FORMAT,
        "title": edition.title,
        "known": edition.known.isoformat(),
        "content": dict(edition.content),
        "files": _entries(site),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (site / NAME).write_bytes(f"{text}\n".encode())


def _entries(site: Path) -> dict[str, dict[str, Any]]:
    """The hash and size of each file but the manifest; one that is stored once is hashed once."""
    hashed: dict[int, dict[str, Any]] = {}
    entries = {}
    for below, path in files(site):
        if below != NAME:
            found = path.stat()
            if found.st_ino not in hashed:
                hashed[found.st_ino] = {"sha256": digest(path), "bytes": found.st_size}
            entries[below] = hashed[found.st_ino]
    return entries


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
