"""Sites built once for the tests that read HTML, whichever process of the run asks first."""

import re
import shutil
from functools import cache
from os.path import normpath
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock
from lxml import html

from generator.build import BuildOptions, build
from tests.world import WORLD

REPOSITORY = Path(__file__).parent.parent
HAND_WRITTEN = ("about", "assets")
_shared: list[Path] = []
_UTF_8 = html.HTMLParser(encoding="utf-8")


def share(folder: Path) -> None:
    """Keep built sites in that folder, where every process of a test run finds them."""
    _shared[:] = [folder]


def shared() -> Path:
    """Where built sites are kept: in a folder of this process alone until somebody shares one."""
    return _shared[0] if _shared else Path(_alone().name)


@cache
def _alone() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="explainer-sites-")


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
    """The site of the invented country ("world", or "arabic" in Arabic) or of the default explainer.

    It is for reading alone.
    """
    folder = shared() / f"{name}-by-{builder}"
    with FileLock(f"{folder}.lock"):
        if not (folder / name / "site").is_dir():  # a build that fails leaves none
            shutil.rmtree(folder, ignore_errors=True)
            _build(name, builder, folder / name)
    return (folder / name / "site").resolve()


def _build(name: str, builder: str, folder: Path) -> None:
    # Many days of much content: what the editions of the invented country show holds for them too.
    build(begun(name, folder), BuildOptions(builder=builder, editions=name != "default"))


def begun(name: str, folder: Path) -> Path:
    """A folder with the explainer that the site of that name is built from."""
    lay_out(REPOSITORY / "content" if name == "default" else WORLD / "content", folder)
    if name == "arabic":
        _lead_with(folder / "content" / "explainer.yml", "[ar, en]")
    return folder


_STANDS_FOR = re.compile(r'<a class="stands-for" href="([^"]+)">')
_SMALL = '</head><body><article data-editorial="">'
_LARGE = 6_000  # bytes; what stands for a page is small


@cache
def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page of a site by its path, parsed: what editions share once, what only leads on not at all."""
    stored = {path.relative_to(site).as_posix(): path for path in stored_pages(site)}
    return {
        below: parsed(path.read_bytes())
        for below, path in stored.items()
        if not re.fullmatch(r"at/[^/]+/day/index.html", below)
    }


def parsed(page: bytes) -> html.HtmlElement:
    """The root of a page: BeautifulSoup would take ten times as long for the hundreds of a site."""
    return html.document_fromstring(page, parser=_UTF_8)


def spoken(tag: html.HtmlElement, where: str = "true()") -> list[str]:
    """The words below an element as a reader meets them; ``where`` is what XPath asks of each."""
    unseen = "ancestor::script or ancestor::style or ancestor::template"
    return tag.xpath(f".//text()[not({unseen})][{where}]")


def stored_pages(site: Path) -> list[Path]:
    """The files of a site's pages: those that editions share by their first name, without what stands in."""
    return [path for path in sorted(site.rglob("*.html")) if not _leads_on(path)]


def _leads_on(page: Path) -> bool:
    """Whether a page is none of the theme's, but leads from one edition to another."""
    return page.stat().st_size < _LARGE and _SMALL in page.read_text("utf-8")


def stands_in(page: Path) -> Path | None:
    """The page of an earlier edition that a page of one only stands for, because it says the same."""
    found = _STANDS_FOR.search(page.read_text("utf-8")) if page.stat().st_size < _LARGE else None
    return Path(normpath(page.parent / found[1] / "index.html")) if found else None
