"""What the interface lacks in the language that pages are built in: its words and sentences."""

from collections.abc import Iterator
from functools import lru_cache

from generator.model.facts import Facts
from generator.model.languages import UnknownLanguageError
from generator.problems import Finding
from generator.views.language import Language, catalogue, interface_languages, language

_SHOWN = 3
_SHORT = 30


def untranslated(facts: Facts) -> Iterator[Finding]:
    """Find the interface words that pages of an explainer show in English, for want of others."""
    code = facts.explainer.languages[0]
    try:
        missing = missing_words(language(code))
    except UnknownLanguageError:
        return  # which is a problem of its own
    if not missing:
        return
    short = [words for words in missing if len(words) <= _SHORT and words.isalpha()]
    shown = ", ".join(f"`{words}`" for words in (short or missing)[:_SHOWN])
    number = f"{len(missing)} of {len(_every_word())} words and sentences of the interface"
    message = f"`{code}` lacks {number}, such as {shown}; pages show them in English"
    known = ", ".join(interface_languages())
    hint = f"There are interface words in {known}; docs/about/format.md says how to add others."
    yield Finding("", ("languages", 0), "untranslated-interface", message, hint, "warning")


def missing_words(words: Language) -> tuple[str, ...]:
    """Give the interface words that a language has no others for; none for English, whose they are."""
    if words.catalogue == "en":
        return ()
    return tuple(sorted(_every_word() - _translated(words.catalogue)))


@lru_cache(maxsize=1)
def _every_word() -> frozenset[str]:
    """Give every word and sentence of the interface: the catalogues list them all."""
    return frozenset().union(*(_listed(code) for code in interface_languages() if code != "en"))


def _listed(code: str) -> frozenset[str]:
    return frozenset(_first(message.id) for message in catalogue(code) if message.id)


@lru_cache(maxsize=16)
def _translated(code: str) -> frozenset[str]:
    if not code:
        return frozenset()
    done = (message for message in catalogue(code) if message.id and not message.fuzzy)
    return frozenset(_first(message.id) for message in done if all(_forms(message.string)))


def _first(message: str | tuple[str, ...] | list[str]) -> str:
    return _forms(message)[0]


def _forms(words: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words or ("",))
