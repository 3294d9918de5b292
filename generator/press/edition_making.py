"""Making the pages of editions side by side, of those days whose facts are not as an earlier build had them.

A piece of work is several days in a row: what each process derives of a day, no other needs.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.derive.known_days import known_day
from generator.executors import Executor, Shared
from generator.model.facts import Facts
from generator.press.editions import DayPages
from generator.press.kept_editions import KeptEditions
from generator.press.making import PressJob

_LEAST_DAYS = 8  # of a piece, where nothing is kept: its first day is made whole
_NEW = 0.3  # of the pages of a day, roughly, that say something else than on the day before

_DaysOfWork: TypeAlias = tuple[Sequence[date], Mapping[date, DayPages]]


@dataclass(frozen=True, slots=True)
class PendingEditions:
    """Editions under way, oldest first: their days, and what waits for some of them."""

    days: Sequence[date]
    pieces: Sequence[Callable[[], list[DayPages]]]

    def wait(self) -> list[DayPages]:
        """Wait for all of them; give the pages of each."""
        return [day for piece in self.pieces for day in piece()]


def begin_editions(
    executor: Executor, job: PressJob, shared: Shared[PressJob], kept: KeptEditions
) -> PendingEditions:
    """Begin to make the pages of all editions but those that are ``kept`` and still the same."""
    days = sorted(job.site_info.editions)
    same = kept.of_same_facts(job.facts_hash)
    if same.keys() >= {*days} and job.editions.has_all(same[day] for day in days):
        return PendingEditions(days, [lambda: [same[day] for day in days]])
    known = {day: kept.days[day] for day in days if day in kept.days}
    pieces = _pieces(job.facts, days, executor.workers, bool(known))
    return PendingEditions(days, [_begun(executor, shared, piece, known) for piece in pieces])


def _begun(
    executor: Executor, shared: Shared[PressJob], days: Sequence[date], known: Mapping[date, DayPages]
) -> Callable[[], list[DayPages]]:
    wait = executor.submit(_made, shared, (days, {day: known[day] for day in days if day in known}))

    def waited() -> list[DayPages]:
        return [made or known[day] for day, made in zip(days, wait(), strict=True)]

    return waited


def _made(job: PressJob, piece: _DaysOfWork) -> list[DayPages | None]:
    """Make some editions; ``None`` for one that is as it was."""
    days, known = piece
    made = job.editions.days(days, known)
    return [None if known.get(day) is pages else pages for day, pages in zip(days, made, strict=True)]


def _pieces(facts: Facts, days: Sequence[date], workers: int, kept: bool) -> Iterator[Sequence[date]]:
    """Deal out days in a row, so that each piece is about as much work."""
    most = min(workers * 2 if kept else workers, -(-len(days) // _LEAST_DAYS))
    known = sorted(known_day(one.cite, facts) for _, _, one in facts.each_statement())
    weights = [bisect_right(known, day) for day in days]
    first = 0.0 if kept else 1.0
    whole = sum(weights) * _NEW + first * weights[-1] if weights else 0.0
    begun, done = 0, 0.0
    for number, weight in enumerate(weights):
        done += weight * (_NEW if number > begun else max(_NEW, first))
        left = len(days) - number - 1
        if (done >= whole / most and left >= _LEAST_DAYS) or not left:
            yield days[begun : number + 1]
            begun, done = number + 1, 0.0
