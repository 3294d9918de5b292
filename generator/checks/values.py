"""The words, ids, citations and statements that an editor wrote, with their paths: what checks walk over."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple, TypeAlias, get_args

from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.explainer import Explainer, Population, Side
from generator.model.facts import Facts, Record
from generator.model.fields import Citation, Entry, Note
from generator.model.figures import Figure, Series
from generator.model.places import Place
from generator.model.questions import DayWords, EditorsProse, Question, Sentence
from generator.model.retired import FormerAddress, Retired
from generator.model.statements import Claim
from generator.model.text import Text
from generator.model.vocabulary import Stance

At: TypeAlias = tuple[str | int, ...]


class CheckedValue(NamedTuple):
    """One value: the record it is in (``""`` for explainer.yml), its path there, and what holds it.

    ``owner`` is the class of the innermost entry and ``key`` the name of its field, so that a
    table can say what a field means; ``thing`` is the innermost record or statement, as messages
    name it. Items of a list are values of their own.
    """

    record: str
    at: At
    owner: type
    key: str
    thing: str
    value: Any


def each_value(facts: Facts) -> tuple[CheckedValue, ...]:
    """Every text, id, plain word and citation of explainer.yml and of all records, in file order.

    Sides and populations are walked as parts of explainer.yml, relations as records of their
    own. Of a question, its title, its sentences and its corrections are values, of a day its sentences.
    Found once, since many checks go over them.
    """
    return facts.once(_values)


def _values(facts: Facts) -> tuple[CheckedValue, ...]:
    return tuple(_each_value(facts))


def _each_value(facts: Facts) -> Iterator[CheckedValue]:
    yield from _entry(CheckedValue("", (), Explainer, "", "explainer.yml", facts.explainer))
    for record in facts.records():
        if isinstance(record, Question):
            yield from _question(record)
        elif not isinstance(record, Side | Population):
            yield from _entry(CheckedValue(record.id, (), type(record), "", f"`{record.id}`", record))
    for words in facts.day_words:
        for at, sentence in _sentences(words):
            yield CheckedValue(words.id, at, DayWords, "sentence", f"`{words.id}`", sentence)
    for gone in facts.retired:
        yield from _entry(CheckedValue(gone.entry, (), Retired, "", f"`{gone.id}`", gone))
    for left in facts.former_addresses:
        yield from _entry(CheckedValue(left.entry, (), FormerAddress, "", f"`{left.address}`", left))


def each_text(facts: Facts) -> Iterator[CheckedValue]:
    """Every value that is a localised text."""
    return (value for value in each_value(facts) if isinstance(value.value, Text))


def each_sentence(facts: Facts) -> Iterator[tuple[EditorsProse, At, Sentence]]:
    """Every sentence of every answer, and of the words of days; its path ends in its line and column."""
    prose: tuple[EditorsProse, ...] = (*facts.questions, *facts.day_words)
    for question in prose:
        for at, sentence in _sentences(question):
            yield question, at, sentence


def shorten(words: str, limit: int = 50) -> str:
    """Give the first words of a text, to name it by in a message."""
    if len(words) <= limit:
        return words
    whole_words = words[:limit].rpartition(" ")[0] or words[:limit]
    return whole_words.rstrip(",;:") + " …"


@cache
def _fields(kind: type[Entry]) -> tuple[tuple[str, str], ...]:
    """Give the fields to walk, name and key: those of an entry that can hold words, ids or entries."""
    # Relations are records of their own, so the actor that holds them leaves them out.
    fields = ((name, field) for name, field in kind.model_fields.items() if name not in ("id", "relations"))
    return tuple((name, field.alias or name) for name, field in fields if _walked(field.annotation))


def _walked(annotation: Any) -> bool:
    if isinstance(annotation, type) and not get_args(annotation):
        return annotation in (str, Text, Citation) or issubclass(annotation, Entry)
    return any(map(_walked, get_args(annotation)))


def _entry(parent: CheckedValue) -> Iterator[CheckedValue]:
    owner: type[Entry] = type(parent.value)
    thing = _thing(parent)
    for name, key in _fields(owner):
        held = getattr(parent.value, name)
        if held is None or held == ():
            continue
        # The words of a note are known by the key that the note stands under.
        shown = parent.key if owner is Note else key
        path = (*parent.at, key)
        items = (
            [((*path, i), item) for i, item in enumerate(held)] if isinstance(held, tuple) else [(path, held)]
        )
        for at, item in items:
            found = CheckedValue(parent.record, at, owner, shown, thing, item)
            if isinstance(item, Entry):
                yield from _entry(found)
            else:
                yield found


def _thing(value: CheckedValue) -> str:
    own = getattr(value.value, "id", None)
    if own is None or not value.at:
        return value.thing
    return f"`{value.record}/{own}`" if value.record else f"`{own}`"


def _question(question: Question) -> Iterator[CheckedValue]:
    thing = f"`{question.id}`"
    yield CheckedValue(question.id, ("title",), Question, "title", thing, question.title)
    for at, sentence in _sentences(question):
        yield CheckedValue(question.id, at, Question, "sentence", thing, sentence)
    for index, correction in enumerate(question.corrections):
        at = ("corrections", index)
        yield from _entry(CheckedValue(question.id, at, Question, "corrections", thing, correction))


def _sentences(question: EditorsProse) -> Iterator[tuple[At, Sentence]]:
    for language, blocks in question.answers:
        for block in blocks:
            for item in block.items:
                for sentence in item:
                    yield ("answers", language, sentence.line, sentence.column), sentence


def speaker_names(speakers: Iterable[str]) -> str:
    """Give the ids of the speakers of one statement, as messages name them."""
    return " with ".join(f"`{speaker}`" for speaker in speakers)


Favoured: TypeAlias = Event | Relation | Series

# Who takes one of these stances says that it is so.
SAYS_SO = frozenset({Stance.ASSERTS, Stance.CONCEDES})


def statements(record: Record) -> Iterator[tuple[At, Claim | Figure]]:
    """Give the claims or figures of a record with their paths; map points are neither."""
    match record:
        case Series():
            yield from ((("figures", index), figure) for index, figure in enumerate(record.figures))
        case Actor() | Relation() | Place() | Event():
            yield from ((("claims", index), claim) for index, claim in enumerate(record.claims))
