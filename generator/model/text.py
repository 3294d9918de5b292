"""Localised text and the links inside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.languages import nearest
from generator.model.refs import Target, parse_target

_LINK = re.compile(r"\[\[([a-z0-9][a-z0-9/-]*)(?:\|([^\[\]]+))?\]\]")


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one or more languages: ``(("", words),)`` when written as a plain string.

    The language ``""`` stands for the explainer's first language.
    """

    variants: tuple[tuple[str, str], ...]

    def languages(self) -> tuple[str, ...]:
        """Give the language codes present, in the order written."""
        return tuple(language for language, _ in self.variants)

    def in_language(self, language: str) -> str | None:
        """Give the words in that language, or ``None``; ask for ``""`` as well for the first one."""
        return next((words for code, words in self.variants if code == language), None)

    def best(self, wanted: str, first: str) -> tuple[str, str]:
        """Give the words for a reader of ``wanted``, and the language that they are in.

        Its own words come first, then those of the nearest language, then those of the explainer's ``first``.
        """
        for code in (wanted, *(("", first) if wanted == first else ())):
            if (words := self.in_language(code)) is not None:
                return words, code or first
        near = nearest(wanted, filter(None, self.languages()))
        for code in (near, "", first):
            if (words := self.in_language(code)) is not None:
                return words, code or first
        code, words = self.variants[0]
        return words, code

    def __str__(self) -> str:
        """Give the words as first written: for messages, not for pages."""
        return self.variants[0][1]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: plain words, or a link to a record when ``target`` is not empty.

    ``words`` is empty for a link that asks for the target's own name.
    """

    words: str
    target: Target = ""


def pieces(words: str) -> Iterator[Piece]:
    """Split words at ``[[id]]`` and ``[[id|shown words]]``."""
    end = 0
    for link in _LINK.finditer(words):
        if link.start() > end:
            yield Piece(words[end : link.start()])
        yield Piece(link[2] or "", parse_target(link[1]))
        end = link.end()
    if end < len(words):
        yield Piece(words[end:])


def links(text: Text) -> Iterator[Target]:
    """Say what a text links to, in every language, in order, repeats included."""
    for _, words in text.variants:
        yield from (piece.target for piece in pieces(words) if piece.target)
