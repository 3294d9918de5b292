"""What an edit changes: facts, statuses, sentences, pages, feeds and languages of two states.

Nothing is guessed: both states are rendered, and what differs is told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import pages
from generator.derive import Change, changes
from generator.model.facts import Facts
from generator.model.vocabulary import StatusName
from generator.views.context import Context, context
from generator.views.events import event_line
from generator.views.feeds import feeds
from generator.views.runs import joined
from generator.views.sayings import said_line


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said of a record or statement: before and after, "" where nothing is."""

    ref: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a record stands: before and after, ``None`` where it is not there."""

    record: str
    before: StatusName | None
    after: StatusName | None


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of one language by their file below docs/, sorted."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.new or self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs. ``pages`` are by language, those without any left out; ``feeds`` by path.

    ``looks`` says whether what stands around every page (its title, its menu) differs too.
    """

    changes: tuple[Change, ...]
    standings: tuple[Standing, ...]
    sentences: tuple[Sentence, ...]
    pages: Mapping[str, Pages]
    feeds: Mapping[str, int]
    looks: bool

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.changes or self.sentences or self.pages or self.feeds or self.looks)


def difference(before: Facts, after: Facts, around: pages.Surroundings) -> Difference:
    """Compare two states of the facts. ``around`` is what pages take from outside them.

    Words are those of the first language of ``after``.
    """
    code = after.explainer.languages[0]
    old, new = context(before, code), context(after, code)
    codes = dict.fromkeys((*after.explainer.languages, *before.explainer.languages))
    found = {language: _pages(before, after, language, around) for language in codes}
    return Difference(
        changes=changes(before, after),
        standings=tuple(_standings(old, new)),
        sentences=tuple(_sentences(old, new)),
        pages={language: differing for language, differing in found.items() if differing},
        feeds=_feeds(old, new),
        looks=pages.settings(before, code) != pages.settings(after, code),
    )


def _standings(old: Context, new: Context) -> Iterator[Standing]:
    was, now = old.index.statuses, new.index.statuses
    for record in dict.fromkeys((*now, *was)):
        before = was[record].name if record in was else None
        after = now[record].name if record in now else None
        if before is not after:
            yield Standing(record, before, after)


def _sentences(old: Context, new: Context) -> Iterator[Sentence]:
    was, now = dict(_said(old)), dict(_said(new))
    for ref in dict.fromkeys((*now, *was)):
        before, after = was.get(ref, ""), now.get(ref, "")
        if before != after:
            yield Sentence(ref, before, after)


def _said(made: Context) -> Iterator[tuple[str, str]]:
    """Every sentence, by the record or statement that it is of."""
    for event in made.facts.events:
        yield event.id, joined(event_line(made, event).sentence)
    for ref in made.facts.statements:
        yield ref, joined(said_line(made, ref).sentence)


def _pages(before: Facts, after: Facts, code: str, around: pages.Surroundings) -> Pages:
    was, now = _rendered(before, code, around), _rendered(after, code, around)
    return Pages(
        new=tuple(sorted(now.keys() - was.keys())),
        changed=tuple(sorted(path for path in now.keys() & was.keys() if now[path] != was[path])),
        gone=tuple(sorted(was.keys() - now.keys())),
    )


def _rendered(facts: Facts, code: str, around: pages.Surroundings) -> dict[str, str]:
    """The pages of a language, where the explainer has it."""
    if code not in facts.explainer.languages:
        return {}
    return {page.path: page.text for page in pages.render(facts, code, around)}


def _feeds(old: Context, new: Context) -> dict[str, int]:
    """How many entries each feed gains; 0 for one whose entries only read otherwise, or are gone."""
    was = {feed.path: feed.entries for feed in feeds(old)}
    now = {feed.path: feed.entries for feed in feeds(new)}
    found = {}
    for path in sorted({*was, *now}):
        before, after = was.get(path, ()), now.get(path, ())
        if before != after:
            ids = {entry.id for entry in before}
            found[path] = sum(entry.id not in ids for entry in after)
    return found
