"""What a published site has beside its pages: cards, feeds, the list of changes, security policies."""

from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from typing import Any

from generator.derive.kept_traces import KeptTraces
from generator.executors import Executor
from generator.exports import cards, feeds, since
from generator.pages.addresses import below
from generator.rendering import Story
from generator.site.last_site import SiteFiles
from generator.store import Store
from generator.views.context import Context
from generator.views.page_meta import PageMeta


def exports_settings(story: Story) -> dict[str, Any]:
    """Say what the theme is told of that only a finished site has, for ``extra`` of mkdocs.yml."""
    return {"feeds": True, "since": asdict(since.since(story.context))}


def begin_cards(
    executor: Executor, story: Story, metas: Iterable[PageMeta], store: Store
) -> cards.PendingCards:
    """Begin to draw the cards of pages that are about ``metas``, but for those in the store."""
    return cards.begin(executor, cards.cards(story.context, metas), store)


def add_exports(context: Context, site_address: str, files: SiteFiles, traces: KeptTraces) -> None:
    """Put feeds, and the list of changes, into a site. ``context`` notes what is read of it."""
    published = feeds.Published(site_address, partial(below, context))
    feeds.write(context, published, traces, files)
    files.put(since.PATH, since.listed(context, published))
