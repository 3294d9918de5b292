"""Contests: on one day, which statements of a record stand, and which of them are rivals.

What was withdrawn, retracted or replaced by its speaker's later word does not stand. A statement
that only repeats another is a rival of nothing by itself: what it contradicts, that other does.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from generator.derive.contested_figures import figure_pairs, standing_figures
from generator.derive.hearing import Hearing, Word, hear, saying, sayings
from generator.model.actors import Actor, Relation
from generator.model.claims import Claim
from generator.model.events import Event
from generator.model.facts import Facts, Record, Statement
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
    they differ. ``echoes`` gives for each repeat that takes a part in that what it repeats.
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
            return _alone(record.claims, facts, day)
        case Series():
            return _counted(record, facts, day)
        case _:
            return Contest()


def _contested(record: Event | Relation, facts: Facts, day: date) -> Contest:
    hearing = hear(sayings(record), facts, day)
    affirming, denying = _names(hearing.affirming), _names(hearing.denying)
    echoes = _echoes(hearing, affirming | denying)
    held = affirming | denying | echoes.keys()
    standing = [claim for claim in record.claims if claim.id in held]
    denied = tuple(
        (one.id, other.id)
        for one in standing
        for other in standing
        if one.id in affirming and other.id in denying and one.by != other.by
    )
    versions = [claim for claim in standing if claim.stance is not Stance.DENIES]
    against = tuple(_contradictions(versions))
    unable = {word.saying.id for word in hearing.words if word.saying.stance is Stance.CANNOT_CONFIRM}
    if not denied:  # a denial is of all that is asserted
        echoes = _taking_part(echoes, against)
    return Contest(
        tuple(claim.id for claim in standing),
        frozenset(denying),
        tuple(claim.id for claim in record.claims if claim.id in unable),
        echoes,
        {DisagreementKind.DENIED: denied, DisagreementKind.VERSIONS: _original(against, echoes)},
    )


def _alone(claims: tuple[Claim, ...], facts: Facts, day: date) -> Contest:
    """Take claims on an actor or a place: each stands alone, whatever its speaker says of another."""
    standing = [claim for claim in claims if _stands(claim, facts, day)]
    against = tuple(_contradictions(standing))
    echoes = _taking_part(_repeats(standing, facts, day), against)
    pairs = {DisagreementKind.VERSIONS: _original(against, echoes)}
    denying = frozenset(claim.id for claim in standing if claim.stance is Stance.DENIES)
    return Contest(tuple(claim.id for claim in standing), denying, (), echoes, pairs)


def _counted(series: Series, facts: Facts, day: date) -> Contest:
    standing = standing_figures(series, facts, day)
    echoes = {
        echo: other
        for echo, other in _repeats(standing, facts, day).items()
        if _figure(series, echo).bounds == _figure(series, other).bounds
    }
    pairs = _original(figure_pairs(series, facts, day), echoes)
    names = tuple(figure.id for figure in standing)
    return Contest(names, frozenset(), (), echoes, {DisagreementKind.FIGURES: pairs})


def _figure(series: Series, name: str) -> Figure:
    return next(figure for figure in series.figures if figure.id == name)


def _contradictions(claims: list[Claim]) -> Iterator[tuple[str, str]]:
    present = {claim.id for claim in claims}
    for claim in claims:
        yield from ((claim.id, other) for other in claim.contradicts if other in present)


def _taking_part(echoes: dict[str, str], against: Pairs) -> dict[str, str]:
    part = {name for pair in against for name in pair}
    return {echo: other for echo, other in echoes.items() if echo in part}


def _original(pairs: Iterable[tuple[str, str]], echoes: Mapping[str, str]) -> Pairs:
    """Give rivals as those that they repeat."""
    return tuple((echoes.get(one, one), echoes.get(other, other)) for one, other in pairs)


def _stands(claim: Claim, facts: Facts, day: date) -> bool:
    hearing = hear([saying(claim, claim.id)], facts, day)
    return any(word.affirms or word.saying.stance is Stance.DENIES for word in hearing.words)


def _repeats(statements: Iterable[Statement], facts: Facts, day: date) -> dict[str, str]:
    said = [saying(each, each.id) for each in statements if isinstance(each, Claim | Figure)]
    hearing = hear(said, facts, day)
    return _echoes(hearing, _names(hearing.words))


def _echoes(hearing: Hearing, standing: set[str]) -> dict[str, str]:
    """Give for each repeat the earliest standing word that it shares an original with, if there is one."""
    words = sorted(hearing.words, key=lambda word: word.known)
    found = {}
    for echo in hearing.echoes:
        origin = next((word for word in words if word.saying.id in standing and _shares(echo, word)), None)
        if origin:
            found[echo.saying.id] = origin.saying.id
    return found


def _shares(echo: Word, word: Word) -> bool:
    return echo.affirms == word.affirms and bool(echo.roots & word.roots)


def _names(words: Iterable[Word]) -> set[str]:
    return {word.saying.id for word in words}
