"""Disagreements: records on which speakers differ, with their versions side by side.

A record has one disagreement, however many matters it is about and however it came about. A
disagreement that has ended stays on record with the versions that it last had.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeAlias

from generator.derive.annotations import Annotations
from generator.derive.conflicts import Conflict, DisagreementKind, Pair, conflict_on
from generator.model.facts import StatedRecord
from generator.model.figures import Series
from generator.model.refs import Ref
from generator.model.vocabulary import Stance

Rivals: TypeAlias = Mapping[Ref, frozenset[Ref]]
Sides: TypeAlias = tuple[tuple[Ref, ...], ...]


def rivals(pairs: Iterable[Pair]) -> Rivals:
    """Give the rivals of each member of some pairs, both ways; none is a rival of itself."""
    found: dict[Ref, set[Ref]] = {}
    for one, other in pairs:
        if one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {name: frozenset(others) for name, others in found.items()}


def sides(refs: Iterable[Ref], against: Rivals) -> list[Sides]:
    """Split statements into matters in dispute, and each matter into sides, all in the order given.

    Statements linked by rivalry over any number of steps are one matter. Those with the same rivals
    are one side: nothing sets them apart. So sides depend on no order, and hold no two rivals.
    """
    order = [ref for ref in refs if ref in against]
    found = []
    seen: set[Ref] = set()
    for ref in order:
        if ref not in seen:
            members = _linked(ref, against)
            seen |= members
            found.append(_alike([member for member in order if member in members], against))
    return found


def _linked(ref: Ref, against: Rivals) -> set[Ref]:
    members = {ref}
    waiting = [ref]
    while waiting:
        new = against[waiting.pop()] - members
        members |= new
        waiting.extend(new)
    return members


def _alike(members: list[Ref], against: Rivals) -> Sides:
    groups: dict[frozenset[Ref], list[Ref]] = {}
    for member in members:
        groups.setdefault(against[member], []).append(member)
    return tuple(tuple(group) for group in groups.values())


@dataclass(frozen=True)
class Version:
    """Statements that nothing sets apart: references, earliest known first. ``known`` is the first day.

    ``denies``: it says that the thing is not so. ``against`` holds the first reference of each
    version that cannot be true together with it.
    """

    refs: tuple[Ref, ...]
    known: date
    denies: bool
    against: tuple[Ref, ...]


Matter: TypeAlias = tuple[Version, ...]


@dataclass(frozen=True)
class Disagreement:
    """What is in dispute about a record: in each matter two or more versions that cannot all be true.

    Versions stand in the order in which they became known; no statement is in two of them.
    ``since`` is the known day from which there was no day without a disagreement, ``until`` the
    first on which it had ended; it is ``None`` while it lasts.
    """

    record: str
    kinds: tuple[DisagreementKind, ...]
    matters: tuple[Matter, ...]
    since: date
    until: date | None = None

    @property
    def versions(self) -> tuple[Version, ...]:
        """Every version, matter by matter."""
        return tuple(version for matter in self.matters for version in matter)

    @property
    def refs(self) -> tuple[Ref, ...]:
        """Every statement of every version."""
        return tuple(ref for version in self.versions for ref in version.refs)


def disagreement(record: StatedRecord, annotations: Annotations) -> Disagreement | None:
    """Give the disagreement about a record, or the last one there was; ``None`` when there never was any."""
    if not _may_differ(record):
        return None
    days = {day for one in annotations.of(record) for day, _ in one.steps}
    days = {day for day in days if day <= annotations.until and day != date.max}
    conflicts = [(day, conflict_on(record, annotations, day)) for day in sorted(days)]
    runs = [(differ, list(run)) for differ, run in groupby(conflicts, key=lambda each: _differ(each[1]))]
    last = next((number for number in reversed(range(len(runs))) if runs[number][0]), None)
    if last is None:
        return None
    run = runs[last][1]
    conflict = run[-1][1]
    ended = runs[last + 1][1][0][0] if last + 1 < len(runs) else None
    kinds = tuple(kind for kind, pairs in conflict.pairs.items() if pairs)
    return Disagreement(record.id, kinds, _matters(conflict, annotations.known_days), run[0][0], ended)


def _may_differ(record: StatedRecord) -> bool:
    """Say whether a record can have a disagreement at all; most have none, and are not looked into."""
    if isinstance(record, Series):
        return len(record.figures) > 1
    return any(claim.rivals or claim.stance is Stance.DENIES for claim in record.claims)


def _differ(found: Conflict) -> bool:
    return any(one != other for pairs in found.pairs.values() for one, other in pairs)


def _matters(found: Conflict, days: Mapping[Ref, date]) -> tuple[Matter, ...]:
    against = rivals(pair for pairs in found.pairs.values() for pair in pairs)
    matters = [
        tuple(sorted(_versions(found, split, against, days), key=lambda one: (one.known, one.denies)))
        for split in sides(found.standing, against)
    ]
    return tuple(sorted(matters, key=lambda matter: matter[0].known))


def _versions(found: Conflict, split: Sides, against: Rivals, days: Mapping[Ref, date]) -> Iterator[Version]:
    refs = {side: _members(side, found, days) for side in split}
    for side in split:
        yield Version(
            refs=refs[side],
            known=days[refs[side][0]],
            denies=found.denying.issuperset(side),
            against=tuple(refs[other][0] for other in split if against[side[0]].intersection(other)),
        )


def _members(side: tuple[Ref, ...], found: Conflict, days: Mapping[Ref, date]) -> tuple[Ref, ...]:
    """Give the statements of a side with those that go with them, earliest known first."""
    members = [ref for ref in found.standing if found.repeats.get(ref, ref) in side]
    return tuple(sorted(members, key=lambda ref: days[ref]))
