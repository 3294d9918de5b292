"""Trimming: what of one record was known on a day.

Every value is asked by its kind, whichever record holds it, so that a new field needs no new
rule: what cites goes with its citations, editorial words without a day go, and a record whose
ground is claims or figures goes when it has none left.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from generator.derive.known import in_force, known_day, source_day
from generator.model.actors import Actor, Relation
from generator.model.claims import Confirmation
from generator.model.corrections import Correction
from generator.model.events import Event
from generator.model.explainer import Headline
from generator.model.facts import Facts
from generator.model.fields import Citation, Entry, Note
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.questions import Question
from generator.model.retired import Retired
from generator.model.sources import LeftOut, Retraction, Source

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Cut:
    """A known day, and the facts that say what was known by then."""

    facts: Facts
    day: date

    def all_of(self, entries: Iterable[E]) -> tuple[E, ...]:
        """Give what is left of some records, in order."""
        return tuple(left for entry in entries if (left := self.of(entry)) is not None)

    def of(self, entry: E) -> E | None:
        """Give what is left of a record; ``None`` when it was not known at all."""
        if not self._known(entry):
            return None
        left = _changed(entry, {name: self._value(getattr(entry, name)) for name in type(entry).model_fields})
        return None if _groundless(left) else _without_lost_rivals(left)

    def _known(self, entry: Entry) -> bool:
        match entry:
            case LeftOut():
                return False  # an editor's words without a day
            case Note():
                return entry.since is not None and entry.since <= self.day
            case Headline():
                return entry.since is None or entry.since <= self.day
            case Confirmation() | Retraction():
                return in_force(entry, self.facts) <= self.day
            case Correction() | Retired():
                return entry.on <= self.day
            case Source():
                return source_day(entry.id, self.facts) <= self.day
            case _:
                cite = getattr(entry, "cite", None)
                return cite is None or known_day(cite, self.facts) <= self.day

    def _value(self, value: Any) -> Any:
        match value:
            case Entry():
                return self.of(value)
            case Citation():
                return value if source_day(value.source, self.facts) <= self.day else None
            case tuple():
                left = tuple(new for each in value if (new := self._value(each)) is not None)
                return value if left == value else left
            case _:
                return value


def cut_question(question: Question, day: date) -> Question:
    """Give a question with the corrections of it that were made by a day."""
    made = tuple(correction for correction in question.corrections if correction.on <= day)
    return question if made == question.corrections else replace(question, corrections=made)


def _changed(entry: E, values: dict[str, Any]) -> E:
    """Copy an entry with new values; the entry itself when none is new."""
    new = {name: value for name, value in values.items() if value is not getattr(entry, name)}
    return entry.model_copy(update=new) if new else entry


def _groundless(entry: Entry) -> bool:
    match entry:
        case Event() | Relation():
            return not entry.claims
        case Series():
            return not entry.figures
        case _:
            return False


def _without_lost_rivals(entry: E) -> E:
    """Drop the ids of claims that are gone from ``contradicts`` and ``agrees``."""
    if not isinstance(entry, Event | Relation | Actor | Place):
        return entry
    left = {claim.id for claim in entry.claims}
    claims = tuple(
        _changed(
            claim,
            {"contradicts": narrowed(claim.contradicts, left), "agrees": narrowed(claim.agrees, left)},
        )
        for claim in entry.claims
    )
    return _changed(entry, {"claims": entry.claims if claims == entry.claims else claims})


def narrowed(ids: tuple[str, ...], kept: Iterable[str]) -> tuple[str, ...]:
    """Give the ids that are kept; the same tuple when all are."""
    present = frozenset(kept)
    return ids if present.issuperset(ids) else tuple(name for name in ids if name in present)


def pruned(entry: E, kept: frozenset[str]) -> E:
    """Drop from a trimmed record the ids of records that are gone, where it can do without them."""
    match entry:
        case Source(carries=carries):
            values: dict[str, Any] = {"derives_from": narrowed(entry.derives_from, kept)}
            return _changed(entry, values | ({"carries": None} if carries and carries not in kept else {}))
        case Series():
            return _changed(entry, {"about": narrowed(entry.about, kept)})
        case _:
            return entry
