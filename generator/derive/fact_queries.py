"""Queries for what the files say: records, statements, names, the settings of the explainer."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from generator.derive.trace import Traced
from generator.model.actors import Actor
from generator.model.base_map import BaseMap
from generator.model.dates import When
from generator.model.events import Event
from generator.model.explainer import Frame, Headline, Side
from generator.model.facts import Label, Record, Statement
from generator.model.fields import Citation
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.questions import DayWords, Question
from generator.model.refs import Ref
from generator.model.sources import Source
from generator.model.text import Text

T = TypeVar("T")


class FactQueries(Traced):
    """What views ask of the facts themselves; see ``Queries``."""

    def record(self, name: str) -> Record:
        """Give the record with an id."""
        return self._at("by_id", self._facts.by_id, name)

    def find(self, name: str) -> Record | None:
        """Give the record with an id, if there is one."""
        return self._find("by_id", self._facts.by_id, name)

    def records(self, kind: type[T], names: Iterable[str]) -> tuple[T, ...]:
        """Give the records of one kind among those with these ids, in that order."""
        return tuple(found for name in names if isinstance(found := self.record(name), kind))

    def find_label(self, name: str) -> Label | None:
        """Give what a record is called, apart from all else that is said of it."""
        return self._find("labels", self._facts.labels, name)

    def statement(self, ref: Ref) -> Statement:
        """Give a statement."""
        return self._at("statements", self._facts.statements, ref)

    def find_statement(self, ref: Ref) -> Statement | None:
        """Give a statement, if there is one."""
        return self._find("statements", self._facts.statements, ref)

    def source(self, citation: Citation) -> Source:
        """Give the source that a citation points to."""
        return self.records(Source, (citation.source,))[0]

    def source_day(self, source: str) -> date:
        """Give the day on which a source became known."""
        return self._at("source_days", self._facts.source_days, source)

    def holder(self, relation: str) -> str:
        """Give the actor that holds a relation."""
        return self._at("relation_holders", self._facts.relation_holders, relation)

    def find_holder(self, name: str) -> str | None:
        """Give the actor that holds a relation; nothing for a record that is none."""
        return self._find("relation_holders", self._facts.relation_holders, name)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source, in file order."""
        return self._all("sources", self._facts.sources)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Every actor, in file order."""
        return self._all("actors", self._facts.actors)

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place, in file order."""
        return self._all("places", self._facts.places)

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event, in file order."""
        return self._all("events", self._facts.events)

    @property
    def series(self) -> tuple[Series, ...]:
        """Every series of figures, in file order."""
        return self._all("series", self._facts.series)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question."""
        return self._all("questions", self._facts.questions)

    def find_day_words(self, day: str) -> DayWords | None:
        """Give what an editor wrote to lead over to a day of the story, if anything."""
        return self._find("day_words", self._facts.words_of_days, day)

    @property
    def base_map(self) -> BaseMap | None:
        """What maps are drawn on."""
        return self._all("base_map", self._facts.base_map)

    @property
    def edition_day(self) -> date:
        """The day that the edition speaks of."""
        return self._all("edition_day", self._facts.edition_day)

    @property
    def story_day(self) -> date:
        """The last day of the story that it can speak of."""
        return self._all("story_day", self._facts.story_day)

    def has_come(self, day: date) -> bool:
        """Whether the edition speaks of a day or of a later one; of its own day nothing else is read."""
        self._note("days_come", day.isoformat())
        return day <= self._facts.edition_day

    def story_reaches(self, day: date) -> bool:
        """Whether the last day of the story that it can speak of is a day or a later one."""
        self._note("story_days", day.isoformat())
        return day <= self._facts.story_day

    @property
    def covered(self) -> When | None:
        """The time that the story tells, as far as it can speak of it."""
        return self._all("covered", self._facts.covered)

    @property
    def all_records(self) -> Iterable[Record]:
        """Every record, kind by kind in file order."""
        return self._all("by_id", self._facts.by_id).values()

    @property
    def headline(self) -> Headline:
        """The title and standfirst of this edition."""
        return self._setting("headlines", self._facts.explainer.headlines)[-1]

    @property
    def covers(self) -> When | None:
        """The whole time that the story tells."""
        return self._setting("covers", self._facts.explainer.covers)

    @property
    def story_name(self) -> Text | None:
        """What the story is called within a sentence."""
        return self._setting("story", self._facts.explainer.story)

    @property
    def contact(self) -> str | None:
        """Where a reader reports an error."""
        return self._setting("contact", self._facts.explainer.contact)

    @property
    def publisher(self) -> str:
        """Who publishes the explainer."""
        return self._setting("publisher", self._facts.explainer.publisher)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides of the conflict."""
        return self._setting("sides", self._facts.explainer.sides)

    @property
    def lead(self) -> str | None:
        """The question whose short answer opens the home page."""
        return self._setting("lead", self._facts.explainer.lead)

    @property
    def numbers(self) -> tuple[str, ...]:
        """The series that the home page shows."""
        return self._setting("numbers", self._facts.explainer.numbers)

    @property
    def frame(self) -> Frame | None:
        """The edges of the map."""
        return self._setting("frame", self._facts.explainer.frame)

    @property
    def cards(self) -> bool:
        """Whether pages have cards."""
        return self._setting("cards", self._facts.explainer.cards)

    @property
    def time_zone(self) -> str:
        """The time zone of all times."""
        return self._setting("time_zone", self._facts.explainer.time_zone)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages, the first one first."""
        return self._setting("languages", self._facts.explainer.languages)

    def _setting(self, name: str, value: T) -> T:
        self._note("explainer", name)
        return value
