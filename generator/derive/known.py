"""Known days: when something became public, as far as we can point to it."""

from collections.abc import Iterable
from datetime import date

from generator.model.facts import Facts
from generator.model.fields import Citation


def known_day(cite: Iterable[Citation], facts: Facts) -> date:
    """Give the earliest known day of some citations; ``date.max`` when no source of theirs exists."""
    raise NotImplementedError
