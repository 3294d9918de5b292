"""Lifecycle of a statement: withdrawn, denied since, retracted, replaced or lowered, and on which known day.

A status says how a whole record stands. A record may stand while one of its claims does not, and
no page, chart or export may then go on saying that claim as if nothing had happened. The rules
are those of positions: a speaker's latest statement counts, and statements without a source do not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from generator.derive.components import components
from generator.derive.positions import KnownStatement, Positions, StatementHistory, positions_on
from generator.derive.provenance import SourceHistory
from generator.derive.ties import ties_of
from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.facts import StatedRecord
from generator.model.figures import Figure, Series
from generator.model.places import Place
from generator.model.refs import Ref
from generator.model.statements import Claim
from generator.model.vocabulary import Stance


class EndReason(StrEnum):
    """What became of a statement. Only a lowered figure still tells of its own day."""

    WITHDRAWN = "taken-back"  # its speaker withdrew it
    DENIED = "denied"  # its speaker denies it now
    RETRACTED = "retracted"  # every source that it was read in is retracted
    REPLACED = "replaced"  # its speaker gave another number for the same time
    LOWERED = "lowered"  # a later running total of its speaker is lower


@dataclass(frozen=True, slots=True)
class Ended:
    """How and on which known day a statement ended.

    ``by`` are references of the statements that did it, ``sources`` the ids of the sources
    whose retraction did.
    """

    how: EndReason
    on: date
    by: tuple[Ref, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether its speaker still stands behind it, for the time it speaks of."""
        return self.how is EndReason.LOWERED


_Ends: TypeAlias = Iterator[tuple[Ref, Ended]]


def ended_statements(
    record: StatedRecord,
    statements: Sequence[StatementHistory],
    until: date,
    sources: Mapping[str, SourceHistory],
) -> dict[Ref, Ended]:
    """Give the statements of a record that have ended, as known on a day.

    ``statements`` are the histories of the record's, ``sources`` those of all sources. What lost
    its sources ended with them.
    """
    histories = {history.ref: history for history in statements}
    found = dict(end for group in _groups(record, histories) for end in _given_up(group, until))
    found |= dict(_without_sources(statements, until, sources))
    if isinstance(record, Series):
        for ref, end in _revised(record, histories, until):
            if not found.keys() & {ref, *end.by}:
                found[ref] = end
    return found


def _groups(
    record: StatedRecord, histories: Mapping[Ref, StatementHistory]
) -> Iterator[list[StatementHistory]]:
    """Give the statements that one of them can take back, together with those that may do so."""
    match record:
        case Event() | Relation():
            if not all(claim.stance.affirms for claim in record.claims):
                yield from _answered(dict(record.statements), histories)
        case Actor() | Place():
            for pair in _pairs(record.claims):
                yield [histories[Ref(record.id, claim.id)] for claim in pair]
        case Series():
            numbers: dict[object, list[StatementHistory]] = {}
            for ref, figure in record.statements:
                number = (figure.as_of, figure.period, figure.bounds)
                numbers.setdefault(number, []).append(histories[ref])
            for same in numbers.values():
                yield from (group for group in components(same, lambda one: one.by) if len(group) > 1)


def _answered(
    claims: Mapping[Ref, Claim], histories: Mapping[Ref, StatementHistory]
) -> Iterator[list[StatementHistory]]:
    """Give each claim with those that say at least as much, and with what takes any of them back.

    Denials come together with what takes them back.
    """
    ties = ties_of(claims)
    for ref in ties.affirming:
        about = ties.about(ref)
        yield [histories[one] for one in claims if one in about]
    yield [histories[ref] for ref, claim in claims.items() if not claim.stance.affirms]


def _pairs(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """Give each pair of a claim that stands alone and a later one of its speaker against it.

    The later one names it under ``contradicts``; a withdrawal need not where there is only one.
    """
    for later in claims:
        if later.stance not in (Stance.WITHDRAWS, Stance.DENIES):
            continue
        own = [claim for claim in claims if claim.stance.affirms and set(claim.by) & set(later.by)]
        named = [claim for claim in own if claim.id in later.rivals]
        lone = own if len(own) == 1 and later.stance is Stance.WITHDRAWS else []
        yield from ((claim, later) for claim in named or lone)


def _given_up(group: list[StatementHistory], until: date) -> _Ends:
    positions = positions_on(group, until)
    for one in (*positions.statements, *positions.repeats):
        held = frozenset().union(*(positions.held.get(speaker, frozenset()) for speaker in one.by))
        if one.affirms and held and not any(map(positions.affirms, one.by)):
            stance = Stance.WITHDRAWS if Stance.WITHDRAWS in held else Stance.DENIES
            yield one.ref, _turn(stance, one, positions)
        elif one.stance is Stance.DENIES and held == {Stance.WITHDRAWS}:
            yield one.ref, _turn(Stance.WITHDRAWS, one, positions)


def _turn(stance: Stance, ended: KnownStatement, positions: Positions) -> Ended:
    """Give the speaker's last statements of that stance as what ended its earlier ones."""
    later = [one for one in positions.statements if one.stance is stance and set(one.by) & set(ended.by)]
    last = max(one.known for one in later)
    reason = EndReason.WITHDRAWN if stance is Stance.WITHDRAWS else EndReason.DENIED
    return Ended(reason, last, tuple(one.ref for one in later if one.known == last))


def _without_sources(
    statements: Iterable[StatementHistory], until: date, sources: Mapping[str, SourceHistory]
) -> _Ends:
    for history in statements:
        if on := _lost_on(history, until):
            names = (source.id for source in history.sources if source.known <= on)
            yield history.ref, Ended(EndReason.RETRACTED, on, sources=tuple(_retracted(names, on, sources)))


def _lost_on(history: StatementHistory, until: date) -> date | None:
    """Give the known day since which none of its sources has carried anything."""
    lost = None
    for day, known in reversed(history.steps):
        if day <= until:
            if known.live:
                break
            lost = day
    return lost


def _retracted(names: Iterable[str], day: date, sources: Mapping[str, SourceHistory]) -> Iterator[str]:
    """Give the retracted sources among some and all that stands behind them, nearest first."""
    found = dict.fromkeys(names)
    waiting = list(found)
    for name in waiting:
        provenance = sources[name].on(day)
        if provenance is None:
            continue
        if provenance.is_retracted:
            yield name
        waiting.extend(parent for parent in provenance.parents if parent not in found)
        found.update(dict.fromkeys(waiting))


def _revised(series: Series, histories: Mapping[Ref, StatementHistory], until: date) -> _Ends:
    """Give the figures that a later one of the same speaker, method and period puts right."""
    known = {ref: histories[ref].known for ref, _ in series.statements}
    for ref, new in sorted(series.statements, key=lambda pair: known[pair[0]]):
        if new.revised is None or not new.stance.affirms or known[ref] > until:
            continue
        for other, old in series.statements:
            earlier = old is not new and old.stance.affirms and known[other] <= known[ref]
            if earlier and (reason := _revises(old, new)):
                yield other, Ended(reason, known[ref], (ref,))


def _revises(old: Figure, new: Figure) -> EndReason | None:
    """Say what a figure does to an earlier one, if anything."""
    # Where one of several gives another number, the others still stand behind theirs.
    if not set(old.by) <= set(new.by) or (old.method, old.period) != (new.method, new.period):
        return None
    if old.as_of == new.as_of:
        return EndReason.REPLACED
    most = new.bounds[1]
    is_lower = old.as_of.last_day <= new.as_of.last_day and most is not None and old.bounds[0] > most
    return EndReason.LOWERED if is_lower else None
