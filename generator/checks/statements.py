"""The claims and figures of each record, with their paths: what many checks walk over."""

from collections.abc import Iterator
from typing import TypeAlias

from generator.checks.values import At
from generator.model.actors import Actor, Relation
from generator.model.claims import Claim
from generator.model.events import Event
from generator.model.facts import Record
from generator.model.figures import Figure, Series
from generator.model.places import Place
from generator.model.vocabulary import Stance

Told: TypeAlias = Event | Relation | Series

# Who takes one of these stances says that it is so.
SAYS_SO = frozenset({Stance.ASSERTS, Stance.CONCEDES})


def statements(record: Record) -> Iterator[tuple[At, Claim | Figure]]:
    """The claims or figures of a record with their paths; map points are neither."""
    match record:
        case Series():
            yield from ((("figures", index), figure) for index, figure in enumerate(record.figures))
        case Actor() | Relation() | Place() | Event():
            yield from ((("claims", index), claim) for index, claim in enumerate(record.claims))
