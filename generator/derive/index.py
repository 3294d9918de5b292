"""The index: what refers to what, and how it stands, looked up once for a whole site."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from generator.derive.annotations import Annotations, annotate
from generator.derive.changes import Change, StatusHistories, changes_of
from generator.derive.common_ground import CommonGround, common_ground
from generator.derive.disagreements import Disagreement, disagreement
from generator.derive.endings import Ended
from generator.derive.renames import former_ids, newest_ids
from generator.derive.retired import by_any_old_id, told_on
from generator.derive.status import StatusTimeline
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts, StatedRecord
from generator.model.refs import Ref, Refs, Target
from generator.model.retired import FormerAddress, Retired
from generator.model.statements import Claim, printed_speakers

Ids: TypeAlias = tuple[str, ...]
K = TypeVar("K")
M = TypeVar("M")


@dataclass(frozen=True, kw_only=True)
class Index:
    """Read-only lookups. Tuples are in file order; an id that has none is absent: use ``get(id, ())``.

    Ids are keys of ``Facts.by_id``, references keys of ``Facts.statements``.
    """

    timelines: Mapping[str, StatusTimeline]  # event or relation -> how it stands on each known day
    claim_timelines: Mapping[Ref, StatusTimeline]  # asserting claim of one -> how what it says stands
    changes: Mapping[str, tuple[Change, ...]]  # record -> what became of it on each known day
    ended: Mapping[Ref, Ended]  # how and when a statement ended; absent while it stands
    confirmations: Mapping[str, bool]  # record that an editor confirms -> whether the grounds still stand
    retired: Mapping[Target, Retired]  # old id of a record or statement -> what became of it
    retired_from: Mapping[
        str, tuple[Target, ...]
    ]  # record with a page -> what is told of on it; SHARED: series
    told_on: Mapping[Target, str]  # old id -> the record with the page on which it is told of
    former: Mapping[Target, tuple[Target, ...]]  # record or statement -> its older ids, oldest first
    newest: Mapping[Target, Target]  # older id of a record or statement -> what it leads to
    addresses: Mapping[str, FormerAddress]  # address of a page or of a part of one -> where it leads
    left_on: Mapping[str, Ids]  # address of a page -> former addresses of parts of it
    known_days: Mapping[Ref, date]  # the day on which a statement became known
    retracted: Mapping[str, date]  # source -> the day from which its retraction counts
    confirmed: Mapping[str, date]  # record -> the day from which an editor's confirmation counts
    parties: Set[str]  # actors with a side
    said_by: Mapping[str, Refs]  # actor -> what it said (figures, points too)
    statements_of_source: Mapping[str, Refs]  # source -> statements that cite it
    speakers_of_source: Mapping[str, Ids]  # source -> actors whose words it prints, of those it is cited for
    repeats_of_source: Mapping[str, Ids]  # source -> sources that derive from it
    events_of_actor: Mapping[str, Ids]  # actor (or side) -> events it takes part in, or holds a place after
    events_of_place: Mapping[str, Ids]  # place -> events there, or that change its control
    events_from: Mapping[str, Ids]  # number of a day, in digits -> events that may begin on it first
    series_of_place: Mapping[str, Ids]  # place -> series counted there
    series_of_event: Mapping[str, Ids]  # event -> series about it
    relations_to: Mapping[str, Ids]  # actor -> relations that others have to it
    places_within: Mapping[str, Ids]  # place -> places directly inside it
    disagreements: Mapping[str, Disagreement]  # record -> what its accounts differ on, or did
    common_grounds: Mapping[str, CommonGround]  # record in disagreement -> what its accounts agree on


def index(facts: Facts) -> Index:
    """Build every lookup in one pass over the facts.

    Use ``facts.once(index)`` where others may have asked already.
    """
    annotations = facts.once(annotate)
    before = _Before(
        facts.earlier.once(index) if annotations.same and facts.earlier else None, annotations.same
    )
    timelines = {record.id: annotations.status(record) for record in _decidable(facts)}
    differing = _disagreements(facts, annotations, before)
    return Index(
        timelines=MappingProxyType(timelines),
        claim_timelines=MappingProxyType(_claim_timelines(facts, annotations, before)),
        changes=MappingProxyType(_changes(facts, annotations, timelines, before)),
        ended=MappingProxyType(_ended(facts, annotations, before)),
        confirmations=MappingProxyType(dict(_standing_confirmations(annotations))),
        **_of_before(facts),
        known_days=MappingProxyType(annotations.known_days),
        retracted=MappingProxyType(dict(_retractions(annotations))),
        confirmed=MappingProxyType({name: one.since for name, one in annotations.confirmations.items()}),
        parties=frozenset(annotations.sides),
        said_by=_grouped((name, ref) for _, ref, said in facts.each_statement() for name in said.by),
        statements_of_source=_grouped((source, ref) for source, ref, _ in _citations(facts)),
        speakers_of_source=_grouped(_printed(facts)),
        repeats_of_source=_grouped((origin, s.id) for s in facts.sources for origin in s.derives_from),
        events_of_actor=_grouped((actor, e.id) for e in facts.events for actor in _takes_part(e)),
        events_of_place=_grouped((place, e.id) for e in facts.events for place in _takes_place(e)),
        events_from=_grouped((str(e.occurred.first), e.id) for e in facts.events),
        series_of_place=_grouped((series.where, series.id) for series in facts.series),
        series_of_event=_grouped((event, series.id) for series in facts.series for event in series.about),
        relations_to=_grouped((r.to, r.id) for actor in facts.actors for r in actor.relations),
        places_within=_grouped((place.within, place.id) for place in facts.places if place.within),
        disagreements=MappingProxyType(differing),
        common_grounds=MappingProxyType(_common_grounds(differing, facts, annotations, before)),
    )


def _of_before(facts: Facts) -> dict[str, Any]:
    """Give what the index says of records, ids and addresses that are no more."""
    retired, former = by_any_old_id(facts), facts.once(former_ids)
    told = {old: told_on(entry, facts, retired) for old, entry in retired.items()}
    return {
        "retired": MappingProxyType(retired),
        "retired_from": _grouped((page, old) for old, page in told.items()),
        "told_on": MappingProxyType(told),
        "former": former,
        "newest": newest_ids(former),
        "addresses": MappingProxyType({one.address: one for one in facts.former_addresses}),
        "left_on": _grouped((one.page, one.address) for one in facts.former_addresses if one.anchor),
    }


def _grouped(pairs: Iterable[tuple[K, M]]) -> Mapping[K, tuple[M, ...]]:
    """Group members by key, each once, in the order they come."""
    found: dict[K, dict[M, None]] = {}
    for key, member in pairs:
        found.setdefault(key, {})[member] = None
    return MappingProxyType({key: tuple(members) for key, members in found.items()})


def _decidable(facts: Facts) -> Iterator[Event | Relation]:
    for actor in facts.actors:
        yield from actor.relations
    yield from facts.events


class _Before:
    """The lookups of the earlier facts, for those records of which they still hold."""

    def __init__(self, before: Index | None, same: Set[str]) -> None:
        self._same = same if before else frozenset[str]()
        self.timelines = _by_record(before.claim_timelines) if before else {}
        self.ended = _by_record(before.ended) if before else {}
        self.changes = before.changes if before else {}
        self.disagreements = before.disagreements if before else {}
        self.common_grounds = before.common_grounds if before else {}

    def hold(self, record: str) -> bool:
        """Say whether they hold of a record."""
        return record in self._same


def _by_record(found: Mapping[Ref, M]) -> dict[str, list[tuple[Ref, M]]]:
    grouped: dict[str, list[tuple[Ref, M]]] = {}
    for ref, one in found.items():
        grouped.setdefault(ref.record, []).append((ref, one))
    return grouped


def _claim_timelines(facts: Facts, annotations: Annotations, before: _Before) -> dict[Ref, StatusTimeline]:
    """Give the standing of every claim on events and relations; an opinion has none."""
    found: dict[Ref, StatusTimeline] = {}
    for record in _decidable(facts):
        if before.hold(record.id):
            found.update(before.timelines.get(record.id, ()))
        else:
            stand = annotations.claim_statuses(record)
            found.update((ref, timeline) for ref, timeline in stand if not _is_opinion(facts, ref))
    return found


def _is_opinion(facts: Facts, ref: Ref) -> bool:
    statement = facts.statements[ref]
    return isinstance(statement, Claim) and statement.opinion


def _retractions(annotations: Annotations) -> Iterator[tuple[str, date]]:
    return ((name, one.retracted) for name, one in annotations.sources.items() if one.retracted)


def _standing_confirmations(annotations: Annotations) -> Iterator[tuple[str, bool]]:
    for name, one in annotations.confirmations.items():
        yield name, one.counts_on(annotations.until)


def _disagreements(facts: Facts, annotations: Annotations, before: _Before) -> dict[str, Disagreement]:
    """Give every disagreement there is or was, in the order of ``facts.records()``."""
    found = {
        record.id: before.disagreements.get(record.id)
        if before.hold(record.id)
        else disagreement(record, annotations)
        for record in _stated(facts)
    }
    return {name: one for name, one in found.items() if one}


def _common_grounds(
    differing: Mapping[str, Disagreement], facts: Facts, annotations: Annotations, before: _Before
) -> dict[str, CommonGround]:
    return {
        name: before.common_grounds[name]
        if before.hold(name)
        else common_ground(one, facts.by_id[name], annotations)
        for name, one in differing.items()
    }


def _stated(facts: Facts) -> Iterator[StatedRecord]:
    return (record for record in facts.records() if isinstance(record, StatedRecord))


def _changes(
    facts: Facts, annotations: Annotations, timelines: Mapping[str, StatusTimeline], before: _Before
) -> dict[str, tuple[Change, ...]]:
    """Give what became of each record, those left out of which nothing is known."""
    new = [record for record in _stated(facts) if not before.hold(record.id)]
    others = (record for record in new if not isinstance(record, Event | Relation))
    lone = (pair for record in others for pair in annotations.lone_statuses(record))
    histories = StatusHistories(
        {name: timeline.history for name, timeline in timelines.items()},
        {ref: timeline.history for ref, timeline in lone},
    )
    found = {
        record.id: before.changes.get(record.id, ())
        if before.hold(record.id)
        else changes_of(record, annotations, histories)
        for record in _stated(facts)
    }
    return {name: changes for name, changes in found.items() if changes}


def _ended(facts: Facts, annotations: Annotations, before: _Before) -> dict[Ref, Ended]:
    found: dict[Ref, Ended] = {}
    for record in _stated(facts):
        hold = before.hold(record.id)
        found.update(before.ended.get(record.id, ()) if hold else annotations.ended(record))
    return found


def _citations(facts: Facts) -> Iterator[tuple[str, Ref, str]]:
    """Give each citation as source, the statement that has it, and speaker."""
    for _, ref, statement in facts.each_statement():
        for citation in statement.cite:
            yield from ((citation.source, ref, speaker) for speaker in statement.by)


def _printed(facts: Facts) -> Iterator[tuple[str, str]]:
    """Give each source with the speakers that it prints, which the editors may have put right."""
    for _, _, statement in facts.each_statement():
        for citation in statement.cite:
            printed = printed_speakers(statement, citation.source)
            yield from ((citation.source, name) for name in (statement.by if printed is None else printed))


def _takes_part(event: Event) -> Iterator[str]:
    yield from event.who
    yield from (change.holder for change in event.changes)


def _takes_place(event: Event) -> Iterator[str]:
    yield from event.where
    yield from (change.place for change in event.changes)
