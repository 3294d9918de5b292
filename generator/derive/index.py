"""The index: what refers to what, and how it stands, looked up once for a whole site."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from itertools import chain
from types import MappingProxyType
from typing import TypeAlias

from generator.derive.changes import Change, StatusHistories, changes_by_record
from generator.derive.common_ground import CommonGround, common_ground
from generator.derive.disagreements import Disagreement, disagreements
from generator.derive.known import known_day, source_day
from generator.derive.lifecycle import Ended, ended_statements
from generator.derive.retired import by_old_id, told_on
from generator.derive.status import Status, is_confirmed, standing_and_history, statement_standing_and_history
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.figures import Series
from generator.model.retired import Retired

Ids: TypeAlias = tuple[str, ...]
Past: TypeAlias = tuple[Status, tuple[Status, ...]]  # how something stands, and its status history


@dataclass(frozen=True, kw_only=True)
class Index:
    """Read-only lookups. Tuples are in file order; an id that has none is absent: use ``get(id, ())``.

    A *ref* is a statement reference ``record/claim``, a key of ``Facts.statements``; every other
    id is a key of ``Facts.by_id``.
    """

    statuses: Mapping[str, Status]  # event or relation -> how it stands
    histories: Mapping[str, tuple[Status, ...]]  # event or relation -> its status history
    statement_statuses: Mapping[str, Status]  # ref of a figure, point, or claim on an actor or place
    changes: Mapping[str, tuple[Change, ...]]  # record -> what became of it on each known day
    fallen: Mapping[str, Ended]  # ref -> how and when a statement fell; absent while it stands
    confirmations: Mapping[str, bool]  # record that an editor confirms -> whether the grounds still stand
    retired: Mapping[str, Retired]  # old id of a record or statement -> what became of it
    retired_from: Mapping[str, Ids]  # record with a page -> old ids that are told of on it; SHARED: series
    known_days: Mapping[str, date]  # ref -> the day the statement became known
    first_known: Mapping[str, date]  # record -> earliest known day of its own statements; sources too
    parties: Set[str]  # actors with a side
    claims_by_speaker: Mapping[str, Ids]  # actor -> refs of what it said (figures, points too)
    statements_of_source: Mapping[str, Ids]  # source -> refs that cite it
    confirmations_of_source: Mapping[str, Ids]  # source -> records that it helps an editor confirm
    speakers_of_source: Mapping[str, Ids]  # source -> actors whose words it is cited for
    repeats_of_source: Mapping[str, Ids]  # source -> sources that derive from it
    sources_carrying: Mapping[str, Ids]  # actor -> sources that print its text
    events_of_actor: Mapping[str, Ids]  # actor (or side) -> events it takes part in, or holds a place after
    events_of_place: Mapping[str, Ids]  # place -> events there, or that change its control
    series_of_place: Mapping[str, Ids]  # place -> series counted there
    series_of_event: Mapping[str, Ids]  # event -> series about it
    relations_to: Mapping[str, Ids]  # actor -> relations that others have to it
    actors_of_side: Mapping[str, Ids]  # side -> the parties on it
    places_within: Mapping[str, Ids]  # place -> places directly inside it
    disagreements: Mapping[str, Disagreement]  # record -> what its accounts differ on, or did
    common_grounds: Mapping[str, CommonGround]  # record in disagreement -> what its accounts agree on
    questions_citing: Mapping[str, Ids]  # record or ref, as cited -> questions that cite it


def index(facts: Facts) -> Index:
    """Build every lookup in one pass over the facts."""
    contested = {record.id: standing_and_history(record, facts) for record in _contested(facts)}
    alone = dict(_lone_statuses(facts))
    days = {ref: known_day(said.cite, facts) for _, ref, said in facts.each_statement()}
    known = StatusHistories(days, _histories(contested), _histories(alone))
    gone = by_old_id(facts)
    differing = {found.record: found for found in disagreements(facts)}
    return Index(
        statuses=_statuses(contested),
        histories=known.records,
        statement_statuses=_statuses(alone),
        changes=MappingProxyType(changes_by_record(facts, known)),
        fallen=MappingProxyType(dict(ended_statements(facts))),
        confirmations=_confirmations(facts),
        retired=MappingProxyType(gone),
        retired_from=_grouped((told_on(entry, facts, gone), name) for name, entry in gone.items()),
        known_days=MappingProxyType(days),
        first_known=_first_known(facts),
        parties=frozenset(actor.id for actor in facts.actors if actor.side),
        claims_by_speaker=_grouped((said.by, ref) for _, ref, said in facts.each_statement()),
        statements_of_source=_grouped((source, ref) for source, ref, _ in _citations(facts)),
        confirmations_of_source=_grouped(_confirming(facts)),
        speakers_of_source=_grouped((source, speaker) for source, _, speaker in _citations(facts)),
        repeats_of_source=_grouped((origin, s.id) for s in facts.sources for origin in s.derives_from),
        sources_carrying=_grouped((source.carries, source.id) for source in facts.sources if source.carries),
        events_of_actor=_grouped((actor, e.id) for e in facts.events for actor in _takes_part(e)),
        events_of_place=_grouped((place, e.id) for e in facts.events for place in _takes_place(e)),
        series_of_place=_grouped((series.where, series.id) for series in facts.series),
        series_of_event=_grouped((event, series.id) for series in facts.series for event in series.about),
        relations_to=_grouped((r.to, r.id) for actor in facts.actors for r in actor.relations),
        actors_of_side=_grouped((actor.side, actor.id) for actor in facts.actors if actor.side),
        places_within=_grouped((place.within, place.id) for place in facts.places if place.within),
        disagreements=MappingProxyType(differing),
        common_grounds=MappingProxyType({name: common_ground(one, facts) for name, one in differing.items()}),
        questions_citing=_grouped(_question_refs(facts)),
    )


def _confirmations(facts: Facts) -> Mapping[str, bool]:
    decided = (record for record in _contested(facts) if record.confirmed)
    return MappingProxyType({record.id: is_confirmed(record, facts) for record in decided})


def _confirming(facts: Facts) -> Iterator[tuple[str, str]]:
    """Give each source that helps an editor confirm a record, with that record."""
    for record in _contested(facts):
        for citation in record.confirmed.cite if record.confirmed else ():
            yield citation.source, record.id


def _statuses(pasts: Mapping[str, Past]) -> Mapping[str, Status]:
    return MappingProxyType({name: standing for name, (standing, _) in pasts.items()})


def _histories(pasts: Mapping[str, Past]) -> Mapping[str, tuple[Status, ...]]:
    return MappingProxyType({name: history for name, (_, history) in pasts.items()})


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Ids]:
    """Group ids by key, each once, in the order they come."""
    found: dict[str, dict[str, None]] = {}
    for key, member in pairs:
        found.setdefault(key, {})[member] = None
    return MappingProxyType({key: tuple(members) for key, members in found.items()})


def _contested(facts: Facts) -> Iterator[Event | Relation]:
    yield from chain.from_iterable(actor.relations for actor in facts.actors)
    yield from facts.events


def _lone_statuses(facts: Facts) -> Iterator[tuple[str, Past]]:
    for record, ref, statement in facts.each_statement():
        if not isinstance(record, Event | Relation):
            favours = record.favours if isinstance(record, Series) else None
            yield ref, statement_standing_and_history(statement, facts, favours)


def _first_known(facts: Facts) -> Mapping[str, date]:
    days = {source.id: source_day(source.id, facts) for source in facts.sources}
    for record, _, statement in facts.each_statement():
        known = known_day(statement.cite, facts)
        days[record.id] = min(known, days.get(record.id, known))
    return MappingProxyType(days)


def _citations(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Give each citation as source, ref of the statement that has it, and speaker."""
    for _, ref, statement in facts.each_statement():
        for citation in statement.cite:
            yield citation.source, ref, statement.by


def _takes_part(event: Event) -> Iterator[str]:
    yield from event.who
    yield from (change.holder for change in event.changes)


def _takes_place(event: Event) -> Iterator[str]:
    yield from event.where
    yield from (change.place for change in event.changes)


def _question_refs(facts: Facts) -> Iterator[tuple[str, str]]:
    for question in facts.questions:
        for _, blocks in question.answers:
            for sentence in chain.from_iterable(item for block in blocks for item in block.items):
                yield from ((ref, question.id) for ref in sentence.refs)
