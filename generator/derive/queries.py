"""Traced facts: the same facts, which note what of them was read.

What a page was made from is found by tracing, not declared: a page says the same in two editions
when everything that it read of the one stands in the other too. A whole kind of records counts as
read once anything walks over it.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeAlias, TypeVar

from generator.derive.control import Control
from generator.derive.index import Index
from generator.model.explainer import Explainer
from generator.model.facts import Facts

K = TypeVar("K")
V = TypeVar("V")

Lookup: TypeAlias = tuple[str, Any]  # of a lookup: its name and what was looked up; WHOLE for all of it
ALL = object()
_ABSENT = object()
_LOOKUPS = ("by_id", "labels", "statements", "relation_holders")
_PROPERTIES = ("edition_day", "story_day", "covered")


@dataclass(slots=True)
class Trace:
    """What was read since the last ``take``."""

    _keys: set[Lookup] = field(default_factory=set)

    def add(self, name: str, item: Any) -> None:
        """Note a read."""
        self._keys.add((name, item))

    def take(self) -> frozenset[Lookup]:
        """Give what was read, and forget it."""
        taken = frozenset(self._keys)
        self._keys.clear()
        return taken


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that can be read of one edition, by the name under which it is noted."""

    parts: Mapping[str, Any]

    def differs(self, other: "Inputs", key: Lookup) -> bool:
        """Whether what was read of this edition reads otherwise in another."""
        name, item = key
        mine, theirs = self.parts[name], other.parts[name]
        if item is ALL:
            return bool(mine is not theirs and mine != theirs)
        return bool(_item(mine, item) != _item(theirs, item))


def _item(part: Any, item: Any) -> Any:
    match part:
        case Mapping():
            return part.get(item, _ABSENT)
        case Explainer():
            return getattr(part, item)
        case _:
            return item in part


def traced(facts: Facts, index: Index, control: Control, reads: Trace) -> tuple[Facts, Index, Control]:
    """The same, but every read is noted in ``reads``."""
    lookups = {
        item.name: _Watched(f"index.{item.name}", getattr(index, item.name), reads)
        for item in fields(index)
        if isinstance(getattr(index, item.name), Mapping)
    }
    parties = _WatchedSet("index.parties", index.parties, reads)
    held = control.watched(lambda name, part: _Watched(f"control.{name}", part, reads))
    return _facts(facts, reads), replace(index, **lookups, parties=parties), held


def inputs(facts: Facts, index: Index, control: Control) -> Inputs:
    """What the reads of watched facts are looked up in."""
    names = [item.name for item in fields(Facts)]
    parts = {f"facts.{name}": getattr(facts, name) for name in (*names, *_LOOKUPS, *_PROPERTIES)}
    parts |= {f"index.{item.name}": getattr(index, item.name) for item in fields(index)}
    control.watched(lambda name, part: parts.setdefault(f"control.{name}", part))
    return Inputs(parts)


class _Watched(Mapping[K, V]):
    """A mapping that notes what is looked up in it."""

    __slots__ = ("_name", "_part", "_reads")

    def __init__(self, name: str, part: Mapping[K, V], reads: Trace) -> None:
        self._name, self._part, self._reads = name, part, reads

    def __getitem__(self, item: K) -> V:
        self._reads.add(self._name, item)
        return self._part[item]

    def get(self, item: K, default: Any = None) -> Any:
        self._reads.add(self._name, item)
        return self._part.get(item, default)

    def __contains__(self, item: object) -> bool:
        self._reads.add(self._name, item)
        return item in self._part

    def __iter__(self) -> Iterator[K]:
        self._reads.add(self._name, ALL)
        return iter(self._part)

    def __len__(self) -> int:
        self._reads.add(self._name, ALL)
        return len(self._part)


class _WatchedSet(Set[str]):
    """A set that notes what it is asked for."""

    __slots__ = ("_name", "_part", "_reads")

    def __init__(self, name: str, part: Set[str], reads: Trace) -> None:
        self._name, self._part, self._reads = name, part, reads

    def __contains__(self, item: object) -> bool:
        self._reads.add(self._name, item)
        return item in self._part

    def __iter__(self) -> Iterator[str]:
        self._reads.add(self._name, ALL)
        return iter(self._part)

    def __len__(self) -> int:
        self._reads.add(self._name, ALL)
        return len(self._part)


class _WatchedExplainer:
    """An explainer that notes which of its keys are read."""

    def __init__(self, explainer: Explainer, reads: Trace) -> None:
        self._explainer, self._reads = explainer, reads

    def __getattr__(self, name: str) -> Any:
        self._reads.add("facts.explainer", name)
        return getattr(self._explainer, name)


class _WatchedFacts(Facts):
    """Facts that note which kinds of records were walked over, and which records were looked up."""

    def __getattribute__(self, name: str) -> Any:
        own = object.__getattribute__(self, "__dict__")
        if name in _WALKED:
            own["reads"].add(f"facts.{name}", ALL)
            return getattr(own["facts"], name)
        lookups = own["lookups"]
        return lookups[name] if name in lookups else object.__getattribute__(self, name)


_WALKED = frozenset({item.name for item in fields(Facts)} - {"explainer"} | {*_PROPERTIES})


def _facts(facts: Facts, reads: Trace) -> Facts:
    lookups: dict[str, Any] = {
        name: _Watched(f"facts.{name}", getattr(facts, name), reads) for name in _LOOKUPS
    }
    lookups["explainer"] = _WatchedExplainer(facts.explainer, reads)
    made = object.__new__(_WatchedFacts)
    # Not the constructor's fields: those would be read unseen.
    object.__getattribute__(made, "__dict__").update(reads=reads, facts=facts, lookups=lookups)
    return made
