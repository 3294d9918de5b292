"""Sites built once for the tests that read HTML."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from bs4 import BeautifulSoup

from generator.build import BuildOptions, build
from tests.world import WORLD

REPOSITORY = Path(__file__).parent.parent
HAND_WRITTEN = ("about", "assets")


def lay_out(content: Path, folder: Path) -> Path:
    """An explainer's folder with that content and this repository's look."""
    shutil.copytree(content, folder / "content")
    shutil.copytree(REPOSITORY / "theme", folder / "theme")
    shutil.copy(REPOSITORY / "mkdocs.yml", folder / "mkdocs.yml")
    for name in HAND_WRITTEN:
        if (REPOSITORY / "docs" / name).is_dir():
            shutil.copytree(REPOSITORY / "docs" / name, folder / "docs" / name)
    return folder


@cache
def built(name: str, builder: str = "mkdocs") -> Path:
    """The site of the invented country ("world") or of the default explainer ("default")."""
    content = WORLD / "content" if name == "world" else REPOSITORY / "content"
    folder = lay_out(content, Path(mkdtemp(prefix=f"explainer-{name}-")) / name)
    return build(folder, BuildOptions(builder=builder)).site.resolve()


@cache
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page of a site by its path, parsed."""
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text("utf-8"), "lxml")
        for path in sorted(site.rglob("*.html"))
    }
