"""What the search reads of a page: its article, title, names, facets and language, and nothing else.

What stays the same here needs no indexing again, so what changes on every page at once (the day on
which all is known, the ways to the neighbours) is cut out too.

Pagefind finds the parts of a compound word where ASCII punctuation joins them: of "11-12" it knows
"11", "12" and "1112", of "11–12" with a dash only "1112". While it reads, such characters are spelled
in ASCII (``in_ascii``); in what it shows they stand as they were written (``as_written``).
"""

import re
from collections.abc import Iterable

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


# Character -> how it is spelled: punctuation alone, between two marks that prose does not use.
_SPELLINGS = {
    character: f"`{sign}`" for character, sign in zip("‘’“”‐‑‒–—―−…·•،؛", "('{}~!;-=:+.*@,?", strict=True)
}
_WRITTEN = {spelling.encode(): character.encode() for character, spelling in _SPELLINGS.items()}
_WRITTEN[b"`|`"] = b""  # after the Arabic "and", which is written together with the next word
_SPELLED = re.compile(b"|".join(re.escape(spelling) for spelling in _WRITTEN))
_NEXT = r"(?=(?:<[^>]*>)*"
_INSIDE_WORDS = re.compile(rf"(?:[{''.join(_SPELLINGS)}]{_NEXT}[^\W_])|و{_NEXT}ال[^\W_]))(?![^<>]*>)")
_SPELLINGS_AND = (*_SPELLINGS, "و")
_ISOLATES = re.compile("[\u2068\u2069]")  # results isolate their words by themselves
_META = re.compile(r'(data-pagefind-meta="[^"]*" content=")([^"]*)')


def in_ascii(html: str) -> str:
    """Spell out what joins words, in the text of a page and in its title and names.

    A page that has such spellings of its own stays as it is.
    """
    html = _ISOLATES.sub("", html)
    if not any(sign in html for sign in _SPELLINGS_AND) or _SPELLED.search(html.encode()):
        return html
    html = _META.sub(lambda meta: meta[1] + _INSIDE_WORDS.sub(_spelled, meta[2]), html)
    return _INSIDE_WORDS.sub(_spelled, html)


def as_written(text: bytes) -> bytes:
    """Undo ``in_ascii`` in UTF-8 text."""
    return _SPELLED.sub(lambda found: _WRITTEN[found[0]], text) if b"`" in text else text


def _spelled(found: re.Match[str]) -> str:
    """Spell a character out if it follows a letter or digit, the Arabic "and" if it does not."""
    before = found.start()
    while before and found.string[before - 1] == ">":
        before = found.string.rfind("<", 0, before)
    follows = before > 0 and found.string[before - 1].isalnum()
    if found[0] == "و":
        return found[0] if follows else "و`|`"
    return _SPELLINGS[found[0]] if follows else found[0]
