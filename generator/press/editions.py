"""Editions: the pages of every known day, each page made only when something that it says changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TypeAlias
from zlib import crc32

from generator.derive.snapshot import known_at
from generator.derive.trace import Inputs, Reading
from generator.model.facts import Facts
from generator.pages.page import NO_SITE_INFO, LinkedData, Page, PageTask, SiteInfo
from generator.pages.render import edition_tasks, write
from generator.pages.yaml_text import FrontMatter
from generator.views.context import Context, context
from generator.views.rich_text import plain_text

FOLDER = "at"
_Same: TypeAlias = Callable[[Reading], bool]


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several parts of all pages, by their paths, so that several processes can make them."""

    number: int
    of: int

    def holds(self, task: PageTask) -> bool:
        """Whether a planned page belongs to this shard."""
        return shard_of(task.path, self.of) == self


def shard_of(path: str, of: int) -> Shard:
    """Give the shard that a page belongs to, the same in every edition."""
    return Shard(crc32(path.encode("utf-8")) % of, of)


EVERY_PAGE = Shard(0, 1)


@dataclass(frozen=True, slots=True)
class PageVersion:
    """A page as it reads since a day: ``page`` bears that day's stamp, ``bare`` is what it says without."""

    since: date
    page: Page
    bare: tuple[FrontMatter, str]


@dataclass(frozen=True, slots=True)
class Edition:
    """The pages of one known day, by path. A page that says the same as the day before is the same object."""

    day: date
    title: str
    pages: Mapping[str, PageVersion]


@dataclass(frozen=True, slots=True)
class _Made:
    """A version, and what it was made from."""

    version: PageVersion
    given: object
    readings: frozenset[Reading]


@dataclass(frozen=True, slots=True)
class Prepared:
    """One known day: its context, which notes what is read of it, and every page that it has.

    ``same`` says whether something reads as in the edition before.
    """

    context: Context
    tasks: tuple[PageTask, ...]
    same: _Same

    @property
    def day(self) -> date:
        """The day."""
        return self.context.stamp


def prepared(facts: Facts, language: str, days: Iterable[date]) -> tuple[Prepared, ...]:
    """Every edition before any of its pages is made, oldest first."""
    made = []
    before: Inputs | None = None
    for day in sorted(days):
        edition = known_at(facts, day)
        traced, after = context(edition, language, traced=True), Inputs.of(edition)
        made.append(Prepared(traced, tuple(edition_tasks(traced)), _unchanged(before, after)))
        before = after
    return tuple(made)


def edition_pages(
    days: Iterable[Prepared], site_info: SiteInfo = NO_SITE_INFO, shard: Shard = EVERY_PAGE
) -> Iterator[Edition]:
    """Give a shard of the pages of each edition, oldest first. Pure: later facts change none of them."""
    # The notice above an edition's pages leads to the others; pictures for links tell of today alone.
    site_info = replace(site_info, editions=(), linked_data=_without_card(site_info))
    made: dict[str, _Made] = {}
    for day in days:
        made = dict(_next(day, site_info, made, shard))
        yield Edition(day.day, _title(day.context), {path: one.version for path, one in made.items()})


def _next(
    day: Prepared, site_info: SiteInfo, made: Mapping[str, _Made], shard: Shard
) -> Iterator[tuple[str, _Made]]:
    """Bring every page of a shard from one edition to the next: taken over, or made anew."""
    for task in filter(shard.holds, day.tasks):
        old = made.get(task.path)
        if old and old.given == task.given and all(map(day.same, old.readings)):
            yield task.path, old
            continue
        queries = day.context.queries
        queries.take_trace()
        page = write(day.context, task, site_info)
        readings = queries.take_trace()  # before the stamp: it reads the day itself, which no page says
        version = _version(day.context, page, site_info.site, old)
        yield task.path, _Made(version, task.given, readings)


def _version(now: Context, page: Page, site: str, old: _Made | None) -> PageVersion:
    """Give the page as a version; the old one where it says the same, for whatever else was read."""
    if old and old.version.bare == page.said:
        return old.version
    address = f"{site.rstrip('/')}/{FOLDER}/{now.stamp.isoformat()}/" if site else ""
    return PageVersion(now.stamp, page.dated(now, address), page.said)


def _without_card(site_info: SiteInfo) -> LinkedData | None:
    made = site_info.linked_data
    return made and (lambda context, about, link: made(context, replace(about, card=""), link))


def _unchanged(before: Inputs | None, after: Inputs) -> _Same:
    """Say what says of something read in one edition whether it reads the same in the next."""
    return cache(lambda reading: before is not None and not before.differ(after, reading))


def _title(now: Context) -> str:
    return plain_text(now.text(now.queries.headline.title))
