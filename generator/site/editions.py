"""Editions of earlier days below ``at/DATE/`` of a built site, each page of the form of today's.

A page that says the same on several days is made once and, where the file system allows, stored
once: its bytes name no day. What differs between days stands beside it in the edition's folder:
``day.css`` writes the day into the notice of every page, ``day/`` leads to the list of all days.
``at/days.json``, outside all editions, tells scripts which days there are.
"""

import errno
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from generator.site.edition_page import Leaf, Press
from generator.site.security import protected
from generator.views.subject import url

FOLDER = "at"


@dataclass(frozen=True, slots=True)
class Day:
    """One edition: its day as in addresses and in words, and its pages by their place in docs/."""

    name: str
    words: str
    leaves: Mapping[str, Leaf]


def write(site: Path, days: Iterable[Day], press: Press) -> None:
    """Write the editions into a finished site. ``press`` has read what it needs of the site."""
    folder = site / FOLDER
    since: dict[str, str] = {}
    names = []
    with _workers(press) as submit:
        for day, made in list(_made(days, submit)):
            names.append(day.name)
            for path, (leaf, page) in made.items():
                since.setdefault(url(path), day.name)
                _place(folder, day.name, url(path), leaf, page)
            _beside(folder / day.name, day)
    _list(folder / "days.json", names, since)


_Made = dict[str, tuple[Leaf, "Future[bytes]"]]


def _made(days: Iterable[Day], submit: Callable[[Leaf], "Future[bytes]"]) -> Iterator[tuple[Day, _Made]]:
    """Hand every version out once, while the next edition is still being thought of."""
    pages: dict[tuple[str, str], Future[bytes]] = {}
    for day in days:
        made: _Made = {}
        for path, leaf in day.leaves.items():
            key = (path, leaf.since)
            if key not in pages:
                pages[key] = submit(leaf)
            made[path] = (leaf, pages[key])
        yield day, made


@contextmanager
def _workers(press: Press) -> Iterator[Callable[[Leaf], "Future[bytes]"]]:
    spawn = get_context("spawn")  # a fork of a program with threads may hang
    with ProcessPoolExecutor(os.cpu_count(), spawn, _prepare, (press,)) as pool:
        yield lambda leaf: pool.submit(_page, leaf)


_press: list[Press] = []  # that of a worker: a process makes the pages of one build


def _prepare(press: Press) -> None:
    _press[:] = [press]


def _page(leaf: Leaf) -> bytes:
    return _press[0].page(leaf)


def _place(folder: Path, day: str, here: str, leaf: Leaf, page: "Future[bytes]") -> None:
    target = folder / day / here / "index.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    if leaf.since == day:
        target.write_bytes(page.result())
    else:
        _share(folder / leaf.since / here / "index.html", target)


def _share(stored: Path, target: Path) -> None:
    """Let ``target`` be the same file; a copy where the file system cannot."""
    try:
        target.hardlink_to(stored)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.EXDEV, errno.ENOSYS):
            raise
        target.write_bytes(stored.read_bytes())


def _beside(folder: Path, day: Day) -> None:
    words = day.words.replace("\\", "\\\\").replace('"', '\\"')
    (folder / "day.css").write_text(f'.edition-day::before {{ content: "{words}"; }}\n', encoding="utf-8")
    way = f"../../#d-{day.name}"
    page = (
        f'<!doctype html><html lang="und"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
        f'<meta http-equiv="refresh" content="0; url={way}"><title>{day.name}</title></head>'
        f'<body><article><p data-editorial=""><a href="{way}">{day.name}</a></p></article></body></html>\n'
    )
    (folder / "day").mkdir(exist_ok=True)
    (folder / "day" / "index.html").write_text(protected(page, wasm=True), encoding="utf-8")


def _list(path: Path, names: list[str], since: Mapping[str, str]) -> None:
    numbers = {name: number for number, name in enumerate(names)}
    first = {here: numbers[name] for here, name in sorted(since.items())}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"days": names, "since": first}, separators=(",", ":")), encoding="utf-8")
