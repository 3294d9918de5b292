"""How surely each change of control is told: by the claims that name its holder, not by their event.

A change stands as those of its claims do that nothing is set against. What is set against a claim is a
denial that is of it, and what another claim says that cannot be true together with it. Where that is so of
every claim of a change, they stand together, disputed. A change whose claims nobody stands by any more
carries nothing.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.derive.annotations import Annotations
from generator.derive.corroboration import Interest
from generator.derive.positions import StatementHistory
from generator.derive.status import Status, status_timeline
from generator.derive.ties import contradict
from generator.model.events import ControlChange, Event
from generator.model.refs import Ref, Refs
from generator.model.statements import Claim
from generator.model.vocabulary import Stance


@dataclass(frozen=True)
class ChangeStanding:
    """How a change of control stands in this edition, and the claims that it rests on, in file order.

    ``otherwise`` speak in claims that cannot be true together with those. ``loss`` is how surely it is told
    who lost the place, where somebody stands by that.
    """

    status: Status
    claims: Refs
    otherwise: tuple[str, ...] = ()
    loss: "ChangeStanding | None" = None

    @property
    def carries(self) -> bool:
        """Whether somebody stands by what it says."""
        return bool(self.status.speakers)


def change_standings(event: Event, annotations: Annotations) -> tuple[ChangeStanding, ...]:
    """Say how each change of an event stands, in the order of its ``changes``."""
    return tuple(_of_change(change, event, annotations) for change in event.changes)


def _of_change(change: ControlChange, event: Event, annotations: Annotations) -> ChangeStanding:
    found = _standing(change.claims, event, annotations)
    loss = _standing(change.lost.claims, event, annotations) if change.lost else None
    return replace(found, loss=loss) if loss and loss.carries else found


def _standing(ids: Container[str], event: Event, annotations: Annotations) -> ChangeStanding:
    claims = dict(event.statements)
    named = tuple(ref for ref, claim in claims.items() if claim.id in ids and _says_so(claim))
    ended = annotations.ended(event)
    rivals = {ref: frozenset(_rivals(ref, named, claims, ended)) for ref in named}
    free = tuple(ref for ref in named if ref not in ended and not rivals[ref])
    told = free or named
    against = frozenset[Ref]() if free else frozenset().union(*rivals.values())
    answers = frozenset[Ref]().union(*(annotations.ties(event).answering[ref] for ref in told))
    statements = [
        _as_denial(one) if one.ref in against else one
        for one in annotations.of(event)
        if one.ref in told or one.ref in against or one.ref in answers
    ]
    # An editor confirms the sentence of the record: another claim of it is not confirmed with that.
    lead = annotations.status(event).now.claim
    confirmation = annotations.confirmations.get(event.id) if lead in told else None
    interest = Interest(event.favours, annotations.sides)
    status = status_timeline(statements, interest, annotations.until, confirmation).now
    rival = tuple(dict.fromkeys(name for ref in claims if ref in against for name in claims[ref].by))
    return ChangeStanding(status, told, rival)


def _says_so(claim: Claim) -> bool:
    return claim.stance.affirms and not claim.opinion


def _rivals(ref: Ref, named: Refs, claims: Mapping[Ref, Claim], ended: Container[Ref]) -> Iterator[Ref]:
    """Give the standing claims that cannot be true together with one, and do not name the holder too."""
    for other, claim in claims.items():
        standing = _says_so(claim) and other not in ended
        if standing and other not in named and contradict(claims[ref], claim):
            yield other


def _as_denial(history: StatementHistory) -> StatementHistory:
    steps = tuple((day, replace(known, stance=Stance.DENIES)) for day, known in history.steps)
    return replace(history, stance=Stance.DENIES, steps=steps)
