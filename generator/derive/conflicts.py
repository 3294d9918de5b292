"""Conflicts: on one day, which statements of a record stand, and which of them cannot all be true.

What was withdrawn, retracted or replaced by its speaker's later statement does not stand. A statement
that only repeats another conflicts with nothing by itself: what it contradicts, that other does.

Figures conflict within one scope (the series and the figure's own period) and time: each speaker's
latest figure is held against what the others said of the same days. Ranges stay ranges: two numbers
conflict only when no number could be both.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from generator.derive.lifecycle import ended_in
from generator.derive.positions import KnownStatement, Positions, positions_on, utterance, utterances
from generator.derive.provenance import parents
from generator.model.actors import Actor, Relation
from generator.model.dates import When
from generator.model.events import Event
from generator.model.facts import Facts, Record
from generator.model.figures import Figure, Series
from generator.model.places import Place
from generator.model.statements import Claim
from generator.model.vocabulary import Stance


@dataclass(frozen=True)
class _Count:
    """One speaker's figures of one scope and as-of, and its last word among them."""

    by: str
    as_of: When
    figure: Figure


_ScopeCounts: TypeAlias = list[_Count]


def figure_pairs(series: Series, facts: Facts, day: date) -> Iterator[tuple[str, str]]:
    """Give the pairs of figure ids in a series that cannot both be true, as known on a day."""
    for counts in _scopes(series, facts, day):
        yield from _figure_pairs(counts)


def standing_figures(series: Series, facts: Facts, day: date) -> list[Figure]:
    """Give the figures that hold on a day, in file order: each speaker's last word for each as-of."""
    held = {count.figure.id for counts in _scopes(series, facts, day) for count in counts}
    return [figure for figure in series.figures if figure.id in held]


def _scopes(series: Series, facts: Facts, day: date) -> Iterator[_ScopeCounts]:
    said: dict[When | None, dict[tuple[str, When], list[Figure]]] = {}
    for figure in series.figures:
        scope = said.setdefault(figure.period, {})
        scope.setdefault((figure.by, figure.as_of), []).append(figure)
    for scope in said.values():
        counts = (_count(figures, facts, day) for figures in scope.values())
        yield sorted((count for count in counts if count), key=lambda count: _latest_last(count.as_of))


def _latest_last(as_of: When) -> tuple[object, ...]:
    return (as_of.last_day, *as_of.sort_key)


def _count(figures: list[Figure], facts: Facts, day: date) -> _Count | None:
    """Give a speaker's last known figure for one as-of, unless it withdrew or denied it."""
    hearing = positions_on((utterance(figure, figure.id) for figure in figures), facts, day)
    days = {word.saying.id: word.known for word in hearing.affirming}
    standing = [figure for figure in figures if figure.id in days]
    if not standing:
        return None
    last = max(standing, key=lambda figure: days[figure.id])
    return _Count(last.by, last.as_of, last)


def _figure_pairs(counts: _ScopeCounts) -> Iterator[tuple[str, str]]:
    """Give the pairs of figures that do not meet. ``counts`` of one scope, latest as-of last."""
    latest = {count.by: count for count in counts}
    for mine in latest.values():
        same_days: dict[str, _Count] = {}
        for count in counts:
            if count.by != mine.by and _overlap(mine.as_of, count.as_of):
                same_days[count.by] = count
        for other in same_days.values():
            if _apart(mine.figure, other.figure):
                yield mine.figure.id, other.figure.id


def _overlap(one: When, other: When) -> bool:
    return one.first_day <= other.last_day and other.first_day <= one.last_day


def _apart(one: Figure, other: Figure) -> bool:
    """Say whether no number can be both; an open upper bound meets everything above."""
    (low, high), (other_low, other_high) = one.bounds, other.bounds
    return (high is not None and high < other_low) or (other_high is not None and other_high < low)


def repeats_of(
    hearing: Positions, standing: Set[str], against: Set[frozenset[str]], facts: Facts, day: date
) -> dict[str, str]:
    """Give for each repeat the standing statement that it goes with, or itself where it is at odds with it.

    A repeat goes with what cites the source that its own derives from, else with the earliest
    statement that rests on the same original. Where neither stands it is left out: by itself it
    says nothing. ``against`` are the pairs that contradict each other.
    """
    lead = {word.saying.id: word.saying.id for word in hearing.words if word.saying.id in standing}
    groups = {name: {name} for name in lead}
    words = sorted((*hearing.words, *hearing.echoes), key=lambda word: word.known)
    for echo in sorted(hearing.echoes, key=lambda word: word.known):
        name = echo.saying.id
        wanted = [other for other in _nearest(echo, words, facts, day) if other in lead]
        fitting = (
            lead[other]
            for other in wanted
            if not any(frozenset((name, member)) in against for member in groups[lead[other]])
        )
        if wanted:
            lead[name] = next(fitting, name)
            groups.setdefault(lead[name], set()).add(name)
    return {echo.saying.id: lead[echo.saying.id] for echo in hearing.echoes if echo.saying.id in lead}


def _nearest(echo: KnownStatement, words: list[KnownStatement], facts: Facts, day: date) -> Iterator[str]:
    behind = {parent for source in echo.live for parent in parents(source, facts, day)}
    alike = [word for word in words if word.affirms == echo.affirms and word is not echo]
    yield from (word.saying.id for word in alike if behind.intersection(word.live))
    yield from (word.saying.id for word in alike if echo.roots & word.roots)


Pairs: TypeAlias = tuple[tuple[str, str], ...]


class DisagreementKind(StrEnum):
    """In what way speakers differ."""

    DENIED = "denied"  # one asserts it, another denies it
    VERSIONS = "versions"  # rival versions that cannot all be true
    FIGURES = "figures"  # numbers of one scope that do not meet


@dataclass(frozen=True)
class Conflict:
    """What stands about a record on a day: ids of its statements, in file order.

    ``standing`` affirm it, or deny it where ``denying`` names them too; ``unable`` could not
    confirm it then, whatever their speakers said later. ``pairs`` are rivals, by the way in which
    they differ. ``echoes`` gives for each repeat that takes a part in that what it goes with.
    """

    standing: tuple[str, ...] = ()
    denying: frozenset[str] = frozenset()
    unable: tuple[str, ...] = ()
    echoes: Mapping[str, str] = field(default_factory=dict)
    pairs: Mapping[DisagreementKind, Pairs] = field(default_factory=dict)


def conflict_on(record: Record, facts: Facts, day: date) -> Conflict:
    """Give what stands about a record as known on a day; nothing for a record of no statements."""
    match record:
        case Event() | Relation():
            return _contested(record, facts, day)
        case Actor() | Place():
            return _alone(record, facts, day)
        case Series():
            return _counted(record, facts, day)
        case _:
            return Conflict()


def _contested(record: Event | Relation, facts: Facts, day: date) -> Conflict:
    hearing = positions_on(utterances(record), facts, day)
    affirming, denying = _names(hearing.affirming), _names(hearing.denying)
    versions = [claim for claim in record.claims if claim.stance is not Stance.DENIES]
    against = _contradictions(versions)
    echoes = repeats_of(hearing, affirming | denying, _both_ways(against), facts, day)
    held = affirming | denying | echoes.keys()
    against = [pair for pair in against if held.issuperset(pair)]
    standing = [claim for claim in record.claims if claim.id in held]
    denied = _denials([claim for claim in standing if echoes.get(claim.id, claim.id) == claim.id])
    unable = {word.saying.id for word in hearing.words if word.saying.stance is Stance.CANNOT_CONFIRM}
    if not denied:  # a denial is of all that is asserted
        echoes = _taking_part(echoes, against)
    pairs = {DisagreementKind.DENIED: denied, DisagreementKind.VERSIONS: against}
    return Conflict(
        tuple(claim.id for claim in standing),
        frozenset(denying),
        tuple(claim.id for claim in record.claims if claim.id in unable),
        echoes,
        {kind: _original(found, echoes) for kind, found in pairs.items()},
    )


def _denials(claims: list[Claim]) -> list[tuple[str, str]]:
    """Set every assertion against every denial, unless all of both come from one speaker."""
    asserting = [claim for claim in claims if claim.stance is not Stance.DENIES]
    denying = [claim for claim in claims if claim.stance is Stance.DENIES]
    if not any(one.by != other.by for one in asserting for other in denying):
        return []
    return [(one.id, other.id) for one in asserting for other in denying]


def _alone(record: Actor | Place, facts: Facts, day: date) -> Conflict:
    """Take claims on an actor or a place: each stands alone, whatever its speaker says of another."""
    gone = ended_in(record, facts, day)
    standing = [
        claim
        for claim in record.claims
        if f"{record.id}/{claim.id}" not in gone and _stands(claim, facts, day)
    ]
    against = _contradictions(standing)
    echoes = _taking_part(_repeats(standing, against, facts, day), against)
    denying = frozenset(claim.id for claim in standing if claim.stance is Stance.DENIES)
    pairs = {DisagreementKind.VERSIONS: _original(against, echoes)}
    return Conflict(tuple(claim.id for claim in standing), denying, (), echoes, pairs)


def _counted(series: Series, facts: Facts, day: date) -> Conflict:
    standing = standing_figures(series, facts, day)
    against = list(figure_pairs(series, facts, day))
    echoes = {
        echo: other
        for echo, other in _repeats(standing, against, facts, day).items()
        if _figure(series, echo).bounds == _figure(series, other).bounds
    }
    pairs = {DisagreementKind.FIGURES: _original(against, echoes)}
    return Conflict(tuple(figure.id for figure in standing), frozenset(), (), echoes, pairs)


def _figure(series: Series, name: str) -> Figure:
    return next(figure for figure in series.figures if figure.id == name)


def _contradictions(claims: list[Claim]) -> list[tuple[str, str]]:
    present = {claim.id for claim in claims}
    return [(claim.id, other) for claim in claims for other in claim.contradicts if other in present]


def _both_ways(pairs: Iterable[tuple[str, str]]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in pairs)


def _taking_part(echoes: dict[str, str], against: Iterable[tuple[str, str]]) -> dict[str, str]:
    part = {name for pair in against for name in pair}
    return {echo: other for echo, other in echoes.items() if echo in part}


def _original(pairs: Iterable[tuple[str, str]], echoes: Mapping[str, str]) -> Pairs:
    """Give rivals as those that they go with."""
    return tuple((echoes.get(one, one), echoes.get(other, other)) for one, other in pairs)


def _stands(claim: Claim, facts: Facts, day: date) -> bool:
    hearing = positions_on([utterance(claim, claim.id)], facts, day)
    return any(word.affirms or word.saying.stance is Stance.DENIES for word in hearing.words)


def _repeats(
    statements: Iterable[Claim | Figure], against: Iterable[tuple[str, str]], facts: Facts, day: date
) -> dict[str, str]:
    hearing = positions_on((utterance(each, each.id) for each in statements), facts, day)
    return repeats_of(hearing, _names(hearing.words), _both_ways(against), facts, day)


def _names(words: Iterable[KnownStatement]) -> set[str]:
    return {word.saying.id for word in words}
