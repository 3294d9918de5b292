"""Fallen statements: what was taken back, replaced, or lost its ground, and on which known day.

A status says how a whole record stands. A record may stand while one of its claims does not, and
no page, chart or export may then go on saying that claim as if nothing had happened. The rules
are those of the hearing: a speaker's last word counts, and words without a source do not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from generator.derive.grounds import parents, retracted, roots, turning_days
from generator.derive.hearing import AFFIRMING, Hearing, Saying, Word, hear, saying
from generator.derive.known import horizon, known_day, source_day
from generator.model.actors import Actor, Relation
from generator.model.claims import Claim
from generator.model.events import Event
from generator.model.facts import Facts, Record, Statement
from generator.model.figures import Figure, Series
from generator.model.places import Place
from generator.model.vocabulary import Stance


class Fall(StrEnum):
    """What became of a statement. Only a lowered figure still tells of its own day."""

    TAKEN_BACK = "taken-back"  # its speaker withdrew it
    DENIED = "denied"  # its speaker denies it now
    RETRACTED = "retracted"  # every source that it was read in is retracted
    REPLACED = "replaced"  # its speaker gave another number for the same time
    LOWERED = "lowered"  # a later running total of its speaker is lower


@dataclass(frozen=True, slots=True)
class Fallen:
    """How and on which known day a statement fell.

    ``by`` are references of the statements that did it, ``sources`` the ids of the sources
    whose retraction did.
    """

    how: Fall
    on: date
    by: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether its speaker still stands behind it, for the time it speaks of."""
        return self.how is Fall.LOWERED


_Ended: TypeAlias = Iterator[tuple[str, Fallen]]


def fallen(facts: Facts, day: date | None = None) -> Mapping[str, Fallen]:
    """Give every fallen statement by its reference, as known on a day; without one, in this edition."""
    until = horizon(facts, day)
    # Asked once: most explainers have no retraction, and every statement would look for one.
    retractions = any(source.retracted for source in facts.sources)
    ends = (_ends(record, facts, until, retractions) for record in facts.records())
    return {ref: fall for found in ends for ref, fall in found.items()}


def fallen_in(record: Record, facts: Facts, day: date | None = None) -> dict[str, Fallen]:
    """Give the fallen statements of one record by reference. What lost its sources fell with them."""
    return _ends(record, facts, horizon(facts, day), retractions=True)


def _ends(record: Record, facts: Facts, until: date, retractions: bool) -> dict[str, Fallen]:
    found = {name: fall for group in _groups(record) for name, fall in _given_up(group, facts, until)}
    if retractions:
        found |= dict(_lost(_said(record), facts, until))
    if isinstance(record, Series):
        for name, fall in _revised(record, facts, until):
            if not found.keys() & {name, *fall.by}:
                found[name] = fall
    return {f"{record.id}/{name}": _referring(record.id, fall) for name, fall in found.items()}


def _referring(record: str, fall: Fallen) -> Fallen:
    return Fallen(fall.how, fall.on, tuple(f"{record}/{name}" for name in fall.by), fall.sources)


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


def _groups(record: Record) -> Iterator[list[Saying]]:
    """Give the statements that one word can take back, together with those that may do so."""
    match record:
        case Event() | Relation():
            if any(claim.stance not in AFFIRMING for claim in record.claims):
                yield [saying(claim, claim.id) for claim in record.claims]
        case Actor() | Place():
            yield from _pairs(record.claims)
        case Series():
            numbers: dict[object, list[Figure]] = {}
            for figure in record.figures:
                numbers.setdefault((figure.by, figure.as_of, figure.period, figure.bounds), []).append(figure)
            yield from ([saying(one, one.id) for one in same] for same in numbers.values() if len(same) > 1)


def _pairs(claims: tuple[Claim, ...]) -> Iterator[list[Saying]]:
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
            yield [saying(claim, claim.id), saying(word, word.id)]


def _given_up(said: list[Saying], facts: Facts, until: date) -> _Ended:
    hearing = hear(said, facts, until)
    for word in (*hearing.words, *hearing.echoes):
        held = hearing.positions.get(word.by, frozenset())
        if word.affirms and held and not hearing.affirms(word.by):
            how = Stance.WITHDRAWS if Stance.WITHDRAWS in held else Stance.DENIES
            yield word.saying.id, _turn(how, word, hearing)
        elif word.saying.stance is Stance.DENIES and held == {Stance.WITHDRAWS}:
            yield word.saying.id, _turn(Stance.WITHDRAWS, word, hearing)


def _turn(stance: Stance, word: Word, hearing: Hearing) -> Fallen:
    """Give the speaker's last words of that stance as what ended its earlier ones."""
    words = [one for one in hearing.words if one.by == word.by and one.saying.stance is stance]
    last = max(one.known for one in words)
    how = Fall.TAKEN_BACK if stance is Stance.WITHDRAWS else Fall.DENIED
    return Fallen(how, last, tuple(one.saying.id for one in words if one.known == last))


def _lost(said: Mapping[str, Statement], facts: Facts, until: date) -> _Ended:
    for name, statement in said.items():
        sources = [citation.source for citation in statement.cite]
        on = _lost_on(sources, facts, until)
        if on:
            yield name, Fallen(Fall.RETRACTED, on, sources=tuple(_retracted(sources, facts, on)))


def _lost_on(sources: list[str], facts: Facts, until: date) -> date | None:
    """Give the known day since which none of the sources has carried anything."""
    first = min((source_day(source, facts) for source in sources), default=date.max)
    lost = None
    for day in sorted({*turning_days(sources, facts)}, reverse=True):
        if first <= day <= until:
            if any(roots(source, facts, day) for source in sources if source_day(source, facts) <= day):
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


def _revised(series: Series, facts: Facts, until: date) -> _Ended:
    """Give the figures that a later one of the same speaker, method and period puts right."""
    known = {figure.id: known_day(figure.cite, facts) for figure in series.figures}
    for new in sorted(series.figures, key=lambda figure: known[figure.id]):
        if new.revised is None or new.stance not in AFFIRMING or known[new.id] > until:
            continue
        for old in series.figures:
            if old is not new and old.stance in AFFIRMING and known[old.id] <= known[new.id]:
                yield from _put_right(old, new, known[new.id])


def _put_right(old: Figure, new: Figure, on: date) -> _Ended:
    if (old.by, old.method, old.period) != (new.by, new.method, new.period):
        return
    most = new.bounds[1]
    if old.as_of == new.as_of:
        yield old.id, Fallen(Fall.REPLACED, on, (new.id,))
    elif old.as_of.last_day <= new.as_of.last_day and most is not None and old.bounds[0] > most:
        yield old.id, Fallen(Fall.LOWERED, on, (new.id,))
