"""Sites built once for the tests that read HTML."""

import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bs4 import BeautifulSoup

from generator.build import BuildOptions, build
from tests.world import WORLD

REPOSITORY = Path(__file__).parent.parent
HAND_WRITTEN = ("about", "assets")
_folders: list[TemporaryDirectory[str]] = []  # each is there until the tests end


def lay_out(content: Path, folder: Path) -> Path:
    """An explainer's folder with that content and this repository's look."""
    shutil.copytree(content, folder / "content")
    shutil.copytree(REPOSITORY / "theme", folder / "theme")
    shutil.copy(REPOSITORY / "mkdocs.yml", folder / "mkdocs.yml")
    for name in HAND_WRITTEN:
        if (REPOSITORY / "docs" / name).is_dir():
            shutil.copytree(REPOSITORY / "docs" / name, folder / "docs" / name)
    return folder


def _lead_with(explainer: Path, languages: str) -> None:
    """A site is in the first of its explainer's languages."""
    text, changed = re.subn(r"(?m)^languages: .*$", f"languages: {languages}", explainer.read_text("utf-8"))
    assert changed == 1
    explainer.write_text(text, encoding="utf-8")


@cache
def built(name: str, builder: str = "mkdocs") -> Path:
    """The site of the invented country ("world", or "arabic" in Arabic) or of the default explainer."""
    content = REPOSITORY / "content" if name == "default" else WORLD / "content"
    _folders.append(TemporaryDirectory(prefix=f"explainer-{name}-"))
    folder = lay_out(content, Path(_folders[-1].name) / name)
    if name == "arabic":
        _lead_with(folder / "content" / "explainer.yml", "[ar, en]")
    # Many days of much content: what the editions of the invented country show holds for them too.
    return build(folder, BuildOptions(builder=builder, editions=name != "default")).site.resolve()


@cache
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page of a site by its path, parsed: what editions share once, what only leads on not at all."""
    found = {}
    seen = set()
    for path in sorted(site.rglob("*.html")):
        below, one = path.relative_to(site).as_posix(), path.stat().st_ino
        if one not in seen and not re.fullmatch(r"at/[^/]+/day/index.html", below):
            seen.add(one)
            found[below] = BeautifulSoup(path.read_text("utf-8"), "lxml")
    return found
