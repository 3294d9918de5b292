"""Provenance: what a source rests on when it only repeats others, from which known day on.

Sources form a graph by ``derives_from``. On a day only the sources known by then are in it, and
a retracted source carries nothing any more: neither itself nor what repeats it alone.
An id that is no source (a problem elsewhere) is a source without origins, never known to end.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from generator.derive.known_days import in_force, source_day
from generator.derive.told_when import ToldWhen, told_when
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.sources import Source


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a source rests on while nothing about it changes: ids of sources.

    ``parents`` are those it derives from, known by then, retracted ones too. ``originals`` are what
    it goes back to: itself when it repeats nothing, none when all of it is retracted. ``repeated`` is
    all that stands behind it, less those in a loop with it. ``second_hand``: what it goes back to compiles
    or reprints, and has no witness of its own.
    """

    parents: tuple[str, ...]
    originals: frozenset[str]
    repeated: frozenset[str]
    is_retracted: bool
    second_hand: bool = False


@dataclass(frozen=True, slots=True)
class SourceHistory:
    """A source in the course of time. ``steps`` say from which day on it rests on what, oldest first.

    ``known`` is the day it became known; ``date.max`` for an id that is no source; ``told`` is when it came
    out, as far as it tells. ``retracted`` is the day from which its retraction counts.
    """

    id: str
    known: date
    retracted: date | None
    steps: tuple[tuple[date, Provenance], ...]
    told: ToldWhen

    def on(self, day: date) -> Provenance | None:
        """Give what it rested on, on a day; ``None`` before it was known."""
        return next((provenance for since, provenance in reversed(self.steps) if since <= day), None)


def source_histories(facts: Facts) -> Mapping[str, SourceHistory]:
    """Give the history of every source, and of every id that is cited as one, by id."""
    graph = _Graph(facts)
    sources = (source.id for source in facts.sources)
    return {name: graph.history(name) for name in dict.fromkeys(chain(sources, _cited(facts)))}


def _cited(facts: Facts) -> Iterator[str]:
    """Give each id that a statement or a confirmation cites, or a source derives from."""
    for record, _, statement in facts.each_statement():
        yield from (citation.source for citation in statement.cite)
        if isinstance(record, Event | Relation) and record.confirmed:
            yield from (citation.source for citation in record.confirmed.cite)
    yield from (parent for source in facts.sources for parent in source.derives_from)


class _Graph:
    """The sources of some facts, and what each derives from, whenever it was known."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._sources: dict[str, Source] = {}
        self._retracted: dict[str, date] = {}
        for source in facts.sources:
            if self._sources.setdefault(source.id, source) is source and source.retracted:
                self._retracted[source.id] = in_force(source.retracted, facts)

    def history(self, name: str) -> SourceHistory:
        """Give the history of one source."""
        known = source_day(name, self._facts)
        days = sorted({day for day in self._change_days(name) if day >= known})
        steps = tuple((day, self._provenance(name, day)) for day in days)
        told = told_when(self._sources.get(name))
        return SourceHistory(name, known, self._retracted.get(name), steps, told)

    def _change_days(self, name: str) -> Iterator[date]:
        """Give each day on which what it rests on can change: something known, or retracted."""
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            yield source_day(one, self._facts)
            if one in self._retracted:
                yield self._retracted[one]
            if one in self._sources:
                waiting.extend(self._sources[one].derives_from)

    def _provenance(self, name: str, day: date) -> Provenance:
        parents, retracted = self._parents(name, day), self._is_retracted(name, day)
        if not parents:
            originals = frozenset() if retracted else frozenset({name})
            return Provenance((), originals, frozenset(), retracted, self._is_second_hand(originals))
        originals = frozenset() if retracted else self._originals(name, day)
        repeated, second_hand = self._repeated(name, day), self._is_second_hand(originals)
        return Provenance(parents, originals, repeated, retracted, second_hand)

    def _is_second_hand(self, originals: frozenset[str]) -> bool:
        return bool(originals) and all(
            source is not None and source.second_hand is not None
            for source in map(self._sources.get, originals)
        )

    def _parents(self, name: str, day: date) -> tuple[str, ...]:
        source = self._sources.get(name)
        if source is None or not source.derives_from:
            return ()
        return tuple(parent for parent in source.derives_from if source_day(parent, self._facts) <= day)

    def _is_retracted(self, name: str, day: date) -> bool:
        return name in self._retracted and self._retracted[name] <= day

    def _behind(self, name: str, day: date) -> frozenset[str]:
        """Give the sources that stand behind a source, step by step; itself only when in a loop."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            for parent in self._parents(waiting.pop(), day):
                if parent not in found and not self._is_retracted(parent, day):
                    found.add(parent)
                    waiting.append(parent)
        return frozenset(found)

    def _repeated(self, name: str, day: date) -> frozenset[str]:
        behind = self._behind(name, day)
        if name not in behind:
            return behind
        return frozenset(other for other in behind if name not in self._behind(other, day))

    def _originals(self, name: str, day: date) -> frozenset[str]:
        """Give what it goes back to; a loop with no way out counts as one original."""
        chained = self._behind(name, day) | {name}
        originals = frozenset(source for source in chained if not self._parents(source, day))
        return originals or self._loop_original(chained, day)

    def _loop_original(self, chained: Iterable[str], day: date) -> frozenset[str]:
        """Name a loop by its first member; nothing when the chain only ends in retracted sources."""
        members = sorted(source for source in chained if source in self._behind(source, day))
        return frozenset(members[:1])
