"""Rivals: sorting what cannot all be true into the versions of each matter."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

Rivals: TypeAlias = Mapping[str, frozenset[str]]
Sides: TypeAlias = tuple[tuple[str, ...], ...]


def rivals(pairs: Iterable[tuple[str, str]]) -> Rivals:
    """Give the rivals of each member of some pairs, both ways; none is a rival of itself."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        if one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {name: frozenset(others) for name, others in found.items()}


def sides(names: Iterable[str], against: Rivals) -> list[Sides]:
    """Split names into matters in dispute, and each matter into sides, all in the order given.

    Names linked by rivalry over any number of steps are one matter. Names with the same rivals
    are one side: nothing sets them apart. So sides depend on no order, and hold no two rivals.
    """
    order = [name for name in names if name in against]
    found = []
    seen: set[str] = set()
    for name in order:
        if name not in seen:
            members = _linked(name, against)
            seen |= members
            found.append(_alike([member for member in order if member in members], against))
    return found


def _linked(name: str, against: Rivals) -> set[str]:
    members = {name}
    waiting = [name]
    while waiting:
        new = against[waiting.pop()] - members
        members |= new
        waiting.extend(new)
    return members


def _alike(members: list[str], against: Rivals) -> Sides:
    groups: dict[frozenset[str], list[str]] = {}
    for member in members:
        groups.setdefault(against[member], []).append(member)
    return tuple(tuple(group) for group in groups.values())
