"""Editions of earlier days below ``at/DATE/`` of a built site, each page of the form of today's.

A page that says the same on several days is made once and, where the file system allows, stored
once: its bytes name no day. What differs between days stands beside it in the edition's folder:
``day.css`` writes the day into the notice of every page, ``day/`` leads to the list of all days.
``at/days.json``, outside all editions, tells scripts which days there are.
"""

import errno
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.press.layout import EditionPage, PageAssembler
from generator.site.security import protected
from generator.views.page_meta import url

FOLDER = "at"


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """One edition: its day as in addresses, and pages of it by their place in docs/."""

    name: str
    pages: Mapping[str, EditionPage]


def write_pages(site: Path, days: Iterable[EditionFiles], assembler: PageAssembler) -> dict[str, str]:
    """Write pages of the editions, oldest first, into a finished site.

    Gives the name of the day on which each address first was one.
    """
    since: dict[str, str] = {}
    for day in days:
        for path, page in day.pages.items():
            since.setdefault(url(path), day.name)
            _place(site / FOLDER, day.name, page, assembler)
    return since


def write_days(site: Path, words: Mapping[str, str], since: Mapping[str, str]) -> None:
    """Write what stands beside the pages: ``words`` name each day, ``since`` when an address came."""
    for name, told in words.items():
        _beside(site / FOLDER / name, name, told)
    _list(site / FOLDER / "days.json", list(words), since)


def _place(folder: Path, day: str, page: EditionPage, assembler: PageAssembler) -> None:
    place = Path(url(page.path)) / "index.html"
    target = folder / day / place
    target.parent.mkdir(parents=True, exist_ok=True)
    if page.since == day:
        target.write_bytes(assembler.edition(page))
    else:
        _share(folder / page.since / place, target)


def _share(stored: Path, target: Path) -> None:
    """Let ``target`` be the same file; a copy where the file system cannot."""
    try:
        target.hardlink_to(stored)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.EXDEV, errno.ENOSYS):
            raise
        target.write_bytes(stored.read_bytes())


def _beside(folder: Path, name: str, told: str) -> None:
    words = told.replace("\\", "\\\\").replace('"', '\\"')
    (folder / "day").mkdir(parents=True, exist_ok=True)
    (folder / "day.css").write_text(f'.edition-day::before {{ content: "{words}"; }}\n', encoding="utf-8")
    way = f"../../#d-{name}"
    page = (
        f'<!doctype html><html lang="und"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
        f'<meta http-equiv="refresh" content="0; url={way}"><title>{name}</title></head>'
        f'<body><article><p data-editorial=""><a href="{way}">{name}</a></p></article></body></html>\n'
    )
    (folder / "day" / "index.html").write_text(protected(page, wasm=True), encoding="utf-8")


def _list(path: Path, names: list[str], since: Mapping[str, str]) -> None:
    numbers = {name: number for number, name in enumerate(names)}
    first = {here: numbers[name] for here, name in sorted(since.items())}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"days": names, "since": first}, separators=(",", ":")), encoding="utf-8")
