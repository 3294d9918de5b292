"""Changes: for one record, on which known days something about it changed, and what.

Everything comes from known days, status histories and retractions, so that
no edition has to be made to learn what one day brought. Where a place lies is in no timeline: a
position on the map is no news.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from generator.derive.annotations import Annotations
from generator.derive.positions import StatementHistory
from generator.derive.status import Status
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import StatedRecord
from generator.model.figures import Figure
from generator.model.places import Point
from generator.model.refs import Ref
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
    refs: tuple[Ref, ...]
    day: date
    before: StatusName | None = None
    after: StatusName | None = None
    was: str = ""


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """A known day with everything that it brought, in file order; never empty."""

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
    said: Mapping[Ref, date]
    standings: StatusTurns
    taken: Mapping[date, frozenset[Ref]]

    @property
    def days(self) -> list[date]:
        """Every day on which anything about it changed, oldest first."""
        return sorted({*self.said.values(), *(day for day, _ in self.standings), *self.taken})

    def standing(self, day: date) -> StatusName | None:
        """How it stood at the end of a day; ``None`` before anything was known, or without a status."""
        return next((name for since, name in reversed(self.standings) if since <= day), None)


@dataclass(frozen=True, slots=True)
class StatusHistories:
    """How everything stood in the course of time.

    ``records`` are the status histories of events and relations, ``statements`` those of figures
    and of claims on actors and places.
    """

    records: Mapping[str, tuple[Status, ...]]
    statements: Mapping[Ref, tuple[Status, ...]]


def changes_of(
    record: StatedRecord, annotations: Annotations, histories: StatusHistories
) -> tuple[Change, ...]:
    """Give what became of a record that something is stated about, oldest first."""
    timeline = record_timeline(record, annotations, histories)
    return tuple(_changes(timeline)) if timeline.said else ()


def record_timeline(
    record: StatedRecord, annotations: Annotations, histories: StatusHistories
) -> RecordTimeline:
    """Give what happened to a record on each known day."""
    stated = {ref: one for ref, one in record.statements if not isinstance(one, Point)}
    days = {one.ref: one.known for one in annotations.of(record) if one.known != date.max}
    said = {ref: one for ref, one in stated.items() if ref in days}
    days = {ref: days[ref] for ref in said}
    lost = _lost_sources(annotations.of(record), annotations.until)
    turns = ((turn.since, ref) for ref in said for turn in histories.statements.get(ref, ())[1:])
    taken = (*_withdrawals(said, days), *lost, *turns, *_editor_corrections(record, days))
    if isinstance(record, Event | Relation):
        standings: StatusTurns = tuple((one.since, one.name) for one in histories.records[record.id])
    else:
        standings = tuple(_status_turns(record, said, annotations, histories))
    return RecordTimeline(record.id, days, standings, _by_day(pair for pair in taken if pair[1] in said))


def _editor_corrections(record: StatedRecord, days: Mapping[Ref, date]) -> Iterator[tuple[date, Ref]]:
    """Give what the editors corrected once it was known, by day: all of it where they do not say."""
    for correction in getattr(record, "corrections", ()):
        known = [ref for ref, day in days.items() if day < correction.on]
        named = [ref for ref in known if ref.statement in correction.refs]
        yield from ((correction.on, ref) for ref in named or known)


def _by_day(pairs: Iterable[tuple[date, Ref]]) -> dict[date, frozenset[Ref]]:
    found: dict[date, set[Ref]] = {}
    for day, ref in pairs:
        found.setdefault(day, set()).add(ref)
    return {day: frozenset(refs) for day, refs in found.items()}


def _withdrawals(said: Mapping[Ref, ClaimOrFigure], days: Mapping[Ref, date]) -> Iterator[tuple[date, Ref]]:
    """Give what was withdrawn or revised, and what did it, by day."""
    for ref, statement in said.items():
        for earlier in _undone_by(ref, statement, said, days):
            yield from ((days[ref], ref), (days[ref], earlier))
        if statement.stance is Stance.WITHDRAWS or (isinstance(statement, Figure) and statement.revised):
            yield days[ref], ref


def _lost_sources(histories: Iterable[StatementHistory], until: date) -> Iterator[tuple[date, Ref]]:
    """Give each statement on the days on which a source of it was retracted."""
    for one in histories:
        for source in one.sources:
            if source.retracted and source.known < source.retracted <= until:
                yield source.retracted, one.ref


def _undone_by(
    ref: Ref, new: ClaimOrFigure, said: Mapping[Ref, ClaimOrFigure], days: Mapping[Ref, date]
) -> Iterator[Ref]:
    """Give the earlier statements that a speaker's new one takes back, or puts another number to."""
    for other, old in said.items():
        if not set(old.by) & set(new.by) or days[other] >= days[ref] or not old.stance.affirms:
            continue
        if isinstance(new, Claim) or isinstance(old, Claim):
            if new.stance is Stance.WITHDRAWS:
                yield other
        elif (old.as_of, old.period) == (new.as_of, new.period):
            same = old.bounds == new.bounds
            if same if new.stance is Stance.WITHDRAWS else new.stance.affirms and not same:
                yield other


def _status_turns(
    record: StatedRecord,
    said: Mapping[Ref, ClaimOrFigure],
    annotations: Annotations,
    histories: StatusHistories,
) -> Iterator[tuple[date, StatusName | None]]:
    """Say from when nothing that was said stands any more, and from when something does again."""
    affirmed = [ref for ref in said if said[ref].stance.affirms]
    each = {ref: histories.statements[ref] for ref in said}
    lasting = all(len(history) == 1 for history in each.values())
    lost = any(each[ref][0].name is StatusName.WITHDRAWN for ref in affirmed)
    if lasting and affirmed == list(said) and not lost:
        return  # nothing was taken back or lost: there is nothing to ask
    known_days = {ref: annotations.known_days[ref] for ref in said}
    before: StatusName | None = None
    for day in sorted({*known_days.values(), *(turn.since for history in each.values() for turn in history)}):
        known = [ref for ref in affirmed if known_days[ref] <= day]
        down = {ref for ref, end in annotations.ended(record, day).items() if not end.stands}
        after = StatusName.WITHDRAWN if known and down.issuperset(known) else None
        if after is not before:
            yield day, after
        before = after


def _changes(timeline: RecordTimeline) -> Iterator[Change]:
    days = timeline.days
    before: StatusName | None = None
    for day in days:
        after = timeline.standing(day)
        kind = _kind(timeline, day, (before, after)) if day > days[0] else ChangeKind.NEW
        yield Change(kind, timeline.record, _refs(timeline, day), day, before, after)
        before = after


def _kind(
    timeline: RecordTimeline, day: date, names: tuple[StatusName | None, StatusName | None]
) -> ChangeKind:
    before, after = names
    if before is after:
        return ChangeKind.CORRECTED if day in timeline.taken else ChangeKind.NEW
    if after is StatusName.WITHDRAWN:
        return ChangeKind.WITHDRAWN
    if after is StatusName.DISPUTED:
        return ChangeKind.DISPUTED
    return ChangeKind.RAISED if _rank(after) > _rank(before) else ChangeKind.LOWERED


def _rank(name: StatusName | None) -> int:
    return RANK.index(name) if name else len(RANK)


def _refs(timeline: RecordTimeline, day: date) -> tuple[Ref, ...]:
    taken = timeline.taken.get(day, frozenset())
    about = tuple(ref for ref, known in timeline.said.items() if known == day or ref in taken)
    return about or tuple(ref for ref, known in timeline.said.items() if known <= day)
