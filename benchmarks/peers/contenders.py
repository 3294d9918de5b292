"""Who is measured: how each gets its facts, builds, and shows an edit while it is made.

Another peer is one more entry of ``peers`` and a folder with its configuration.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.peers.checking import Wanted, wanted_of_explainer, wanted_of_peers
from benchmarks.peers.facts import FactTables
from benchmarks.peers.installing import ELEVENTY, HERE, HUGO, pagefind
from benchmarks.peers.processes import Command
from tools.checkouts import ROOT, STARTUP, run

HUGO_NAME, ELEVENTY_NAME = "Hugo + Pagefind", "Eleventy + Pagefind"
MKDOCS_NAME, ZENSICAL_NAME = "MkDocs + Material", "Zensical"
OURS = "Explainer"
PEERS = (HUGO_NAME, ELEVENTY_NAME, MKDOCS_NAME, ZENSICAL_NAME)
_PYTHON = (sys.executable, "-m")
_MARKDOWN = (*_PYTHON, "benchmarks.peers.markdown", "facts", "docs")
_PATHS = {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True, eq=False)
class Contender:
    """One way to make a site of the facts.

    ``form`` is what it reads, in the folder ``facts``; ``steps`` lead from there to the folder ``site``.
    A cold build finds neither that nor any of ``caches``. ``preview`` gives the program that serves
    at a port and follows edits; ``feed`` is what must run after an edit for it to see one.
    """

    name: str
    lay_out: Callable[[Path], None]
    form: str
    facts: str
    steps: tuple[Command, ...]
    site: str
    search: str
    preview: Callable[[int], Command]
    feed: Command | None = None
    caches: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=lambda: _PATHS)
    wanted: Callable[[FactTables], Iterator[Wanted]] = wanted_of_peers

    @property
    def is_peer(self) -> bool:
        """Whether it is not the generator itself, of whatever revision."""
        return self.wanted is wanted_of_peers


def base_name(commit: str) -> str:
    """Name the generator of an earlier commit."""
    return f"{OURS} of {commit}"


def peers() -> list[Contender]:
    """Give all peers, in the order of the tables."""
    index = (pagefind(), "--quiet", "--site")
    eleventy = ("node", "node_modules/@11ty/eleventy/cmd.cjs")
    return [
        Contender(
            name=HUGO_NAME,
            lay_out=_copy("hugo"),
            form="json",  # it reads no YAML of more than some 3,000 events: "too many YAML aliases"
            facts="facts",
            steps=((HUGO, "--quiet"), (*index, "public")),
            site="public",
            search="pagefind",
            preview=lambda port: (HUGO, "server", "--quiet", "--bind", "127.0.0.1", "--port", str(port)),
            caches=("resources",),
        ),
        Contender(
            name=ELEVENTY_NAME,
            lay_out=_copy("eleventy"),
            form="yaml",
            facts="src/_data",
            steps=(eleventy, (*index, "_site")),
            site="_site",
            search="pagefind",
            preview=lambda port: (*eleventy, "--serve", "--incremental", f"--port={port}"),
            caches=(".cache",),
        ),
        _of_markdown(MKDOCS_NAME, "mkdocs", "lunr", ("serve", "-q", "--livereload")),
        _of_markdown(ZENSICAL_NAME, "zensical", "zensical", ("serve",)),
    ]


def _of_markdown(name: str, module: str, search: str, serve: tuple[str, ...]) -> Contender:
    """A builder of Markdown pages, which are made of the facts first."""
    build = ("build", "-q") if module == "mkdocs" else ("build",)
    return Contender(
        name=name,
        lay_out=_copy(module),
        form="yaml",
        facts="facts",
        steps=(_MARKDOWN, (*_PYTHON, module, *build)),
        site="site",
        search=search,
        preview=lambda port: (*_PYTHON, module, *serve, "-a", f"127.0.0.1:{port}"),
        feed=_MARKDOWN,
        caches=("docs", ".cache"),
    )


def explainer(name: str, checkout: Path) -> Contender:
    """Give the generator with the code of a checkout; its builds leave earlier days out."""
    generator = (*_PYTHON, "generator")

    def lay_out(folder: Path) -> None:
        run(checkout, "generator", "new", str(folder))
        shutil.rmtree(folder / "content")

    return Contender(
        name=name,
        lay_out=lay_out,
        form="explainer",
        facts="content",
        steps=((*generator, "build", "--no-editions"),),
        site="site",
        search="pagefind",
        preview=lambda port: (*generator, "serve", "--port", str(port)),
        caches=(".explainer",),
        environment={"PYTHONPATH": f"{checkout}{os.pathsep}{STARTUP}"},
        wanted=wanted_of_explainer,
    )


def _copy(name: str) -> Callable[[Path], None]:
    def lay_out(folder: Path) -> None:
        shutil.copytree(HERE / name, folder)
        if name == "eleventy":
            (folder / "node_modules").symlink_to(ELEVENTY.parent.parent)

    return lay_out
