"""Running the builder: on a stub for each shape of page, and on every page where it has to see them all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2

from generator.press.shells import Shape, Shell
from generator.press.stubs import stubs, taken
from generator.site import builders
from generator.site.docs import stage_docs
from generator.site.files import files, remove
from generator.site.search import drop_search_of_theme
from generator.store import Store
from generator.versions import product_version

# What makes a configuration say more than its own text does.
_FROM_ELSEWHERE = ("INHERIT", "!ENV")


@dataclass(frozen=True, slots=True)
class BuilderRun:
    """What the builder is run on: ``folder`` holds mkdocs.yml and gets ``site``, ``root`` is the explainer's.

    ``noon`` is the moment that it takes for now; ``hand_written`` are the files of docs/ that people keep,
    ``theme`` is the theme's own folder.
    """

    builder: str
    folder: Path
    root: Path
    noon: int
    hand_written: Mapping[str, Path]
    theme: Path | None


@dataclass(frozen=True, slots=True)
class BuiltShells:
    """The shells by shape, and what the builder made beside them: path below the site -> content.

    ``notes`` are what it warned of.
    """

    shells: Mapping[Shape, Shell]
    files: Mapping[str, bytes]
    notes: tuple[str, ...]


def build_shells(
    run: BuilderRun, shapes: Sequence[Shape], linked: Mapping[str, str], store: Store
) -> BuiltShells:
    """Let the builder make the shells of some shapes and the hand-written pages, or take what it made before.

    ``linked`` are the stubs of pages that hand-written ones link to. Raises SiteError when the builder
    fails, NoShellError when the theme's pages cannot be put together.
    """
    pages = {**stubs(shapes), **linked}
    key = _key(run, pages)
    content = store.get(key) if key else None
    if content is None:
        notes = build_pages(run, pages)
        site = run.folder / "site"
        built = {below: path.read_bytes() for below, path in files(site)}
        remove(site)
        if key:
            store.put(key, cbor2.dumps([notes, built]))
    else:
        told: tuple[Sequence[str], dict[str, bytes]] = cbor2.loads(content)
        notes, built = tuple(told[0]), told[1]
    shells = taken(built, shapes)
    return BuiltShells(shells, built, notes)


def build_pages(run: BuilderRun, pages: Mapping[str, str]) -> tuple[str, ...]:
    """Build ``run.folder/site`` from the hand-written pages and these: path in docs/ -> Markdown.

    Gives the builder's notes. Raises SiteError when it fails.
    """
    remove(run.folder / "docs")
    remove(run.folder / "site")
    stage_docs(run.hand_written, pages, run.folder / "docs")
    notes = builders.run(run.builder, run.folder, run.root, run.noon)
    drop_search_of_theme(run.folder / "site")
    return notes


def _key(run: BuilderRun, pages: Mapping[str, str]) -> str:
    """Name a run by all that the builder reads; "" where that cannot be told."""
    around = surroundings(run)
    return sha256(around + cbor2.dumps(dict(pages))).hexdigest() if around else ""


def surroundings(run: BuilderRun) -> bytes:
    """Hash all that the builder reads beside the pages that it is given; b"" where that cannot be told."""
    configuration = (run.folder / "mkdocs.yml").read_text(encoding="utf-8")
    if any(word in configuration for word in _FROM_ELSEWHERE):
        return b""
    hashed = sha256(product_version())
    theme = {f"theme/{below}": path for below, path in files(run.theme)} if run.theme else {}
    told: list[Any] = [run.builder, run.noon, configuration]
    for below, path in sorted({**run.hand_written, **theme}.items()):
        told.append([below, sha256(path.read_bytes()).digest()])
    hashed.update(cbor2.dumps(told))
    return hashed.digest()
