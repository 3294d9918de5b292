"""The days that have an edition of their own."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.derive.known import in_force, known_day
from generator.model.claims import Confirmation
from generator.model.corrections import Correction
from generator.model.explainer import Headline
from generator.model.facts import Facts
from generator.model.fields import Entry, Note
from generator.model.sources import Retraction


def edition_days(facts: Facts) -> tuple[date, ...]:
    """Give the days of the editions, oldest first: those listed, or every day on which something changed.

    A day before anything was said has none, nor one later than the facts.
    """
    said = {known_day(statement.cite, facts) for _, _, statement in facts.each_statement()}
    first = min(said, default=date.max)
    listed = facts.explainer.editions
    days = {*said, *_turns(facts)} if listed is None else set(listed)
    return tuple(sorted(day for day in days if first <= day <= facts.edition_day))


def _turns(facts: Facts) -> Iterator[date]:
    """The days from which decisions, editors' words and corrections count, and records are gone."""
    yield from (entry.on for entry in facts.retired)
    for entry in (facts.explainer, *facts.records()):
        for part in _parts(entry):
            match part:
                case Confirmation() | Retraction():
                    yield in_force(part, facts)
                case Note() | Headline() if part.since:
                    yield part.since
                case Correction():
                    yield part.on


def _parts(value: Any) -> Iterator[Entry]:
    match value:
        case Entry():
            yield value
            for name in type(value).model_fields:
                yield from _parts(getattr(value, name))
        case tuple():
            for each in value:
                yield from _parts(each)
