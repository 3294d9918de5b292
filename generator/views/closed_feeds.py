"""The feeds of records that were taken out: who followed one is told that, and no more comes."""

from collections.abc import Iterator

from generator.derive.retired import successors
from generator.model.refs import Target, record_of
from generator.model.retired import Retired
from generator.model.vocabulary import RecordKind
from generator.views.context import Context
from generator.views.feeds import Feed, FeedEntry, feed_path, feeds
from generator.views.isolation import isolated
from generator.views.language import N_
from generator.views.retired import retired_line
from generator.views.rich_text import RichText, compose, plain_text

FOLDERS = {RecordKind.ACTOR: "actors", RecordKind.PLACE: "cities", RecordKind.EVENT: "events"}


def all_feeds(context: Context) -> Iterator[Feed]:
    """Give the feeds of what there is, then those of records that went."""
    yield from feeds(context)
    yield from closed_feeds(context)


def closed_feeds(context: Context) -> Iterator[Feed]:
    """Give the feed of each record that went, with a last entry alone."""
    olds = _older_ids(context)
    for old_id, entry in context.queries.all_retired.items():
        if entry.kind in FOLDERS and _went(context, old_id) and context.queries.has_come(entry.on):
            yield _closed(context, entry, olds.get(old_id, ()))


def _older_ids(context: Context) -> dict[Target, tuple[str, ...]]:
    """Give the ids that records which went had before, the oldest first."""
    found: dict[Target, tuple[str, ...]] = {}
    entries = context.queries.all_retired.values()
    for entry in sorted(entries, key=lambda one: (one.on, str(one.id))):
        steps = successors(entry, context.queries.find_retired) if entry.renamed else ()
        for last in [step for step in steps if _went(context, step)][:1]:
            found[last] = (*found.get(last, ()), str(entry.id))
    return found


def _went(context: Context, target: Target) -> bool:
    entry = context.queries.find_retired(target)
    return entry is not None and not entry.renamed


def _closed(context: Context, entry: Retired, olds: tuple[str, ...]) -> Feed:
    assert entry.kind
    place, record = FOLDERS[entry.kind], str(entry.id)
    follows = _feed_of_successor(context, entry)
    name = retired_line(context, entry.id).name
    site = plain_text(context.text(context.queries.headline.title))
    last = FeedEntry(
        id=f"{place}/{record}/#top",
        record=record,
        day=entry.on,
        title=_isolated(context, compose(context.words(N_("{record}: taken out")), record=name)),
        words="\n".join(_isolated(context, told) for told in _told(context, entry, follows)),
        tags=("removed",),
    )
    return Feed(
        f"feeds/{place}/{record}",
        record,
        _isolated(context, compose("{record} · {site}", record=name, site=site)),
        (last,),
        names=tuple(f"feeds/{place}/{old}" for old in olds),
        is_closed=True,
        follows=follows,
    )


def _told(context: Context, entry: Retired, follows: str) -> Iterator[RichText | str]:
    line = retired_line(context, entry.id)
    yield line.said
    if line.why:
        yield line.why
    yield context.words(N_("This feed ends here."))
    if follows:
        yield context.words(N_("What there is now has a feed of its own."))


def _isolated(context: Context, told: RichText | str) -> str:
    words = told if isinstance(told, str) else plain_text(told)
    return isolated(words, context.language.direction)


def _feed_of_successor(context: Context, entry: Retired) -> str:
    """Give where the feed of what replaces a record is, less the ending; "" where there is none."""
    *_, last = ("", *successors(entry, context.queries.find_retired))
    return feed_path(context, record_of(last)) if last else ""
