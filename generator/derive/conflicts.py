"""Conflicts: on one day, which statements of a record stand, and which of them cannot all be true.

What was withdrawn, retracted or replaced by its speaker's later statement does not stand. A statement
that only repeats another conflicts with nothing by itself: what it contradicts, that other does.

Figures conflict within one scope (the series and the figure's own period) and time: each speaker's
latest figure is held against what the others said of the same days. Ranges stay ranges: two numbers
conflict only when no number could be both.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from generator.derive.annotations import Annotations
from generator.derive.positions import KnownStatement, Positions, StatementHistory, positions_on
from generator.derive.ties import Ties
from generator.model.actors import Actor, Relation
from generator.model.dates import When
from generator.model.events import Event
from generator.model.facts import StatedRecord
from generator.model.figures import Figure, Series
from generator.model.places import Place
from generator.model.refs import Ref
from generator.model.statements import Claim, by_ref
from generator.model.vocabulary import Stance

Pair: TypeAlias = tuple[Ref, Ref]
"""Two statements that cannot both be true."""

Claims: TypeAlias = Mapping[Ref, Claim]


class DisagreementKind(StrEnum):
    """In what way speakers differ."""

    DENIED = "denied"  # one asserts it, another denies it
    VERSIONS = "versions"  # rival versions that cannot all be true
    FIGURES = "figures"  # numbers of one scope that do not meet


@dataclass(frozen=True)
class Conflict:
    """What stands about a record on a day: references of its statements, in file order.

    ``standing`` affirm it, or deny it where ``denying`` names them too; ``unable`` could not
    confirm it then, whatever their speakers said later. ``pairs`` are rivals, by the way in which
    they differ. ``repeats`` gives for each repeat that takes a part in that what it goes with.
    """

    standing: tuple[Ref, ...] = ()
    denying: frozenset[Ref] = frozenset()
    unable: tuple[Ref, ...] = ()
    repeats: Mapping[Ref, Ref] = field(default_factory=dict)
    pairs: Mapping[DisagreementKind, tuple[Pair, ...]] = field(default_factory=dict)


def conflict_on(record: StatedRecord, annotations: Annotations, day: date) -> Conflict:
    """Give what stands about a record as known on a day."""
    match record:
        case Event() | Relation():
            positions = positions_on(annotations.of(record), day)
            return _contested(dict(record.statements), positions, annotations.ties(record))
        case Actor() | Place():
            return _alone(record, annotations, day)
        case Series():
            return _counted(record, annotations.of(record), day)


def _contested(claims: Claims, positions: Positions, ties: Ties) -> Conflict:
    affirming, denying = _refs(positions.affirming), _refs(positions.denying)
    against = _contradictions({ref: one for ref, one in claims.items() if one.stance is not Stance.DENIES})
    repeats = repeats_of(positions, affirming | denying, _both_ways(against))
    held = affirming | denying | repeats.keys()
    against = [pair for pair in against if held.issuperset(pair)]
    standing = tuple(ref for ref in claims if ref in held)
    denied = _denials({ref: claims[ref] for ref in standing if repeats.get(ref, ref) == ref}, ties)
    unable = {one.ref for one in positions.statements if one.stance is Stance.CANNOT_CONFIRM}
    if not denied:  # who repeats what is denied takes a part in that
        repeats = _taking_part(repeats, against)
    pairs = {DisagreementKind.DENIED: denied, DisagreementKind.VERSIONS: against}
    return Conflict(
        standing,
        frozenset(denying),
        tuple(ref for ref in claims if ref in unable),
        repeats,
        {kind: _leading(found, repeats) for kind, found in pairs.items()},
    )


def _denials(claims: Claims, ties: Ties) -> list[Pair]:
    """Set every denial against the assertions that it is of, unless all of both come from one speaker."""
    denying = [ref for ref, claim in claims.items() if claim.stance is Stance.DENIES]
    pairs = [
        (one, other)
        for one in claims
        if one in ties.answering
        for other in denying
        if other in ties.answering[one]
    ]
    return pairs if any(set(claims[one].by) != set(claims[other].by) for one, other in pairs) else []


def _alone(record: Actor | Place, annotations: Annotations, day: date) -> Conflict:
    """Take claims on an actor or a place: each stands alone, whatever its speaker says of another."""
    ended, histories = annotations.ended(record, day), {one.ref: one for one in annotations.of(record)}
    claims = {
        ref: claim
        for ref, claim in by_ref(record.id, record.claims)
        if ref not in ended and _stands(histories[ref], day)
    }
    against = _contradictions(claims)
    positions = positions_on([histories[ref] for ref in claims], day)
    repeats = repeats_of(positions, _refs(positions.statements), _both_ways(against))
    repeats = _taking_part(repeats, against)
    denying = frozenset(ref for ref, claim in claims.items() if claim.stance is Stance.DENIES)
    return Conflict(
        tuple(claims), denying, (), repeats, {DisagreementKind.VERSIONS: _leading(against, repeats)}
    )


def _stands(history: StatementHistory, day: date) -> bool:
    positions = positions_on([history], day)
    return any(one.affirms or one.stance is Stance.DENIES for one in positions.statements)


def _contradictions(claims: Claims) -> list[Pair]:
    against = ((ref, Ref(ref.record, other)) for ref, claim in claims.items() for other in claim.rivals)
    return [(ref, other) for ref, other in against if other in claims]


def _both_ways(pairs: Iterable[Pair]) -> frozenset[frozenset[Ref]]:
    return frozenset(frozenset(pair) for pair in pairs)


def _taking_part(repeats: Mapping[Ref, Ref], against: Iterable[Pair]) -> dict[Ref, Ref]:
    part = {ref for pair in against for ref in pair}
    return {repeat: other for repeat, other in repeats.items() if repeat in part}


def _leading(pairs: Iterable[Pair], repeats: Mapping[Ref, Ref]) -> tuple[Pair, ...]:
    """Give rivals as those that they go with."""
    return tuple((repeats.get(one, one), repeats.get(other, other)) for one, other in pairs)


def _refs(statements: Iterable[KnownStatement]) -> set[Ref]:
    return {one.ref for one in statements}


def repeats_of(positions: Positions, standing: Set[Ref], against: Set[frozenset[Ref]]) -> dict[Ref, Ref]:
    """Give for each repeat the standing statement that it goes with, or itself where it is at odds with it.

    A repeat goes with what cites the source that its own derives from, else with the earliest
    statement that rests on the same original. Where neither stands it is left out: by itself it
    says nothing. ``against`` are the pairs that contradict each other.
    """
    lead = {one.ref: one.ref for one in positions.statements if one.ref in standing}
    groups = {ref: {ref} for ref in lead}
    by_day = sorted((*positions.statements, *positions.repeats), key=lambda one: one.known)
    for repeat in sorted(positions.repeats, key=lambda one: one.known):
        wanted = [other for other in _nearest(repeat, by_day) if other in lead]
        fitting = (
            lead[other]
            for other in wanted
            if not any(frozenset((repeat.ref, member)) in against for member in groups[lead[other]])
        )
        if wanted:
            lead[repeat.ref] = next(fitting, repeat.ref)
            groups.setdefault(lead[repeat.ref], set()).add(repeat.ref)
    return {one.ref: lead[one.ref] for one in positions.repeats if one.ref in lead}


def _nearest(repeat: KnownStatement, statements: list[KnownStatement]) -> Iterator[Ref]:
    alike = [one for one in statements if one.affirms == repeat.affirms and one is not repeat]
    yield from (one.ref for one in alike if repeat.parents.intersection(one.live))
    yield from (one.ref for one in alike if repeat.originals & one.originals)


@dataclass(frozen=True, slots=True)
class _Count:
    """A speaker's latest figure for one as-of, in one scope. A joint figure is one for each that gives it."""

    speaker: str
    ref: Ref
    figure: Figure

    @property
    def latest_last(self) -> tuple[object, ...]:
        return (self.figure.as_of.last, *self.figure.as_of.sort_key)


_ScopeCounts: TypeAlias = list[_Count]


def _counted(series: Series, histories: Sequence[StatementHistory], day: date) -> Conflict:
    scopes = list(_scopes(series, {one.ref: one for one in histories}, day))
    held = {count.ref for counts in scopes for count in counts}
    standing = tuple(ref for ref, _ in series.statements if ref in held)
    against = list(dict.fromkeys(pair for counts in scopes for pair in _figure_pairs(counts)))
    figures = dict(series.statements)
    positions = positions_on([one for one in histories if one.ref in held], day)
    repeats = {
        repeat: other
        for repeat, other in repeats_of(positions, _refs(positions.statements), _both_ways(against)).items()
        if figures[repeat].bounds == figures[other].bounds
    }
    pairs = {DisagreementKind.FIGURES: _leading(against, repeats)}
    return Conflict(standing, frozenset(), (), repeats, pairs)


def _scopes(series: Series, histories: Mapping[Ref, StatementHistory], day: date) -> Iterator[_ScopeCounts]:
    """Give for each scope the figures that hold on a day, the latest as-of last."""
    scopes: dict[When | None, dict[tuple[str, When], dict[Ref, Figure]]] = {}
    for ref, figure in series.statements:
        scope = scopes.setdefault(figure.period, {})
        for speaker in figure.by:
            scope.setdefault((speaker, figure.as_of), {})[ref] = figure
    for scope in scopes.values():
        counts = (_count(speaker, figures, histories, day) for (speaker, _), figures in scope.items())
        yield sorted((count for count in counts if count), key=lambda count: count.latest_last)


def _count(
    speaker: str, figures: Mapping[Ref, Figure], histories: Mapping[Ref, StatementHistory], day: date
) -> _Count | None:
    """Give a speaker's last known figure for one as-of, unless it withdrew or denied it."""
    positions = positions_on([histories[ref] for ref in figures], day)
    affirming = {one.ref: one.known for one in positions.affirming if speaker in one.by}
    standing = [ref for ref in figures if ref in affirming]
    if not standing:
        return None
    last = max(standing, key=lambda ref: affirming[ref])
    return _Count(speaker, last, figures[last])


def _figure_pairs(counts: _ScopeCounts) -> Iterator[Pair]:
    """Give the pairs of figures that do not meet. ``counts`` of one scope, latest as-of last."""
    latest = {count.speaker: count for count in counts}
    for mine in latest.values():
        same_days: dict[str, _Count] = {}
        for count in counts:
            if count.speaker != mine.speaker and mine.figure.as_of.overlaps(count.figure.as_of):
                same_days[count.speaker] = count
        for other in same_days.values():
            if _apart(mine.figure, other.figure):
                yield mine.ref, other.ref


def _apart(one: Figure, other: Figure) -> bool:
    """Say whether no number can be both; an open upper bound meets everything above."""
    (low, high), (other_low, other_high) = one.bounds, other.bounds
    return (high is not None and high < other_low) or (other_high is not None and other_high < low)
