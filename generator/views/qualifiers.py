"""Qualifiers: what tells a record apart from others of its name, where no editor has said it.

What it is, where it is, when it was or whose it is: the first of these in which it differs from all its
namesakes, else all of them together, else its id.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.actors import Actor
from generator.model.dates import When
from generator.model.events import Event
from generator.model.facts import Record
from generator.model.places import Place
from generator.model.sources import Source
from generator.views.kind_words import ACTOR_KINDS, PLACE_KINDS


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing that may tell a record apart: an interface word, a record's name, a time or plain words."""

    word: str = ""
    record: str = ""
    when: When | None = None
    plain: str = ""


def telling_traits(record: Record, namesakes: Iterable[Record]) -> tuple[Trait, ...]:
    """Give the traits of a record that none of its namesakes has: as few as will do."""
    own, others = _traits(record), [_traits(other) for other in namesakes]
    for index, trait in enumerate(own):
        if trait and all(len(other) <= index or other[index] != trait for other in others):
            return (trait,)
    known = tuple(trait for trait in own if trait)
    return known if known and own not in others else (Trait(plain=record.id),)


def _traits(record: Record) -> tuple[Trait | None, ...]:
    match record:
        case Actor():
            return Trait(word=ACTOR_KINDS[record.kind]), Trait(record=record.side) if record.side else None
        case Place():
            within = Trait(record=record.within) if record.within else None
            return within, Trait(word=PLACE_KINDS[record.kind])
        case Event():
            return (Trait(when=record.occurred),)
        case Source():
            when = Trait(when=record.published) if record.published else None
            return Trait(plain=record.publisher), when
        case _:
            return ()
