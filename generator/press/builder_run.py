"""Running the builder: on a stub for each shape of page, and on every page where it has to see them all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.press.making import MadePage
from generator.press.shells import Shape, Shell
from generator.press.stubs import Shapes, linked_stubs, shapes
from generator.site import builders
from generator.site.docs import stage_docs
from generator.site.files import remove


@dataclass(frozen=True, slots=True)
class BuilderRun:
    """What the builder is run on: ``folder`` holds mkdocs.yml and gets ``site``, ``root`` is the explainer's.

    ``noon`` is the moment that it takes for now; ``hand_written`` are the files of docs/ that people keep.
    """

    builder: str
    folder: Path
    root: Path
    noon: int
    hand_written: Mapping[str, Path]


@dataclass(frozen=True, slots=True)
class BuiltShells:
    """The shells by shape, the shape of each page, and what the builder warned of."""

    shells: Mapping[Shape, Shell]
    shapes: Shapes
    notes: tuple[str, ...]


def build_shells(run: BuilderRun, made: Sequence[MadePage], in_menu: frozenset[str]) -> BuiltShells:
    """Build ``run.folder/site`` with the hand-written pages, and take the shells of all others out of it.

    Raises SiteError when the builder fails, NoShellError when the theme's pages cannot be put together.
    """
    found = shapes(made, in_menu)
    notes = build_pages(run, {**found.stubs, **linked_stubs(run.hand_written, made, found)})
    return BuiltShells(found.taken(run.folder / "site"), found, notes)


def build_pages(run: BuilderRun, pages: Mapping[str, str]) -> tuple[str, ...]:
    """Build ``run.folder/site`` from the hand-written pages and these: path in docs/ -> Markdown.

    Gives the builder's notes. Raises SiteError when it fails.
    """
    remove(run.folder / "docs")
    remove(run.folder / "site")
    stage_docs(run.hand_written, pages, run.folder / "docs")
    return builders.run(run.builder, run.folder, run.root, run.noon)
