"""Retired ids: on which page each is told of, and what it leads to in the end."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from generator.derive.renames import former_ids, newest_ids
from generator.model.actors import Relation
from generator.model.facts import Facts
from generator.model.figures import Series
from generator.model.refs import Ref, Target, record_of
from generator.model.retired import FormerAddress, Retired
from generator.model.vocabulary import RecordKind

DISPUTABLE = frozenset(RecordKind) - {RecordKind.SOURCE, RecordKind.QUESTION}
"""The kinds of record that accounts can differ on."""

SHARED = ""  # the one page that all series share


def by_old_id(facts: Facts) -> dict[Target, Retired]:
    """Every retired entry by its old id. Where two share one (a problem), the first stays."""
    return _by_old_id(facts.retired)


def by_any_old_id(facts: Facts) -> dict[Target, Retired]:
    """Every entry by its old id, those of what an edition lost after its day too."""
    return _by_old_id((*facts.retired, *facts.later_gone))


def _by_old_id(entries: Iterable[Retired]) -> dict[Target, Retired]:
    found: dict[Target, Retired] = {}
    for entry in entries:
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

    What stood on the page of all series gives ``SHARED``. What stood on the page of a record that was
    renamed since is told of there, where readers of the old page are sent.
    """
    if not isinstance(entry.id, Ref):
        own = {RecordKind.SERIES: SHARED, RecordKind.RELATION: entry.holder or SHARED}
        return own.get(entry.kind, entry.id) if entry.kind else entry.id
    name = _renamed(entry.id.record, entries)
    match facts.by_id.get(name):
        case Series():
            return SHARED
        case Relation():
            return facts.relation_holders[name]
        case None if name in entries:
            return told_on(entries[name], facts, entries)
        case _:
            return name


def _renamed(name: str, entries: Mapping[Target, Retired]) -> str:
    """Follow the renames of a record as far as they lead; a loop (a problem) ends before it begins."""
    seen = {name}
    while (entry := entries.get(name)) and entry.renamed and isinstance(entry.now, str):
        if entry.now in seen:
            break
        name = entry.now
        seen.add(name)
    return name


def left_of(facts: Facts) -> Iterator[Retired]:
    """Give the retired entries of an edition, without what would point to nothing in it.

    What went by the name of a later day leads to it where that has another name since.
    """
    entries, newest = by_old_id(facts), newest_ids(former_ids(facts))
    for entry in facts.retired:
        record = entry.holder or record_of(entry.id)
        there = record in facts.by_id or record in entries or record in newest
        if (entry.holder or entry.is_statement) and not there:
            continue
        known = entry.now in facts.by_id or entry.now in facts.statements or entry.now in entries
        if known or entry.now is None:
            yield entry
        else:
            yield entry.model_copy(update={"now": newest.get(entry.now)})


def left_addresses(facts: Facts) -> Iterator[FormerAddress]:
    """Give the former addresses of an edition, bare of words of later days, but for what leads to nothing."""
    entries, newest = by_old_id(facts), newest_ids(former_ids(facts))
    for one in facts.former_addresses:
        there = one.now in facts.by_id or one.now in facts.statements or one.now in entries
        if one.now is None or there or one.now in newest:
            bare = {} if one.on <= facts.edition_day else {"name": None, "why": None}
            now = one.now if one.now is None or there else newest[one.now]
            yield one.model_copy(update={"now": now, **bare})


def gone_after(facts: Facts, day: date) -> tuple[Retired, ...]:
    """Give what was taken out after a day, bare of its words, in an order of its own.

    Editions of earlier days had it, so that its address stays in them.
    """
    later = (one for one in (*facts.retired, *facts.later_gone) if not one.renamed and one.on > day)
    bare = (one.model_copy(update={"name": None, "why": None, "now": None}) for one in later)
    return tuple(sorted(bare, key=lambda one: (one.on, str(one.id))))


def left_gone(facts: Facts) -> Iterator[Retired]:
    """Give what an edition has of what was taken out later: not what stood on a page that it has not."""
    others = {one.id for one in (*facts.retired, *facts.later_gone)} | newest_ids(former_ids(facts)).keys()
    for entry in facts.later_gone:
        record = entry.holder or record_of(entry.id)
        is_part = entry.holder or entry.is_statement
        if not is_part or record in facts.by_id or record in others:
            yield entry


def renames_after(facts: Facts, day: date) -> tuple[Retired, ...]:
    """Give the renames after a day, bare of their words, in an order of their own."""
    later = (one for one in (*facts.retired, *facts.later_renames) if one.renamed and one.on > day)
    bare = (one.model_copy(update={"name": None, "why": None}) for one in later)
    return tuple(sorted(bare, key=lambda one: (one.on, str(one.id))))
