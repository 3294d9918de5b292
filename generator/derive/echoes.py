"""Echoes in a dispute: which statement each repeat goes with, so that it makes no version of its own."""

from collections.abc import Iterator, Set
from datetime import date

from generator.derive.grounds import parents
from generator.derive.hearing import Hearing, Word
from generator.model.facts import Facts


def companions(
    hearing: Hearing, standing: Set[str], against: Set[frozenset[str]], facts: Facts, day: date
) -> dict[str, str]:
    """Give for each repeat the standing statement that it goes with, or itself where it is at odds with it.

    A repeat goes with what cites the source that its own derives from, else with the earliest
    statement that rests on the same original. Where neither stands it is left out: by itself it
    says nothing. ``against`` are the pairs that contradict each other.
    """
    lead = {word.saying.id: word.saying.id for word in hearing.words if word.saying.id in standing}
    groups = {name: {name} for name in lead}
    words = sorted((*hearing.words, *hearing.echoes), key=lambda word: word.known)
    for echo in sorted(hearing.echoes, key=lambda word: word.known):
        name = echo.saying.id
        wanted = [other for other in _nearest(echo, words, facts, day) if other in lead]
        fitting = (
            lead[other]
            for other in wanted
            if not any(frozenset((name, member)) in against for member in groups[lead[other]])
        )
        if wanted:
            lead[name] = next(fitting, name)
            groups.setdefault(lead[name], set()).add(name)
    return {echo.saying.id: lead[echo.saying.id] for echo in hearing.echoes if echo.saying.id in lead}


def _nearest(echo: Word, words: list[Word], facts: Facts, day: date) -> Iterator[str]:
    behind = {parent for source in echo.live for parent in parents(source, facts, day)}
    alike = [word for word in words if word.affirms == echo.affirms and word is not echo]
    yield from (word.saying.id for word in alike if behind.intersection(word.live))
    yield from (word.saying.id for word in alike if echo.roots & word.roots)
