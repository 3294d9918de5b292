"""Ties: which claims of a record say what another one says, and which denials are of which claims.

A status is that of a sentence. Claims that say different things do not add up, so each counts towards
the sentence of another only where that is tied: an editor noted that it bears the other out (``bears_out``,
or ``agrees`` at the other), or both say the same words. A claim that bears out a second one, which
bears out a third, bears out the third. What contradicts a claim never bears it out.

A denial or withdrawal is of the claims that it names under ``contradicts``, and with them of all that say
at least as much. One that says nothing of it is of all that is asserted: what lowers a status must not get
lost. ``contradicts: []`` says that it is of nothing that is on record here.
An opinion bears nothing out and is borne out by nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.refs import Ref
from generator.model.statements import Claim
from generator.model.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class Ties:
    """How the claims of one record hang together.

    ``affirming`` are those that say that something is so, in file order, opinions last.
    ``bearing_out`` gives for each of them itself and all that say at least as much, in that order;
    ``answering`` what denies or takes it back, or could not confirm it.
    """

    affirming: tuple[Ref, ...]
    bearing_out: Mapping[Ref, tuple[Ref, ...]]
    answering: Mapping[Ref, frozenset[Ref]]

    def about(self, ref: Ref) -> frozenset[Ref]:
        """Give every statement that counts for or against what a claim says."""
        return frozenset(self.bearing_out[ref]) | self.answering[ref]

    def alone(self, ref: Ref) -> "Ties":
        """Give the ties of a claim as if it led and no other one could."""
        return Ties((ref,), {ref: self.bearing_out[ref]}, {ref: self.answering[ref]})


def ties_of(claims: Mapping[Ref, Claim]) -> Ties:
    """Find how the claims of one record hang together, in time that grows with the square of their number."""
    affirming = [ref for ref, claim in claims.items() if claim.stance.affirms]
    affirming.sort(key=lambda ref: claims[ref].opinion)
    supports = _supports(affirming, claims)
    bearing_out = {
        ref: tuple(sorted(_reached(ref, supports, claims), key=affirming.index)) for ref in affirming
    }
    answers = {ref: claim for ref, claim in claims.items() if not claim.stance.affirms}
    denied = {ref: _named(ref, claims, affirming) for ref in answers}
    answering = {
        ref: frozenset(
            answer
            for answer, named in denied.items()
            if named is None or any(ref in bearing_out[one] for one in named)
        )
        for ref in affirming
    }
    return Ties(tuple(affirming), bearing_out, answering)


def contradict(one: Claim, other: Claim) -> bool:
    """Say whether an editor noted that two claims of a record cannot both be true."""
    return other.id in one.rivals or one.id in other.rivals


def bears_out(one: Claim, other: Claim) -> bool:
    """Say whether a claim of the same record says at least what another one says, in one step."""
    if one.opinion or other.opinion or contradict(one, other):
        return False
    return other.id in (one.bears_out or ()) or one.id in other.agrees or one.says == other.says


def _supports(affirming: list[Ref], claims: Mapping[Ref, Claim]) -> dict[Ref, list[Ref]]:
    return {
        ref: [other for other in affirming if other != ref and bears_out(claims[other], claims[ref])]
        for ref in affirming
    }


def _reached(ref: Ref, supports: Mapping[Ref, Iterable[Ref]], claims: Mapping[Ref, Claim]) -> set[Ref]:
    """Give a claim and what bears it out over any number of steps, none of which contradicts it."""
    found = {ref}
    waiting = [ref]
    while waiting:
        near = {one for one in supports[waiting.pop()] if not contradict(claims[one], claims[ref])}
        new = near - found
        found |= new
        waiting.extend(new)
    return found


def _named(answer: Ref, claims: Mapping[Ref, Claim], affirming: Iterable[Ref]) -> tuple[Ref, ...] | None:
    """Give the claims that an answer is of; ``None`` where nobody says of which it is."""
    named = tuple(ref for ref in affirming if contradict(claims[answer], claims[ref]))
    return named if named or claims[answer].contradicts is not None else None


def left_of_ties(whole: Iterable[Claim], left: Collection[str], claims: Iterable[Claim]) -> Iterator[Claim]:
    """Give some ``claims`` of a record with the ties that the ``left`` ones had among all of it.

    What bears out a lost claim still bears out what that one did, and a denial of a lost claim is still of
    all that say at least as much. A denial of nothing that is left is of nothing, not of all.
    """
    ties = ties_of({Ref("", claim.id): claim for claim in whole})
    for claim in claims:
        ref = Ref("", claim.id)
        named = [one.statement for one, answers in ties.answering.items() if ref in answers]
        borne = [one.statement for one, by in ties.bearing_out.items() if ref in by and one != ref]
        of_all = len(named) == len(ties.affirming) and claim.contradicts is None
        against = claim.contradicts if claim.stance.affirms or of_all else (*claim.rivals, *named)
        bears_out = (*(claim.bears_out or ()), *borne)
        yield _with(
            claim,
            contradicts=None if against is None else _kept(against, left),
            agrees=_kept(claim.agrees, left),
            bears_out=_kept(bears_out, left) if bears_out else claim.bears_out,
        )


def _kept(ids: Iterable[str], left: Collection[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in ids if name in left))


def _with(claim: Claim, **ties: tuple[str, ...] | None) -> Claim:
    """Give a claim with other ties; the claim itself where none is other."""
    new = {name: ids for name, ids in ties.items() if ids != getattr(claim, name)}
    return claim.model_copy(update=new) if new else claim


def untied(claims: Mapping[Ref, Claim]) -> Iterator[Ref]:
    """Give the claims of which nobody has said how they stand to the one that leads, in file order.

    A claim that bears out another one, contradicts one, or says that it bears out none (``bears_out: []``)
    has been looked at.
    """
    ties = ties_of(claims)
    if not ties.affirming:
        return
    led = ties.bearing_out[ties.affirming[0]]
    for ref in ties.affirming:
        claim = claims[ref]
        others = (other for name, other in claims.items() if name != ref)
        if ref in led or claim.opinion or claim.bears_out is not None:
            continue
        if not any(_looked_at(claim, other) for other in others):
            yield ref


def _looked_at(one: Claim, other: Claim) -> bool:
    return contradict(one, other) or bears_out(one, other) or bears_out(other, one)


def unnamed_denials(claims: Mapping[Ref, Claim]) -> Iterator[Ref]:
    """Give the denials that do not say which of several claims they are of, in file order."""
    ties = ties_of(claims)
    for ref, claim in claims.items():
        if claim.stance is Stance.DENIES and _named(ref, claims, ties.affirming) is None:
            asserted = [one for one in ties.affirming if set(claims[one].by) != set(claim.by)]
            if asserted and len(ties.bearing_out[asserted[0]]) < len(ties.affirming):
                yield ref
