"""Snapshots: the facts as they were known on an earlier day.

An edition may lack, never anticipate. Statements go when nothing they cite was known; events, figures and
relations go with their statements; actors and places stay while something kept refers to them, or a claim
about them or a relation of theirs is kept. Sides and populations are the explainer's own vocabulary and stay.

Every value is asked by its kind, whichever record holds it, so that a new field needs no new
rule: what cites goes with its citations, editorial words without a day go, and a record that
rests on claims or figures goes when it has none left. Dates say nothing of any later day
(``dates_by_day``), and are as vague as they were before the claims that narrowed them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile
from typing import Any, TypeVar

from generator.derive.known_days import in_force, known_day, source_day
from generator.derive.retired import gone_after, left_addresses, left_gone, left_of, renames_after
from generator.derive.snapshot_links import LinkMemory, Referrer, Unlinker, known_prose, needed
from generator.derive.ties import left_of_ties
from generator.model.actors import Actor, Relation
from generator.model.dates import When
from generator.model.dates_by_day import date_by, period_by
from generator.model.events import ControlChange, Event
from generator.model.explainer import Explainer, Headline
from generator.model.facts import Facts
from generator.model.fields import Citation, Entry, Note
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.refs import Target
from generator.model.retired import Retired
from generator.model.sources import LeftOut, Retraction, Source, WithCare
from generator.model.statements import Claim, Confirmation, Correction

E = TypeVar("E", bound=Entry)


class Snapshotter:
    """The facts that say what was known by a day.

    What is left of a record is the same from that day until one on which more of it was known: days that
    are asked for in order have it made once.
    """

    def __init__(self, facts: Facts) -> None:
        """Begin with nothing asked."""
        self._facts, self._day = facts, date.min
        self._until = date.max  # the first day after this on which more is known of what is looked at
        self._left: dict[int, tuple[Entry, date, date, Entry | None]] = {}
        self.links = LinkMemory()

    def all_of(self, entries: Iterable[E], day: date) -> tuple[E, ...]:
        """Give what is left of some records of the facts on a day, in order."""
        self._day = day
        return tuple(left for entry in entries if (left := self._once(entry)) is not None)

    def _once(self, entry: E) -> E | None:
        _, since, until, left = self._left.get(id(entry), (entry, date.max, date.min, None))
        if not since <= self._day < until:
            self._until = date.max
            left = self._of(entry)
            self._left[id(entry)] = entry, self._day, self._until, left
        found: Any = left
        return found  # type: ignore[no-any-return]

    def _has_come(self, day: date) -> bool:
        if day > self._day:
            self._until = min(self._until, day)
        return day <= self._day

    def _of(self, entry: E) -> E | None:
        if not self._known(entry):
            return None
        left = _changed(entry, {name: self._field(entry, name) for name in type(entry).model_fields})
        return None if _groundless(left) else _without_lost_rivals(left, getattr(entry, "claims", ()))

    def _known(self, entry: Entry) -> bool:
        match entry:
            case LeftOut() | WithCare():
                return False  # an editor's words without a day
            case Note():
                return entry.since is not None and self._has_come(entry.since)
            case Headline():
                return entry.since is None or self._has_come(entry.since)
            case Confirmation() | Retraction():
                return self._has_come(in_force(entry, self._facts))
            case Correction() | Retired():
                return self._has_come(entry.on)
            case Source():
                return self._has_come(source_day(entry.id, self._facts))
            case _:
                cite = getattr(entry, "cite", None)
                return cite is None or self._has_come(known_day(cite, self._facts))

    def _field(self, entry: Entry, name: str) -> Any:
        value = getattr(entry, name)
        if not isinstance(value, When):
            return self._value(value)
        told = period_by(value, self._day) if name == "period" else date_by(value, self._day)
        if told != value:
            self._until = min(self._until, self._day + timedelta(days=1))  # it may be told otherwise then
        if told != value and told.start is None and isinstance(entry, Relation):
            return None  # that it ends was not known, and since when is not known now
        return value if told == value else told

    def _value(self, value: Any) -> Any:
        match value:
            case Entry():
                return self._of(value)
            case Citation():
                return value if self._has_come(source_day(value.source, self._facts)) else None
            case tuple():
                left = tuple(new for each in value if (new := self._value(each)) is not None)
                return value if left == value else left
            case _:
                return value


def _changed(entry: E, values: dict[str, Any]) -> E:
    """Copy an entry with new values; the entry itself when none is new."""
    new = {name: value for name, value in values.items() if value is not getattr(entry, name)}
    return entry.model_copy(update=new) if new else entry


def _groundless(entry: Entry) -> bool:
    match entry:
        case Event() | Relation():
            return not entry.claims
        case Series():
            return not entry.figures
        case _:
            return False


def _without_lost_rivals(entry: E, whole: tuple[Claim, ...]) -> E:
    """Drop the ids of claims that are gone, and changes of control that rested on those alone."""
    if not isinstance(entry, Event | Relation | Actor | Place):
        return entry
    left = {claim.id for claim in entry.claims}
    values: dict[str, Any] = {}
    if len(entry.claims) != len(whole):
        values["claims"] = tuple(left_of_ties(whole, left, entry.claims))
    if isinstance(entry, Event):
        changes = tuple(_grounded(entry.changes, left))
        values["changes"] = entry.changes if changes == entry.changes else changes
        values |= _dated_then(entry, left)
    return _changed(entry, values)


def _dated_then(event: Event, left: set[str]) -> dict[str, Any]:
    """Give the date of an event before the first claim that narrowed it and is gone, and what led to that."""
    known = tuple(takewhile(lambda step: step.claim in left, event.narrowed))
    if len(known) == len(event.narrowed):
        return {}
    return {"occurred": event.narrowed[len(known)].was, "narrowed": known}


def _grounded(changes: tuple[ControlChange, ...], left: set[str]) -> Iterator[ControlChange]:
    for change in changes:
        claims, lost = narrowed(change.claims, left), change.lost
        if lost:
            said = narrowed(lost.claims, left)
            lost = _changed(lost, {"claims": said}) if said else None
        if claims or not change.claims:
            yield _changed(change, {"claims": claims, "lost": lost})


def narrowed(ids: tuple[str, ...], kept: Iterable[str]) -> tuple[str, ...]:
    """Give the ids that are kept; the same tuple when all are."""
    present = frozenset(kept)
    return ids if present.issuperset(ids) else tuple(name for name in ids if name in present)


# Lists of ids that a record can do without.
_SPARED = ("derives_from", "about", "distinct_from")


def pruned(entry: E, kept: frozenset[str]) -> E:
    """Drop from a trimmed record the ids of records that are gone, where it can do without them."""
    values = {name: narrowed(getattr(entry, name), kept) for name in _SPARED if hasattr(entry, name)}
    if isinstance(entry, Source) and entry.carries and entry.carries not in kept:
        return _changed(entry, {**values, "carries": None})
    return _changed(entry, values)


def known_at(facts: Facts, day: date) -> Facts:
    """Give the facts as known on a day; ``known`` is that day, or an earlier one it had.

    ``known_at(known_at(f, a), b) == known_at(f, min(a, b))``; every reference in the result
    resolves when it did in ``facts``; what is known on a day is known on every later one.
    """
    day = min(day, facts.known) if facts.known else day
    trimmed = _trimmed(facts, day)
    entities = _entities(trimmed)
    holders, links = list(_holders(trimmed)), facts.once(Snapshotter).links
    before = _only(trimmed, needed(holders, entities, links) | _own_ground(trimmed))
    references = _references(facts, before)
    questions, day_words = known_prose(facts, day, references)
    kept = needed([*holders, *questions, *day_words], entities, links) | _own_ground(trimmed)
    edition = _tidied(facts, replace(_only(trimmed, kept), questions=questions, day_words=day_words))
    return replace(edition, base_map=facts.base_map, words=facts.words)


def _trimmed(facts: Facts, day: date) -> Facts:
    """Trim every record by itself; questions are left out until it is known what they rest on."""
    cut = facts.once(Snapshotter)
    explainer = facts.explainer
    return Facts(
        explainer=explainer.model_copy(update={"headlines": cut.all_of(explainer.headlines, day)}),
        sources=cut.all_of(facts.sources, day),
        actors=cut.all_of(facts.actors, day),
        places=cut.all_of(facts.places, day),
        events=cut.all_of(facts.events, day),
        series=cut.all_of(facts.series, day),
        retired=cut.all_of(facts.retired, day),
        later_renames=renames_after(facts, day),
        later_gone=gone_after(facts, day),
        former_addresses=facts.former_addresses,
        known=day,
    )


def _entities(facts: Facts) -> dict[str, Actor | Place]:
    entities: list[Actor | Place] = [*facts.actors, *facts.places]
    return {entity.id: entity for entity in entities}


def _own_ground(facts: Facts) -> frozenset[str]:
    """Give the actors and places with kept claims or relations: known facts are not dropped with them.

    Map coordinates alone are no reason to name a place that nothing speaks of yet.
    """
    actors = (actor.id for actor in facts.actors if actor.claims or actor.relations)
    return frozenset(actors) | {place.id for place in facts.places if place.claims}


def _holders(facts: Facts) -> Iterator[Referrer]:
    """Give the records that are kept for their own sake."""
    yield facts.explainer
    yield from (*facts.sources, *facts.events, *facts.series)
    own = _own_ground(facts)
    yield from (entity for name, entity in _entities(facts).items() if name in own)


def _only(facts: Facts, entities: frozenset[str]) -> Facts:
    return replace(
        facts,
        actors=tuple(actor for actor in facts.actors if actor.id in entities),
        places=tuple(place for place in facts.places if place.id in entities),
    )


def _references(facts: Facts, edition: Facts) -> frozenset[Target]:
    """Give what a sentence may cite: the records and statements of an edition.

    An actor or place that anything is stated about counts once one such statement is known:
    that it is named elsewhere is no ground for a sentence about it.
    """
    silent = _stated(facts) - _stated(edition)
    return frozenset((edition.by_id.keys() - silent) | edition.statements.keys())


def _stated(facts: Facts) -> frozenset[str]:
    actors = (actor.id for actor in facts.actors if actor.claims or actor.relations)
    return frozenset(actors) | {place.id for place in facts.places if place.claims or place.point}


def _tidied(facts: Facts, edition: Facts) -> Facts:
    """Drop the ids and unlink the links that would dangle. Names come from the whole ``facts``."""
    kept = frozenset(edition.by_id)
    there = frozenset(edition.by_id.keys() | edition.statements.keys())
    unlink = Unlinker(facts, there, facts.once(Snapshotter).links)
    return Facts(
        explainer=unlink.entry(_explainer(edition.explainer, kept)),
        sources=unlink.entries(pruned(source, kept) for source in edition.sources),
        actors=unlink.entries(pruned(actor, kept) for actor in edition.actors),
        places=unlink.entries(pruned(place, kept) for place in edition.places),
        events=unlink.entries(pruned(event, kept) for event in edition.events),
        series=unlink.entries(pruned(series, kept) for series in edition.series),
        questions=tuple(unlink.question(question) for question in edition.questions),
        day_words=tuple(map(unlink.words_of_day, edition.day_words)),
        retired=unlink.entries(left_of(edition)),
        later_renames=edition.later_renames,
        later_gone=tuple(left_gone(edition)),
        former_addresses=unlink.entry(tuple(left_addresses(edition))),
        known=edition.known,
    )


def _explainer(explainer: Explainer, kept: frozenset[str]) -> Explainer:
    lead = explainer.lead if explainer.lead in kept else None
    return explainer.model_copy(update={"lead": lead, "numbers": narrowed(explainer.numbers, kept)})
