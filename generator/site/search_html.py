"""What the search reads of a page: its article, title, names, facets and language, and nothing else.

What stays the same here needs no indexing again, so what changes on every page at once (the day on
which all is known, the ways to the neighbours) is cut out too.

Pagefind finds the parts of a compound word where ASCII punctuation joins them: of "11-12" it knows
"11", "12" and "1112", of "11–12" with a dash only "1112". While it reads, such characters, and the modifier
letters that nobody types, are spelled in ASCII (``in_ascii``); in what it shows they stand as they were
written (``as_written``).
"""

import re
import unicodedata
from collections.abc import Iterable

from generator.model.folding import MODIFIERS

_BODY = b"data-pagefind-body"
_OPENING = re.compile(rb"<html\b[^>]*>")
# None of these holds another of its name. The day stands in a paragraph of its own.
_ASIDE = re.compile(rb'<(nav|footer|figure|thead)\b.*?</\1>|<p class="as-of".*?</p>', re.DOTALL)


def for_search(pages: Iterable[tuple[str, bytes]], *, only_marked: bool = False) -> dict[str, bytes]:
    """Take from built pages, path -> HTML, what the search reads of those that it finds.

    These are the pages with ``data-pagefind-body``, or every page where none has it, unless ``only_marked``:
    so Pagefind does.
    """
    found, others = {}, {}
    for path, page in pages:
        if _BODY in page:
            found[path] = minimal(page)
        elif not found:
            others[path] = page
    return found if only_marked else found or others


def minimal(page: bytes) -> bytes:
    """Cut a page down to what is indexed of it; one of a theme without our marks only loses asides."""
    opening, body = _OPENING.search(page), _part(page, b"body")
    if opening and _BODY in body:
        head = _part(page, b"facets")
        page = b"%s<head>%s</head><body>%s</body></html>" % (opening[0], head, body)
    return _ASIDE.sub(b"", page)


def _part(page: bytes, name: bytes) -> bytes:
    """Give what the theme marks as that part of a page, b"" where it does not."""
    mark = b"<!--page:%s-->" % name
    begins = page.find(mark)
    ends = page.find(b"<!--/page:%s-->" % name, begins)
    return page[begins + len(mark) : ends] if 0 <= begins < ends else b""


# A character is spelled by its number in hexadecimal, in signs that no word has, between two marks.
_SIGNS = "('{}~!;-=:+.*@,?"
_MARK = "`"


def _spelling(character: str) -> str:
    return _MARK + "".join(_SIGNS[int(digit, 16)] for digit in f"{ord(character):x}") + _MARK


def _joins(character: str) -> bool:
    """Whether a character is none that words are made of. Controls are marks between letters, or nothing."""
    return unicodedata.category(character)[0] in "PS" or unicodedata.category(character) == "Cf"


# What Pagefind takes as a part of a word: all punctuation, signs and controls beyond ASCII.
_PAGES = (*range(0x80, 0x3000), *range(0xA000, 0xFF00))  # Chinese and Japanese words are found by themselves
_JOINING = "".join(filter(_joins, map(chr, _PAGES)))
# Of words with accents, Pagefind knows those without them too: a modifier letter becomes a rare accent.
_SPACING = sorted(letter for letter in MODIFIERS if letter < "\u0300")
_ACCENTS = dict(zip(_SPACING, range(0x1DC0, 0x1E00), strict=False))
_TO_ACCENTS = str.maketrans(_ACCENTS)
_FROM_ACCENTS = {accent: letter for letter, accent in _ACCENTS.items()}
_ACCENTED = re.compile("[\u1dc0-\u1dff]")
_BETWEEN = "(?:\u200b)?"  # Pagefind writes such marks between words without spaces
_SPELLED = re.compile(f"{_MARK}((?:{_BETWEEN}[{re.escape(_SIGNS)}]){{2,4}}{_BETWEEN})?{_MARK}".encode())
_AND = _MARK * 2  # after the Arabic "and", which is written together with the next word
_NEXT = r"(?=(?:<[^>]*>)*"
_JOINED = rf"[{re.escape(_JOINING)}]"
_INSIDE_WORDS = re.compile(rf"(?:{_JOINED}{_NEXT}{_JOINED}*[^\W_])|و{_NEXT}ال[^\W_]))(?![^<>]*>)")
_ANY = re.compile(rf"{_JOINED}|[{''.join(_ACCENTS)}و]")
_ISOLATES = re.compile("[\u2066-\u2069]")  # results isolate their words by themselves
_META = re.compile(r'(data-pagefind-meta="[^"]*" content=")([^"]*)')


def in_ascii(html: str) -> str:
    """Spell out what joins words, in the text of a page and in its title and names.

    A page that has such spellings of its own stays as it is.
    """
    html = _ISOLATES.sub("", html)
    if not _ANY.search(html) or _SPELLED.search(html.encode()) or _ACCENTED.search(html):
        return html
    html = html.translate(_TO_ACCENTS)
    html = _META.sub(lambda meta: meta[1] + _INSIDE_WORDS.sub(_spelled, meta[2]), html)
    return _INSIDE_WORDS.sub(_spelled, html)


def as_written(text: bytes) -> bytes:
    """Undo ``in_ascii`` in UTF-8 text."""
    text = _SPELLED.sub(_character, text) if _MARK.encode() in text else text
    # In UTF-8 such accents begin alike.
    return text.decode().translate(_FROM_ACCENTS).encode() if b"\xe1\xb7" in text else text


def _character(found: re.Match[bytes]) -> bytes:
    if found[1] is None:
        return b""
    signs = found[1].decode().replace("\u200b", "")
    number = "".join(f"{_SIGNS.index(sign):x}" for sign in signs)
    return chr(int(number, 16)).encode(errors="replace")


def _spelled(found: re.Match[str]) -> str:
    """Spell a character out if it follows a letter or digit, the Arabic "and" if it does not."""
    before = found.start()
    while before and found.string[before - 1] == ">":
        before = found.string.rfind("<", 0, before)
    follows = before > 0 and (found.string[before - 1].isalnum() or found.string[before - 1] in _JOINING)
    if found[0] == "و":
        return found[0] if follows else f"و{_AND}"
    return _spelling(found[0]) if follows else found[0]
