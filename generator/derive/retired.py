"""Retired ids: on which page each is told of, and what it leads to in the end."""

from collections.abc import Callable, Iterator, Mapping

from generator.model.actors import Relation
from generator.model.facts import Facts
from generator.model.figures import Series
from generator.model.refs import Ref, Target, record_of
from generator.model.retired import Retired
from generator.model.vocabulary import RecordKind

SHARED = ""  # the one page that all series share


def by_old_id(facts: Facts) -> dict[Target, Retired]:
    """Every retired entry by its old id. Where two share one (a problem), the first stays."""
    found: dict[Target, Retired] = {}
    for entry in facts.retired:
        found.setdefault(entry.id, entry)
    return found


def successors(entry: Retired, find: Callable[[Target], Retired | None]) -> tuple[Target, ...]:
    """Give what an entry leads to, step by step; the last is what there is now, unless it went too.

    A loop (a problem) ends where it would begin again.
    """
    steps: dict[Target, None] = {}
    here: Retired | None = entry
    while here and here.now and here.now not in steps and here.now != entry.id:
        steps[here.now] = None
        here = find(here.now)
    return tuple(steps)


def told_on(entry: Retired, facts: Facts, entries: Mapping[Target, Retired]) -> str:
    """Give the record on whose page an entry is told of: its own old id where that is a page.

    What stood on the page of all series gives ``SHARED``.
    """
    if not isinstance(entry.id, Ref):
        own = {RecordKind.SERIES: SHARED, RecordKind.RELATION: entry.holder or SHARED}
        return own.get(entry.kind, entry.id) if entry.kind else entry.id
    name = entry.id.record
    match facts.by_id.get(name):
        case Series():
            return SHARED
        case Relation():
            return facts.relation_holders[name]
        case None if name in entries:
            return told_on(entries[name], facts, entries)
        case _:
            return name


def left_of(facts: Facts) -> Iterator[Retired]:
    """Give the retired entries of an edition, without what would point to nothing in it."""
    entries = by_old_id(facts)
    for entry in facts.retired:
        record = entry.holder or record_of(entry.id)
        if (entry.holder or entry.is_statement) and record not in facts.by_id and record not in entries:
            continue
        known = entry.now in facts.by_id or entry.now in facts.statements or entry.now in entries
        yield entry if known or entry.now is None else entry.model_copy(update={"now": None})
