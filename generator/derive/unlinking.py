"""Unlinking: a link to what an edition does not hold keeps its words and stops being a link."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from generator.model.actors import Relation
from generator.model.facts import Facts
from generator.model.fields import Entry
from generator.model.questions import Block, Question
from generator.model.text import Piece, Text, pieces

V = TypeVar("V")

_DEEPEST = 8  # how far names that link to each other are followed; loops end here too


@dataclass(frozen=True)
class Unlinker:
    """What links may point to, and the facts that know the names of all else."""

    facts: Facts
    kept: frozenset[str]

    def entry(self, value: V) -> V:
        """Unlink every text inside a record, or a tuple of records."""
        changed: Any = _mapped(value, self.text)
        return changed  # type: ignore[no-any-return]

    def question(self, question: Question) -> Question:
        """Unlink the title and every sentence of a question."""
        answers = tuple(
            (language, tuple(self._block(block, language) for block in blocks))
            for language, blocks in question.answers
        )
        corrections = self.entry(question.corrections)
        return replace(question, title=self.text(question.title), answers=answers, corrections=corrections)

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

    def _name(self, target: str, language: str, depth: int) -> str:
        """Give the name of a record as plain words, links inside it named as well; an id as a last resort."""
        name = self._text_of(target)
        if name is None or not depth:
            return target
        inside = pieces(self._variant(name, language))
        return "".join(piece.words or self._name(piece.target, language, depth - 1) for piece in inside)

    def _text_of(self, target: str) -> Text | None:
        record = self.facts.by_id.get(target.partition("/")[0])
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
