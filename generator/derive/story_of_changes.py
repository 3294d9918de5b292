"""Revisions: what differs between two states of the facts, earlier and later known or written otherwise.

The story of the facts is one list: for every known day, what that day brought. What an edition
has more than an earlier one is the entries of the days between; what a revision has more than
another is the entries that the other's story lacks, and what was written otherwise. Feeds, the
page of changes and what a returning reader sees are all this list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from generator.derive.changes import Change, ChangeKind, DayOfChanges
from generator.derive.index import index
from generator.model.explainer import Population, Side
from generator.model.facts import Facts, Record
from generator.model.fields import Entry
from generator.model.refs import Ref


def revisions(before: Facts, after: Facts, news: list[Change]) -> Iterator[Change]:
    """Give ``news``, less what is only known under another name, and what was written otherwise.

    A record that is gone is renamed when one that is new says exactly the same.
    """
    renamed = _renamed(before, after)
    day = after.edition_day
    told = {change.record for change in news}
    yield from (change for change in news if change.record not in renamed.values())
    for old, record in before.by_id.items():
        new = after.by_id.get(old)
        if old in renamed:
            yield Change(ChangeKind.RENAMED, renamed[old], (), day, was=old)
        elif new is None:
            yield Change(ChangeKind.REMOVED, old, (), day)
        elif old not in told and _content(new) != _content(record):
            yield Change(ChangeKind.EDITED, old, _rewritten(before, after, old), day)


def _renamed(before: Facts, after: Facts) -> dict[str, str]:
    """Give the new id of each record that is gone and there again under it."""
    found: dict[str, str] = {}
    fresh = [record for name, record in after.by_id.items() if name not in before.by_id]
    for old, record in before.by_id.items():
        if old in after.by_id:
            continue
        same = (one.id for one in fresh if type(one) is type(record) and _content(one) == _content(record))
        new = next((name for name in same if name not in found.values()), None)
        if new is not None:
            found[old] = new
    return found


def _content(record: Record) -> Any:
    """Say what a record says, whatever it is called; of an actor without its relations, which are records."""
    if isinstance(record, Side | Population):
        return record.name
    if isinstance(record, Entry):
        left = {"relations": ()} if hasattr(record, "relations") else {}
        return record.model_copy(update={"id": "", **left})
    return replace(record, id="", paths=())


def _rewritten(before: Facts, after: Facts, record: str) -> tuple[Ref, ...]:
    """Give the statements of a record that read otherwise than before; those that are gone are not there."""
    mine = (ref for ref in after.statements if ref.record == record)
    return tuple(ref for ref in mine if before.statements.get(ref) != after.statements[ref])


def story_of_changes(facts: Facts) -> tuple[DayOfChanges, ...]:
    """Give what each known day brought, oldest first, of one day in file order. Linear in the facts.

    A day's entries are the difference between the edition of the day before and that of the day.
    Use ``facts.once(story_of_changes)`` where others may have asked already.
    """
    every = (change for history in facts.once(index).changes.values() for change in history)
    in_order = sorted(every, key=lambda change: change.day)
    return tuple(DayOfChanges(day, tuple(group)) for day, group in groupby(in_order, lambda one: one.day))


def changed_on(facts: Facts) -> Mapping[str, tuple[str, ...]]:
    """Give the records that each known day brought something of, in file order, by the day in ISO 8601."""
    days = facts.once(story_of_changes)
    return {day.day.isoformat(): tuple(change.record for change in day.changes) for day in days}


def changes(before: Facts, after: Facts) -> tuple[Change, ...]:
    """Give what ``after`` says that ``before`` did not, by day, of one day in file order.

    Two editions of the same facts differ in what was known; two revisions on the same known day
    can differ in what was written as well: there the last three kinds come in.
    """
    told = {change for day in before.once(story_of_changes) for change in day.changes}
    news = [change for day in after.once(story_of_changes) for change in day.changes if change not in told]
    if before.known != after.known:
        return tuple(news)
    order = {name: number for number, name in enumerate(dict.fromkeys((*after.by_id, *before.by_id)))}
    found = revisions(before, after, news)
    return tuple(sorted(found, key=lambda change: (change.day, order[change.record])))
