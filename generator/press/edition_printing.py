"""Putting the pages of editions into a site, when all else is there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.derive.known_days import days_left_out
from generator.derive.trace import digest
from generator.executors import Executor, each
from generator.press.assembly import PageKeys, Printed
from generator.press.edition_files import place_of, put_days, put_days_left_out, stand_in
from generator.press.editions import DayPages, PageVersion, versions
from generator.press.layout import EditionPage, PageAssembler
from generator.press.making import PressJob, pieces_of
from generator.site.last_site import MadeFiles, SiteFiles
from generator.views.page_meta import url

_PIECES = 4  # for each process


@dataclass(frozen=True, slots=True)
class PlacedVersion:
    """A page that reads the same on some days, which are given as in addresses, the first one first."""

    version: PageVersion
    days: Sequence[str]

    @property
    def places(self) -> list[str]:
        """Its files below the site: the page, then what stands for it on other days."""
        return [place_of(day, url(self.version.path)) for day in self.days]


def print_editions(executor: Executor, printed: Printed, site: SiteFiles) -> list[DayPages]:
    """Put the editions into a finished site, as soon as they are made; give what was made.

    Pages that were put together from the same in the last site stay where they are.
    """
    order, assembler = printed.order, printed.assembler
    days = order.editions.wait()
    if not days or assembler is None:
        return days
    placed, keys = _placed(days), PageKeys(assembler, order.sealed)
    setting = digest(repr(order.job.config.typesetting))
    wanted = [one for one in placed if not _stays(site, one, _key(one.version, keys, assembler, setting))]
    job = executor.share(_EditionAssembly(site, assembler, order.job, wanted))
    for made in each(executor, _write, job, pieces_of(len(wanted), executor.workers * _PIECES)):
        site.add(made)
    since = {url(one.version.path): one.days[0] for one in reversed(placed)}
    put_days(site, {day.day.isoformat(): order.job.language.day(day.day) for day in days}, since)
    put_days_left_out(site, days_left_out(order.job.facts), order.job.language, assembler.notice)
    return days


def _placed(days: Iterable[DayPages]) -> list[PlacedVersion]:
    """Give every version of every page, oldest first."""
    found: dict[int, tuple[PageVersion, list[str]]] = {}
    for stamp, pages in versions(days):
        for version in pages.values():
            found.setdefault(id(version), (version, []))[1].append(stamp.day.isoformat())
    return [PlacedVersion(version, names) for version, names in found.values()]


def _key(version: PageVersion, keys: PageKeys, assembler: PageAssembler, setting: bytes) -> str:
    """Name what a page of an edition is put together from."""
    shape = assembler.edition_shape(version.making.layout, version.path)
    told = digest((version.since, version.path in assembler.today))
    return keys.named(shape, version.making.key.encode() + told + setting)


def _stays(site: SiteFiles, placed: PlacedVersion, key: str) -> bool:
    """Let a page stay that is as it was in the last site, with all that share its file."""
    places = placed.places
    if not all([site.take(place, key) for place in places[:2]]):  # all are asked, so that all are noted
        return False
    for other in places[2:]:
        site.share(other, places[1])
    return True


@dataclass(frozen=True, slots=True)
class _EditionAssembly:
    """Pages of editions, what puts them together, and the site that they go into."""

    site: SiteFiles
    assembler: PageAssembler
    job: PressJob
    wanted: Sequence[PlacedVersion]


def _write(assembly: _EditionAssembly, piece: slice) -> MadeFiles:
    site = assembly.site.part()
    for placed in assembly.wanted[piece]:
        page, article = assembly.job.load_version(placed.version)
        about, since = page.meta, placed.version.since
        told = EditionPage(
            path=page.path,
            layout=about.layout,
            article=article,
            front=page.front,
            title=page.title,
            description=about.description,
            site_title=since.title,
        )
        first, *others = placed.places
        html = assembly.assembler.edition(told)
        site.write(first, html.encode("utf-8"))
        words, notice = assembly.job.language, assembly.assembler.notice
        small = stand_in(html, url(page.path), since.day, words, notice).encode("utf-8") if others else b""
        for other in others[:1]:
            site.write(other, small)
        for other in others[1:]:
            site.share(other, others[0])
    return site.made()
