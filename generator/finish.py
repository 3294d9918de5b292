"""What a published site has beside its pages: cards, feeds, the list of changes, security policies."""

from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from generator.exports import cards, feeds, since
from generator.pages.addresses import below
from generator.rendering import Story
from generator.views.page_meta import PageMeta


def exports_settings(story: Story) -> dict[str, Any]:
    """Say what the theme is told of that only a finished site has, for ``extra`` of mkdocs.yml."""
    return {"feeds": True, "since": asdict(since.since(story.context))}


def add_exports(story: Story, metas: Iterable[PageMeta], site: Path, cache: Path) -> None:
    """Put the exports into a built site with pages that are about ``metas``.

    ``cache`` is the explainer's folder of work under way, which keeps the cards drawn before.
    """
    context = story.context
    cards.write(cards.cards(context, metas), site, cache / "cards")
    published = feeds.Published(story.site_info.site, partial(below, context))
    feeds.write(context, site, published)
    since.write(context, site, published)
