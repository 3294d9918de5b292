"""Facts: everything an explainer says, as known on a day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from generator.model.actors import Actor, Relation
from generator.model.base_map import BaseMap
from generator.model.dates import When
from generator.model.dates_by_day import date_by
from generator.model.events import Event
from generator.model.explainer import Explainer, Population, Side
from generator.model.fields import Citation
from generator.model.figures import Figure, Series
from generator.model.interface_words import InterfaceWords
from generator.model.namesakes import easily_mixed_up, namesakes
from generator.model.places import Place, Point
from generator.model.questions import DayWords, Question
from generator.model.refs import Ref
from generator.model.retired import FormerAddress, Retired
from generator.model.sources import Source
from generator.model.statements import Claim
from generator.model.text import Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Label:
    """What others call a record: its ``kind`` is its class, ``name`` its name or title.

    A relation has no name of its own and goes by that of ``to``, the actor at its other end.
    ``short`` is an actor's name in tables, ``mention`` the one in sentences, where it has such;
    after a ``plural`` one verbs stand in the plural. ``namesakes`` are the records of its kind that go by
    the same name, from which its ``qualifier`` tells it apart; ``mixed_up`` those that it may be taken for.
    """

    kind: type
    name: Text | None = None
    short: Text | None = None
    mention: Text | None = None
    plural: bool = False
    to: str = ""
    qualifier: Text | None = None
    namesakes: tuple[str, ...] = ()
    mixed_up: tuple[str, ...] = ()


def label(record: Source | Actor | Relation | Place | Event | Series | Question | Side | Population) -> Label:
    """Give the label of a record."""
    match record:
        case Relation():
            return Label(Relation, to=record.to)
        case Actor():
            return Label(
                Actor, record.name, record.short, record.mention, record.plural, qualifier=record.qualifier
            )
        case Place():
            return Label(Place, record.name, qualifier=record.qualifier)
        case Side() | Population():
            return Label(type(record), record.name)
        case Source() | Event() | Series() | Question():
            return Label(type(record), record.title)


Record: TypeAlias = Source | Actor | Relation | Place | Event | Series | Question | Side | Population
Statement: TypeAlias = Claim | Figure | Point
StatedRecord: TypeAlias = Actor | Relation | Place | Event | Series
"""The records that something is stated about."""


@dataclass(frozen=True)
class Facts:
    """All records of an explainer, in file order. ``known`` is the day of an earlier edition.

    ``known`` is ``None`` for the current edition, which holds everything. ``base_map`` is what maps are drawn
    on, ``words`` the interface words of its own, the same in every edition. ``retired`` tells of what is no
    longer there. Of days after an edition's it says nothing, but keeps addresses: ``later_renames`` lead on,
    what is ``later_gone`` has a word in its place, ``former_addresses`` tell where they lead. ``day_words``
    lead over to days of the story.
    """

    explainer: Explainer
    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    series: tuple[Series, ...] = ()
    questions: tuple[Question, ...] = ()
    retired: tuple[Retired, ...] = ()
    later_renames: tuple[Retired, ...] = ()
    later_gone: tuple[Retired, ...] = ()
    former_addresses: tuple[FormerAddress, ...] = ()
    words: tuple[InterfaceWords, ...] = ()
    known: date | None = None
    base_map: BaseMap | None = None
    day_words: tuple[DayWords, ...] = ()

    @cached_property
    def by_id(self) -> MappingProxyType[str, Record]:
        """Every record with an id. Where two share one (a problem), the first stays."""
        records: dict[str, Record] = {}
        for record in self.records():
            records.setdefault(record.id, record)
        return MappingProxyType(records)

    @cached_property
    def labels(self) -> MappingProxyType[str, Label]:
        """What every record of ``by_id`` is called."""
        labels = {name: label(record) for name, record in self.by_id.items()}
        same, mixed_up = namesakes(self.by_id.values()), easily_mixed_up(self.by_id.values())
        for name, others in mixed_up.items():
            labels[name] = replace(labels[name], namesakes=same.get(name, ()), mixed_up=others)
        return MappingProxyType(labels)

    @cached_property
    def statements(self) -> MappingProxyType[Ref, Statement]:
        """Every claim, figure and map point by its reference."""
        return MappingProxyType({ref: statement for _, ref, statement in self.each_statement()})

    @cached_property
    def words_of_days(self) -> MappingProxyType[str, DayWords]:
        """What editors write to lead over to days of the story, by day."""
        return MappingProxyType({words.day: words for words in self.day_words})

    @cached_property
    def source_days(self) -> MappingProxyType[str, date]:
        """The day on which each source became known."""
        days: dict[str, date] = {}
        for source in self.sources:
            days.setdefault(source.id, source.known)
        return MappingProxyType(days)

    @cached_property
    def relation_holders(self) -> MappingProxyType[str, str]:
        """The actor that holds each relation, by the relation's id."""
        return MappingProxyType({r.id: actor.id for actor in self.actors for r in actor.relations})

    @property
    def edition_day(self) -> date:
        """The day this edition speaks of."""
        return self.known or self.explainer.as_of

    @property
    def story_day(self) -> date:
        """The last day of the story that this edition can speak of: who held what, then."""
        covers = self.explainer.covers
        return min(self.edition_day, covers.last_day) if covers else self.edition_day

    @property
    def covered(self) -> When | None:
        """The time that the story tells, as far as this edition can speak of it."""
        covers = self.explainer.covers
        if covers is None or covers.last_day <= self.story_day:
            return covers
        return date_by(covers, self.story_day)

    def records(self) -> Iterator[Record]:
        """Every record, kind by kind in file order; relations follow their actor."""
        yield from self.explainer.sides
        yield from self.explainer.populations
        yield from self.sources
        for actor in self.actors:
            yield actor
            yield from actor.relations
        yield from self.places
        yield from self.events
        yield from self.series
        yield from self.questions

    def each_statement(self) -> Iterator[tuple[StatedRecord, Ref, Statement]]:
        """Every statement with the record that holds it and its reference."""
        for record in self.records():
            if isinstance(record, StatedRecord):
                for ref, statement in record.statements:
                    yield record, ref, statement

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the records alone: what follows from them is found again where it is wanted."""
        return Facts, tuple(getattr(self, field.name) for field in fields(self))

    def once(self, follow: Callable[["Facts"], T]) -> T:
        """Give what a pure function makes of these facts; it is asked once, however many want it."""
        if follow not in self._followed:
            self._followed[follow] = follow(self)
        found: T = self._followed[follow]
        return found

    def continue_from(self, before: "Facts | None") -> None:
        """Let functions asked with ``once`` take over what they made of facts before, where that still holds.

        Forget those facts with ``None`` once all has been asked: they hold everything that they were asked.
        """
        self.__dict__["before"] = before

    @property
    def earlier(self) -> "Facts | None":
        """The facts that these continue, if any."""
        found: Facts | None = self.__dict__.get("before")
        return found

    @cached_property
    def _followed(self) -> dict[Callable[["Facts"], Any], Any]:
        return {}

    def source(self, citation: Citation) -> Source | None:
        """Give the source a citation points to, or ``None`` when there is none (a problem)."""
        record = self.by_id.get(citation.source)
        return record if isinstance(record, Source) else None
