"""Feeds: what became known, in plain words, for whoever follows the explainer or one record of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.derive.changes import Change
from generator.model.actors import Actor
from generator.model.events import Event
from generator.model.facts import Record
from generator.model.places import Place
from generator.model.sources import Source
from generator.views.changes import ChangeLine, change_line
from generator.views.context import Context
from generator.views.isolation import isolated
from generator.views.known_words import change_dating, known_sentence
from generator.views.language import N_
from generator.views.rich_text import compose, plain_text
from generator.views.statements import published

SITE = "feeds/changes"
_FOLDERS: dict[type, str] = {Actor: "actors", Place: "cities", Event: "events"}


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One change in plain words. ``id`` is the same in every build that has the change.

    ``record`` is what it links to, ``tags`` are its kind and the status that followed.
    """

    id: str
    record: str
    day: date
    title: str
    words: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, newest change first; empty while nothing is told of its record.

    ``path`` is its file below the site, less the ending. ``about`` is the page that it follows: a record's
    id, or a file below docs/. ``told`` are its entries, or the changes that ``tell`` makes entries of when
    they are asked for. ``names`` are the paths that it had under older ids of its record, the oldest first.
    One that ``is_closed`` will have no further entry; ``follows`` is the path of the feed of what there is
    instead, or "".
    """

    path: str
    about: str
    title: str
    told: tuple[Any, ...]
    tell: Callable[[Any], FeedEntry] = field(default=lambda entry: entry, compare=False)
    names: tuple[str, ...] = ()
    is_closed: bool = False
    follows: str = ""

    @property
    def first_path(self) -> str:
        """The path under which it was published first, which its id is made from."""
        return next(iter(self.names), self.path)

    @property
    def entries(self) -> tuple[FeedEntry, ...]:
        """The entries in words."""
        return tuple(map(self.tell, self.told))


def feeds(context: Context) -> Iterator[Feed]:
    """Give the feed of the whole explainer, if it tells anything, then that of each actor, place and event.

    One stays while its record does: what was told of that may be taken out, or come again.
    """
    every = [change for day in context.queries.story[::-1] for change in day.changes]

    def tell(change: Change) -> FeedEntry:
        return context.queries.once(("feed entry", change), lambda: _entry(context, change))

    site = plain_text(context.text(context.queries.headline.title))
    if every:
        yield Feed(SITE, "changes.md", site, tuple(every), tell)
    queries = context.queries
    records: list[Actor | Place | Event] = [*queries.actors, *queries.places, *queries.events]
    for record in records:
        path = feed_path(context, record.id)
        title = compose("{record} · {site}", record=context.name(record.id), site=site)
        named = isolated(plain_text(title), context.language.direction)
        folder = path.removesuffix(record.id)
        names = tuple(f"{folder}{old}" for old in context.queries.former(record.id))
        yield Feed(path, record.id, named, followed(context, record.id), tell, names)


def record_feeds(context: Context) -> Iterator[str]:
    """Give every path at which a feed of a record is, without what it tells."""
    queries = context.queries
    records: list[Actor | Place | Event] = [*queries.actors, *queries.places, *queries.events]
    for record in records:
        path = feed_path(context, record.id)
        yield path
        yield from (f"{path.removesuffix(record.id)}{old}" for old in queries.former(record.id))


def feed_path(context: Context, record_id: str) -> str:
    """Where the feed of a record is, less the ending; "" for a record that has none."""
    record = context.queries.find(record_id)
    return f"feeds/{_FOLDERS[type(record)]}/{record_id}" if type(record) in _FOLDERS else ""


def followed(context: Context, record_id: str) -> tuple[Change, ...]:
    """Say what happened to a record and to what belongs to it, newest first.

    To an event belong the figures about it; to a place what happened and was counted there; to an
    actor its relations, what it took part in, and everything that it said itself.
    """
    record = context.queries.record(record_id)
    queries = context.queries
    changes = queries.changes
    found = {change for name in {record_id, *_belonging(context, record)} for change in changes(name)}
    if isinstance(record, Actor):
        for ref in context.queries.said_by(record_id):
            found.update(one for one in changes(ref.record) if ref in one.refs)
    return tuple(queries.in_story_order(found))


def _belonging(context: Context, record: Record) -> Iterator[str]:
    queries = context.queries
    match record:
        case Event():
            yield from queries.series_of_event(record.id)
        case Place():
            yield from queries.events_of_place(record.id)
            yield from queries.series_of_place(record.id)
        case Actor():
            yield from queries.events_of_actor(record.id)
            yield from queries.relations_to(record.id)
            yield from (relation.id for relation in record.relations)


def _entry(context: Context, change: Change) -> FeedEntry:
    line = change_line(context, change)
    title = compose(context.words(N_("{record}: {change}")), record=line.name, change=line.past.kind_label)
    return FeedEntry(
        id=line.id,
        record=change.record,
        day=change.day,
        title=isolated(plain_text(title), context.language.direction),
        words="\n".join(isolated(told, context.language.direction) for told in _words(context, change, line)),
        tags=tuple(tag for tag in (line.past.kind, line.past.status) if tag),
    )


def _words(context: Context, change: Change, line: ChangeLine) -> Iterator[str]:
    past = line.past
    for saying in past.before:
        yield context.words(N_("Before: {words}")).format(words=plain_text(saying.words))
    for saying in past.after:
        yield plain_text(saying.words)
    yield from (plain_text(note) for note in past.notes)
    dating = change_dating(context, change)
    if not dating.is_day:
        yield known_sentence(context, dating)
    if past.status:
        yield context.words(N_("Status: {status}")).format(status=past.status_label)
    if past.sources:
        read = tuple(_read_in(context, line, cite.source) for cite in past.sources)
        yield context.words(N_("Read in: {sources}")).format(sources=context.language.listing(read))


def _read_in(context: Context, line: ChangeLine, name: str) -> str:
    """Give a source as it was known on the day of the change: entries never change once they are out."""
    source = context.queries.record(name)
    assert isinstance(source, Source)
    return f"{source.publisher} ({published(context, source, date.fromisoformat(line.past.day))})"
