"""Disagreements: where speakers differ, side by side.

A disagreement lives as long as its words do: what was withdrawn, retracted or replaced by its
speaker's later word is on no side. Every side holds refs of statements in file order.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.derive.contested_figures import figure_sides
from generator.derive.hearing import hear, saying, sayings
from generator.derive.known import horizon
from generator.derive.rivals import rivals, sides
from generator.model.actors import Actor, Relation
from generator.model.claims import Claim
from generator.model.events import Event
from generator.model.facts import Facts, Record
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.vocabulary import Stance

Sides: TypeAlias = tuple[tuple[str, ...], ...]


class DisagreementKind(StrEnum):
    """In what way speakers differ."""

    DENIED = "denied"  # sides[0] asserts, sides[1] denies
    VERSIONS = "versions"  # rival versions that cannot all be true
    FIGURES = "figures"  # numbers of one scope that do not meet


@dataclass(frozen=True)
class Disagreement:
    """One disagreement about a record: two or more sides of statement references, none empty."""

    record: str
    kind: DisagreementKind
    sides: Sides


def disagreements(facts: Facts) -> tuple[Disagreement, ...]:
    """Give every disagreement, in the order of ``facts.records()``."""
    return tuple(
        Disagreement(record.id, kind, tuple(tuple(f"{record.id}/{name}" for name in side) for side in split))
        for record in facts.records()
        for kind, split in _splits(record, facts)
    )


def _splits(record: Record, facts: Facts) -> Iterator[tuple[DisagreementKind, Sides]]:
    match record:
        case Event() | Relation():
            yield from _contested(record, facts)
        case Actor() | Place():
            claims = [claim for claim in record.claims if _stands_alone(claim, facts)]
            yield from _versions(claims)
        case Series():
            for split in figure_sides(record, facts):
                yield DisagreementKind.FIGURES, split


def _contested(record: Event | Relation, facts: Facts) -> Iterator[tuple[DisagreementKind, Sides]]:
    hearing = hear(sayings(record), facts, horizon(facts, None))
    if not hearing.affirming:
        return
    grounded = {word.saying.id for word in hearing.words + hearing.echoes}
    claims = [claim for claim in record.claims if claim.id in grounded]
    # An echo's speaker may have no position of its own: it stands with what it repeats.
    asserting = [
        claim
        for claim in claims
        if claim.stance in (Stance.ASSERTS, Stance.CONCEDES)
        and (claim.by not in hearing.positions or hearing.affirms(claim.by))
    ]
    denying = [claim for claim in claims if claim.stance is Stance.DENIES and hearing.denies(claim.by)]
    if any(one.by != other.by for one in asserting for other in denying):
        yield DisagreementKind.DENIED, (_ids(asserting), _ids(denying))
    yield from _versions(asserting)


def _stands_alone(claim: Claim, facts: Facts) -> bool:
    """Say whether a claim on an actor or place has grounds and takes a position on it."""
    hearing = hear([saying(claim, claim.id)], facts, horizon(facts, None))
    return any(word.affirms or word.saying.stance is Stance.DENIES for word in hearing.words)


def _versions(claims: list[Claim]) -> Iterator[tuple[DisagreementKind, Sides]]:
    """Split the claims that contradict each other; what only denies is no version of an event."""
    names = _ids(claims)
    present = set(names)
    pairs = [(claim.id, other) for claim in claims for other in claim.contradicts if other in present]
    for split in sides(names, rivals(pairs)):
        yield DisagreementKind.VERSIONS, split


def _ids(claims: list[Claim]) -> tuple[str, ...]:
    return tuple(claim.id for claim in claims)
