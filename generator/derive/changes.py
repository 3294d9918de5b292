"""Changes: for one record, on which known days something about it changed, and what.

Everything comes from known days, status histories and retractions, so that
no edition has to be made to learn what one day brought. Where a place lies is in no timeline: a
position on the map is no news.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import TypeAlias

from generator.derive.known import in_force, source_day
from generator.derive.lifecycle import ended_in
from generator.derive.positions import AFFIRMING
from generator.derive.status import Status
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts, Record
from generator.model.figures import Figure
from generator.model.places import Point
from generator.model.statements import Claim
from generator.model.vocabulary import Stance, StatusName


class ChangeKind(StrEnum):
    """What became of a record. The last three only tell two revisions of the facts apart."""

    NEW = "new"  # first known, or one more statement that leaves its status as it was
    RAISED = "raised"  # better established than before
    LOWERED = "lowered"  # less established than before
    DISPUTED = "disputed"  # somebody denies what another says
    CORRECTED = "corrected"  # something said of it was taken back; its status stayed
    WITHDRAWN = "withdrawn"  # nothing that was said of it stands any more
    EDITED = "edited"  # written otherwise
    REMOVED = "removed"  # no longer there
    RENAMED = "renamed"  # the same under another id


# From the weakest ground to the best. Of a disputed record less is agreed than of one nobody denies.
RANK = (
    StatusName.WITHDRAWN,
    StatusName.DISPUTED,
    StatusName.CLAIMED,
    StatusName.REPORTED,
    StatusName.CORROBORATED,
    StatusName.CONFIRMED,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one record: there is at most one of a record on a known day.

    ``refs`` are the statements it is about, in file order: those that the day brought, those they
    take back, else all that were known. ``before`` and ``after`` are its statuses; ``None`` for
    what was not known yet, and for actors, places and series, which have none unless withdrawn.
    ``was`` is the former id of a renamed record.
    """

    kind: ChangeKind
    record: str
    refs: tuple[str, ...]
    day: date
    before: StatusName | None = None
    after: StatusName | None = None
    was: str = ""

    @property
    def sort_key(self) -> tuple[date, str, str]:
        """By day, then by record."""
        return (self.day, self.record, self.kind)


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """A known day with everything that it brought, by record; never empty."""

    day: date
    changes: tuple[Change, ...]


ClaimOrFigure: TypeAlias = Claim | Figure
StatusTurns: TypeAlias = tuple[tuple[date, StatusName | None], ...]


@dataclass(frozen=True, slots=True)
class RecordTimeline:
    """What happened to a record, by known day.

    ``said`` holds the day of each statement, in file order; ``standings`` the days on which its
    status changed, oldest first. An actor, place or series has no status, but counts as withdrawn
    once nothing that was said of it stands. ``taken`` are statements that were taken back,
    corrected (by their speaker or by the editors) or lost a source, and those that did it, by the day of it.
    """

    record: str
    said: Mapping[str, date]
    standings: StatusTurns
    taken: Mapping[date, frozenset[str]]

    @property
    def days(self) -> list[date]:
        """Every day on which anything about it changed, oldest first."""
        return sorted({*self.said.values(), *(day for day, _ in self.standings), *self.taken})

    def standing(self, day: date) -> StatusName | None:
        """How it stood at the end of a day; ``None`` before anything was known, or without a status."""
        return next((name for since, name in reversed(self.standings) if since <= day), None)


@dataclass(frozen=True, slots=True)
class StatusHistories:
    """What courses are made from: when each statement became known, and how everything stood since.

    ``records`` are the status histories of events and relations, ``statements`` those of figures
    and of claims on actors and places.
    """

    days: Mapping[str, date]
    records: Mapping[str, tuple[Status, ...]]
    statements: Mapping[str, tuple[Status, ...]]


def changes_by_record(facts: Facts, known: StatusHistories) -> dict[str, tuple[Change, ...]]:
    """Give what became of each record that something is stated about, oldest first, in file order."""
    return {course.record: tuple(_changes(course)) for course in _timelines(facts, known)}


def _timelines(facts: Facts, made: StatusHistories) -> Iterator[RecordTimeline]:
    stated = (
        (record, ref, said) for record, ref, said in facts.each_statement() if not isinstance(said, Point)
    )
    for _, group in groupby(stated, key=lambda each: each[0].id):
        statements = list(group)
        course = _timeline(statements[0][0], [(ref, said) for _, ref, said in statements], (facts, made))
        if course.said:
            yield course


def _timeline(
    record: Record, statements: list[tuple[str, ClaimOrFigure]], known: tuple[Facts, StatusHistories]
) -> RecordTimeline:
    facts, made = known
    days = {ref: made.days[ref] for ref, _ in statements}
    said = {ref: statement for ref, statement in statements if days[ref] != date.max}
    days = {ref: days[ref] for ref in said}
    taken = _by_day((*_withdrawals(said, days, facts, made), *_editor_corrections(record, days)))
    if isinstance(record, Event | Relation):
        standings: StatusTurns = tuple((status.since, status.name) for status in made.records[record.id])
    else:
        standings = tuple(_status_turns(record, said, facts, made))
    return RecordTimeline(record.id, days, standings, taken)


def _editor_corrections(record: Record, days: Mapping[str, date]) -> Iterator[tuple[date, str]]:
    """Give what the editors corrected once it was known, by day: all of it where they do not say."""
    for correction in getattr(record, "corrections", ()):
        known = [ref for ref, day in days.items() if day < correction.on]
        named = [ref for ref in known if ref.partition("/")[2] in correction.refs]
        yield from ((correction.on, ref) for ref in named or known)


def _by_day(pairs: Iterable[tuple[date, str]]) -> dict[date, frozenset[str]]:
    found: dict[date, set[str]] = {}
    for day, ref in pairs:
        found.setdefault(day, set()).add(ref)
    return {day: frozenset(refs) for day, refs in found.items()}


def _withdrawals(
    said: Mapping[str, ClaimOrFigure], days: Mapping[str, date], facts: Facts, made: StatusHistories
) -> Iterator[tuple[date, str]]:
    for ref, statement in said.items():
        for earlier in _undone_by(ref, statement, said, days):
            yield from ((days[ref], ref), (days[ref], earlier))
        if statement.stance is Stance.WITHDRAWS or (isinstance(statement, Figure) and statement.revised):
            yield days[ref], ref
        for citation in statement.cite:
            source = facts.source(citation)
            if source and source.retracted:
                lost = in_force(source.retracted, facts)
                if source_day(source.id, facts) < lost <= (facts.known or date.max):
                    yield lost, ref
        for turn in made.statements.get(ref, ())[1:]:
            yield turn.since, ref


def _undone_by(
    ref: str, new: ClaimOrFigure, said: Mapping[str, ClaimOrFigure], days: Mapping[str, date]
) -> Iterator[str]:
    """Give the earlier statements that a speaker's new one takes back, or puts another number to."""
    for other, old in said.items():
        if old.by != new.by or days[other] >= days[ref] or old.stance not in AFFIRMING:
            continue
        if isinstance(new, Claim) or isinstance(old, Claim):
            if new.stance is Stance.WITHDRAWS:
                yield other
        elif (old.as_of, old.period) == (new.as_of, new.period):
            same = old.bounds == new.bounds
            if same if new.stance is Stance.WITHDRAWS else new.stance in AFFIRMING and not same:
                yield other


def _status_turns(
    record: Record, said: Mapping[str, ClaimOrFigure], facts: Facts, made: StatusHistories
) -> Iterator[tuple[date, StatusName | None]]:
    """Say from when nothing that was said stands any more, and from when something does again."""
    affirmed = [ref for ref in said if said[ref].stance in AFFIRMING]
    turns = {turn.since for ref in said for turn in made.statements[ref]}
    lasting = all(len(made.statements[ref]) == 1 for ref in said)
    if lasting and affirmed == list(said) and not _lost(affirmed, made):
        return  # nothing was taken back or lost: there is nothing to hear
    before: StatusName | None = None
    for day in sorted({*(made.days[ref] for ref in said), *turns}):
        known = [ref for ref in affirmed if made.days[ref] <= day]
        down = {ref for ref, fall in ended_in(record, facts, day).items() if not fall.stands}
        after = StatusName.WITHDRAWN if known and down.issuperset(known) else None
        if after is not before:
            yield day, after
        before = after


def _lost(refs: list[str], made: StatusHistories) -> bool:
    return any(made.statements[ref][0].name is StatusName.WITHDRAWN for ref in refs)


def _changes(course: RecordTimeline) -> Iterator[Change]:
    days = course.days
    before: StatusName | None = None
    for day in days:
        after = course.standing(day)
        kind = _kind(course, day, (before, after)) if day > days[0] else ChangeKind.NEW
        yield Change(kind, course.record, _refs(course, day), day, before, after)
        before = after


def _kind(
    course: RecordTimeline, day: date, names: tuple[StatusName | None, StatusName | None]
) -> ChangeKind:
    before, after = names
    if before is after:
        return ChangeKind.CORRECTED if day in course.taken else ChangeKind.NEW
    if after is StatusName.WITHDRAWN:
        return ChangeKind.WITHDRAWN
    if after is StatusName.DISPUTED:
        return ChangeKind.DISPUTED
    return ChangeKind.RAISED if _rank(after) > _rank(before) else ChangeKind.LOWERED


def _rank(name: StatusName | None) -> int:
    return RANK.index(name) if name else len(RANK)


def _refs(course: RecordTimeline, day: date) -> tuple[str, ...]:
    taken = course.taken.get(day, frozenset())
    about = tuple(ref for ref, known in course.said.items() if known == day or ref in taken)
    return about or tuple(ref for ref, known in course.said.items() if known <= day)
