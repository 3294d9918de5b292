"""The kinds of record, by the words that messages use, and which kind each reference wants."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.checks.values import At
from generator.model.actors import Actor, Relation
from generator.model.events import ControlChange, Event, Loss
from generator.model.explainer import Explainer, Population, Side
from generator.model.facts import Facts, Record
from generator.model.figures import Figure, Part, Series
from generator.model.places import Place, Point
from generator.model.questions import Question
from generator.model.retired import FormerAddress, Retired
from generator.model.sources import Source
from generator.model.statements import Claim, Misattributed
from generator.model.vocabulary import POPULATIONS

_WORDS: dict[type, str] = {
    Source: "source",
    Actor: "actor",
    Relation: "relation",
    Place: "place",
    Event: "event",
    Series: "series",
    Question: "question",
    Side: "side",
    Population: "population",
}

FILES = MappingProxyType(
    {
        "source": "sources.yml",
        "actor": "actors.yml",
        "relation": "actors.yml",
        "place": "cities.yml",
        "event": "timeline.yml",
        "series": "casualties.yml",
        "question": "questions/",
        "side": "explainer.yml",
        "population": "explainer.yml",
    }
)

ANY = tuple(_WORDS.values())
# What carries statements, and so can carry a sentence of prose.
CITABLE = ("event", "series", "relation", "actor", "place")

# What readers can be sent to.
PAGED = (*CITABLE, "source", "question")

# (class that has the field, its key) -> the kinds of record that its ids may name.
WANTED: MappingProxyType[tuple[type, str], tuple[str, ...]] = MappingProxyType(
    {
        (Source, "derives_from"): ("source",),
        (Source, "carries"): ("actor",),
        (Source, "distinct_from"): ("source",),
        (Actor, "side"): ("side",),
        (Actor, "distinct_from"): ("actor",),
        (Relation, "to"): ("actor",),
        (Relation, "favours"): ("side",),
        (Claim, "by"): ("actor",),
        (Misattributed, "to"): ("actor",),
        (Place, "within"): ("place",),
        (Place, "distinct_from"): ("place",),
        (Point, "by"): ("actor",),
        (Event, "where"): ("place",),
        (Event, "who"): ("actor",),
        (Event, "favours"): ("side",),
        (Event, "distinct_from"): ("event",),
        (ControlChange, "place"): ("place",),
        (ControlChange, "holder"): ("actor", "side"),
        (Loss, "by"): ("actor", "side"),
        (Series, "who"): ("population",),
        (Series, "where"): ("place",),
        (Series, "about"): ("event",),
        (Series, "favours"): ("side",),
        (Series, "distinct_from"): ("series",),
        (Figure, "by"): ("actor",),
        (Part, "who"): ("population",),
        (Part, "attributed_to"): ("actor",),
        (Retired, "holder"): ("actor",),
        (Retired, "now"): PAGED,
        (FormerAddress, "now"): PAGED,
        (Explainer, "lead"): ("question",),
        (Explainer, "numbers"): ("series",),
    }
)


def kind_of(record: Record) -> str:
    """Give the word for what a record is."""
    return _WORDS[type(record)]


@dataclass(frozen=True, slots=True)
class Named:
    """An id in use: by which kind of thing, listed in which file, and where a finding points."""

    id: str
    kind: str
    file: str
    record: str
    at: At = ("id",)


def each_id(facts: Facts) -> Iterator[Named]:
    """Every id in use, repeats included: the built-in populations first, then all records."""
    for name in POPULATIONS:
        yield Named(name, "population", "built in", "", ("populations",))
    declared: tuple[Sequence[Side | Population], ...] = (facts.explainer.sides, facts.explainer.populations)
    for entries in declared:
        for index, entry in enumerate(entries):
            kind = kind_of(entry)
            yield Named(entry.id, kind, FILES[kind], "", (f"{kind}s", index, "id"))
    for record in facts.records():
        if not isinstance(record, Side | Population):
            kind = kind_of(record)
            yield Named(record.id, kind, FILES[kind], record.id)


def a(kind: str) -> str:
    """Give the kind with its article: ``an actor``, ``a place``, ``a series``."""
    return f"an {kind}" if kind[0] in "ae" else f"a {kind}"


def one_of(kinds: tuple[str, ...]) -> str:
    """Say what is wanted, in words: ``an actor or a side``; ``a record`` where any kind will do."""
    if kinds == CITABLE:
        return "a record with claims"
    if kinds == PAGED:
        return "a record with a page"
    return "a record" if kinds == ANY else " or ".join(a(kind) for kind in kinds)
