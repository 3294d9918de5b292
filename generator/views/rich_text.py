"""Rich text: words that know where they link to and in which language they stand."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from generator.model.text import Text, pieces

_SLOT = re.compile(r"\{(\w+)\}")
_STOP = re.compile(r"[.\u06d4]$")


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a row. ``target`` is the id they link to; ``language`` is set where it differs."""

    words: str
    target: str = ""
    language: str = ""


RichText: TypeAlias = tuple[Span, ...]


def plain(words: str) -> RichText:
    """Words without a link, in the page's language."""
    return (Span(words),) if words else ()


def localised(text: Text, languages: tuple[str, str], name_of: Callable[[str], str]) -> RichText:
    """A localised text as runs.

    ``languages`` are the page's and the explainer's first one. Where the page's is missing,
    the original shows, marked with its language. ``name_of`` gives the name of a linked id.
    """
    words, marked = _best(text, *languages)
    return tuple(
        Span(piece.words or name_of(piece.target), piece.target, marked)
        if piece.target
        else Span(piece.words, "", marked)
        for piece in pieces(words)
    )


def _best(text: Text, wanted: str, first: str) -> tuple[str, str]:
    words = text.in_language(wanted) or (text.in_language("") if wanted == first else None)
    if words is not None:
        return words, ""
    original = text.in_language("") or text.in_language(first)
    if original is not None:
        return original, first
    code, words = text.variants[0]
    return words, code


def compose(pattern: str, **parts: RichText | str) -> RichText:
    """Fill the ``{slots}`` of a translated pattern with runs or words."""
    runs: list[Span] = []
    end = 0
    for slot in _SLOT.finditer(pattern):
        runs.extend(plain(pattern[end : slot.start()]))
        part = parts[slot[1]]
        runs.extend(plain(part) if isinstance(part, str) else part)
        end = slot.end()
    runs.extend(plain(pattern[end:]))
    return tuple(runs)


def without_stop(runs: RichText) -> RichText:
    """The same words without a closing full stop, to build them into a longer sentence."""
    if not runs or not _STOP.search(runs[-1].words):
        return runs
    last = runs[-1]
    shorter = Span(last.words[:-1], last.target, last.language)
    return (*runs[:-1], shorter) if shorter.words else runs[:-1]


def with_stop(runs: RichText) -> RichText:
    """The same words with a closing full stop, unless they end in a mark already."""
    if not runs or runs[-1].words.endswith((".", "!", "?", "\u061f", "\u06d4", "\u2026")):
        return runs
    return (*runs, Span("."))


def plain_text(runs: RichText) -> str:
    """The bare words, for titles and descriptions."""
    return "".join(run.words for run in runs)


def capital(runs: RichText) -> RichText:
    """The same words with a capital at the start, where the script has one."""
    first = next((number for number, run in enumerate(runs) if run.words), None)
    if first is None:
        return runs
    run = runs[first]
    raised = Span(run.words[:1].upper() + run.words[1:], run.target, run.language)
    return (*runs[:first], raised, *runs[first + 1 :])
