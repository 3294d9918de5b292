"""Voices: how many independent speakers stand behind a record.

Counted on speakers, not on outlets. A claim that cites some original source gives its speaker a
voice. A claim that cites only repeats gives none when its speaker has a voice already, or when
what it repeats is on record (it is an echo, see ``hearing``). The repeats that remain share a
voice wherever they share a root or a speaker: many papers carrying one unseen report are one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.derive.hearing import Word, hear, in_order, sayings
from generator.derive.interest import Interest
from generator.derive.known import horizon
from generator.model.claims import Contested
from generator.model.facts import Facts
from generator.model.vocabulary import Stance


@dataclass(frozen=True)
class Voice:
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


def voices(record: Contested, facts: Facts, day: date | None = None) -> tuple[Voice, ...]:
    """Give the independent voices that assert a record, as known on a day, earliest word first."""
    hearing = hear(sayings(record), facts, horizon(facts, day))
    return voices_among(hearing.affirming, Interest(record.favours, facts))


def voices_among(affirming: Iterable[Word], interest: Interest) -> tuple[Voice, ...]:
    """Count the voices among asserting words that stand and are no echoes."""
    words = tuple(affirming)
    originals: dict[str, list[Word]] = {}
    for word in words:
        if word.original:
            originals.setdefault(word.by, []).append(word)
    groups = [*originals.values(), *_shared([word for word in words if word.by not in originals])]
    # In order of the earliest known word, whichever order the file has.
    groups.sort(key=lambda group: min((word.known, word.by) for word in group))
    return tuple(_voice(group, interest) for group in groups)


def _shared(repeats: list[Word]) -> list[list[Word]]:
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
    groups: dict[str, list[Word]] = {}
    for word in repeats:
        groups.setdefault(lead(word.saying.id), []).append(word)
    return list(groups.values())


def _voice(words: list[Word], interest: Interest) -> Voice:
    speakers = tuple(in_order(words))
    conceding = {w.by for w in words if w.saying.stance is Stance.CONCEDES and interest.can_concede(w.by)}
    return Voice(
        speakers,
        repeats=not any(word.original for word in words),
        neutral=not any(interest.party(speaker) for speaker in speakers),
        interested=any(interest.interested(speaker) and speaker not in conceding for speaker in speakers),
        conceding=conceding == set(speakers),
    )
