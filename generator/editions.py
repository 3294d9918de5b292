"""Editions of a build: made by processes of their own while the builder works, bound when it is done.

The pages of all editions are made in shares, the heaviest first, each by whichever process is
free. What is made waits for the shells of today's pages, which only a built site has.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import active_children, get_context
from pathlib import Path
from signal import SIG_BLOCK, SIG_SETMASK, SIGINT, pthread_sigmask

from generator import pages
from generator.model.facts import Facts
from generator.site.article import Typesetter
from generator.site.edition_page import Leaf, Press
from generator.site.editions import Day, write_days, write_pages
from generator.views.language import language

_SHARES = 8  # for each process: enough for all to end at about the same time


@dataclass(frozen=True, slots=True)
class Matter:
    """What editions are made from. ``mkdocs_yml`` says which Markdown the builder reads.

    ``today`` holds the text of each of today's pages, by its place in docs/.
    """

    facts: Facts
    language: str
    around: pages.Surroundings
    mkdocs_yml: Path
    today: Mapping[str, str]


@contextmanager
def in_making(matter: Matter) -> Iterator[Callable[[Path, Press], None]]:
    """Begin to make the editions of ``matter.around``; give what puts them into a finished site.

    Without any there is nothing to make or to put.
    """
    if not matter.around.editions:
        yield lambda site, press: None
        return
    number = os.cpu_count() or 1
    # Facts remember lookups of theirs, which no other process can be sent.
    sent = replace(matter, facts=replace(matter.facts), today={})
    spawn = get_context("spawn")  # a fork of a program with threads may hang
    with ProcessPoolExecutor(number, spawn, _begin, (sent,)) as pool:
        try:
            with _deaf():
                begun = [pool.submit(_make, share) for share in _shares(matter.today, number * _SHARES)]
            yield lambda site, press: _put(pool, begun, (matter, site, press))
        except BaseException:  # Ctrl-C too: nobody waits for pages that are not wanted any more
            for process in active_children():
                process.terminate()
            raise


@contextmanager
def _deaf() -> Iterator[None]:
    """Let Ctrl-C, which a terminal sends to all, not reach the processes that begin meanwhile."""
    before = pthread_sigmask(SIG_BLOCK, {SIGINT})
    try:
        yield
    finally:
        pthread_sigmask(SIG_SETMASK, before)


def _shares(today: Mapping[str, str], of: int) -> list[pages.Share]:
    """All shares of the pages, the heaviest first by what their pages hold today."""
    weights = dict.fromkeys((pages.Share(number, of) for number in range(of)), 0)
    for path, text in today.items():
        weights[pages.share_of(path, of)] += len(text)
    return sorted(weights, key=lambda share: -weights[share])


def _put(pool: Executor, begun: list[Future[list[Day]]], work: tuple[Matter, Path, Press]) -> None:
    matter, site, press = work
    written = [pool.submit(write_pages, site, share.result(), press) for share in begun]
    since = {url: day for share in written for url, day in share.result().items()}
    tell = language(matter.language).day
    write_days(site, {day.isoformat(): tell(day) for day in sorted(matter.around.editions)}, since)


@dataclass(frozen=True, slots=True)
class _Bench:
    """What a process keeps from one share to the next."""

    days: tuple[pages.Prepared, ...]
    around: pages.Surroundings
    typesetter: Typesetter


_bench: list[_Bench] = []  # that of a process, which works for one build


def _begin(matter: Matter) -> None:
    days = pages.prepared(matter.facts, matter.language, matter.around.editions)
    _bench[:] = [_Bench(days, matter.around, Typesetter(matter.mkdocs_yml, pages.published))]


def _make(share: pages.Share) -> list[Day]:
    """Make a share of all editions. A page that says the same on several days is one leaf."""
    (bench,) = _bench
    made: dict[tuple[str, str], Leaf] = {}
    days = []
    for edition in pages.edition_pages(bench.days, bench.around, share):
        leaves = {}
        for path, version in edition.pages.items():
            key = path, version.since.isoformat()
            if key not in made:
                made[key] = _leaf(version, edition.title, bench.typesetter)
            leaves[path] = made[key]
        days.append(Day(edition.day.isoformat(), leaves))
    return days


def _leaf(version: pages.Version, site_title: str, typesetter: Typesetter) -> Leaf:
    page, about = version.page, version.page.subject
    article = typesetter.article(page.path, page.text)
    return Leaf(page.path, version.since.isoformat(), article, page.title, about.description, site_title)
