"""Editions of a build: made by processes of their own while the builder works, bound when it is done.

Each process makes a share of the pages of every edition. What it makes waits there for the shells
of today's pages, which only a built site has.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from generator import pages
from generator.model.facts import Facts
from generator.site.article import Typesetter
from generator.site.edition_page import Leaf, Press
from generator.site.editions import Day, write_days, write_pages
from generator.views.language import language

_MOST_SHARES = 8  # each process works out every edition's facts, so that many more would gain little


@dataclass(frozen=True, slots=True)
class Matter:
    """What editions are made from. ``mkdocs_yml`` says which Markdown the builder reads."""

    facts: Facts
    language: str
    around: pages.Surroundings
    mkdocs_yml: Path


@contextmanager
def in_making(matter: Matter) -> Iterator[Callable[[Path, Press], None]]:
    """Begin to make the editions of ``matter.around``; give what puts them into a finished site.

    Without any there is nothing to make or to put.
    """
    with ExitStack() as stack:
        of = min(os.cpu_count() or 1, _MOST_SHARES) if matter.around.editions else 0
        spawn = get_context("spawn")  # a fork of a program with threads may hang
        pools = [stack.enter_context(ProcessPoolExecutor(1, spawn)) for _ in range(of)]
        # Facts remember lookups of theirs, which no other process can be sent.
        sent = replace(matter, facts=replace(matter.facts))
        begun = [pool.submit(_make, sent, pages.Share(number, of)) for number, pool in enumerate(pools)]
        yield lambda site, press: _put(list(zip(pools, begun, strict=True)), matter, site, press)


def _put(
    pools: list[tuple[ProcessPoolExecutor, Future[None]]], matter: Matter, site: Path, press: Press
) -> None:
    for _, begun in pools:
        begun.result()
    written = [pool.submit(_write, site, press) for pool, _ in pools]
    wait(written)
    since = {url: day for share in written for url, day in share.result().items()}
    tell = language(matter.language).day
    write_days(site, {day.isoformat(): tell(day) for day in sorted(matter.around.editions)}, since)


_made: list[Day] = []  # that of a process which makes one share of one build


def _make(matter: Matter, share: pages.Share) -> None:
    """Make a share of all editions, and keep it."""
    typesetter = Typesetter(matter.mkdocs_yml, pages.published)
    made: dict[tuple[str, str], Leaf] = {}
    editions = pages.edition_pages(
        matter.facts, matter.language, matter.around.editions, matter.around, share=share
    )
    for edition in editions:
        leaves = {}
        for path, version in edition.pages.items():
            key = path, version.since.isoformat()
            if key not in made:
                made[key] = _leaf(version, edition.title, typesetter)
            leaves[path] = made[key]
        _made.append(Day(edition.day.isoformat(), leaves))


def _write(site: Path, press: Press) -> dict[str, str]:
    return write_pages(site, _made, press)


def _leaf(version: pages.Version, site_title: str, typesetter: Typesetter) -> Leaf:
    page, about = version.page, version.page.subject
    article = typesetter.article(page.path, page.text)
    return Leaf(page.path, version.since.isoformat(), article, page.title, about.description, site_title)
