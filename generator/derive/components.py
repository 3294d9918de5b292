"""Components: what hangs together by marks that it shares, over any number of steps."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def components(items: Sequence[T], marks: Callable[[T], Iterable[Hashable]]) -> list[list[T]]:
    """Split items into groups that share no mark; groups and their members stay in the order given."""
    leader = list(range(len(items)))

    def lead(number: int) -> int:
        while leader[number] != number:
            leader[number] = number = leader[leader[number]]
        return number

    first: dict[Hashable, int] = {}
    for number, item in enumerate(items):
        for mark in marks(item):
            leader[lead(number)] = lead(first.setdefault(mark, number))
    groups: dict[int, list[T]] = {}
    for number, item in enumerate(items):
        groups.setdefault(lead(number), []).append(item)
    return list(groups.values())
