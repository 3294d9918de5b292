"""Counts in editors' words: how many speakers, accounts, sources or versions a text says that there are.

Whoever adds a claim later does not read every note again. A text says the right number, or none.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.checks.prose_words import Counted, duals, folded, nouns, numbers
from generator.checks.values import At, CheckedValue, each_sentence, each_text, shorten
from generator.derive.annotations import annotate
from generator.derive.index import index
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.explainer import Headline
from generator.model.facts import Facts, StatedRecord
from generator.model.fields import Note
from generator.model.figures import Series
from generator.model.refs import Ref, Target, record_of
from generator.model.text import pieces
from generator.problems import Finding

_BETWEEN = 2  # words between a number and what it counts: "three other neutral sources"


@dataclass(frozen=True, slots=True)
class _StatedCount:
    """A number of something as a text says it, in its own words."""

    number: int
    of: Counted
    words: str


def count_in_note(facts: Facts) -> Iterator[Finding]:
    """Find a text of the editors that counts the speakers, accounts, sources or versions wrongly."""
    counts = _Counts(facts)
    first = facts.explainer.languages[0]
    for value, language, words in _notes(facts):
        refs = _links(words) if value.owner is Headline else _own(facts, value)
        at = (*value.at, language) if language else value.at
        yield from counts.wrong(value.record, at, words, language or first, refs)
    for question, at, sentence in each_sentence(facts):
        language = str(at[1]) or first
        yield from counts.wrong(question.id, at, sentence.words, language, sentence.refs)


def _notes(facts: Facts) -> Iterator[tuple[CheckedValue, str, str]]:
    """Give each note and standfirst in each of its languages: those of records that are told as such."""
    for value in each_text(facts):
        stands = value.owner is Headline and value.key == "standfirst"
        told = value.owner is Note and isinstance(facts.by_id.get(value.record), Event | Relation | Series)
        if stands or told:
            yield from ((value, language, words) for language, words in value.value.variants)


def _links(words: str) -> tuple[Target, ...]:
    return tuple(piece.target for piece in pieces(words) if piece.target)


def _own(facts: Facts, value: CheckedValue) -> tuple[Target, ...]:
    """Give what a note is about: its record, and the statement that it stands on."""
    record = facts.by_id[value.record]
    assert isinstance(record, Event | Relation | Series)
    if value.at[:1] not in (("claims",), ("figures",)):
        return (value.record,)
    return (value.record, record.statements[int(value.at[1])][0])


def _said(words: str, language: str) -> Iterator[_StatedCount]:
    """Give the counts that a text states: a number word or digits, and close behind what it counts."""
    words_of, things, pairs = numbers(language), nouns(language), duals(language)
    row = folded(words).split()
    for place, word in enumerate(row):
        if word in pairs:
            yield _StatedCount(2, pairs[word], word)
        number = words_of.get(word) or (int(word) if re.fullmatch(r"\d{1,2}", word) else 0)
        # Arabic puts the word for one behind what it counts.
        near = [row[place - 1]] if number == 1 and place and language == "ar" else []
        near += row[place + 1 : place + 2 + _BETWEEN]
        for step, thing in enumerate(near):
            if thing in words_of or thing.isdigit():
                break
            if number and thing in things:
                yield _StatedCount(number, things[thing], " ".join((word, *near[: step + 1])))
                break


class _Counts:
    """How many there are of what, by record and by what is cited of several."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._annotations = facts.once(annotate)

    def wrong(
        self, record: str, at: At, words: str, language: str, refs: Iterable[Target]
    ) -> Iterator[Finding]:
        """Report each count that fits nothing that the text is about."""
        about = tuple(ref for ref in refs if isinstance(self._facts.by_id.get(record_of(ref)), StatedRecord))
        for said in _said(words, language.partition("-")[0]) if about else ():
            right = self._right(said.of, about)
            if right and said.number not in right:
                names = " and ".join(f"`{ref}`" for ref in dict.fromkeys(about))
                numbers_ = " or ".join(map(str, sorted(right)))
                message = f"“{said.words}” in “{shorten(words)}”, but of {names} there are {numbers_}"
                hint = "Correct the number, or say none: it changes with every claim that is added."
                yield Finding(record, at, "count-in-note", message, hint, "warning")

    def _right(self, of: Counted, about: tuple[Target, ...]) -> set[int]:
        """Give the numbers that can be meant: of each record, of each statement, and of all together."""
        groups = [self._refs((ref,)) for ref in about]
        groups.append(self._refs(about))
        found = {number for group in groups for number in self._numbers(of, group)}
        records = {record_of(ref) for ref in about}
        if of is Counted.VERSIONS:
            differing = self._facts.once(index).disagreements  # asked for only here: it takes long
            return {len(differing[name].versions) for name in records if name in differing}
        return found | {self._independent(name) for name in records} - {0}

    def _refs(self, about: tuple[Target, ...]) -> tuple[Ref, ...]:
        refs: dict[Ref, None] = {}
        for target in about:
            record = self._facts.by_id[record_of(target)]
            assert isinstance(record, StatedRecord)
            own = (ref for ref, _ in record.statements)
            refs.update(dict.fromkeys((target,) if isinstance(target, Ref) else own))
        return tuple(ref for ref in refs if ref in self._facts.statements)

    def _numbers(self, of: Counted, refs: tuple[Ref, ...]) -> set[int]:
        told = [self._facts.statements[ref] for ref in refs]
        asserting = [one for one in told if one.stance.affirms]
        # Those who say something together are one voice, and several speakers.
        found = {len({one.by for one in some}) for some in (told, asserting)}
        found |= {len({name for one in some for name in one.by}) for some in (told, asserting)}
        if of is Counted.ACCOUNTS:
            found.add(len(told))
        if of is Counted.SOURCES:
            found.add(len({citation.source for one in told for citation in one.cite}))
        return found

    def _independent(self, name: str) -> int:
        record = self._facts.by_id[name]
        if not isinstance(record, Event | Relation):
            return 0
        return len(self._annotations.independent_speakers(record))
