"""Editions: the pages of every known day, each page made only when something that it says changed.

A page is named by all that it was made from (its key). It is taken over from the day before, or from an
earlier build's pages of the same day, where everything that was read for it reads the same.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeAlias

from generator.derive.snapshot import known_at
from generator.derive.trace import Digests, Inputs, Reading, digest, in_order
from generator.model.facts import Facts
from generator.pages.page import NO_SITE_INFO, LinkedData, Page, PageTask, SiteInfo
from generator.pages.render import edition_tasks, write
from generator.pages.yaml_text import FrontMatter
from generator.press.page_store import hash_of_task, page_key
from generator.views.citation import EditionStamp, edition_stamp
from generator.views.context import Context, context

FOLDER = "at"


@dataclass(frozen=True, slots=True)
class Making:
    """A page of an edition as it was made, but for its stamp: what ``key`` names.

    ``said`` is a hash of what it says, ``layout`` names the kind of page that it looks like; ``task_hash``
    stands for what was to be made, ``readings`` are what was read for it.
    """

    key: str
    said: bytes
    layout: str
    task_hash: bytes
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class DayPages:
    """The pages of one edition, by path; ``snapshot`` is a hash of the facts as known on its day."""

    stamp: EditionStamp
    snapshot: bytes
    pages: Mapping[str, Making]

    @property
    def day(self) -> date:
        """The day."""
        return self.stamp.day


@dataclass(frozen=True)
class EditionMaker:
    """What makes the pages of editions: the whole facts, a language, a hash of all else (``base``).

    ``put`` is given each page that is made, with its key; ``has`` says whether it had one before.
    """

    facts: Facts
    language: str
    site_info: SiteInfo
    base: bytes
    put: Callable[[str, Page], None]
    has: Callable[[str], bool]

    def days(self, days: Iterable[date], kept: Mapping[date, DayPages]) -> Iterator[DayPages]:
        """Make editions, given oldest first; ``kept`` are those of an earlier build with this base."""
        before: Mapping[str, Making] = {}
        for day in days:
            known = kept.get(day)
            edition = known_at(self.facts, day)
            snapshot = digest(edition)
            if known is None or known.snapshot != snapshot or not self.has_all([known]):
                known = self._day(edition, snapshot, (before, known.pages if known else {}))
            yield known
            before = known.pages

    def has_all(self, days: Iterable[DayPages]) -> bool:
        """Whether every page of some editions is still there."""
        return all(map(self.has, {making.key for day in days for making in day.pages.values()}))

    def _day(self, edition: Facts, snapshot: bytes, candidates: Iterable[Mapping[str, Making]]) -> DayPages:
        now = context(edition, self.language, traced=True)
        stamp, digests = edition_stamp(now), Digests(Inputs.of(edition))
        pages = {}
        for task in edition_tasks(now):
            task_hash = hash_of_task(task)
            found = {one.key: one for made in candidates if (one := made.get(task.path))}
            same = (one for one in found.values() if self._is_same(one, task_hash, digests))
            pages[task.path] = next(same, None) or self._made(now, task, digests)
        return DayPages(stamp, snapshot, pages)

    def _is_same(self, made: Making, task_hash: bytes, digests: Digests) -> bool:
        """Whether a page would be made from the same again, and is still there."""
        if made.task_hash != task_hash or not self.has(made.key):
            return False
        return made.key == page_key(self.base, task_hash, made.readings, digests)

    def _made(self, now: Context, task: PageTask, digests: Digests) -> Making:
        now.queries.take_trace()
        page = self.page(now, task)
        readings = in_order(now.queries.take_trace())
        task_hash = hash_of_task(task)
        key = page_key(self.base, task_hash, readings, digests)
        self.put(key, page)
        return Making(key, digest(page.said), page.meta.layout, task_hash, readings)

    def again(self, version: "PageVersion") -> Page:
        """Make a page once more, for whoever finds it lost."""
        day = version.since.day
        if day not in self._again:
            now = context(known_at(self.facts, day), self.language)
            self._again[day] = now, {task.path: task for task in edition_tasks(now)}
        now, tasks = self._again[day]
        return self.page(now, tasks[version.path])

    @cached_property
    def _again(self) -> dict[date, tuple[Context, dict[str, PageTask]]]:
        return {}

    def page(self, now: Context, task: PageTask) -> Page:
        """Write one page of an edition, all but its stamp."""
        # The notice above an edition's pages leads to the others; pictures for links tell of today alone.
        return write(now, task, replace(self.site_info, editions=(), linked_data=self._linked_data))

    @property
    def _linked_data(self) -> LinkedData | None:
        made = self.site_info.linked_data
        return made and (lambda context, about, link: made(context, replace(about, card=""), link))


@dataclass(frozen=True, slots=True)
class PageVersion:
    """A page as it reads from one edition on: it bears the stamp of that, ``since``."""

    path: str
    since: EditionStamp
    making: Making

    def dated(self, page: Page, site: str) -> Page:
        """Give the page with its stamp; ``site`` is the public address of today's pages, or ""."""
        return page.dated(self.since, address_of(site, self.since.day))


def address_of(site: str, day: date) -> str:
    """Give the public address of an edition, "" where the site has none."""
    return f"{site.rstrip('/')}/{FOLDER}/{day.isoformat()}/" if site else ""


Versions: TypeAlias = Mapping[str, PageVersion]


def versions(days: Iterable[DayPages]) -> Iterator[tuple[EditionStamp, Versions]]:
    """Give each edition's pages by path, oldest first: the same object where a page says the same."""
    made: dict[str, PageVersion] = {}
    for day in days:
        made = {path: _version(path, day, making, made.get(path)) for path, making in day.pages.items()}
        yield day.stamp, made


def _version(path: str, day: DayPages, making: Making, old: PageVersion | None) -> PageVersion:
    """Give the old version where the page says the same, for whatever else was read."""
    return old if old and old.making.said == making.said else PageVersion(path, day.stamp, making)


@dataclass(frozen=True, slots=True)
class EditionText:
    """A page of an edition: ``page`` bears the stamp of the day since which it reads so, ``bare`` none."""

    since: date
    page: Page
    bare: tuple[FrontMatter, str]


@dataclass(frozen=True, slots=True)
class Edition:
    """The pages of one known day, by path. A page that says the same as the day before is the same object."""

    day: date
    title: str
    pages: Mapping[str, EditionText]


def edition_pages(
    facts: Facts, language: str, days: Iterable[date], site_info: SiteInfo = NO_SITE_INFO
) -> Iterator[Edition]:
    """Give every page of some editions, oldest first. Pure: later facts change none of them."""
    pages: dict[str, Page] = {}
    maker = EditionMaker(facts, language, site_info, b"", pages.__setitem__, pages.__contains__)
    told: dict[PageVersion, EditionText] = {}

    def text(version: PageVersion) -> EditionText:
        if version not in told:
            page = pages[version.making.key]
            told[version] = EditionText(version.since.day, version.dated(page, site_info.site), page.said)
        return told[version]

    for stamp, found in versions(maker.days(sorted(days), {})):
        yield Edition(stamp.day, stamp.title, {path: text(version) for path, version in found.items()})
