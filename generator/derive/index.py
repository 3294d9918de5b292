"""The index: what refers to what, and how it stands, looked up once for a whole site."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.derive.standing import Status
from generator.model.facts import Facts

Ids: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Index:
    """Read-only lookups. Tuples are in file order; an id that has none is absent: use ``get(id, ())``.

    A *ref* is a statement reference ``record/claim``, a key of ``Facts.statements``; every other
    id is a key of ``Facts.by_id``.
    """

    statuses: Mapping[str, Status]  # event or relation -> how it stands
    histories: Mapping[str, tuple[Status, ...]]  # event or relation -> its status history
    statement_statuses: Mapping[str, Status]  # ref of a figure, point, or claim on an actor or place
    known_days: Mapping[str, date]  # ref -> the day the statement became known
    first_known: Mapping[str, date]  # record -> earliest known day of its own statements; sources too
    parties: frozenset[str]  # actors with a side
    claims_by_speaker: Mapping[str, Ids]  # actor -> refs of what it said (figures, points too)
    statements_of_source: Mapping[str, Ids]  # source -> refs that cite it
    confirmations_of_source: Mapping[str, Ids]  # source -> records that it helps an editor confirm
    speakers_of_source: Mapping[str, Ids]  # source -> actors whose words it is cited for
    repeats_of_source: Mapping[str, Ids]  # source -> sources that derive from it
    sources_carrying: Mapping[str, Ids]  # actor -> sources that print its text
    events_of_actor: Mapping[str, Ids]  # actor (or side) -> events it takes part in, or holds a place after
    events_of_place: Mapping[str, Ids]  # place -> events there, or that change its control
    series_of_place: Mapping[str, Ids]  # place -> series counted there
    series_of_event: Mapping[str, Ids]  # event -> series about it
    relations_to: Mapping[str, Ids]  # actor -> relations that others have to it
    actors_of_side: Mapping[str, Ids]  # side -> the parties on it
    places_within: Mapping[str, Ids]  # place -> places directly inside it
    questions_citing: Mapping[str, Ids]  # record or ref, as cited -> questions that cite it


def index(facts: Facts) -> Index:
    """Build every lookup in one pass over the facts."""
    raise NotImplementedError
