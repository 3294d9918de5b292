"""Where sentences end: full stops that end one, those of abbreviations, and those that may be either."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from babel import Locale

# Links and citations are passed over whole. An end mark may be followed by closing quotes and
# brackets, and must be followed by space or the end. The look-behind keeps long runs of dots linear.
_TOKEN = re.compile(
    r"\[\[[^\[\]]*\]\]"
    r"|(?P<cite>\[@[^\[\]]*\])"
    r"|(?<![.!?؟…])(?P<end>[.!?؟…]++)[\"'”’»)\]]*+(?:\s?»)?(?=\s|\[@|\Z)"
)
# Citations straight after an end mark belong to the sentence that it ends.
_TAIL = re.compile(r"(?:\s*+\[@[^\[\]]*\])+[.!?؟…]*")
_SPACE = re.compile(r"\s*")
# An Arabic article is small before a name with a capital.
_NEXT = re.compile(r"[\"'“‘«(\[]*(?:[a-z]{1,3}[-’'](?=[A-Z]))?(.?)")

# Before a name or more words: none of these ends a sentence.
_TITLES = """
mr mrs ms dr prof gen lt col maj capt brig cpl sgt adm cmdr st sen rep gov rev hon pres mme mlle mm mgr me
sr sra sig vs v cf viz incl esp a.k.a aka f.k.a e.g i.e c.-à-d p.ex av apr ibid op bzw z.b d.h د أ أ.د
"""
# Before a number: of pages, articles, days.
_NUMBERED = """
nos nr n p pp vol vols fig figs ch chap ca c approx env art arts al sec sect para paras § par app ed l ll col
cl reg res sq bn div bde rgt tel ext abs ص م مادة ج ق رقم
"""
# After these a sentence may end as well as go on.
_EITHER = """
inc ltd co corp llc plc bros jr esq etc a.m p.m am pm ph.d m.d b.a m.a b.c a.d j.-c u.s u.k u.n e.u d.c sqn
dept est govt univ assn intl mt ft max min هـ إلخ الخ ق.م ب.م
"""
_GOES_ON = frozenset(_TITLES.split())
_OF_NUMBER = frozenset(_NUMBERED.split())
_MAY_END = frozenset(_EITHER.split())
_LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl")
_SHORT = 4
_VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ\d]", re.IGNORECASE)


class SentenceEnd(Enum):
    """What a full stop does."""

    NO = 0
    MAYBE = 1
    YES = 2


class SentenceSpan(NamedTuple):
    """Where a sentence stands in its text; ``doubts`` are the places in it where another may begin."""

    start: int
    end: int
    doubts: tuple[int, ...] = ()


def sentence_spans(text: str) -> Iterator[SentenceSpan]:
    """Find each sentence of a block, space at the edges left out.

    Where a stop may be that of an abbreviation the sentence goes on, with a doubt.
    """
    start, cited_to, position = _skip_space(text, 0), -1, 0
    doubts: list[int] = []
    while token := _TOKEN.search(text, position):
        position = token.end()
        if token["cite"]:
            cited_to = token.end()
            continue
        if not token["end"]:
            continue
        tail = _TAIL.match(text, position)
        ends = SentenceEnd.YES if tail or cited_to == token.start() else _ends(text, token)
        if ends is SentenceEnd.MAYBE:
            doubts.append(position)
        elif ends is SentenceEnd.YES:
            position = tail.end() if tail else position
            yield SentenceSpan(start, position, tuple(doubts))
            start, doubts = _skip_space(text, position), []
    end = len(text.rstrip())
    if start < end:
        yield SentenceSpan(start, end, tuple(doubts))


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give where each sentence of a block starts and ends."""
    return ((span.start, span.end) for span in sentence_spans(text))


def _skip_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _ends(text: str, token: re.Match[str]) -> SentenceEnd:
    found = _NEXT.match(text, _skip_space(text, token.end()))
    after = found[1] if found else ""
    if not after:
        return SentenceEnd.YES
    word = _before(text, token)
    if token["end"] == "." and after.islower():  # `Smith Jr. left.` goes on
        return _before_small(word)
    if after.islower():  # `"Why?" he asked.` and `He waited... then left.` too
        return SentenceEnd.NO
    if token["end"] != ".":
        return SentenceEnd.YES
    return _after_abbreviation(word, after)


def _before(text: str, token: re.Match[str]) -> str:
    words = text[max(0, token.start() - 20) : token.start()].split()
    return words[-1].lstrip("([\"'“‘«") if words else ""


def _before_small(word: str) -> SentenceEnd:
    """Say what a full stop does before a small letter."""
    if len(word) > _SHORT and word.isalpha() and word.lower() not in _GOES_ON | _OF_NUMBER | _MAY_END:
        return SentenceEnd.YES
    known = "." in word or word.lower() in _GOES_ON | _OF_NUMBER | _MAY_END or word in _days_and_months()
    return SentenceEnd.NO if known or len(word) == 1 or not _VOWEL.search(word) else SentenceEnd.MAYBE


def _after_abbreviation(word: str, after: str) -> SentenceEnd:
    plain = word.lower()
    if plain in _GOES_ON:
        return SentenceEnd.NO
    if after.isdigit() and (plain in _OF_NUMBER or word in _days_and_months() or word == "No"):
        return SentenceEnd.NO
    if plain == "no":
        return SentenceEnd.MAYBE if after.isdigit() else SentenceEnd.YES
    if plain in _MAY_END | _OF_NUMBER or word in _days_and_months():
        return SentenceEnd.MAYBE
    if len(word) == 1 and word.isalpha() and not word.islower():  # an initial
        return SentenceEnd.YES if word == "I" else SentenceEnd.NO
    if "." in word and not word.replace(".", "").isdigit():  # U.N.H.C.R
        return SentenceEnd.NO if after.isdigit() else SentenceEnd.MAYBE
    if word.isalpha() and word.isascii() and not _VOWEL.search(word):  # Sqdn
        return SentenceEnd.MAYBE
    return (
        SentenceEnd.MAYBE if after.isdigit() and word.isalpha() and len(word) <= _SHORT else SentenceEnd.YES
    )


@cache
def _days_and_months() -> frozenset[str]:
    """Give the short names of days and months that are no whole names, as CLDR has them."""
    short: set[str] = set()
    whole: set[str] = set()
    for code in _LANGUAGES:
        locale = Locale.parse(code)
        for names in (locale.months["format"], locale.days["format"]):
            short.update(name.rstrip(".") for name in names["abbreviated"].values())
            whole.update(names["wide"].values())
    return frozenset((short | {"Sept", "Tues", "Thur", "Thurs", "Weds"}) - whole)
