"""The index: what refers to what, and how it stands, looked up once for a whole site."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.derive.standing import Status
from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.questions import Question
from generator.model.sources import Source


@dataclass(frozen=True)
class Index:
    """Read-only lookups. Tuples are in file order; an id that has none is absent: use ``get(id, ())``.

    A *ref* is a statement reference ``record/claim``, a key of ``Facts.statements``.
    """

    statuses: Mapping[str, Status]  # event or relation id -> how it stands
    histories: Mapping[str, tuple[Status, ...]]  # event or relation id -> its status history
    statement_statuses: Mapping[str, Status]  # ref of a figure, point, or claim on an actor or place
    known_days: Mapping[str, date]  # ref -> the day the statement became known
    first_known: Mapping[str, date]  # record id -> earliest known day of its own statements; sources too
    claims_by_speaker: Mapping[str, tuple[str, ...]]  # actor id -> refs of what it said (figures, points too)
    statements_of_source: Mapping[str, tuple[str, ...]]  # source id -> refs that cite it
    confirmations_of_source: Mapping[str, tuple[str, ...]]  # source id -> ids of records it helps confirm
    repeats_of_source: Mapping[str, tuple[Source, ...]]  # source id -> sources that derive from it
    speakers_of_source: Mapping[str, tuple[str, ...]]  # source id -> actor ids whose words it is cited for
    sources_carrying: Mapping[str, tuple[Source, ...]]  # actor id -> sources that print its text
    events_of_actor: Mapping[
        str, tuple[Event, ...]
    ]  # actor id -> events it takes part in, or gains a place by
    events_of_place: Mapping[str, tuple[Event, ...]]  # place id -> events there, or that change its control
    series_of_place: Mapping[str, tuple[Series, ...]]  # place id -> series counted there
    series_of_event: Mapping[str, tuple[Series, ...]]  # event id -> series about it
    relations_to: Mapping[str, tuple[Relation, ...]]  # actor id -> relations of others to it
    relation_holders: Mapping[str, Actor]  # relation id -> the actor that holds it
    actors_of_side: Mapping[str, tuple[Actor, ...]]  # side id -> the parties on it
    places_within: Mapping[str, tuple[Place, ...]]  # place id -> places directly inside it
    questions_citing: Mapping[str, tuple[Question, ...]]  # record id or ref -> questions that cite it


def index(facts: Facts) -> Index:
    """Build every lookup in one pass over the facts."""
    raise NotImplementedError
