"""Known days: when something became public, as far as we can point to it, and which days have editions.

Late rather than early: a partial ``published`` counts from its last day, or from the day it was read if
that is earlier; an undated or still running source from the day it was read; a retraction or an editor's
confirmation from the day on which its own citation is known.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from generator.derive.thinning import stands_in, thinned
from generator.model.explainer import Headline
from generator.model.facts import Facts
from generator.model.fields import Citation, Entry, Note
from generator.model.sources import Retraction
from generator.model.statements import Confirmation, Correction


def known_day(cite: Iterable[Citation], facts: Facts) -> date:
    """Give the earliest known day of some citations; ``date.max`` when no source of theirs exists.

    The same words read in several places were known as soon as the first of them came out.
    """
    return min((source_day(citation.source, facts) for citation in cite), default=date.max)


def source_day(source_id: str, facts: Facts) -> date:
    """Give the day on which a source became known; ``date.max`` for an id that is no source."""
    return facts.source_days.get(source_id, date.max)


def in_force(decision: Confirmation | Retraction, facts: Facts) -> date:
    """Give the day from which a confirmation or retraction counts: its own, or its citation's if later."""
    return max(decision.on, known_day(decision.cite, facts)) if decision.cite else decision.on


def horizon(facts: Facts, day: date | None) -> date:
    """Give the last known day to look at: the one asked for, else the edition's, else no limit."""
    return day or facts.known or date.max


def days_of_change(facts: Facts) -> tuple[date, ...]:
    """Give the days on which something changed, oldest first, from the first on which anything was said."""
    said = {known_day(statement.cite, facts) for _, _, statement in facts.each_statement()}
    return _possible({*said, *_turns(facts)}, said, facts)


def edition_days(facts: Facts) -> tuple[date, ...]:
    """Give the days of the editions, oldest first: those listed, else those on which something changed.

    Of very many those are taken that ``thinned`` gives, unless the explainer asks for all. A day before
    anything was said has none, nor one later than the facts.
    """
    listed = facts.explainer.editions
    if listed is None:
        days = days_of_change(facts)
        return days if facts.explainer.all_editions else thinned(days)
    said = {known_day(statement.cite, facts) for _, _, statement in facts.each_statement()}
    return _possible(set(listed), said, facts)


def days_left_out(facts: Facts) -> dict[date, date]:
    """Give the days on which something changed and that have no edition, each with the edition before it.

    None where the explainer lists days: what it does not list nobody wanted.
    """
    if facts.explainer.editions is not None:
        return {}
    days = edition_days(facts)
    found = {day: stands_in(day, days) for day in days_of_change(facts) if day not in days}
    return {day: edition for day, edition in found.items() if edition}


def _possible(days: set[date], said: set[date], facts: Facts) -> tuple[date, ...]:
    first = min(said, default=date.max)
    return tuple(sorted(day for day in days if first <= day <= facts.edition_day))


def _turns(facts: Facts) -> Iterator[date]:
    """Give the days from which decisions, editors' words and corrections count, and records are gone."""
    yield from (gone.on for gone in facts.retired)
    yield from (left.on for left in facts.former_addresses)
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
