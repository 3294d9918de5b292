"""Provenance: what a source rests on when it only repeats others, as known on a day.

Sources form a graph by ``derives_from``. On a day only the sources known by then are in it, and
a retracted source carries nothing any more: neither itself nor what repeats it alone.
An id that is no source (a problem elsewhere) is a source without origins, never known to end.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.derive.known import in_force, source_day
from generator.model.facts import Facts
from generator.model.sources import Source


def parents(source_id: str, facts: Facts, day: date) -> tuple[str, ...]:
    """Give the sources that a source derives from, those known on the day, retracted ones too."""
    source = facts.by_id.get(source_id)
    if not isinstance(source, Source) or not source.derives_from:
        return ()
    return tuple(parent for parent in source.derives_from if source_day(parent, facts) <= day)


def retracted(source_id: str, facts: Facts, day: date) -> bool:
    """Say whether a source was taken back by its publisher on or before the day."""
    source = facts.by_id.get(source_id)
    if not isinstance(source, Source) or source.retracted is None:
        return False
    return in_force(source.retracted, facts) <= day


def sources_behind(source_id: str, facts: Facts, day: date) -> frozenset[str]:
    """Give the sources that stand behind a source, step by step; itself only when in a loop."""
    found: set[str] = set()
    waiting = [source_id]
    while waiting:
        for parent in parents(waiting.pop(), facts, day):
            if parent not in found and not retracted(parent, facts, day):
                found.add(parent)
                waiting.append(parent)
    return frozenset(found)


def repeated_sources(source_id: str, facts: Facts, day: date) -> frozenset[str]:
    """Give what a source repeats: all that stands behind it, less those in a loop with it."""
    behind = sources_behind(source_id, facts, day)
    if source_id not in behind:
        return behind
    return frozenset(other for other in behind if source_id not in sources_behind(other, facts, day))


def original_sources(source_id: str, facts: Facts, day: date) -> frozenset[str]:
    """Give the originals that a source rests on: itself when it repeats nothing; none if all fell.

    A loop of sources that repeat each other, with no way out, counts as one original.
    """
    if retracted(source_id, facts, day):
        return frozenset()
    if not parents(source_id, facts, day):
        return frozenset({source_id})
    chain = sources_behind(source_id, facts, day) | {source_id}
    originals = frozenset(source for source in chain if not parents(source, facts, day))
    return originals or _loop_original(chain, facts, day)


def _loop_original(chain: Iterable[str], facts: Facts, day: date) -> frozenset[str]:
    """Name a loop by its first member; nothing when the chain only ends in retracted sources."""
    members = sorted(source for source in chain if source in sources_behind(source, facts, day))
    return frozenset(members[:1])


def change_days(sources: Iterable[str], facts: Facts) -> Iterator[date]:
    """Give each day on which the grounds of some sources can change: something known, or retracted."""
    seen: set[str] = set()
    waiting = list(sources)
    while waiting:
        source_id = waiting.pop()
        if source_id in seen:
            continue
        seen.add(source_id)
        yield source_day(source_id, facts)
        source = facts.by_id.get(source_id)
        if isinstance(source, Source):
            if source.retracted:
                yield in_force(source.retracted, facts)
            waiting.extend(source.derives_from)
