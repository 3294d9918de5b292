"""Making the pages of today side by side: from the facts to articles.

They are kept in a store by all that they were made from, so that only those are made of which
something reads otherwise. Work is cut into pieces; what each needs is shared with all who work.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from generator.derive.kept_traces import KeptTraces
from generator.derive.trace import Digests, Inputs, Reading, digest, in_order
from generator.executors import Executor, Shared, each
from generator.model.facts import Facts
from generator.pages.addresses import published
from generator.pages.page import Page, PageTask, SiteInfo
from generator.pages.render import page_tasks, write
from generator.pages.templating import compile_templates
from generator.press.builder_config import BuilderConfig
from generator.press.editions import EditionMaker, PageVersion
from generator.press.markdown_html import Article, MarkdownHtml
from generator.press.page_store import (
    LastPages,
    MadePage,
    PageRecord,
    hash_of_task,
    packed,
    packed_page,
    page_key,
    unpacked,
    unpacked_page,
)
from generator.press.shells import shape_of
from generator.store import Store
from generator.versions import product_version
from generator.views.citation import edition_stamp
from generator.views.context import Context, context
from generator.views.language import Language

_PIECES = 8  # for each process: enough for all to end at about the same time
_LEAST = 16  # pages of a piece, where there are as many


@dataclass(frozen=True)
class PressJob:
    """What pages are made from, as it can be sent to any process; the rest follows where it is wanted.

    ``kept`` is the folder of the store, which all who work on the job reach. ``before`` are the digests of
    the last job of this process.
    """

    facts: Facts
    language_code: str
    site_info: SiteInfo
    config: BuilderConfig
    kept: Path
    before: Digests | None = None

    @cached_property
    def store(self) -> Store:
        """Where pages are kept."""
        return Store(self.kept)

    @cached_property
    def language(self) -> Language:
        """The language of the pages."""
        return self.context.language

    @cached_property
    def context(self) -> Context:
        """Today's context, which notes what is read of it."""
        return context(self.facts, self.language_code, traced=True)

    @cached_property
    def tasks(self) -> Sequence[PageTask]:
        """Today's pages, by path."""
        return page_tasks(self.context, self.site_info)

    @cached_property
    def digests(self) -> Digests:
        """A hash of each thing that pages read."""
        return Digests(Inputs.of(self.facts), self.before)

    @cached_property
    def base(self) -> bytes:
        """A hash of all that pages are made from beside what they read of the facts."""
        language = self.language_code, self.facts.words
        told = (*language, self.context.stamp, self.site_info.site, bool(self.site_info.editions))
        setting = repr((self.config.typesetting, sorted(self.config.in_menu)))
        return sha256(product_version() + digest((told, setting))).digest()

    @cached_property
    def facts_hash(self) -> bytes:
        """A hash of the whole facts."""
        return digest(self.facts)

    @cached_property
    def editions(self) -> EditionMaker:
        """What makes the pages of earlier days, which do not depend on the day of today's."""
        told = ("editions", self.language_code, self.facts.words, self.site_info.site)
        base = sha256(product_version() + digest(told)).digest()
        store = self.store
        return EditionMaker(
            *(self.facts, self.language_code, self.site_info, base),
            put=lambda key, page: store.put(key, packed_page(page)),
            has=store.has,
        )

    @cached_property
    def converter(self) -> MarkdownHtml:
        """What makes articles of Markdown."""
        return MarkdownHtml(self.config.typesetting, published)

    def prepare(self) -> "PressJob":
        """Make what every page needs, so that processes which begin as forks of this one have it."""
        compile_templates(self.language)
        for _ in (self.tasks, self.digests, self.converter):
            pass
        return self

    def load(self, record: PageRecord) -> MadePage:
        """Give a page of today with its words."""
        content = self.store.get(record.key)
        if content is not None:
            return unpacked(content)
        # The store lost it meanwhile.
        (task,) = (task for task in self.tasks if task.path == record.path)
        return self.make(task)[0]

    def load_version(self, version: PageVersion) -> tuple[Page, Article]:
        """Give a page of an edition, with the stamp that it bears, and its article."""
        content = self.store.get(version.making.key)
        page = self.editions.again(version) if content is None else unpacked_page(content)
        dated = version.dated(page, self.site_info.site)
        return dated, self.converter.article(dated.path, dated.body)

    def make(self, task: PageTask) -> tuple[MadePage, tuple[Reading, ...]]:
        """Make a page of today; give what was read for it too, in an order that is always the same."""
        queries = self.context.queries
        queries.take_trace()
        page = write(self.context, task, self.site_info).dated(
            edition_stamp(self.context), self.site_info.site
        )
        readings = in_order(queries.take_trace())
        return MadePage(page, self.converter.article(page.path, page.body)), readings

    def __reduce__(self) -> tuple[type["PressJob"], tuple[object, ...]]:
        """Send it without what follows from it."""
        return PressJob, (self.facts, self.language_code, self.site_info, self.config, self.kept)


def pages_since(
    executor: Executor, job: PressJob, shared: Shared[PressJob], last: LastPages, traces: KeptTraces
) -> list[PageRecord]:
    """Make those pages of today of which something reads otherwise than in the last build; all by path."""
    records, wanted = dict[str, PageRecord](), list[int]()
    for number, task in enumerate(job.tasks):
        known = last.find(task.path, hash_of_task(task))
        if known and traces.is_same(task.path) and job.store.has(known.key):
            records[task.path] = known
        else:
            wanted.append(number)
    for record, readings in make_pages(executor, job, shared, wanted):
        records[record.path] = record
        traces.keep(record.path, readings)
    return [records[task.path] for task in job.tasks]


def make_pages(
    executor: Executor, job: PressJob, shared: Shared[PressJob], wanted: Sequence[int]
) -> Iterator[tuple[PageRecord, tuple[Reading, ...]]]:
    """Make some of today's pages, by their numbers among the tasks; give what was read for each too."""
    pieces = [wanted[piece] for piece in pieces_of(len(wanted), executor.workers * _PIECES)]
    if len(pieces) > 1:
        job.prepare()
    for made in each(executor, make_some, shared, pieces):
        yield from made


def pieces_of(length: int, most: int) -> list[slice]:
    """Deal out a number of pages to pieces of work, so that each has pages of all kinds."""
    number = min(most, -(-length // _LEAST))
    return [slice(first, None, number) for first in range(number)]


def make_some(job: PressJob, numbers: Iterable[int]) -> list[tuple[PageRecord, tuple[Reading, ...]]]:
    """Make some of today's pages in this process; see ``make_pages``."""
    made = []
    for number in numbers:
        task = job.tasks[number]
        page, readings = job.make(task)
        task_hash = hash_of_task(task)
        key = page_key(job.base, task_hash, readings, job.digests)
        job.store.put(key, packed(page))
        text = page.page.text
        shape = shape_of(page.page, page.article, job.config.in_menu)
        text_hash = sha256(text.encode()).digest()
        record = PageRecord(key, task_hash, page.page.meta, shape, text_hash, len(text))
        made.append((record, readings))
    return made
