"""Labels: what a record is called, apart from all else that is said of it."""

from dataclasses import dataclass

from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.explainer import Population, Side
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.questions import Question
from generator.model.sources import Source
from generator.model.text import Text


@dataclass(frozen=True, slots=True)
class Label:
    """What others call a record: its ``kind`` is its class, ``name`` its name or title.

    A relation has no name of its own and goes by that of ``to``, the actor at its other end.
    ``short`` is an actor's name in tables, ``mention`` the one in sentences, where it has such;
    after a ``plural`` one verbs stand in the plural.
    """

    kind: type
    name: Text | None = None
    short: Text | None = None
    mention: Text | None = None
    plural: bool = False
    to: str = ""


def label(record: Source | Actor | Relation | Place | Event | Series | Question | Side | Population) -> Label:
    """Give the label of a record."""
    match record:
        case Relation():
            return Label(Relation, to=record.to)
        case Actor():
            return Label(Actor, record.name, record.short, record.mention, record.plural)
        case Place() | Side() | Population():
            return Label(type(record), record.name)
        case Source() | Event() | Series() | Question():
            return Label(type(record), record.title)
