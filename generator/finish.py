"""What a published site has beside its pages: cards, feeds, the list of changes, security policies."""

from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from generator.executors import Executor
from generator.exports import cards, feeds, since
from generator.pages.addresses import below
from generator.rendering import Story
from generator.store import Store
from generator.views.page_meta import PageMeta


def exports_settings(story: Story) -> dict[str, Any]:
    """Say what the theme is told of that only a finished site has, for ``extra`` of mkdocs.yml."""
    return {"feeds": True, "since": asdict(since.since(story.context))}


def begin_cards(
    executor: Executor, story: Story, metas: Iterable[PageMeta], store: Store
) -> cards.PendingCards:
    """Begin to draw the cards of pages that are about ``metas``, but for those in the store."""
    return cards.begin(executor, cards.cards(story.context, metas), store)


def add_exports(story: Story, site: Path) -> None:
    """Put feeds, and the list of changes, into a built site."""
    published = feeds.Published(story.site_info.site, partial(below, story.context))
    feeds.write(story.context, site, published)
    since.write(story.context, site, published)
