"""What the interface lacks in the language that pages are built in: its words and sentences."""

from collections.abc import Iterator
from functools import lru_cache

from generator.model.facts import Facts
from generator.model.interface_words import InterfaceWords
from generator.model.languages import UnknownLanguageError
from generator.problems import Finding, Location, Problem
from generator.views.catalogues import catalogue, forms_of, interface_languages
from generator.views.language import Language, language_for

_SHOWN = 3
_SHORT = 30
_LINES = 10  # that a message names


def untranslated(facts: Facts) -> Iterator[Finding]:
    """Find the interface words that pages of an explainer show in English, for want of others."""
    code = facts.explainer.languages[0]
    try:
        missing = missing_words(language_for(facts, code))
    except UnknownLanguageError:
        return  # which is a problem of its own
    if not missing:
        return
    short = [words for words in missing if len(words) <= _SHORT and words.isalpha()]
    shown = ", ".join(f"`{words}`" for words in (short or missing)[:_SHOWN])
    number = f"{len(missing)} of {len(every_word())} words and sentences of the interface"
    message = f"`{code}` lacks {number}, such as {shown}; pages show them in English"
    known = ", ".join(interface_languages())
    hint = (
        f"There are interface words in {known}. Others go into content/words/{code}.po, which"
        f" `explainer words {code}` begins."
    )
    yield Finding("", ("languages", 0), "untranslated-interface", message, hint, "warning")


def unfinished(facts: Facts) -> Iterator[Problem]:
    """Find what a catalogue of an explainer's own has no words for, or words that are not used."""
    for words in facts.words:
        yield from _unfinished(words)


def _unfinished(words: InterfaceWords) -> Iterator[Problem]:
    known = every_word()
    unknown = [one for one in words.messages if one.id not in known]
    empty = [one for one in words.messages if one.id in known and not all(one.said)]
    fuzzy = [one for one in words.messages if one.id in known and all(one.said) and one.fuzzy]
    found = (
        (fuzzy, "marked as fuzzy, and not used", "Read them, then take the word `fuzzy` off the line above."),
        (empty, "empty, so that pages show English", "Fill in every `msgstr`."),
        (
            unknown,
            "of no words of the interface",
            "Take them out, or see whether the words have changed since.",
        ),
    )
    for ones, what, hint in found:
        if ones:
            lines = ", ".join(str(one.line) for one in ones[:_LINES]) + (", ..." if ones[_LINES:] else "")
            message = f"entries that are {what}: {len(ones)}, in line {lines}; the first is `{ones[0].id[0]}`"
            at = Location(words.path, ones[0].line, 1)
            yield Problem(at, "unfinished-words", message, hint, "warning")


def missing_words(words: Language) -> tuple[str, ...]:
    """Give the interface words that a language has no others for; none for English, whose they are."""
    return () if words.said is None else tuple(sorted(one[0] for one in every_word() - words.said))


@lru_cache(maxsize=1)
def every_word() -> frozenset[tuple[str, ...]]:
    """Give every word and sentence of the interface, in its forms: the catalogues list them all."""
    return frozenset().union(*(_listed(code) for code in interface_languages() if code != "en"))


def _listed(code: str) -> frozenset[tuple[str, ...]]:
    return frozenset(forms_of(message.id) for message in catalogue(code) if message.id)
