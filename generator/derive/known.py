"""Known days: when something became public, as far as we can point to it.

Late rather than early: a partial ``published`` counts from its last day, an undated or still
running source from the day it was read, a retraction or an editor's confirmation from the day
on which its own citation is known.
"""

from collections.abc import Iterable
from datetime import date

from generator.model.claims import Confirmation
from generator.model.facts import Facts
from generator.model.fields import Citation
from generator.model.sources import Retraction, Source


def known_day(cite: Iterable[Citation], facts: Facts) -> date:
    """Give the earliest known day of some citations; ``date.max`` when no source of theirs exists.

    The same words read in several places were known as soon as the first of them came out.
    """
    return min((source_day(citation.source, facts) for citation in cite), default=date.max)


def source_day(source_id: str, facts: Facts) -> date:
    """Give the day on which a source became known; ``date.max`` for an id that is no source."""
    source = facts.by_id.get(source_id)
    if not isinstance(source, Source):
        return date.max
    published = source.published.last_day if source.published else date.max
    return source.accessed if published == date.max else published


def in_force(decision: Confirmation | Retraction, facts: Facts) -> date:
    """Give the day from which a confirmation or retraction counts: its own, or its citation's if later."""
    return max(decision.on, known_day(decision.cite, facts)) if decision.cite else decision.on


def horizon(facts: Facts, day: date | None) -> date:
    """Give the last known day to look at: the one asked for, else the edition's, else no limit."""
    return day or facts.known or date.max
