"""Contests: on one day, which statements of a record stand, and which of them are rivals.

What was withdrawn, retracted or replaced by its speaker's later word does not stand. A statement
that only repeats another is a rival of nothing by itself: what it contradicts, that other does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from generator.derive.contested_figures import figure_pairs, standing_figures
from generator.derive.echoes import companions
from generator.derive.fallen import fallen_in
from generator.derive.hearing import Word, hear, saying, sayings
from generator.model.actors import Actor, Relation
from generator.model.claims import Claim
from generator.model.events import Event
from generator.model.facts import Facts, Record
from generator.model.figures import Figure, Series
from generator.model.places import Place
from generator.model.vocabulary import Stance

Pairs: TypeAlias = tuple[tuple[str, str], ...]


class DisagreementKind(StrEnum):
    """In what way speakers differ."""

    DENIED = "denied"  # one asserts it, another denies it
    VERSIONS = "versions"  # rival versions that cannot all be true
    FIGURES = "figures"  # numbers of one scope that do not meet


@dataclass(frozen=True)
class Contest:
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


def contest(record: Record, facts: Facts, day: date) -> Contest:
    """Give what stands about a record as known on a day; nothing for a record of no statements."""
    match record:
        case Event() | Relation():
            return _contested(record, facts, day)
        case Actor() | Place():
            return _alone(record, facts, day)
        case Series():
            return _counted(record, facts, day)
        case _:
            return Contest()


def _contested(record: Event | Relation, facts: Facts, day: date) -> Contest:
    hearing = hear(sayings(record), facts, day)
    affirming, denying = _names(hearing.affirming), _names(hearing.denying)
    versions = [claim for claim in record.claims if claim.stance is not Stance.DENIES]
    against = _contradictions(versions)
    echoes = companions(hearing, affirming | denying, _both_ways(against), facts, day)
    held = affirming | denying | echoes.keys()
    against = [pair for pair in against if held.issuperset(pair)]
    standing = [claim for claim in record.claims if claim.id in held]
    denied = _denials([claim for claim in standing if echoes.get(claim.id, claim.id) == claim.id])
    unable = {word.saying.id for word in hearing.words if word.saying.stance is Stance.CANNOT_CONFIRM}
    if not denied:  # a denial is of all that is asserted
        echoes = _taking_part(echoes, against)
    pairs = {DisagreementKind.DENIED: denied, DisagreementKind.VERSIONS: against}
    return Contest(
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


def _alone(record: Actor | Place, facts: Facts, day: date) -> Contest:
    """Take claims on an actor or a place: each stands alone, whatever its speaker says of another."""
    gone = fallen_in(record, facts, day)
    standing = [
        claim
        for claim in record.claims
        if f"{record.id}/{claim.id}" not in gone and _stands(claim, facts, day)
    ]
    against = _contradictions(standing)
    echoes = _taking_part(_repeats(standing, against, facts, day), against)
    denying = frozenset(claim.id for claim in standing if claim.stance is Stance.DENIES)
    pairs = {DisagreementKind.VERSIONS: _original(against, echoes)}
    return Contest(tuple(claim.id for claim in standing), denying, (), echoes, pairs)


def _counted(series: Series, facts: Facts, day: date) -> Contest:
    standing = standing_figures(series, facts, day)
    against = list(figure_pairs(series, facts, day))
    echoes = {
        echo: other
        for echo, other in _repeats(standing, against, facts, day).items()
        if _figure(series, echo).bounds == _figure(series, other).bounds
    }
    pairs = {DisagreementKind.FIGURES: _original(against, echoes)}
    return Contest(tuple(figure.id for figure in standing), frozenset(), (), echoes, pairs)


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
    hearing = hear([saying(claim, claim.id)], facts, day)
    return any(word.affirms or word.saying.stance is Stance.DENIES for word in hearing.words)


def _repeats(
    statements: Iterable[Claim | Figure], against: Iterable[tuple[str, str]], facts: Facts, day: date
) -> dict[str, str]:
    hearing = hear((saying(each, each.id) for each in statements), facts, day)
    return companions(hearing, _names(hearing.words), _both_ways(against), facts, day)


def _names(words: Iterable[Word]) -> set[str]:
    return {word.saying.id for word in words}
