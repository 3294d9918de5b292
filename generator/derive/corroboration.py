"""Corroboration: how many independent speakers stand behind a record, and whose interest it serves.

Counted on speakers, not on outlets. A claim that cites some original source makes its speaker
independent. A claim that cites only repeats does not when its speaker counts already, or when
what it repeats is on record (it is a repeat, see ``positions``). The repeats that remain count as
one wherever they share an original source or a speaker: many papers carrying one unseen report are one.

The interest rule: a speaker with a ``side`` is a party. ``favours`` left out makes every party
interested, since nobody has said whom it serves; ``favours: []`` makes none interested.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.derive.known import horizon
from generator.derive.positions import KnownStatement, positions_on, speakers_in_order, utterances
from generator.model.actors import Actor
from generator.model.facts import Facts
from generator.model.statements import Contested
from generator.model.vocabulary import Stance


@dataclass(frozen=True)
class Interest:
    """Whom a record serves: its ``favours``, asked of the speakers in some facts."""

    favours: tuple[str, ...] | None
    facts: Facts

    def side(self, speaker: str) -> str | None:
        """The side a speaker is on; ``None`` for one that is no party."""
        actor = self.facts.by_id.get(speaker)
        return actor.side if isinstance(actor, Actor) else None

    def party(self, speaker: str) -> bool:
        """Whether a speaker is a party."""
        return self.side(speaker) is not None

    def interested(self, speaker: str) -> bool:
        """Whether a speaker is a party whom the record serves, as far as anybody has said."""
        return self.party(speaker) and (self.favours is None or self.side(speaker) in self.favours)

    def can_concede(self, speaker: str) -> bool:
        """Whether a concession by a speaker counts as one.

        A party concedes what serves another side. Where nobody has said whom it serves, the
        editor's word that it is a concession stands; where it serves nobody there is nothing
        to concede, and it is an ordinary assertion.
        """
        if self.favours is None:
            return self.party(speaker)
        return self.party(speaker) and bool(self.favours) and not self.interested(speaker)


@dataclass(frozen=True)
class IndependentSpeaker:
    """One independent voice: a speaker, or the speakers who all repeat the same unseen source.

    ``repeats`` is true for the latter. ``neutral``: none of its speakers is a party.
    ``interested``: some speaker is a party whom the record serves. ``conceding``: all of them
    are parties that admit what hurts their side. A voice of several speakers is only as good
    as its weakest, so that one more repeat never makes it better.
    """

    speakers: tuple[str, ...]
    repeats: bool
    neutral: bool
    interested: bool
    conceding: bool


def independent_speakers(
    record: Contested, facts: Facts, day: date | None = None
) -> tuple[IndependentSpeaker, ...]:
    """Give the independent voices that assert a record, as known on a day, earliest word first."""
    hearing = positions_on(utterances(record), facts, horizon(facts, day))
    return independent_among(hearing.affirming, Interest(record.favours, facts))


def independent_among(
    affirming: Iterable[KnownStatement], interest: Interest
) -> tuple[IndependentSpeaker, ...]:
    """Count the voices among asserting words that stand and are no echoes."""
    words = tuple(affirming)
    originals: dict[str, list[KnownStatement]] = {}
    for word in words:
        if word.original:
            originals.setdefault(word.by, []).append(word)
    groups = [*originals.values(), *_shared([word for word in words if word.by not in originals])]
    # In order of the earliest known word, whichever order the file has.
    groups.sort(key=lambda group: min((word.known, word.by) for word in group))
    return tuple(_independent(group, interest) for group in groups)


def _shared(repeats: list[KnownStatement]) -> list[list[KnownStatement]]:
    """Group repeats that share, over any number of steps, a root or a speaker."""
    leader = {word.saying.id: word.saying.id for word in repeats}

    def lead(name: str) -> str:
        while leader[name] != name:
            leader[name] = name = leader[leader[name]]
        return name

    first: dict[tuple[str, str], str] = {}
    for word in repeats:
        for mark in (("by", word.by), *(("root", root) for root in sorted(word.roots))):
            leader[lead(word.saying.id)] = lead(first.setdefault(mark, word.saying.id))
    groups: dict[str, list[KnownStatement]] = {}
    for word in repeats:
        groups.setdefault(lead(word.saying.id), []).append(word)
    return list(groups.values())


def _independent(words: list[KnownStatement], interest: Interest) -> IndependentSpeaker:
    speakers = tuple(speakers_in_order(words))
    conceding = {w.by for w in words if w.saying.stance is Stance.CONCEDES and interest.can_concede(w.by)}
    return IndependentSpeaker(
        speakers,
        repeats=not any(word.original for word in words),
        neutral=not any(interest.party(speaker) for speaker in speakers),
        interested=any(interest.interested(speaker) and speaker not in conceding for speaker in speakers),
        conceding=conceding == set(speakers),
    )
