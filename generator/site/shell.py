"""The shell of a page: all of a built page that is not its own, so that it can hold another's words.

The theme marks what belongs to a page with comments, ``<!--page:NAME-->`` to ``<!--/page:NAME-->``.
A shell is moved two folders down, to where editions are: links to what exists once for the whole
site (the theme's files, the hand-written pages) are lengthened, all others then stay in the edition.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.site.failure import SiteError

_PART = re.compile(r"<!--page:(\w+)-->.*?<!--/page:\1-->", re.DOTALL)
_SHARED = re.compile(r'(?<=\s)(href|src)="((?:\.\./)*|\./)(assets|about|feeds|data)/')
_BASE = re.compile(r'("base":\s*")([./]*)(")')
_SEARCH = re.compile(r'\sdata-(?:bundle|page)="[^"]*"')
_DOWN = "../../"
_MARK = "<!--page:body-->"
PARTS = frozenset({"head", "facets", "site", "body", "toc"})


@dataclass(frozen=True, slots=True)
class Shell:
    """Pieces of HTML, every second one the name of a part to be put in."""

    pieces: tuple[str, ...]

    def filled(self, parts: Mapping[str, str]) -> str:
        """A page: the shell with these parts in it."""
        return "".join(parts[piece] if at % 2 else piece for at, piece in enumerate(self.pieces))


def marks_pages(theme: Path | None) -> bool:
    """Whether a theme marks the parts of its pages, so that there can be editions of earlier days."""
    main = theme / "main.html" if theme else None
    return main is not None and main.is_file() and _MARK in main.read_text(encoding="utf-8")


def shell(page: str) -> Shell:
    """Take the shell from a built page. Raises SiteError where the theme does not mark all parts."""
    pieces = _PART.split(page)
    missing = PARTS - {"toc"} - set(pieces[1::2])
    if missing:
        raise SiteError(
            f"the theme's pages do not mark their {', '.join(sorted(missing))}, which editions of earlier"
            " days need: compare theme/ with that of a new explainer, or build with --no-editions"
        )
    return Shell(tuple(piece if at % 2 else _lowered(piece) for at, piece in enumerate(pieces)))


def lowered(html: str) -> str:
    """HTML of a page of the site as it stands in an edition: links to what all editions share."""
    return _SHARED.sub(lambda link: f'{link[1]}="{_DOWN}{link[2].removeprefix("./")}{link[3]}/', html)


def _lowered(piece: str) -> str:
    # The search knows today's facts: in an edition its button leads to the edition's own A to Z.
    plain = _SEARCH.sub("", lowered(piece))
    return _BASE.sub(lambda base: f"{base[1]}{_DOWN}{base[2]}{base[3]}", plain)
