"""Rich text: words that know where they link to and in which language they stand."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from generator.model.refs import Target
from generator.model.text import Text, pieces
from generator.views.borrowed import OPENED, parted
from generator.views.isolation import direction_in, isolated, joined_apart

_SLOT = re.compile(r"\{(\w+)\}")
_STOP = re.compile(r"[.\u06d4]$")


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a row. ``target`` is what they link to; ``language`` is set where it differs."""

    words: str
    target: Target = ""
    language: str = ""


RichText: TypeAlias = tuple[Span, ...]


def plain(words: str) -> RichText:
    """Words without a link, in the page's language but for those that it borrows."""
    if OPENED in words:
        return tuple(Span(run, "", language) for run, language in parted(words) if run)
    return (Span(words),) if words else ()


def localised(
    text: Text, languages: tuple[str, str], spoken: str, name_of: Callable[[Target], str]
) -> RichText:
    """Give a localised text as rich text, each ``[[link]]`` in it as a span with its words and target.

    ``text.pieces`` splits the words; ``pages.addresses.address`` says where a target is.

    ``languages`` are the page's and the explainer's first one; where the page's is missing, the original
    shows. What is not in ``spoken``, the language of the words around, is marked with its language.
    ``name_of`` gives the name of a linked id.
    """
    words, code = text.best(*languages)
    marked = "" if code == spoken else code
    return tuple(
        Span(piece.words or name_of(piece.target), piece.target, marked)
        if piece.target
        else Span(piece.words, "", marked)
        for piece in pieces(words)
    )


def linked(text: RichText | str, target: Target) -> RichText:
    """Link words to a record or statement: one link for what stands in one language."""
    spans = (Span(text),) if isinstance(text, str) else text
    return tuple(
        Span("".join(span.words for span in run), target, language)
        for language, run in groupby(spans, key=lambda span: span.language)
    )


def unlinked(text: RichText) -> RichText:
    """Give words without their links."""
    return tuple(Span(span.words, "", span.language) for span in text)


def compose(pattern: str, **parts: RichText | str) -> RichText:
    """Fill the ``{slots}`` of a translated pattern with rich text or words."""
    spans: list[Span] = []
    end = 0
    for slot in _SLOT.finditer(pattern):
        spans.extend(plain(pattern[end : slot.start()]))
        part = parts[slot[1]]
        spans.extend(plain(part) if isinstance(part, str) else part)
        end = slot.end()
    spans.extend(plain(pattern[end:]))
    return tuple(spans)


def without_stop(text: RichText) -> RichText:
    """Give the same words without a closing full stop, to build them into a longer sentence."""
    if not text or not _STOP.search(text[-1].words):
        return text
    last = text[-1]
    shorter = Span(last.words[:-1], last.target, last.language)
    return (*text[:-1], shorter) if shorter.words else text[:-1]


def with_stop(text: RichText) -> RichText:
    """Give the same words with a closing full stop, unless they end in a mark already."""
    if not text or text[-1].words.endswith((".", "!", "?", "\u061f", "\u06d4", "\u2026")):
        return text
    return (*text, Span("."))


def plain_text(text: RichText) -> str:
    """Give the bare words, for titles and descriptions."""
    return "".join(run.words for run in text)


def plain_apart(text: RichText) -> str:
    """Give the bare words, names of the other direction isolated from those between them."""
    between = "".join(run.words for run in text if not (run.target or run.language))
    return isolated(plain_text(text), direction_in(between)) if between else plain_text(text)


def marked_apart(text: RichText | str, direction: str) -> RichText | str:
    """Isolate words of the other direction by marks too: lists of contents have headings without elements."""
    if isinstance(text, str):
        return isolated(text, direction)
    if len(text) < 2:
        return tuple(replace(run, words=isolated(run.words, direction)) for run in text)
    return tuple(replace(run, words=joined_apart(run.words, direction)) for run in text)


def capital(text: RichText) -> RichText:
    """Give the same words with a capital at the start, where the script has one."""
    first = next((number for number, run in enumerate(text) if run.words), None)
    if first is None:
        return text
    run = text[first]
    raised = Span(run.words[:1].upper() + run.words[1:], run.target, run.language)
    return (*text[:first], raised, *text[first + 1 :])
