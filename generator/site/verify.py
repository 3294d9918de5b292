"""Every byte of a site against its manifest."""

from dataclasses import dataclass
from pathlib import Path

from generator.site.manifest import NAME, read
from generator.site.trees import digest, files


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
