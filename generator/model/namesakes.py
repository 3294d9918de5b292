"""Namesakes: records of one kind that share a name, and those that are said not to be each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.actors import Actor
from generator.model.events import Event
from generator.model.names import same_name
from generator.model.places import Place
from generator.model.sources import Source

_Named = Actor | Place | Event | Source


def namesakes(records: Iterable[Any]) -> Mapping[str, tuple[str, ...]]:
    """Give the records of its kind that go by the same name as one, in any language; absent where none do."""
    return _sharing((record, _names(record)) for record in records if isinstance(record, _Named))


def easily_mixed_up(records: Iterable[Any]) -> Mapping[str, tuple[str, ...]]:
    """Give for a record those that share a name or alias with it, or that one of the two says it is not."""
    named = [record for record in records if isinstance(record, _Named)]
    found = {name: dict.fromkeys(others) for name, others in _sharing(_every_name(named)).items()}
    ids = {record.id for record in named}
    for record in named:
        for other in record.distinct_from:
            if other in ids and other != record.id:
                found.setdefault(record.id, {})[other] = None
                found.setdefault(other, {})[record.id] = None
    return {name: tuple(others) for name, others in found.items()}


def _every_name(records: Iterable[_Named]) -> Iterator[tuple[_Named, Iterable[str]]]:
    for record in records:
        yield record, (*_names(record), *getattr(record, "aliases", ()))


def _names(record: _Named) -> tuple[str, ...]:
    name = record.name if isinstance(record, Actor | Place) else record.title
    return tuple(words for _, words in name.variants)


def _sharing(named: Iterable[tuple[_Named, Iterable[str]]]) -> Mapping[str, tuple[str, ...]]:
    holders: dict[tuple[type, str], dict[str, None]] = defaultdict(dict)
    for record, names in named:
        for name in names:
            holders[type(record), same_name(name)][record.id] = None
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for ids in holders.values():
        for one in ids if len(ids) > 1 else ():
            found[one].update((other, None) for other in ids if other != one)
    return {name: tuple(others) for name, others in found.items()}
