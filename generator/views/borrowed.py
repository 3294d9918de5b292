"""Words that a language borrows from English, as it has none of its own: marked until they are written.

A mark stands on both sides of each run of such words, apart from what is filled into them. Where words are
written as Markdown the marks become an element with a language, elsewhere they are taken off.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeVar, cast

T = TypeVar("T")

LANGUAGE = "en"
# Private characters of Unicode: no words of an explainer hold them.
OPENED, CLOSED = "\ue005", "\ue006"
_SLOT = re.compile(r"(\{\w+\}|%\(\w+\)s|%%)")
_RUN = re.compile(f"{OPENED}([^{OPENED}{CLOSED}]*){CLOSED}")
_LETTER = re.compile(r"[^\W\d_]")
# Where no element can stand: in pictures, in attributes of either form, in what holds plain words alone.
_WHOLE = re.compile(
    r"<svg\b.*?</svg>|<(option|title|textarea|script|style)\b[^>]*>.*?</\1>|<[^>]*>|\{[^{}\n]*\}|\]\([^)]*\)",
    re.DOTALL,
)


def in_english(words: str) -> str:
    """Mark words of the interface, but for what is filled into them."""
    return "".join(
        f"{OPENED}{part}{CLOSED}" if _LETTER.search(part) and not _SLOT.fullmatch(part) else part
        for part in _SLOT.split(words)
    )


def parted(words: str) -> Iterator[tuple[str, str]]:
    """Yield words in runs with the language of each, "" for that of the page."""
    end = 0
    for run in _RUN.finditer(words):
        yield bare(words[end : run.start()]), ""
        yield run[1], LANGUAGE
        end = run.end()
    yield bare(words[end:]), ""


def bare(words: str) -> str:
    """Take the marks off words."""
    return words.replace(OPENED, "").replace(CLOSED, "") if OPENED in words or CLOSED in words else words


def bare_all(value: T) -> T:
    """Take the marks off every text in plain mappings and lists."""
    return cast(T, _bare_all(value))


def _bare_all(value: Any) -> Any:
    match value:
        case str():
            return bare(value)
        case dict():
            return {name: _bare_all(one) for name, one in value.items()}
        case list() | tuple():
            return type(value)(map(_bare_all, value))
        case _:
            return value


def as_elements(markdown: str) -> str:
    """Put elements in place of the marks in Markdown, or nothing where none can stand."""
    if OPENED not in markdown:
        return markdown
    plain = _WHOLE.sub(lambda whole: bare(whole[0]), markdown)
    return bare(_RUN.sub(rf'<span lang="{LANGUAGE}" dir="ltr">\1</span>', plain))
