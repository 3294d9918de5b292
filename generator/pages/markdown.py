"""Markdown from plain words: everything is escaped here, and only here.

Builders must agree on what a page says, so no construct is used beyond Python-Markdown with
attr_list, md_in_html and tables. A character with a meaning there becomes a numeric entity,
which neither Markdown nor a table reads.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from generator.views.isolation import runs

_MEANING = re.compile(r"[&<>`*_\[\]\\|{}#]")
_QUOTES = re.compile(r"[\"']")
# Non-breaking spaces stay: they hold numbers and French punctuation together.
_SPACE = re.compile(r"[ \t\r\n\f\v]+")


def escaped(words: object) -> Markup:
    """Escape words: as they stand, with no meaning to Markdown, a table or HTML."""
    if isinstance(words, Markup):
        return words
    flat = _SPACE.sub(" ", str(words))
    return Markup(_MEANING.sub(_entity, flat))


def apart(words: object, direction: str) -> Markup:
    """Escape words; those of the other direction than the page's are isolated from the rest."""
    return words if isinstance(words, Markup) else _apart(str(words), direction)


@lru_cache(maxsize=1 << 15)  # names and words of the interface stand on hundreds of pages
def _apart(words: str, direction: str) -> Markup:
    return Markup("").join(
        Markup("<bdi>%s</bdi>") % escaped(run.words) if run.apart else escaped(run.words)
        for run in runs(words, direction)
    )


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def attribute(words: Iterable[object] | str) -> str:
    """Write a value for an HTML attribute, without its quotes."""
    value = words if isinstance(words, str) else " ".join(map(str, words))
    return _QUOTES.sub(_entity, str(escaped(value)))


def destination(url: str) -> str:
    """Write an address of the web as the destination of a link."""
    return quote(url, safe="%/:?#[]@!$&'+,;=~-.")
