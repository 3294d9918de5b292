"""What a published site has beside its pages: cards, feeds, the list of changes, security policies."""

from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from generator.exports import cards, feeds, since
from generator.pages.addresses import below
from generator.rendering import Rendered
from generator.site import security


def exports_settings(rendered: Rendered) -> dict[str, Any]:
    """Say what the theme is told of that only a finished site has, for ``extra`` of mkdocs.yml."""
    return {"feeds": True, "since": asdict(since.since(rendered.context))}


def add_exports(rendered: Rendered, site: Path, cache: Path) -> None:
    """Put the exports into a built site. The policy comes last: it seals the pages.

    ``cache`` is the explainer's folder of work under way, which keeps the cards drawn before.
    """
    context = rendered.context
    cards.write(cards.cards(context, rendered.metas), site, cache / "cards")
    published = feeds.Published(rendered.site_info.site, partial(below, context))
    feeds.write(context, site, published)
    since.write(context, site, published)
    security.protect(site)
