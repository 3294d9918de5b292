"""Common ground: what those who contradict each other agree on. Derived, so that nobody invents it.

Two things are common ground, and neither while anybody denies the record:

* **The record itself.** Whoever tells of it, in whatever version, says that it took place.
* **A claim that nobody contradicts**, where speakers of two versions agree in it, or where one of
  those who say so is a party that concedes what hurts its side. Agreement is what an editor
  noted under ``agrees``; two claims are never compared by their words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.derive.conflicts import conflict_on
from generator.derive.corroboration import Interest
from generator.derive.disagreements import Disagreement
from generator.derive.known import horizon, known_day
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.statements import Claim
from generator.model.vocabulary import Stance


@dataclass(frozen=True)
class CommonGround:
    """What lies beside the versions of a disagreement: references, earliest known first.

    ``itself``: all versions have it that the thing took place. ``shared`` holds the claims that
    are common ground, each followed by those that agree with it. ``alone`` are claims that
    nobody contradicts and nobody else bears out; ``unable`` say that they could not confirm it,
    whatever their speakers said later.
    """

    itself: bool
    shared: tuple[tuple[str, ...], ...]
    alone: tuple[str, ...]
    unable: tuple[str, ...]


def common_ground(found: Disagreement, facts: Facts) -> CommonGround:
    """Give the common ground of a disagreement that lasts, as known in this edition."""
    record = facts.by_id[found.record]
    if not isinstance(record, Event | Relation):
        return CommonGround(False, (), (), ())
    stands = conflict_on(record, facts, horizon(facts, None))
    claims = {claim.id: claim for claim in record.claims}
    order = sorted(stands.standing, key=lambda name: known_day(claims[name].cite, facts))
    told = frozenset(ref.partition("/")[2] for ref in found.refs)
    free = [claims[name] for name in order if name not in told]
    partners = _partners(claims[name] for name in order)
    table = _Speakers(found, claims, Interest(record.favours, facts))
    shared = list(_shared(free, partners, table)) if not stands.denying else []
    agreed = {name for group in shared for name in group}
    return CommonGround(
        itself=not stands.denying and len(table.speakers(told)) > 1,
        shared=tuple(tuple(f"{record.id}/{name}" for name in group) for group in shared),
        alone=tuple(f"{record.id}/{claim.id}" for claim in free if claim.id not in agreed),
        unable=tuple(f"{record.id}/{name}" for name in stands.unable),
    )


@dataclass(frozen=True)
class _Speakers:
    """Who sits where: the claims of a record, and the versions that their speakers hold."""

    found: Disagreement
    claims: dict[str, Claim]
    interest: Interest

    def speakers(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset(self.claims[name].by for name in names)

    def across(self, speakers: frozenset[str]) -> bool:
        """Say whether two of some speakers hold different versions."""
        held = [self._of(version.refs) & speakers for version in self.found.versions]
        some = [names for names in held if names]
        return len(some) > 1 and len(frozenset().union(*some)) > 1

    def conceded(self, name: str) -> bool:
        claim = self.claims[name]
        return claim.stance is Stance.CONCEDES and self.interest.can_concede(claim.by)

    def _of(self, refs: Iterable[str]) -> frozenset[str]:
        return self.speakers(ref.partition("/")[2] for ref in refs)


def _partners(standing: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """Give for each claim those that bear it out: those it names, in the order given."""
    claims = list(standing)
    return {
        claim.id: tuple(other.id for other in claims if other.id in claim.agrees and other.id != claim.id)
        for claim in claims
    }


def _shared(
    free: list[Claim], partners: dict[str, tuple[str, ...]], table: _Speakers
) -> Iterator[tuple[str, ...]]:
    """Give the claims that are common ground; one that bears out an earlier one is not told again."""
    seen: set[str] = set()
    for claim in free:
        group = (claim.id, *partners[claim.id])
        if claim.id not in seen and (any(map(table.conceded, group)) or table.across(table.speakers(group))):
            seen.update(group)
            yield group
