"""From A to Z: every name and alias in one list, which finds anything without a search."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from generator.model.actors import Actor
from generator.model.folding import folded
from generator.model.places import Place
from generator.model.text import Text
from generator.views.actors import KINDS
from generator.views.context import Context
from generator.views.language import N_
from generator.views.places import place_line
from generator.views.rich_text import RichText, Span, plain_text

# Articles at the start do not count. The Arabic one is written with a bare alif: ألمانيا has none.
_ARTICLES = {
    "ar": re.compile(r"^ال(?=\w{2})"),
    "en": re.compile(r"^(?:an?|the)\s+(?=\S)"),
    "fr": re.compile(r"^(?:(?:les?|la|une?|des)\s+|l['’])(?=\S)"),
}
_SEPARATORS = re.compile(r"[\W_]+")
_QUOTES = " \"'“”‘’«»"
_OTHERS = "0–9"


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One name in the list. ``of`` is the name that the record goes by, where this is another one."""

    words: RichText
    target: str
    kind: str
    of: RichText


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries under one letter. ``anchor`` is Latin for every script."""

    letter: str
    anchor: str
    entries: tuple[NameEntry, ...]


@lru_cache(maxsize=100_000)
def sort_key(words: str, language: str) -> str:
    """Words as an index sorts them: folded, without punctuation and without an article at the start."""
    small = words.strip(_QUOTES).casefold()
    article = _ARTICLES.get("ar" if _script(small[:1]) == "ARABIC" else language)
    bare = article.sub("", small) if article else small
    return _SEPARATORS.sub(" ", folded(bare)).strip()


def a_to_z(context: Context) -> tuple[Letter, ...]:
    """Every actor, place, event, source and question by each of its names.

    The letters of the page's own script come first, then other scripts, then what has no letter.
    """
    return by_letter(names_in_order(context))


def names_in_order(context: Context) -> tuple[tuple[str, NameEntry], ...]:
    """Every name with the key that it is sorted by."""
    page = context.language
    home = _script("ا" if page.direction == "rtl" else "a")
    keyed = sorted(
        ((_place(entry, page.code, home), entry) for entry in _entries(context)), key=lambda pair: pair[0]
    )
    return tuple((place[1], entry) for place, entry in keyed)


def most_names(context: Context) -> int:
    """Count the names that are written, in all languages: there can be no more entries. Cheap."""
    queries = context.queries
    records: list[Actor | Place] = [*queries.actors, *queries.places]
    named = sum(len(text.variants) for record in records for text in _texts(record))
    aliases = sum(len(record.aliases) for record in records)
    return named + aliases + len(queries.events) + len(queries.sources) + len(queries.questions)


def by_letter(names: Iterable[tuple[str, NameEntry]]) -> tuple[Letter, ...]:
    """Put names, in order and with their keys, under their letters."""
    groups = groupby(names, key=lambda pair: letter_of(pair[0]))
    return tuple(
        Letter(letter, letter_anchor(letter), tuple(entry for _, entry in group)) for letter, group in groups
    )


def _entries(context: Context) -> Iterator[NameEntry]:
    facts = context.queries
    for actor in facts.actors:
        yield from _named(context, actor, context.words(KINDS[actor.kind]))
    for place in facts.places:
        yield from _named(context, place, place_line(context, place).kind)
    titled = (
        (N_("event"), facts.events),
        (N_("source"), facts.sources),
        (N_("question"), facts.questions),
    )
    for kind, records in titled:
        for record in records:
            yield NameEntry(context.name(record.id), record.id, context.words(kind), ())


def _named(context: Context, record: Actor | Place, kind: str) -> Iterator[NameEntry]:
    """Give the record's name in this language, then each other name once, however it is spelled."""
    name = context.title(record.id)
    seen = {plain_text(context.bare(record.id)).casefold()}
    yield NameEntry(name, record.id, kind, ())
    for words, language in _other_names(context, record):
        if words.casefold() not in seen:
            seen.add(words.casefold())
            yield NameEntry((Span(words, "", language),), record.id, kind, name)


def _other_names(context: Context, record: Actor | Place) -> Iterator[tuple[str, str]]:
    """Other names with their language, where they are not in the page's own."""
    page, first = context.languages
    for text in _texts(record):
        for code, words in text.variants:
            language = code or first
            yield words, "" if language == page else language
    yield from ((alias, _language_of(alias, page)) for alias in record.aliases)


def _texts(record: Actor | Place) -> tuple[Text, ...]:
    return (record.name, record.short) if isinstance(record, Actor) and record.short else (record.name,)


def _language_of(alias: str, page: str) -> str:
    """Give the language of an alias, which does not say: Arabic by its script, otherwise the page's."""
    arabic = any(_script(letter) == "ARABIC" for letter in alias)
    return "ar" if arabic and page != "ar" else ""


def _place(entry: NameEntry, page: str, home: str) -> tuple[int, str, str, str]:
    """Where an entry stands: by its letter's script, its key, and its words where keys are alike."""
    words = plain_text(entry.words)
    key = sort_key(words, entry.words[0].language or page)
    letter = letter_of(key)
    rank = 2 if letter == _OTHERS else int(_script(letter) != home)
    return rank, key, words, entry.target


def letter_of(key: str) -> str:
    """Give the letter that a key stands under."""
    return key[0].upper() if key[:1].isalpha() else _OTHERS


def _script(letter: str) -> str:
    """Give the script of a letter: the first word of its name in Unicode."""
    return unicodedata.name(letter or " ", "").partition(" ")[0]


def letter_anchor(letter: str) -> str:
    """Give the anchor of a letter: Latin for every script."""
    if letter == _OTHERS:
        return "letter-other"
    return f"letter-{letter.lower()}" if letter.isascii() else f"letter-u{ord(letter):04x}"
