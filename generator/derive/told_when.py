"""The order in which statements were made, as far as their sources tell: by the hour where both have one.

A known day is one day late rather than early, by which things are sorted. That one word came before another
is said only where nothing that their sources tell leaves a doubt: not of the same day without an hour, nor of
a month that the day lies in, nor of what is undated.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from generator.model.dates import Moment
from generator.model.sources import Source

_Instant: TypeAlias = tuple[float, float]  # the number of a day, seconds within it
_ALWAYS = float("inf")


@dataclass(frozen=True, slots=True)
class ToldWhen:
    """When something was said: not before ``first``, not after ``last``."""

    first: _Instant = (-_ALWAYS, 0)
    last: _Instant = (_ALWAYS, 0)

    def is_before(self, other: "ToldWhen") -> bool:
        """Say whether it came before another, without a doubt."""
        return self.last < other.first


def told_when(source: Source | None) -> ToldWhen:
    """Give when a source came out, by what it tells of that and by the day it was read."""
    if source is None:
        return ToldWhen()
    start, end = (source.published.start, source.published.end) if source.published else (None, None)
    read = (source.accessed.toordinal(), _ALWAYS)
    last = (end.last, _second(end, _ALWAYS)) if end and _is_sure(end) else read
    first = (start.first, _second(start, -_ALWAYS)) if start and _is_sure(start) else (-_ALWAYS, 0)
    return ToldWhen(first, min(last, read))


def narrowest(told: Iterable[ToldWhen]) -> ToldWhen:
    """Give the time that is within all of several; each is that of the same thing."""
    every = [ToldWhen(), *told]
    return ToldWhen(max(one.first for one in every), min(one.last for one in every))


def _is_sure(moment: Moment) -> bool:
    return moment.time is not None or not (moment.approximate or moment.uncertain)


def _second(moment: Moment, unknown: float) -> float:
    """Give the second of the day, in UTC; of a doubtful time or none what stands for an unknown one."""
    has_time, second = moment.time_key
    return second if has_time and not (moment.approximate or moment.uncertain) else unknown
