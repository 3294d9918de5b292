"""Editions: the facts as they were known on an earlier day."""

from datetime import date

from generator.model.facts import Facts


def known_at(facts: Facts, day: date) -> Facts:
    """Give the facts as known on a day; its ``known`` is that day (or an earlier one it had)."""
    raise NotImplementedError
