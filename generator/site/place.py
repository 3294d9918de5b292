"""Where a site may go: never over something that no build made."""

import json
from pathlib import Path

from generator.site.failure import SiteError
from generator.site.manifest import FORMAT, NAME

_EDITED = ("content", "docs", "theme")


def free_place(site: Path, root: Path) -> Path:
    """Give the real folder of ``site`` when a build may replace what is there.

    Raises SiteError for a folder that holds anything but an earlier site, and for one that is,
    holds or lies in what editors write.
    """
    place, explainer = site.resolve(), root.resolve()
    edited = [explainer / name for name in _EDITED]
    if place == explainer or place in explainer.parents or any(_within(place, folder) for folder in edited):
        raise SiteError(f"{site} is a folder that people edit; build somewhere else with --out")
    if place.exists() and not place.is_dir():
        raise SiteError(f"{site} is a file; build somewhere else with --out")
    if place.is_dir() and any(place.iterdir()) and not _is_site(place):
        raise SiteError(
            f"{site} holds files that no build made; empty it, or build somewhere else with --out"
        )
    return place


def _within(place: Path, folder: Path) -> bool:
    return place == folder or folder in place.parents


def _is_site(place: Path) -> bool:
    """Whether it is a site of ours, or one that `mkdocs build` wrote."""
    if (place / "404.html").is_file() and (place / "sitemap.xml").is_file():
        return True
    try:
        manifest = json.loads((place / NAME).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(manifest, dict) and manifest.get("format") == FORMAT
