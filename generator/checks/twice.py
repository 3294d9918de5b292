"""Records said twice: two entries that look like one and the same thing under two ids."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import NamedTuple

from generator.checks.kinds import a, kind_of
from generator.checks.values import At
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts, Record
from generator.model.figures import Series
from generator.model.names import alike
from generator.model.questions import Question
from generator.model.sources import Source
from generator.model.text import Text
from generator.model.web import same_page
from generator.problems import Finding


class _Likeness(NamedTuple):
    """What two records of a kind hardly share by chance: where it is written, and in words for a message."""

    at: At
    what: Hashable
    shared: str


def said_twice(facts: Facts) -> Iterator[Finding]:
    """Find two records of one kind that look like one: two sources with one address, two events of a day."""
    seen: dict[Hashable, list[Record]] = defaultdict(list)
    for record in facts.records():
        told: set[str] = set()
        for mark in _marks(record, facts):
            others = seen[type(record), mark.what]
            for other in others:
                if other.id not in {record.id, *told} and not distinct(record, other):
                    told.add(other.id)
                    yield _said_twice(record, other, mark)
            others.append(record)


def _marks(record: Record, facts: Facts) -> Iterator[_Likeness]:
    match record:
        case Source():
            yield from _marks_of_source(record)
        case Event():
            for at, title in _words(record.title):
                yield _Likeness(at, (title, record.occurred), "have the same title and time")
        case Series():
            scope = (record.metric, record.who, record.where, record.period, record.running)
            for at, title in _words(record.title):
                yield _Likeness(at, (title, *scope), "have the same title and scope")
        case Question():
            for at, title in _words(record.title):
                yield _Likeness(at, title, "ask the same")
        case Relation():
            same = (facts.relation_holders[record.id], record.type, record.to, record.period)
            yield _Likeness(("type",), same, "relate the same two actors in the same way and time")


def _marks_of_source(source: Source) -> Iterator[_Likeness]:
    addresses: list[tuple[At, str]] = [(("url",), source.url)] if source.url else []
    addresses += [(("archived", index), url) for index, url in enumerate(source.archived)]
    for at, url in addresses:
        yield _Likeness(at, same_page(url), "lead to the same page")
    for at, title in _words(source.title):
        same = (title, alike(source.publisher), source.published)
        yield _Likeness(at, same, "have the same title, publisher and day")


def _words(title: Text) -> Iterator[tuple[At, str]]:
    """Give the words of a title as they are compared, with their paths."""
    for language, words in title.variants:
        yield ("title", language) if language else ("title",), alike(words)


def distinct(record: Record, other: Record) -> bool:
    """Say whether one of two records says that it is not the other."""
    named = (*getattr(record, "distinct_from", ()), *getattr(other, "distinct_from", ()))
    return record.id in named or other.id in named


def _said_twice(record: Record, other: Record, mark: _Likeness) -> Finding:
    kind = kind_of(record)
    message = f"`{record.id}` and `{other.id}` {mark.shared}: {a(kind)} said twice?"
    hint = f"Keep one of them, with what both say. If they are two, write `distinct_from: {other.id}`."
    if not hasattr(record, "distinct_from"):
        hint = "Keep one of them, with what both say; or say in the words of both what sets them apart."
        if kind == "relation":
            hint = "Keep one of them, with the claims of both; or say in `period` when each held."
    return Finding(record.id, mark.at, "said-twice", message, hint, "warning")
