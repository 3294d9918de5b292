"""Contested figures: numbers of one scope and time, by different speakers, that do not meet.

The scope is the series and the figure's own period. Figures of different days are no
disagreement, so each speaker's latest figure is held against what the others said of the same
days. Ranges stay ranges: two numbers disagree only when no number could be both.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.derive.hearing import hear, saying
from generator.model.dates import When
from generator.model.facts import Facts
from generator.model.figures import Figure, Series


@dataclass(frozen=True)
class _Count:
    """One speaker's figures of one scope and as-of, and its last word among them."""

    by: str
    as_of: When
    figure: Figure


_Scope: TypeAlias = list[_Count]


def figure_pairs(series: Series, facts: Facts, day: date) -> Iterator[tuple[str, str]]:
    """Give the pairs of figure ids in a series that cannot both be true, as known on a day."""
    for counts in _scopes(series, facts, day):
        yield from _pairs(counts)


def standing_figures(series: Series, facts: Facts, day: date) -> list[Figure]:
    """Give the figures that hold on a day, in file order: each speaker's last word for each as-of."""
    held = {count.figure.id for counts in _scopes(series, facts, day) for count in counts}
    return [figure for figure in series.figures if figure.id in held]


def _scopes(series: Series, facts: Facts, day: date) -> Iterator[_Scope]:
    said: dict[When | None, dict[tuple[str, When], list[Figure]]] = {}
    for figure in series.figures:
        scope = said.setdefault(figure.period, {})
        scope.setdefault((figure.by, figure.as_of), []).append(figure)
    for scope in said.values():
        counts = (_count(figures, facts, day) for figures in scope.values())
        yield sorted((count for count in counts if count), key=lambda count: _latest_last(count.as_of))


def _latest_last(as_of: When) -> tuple[object, ...]:
    return (as_of.last_day, *as_of.sort_key)


def _count(figures: list[Figure], facts: Facts, day: date) -> _Count | None:
    """Give a speaker's last known figure for one as-of, unless it withdrew or denied it."""
    hearing = hear((saying(figure, figure.id) for figure in figures), facts, day)
    days = {word.saying.id: word.known for word in hearing.affirming}
    standing = [figure for figure in figures if figure.id in days]
    if not standing:
        return None
    last = max(standing, key=lambda figure: days[figure.id])
    return _Count(last.by, last.as_of, last)


def _pairs(counts: _Scope) -> Iterator[tuple[str, str]]:
    """Give the pairs of figures that do not meet. ``counts`` of one scope, latest as-of last."""
    latest = {count.by: count for count in counts}
    for mine in latest.values():
        same_days: dict[str, _Count] = {}
        for count in counts:
            if count.by != mine.by and _overlap(mine.as_of, count.as_of):
                same_days[count.by] = count
        for other in same_days.values():
            if _apart(mine.figure, other.figure):
                yield mine.figure.id, other.figure.id


def _overlap(one: When, other: When) -> bool:
    return one.first_day <= other.last_day and other.first_day <= one.last_day


def _apart(one: Figure, other: Figure) -> bool:
    """Say whether no number can be both; an open upper bound meets everything above."""
    (low, high), (other_low, other_high) = one.bounds, other.bounds
    return (high is not None and high < other_low) or (other_high is not None and other_high < low)
