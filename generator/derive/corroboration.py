"""Corroboration: how many independent speakers stand behind a record, and whose interest it serves.

Counted on speakers, not on outlets. A claim that cites some original source makes its speaker
independent. A claim that cites only repeats does not when its speaker counts already, or when
what it repeats is on record (it is a repeat, see ``positions``). The repeats that remain count as
one wherever they share an original source or a speaker: many papers carrying one unseen report are one.

What is *second hand* (its speaker compiles what others published, or all that it was read in reprints it,
and neither has a witness of its own) is a repeat of we know not what: it adds no voice to any other, and
all of it together is one where there is no other.

What several say jointly is one voice, in whatever order they are named; joint statements that share a
speaker are one as well. Where one of them also speaks for itself, the joint statement adds no voice, but
counts as a word of that speaker.

The interest rule: a speaker with a ``side`` is a party. ``favours`` left out makes every party
interested, since nobody has said whom it serves; ``favours: []`` makes none interested.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.derive.components import components
from generator.derive.positions import KnownStatement, speakers_in_order
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
    """A speaker that counts by itself, or several that count as one, as they speak jointly or repeat.

    ``repeats`` is true where all that they say repeats a source that nobody read. ``neutral``: none of
    them is a party. ``interested``: some speaker is a party whom the record serves, ``mixed``: not all are.
    ``conceding``: all of them are parties that admit what hurts their side. Several speakers are only as
    good as the weakest of them, so that one more repeat never makes them better, and no party betters its
    word by finding somebody to sign it too.
    """

    speakers: tuple[str, ...]
    repeats: bool
    neutral: bool
    interested: bool
    mixed: bool
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
    originals = [one for one in statements if one.is_original]
    alone: dict[str, list[KnownStatement]] = {}
    for one in originals:
        if len(one.by) == 1:
            alone.setdefault(one.by[0], []).append(one)
    joint = [one for one in originals if len(one.by) > 1]
    for one in joint:
        for speaker in alone.keys() & set(one.by):
            alone[speaker].append(replace(one, by=(speaker,)))
    counted = {speaker for one in originals for speaker in one.by}
    groups = [
        *alone.values(),
        *components([one for one in joint if alone.keys().isdisjoint(one.by)], lambda one: one.by),
        *components([one for one in statements if counted.isdisjoint(one.by)], _behind),
    ]
    groups.sort(key=lambda group: min((one.known, sorted(one.by)) for one in group))
    return tuple(_independent(group, interest) for group in groups)


def count_voices(told: Iterable[tuple[str, ...]]) -> int:
    """Count the voices among the speakers of some statements: a joint one adds none beside its speakers'."""
    said = tuple(told)
    alone = {by[0] for by in said if len(by) == 1}
    return len(alone) + len(components([by for by in said if alone.isdisjoint(by)], lambda by: by))


def _behind(repeat: KnownStatement) -> Iterator[tuple[str, str]]:
    yield from (("by", speaker) for speaker in repeat.by)
    yield from (("source", source) for source in repeat.originals)


def _independent(group: list[KnownStatement], interest: Interest) -> IndependentSpeaker:
    speakers = tuple(speakers_in_order(group))
    conceded = (speaker for one in group if one.stance is Stance.CONCEDES for speaker in one.by)
    conceding = {speaker for speaker in conceded if interest.can_concede(speaker)}
    interested = [interest.interested(speaker) and speaker not in conceding for speaker in speakers]
    return IndependentSpeaker(
        speakers,
        repeats=not any(one.is_original and not one.second_hand for one in group),
        neutral=not any(interest.party(speaker) for speaker in speakers),
        interested=any(interested),
        mixed=any(interested) and not all(interested),
        conceding=conceding == set(speakers),
    )
