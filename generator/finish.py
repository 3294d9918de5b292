"""What a published site has beside its pages: cards, feeds, the list of changes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, partial
from typing import Any, TypeAlias

from generator.derive.kept_traces import KeptTraces
from generator.derive.trace import Reading
from generator.executors import Executor
from generator.exports import cards, feeds, since
from generator.pages.addresses import below
from generator.press.making import PressJob, pieces_of
from generator.rendering import Story
from generator.site.last_site import MadeFiles, SiteFiles
from generator.views.page_meta import PageMeta

_PIECES = 2  # for each process
_MadeFeeds: TypeAlias = tuple[list[tuple[str, tuple[Reading, ...]]], MadeFiles]


def exports_settings(story: Story) -> dict[str, Any]:
    """Say what the theme is told of that only a finished site has, for ``extra`` of mkdocs.yml."""
    return {"feeds": True, "since": asdict(since.since(story.context))}


@dataclass(frozen=True)
class _FeedJob:
    """The site that feeds go into, and the facts they tell of."""

    press: PressJob
    site: SiteFiles

    @cached_property
    def published(self) -> feeds.Published:
        """Where the site is."""
        return feeds.Published(self.press.site_info.site, partial(below, self.press.context))

    @cached_property
    def documents(self) -> tuple[feeds.FeedDocument, ...]:
        """Every document of every feed."""
        return feeds.all_documents(self.press.context)

    def make(self, document: feeds.FeedDocument) -> tuple[bytes, bytes]:
        """Make both files of a document."""
        return feeds.both(document, self.press.context, self.published)

    def __reduce__(self) -> tuple[type["_FeedJob"], tuple[object, ...]]:
        """Send it without what follows from it."""
        return _FeedJob, (self.press, self.site)


@dataclass(frozen=True, slots=True)
class PendingExports:
    """Cards and feeds under way."""

    job: _FeedJob
    traces: KeptTraces
    cards: cards.PendingCards
    feeds: Sequence[Callable[[], _MadeFeeds]]
    changes: Callable[[], bytes]

    def put(self) -> None:
        """Wait for them; put them, the feeds that stay and the list of changes into the site."""
        site = self.job.site
        for wait in self.feeds:
            readings, made = wait()
            site.add(made)
            for name, read in readings:
                self.traces.keep(name, read)
        site.put(since.PATH, self.changes())
        self.cards.put(site.folder, site.take)


def begin_exports(
    executor: Executor, press: PressJob, metas: Iterable[PageMeta], site: SiteFiles, traces: KeptTraces
) -> PendingExports:
    """Begin to draw the cards of pages about ``metas``, but for those in the store, and to write feeds.

    Feeds of which nothing reads otherwise than in the last build are put into the site at once.
    """
    job, wanted = _FeedJob(press, site), list[int]()
    for number, document in enumerate(job.documents):
        if traces.is_same(document.name):
            read = traces.hash(document.name)
            feeds.write(document, read, job.published, site, partial(job.make, document))
        else:
            wanted.append(number)
    shared = executor.share(job)  # before any piece is begun: those at work do not learn of it
    changes = executor.submit(_changes_listed, shared, None)
    drawn = cards.begin(executor, cards.cards(press.context, metas), press.store)
    pieces = [wanted[piece] for piece in pieces_of(len(wanted), executor.workers * _PIECES)]
    written = [executor.submit(_write_feeds, shared, piece) for piece in pieces]
    return PendingExports(job, traces, drawn, written, changes)


def _changes_listed(job: _FeedJob, _: None) -> bytes:
    return since.listed(job.press.context, job.published)


def _write_feeds(job: _FeedJob, numbers: Sequence[int]) -> _MadeFeeds:
    """Write some documents into the site; give what was read for each, by its name, and the files."""
    site = job.site.part()
    documents = [job.documents[number] for number in numbers]
    return [(document.name, _write_feed(job, document, site)) for document in documents], site.made()


def _write_feed(job: _FeedJob, document: feeds.FeedDocument, site: SiteFiles) -> tuple[Reading, ...]:
    made, readings = feeds.read_for(document, job.press.context, job.published)
    read = b"".join(map(job.press.digests.of, readings))
    feeds.write(document, read, job.published, site, lambda: made)
    return readings
