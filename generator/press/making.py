"""Making pages side by side: from the facts to articles, those of today and those of editions.

Work is cut into shards of all pages, by their paths; what a shard needs is shared with all who work.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.executors import Executor, Shared, each
from generator.model.facts import Facts
from generator.pages.addresses import published
from generator.pages.page import Page, PageTask, SiteInfo
from generator.pages.render import page_tasks, write
from generator.press.builder_config import Typesetting
from generator.press.edition_files import EditionFiles
from generator.press.editions import PageVersion, Prepared, Shard, edition_pages, prepared, shard_of
from generator.press.layout import EditionPage
from generator.press.markdown_html import Article, MarkdownHtml
from generator.views.context import Context, context

_SHARDS = 8  # for each process: enough for all to end at about the same time


@dataclass(frozen=True)
class PressJob:
    """What pages are made from, as it can be sent to any process; the rest follows where it is wanted."""

    facts: Facts
    language: str
    site_info: SiteInfo
    typesetting: Typesetting

    @cached_property
    def context(self) -> Context:
        """Today's context."""
        return context(self.facts, self.language)

    @cached_property
    def tasks(self) -> Sequence[PageTask]:
        """Today's pages, by path."""
        return page_tasks(self.context, self.site_info)

    @cached_property
    def days(self) -> tuple[Prepared, ...]:
        """The editions of earlier days, oldest first."""
        return prepared(self.facts, self.language, self.site_info.editions)

    @cached_property
    def converter(self) -> MarkdownHtml:
        """What makes articles of Markdown."""
        return MarkdownHtml(self.typesetting, published)

    def prepared(self) -> "PressJob":
        """Find what all who work need, so that processes which begin as forks of this one have it."""
        for _ in (self.tasks, self.days, self.converter):
            pass
        return self

    def __reduce__(self) -> tuple[type["PressJob"], tuple[object, ...]]:
        """Send it without what follows from it."""
        return PressJob, (self.facts, self.language, self.site_info, self.typesetting)


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page of today and its article."""

    page: Page
    article: Article


def make_pages(executor: Executor, job: Shared[PressJob]) -> list[MadePage]:
    """Make every page of today, by path."""
    shards = [Shard(number, of) for of in [executor.workers * _SHARDS] for number in range(of)]
    made = [page for shard in each(executor, _todays, job, shards) for page in shard]
    return sorted(made, key=lambda one: one.page.path)


def _todays(job: PressJob, shard: Shard) -> list[MadePage]:
    made = []
    for task in filter(shard.holds, job.tasks):
        page = write(job.context, task, job.site_info).dated(job.context, job.site_info.site)
        made.append(MadePage(page, job.converter.article(page.path, page.body)))
    return made


@dataclass(frozen=True, slots=True)
class PendingEditions:
    """Editions under way: their days, and what waits for each shard of their pages."""

    days: Sequence[date]
    shards: Sequence[Callable[[], list[EditionFiles]]]

    def wait(self) -> list[list[EditionFiles]]:
        """Wait for all of them; give each shard's pages, edition by edition, oldest first."""
        return [shard() for shard in self.shards]


def begin_editions(
    executor: Executor, job: Shared[PressJob], days: Sequence[date], weights: Mapping[str, int]
) -> PendingEditions:
    """Begin to make the pages of some days' editions; ``weights``: how much work each page is, roughly."""
    if not days:
        return PendingEditions((), ())
    shards = _heaviest_first(weights, executor.workers * _SHARDS)
    return PendingEditions(sorted(days), tuple(executor.submit(_editions, job, shard) for shard in shards))


def _heaviest_first(weights: Mapping[str, int], of: int) -> list[Shard]:
    """Give all shards of the pages, the heaviest first by the lengths of their pages today."""
    sums = dict.fromkeys((Shard(number, of) for number in range(of)), 0)
    for path, length in weights.items():
        sums[shard_of(path, of)] += length
    return sorted(sums, key=lambda shard: -sums[shard])


def _editions(job: PressJob, shard: Shard) -> list[EditionFiles]:
    """Make a shard of all editions. A page that says the same on several days is one object."""
    made: dict[tuple[str, str], EditionPage] = {}
    days = []
    for edition in edition_pages(job.days, job.site_info, shard):
        pages = {}
        for path, version in edition.pages.items():
            key = path, version.since.isoformat()
            if key not in made:
                made[key] = _edition_page(version, edition.title, job.converter)
            pages[path] = made[key]
        days.append(EditionFiles(edition.day.isoformat(), pages))
    return days


def _edition_page(version: PageVersion, site_title: str, converter: MarkdownHtml) -> EditionPage:
    page, about = version.page, version.page.meta
    return EditionPage(
        path=page.path,
        layout=about.layout,
        since=version.since.isoformat(),
        article=converter.article(page.path, page.body),
        title=page.title,
        description=about.description,
        site_title=site_title,
    )
