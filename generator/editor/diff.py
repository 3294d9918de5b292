"""What an edit changes: facts, statuses, sentences, pages, feeds and languages of two states.

Nothing is guessed: both states are rendered, and what differs is told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.derive.changes import Change
from generator.derive.story_of_changes import changes
from generator.editor.revisions import revision_folder
from generator.exports.jsonld import linked_data
from generator.model.facts import Facts
from generator.model.refs import Target
from generator.model.vocabulary import StatusName
from generator.pages.menu_and_title import settings
from generator.pages.page import SiteInfo
from generator.pages.render import render_pages
from generator.rendering import load_valid
from generator.site.configuration import site_address
from generator.views.citation_notes import said_line
from generator.views.closed_feeds import all_feeds
from generator.views.context import Context, context
from generator.views.events import event_line
from generator.views.rich_text import plain_text


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """What is said of a record or statement: before and after, "" where nothing is."""

    ref: Target
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StatusChange:
    """How a record stands: before and after, ``None`` where it is not there."""

    record: str
    before: StatusName | None
    after: StatusName | None


@dataclass(frozen=True, slots=True)
class PageChanges:
    """Pages of one language by their file below docs/, sorted."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.new or self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class Diff:
    """All that differs. ``pages`` are by language, those without any left out; ``feeds`` by path.

    ``looks`` says whether what stands around every page (its title, its menu) differs too.
    """

    changes: tuple[Change, ...]
    standings: tuple[StatusChange, ...]
    sentences: tuple[SentenceChange, ...]
    pages: Mapping[str, PageChanges]
    feeds: Mapping[str, int]
    looks: bool

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.changes or self.sentences or self.pages or self.feeds or self.looks)


def diff(before: Facts, after: Facts, site_info: SiteInfo) -> Diff:
    """Compare two states of the facts. ``site_info`` is what pages take from outside them.

    Words are those of the first language of ``after``.
    """
    code = after.explainer.languages[0]
    old, new = context(before, code), context(after, code)
    codes = dict.fromkeys((*after.explainer.languages, *before.explainer.languages))
    found = {language: _pages(before, after, language, site_info) for language in codes}
    return Diff(
        changes=changes(before, after),
        standings=tuple(_status_changes(old, new)),
        sentences=tuple(_sentences(old, new)),
        pages={language: differing for language, differing in found.items() if differing},
        feeds=_feeds(old, new),
        looks=settings(before, code) != settings(after, code),
    )


def _status_changes(old: Context, new: Context) -> Iterator[StatusChange]:
    for record in dict.fromkeys((*_decidable(new), *_decidable(old))):
        was, now = old.queries.find_status(record), new.queries.find_status(record)
        before, after = was.name if was else None, now.name if now else None
        if before is not after:
            yield StatusChange(record, before, after)


def _decidable(context: Context) -> Iterator[str]:
    for actor in context.queries.actors:
        yield from (relation.id for relation in actor.relations)
    yield from (event.id for event in context.queries.events)


def _sentences(old: Context, new: Context) -> Iterator[SentenceChange]:
    was, now = dict(_said(old)), dict(_said(new))
    for ref in dict.fromkeys((*now, *was)):
        before, after = was.get(ref, ""), now.get(ref, "")
        if before != after:
            yield SentenceChange(ref, before, after)


def _said(context: Context) -> Iterator[tuple[Target, str]]:
    """Every sentence, by the record or statement that it is of."""
    for event in context.queries.events:
        yield event.id, plain_text(event_line(context, event.id).sentence)
    for ref in context.queries.known_days:
        yield ref, plain_text(said_line(context, ref).sentence)


def _pages(before: Facts, after: Facts, code: str, site_info: SiteInfo) -> PageChanges:
    was, now = _rendered(before, code, site_info), _rendered(after, code, site_info)
    return PageChanges(
        new=tuple(sorted(now.keys() - was.keys())),
        changed=tuple(sorted(path for path in now.keys() & was.keys() if now[path] != was[path])),
        gone=tuple(sorted(was.keys() - now.keys())),
    )


def _rendered(facts: Facts, code: str, site_info: SiteInfo) -> dict[str, str]:
    """Give the pages of a language, where the explainer has it."""
    if code not in facts.explainer.languages:
        return {}
    return {page.path: page.text for page in render_pages(context(facts, code), site_info)}


def _feeds(old: Context, new: Context) -> dict[str, int]:
    """How many entries each feed gains; 0 for one whose entries only read otherwise, or are gone."""
    was = {feed.path: feed.entries for feed in all_feeds(old)}
    now = {feed.path: feed.entries for feed in all_feeds(new)}
    found = {}
    for path in sorted({*was, *now}):
        before, after = was.get(path, ()), now.get(path, ())
        if before != after:
            ids = {entry.id for entry in before}
            found[path] = sum(entry.id not in ids for entry in after)
    return found


def compare(root: Path, before: str, after: str) -> Diff:
    """Say what differs between two states of the explainer at ``root``: revisions, folders, "" for itself.

    Raises ContentError for a state that has errors, NoSuchRevisionError for one that is not there.
    """
    site_info = SiteInfo(site_address(root / "mkdocs.yml"), linked_data)
    with revision_folder(root, before) as old, revision_folder(root, after) as new:
        return diff(load_valid(old)[0].facts, load_valid(new)[0].facts, site_info)
