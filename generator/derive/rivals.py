"""Rivals: sorting what cannot all be true into sides that each could be."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

Rivals: TypeAlias = Mapping[str, frozenset[str]]


def rivals(pairs: Iterable[tuple[str, str]]) -> Rivals:
    """Give the rivals of each member of some pairs, both ways; none is a rival of itself."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        if one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {name: frozenset(others) for name, others in found.items()}


def sides(names: Iterable[str], against: Rivals) -> list[tuple[tuple[str, ...], ...]]:
    """Split names into disagreements, and each into sides without rivals inside.

    Names linked by rivalry over any number of steps are one disagreement. Inside it each name,
    in the order given, joins the first side that holds no rival of it.
    """
    order = [name for name in names if name in against]
    found = []
    seen: set[str] = set()
    for name in order:
        if name not in seen:
            members = _linked(name, against)
            seen |= members
            found.append(_split([member for member in order if member in members], against))
    return found


def _linked(name: str, against: Rivals) -> set[str]:
    members = {name}
    waiting = [name]
    while waiting:
        new = against[waiting.pop()] - members
        members |= new
        waiting.extend(new)
    return members


def _split(members: list[str], against: Rivals) -> tuple[tuple[str, ...], ...]:
    groups: list[list[str]] = []
    for member in members:
        group = next((group for group in groups if not against[member].intersection(group)), None)
        if group is None:
            groups.append([member])
        else:
            group.append(member)
    return tuple(tuple(group) for group in groups)
