"""Putting the pages into a built site: those of today, and those of editions when all else is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.executors import Executor, each
from generator.press.builder_config import BuilderConfig
from generator.press.builder_run import BuilderRun, BuiltShells, build_pages, build_shells
from generator.press.edition_files import EditionFiles, write_days, write_pages
from generator.press.layout import PageAssembler, TodaysPage, layouts
from generator.press.making import MadePage, PendingEditions
from generator.press.shells import NoShellError
from generator.site.files import SiteError
from generator.site.security import protect
from generator.site.sitemap import add_to_sitemap
from generator.views.editions import notice_words
from generator.views.language import Language
from generator.views.page_meta import url

_PIECES = 4  # for each process


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is to be printed: pages of today and editions under way, in a language.

    ``sealed`` pages get a security policy.
    """

    made: Sequence[MadePage]
    editions: PendingEditions
    config: BuilderConfig
    language: Language
    sealed: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """A site with every page of today. ``assembler`` makes editions' pages, where there are any to make;
    ``notes`` are what the builder warned of.
    """

    site: Path
    order: PrintOrder
    assembler: PageAssembler | None
    notes: tuple[str, ...]


def print_pages(executor: Executor, run: BuilderRun, order: PrintOrder) -> Printed:
    """Make ``run.folder/site`` with every page of today.

    Raises SiteError when the builder fails or the theme's pages cannot be put together.
    """
    seen_by = ", ".join(order.config.page_by_page)
    said = (
        (f"the builder makes every page, which takes longer: {seen_by} may change each",) if seen_by else ()
    )
    try:
        built = build_shells(run, order.made, order.config.in_menu)
    except NoShellError as trouble:
        if order.editions.days:
            raise SiteError(
                f"{trouble}, so no pages of earlier days can be made: compare theme/ with that of a new"
                " explainer, or build with --no-editions"
            ) from None
        return _by_builder(
            run, order, None, said or (f"the builder makes every page, which takes longer: {trouble}",)
        )
    assembler = _assembler(order, built)
    if said:
        return _by_builder(run, order, assembler, said)
    site = run.folder / "site"
    if order.sealed:
        protect(site)
    _add_pages(executor, site, order, built, assembler)
    return Printed(site, order, assembler, built.notes)


def _by_builder(
    run: BuilderRun, order: PrintOrder, assembler: PageAssembler | None, said: tuple[str, ...]
) -> Printed:
    notes = build_pages(run, {one.page.path: one.page.text for one in order.made})
    site = run.folder / "site"
    if order.sealed:
        protect(site)
    return Printed(site, order, assembler, (*said, *notes))


def _assembler(order: PrintOrder, built: BuiltShells) -> PageAssembler:
    pages = {one.page.path: (one.page.meta.layout, built.shapes.of[one.page.path]) for one in order.made}
    return PageAssembler(
        notice=notice_words(order.language),
        theme_parts=order.config.theme_parts,
        shells=built.shells,
        layouts=layouts(pages),
        today=frozenset(pages),
        sealed=order.sealed,
    )


def _add_pages(
    executor: Executor, site: Path, order: PrintOrder, built: BuiltShells, assembler: PageAssembler
) -> None:
    pages = [
        TodaysPage(one.page.path, built.shapes.of[one.page.path], one.article, one.page.front)
        for one in order.made
    ]
    job = executor.share(_Assembly(site, assembler, pages))
    number = executor.workers * _PIECES
    for _ in each(executor, _write, job, [(first, number) for first in range(number)]):
        pass
    metas = [one.page.meta for one in order.made]
    listed = [meta.url for meta in metas if not meta.moved and "noindex" not in meta.robots]
    add_to_sitemap(site, listed, {*(meta.url for meta in metas), *map(url, built.shapes.stubs)})


@dataclass(frozen=True, slots=True)
class _Assembly:
    """Pages, what puts them together, and the site that they go into."""

    site: Path
    assembler: PageAssembler
    pages: Sequence[TodaysPage]


def _write(assembly: _Assembly, piece: tuple[int, int]) -> None:
    first, step = piece
    for page in assembly.pages[first::step]:
        target = assembly.site / url(page.path) / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(assembly.assembler.todays(page).encode("utf-8"))


def print_editions(executor: Executor, printed: Printed) -> None:
    """Put the editions into a finished site, as soon as they are made."""
    shards, assembler, language = printed.order.editions.wait(), printed.assembler, printed.order.language
    if not shards or assembler is None:
        return
    job = executor.share(_EditionAssembly(printed.site, assembler, shards))
    written = each(executor, _write_editions, job, range(len(shards)))
    since = {place: day for shard in written for place, day in shard.items()}
    words = {day.isoformat(): language.day(day) for day in printed.order.editions.days}
    write_days(printed.site, words, since)


@dataclass(frozen=True, slots=True)
class _EditionAssembly:
    """Shards of editions, what puts their pages together, and the site that they go into."""

    site: Path
    assembler: PageAssembler
    shards: Sequence[list[EditionFiles]]


def _write_editions(assembly: _EditionAssembly, shard: int) -> dict[str, str]:
    return write_pages(assembly.site, assembly.shards[shard], assembly.assembler)
