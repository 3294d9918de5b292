"""Corroboration: how many independent speakers stand behind a record, and whose interest it serves.

Counted on speakers, not on outlets. A claim that cites some original source makes its speaker
independent. A claim that cites only repeats does not when its speaker counts already, or when
what it repeats is on record (it is a repeat, see ``positions``). The repeats that remain count as
one wherever they share an original source or a speaker: many papers carrying one unseen report are one.

What is *second hand* (its speaker compiles what others published, or all that it was read in reprints it,
and neither has a witness of its own) is a repeat of we know not what: it adds no voice to any other, and
all of it together is one where there is no other.

The interest rule: a speaker with a ``side`` is a party. ``favours`` left out makes every party
interested, since nobody has said whom it serves; ``favours: []`` makes none interested.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.derive.positions import KnownStatement, speakers_in_order
from generator.model.refs import Ref
from generator.model.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class Interest:
    """Whom a record serves: its ``favours``, asked of speakers. ``sides`` gives the side of each party."""

    favours: tuple[str, ...] | None
    sides: Mapping[str, str]

    def side(self, speaker: str) -> str | None:
        """Give the side a speaker is on; ``None`` for one that is no party."""
        return self.sides.get(speaker)

    def party(self, speaker: str) -> bool:
        """Say whether a speaker is a party."""
        return speaker in self.sides

    def interested(self, speaker: str) -> bool:
        """Say whether a speaker is a party whom the record serves, as far as anybody has said."""
        return self.party(speaker) and (self.favours is None or self.sides[speaker] in self.favours)

    def can_concede(self, speaker: str) -> bool:
        """Say whether a concession by a speaker counts as one.

        A party concedes what serves another side. Where nobody has said whom it serves, the
        editor's word that it is a concession stands; where it serves nobody there is nothing
        to concede, and it is an ordinary assertion.
        """
        if self.favours is None:
            return self.party(speaker)
        return self.party(speaker) and bool(self.favours) and not self.interested(speaker)


@dataclass(frozen=True, slots=True)
class IndependentSpeaker:
    """A speaker that counts by itself, or the speakers who all repeat the same unseen source.

    ``repeats`` is true for the latter. ``neutral``: none of them is a party. ``interested``: some
    speaker is a party whom the record serves. ``conceding``: all of them are parties that admit what
    hurts their side. Several speakers are only as good as the weakest of them, so that one more
    repeat never makes them better.
    """

    speakers: tuple[str, ...]
    repeats: bool
    neutral: bool
    interested: bool
    conceding: bool


def independent_speakers(
    affirming: Iterable[KnownStatement], interest: Interest
) -> tuple[IndependentSpeaker, ...]:
    """Count the independent speakers among asserting statements that stand and are no repeats.

    They come in the order of the earliest known statement, whichever order the file has.
    """
    every = tuple(affirming)
    statements = tuple(one for one in every if not one.second_hand)
    if every and not statements:
        return (_independent(list(every), interest),)
    originals: dict[str, list[KnownStatement]] = {}
    for one in statements:
        if one.is_original:
            originals.setdefault(one.by, []).append(one)
    groups = [*originals.values(), *_shared([one for one in statements if one.by not in originals])]
    groups.sort(key=lambda group: min((one.known, one.by) for one in group))
    return tuple(_independent(group, interest) for group in groups)


def _shared(repeats: list[KnownStatement]) -> list[list[KnownStatement]]:
    """Group repeats that share, over any number of steps, an original source or a speaker."""
    leader = {one.ref: one.ref for one in repeats}

    def lead(ref: Ref) -> Ref:
        while leader[ref] != ref:
            leader[ref] = ref = leader[leader[ref]]
        return ref

    first: dict[tuple[str, str], Ref] = {}
    for one in repeats:
        for mark in (("by", one.by), *(("source", source) for source in sorted(one.originals))):
            leader[lead(one.ref)] = lead(first.setdefault(mark, one.ref))
    groups: dict[Ref, list[KnownStatement]] = {}
    for one in repeats:
        groups.setdefault(lead(one.ref), []).append(one)
    return list(groups.values())


def _independent(group: list[KnownStatement], interest: Interest) -> IndependentSpeaker:
    speakers = tuple(speakers_in_order(group))
    conceding = {one.by for one in group if one.stance is Stance.CONCEDES and interest.can_concede(one.by)}
    return IndependentSpeaker(
        speakers,
        repeats=not any(one.is_original and not one.second_hand for one in group),
        neutral=not any(interest.party(speaker) for speaker in speakers),
        interested=any(interest.interested(speaker) and speaker not in conceding for speaker in speakers),
        conceding=conceding == set(speakers),
    )
