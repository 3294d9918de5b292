"""Placeholders for what says the day of an edition: which day a page speaks of, and how to cite it.

Templates leave places for it. A page that says the same in two editions differs in these alone.
"""

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from generator.views.borrowed import bare_all
from generator.views.citation import EditionStamp, citation, known_words
from generator.views.page_meta import PageMeta

T = TypeVar("T")

# Private characters of Unicode: no words of an explainer hold them. Nor is there a letter among them, which
# would be set apart on a page of the other direction.
_OPENED = "\ue000"
_PARTS = ("known", "story", "words", "bibtex", "csl")
PLACEHOLDERS = {part: f"{_OPENED}{chr(0xE010 + at)}\ue001" for at, part in enumerate(_PARTS)}


def day_words(meta: PageMeta, stamp: EditionStamp, site: str) -> dict[str, str]:
    """Give what stands in each placeholder of a page. ``site`` is the edition's public address, or ""."""
    cite = citation(stamp, meta, site)
    words = {
        "known": known_words(stamp.day, stamp.time_zone, stamp.language),
        "story": stamp.language.day(stamp.story),
        "words": cite.words,
        "bibtex": cite.bibtex,
        "csl": cite.csl,
    }
    return bare_all(words)


def filled(value: T, words: Mapping[str, str]) -> T:
    """Fill in the placeholders of a page's Markdown, or of whatever its front matter holds."""
    return cast(T, _filled(value, words))


def _filled(value: Any, words: Mapping[str, str]) -> Any:
    match value:
        case str() if _OPENED in value:
            for part, said in words.items():
                value = value.replace(PLACEHOLDERS[part], said)
            return value
        case dict():
            return {name: _filled(one, words) for name, one in value.items()}
        case _:  # lists hold none: most of front matter is in them
            return value
