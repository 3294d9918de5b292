"""Control of places: who held what on which day, and how well that is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from generator.derive.standing import Status
from generator.model.dates import When
from generator.model.facts import Facts
from generator.model.text import Text


@dataclass(frozen=True)
class Holding:
    """A holder (actor or side id) of a place, or of a ``part`` of it, by a change in an event.

    ``since`` is when the event occurred, ``effective`` the day the change counts from,
    ``status`` how the event stands, ``before`` whom the change replaced.
    """

    place: str
    holder: str
    part: Text | None
    since: When
    effective: date
    event: str
    status: Status
    before: tuple[str, ...]


class Run(NamedTuple):
    """A longest stretch of days with the same holdings; ``last`` is inclusive, None while it lasts."""

    first: date
    last: date | None
    holdings: tuple[Holding, ...]


@dataclass(frozen=True)
class Control:
    """Who held which place when. Places without a change in any event are not in it."""

    _changes: Mapping[str, tuple[Holding, ...]] = field(default_factory=lambda: MappingProxyType({}))
    _runs: Mapping[str, tuple[Run, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def places(self) -> tuple[str, ...]:
        """The ids of the places whose control ever changed, in gazetteer order."""
        return tuple(self._changes)

    def on(self, place: str, day: date) -> tuple[Holding, ...]:
        """Give the holdings of a place at the end of a day, the whole before its parts."""
        raise NotImplementedError

    def changes(self, place: str) -> tuple[Holding, ...]:
        """Give every change of a place in the order in which they took effect."""
        return self._changes.get(place, ())

    def runs(self, place: str) -> tuple[Run, ...]:
        """Give the stretches of days with the same holdings, oldest first, without gaps."""
        return self._runs.get(place, ())


def control(facts: Facts, statuses: Mapping[str, Status] | None = None) -> Control:
    """Index the control of every place. ``statuses`` (of an Index) saves deriving them again."""
    raise NotImplementedError
