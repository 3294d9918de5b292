"""Lifecycle of a statement: withdrawn, denied since, retracted, replaced or lowered, and on which known day.

A status says how a whole record stands. A record may stand while one of its claims does not, and
no page, chart or export may then go on saying that claim as if nothing had happened. The rules
are those of positions: a speaker's latest statement counts, and statements without a source do not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from generator.derive.known import horizon, known_day, source_day
from generator.derive.positions import (
    AFFIRMING,
    KnownStatement,
    Positions,
    Utterance,
    positions_on,
    utterance,
)
from generator.derive.provenance import change_days, original_sources, parents, retracted
from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.facts import Facts, Record, Statement
from generator.model.figures import Figure, Series
from generator.model.places import Place
from generator.model.statements import Claim
from generator.model.vocabulary import Stance


class EndReason(StrEnum):
    """What became of a statement. Only a lowered figure still tells of its own day."""

    TAKEN_BACK = "taken-back"  # its speaker withdrew it
    DENIED = "denied"  # its speaker denies it now
    RETRACTED = "retracted"  # every source that it was read in is retracted
    REPLACED = "replaced"  # its speaker gave another number for the same time
    LOWERED = "lowered"  # a later running total of its speaker is lower


@dataclass(frozen=True, slots=True)
class Ended:
    """How and on which known day a statement fell.

    ``by`` are references of the statements that did it, ``sources`` the ids of the sources
    whose retraction did.
    """

    how: EndReason
    on: date
    by: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether its speaker still stands behind it, for the time it speaks of."""
        return self.how is EndReason.LOWERED


_Ends: TypeAlias = Iterator[tuple[str, Ended]]


def ended_statements(facts: Facts, day: date | None = None) -> Mapping[str, Ended]:
    """Give every fallen statement by its reference, as known on a day; without one, in this edition."""
    until = horizon(facts, day)
    # Asked once: most explainers have no retraction, and every statement would look for one.
    retractions = any(source.retracted for source in facts.sources)
    ends = (_ends(record, facts, until, retractions) for record in facts.records())
    return {ref: fall for found in ends for ref, fall in found.items()}


def ended_in(record: Record, facts: Facts, day: date | None = None) -> dict[str, Ended]:
    """Give the fallen statements of one record by reference. What lost its sources fell with them."""
    return _ends(record, facts, horizon(facts, day), retractions=True)


def _ends(record: Record, facts: Facts, until: date, retractions: bool) -> dict[str, Ended]:
    found = {name: fall for group in _groups(record) for name, fall in _given_up(group, facts, until)}
    if retractions:
        found |= dict(_without_sources(_said(record), facts, until))
    if isinstance(record, Series):
        for name, fall in _revised(record, facts, until):
            if not found.keys() & {name, *fall.by}:
                found[name] = fall
    return {f"{record.id}/{name}": _referring(record.id, fall) for name, fall in found.items()}


def _referring(record: str, fall: Ended) -> Ended:
    return Ended(fall.how, fall.on, tuple(f"{record}/{name}" for name in fall.by), fall.sources)


def _said(record: Record) -> dict[str, Statement]:
    match record:
        case Event() | Relation() | Actor():
            return {claim.id: claim for claim in record.claims}
        case Place():
            point = {"point": record.point} if record.point else {}
            return {**point, **{claim.id: claim for claim in record.claims}}
        case Series():
            return {figure.id: figure for figure in record.figures}
        case _:
            return {}


def _groups(record: Record) -> Iterator[list[Utterance]]:
    """Give the statements that one word can take back, together with those that may do so."""
    match record:
        case Event() | Relation():
            if any(claim.stance not in AFFIRMING for claim in record.claims):
                yield [utterance(claim, claim.id) for claim in record.claims]
        case Actor() | Place():
            yield from _pairs(record.claims)
        case Series():
            numbers: dict[object, list[Figure]] = {}
            for figure in record.figures:
                numbers.setdefault((figure.by, figure.as_of, figure.period, figure.bounds), []).append(figure)
            yield from (
                [utterance(one, one.id) for one in same] for same in numbers.values() if len(same) > 1
            )


def _pairs(claims: tuple[Claim, ...]) -> Iterator[list[Utterance]]:
    """Give each pair of a claim that stands alone and a later word of its speaker against it.

    The later word names it under ``contradicts``; a withdrawal need not where there is only one.
    """
    for word in claims:
        if word.stance not in (Stance.WITHDRAWS, Stance.DENIES):
            continue
        own = [claim for claim in claims if claim.by == word.by and claim.stance in AFFIRMING]
        named = [claim for claim in own if claim.id in word.contradicts]
        lone = own if len(own) == 1 and word.stance is Stance.WITHDRAWS else []
        for claim in named or lone:
            yield [utterance(claim, claim.id), utterance(word, word.id)]


def _given_up(said: list[Utterance], facts: Facts, until: date) -> _Ends:
    hearing = positions_on(said, facts, until)
    for word in (*hearing.words, *hearing.echoes):
        held = hearing.positions.get(word.by, frozenset())
        if word.affirms and held and not hearing.affirms(word.by):
            how = Stance.WITHDRAWS if Stance.WITHDRAWS in held else Stance.DENIES
            yield word.saying.id, _turn(how, word, hearing)
        elif word.saying.stance is Stance.DENIES and held == {Stance.WITHDRAWS}:
            yield word.saying.id, _turn(Stance.WITHDRAWS, word, hearing)


def _turn(stance: Stance, word: KnownStatement, hearing: Positions) -> Ended:
    """Give the speaker's last words of that stance as what ended its earlier ones."""
    words = [one for one in hearing.words if one.by == word.by and one.saying.stance is stance]
    last = max(one.known for one in words)
    how = EndReason.TAKEN_BACK if stance is Stance.WITHDRAWS else EndReason.DENIED
    return Ended(how, last, tuple(one.saying.id for one in words if one.known == last))


def _without_sources(said: Mapping[str, Statement], facts: Facts, until: date) -> _Ends:
    for name, statement in said.items():
        sources = [citation.source for citation in statement.cite]
        on = _lost_on(sources, facts, until)
        if on:
            yield name, Ended(EndReason.RETRACTED, on, sources=tuple(_retracted(sources, facts, on)))


def _lost_on(sources: list[str], facts: Facts, until: date) -> date | None:
    """Give the known day since which none of the sources has carried anything."""
    first = min((source_day(source, facts) for source in sources), default=date.max)
    lost = None
    for day in sorted({*change_days(sources, facts)}, reverse=True):
        if first <= day <= until:
            if any(
                original_sources(source, facts, day) for source in sources if source_day(source, facts) <= day
            ):
                break
            lost = day
    return lost


def _retracted(sources: Iterable[str], facts: Facts, day: date) -> Iterator[str]:
    """Give the retracted sources among some and all that stands behind them, nearest first."""
    found = dict.fromkeys(source for source in sources if source_day(source, facts) <= day)
    waiting = list(found)
    for source in waiting:
        if retracted(source, facts, day):
            yield source
        waiting.extend(new for new in parents(source, facts, day) if new not in found)
        found.update(dict.fromkeys(waiting))


def _revised(series: Series, facts: Facts, until: date) -> _Ends:
    """Give the figures that a later one of the same speaker, method and period puts right."""
    known = {figure.id: known_day(figure.cite, facts) for figure in series.figures}
    for new in sorted(series.figures, key=lambda figure: known[figure.id]):
        if new.revised is None or new.stance not in AFFIRMING or known[new.id] > until:
            continue
        for old in series.figures:
            if old is not new and old.stance in AFFIRMING and known[old.id] <= known[new.id]:
                yield from _revises(old, new, known[new.id])


def _revises(old: Figure, new: Figure, on: date) -> _Ends:
    if (old.by, old.method, old.period) != (new.by, new.method, new.period):
        return
    most = new.bounds[1]
    if old.as_of == new.as_of:
        yield old.id, Ended(EndReason.REPLACED, on, (new.id,))
    elif old.as_of.last_day <= new.as_of.last_day and most is not None and old.bounds[0] > most:
        yield old.id, Ended(EndReason.LOWERED, on, (new.id,))
