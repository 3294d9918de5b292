"""Links in a snapshot: which records it needs, so that no reference dangles, and which links become words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeAlias, TypeVar

from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.fields import Entry
from generator.model.figures import Figure, Series
from generator.model.places import Place
from generator.model.questions import Block, DayWords, EditorsProse, Question, Sentence
from generator.model.refs import Target, record_of
from generator.model.statements import Claim
from generator.model.text import Piece, Text, links, pieces

Referrer: TypeAlias = Entry | EditorsProse
P = TypeVar("P", Question, DayWords)


class LinkMemory:
    """What records refer to and link to, found once for each; several snapshots have most of them."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        # Each is held with what is known of it, so that no other gets its number.
        self._mentioned: dict[int, tuple[Entry, frozenset[str]]] = {}
        self._links: dict[int, tuple[Entry, frozenset[Target]]] = {}

    def mentioned(self, holder: Referrer) -> frozenset[str]:
        """Give the ids that a record refers to, by a field or a link."""
        if isinstance(holder, Question | DayWords):  # each snapshot makes its own
            return frozenset(mentioned(holder))
        if id(holder) not in self._mentioned:
            self._mentioned[id(holder)] = holder, frozenset(mentioned(holder))
        return self._mentioned[id(holder)][1]

    def links(self, entry: Entry) -> frozenset[Target]:
        """Give what the texts of a record link to."""
        if id(entry) not in self._links:
            found = frozenset(target for text in texts(entry) for target in links(text))
            self._links[id(entry)] = entry, found
        return self._links[id(entry)][1]


def needed(
    holders: Iterable[Referrer], entities: dict[str, Actor | Place], memory: LinkMemory
) -> frozenset[str]:
    """Give the ids of the actors and places that some records refer to, step by step.

    ``entities`` are those there are to choose from, by id; what they refer to is needed as well.
    """
    found: set[str] = set()
    waiting = list(holders)
    while waiting:
        for name in memory.mentioned(waiting.pop()):
            if name in entities and name not in found:
                found.add(name)
                waiting.append(entities[name])
    return frozenset(found)


def mentioned(holder: Referrer) -> Iterator[str]:
    """Give the ids that a record refers to, by a field or a link, repeats included."""
    if isinstance(holder, Question | DayWords):
        yield from map(record_of, links(holder.title) if isinstance(holder, Question) else ())
        yield from _in_sentences(holder)
        return
    for text in texts(holder):
        yield from map(record_of, links(text))
    yield from _by_field(holder)


def texts(value: Any) -> Iterator[Text]:
    """Give every localised text inside a record or a tuple of them."""
    match value:
        case Text():
            yield value
        case Entry():
            for name in type(value).model_fields:
                yield from texts(getattr(value, name))
        case tuple():
            for each in value:
                yield from texts(each)


def _in_sentences(question: EditorsProse) -> Iterator[str]:
    for _, blocks in question.answers:
        for block in blocks:
            for sentence in (sentence for item in block.items for sentence in item):
                yield from map(record_of, sentence.refs)
                yield from (record_of(piece.target) for piece in pieces(sentence.words))


def _by_field(holder: Entry) -> Iterator[str]:
    match holder:
        case Event():
            yield from (*holder.where, *holder.who, *_speakers(holder.claims))
            for change in holder.changes:
                yield from (change.place, change.holder, *(change.lost.by if change.lost else ()))
        case Series():
            yield holder.where
            yield from _speakers(holder.figures)
            for figure in holder.figures:
                yield from (part.attributed_to or "" for part in figure.parts)
        case Actor():
            yield from _speakers(holder.claims)
            for relation in holder.relations:
                yield from _by_field(relation)
        case Relation():
            yield from (holder.to, *_speakers(holder.claims))
        case Place():
            yield from (holder.within or "", *_speakers(holder.claims))
            if holder.point:
                yield from holder.point.by


def _speakers(statements: tuple[Claim | Figure, ...]) -> Iterator[str]:
    for one in statements:
        yield from one.by
        yield from (name for other in one.misattributed for name in other.to)


E = TypeVar("E", bound=Entry)
V = TypeVar("V")

_DEEPEST = 8  # how far names that link to each other are followed; loops end here too


@dataclass(frozen=True)
class Unlinker:
    """What links may point to, and the facts that know the names of all else."""

    facts: Facts
    kept: frozenset[Target]
    memory: LinkMemory

    def entries(self, records: Iterable[E]) -> tuple[E, ...]:
        """Unlink every text inside some records."""
        return tuple(one if self.memory.links(one) <= self.kept else self.entry(one) for one in records)

    def entry(self, value: V) -> V:
        """Unlink every text inside a record, or a tuple of records."""
        changed: Any = _mapped(value, self.text)
        return changed  # type: ignore[no-any-return]

    def question(self, question: Question) -> Question:
        """Unlink the title and every sentence of a question."""
        title, answers = self.text(question.title), self._answers(question)
        return replace(question, title=title, answers=answers, corrections=self.entry(question.corrections))

    def words_of_day(self, words: DayWords) -> DayWords:
        """Unlink every sentence of the words of a day."""
        return replace(words, answers=self._answers(words))

    def _answers(self, prose: EditorsProse) -> tuple[tuple[str, tuple[Block, ...]], ...]:
        return tuple(
            (language, tuple(self._block(block, language) for block in blocks))
            for language, blocks in prose.answers
        )

    def text(self, text: Text) -> Text:
        """Unlink a text, in each language with the words of that language."""
        variants = tuple((language, self._words(words, language)) for language, words in text.variants)
        return text if variants == text.variants else Text(variants)

    def _block(self, block: Block, language: str) -> Block:
        items = tuple(
            tuple(replace(sentence, words=self._words(sentence.words, language)) for sentence in item)
            for item in block.items
        )
        return replace(block, items=items)

    def _words(self, words: str, language: str) -> str:
        return "".join(self._piece(piece, language) for piece in pieces(words))

    def _piece(self, piece: Piece, language: str) -> str:
        if piece.target and piece.target in self.kept:
            return f"[[{piece.target}|{piece.words}]]" if piece.words else f"[[{piece.target}]]"
        return piece.words or self._name(piece.target, language, _DEEPEST)

    def _name(self, target: Target, language: str, depth: int) -> str:
        """Give the name of a record as plain words, links inside it named as well; an id as a last resort."""
        name = self._text_of(target)
        if name is None or not depth:
            return str(target)
        inside = pieces(self._variant(name, language))
        return "".join(piece.words or self._name(piece.target, language, depth - 1) for piece in inside)

    def _text_of(self, target: Target) -> Text | None:
        record = self.facts.by_id.get(record_of(target))
        if isinstance(record, Relation):
            return self._text_of(record.to)
        found = getattr(record, "name", None) or getattr(record, "title", None)
        return found if isinstance(found, Text) else None

    def _variant(self, text: Text, language: str) -> str:
        first = self.facts.explainer.languages[0]
        order = ["", first] if language in ("", first) else [language, "", first]
        return next((words for code in order if (words := text.in_language(code))), str(text))


def _mapped(value: Any, change: Callable[[Text], Text]) -> Any:
    match value:
        case Text():
            return change(value)
        case Entry():
            new = {name: _mapped(getattr(value, name), change) for name in type(value).model_fields}
            new = {name: each for name, each in new.items() if each is not getattr(value, name)}
            return value.model_copy(update=new) if new else value
        case tuple():
            each_new = tuple(_mapped(each, change) for each in value)
            return value if all(a is b for a, b in zip(each_new, value, strict=True)) else each_new
        case _:
            return value


def known_prose(
    facts: Facts, day: date, known: frozenset[Target]
) -> tuple[tuple[Question, ...], tuple[DayWords, ...]]:
    """Give what is left of the questions and of the words of days when only some references are known."""
    questions = (known_answer(_question_on(question, day), known) for question in facts.questions)
    words = (known_answer(words, known) for words in facts.day_words)
    return tuple(filter(None, questions)), tuple(filter(None, words))


def _question_on(question: Question, day: date) -> Question:
    """Give a question with the corrections of it that were made by a day."""
    made = tuple(correction for correction in question.corrections if correction.on <= day)
    return question if made == question.corrections else replace(question, corrections=made)


def known_answer(question: P, known: frozenset[Target]) -> P | None:
    """Give what is left of a question or of the words of a day when only some references are known, if any.

    A sentence stays when it cites something and all that it cites is known. Editorial blocks
    have no day and go; so do headings with nothing left under them, and languages left empty.
    """
    left = ((language, tuple(_blocks(blocks, known))) for language, blocks in question.answers)
    answers = tuple((language, blocks) for language, blocks in left if blocks)
    return replace(question, answers=answers) if answers else None


def _blocks(blocks: tuple[Block, ...], known: frozenset[Target]) -> Iterator[Block]:
    heading: Block | None = None
    for block in blocks:
        if block.editorial:
            continue
        if block.kind == "heading":
            heading = block if _all_known(block, known) else None
            continue
        left = _left(block, known)
        if left is not None:
            if heading is not None:
                yield heading
            heading = None
            yield left


def _all_known(heading: Block, known: frozenset[Target]) -> bool:
    return all(known.issuperset(sentence.refs) for item in heading.items for sentence in item)


def _left(block: Block, known: frozenset[Target]) -> Block | None:
    items = tuple(tuple(each for each in item if _says(each, known)) for item in block.items)
    items = tuple(item for item in items if item)
    return replace(block, items=items) if items else None


def _says(sentence: Sentence, known: frozenset[Target]) -> bool:
    return bool(sentence.refs) and known.issuperset(sentence.refs)
