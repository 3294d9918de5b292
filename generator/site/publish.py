"""Putting a finished build in place, or leaving everything as it was.

A site never goes over something that no build made. The new docs/ files and the new site come in by
renames. Until the last of them is done, the folder of the build holds what they replace and
``undo.json``, from which everything can be put back: at once after an error or Ctrl-C, by the next
build after a crash.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.site.docs import DocsChanges, apply_changes
from generator.site.files import SiteError, move, remove, remove_empty_folders
from generator.site.last_site import SiteChanges
from generator.site.manifest import FORMAT, NAME

_EDITED = ("content", "docs", "theme")


def checked_output(site: Path, root: Path) -> Path:
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


_JOURNAL = "undo.json"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a build goes: the site's folder, and docs/ with its plan when docs/ is to follow.

    With ``site_changes`` only these files of the site are replaced, else the whole of it.
    """

    site: Path
    docs: Path | None = None
    changes: DocsChanges | None = None
    site_changes: SiteChanges | None = None


def publish(build: Path, target: Destination) -> None:
    """Put ``build/site`` and the planned files of ``build/written`` in place, all or none.

    ``build`` is the folder of this build; the old site stays in it, to be removed with it.
    Raises whatever stopped it, after putting everything back.
    """
    try:
        _keep(build, target)
        if target.docs and target.changes:
            apply_changes(target.changes, target.docs, build / "written")
        if target.site_changes:
            _replace(build, target.site, target.site_changes)
        else:
            if target.site.exists():
                move(target.site, build / "replaced")
            move(build / "site", target.site)
    except BaseException:  # Ctrl-C too: half a swap must not stay
        put_back(build)
        raise
    (build / _JOURNAL).unlink()


def _replace(build: Path, site: Path, changes: SiteChanges) -> None:
    """Bring the files of a site up to date, each in one step; the old ones stay in ``build``.

    Those that go make way first: a folder may come where a file was, or a file where a folder was.
    """
    for below in changes.stale:
        _set_aside(build, site, below)
        remove_empty_folders((site / below).parent, site)
    for below in changes.written:
        _set_aside(build, site, below)
        move(build / "site" / below, site / below)


def _set_aside(build: Path, site: Path, below: str) -> None:
    if (site / below).is_file():
        move(site / below, build / "replaced" / below)


def _keep(build: Path, target: Destination) -> None:
    changes = target.changes or DocsChanges((), (), (), 0)
    if target.docs:
        for below in (*changes.changed, *changes.stale):
            copy = build / "kept" / below
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(target.docs / below, copy)
    journal = {
        "docs": str(target.docs or ""),
        "new": changes.new if target.docs else (),
        "kept": [*changes.changed, *changes.stale] if target.docs else [],
        "site": str(target.site),
        "had_site": target.site.exists(),
        "files": None if target.site_changes is None else _files_told(target.site, target.site_changes),
    }
    aside = build / "undo.new"
    aside.write_text(json.dumps(journal), encoding="utf-8")
    move(aside, build / _JOURNAL)  # in one step: a journal is whole or not there


def _files_told(site: Path, changes: SiteChanges) -> dict[str, list[str]]:
    there = {below: (site / below).is_file() for below in (*changes.written, *changes.stale)}
    return {
        "new": [below for below, old in there.items() if not old],
        "old": [below for below, old in there.items() if old],
    }


def put_back(build: Path) -> None:
    """Undo a swap that did not finish. Does nothing where there was none, or it finished."""
    path = build / _JOURNAL
    if not path.exists():
        return
    journal = json.loads(path.read_text(encoding="utf-8"))
    docs, site, replaced = Path(journal["docs"]), Path(journal["site"]), build / "replaced"
    for below in journal["new"]:
        (docs / below).unlink(missing_ok=True)
    for below in journal["kept"]:
        shutil.copy2(build / "kept" / below, _place(docs / below))
    if journal["files"] is not None:
        _put_back_files(site, replaced, journal["files"])
    elif replaced.exists():
        remove(site)
        move(replaced, site)
    elif not journal["had_site"] and not (build / "site").exists():
        remove(site)
    path.unlink()


def _put_back_files(site: Path, replaced: Path, told: dict[str, list[str]]) -> None:
    for below in told["new"]:
        if (site / below).is_file():  # else it never came; what it replaces may still be there
            (site / below).unlink()
        remove_empty_folders((site / below).parent, site)
    for below in told["old"]:
        if (replaced / below).is_file():  # else it never left its place
            move(replaced / below, site / below)


def unfinished(build: Path) -> bool:
    """Whether a swap of this build stopped half way, and what it replaced is still needed."""
    return (build / _JOURNAL).exists()


def _place(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
