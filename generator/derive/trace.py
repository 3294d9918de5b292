"""Tracing: what was read of an edition while something was made from it.

A page says the same in two editions when everything that it read of the one reads the same in the other.
What several pages need is made once: whoever asks for it again is noted to have read what it was made
from. A whole kind of records counts as read once anything walks over it.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from hashlib import blake2b
from io import BytesIO
from pickle import Pickler
from typing import Any, TypeAlias, TypeVar

from generator.derive.control import control
from generator.derive.index import index
from generator.derive.near_events import NearEvents
from generator.derive.open_questions import open_questions
from generator.derive.story_dates import story_dates
from generator.derive.story_of_changes import changed_on, story_of_changes
from generator.model.facts import Facts

K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")
Reading: TypeAlias = tuple[str, Any]
"""What was read: the name of an input, and what was looked up in it; ``ALL`` for the whole of it."""


class _Item(Enum):
    """What stands for the whole of an input, the same object in every process."""

    ALL = "all"


ALL = _Item.ALL
_ABSENT = object()


@dataclass(frozen=True, slots=True)
class DaysUntil:
    """All days until a last one, as ISO 8601 writes them: whether one is past changes but once."""

    last: date

    def __contains__(self, day: object) -> bool:
        """Whether the day is not later than the last."""
        return isinstance(day, str) and date.fromisoformat(day) <= self.last


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that can be read of one edition, by the name under which it is noted."""

    parts: Mapping[str, Any]

    @classmethod
    def of(cls, facts: Facts) -> "Inputs":
        """Give the inputs of some facts: their records, their index, who held which place."""
        indexed, held = facts.once(index), facts.once(control)
        parts = {name: getattr(facts, name) for name in _FACTS}
        parts |= {item.name: getattr(indexed, item.name) for item in fields(indexed)}
        parts["status"] = {name: timeline.now for name, timeline in indexed.timelines.items()}
        standings = indexed.claim_timelines.items()
        parts["claim_status"] = {ref: timeline.now for ref, timeline in standings}
        parts |= held.lookups
        parts["story"], parts["open_questions"] = facts.once(story_of_changes), facts.once(open_questions)
        parts["changed_on"], parts["near_events"] = facts.once(changed_on), facts.once(NearEvents)
        parts["story_dates"], parts["day_words"] = facts.once(story_dates), facts.words_of_days
        parts |= {"days_come": DaysUntil(facts.edition_day), "story_days": DaysUntil(facts.story_day)}
        explainer = facts.explainer
        parts["explainer"] = {name: getattr(explainer, name) for name in type(explainer).model_fields}
        return cls(parts)

    def differ(self, other: "Inputs", reading: Reading) -> bool:
        """Say whether what was read of this edition reads otherwise in another."""
        name, item = reading
        mine, theirs = self.parts[name], other.parts[name]
        if item is ALL:
            return bool(mine is not theirs and mine != theirs)
        return bool(_item(mine, item) != _item(theirs, item))


def in_order(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Give what was read in an order that is always the same."""
    return tuple(sorted(readings, key=lambda one: (one[0], type(one[1]).__name__, str(one[1]))))


class Digests:
    """A hash of each thing that can be read of one edition: the same in two just when it reads alike."""

    def __init__(self, inputs: Inputs, before: "Digests | None" = None) -> None:
        """Begin with nothing hashed; what is the same object as in ``before`` has the hash of it there."""
        self._parts, self._known = inputs.parts, dict[Reading, bytes]()
        self._before = before
        if before:
            before._before = None

    def know(self, readings: Iterable[Reading]) -> None:
        """Hash some readings now, so that the edition after this one can be compared with it."""
        for reading in readings:
            self.of(reading)

    def that_differ(self) -> frozenset[Reading]:
        """Give those readings with a hash in the edition before that read otherwise in this one."""
        known = self._before._known if self._before else {}
        return frozenset(reading for reading, seen in known.items() if self.of(reading) != seen)

    def of(self, reading: Reading) -> bytes:
        """Give the hash of what was read."""
        if reading not in self._known:
            name, item = reading
            self._known[reading] = self._whole(name) if item is ALL else self._hash(name, item)
        return self._known[reading]

    def _hash(self, name: str, item: Any) -> bytes:
        found, before = _item(self._parts[name], item), self._before
        seen = before._known.get((name, item)) if before else None
        if before and seen is not None and _item(before._parts[name], item) is found:
            return seen
        return digest(found)

    def _whole(self, name: str) -> bytes:
        part = self._parts[name]
        if isinstance(part, Mapping):
            return digest([(key, self.of((name, key))) for key in part])
        return digest(sorted(part) if isinstance(part, frozenset) else part)


def digest(value: Any) -> bytes:
    """Hash a value of plain and frozen data, the same in every process; 16 bytes."""
    out = BytesIO()
    pickler = Pickler(out, 5)
    pickler.fast = True  # equal values alike, whichever of their parts are one object
    pickler.dump(None if value is _ABSENT else value)
    return blake2b(out.getbuffer(), digest_size=16).digest()


_FACTS = (
    *("sources", "actors", "places", "events", "series", "questions", "base_map", "by_id", "labels"),
    *("statements", "relation_holders", "source_days", "edition_day", "story_day", "covered"),
)


def _item(part: Any, item: Any) -> Any:
    return part.get(item, _ABSENT) if isinstance(part, Mapping) else item in part


class Traced:
    """Answers from some facts, and notes what was asked where ``traced``."""

    def __init__(self, facts: Facts, *, traced: bool = False) -> None:
        """Begin with nothing read and nothing made."""
        self._facts, self._index, self._control = facts, facts.once(index), facts.once(control)
        self._trace: set[Reading] | None = set() if traced else None
        self._made: dict[Hashable, tuple[Any, frozenset[Reading]]] = {}

    def take_trace(self) -> frozenset[Reading]:
        """Give what was read since the last call."""
        if self._trace is None:
            return frozenset()
        taken, self._trace = frozenset(self._trace), set()
        return taken

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give what ``make`` gives, made when it is first asked for; ``key`` tells it from all else."""
        if key not in self._made:
            outer, self._trace = self._trace, None if self._trace is None else set()
            try:
                made = make()
            except BaseException:
                # Whoever asked goes on without an answer, which rests on what was read as well.
                if outer is not None:
                    outer |= self._trace or set()
                raise
            finally:
                inner, self._trace = self._trace, outer
            self._made[key] = made, frozenset(inner or ())
        found, readings = self._made[key]
        if self._trace is not None:
            self._trace |= readings
        answer: T = found
        return answer

    def _note(self, name: str, item: Any) -> None:
        if self._trace is not None:
            self._trace.add((name, item))

    def _at(self, name: str, part: Mapping[K, V], item: K) -> V:
        self._note(name, item)
        return part[item]

    def _find(self, name: str, part: Mapping[K, V], item: K) -> V | None:
        self._note(name, item)
        return part.get(item)

    def _several(self, name: str, part: Mapping[K, tuple[V, ...]], item: K) -> tuple[V, ...]:
        self._note(name, item)
        return part.get(item, ())

    def _all(self, name: str, part: T) -> T:
        self._note(name, ALL)
        return part
