"""Mentions: which actors and places a record needs, so that no reference in an edition dangles."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from generator.model.actors import Actor, Relation
from generator.model.claims import Claim
from generator.model.events import Event
from generator.model.fields import Entry
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.questions import Question
from generator.model.text import Text, links, pieces

Holder: TypeAlias = Entry | Question


def needed(holders: Iterable[Holder], entities: dict[str, Actor | Place]) -> frozenset[str]:
    """Give the ids of the actors and places that some records refer to, step by step.

    ``entities`` are those there are to choose from, by id; what they refer to is needed as well.
    """
    found: set[str] = set()
    waiting = list(holders)
    while waiting:
        for name in mentioned(waiting.pop()):
            if name in entities and name not in found:
                found.add(name)
                waiting.append(entities[name])
    return frozenset(found)


def mentioned(holder: Holder) -> Iterator[str]:
    """Give the ids that a record refers to, by a field or a link, repeats included."""
    if isinstance(holder, Question):
        yield from links(holder.title)
        yield from _in_sentences(holder)
        return
    for text in texts(holder):
        yield from (target.partition("/")[0] for target in links(text))
    yield from _by_field(holder)


def texts(value: Any) -> Iterator[Text]:
    """Give every localised text inside a record or a tuple of them."""
    match value:
        case Text():
            yield value
        case Entry():
            for name in type(value).model_fields:
                yield from texts(getattr(value, name))
        case tuple():
            for each in value:
                yield from texts(each)


def _in_sentences(question: Question) -> Iterator[str]:
    for _, blocks in question.answers:
        for block in blocks:
            for sentence in (sentence for item in block.items for sentence in item):
                yield from (ref.partition("/")[0] for ref in sentence.refs)
                yield from (piece.target.partition("/")[0] for piece in pieces(sentence.words))


def _by_field(holder: Entry) -> Iterator[str]:
    match holder:
        case Event():
            yield from (*holder.where, *holder.who, *_speakers(holder.claims))
            for change in holder.changes:
                yield from (change.place, change.holder)
        case Series():
            yield holder.where
            for figure in holder.figures:
                yield from (figure.by, *(part.attributed_to or "" for part in figure.parts))
        case Actor():
            yield from _speakers(holder.claims)
            for relation in holder.relations:
                yield from _by_field(relation)
        case Relation():
            yield from (holder.to, *_speakers(holder.claims))
        case Place():
            yield from (holder.within or "", *_speakers(holder.claims))
            if holder.point:
                yield holder.point.by


def _speakers(claims: tuple[Claim, ...]) -> Iterator[str]:
    return (claim.by for claim in claims)
