"""Disagreements: records on which speakers differ, with their versions side by side.

A record has one disagreement, however many matters it is about and however it came about. A
disagreement that has ended stays on record with the versions that it last had.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeAlias

from generator.derive.conflicts import Conflict, DisagreementKind, conflict_on
from generator.derive.known import horizon, known_day
from generator.derive.provenance import change_days
from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.facts import Facts, Record
from generator.model.figures import Figure, Series
from generator.model.places import Place
from generator.model.statements import Claim
from generator.model.vocabulary import Stance

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


@dataclass(frozen=True)
class Version:
    """Statements that nothing sets apart: references, earliest known first. ``known`` is the first day.

    ``denies``: it says that the thing is not so. ``against`` holds the first reference of each
    version that cannot be true together with it.
    """

    refs: tuple[str, ...]
    known: date
    denies: bool
    against: tuple[str, ...]


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
    def refs(self) -> tuple[str, ...]:
        """Every statement of every version."""
        return tuple(ref for version in self.versions for ref in version.refs)


def disagreements(facts: Facts) -> tuple[Disagreement, ...]:
    """Give every disagreement there is or was, in the order of ``facts.records()``."""
    return tuple(found for record in facts.records() if (found := disagreement(record, facts)))


def disagreement(record: Record, facts: Facts) -> Disagreement | None:
    """Give the disagreement about a record, or the last one there was; ``None`` when there never was any."""
    said = _statements(record)
    if not _may_differ(record, said):
        return None
    sources = [citation.source for each in said for citation in each.cite]
    until = horizon(facts, None)
    days = sorted({day for day in change_days(sources, facts) if day <= until and day != date.max})
    contests = [(day, conflict_on(record, facts, day)) for day in days]
    runs = [(differ, list(run)) for differ, run in groupby(contests, key=lambda each: _differ(each[1]))]
    last = next((number for number in reversed(range(len(runs))) if runs[number][0]), None)
    if last is None:
        return None
    run = runs[last][1]
    kinds, matters = _matters(record, run[-1][1], facts)
    ended = runs[last + 1][1][0][0] if last + 1 < len(runs) else None
    return Disagreement(record.id, kinds, matters, run[0][0], ended)


def _statements(record: Record) -> tuple[Claim | Figure, ...]:
    match record:
        case Event() | Relation() | Actor() | Place():
            return record.claims
        case Series():
            return record.figures
        case _:
            return ()


def _may_differ(record: Record, said: tuple[Claim | Figure, ...]) -> bool:
    """Say whether a record can have a disagreement at all; most have none, and are not looked into."""
    if isinstance(record, Series):
        return len(said) > 1
    return any(
        isinstance(each, Claim) and (each.contradicts or each.stance is Stance.DENIES) for each in said
    )


def _differ(found: Conflict) -> bool:
    return any(one != other for pairs in found.pairs.values() for one, other in pairs)


def _matters(
    record: Record, found: Conflict, facts: Facts
) -> tuple[tuple[DisagreementKind, ...], tuple[Matter, ...]]:
    against = rivals(pair for pairs in found.pairs.values() for pair in pairs)
    said = {f"{record.id}/{each.id}": each for each in _statements(record)}
    days = {ref: known_day(each.cite, facts) for ref, each in said.items()}
    matters = []
    for split in sides(found.standing, against):
        refs = {side: _refs(record.id, side, found, days) for side in split}
        versions = [
            Version(
                refs=refs[side],
                known=days[refs[side][0]],
                denies=found.denying.issuperset(side),
                against=tuple(refs[other][0] for other in split if against[side[0]].intersection(other)),
            )
            for side in split
        ]
        matters.append(tuple(sorted(versions, key=lambda version: (version.known, version.denies))))
    matters.sort(key=lambda matter: matter[0].known)
    return tuple(kind for kind, pairs in found.pairs.items() if pairs), tuple(matters)


def _refs(record: str, side: tuple[str, ...], found: Conflict, days: dict[str, date]) -> tuple[str, ...]:
    members = [name for name in found.standing if found.echoes.get(name, name) in side]
    return tuple(sorted((f"{record}/{name}" for name in members), key=lambda ref: days[ref]))
