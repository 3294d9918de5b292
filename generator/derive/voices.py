"""Voices: how many independent speakers stand behind a record."""

from dataclasses import dataclass
from datetime import date

from generator.model.claims import Contested
from generator.model.facts import Facts


@dataclass(frozen=True)
class Voice:
    """One independent voice: a speaker, or the speakers who all repeat the same unseen source.

    ``repeats`` is true for the latter. ``neutral``: none of its speakers is a party.
    ``interested``: some speaker is a party whom the record serves. ``conceding``: all of them
    are parties that admit what hurts their side.
    """

    speakers: tuple[str, ...]
    repeats: bool
    neutral: bool
    interested: bool
    conceding: bool


def voices(record: Contested, facts: Facts, day: date | None = None) -> tuple[Voice, ...]:
    """Give the independent voices that assert a record, as known on a day."""
    raise NotImplementedError
