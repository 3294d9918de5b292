"""Which pages there are of the kinds that list more, or less, than one for each of their records."""

from collections.abc import Iterator

from generator.pages.page import PageKind, PageTask, SiteInfo
from generator.views.common_knowledge import all_common
from generator.views.context import Context
from generator.views.control_map import landmarks
from generator.views.events import in_order


def of_events(kind: PageKind, context: Context, site_info: SiteInfo) -> Iterator[PageTask]:
    """Each event is told which come before and after it."""
    order = [event.id for event in in_order(context.queries.events)]
    for before, name, after in zip([None, *order], order, [*order[1:], None], strict=False):
        yield PageTask(kind, kind.path(name), name, (before, after))


def of_places(kind: PageKind, context: Context, site_info: SiteInfo) -> Iterator[PageTask]:
    """Each place is told the spots that small maps show around it, found once for all."""
    towns = tuple(landmarks(context))
    for place in context.queries.places:
        yield PageTask(kind, kind.path(place.id), place.id, towns)


def of_disagreements(kind: PageKind, context: Context, site_info: SiteInfo) -> Iterator[PageTask]:
    """There is a page for each record whose accounts differ."""
    for record in context.queries.disagreements:
        yield PageTask(kind, kind.path(record), record)


def of_common(kind: PageKind, context: Context, site_info: SiteInfo) -> Iterator[PageTask]:
    """There is a page of what everybody knows where anything is told so."""
    if all_common(context):
        yield PageTask(kind, kind.path())


def of_editions(kind: PageKind, context: Context, site_info: SiteInfo) -> Iterator[PageTask]:
    """There is a list of earlier days where such can be read."""
    if site_info.editions:
        yield PageTask(kind, kind.path(), given=site_info.editions)
