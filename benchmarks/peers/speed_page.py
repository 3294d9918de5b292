"""The page about speed: what a run measured takes the place of what stood between two marks in it."""

from pathlib import Path

from benchmarks.peers.figures import Results, failures
from benchmarks.peers.plot import described, plot
from benchmarks.peers.tables import report
from tools.checkouts import ROOT

PAGE = ROOT / "docs" / "about" / "speed.md"
BEGIN = "<!-- measured by `make bench WRITE=1`: begin -->"
END = "<!-- measured by `make bench WRITE=1`: end -->"


class PageError(Exception):
    """The page cannot take these results; the message says why. It is as it was."""


def rewrite(results: Results, page: Path = PAGE) -> None:
    """Put results into the page, and their plot beside it. Raises PageError."""
    if failed := failures(results):
        raise PageError(f"{page.name} stays as it was, for something failed: {failed[0]}")
    if not results["trials"]:
        raise PageError(f"{page.name} stays as it was, for no contender was measured")
    before, after = _around(page)
    picture = page.with_suffix(".svg")
    lines = [BEGIN, "", f"![{described(results)}]({picture.name})", "", *report(results), "", END]
    _replace(picture, plot(results))
    _replace(page, before + "\n".join(lines) + after)


def check(page: Path = PAGE) -> None:
    """See whether the page can take results, before hours are spent on them. Raises PageError."""
    _around(page)


def _around(page: Path) -> tuple[str, str]:
    """Give what stands before and after the results."""
    try:
        text = page.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PageError(f"cannot read {page}: {error}") from None
    if text.count(BEGIN) != 1 or text.count(END) != 1 or text.index(BEGIN) > text.index(END):
        raise PageError(f"{page} must hold these two lines once each, in this order:\n{BEGIN}\n{END}")
    return text[: text.index(BEGIN)], text[text.index(END) + len(END) :]


def _replace(path: Path, text: str) -> None:
    """Write a file at once, so that whatever stops the run leaves the old one or the new."""
    aside = path.with_name(f".{path.name}.new")
    aside.write_text(text, encoding="utf-8", newline="\n")
    aside.replace(path)
