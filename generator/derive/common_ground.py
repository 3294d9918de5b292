"""Common ground: what those who contradict each other agree on. Derived, so that nobody invents it.

Two things are common ground, and neither while anybody denies the record:

* **The record itself.** Whoever tells of it, in whatever version, says that it took place.
* **A claim that nobody contradicts**, where speakers of two versions agree in it, or where one of
  those who say so is a party that concedes what hurts its side. Agreement is what an editor
  noted, or the very same words, see ``ties``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.derive.annotations import Annotations
from generator.derive.conflicts import conflict_on
from generator.derive.corroboration import Interest
from generator.derive.disagreements import Disagreement
from generator.derive.ties import Ties
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Record
from generator.model.refs import Ref
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
    shared: tuple[tuple[Ref, ...], ...]
    alone: tuple[Ref, ...]
    unable: tuple[Ref, ...]


def common_ground(found: Disagreement, record: Record, annotations: Annotations) -> CommonGround:
    """Give the common ground of a disagreement about a record that lasts, as known in this edition."""
    if not isinstance(record, Event | Relation):
        return CommonGround(False, (), (), ())
    stands = conflict_on(record, annotations, annotations.until)
    claims = dict(record.statements)
    order = sorted(stands.standing, key=lambda ref: annotations.known_days[ref])
    told = frozenset(found.refs)
    free = [ref for ref in order if ref not in told]
    accounts = _Accounts(found, claims, Interest(record.favours, annotations.sides))
    ties = annotations.ties(record)
    partners = {ref: _partners(ref, order, ties) for ref in order}
    shared = list(_shared(free, partners, accounts)) if not stands.denying else []
    agreed = {ref for group in shared for ref in group}
    return CommonGround(
        itself=not stands.denying and len(accounts.speakers(told)) > 1,
        shared=tuple(shared),
        alone=tuple(ref for ref in free if ref not in agreed),
        unable=stands.unable,
    )


@dataclass(frozen=True, slots=True)
class _Accounts:
    """The claims of a record, and the versions that their speakers hold."""

    found: Disagreement
    claims: Mapping[Ref, Claim]
    interest: Interest

    def speakers(self, refs: Iterable[Ref]) -> frozenset[str]:
        return frozenset(speaker for ref in refs for speaker in self.claims[ref].by)

    def across(self, speakers: frozenset[str]) -> bool:
        """Say whether two of some speakers hold different versions."""
        held = [self.speakers(version.refs) & speakers for version in self.found.versions]
        some = [names for names in held if names]
        return len(some) > 1 and len(frozenset().union(*some)) > 1

    def conceded(self, ref: Ref) -> bool:
        claim = self.claims[ref]
        return claim.stance is Stance.CONCEDES and all(map(self.interest.can_concede, claim.by))


def _partners(ref: Ref, order: Iterable[Ref], ties: Ties) -> tuple[Ref, ...]:
    """Give the claims that bear one out, in the order given."""
    return tuple(other for other in order if other != ref and other in ties.bearing_out.get(ref, ()))


def _shared(
    free: list[Ref], partners: Mapping[Ref, tuple[Ref, ...]], accounts: _Accounts
) -> Iterator[tuple[Ref, ...]]:
    """Give the claims that are common ground; one that bears out an earlier one is not told again."""
    seen: set[Ref] = set()
    for ref in free:
        group = (ref, *partners[ref])
        if ref in seen:
            continue
        if any(map(accounts.conceded, group)) or accounts.across(accounts.speakers(group)):
            seen.update(group)
            yield group
