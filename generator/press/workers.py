"""Editions of a build: made by worker processes while the builder works, written when it is done.

The pages of all editions are made in shards, the heaviest first, each by whichever process is
free. What is made waits for the shells of today's pages, which only a built site has.
"""

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import active_children, get_context, parent_process
from pathlib import Path
from signal import SIG_BLOCK, SIG_SETMASK, SIGINT, pthread_sigmask
from threading import Thread

from generator.model.facts import Facts
from generator.pages.addresses import published
from generator.pages.page import SiteInfo
from generator.press.edition_files import EditionFiles, write_days, write_pages
from generator.press.editions import PageVersion, Prepared, Shard, edition_pages, prepared, shard_of
from generator.press.layout import EditionPage, PageAssembler
from generator.press.markdown_html import MarkdownHtml
from generator.press.parts import PartRenderer
from generator.views.language import language

_SHARDS = 8  # for each process: enough for all to end at about the same time


@dataclass(frozen=True, slots=True)
class EditionJob:
    """What editions are made from. ``mkdocs_yml`` says which Markdown the builder reads.

    ``weights`` are the lengths of today's pages, by path in docs/: how much work each is, roughly.
    """

    facts: Facts
    language: str
    site_info: SiteInfo
    mkdocs_yml: Path
    weights: Mapping[str, int]

    @property
    def days(self) -> tuple[date, ...]:
        """The days whose editions are wanted."""
        return self.site_info.editions


@dataclass(frozen=True, slots=True)
class PendingEditions:
    """Editions under way: a future for each shard of their pages."""

    job: EditionJob
    pool: Executor
    shards: tuple[Future[list[EditionFiles]], ...]

    def write(self, site: Path, assembler: PageAssembler) -> None:
        """Put the editions into a finished site, as soon as they are made."""
        written = [self.pool.submit(write_pages, site, shard.result(), assembler) for shard in self.shards]
        since = {url: day for shard in written for url, day in shard.result().items()}
        words = language(self.job.language)
        write_days(site, {day.isoformat(): words.day(day) for day in sorted(self.job.days)}, since)


@contextmanager
def building_editions(job: EditionJob) -> Iterator[PendingEditions | None]:
    """Begin to make the editions of a job; ``None`` where it wants none."""
    if not job.days:
        yield None
        return
    number = os.cpu_count() or 1
    # Facts remember lookups of theirs, which no other process can be sent.
    sent = replace(job, facts=replace(job.facts))
    spawn = get_context("spawn")  # a fork of a program with threads may hang
    with ProcessPoolExecutor(number, spawn, _begin, (sent,)) as pool:
        try:
            with _ignoring_sigint():
                begun = [pool.submit(_make, shard) for shard in _shards(job.weights, number * _SHARDS)]
            yield PendingEditions(job, pool, tuple(begun))
        except BaseException:  # Ctrl-C too: nobody waits for pages that are not wanted any more
            for process in active_children():
                process.terminate()
            raise


@contextmanager
def _ignoring_sigint() -> Iterator[None]:
    """Let Ctrl-C, which a terminal sends to all, not reach the processes that begin meanwhile."""
    before = pthread_sigmask(SIG_BLOCK, {SIGINT})
    try:
        yield
    finally:
        pthread_sigmask(SIG_SETMASK, before)


def _shards(weights: Mapping[str, int], of: int) -> list[Shard]:
    """All shards of the pages, the heaviest first by the lengths of their pages today."""
    sums = dict.fromkeys((Shard(number, of) for number in range(of)), 0)
    for path, length in weights.items():
        sums[shard_of(path, of)] += length
    return sorted(sums, key=lambda shard: -sums[shard])


@dataclass(frozen=True, slots=True)
class _Worker:
    """What a process keeps from one shard to the next."""

    days: tuple[Prepared, ...]
    site_info: SiteInfo
    converter: MarkdownHtml
    parts: PartRenderer


_worker: list[_Worker] = []  # that of this process, which works for one build


def _begin(job: EditionJob) -> None:
    _end_with_parent()
    days = prepared(job.facts, job.language, job.days)
    converter = MarkdownHtml(job.mkdocs_yml, published)
    _worker[:] = [_Worker(days, job.site_info, converter, PartRenderer(job.mkdocs_yml))]


def _end_with_parent() -> None:
    """End this process when the build that began it ends, however that happens."""
    parent = parent_process()

    def wait() -> None:
        if parent:  # its end closes a pipe, even where nothing could be caught
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


def _make(shard: Shard) -> list[EditionFiles]:
    """Make a shard of all editions. A page that says the same on several days is one object."""
    (worker,) = _worker
    made: dict[tuple[str, str], EditionPage] = {}
    days = []
    for edition in edition_pages(worker.days, worker.site_info, shard):
        pages = {}
        for path, version in edition.pages.items():
            key = path, version.since.isoformat()
            if key not in made:
                made[key] = _edition_page(version, edition.title, worker)
            pages[path] = made[key]
        days.append(EditionFiles(edition.day.isoformat(), pages))
    return days


def _edition_page(version: PageVersion, site_title: str, worker: _Worker) -> EditionPage:
    page, about = version.page, version.page.meta
    article = worker.converter.article(page.path, page.body)
    return EditionPage(
        path=page.path,
        layout=about.layout,
        since=version.since.isoformat(),
        article=article,
        parts=worker.parts.parts(about.url, page.front),
        title=page.title,
        description=about.description,
        site_title=site_title,
    )
