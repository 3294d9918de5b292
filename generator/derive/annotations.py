"""Annotations: what the rules need to know of every statement, found once for some facts.

Each statement gets the day it became known, its sources with what they go back to, and its end, by one
set of rules. All other rules take these values and look nothing up again.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.derive.corroboration import IndependentSpeaker, Interest, independent_speakers
from generator.derive.endings import Ended, ended_statements
from generator.derive.known_days import horizon, in_force
from generator.derive.positions import StatementHistory, statement_history
from generator.derive.provenance import SourceHistory, source_histories
from generator.derive.status import ConfirmationHistory, StatusTimeline, sentence_on, status_timeline
from generator.derive.ties import Ties, ties_of
from generator.derive.told_when import ToldWhen
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts, StatedRecord
from generator.model.figures import Series
from generator.model.refs import Ref
from generator.model.statements import Confirmation


@dataclass(frozen=True)
class Annotations:
    """What is known of every statement and source of some facts.

    ``until`` is the last known day to look at. ``records`` holds the statements of each record in file
    order, by its id; ``sides`` the side of each party; ``confirmations`` the editors' decisions, by record.
    ``compilers`` have no witness of their own. All that the rules look at for one of the ``same`` records is
    as it was in earlier facts.
    """

    until: date
    sources: Mapping[str, SourceHistory]
    records: Mapping[str, tuple[StatementHistory, ...]]
    sides: Mapping[str, str]
    confirmations: Mapping[str, ConfirmationHistory]
    compilers: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset()

    def take_over(self, before: "Annotations") -> None:
        """Take over what was found before of the records that are the same."""
        self._timelines.update((name, one) for name, one in before._timelines.items() if name in self.same)
        self._ties.update((name, one) for name, one in before._ties.items() if name in self.same)

    def of(self, record: StatedRecord) -> tuple[StatementHistory, ...]:
        """Give the statements of a record, in file order."""
        return self.records.get(record.id, ())

    @cached_property
    def known_days(self) -> dict[Ref, date]:
        """The day on which each statement became known."""
        return {one.ref: one.known for statements in self.records.values() for one in statements}

    @cached_property
    def told(self) -> dict[Ref, ToldWhen]:
        """When each statement was made, as far as its sources tell."""
        return {one.ref: one.told for statements in self.records.values() for one in statements}

    def ended(self, record: StatedRecord, day: date | None = None) -> dict[Ref, Ended]:
        """Give the statements of a record that have ended, as known on a day; without one, now."""
        return ended_statements(record, self.of(record), day or self.until, self.sources)

    def status(self, record: Event | Relation) -> StatusTimeline:
        """Say how an event or relation stands on every known day; found once."""
        if record.id not in self._timelines:
            interest, confirmation = Interest(record.favours, self.sides), self.confirmations.get(record.id)
            ties = self.ties(record)
            timeline = status_timeline(self.of(record), interest, self.until, confirmation, ties)
            self._timelines[record.id] = timeline
        return self._timelines[record.id]

    @cached_property
    def _timelines(self) -> dict[str, StatusTimeline]:
        return {}

    def ties(self, record: Event | Relation) -> Ties:
        """Say which claims of an event or relation are about the same; found once."""
        if record.id not in self._ties:
            self._ties[record.id] = ties_of(dict(record.statements))
        return self._ties[record.id]

    @cached_property
    def _ties(self) -> dict[str, Ties]:
        return {}

    def claim_statuses(self, record: Event | Relation) -> Iterator[tuple[Ref, StatusTimeline]]:
        """Say of each claim of a record that asserts something how what it says stands."""
        ties, interest = self.ties(record), Interest(record.favours, self.sides)
        for ref in ties.affirming:
            about = ties.about(ref)
            statements = tuple(one for one in self.of(record) if one.ref in about)
            if len(ties.affirming) == 1 and len(statements) == len(self.of(record)) and not record.confirmed:
                yield ref, self.status(record)
                continue
            yield ref, status_timeline(statements, interest, self.until, None, ties.alone(ref))

    def independent_speakers(self, record: Event | Relation) -> tuple[IndependentSpeaker, ...]:
        """Give the independent speakers of what a record stands for now, earliest statement first."""
        _, positions = sentence_on(self.of(record), self.until, self.ties(record))
        return independent_speakers(positions.affirming, Interest(record.favours, self.sides))

    def lone_statuses(self, record: StatedRecord) -> Iterator[tuple[Ref, StatusTimeline]]:
        """Say of each statement of a record how it would stand alone."""
        interest = Interest(record.favours if isinstance(record, Series) else None, self.sides)
        for one in self.of(record):
            yield one.ref, status_timeline((one,), interest, self.until)


def annotate(facts: Facts) -> Annotations:
    """Annotate every statement of some facts. Linear in the number of statements.

    Use ``facts.once(annotate)`` where others may have asked already.
    """
    sources, until = source_histories(facts), horizon(facts, None)
    compilers = frozenset(actor.id for actor in facts.actors if actor.second_hand)
    sides = {actor.id: actor.side for actor in facts.actors if actor.side}
    confirmations = {
        record.id: _confirmation(record.confirmed, facts, sources)
        for record in facts.records()
        if isinstance(record, Event | Relation) and record.confirmed
    }
    before = facts.earlier.once(annotate) if facts.earlier else None
    made = Annotations(until, sources, {}, sides, confirmations, compilers)
    same = _seen_alike(facts, made, before) if before else frozenset()
    records: dict[str, tuple[StatementHistory, ...]] = {}
    for record in facts.records():
        if before and record.id in same:
            if record.id in before.records:
                records[record.id] = before.records[record.id]
        elif isinstance(record, StatedRecord) and record.statements:
            told = (statement_history(ref, one, sources, compilers) for ref, one in record.statements)
            records[record.id] = (*records.get(record.id, ()), *told)
    made = replace(made, records=records, same=same)
    if before:
        made.take_over(before)
    return made


def _seen_alike(facts: Facts, made: Annotations, before: Annotations) -> frozenset[str]:
    """Give the records of which all that the rules look at is as it was in the earlier facts."""
    earlier = facts.earlier
    unlike = any(before.sources.get(name, history) != history for name, history in made.sources.items())
    around, was = (made.until, made.sides, made.compilers), (before.until, before.sides, before.compilers)
    if earlier is None or unlike or around != was:
        return frozenset()
    # One of two with the same id, which is a problem, is not told from the other.
    numbers = Counter(record.id for each in (facts, earlier) for record in each.records())
    return frozenset(
        name
        for name, record in facts.by_id.items()
        if earlier.by_id.get(name) is record
        and numbers[name] == len((facts, earlier))
        and made.confirmations.get(name) == before.confirmations.get(name)
    )


def _confirmation(
    decision: Confirmation, facts: Facts, sources: Mapping[str, SourceHistory]
) -> ConfirmationHistory:
    cited = dict.fromkeys(citation.source for citation in decision.cite)
    return ConfirmationHistory(in_force(decision, facts), tuple(sources[name] for name in cited))
