"""Editions: the pages of every known day, each page made only when something that it says changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TypeAlias
from zlib import crc32

from generator.derive import known_at
from generator.derive.watching import Ground, Key, Reads
from generator.model.facts import Facts
from generator.pages.page import Page
from generator.pages.render import plans
from generator.pages.sheet import NOTHING, LinkedData, Plan, Surroundings, write
from generator.pages.stamp import stamped
from generator.views.context import Context, context, context_ground, watched_context
from generator.views.runs import joined

FOLDER = "at"
_Same: TypeAlias = Callable[[Key], bool]


@dataclass(frozen=True, slots=True)
class Share:
    """One of several parts of all pages, by their paths, so that several processes can make them."""

    number: int
    of: int

    def holds(self, plan: Plan) -> bool:
        """Whether a planned page belongs to this share."""
        return share_of(plan.path, self.of) == self


def share_of(path: str, of: int) -> Share:
    """The share that a page belongs to, the same in every edition."""
    return Share(crc32(path.encode("utf-8")) % of, of)


WHOLE = Share(0, 1)


@dataclass(frozen=True, slots=True)
class Version:
    """A page as it reads since a day: ``page`` bears that day's stamp, ``bare`` is its text without."""

    since: date
    page: Page
    bare: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The pages of one known day, by path. A page that says the same as the day before is the same object."""

    day: date
    title: str
    pages: Mapping[str, Version]


@dataclass(frozen=True, slots=True)
class _Made:
    """A version, and what it was made from."""

    version: Version
    given: object
    reads: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Prepared:
    """One known day: its context, which notes what is read of it, and every page that it has.

    ``same`` says whether something reads as in the edition before.
    """

    seen: Context
    reads: Reads
    plans: tuple[Plan, ...]
    same: _Same

    @property
    def day(self) -> date:
        """The day."""
        return self.seen.stamp


def prepared(facts: Facts, language: str, days: Iterable[date]) -> tuple[Prepared, ...]:
    """Every edition before any of its pages is made, oldest first."""
    made = []
    before: Ground | None = None
    for day in sorted(days):
        now, reads = context(known_at(facts, day), language), Reads()
        seen, ground = watched_context(now, reads), context_ground(now)
        made.append(Prepared(seen, reads, tuple(plans(seen)), _unchanged(before, ground)))
        before = ground
    return tuple(made)


def edition_pages(
    days: Iterable[Prepared], around: Surroundings = NOTHING, share: Share = WHOLE
) -> Iterator[Edition]:
    """A share of the pages of each edition, oldest first. Pure: later facts change none of them."""
    # The notice above an edition's pages leads to the others; pictures for links tell of today alone.
    around = replace(around, editions=(), linked_data=_without_card(around))
    made: dict[str, _Made] = {}
    for day in days:
        made = dict(_next(day, around, made, share))
        yield Edition(day.day, _title(day.seen), {path: one.version for path, one in made.items()})


def _next(
    day: Prepared, around: Surroundings, made: Mapping[str, _Made], share: Share
) -> Iterator[tuple[str, _Made]]:
    """Bring every page of a share from one edition to the next: taken over, or made anew."""
    for plan in filter(share.holds, day.plans):
        old = made.get(plan.path)
        if old and old.given == plan.given and all(map(day.same, old.reads)):
            yield plan.path, old
            continue
        day.reads.take()
        page = write(day.seen, plan.make(), around)
        reads = day.reads.take()  # before the stamp: it reads the day itself, which no page says
        version = _version(day.seen, page, around.site, old)
        yield plan.path, _Made(version, plan.given, reads)


def _version(now: Context, page: Page, site: str, old: _Made | None) -> Version:
    """The page as a version; the old one where it says the same, for whatever else was read."""
    if old and old.version.bare == page.text:
        return old.version
    address = f"{site.rstrip('/')}/{FOLDER}/{now.stamp.isoformat()}/" if site else ""
    return Version(now.stamp, stamped(page, now, address), page.text)


def _without_card(around: Surroundings) -> LinkedData | None:
    made = around.linked_data
    return made and (lambda context, about, link: made(context, replace(about, card=""), link))


def _unchanged(before: Ground | None, after: Ground) -> _Same:
    """What says of something read in one edition whether it reads the same in the next."""
    return cache(lambda key: before is not None and not before.differs(after, key))


def _title(now: Context) -> str:
    return joined(now.text(now.facts.explainer.headlines[-1].title))
