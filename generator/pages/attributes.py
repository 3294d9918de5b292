"""Attributes in Markdown, as Python-Markdown's attr_list reads them, and the lines that carry them.

A block says what it rests on in its last line, ``{ data-claims="..." }``, words within a line behind
themselves. Where that line would be too long the block is HTML, whose attributes may take several.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import escape

from markupsafe import Markup

from generator.model.refs import Ref
from generator.pages.markdown import attribute

_FOLD = 120  # characters of a line that is made of pieces
LONGEST = 280  # characters of a line, less what stands before it
# What a line may not be broken in: targets of links, attributes, tags.
# Private characters of Unicode: no words of an explainer hold them.
_KEPT = "\ue004"
# A value of an attribute in which a line break is not the same as a space.
_VALUE = re.compile(r'(?<! d)(?<! data-claims)="[^"]*"')
_WHOLE = re.compile(r"\]\([^)]*\)(?:\{[^}]*\})?|\{[^}]*\}|<[^>]*>")
# What would begin a list, or make a heading of the line above, at the start of a line.
_BLOCK = re.compile(r"^(\d*)([-+.=])(?=\s|=*$|-*$)", re.MULTILINE)


def attributes(
    refs: Iterable[Ref] = (),
    *,
    kind: str = "",
    anchor: str = "",
    editorial: bool = False,
    more: Mapping[str, str] | None = None,
) -> str:
    """Write a list of attributes without its braces; ``kind`` are names of classes."""
    claims = _claims(tuple(refs))
    parts = [f"#{anchor}"] if anchor else []
    parts += [f".{name}" for name in kind.split()]
    parts += [f'{name}="{attribute(value)}"' for name, value in (more or {}).items()]
    if claims:
        parts.append(f'data-claims="{claims}"')
    return " ".join([*parts, "data-editorial"] if editorial else parts)


@lru_cache(maxsize=65536)
def _claims(refs: tuple[Ref, ...]) -> str:
    return " ".join(map(str, refs))


def tag(name: str, refs: Iterable[Ref], *, kind: str = "", anchor: str = "", more: str = "") -> Markup:
    """Write a start tag on lines of their own length."""
    parts = [f'id="{anchor}"'] if anchor else []
    parts += [f'class="{kind}"'] if kind else []
    parts += [more] if more else []
    claims = "\n".join(_lines(map(str, refs)))
    return Markup("<") + Markup(f'{" ".join([name, *parts])}\ndata-claims="{escape(claims)}"') + Markup(">")


def _lines(words: Iterable[str]) -> Iterator[str]:
    """Put words on lines of readable length."""
    line = ""
    for word in words:
        if line and len(line) + len(word) > _FOLD:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def fits(written: str) -> bool:
    """Whether a list of attributes stands on one line."""
    return len(written) <= LONGEST


def inline(sign: str, words: Markup, refs: tuple[Ref, ...] = (), kind: str = "") -> Markup:
    """Mark words within a line by a sign of Markdown on both sides; they stay plain without need."""
    words = words.strip()
    written = attributes(refs, kind=kind)
    if not words or not written:
        return words
    if not fits(written):
        return tag("span", refs, kind=kind) + words + Markup("</span>")
    return Markup(f"{sign}{words}{sign}{{ {written} }}")


def marked(
    bullet: str,
    words: Markup,
    refs: tuple[Ref, ...],
    kind: str = "",
    anchor: str = "",
    editorial: bool = False,
) -> Markup:
    """Write a paragraph, or with a bullet an item of a list, whose last line says what it rests on."""
    newline = "\n"
    lines = [line.strip() for line in str(words).split(newline) if line.strip()]
    written = attributes(refs, kind=kind, anchor=anchor, editorial=editorial)
    if not fits(written):
        lines = f"{tag('span', refs, kind=kind)}{newline.join(lines)}</span>".split(newline)
        written = attributes(kind=kind, anchor=anchor)  # both: styles look at parents and at children
    text = _BLOCK.sub(_entity, broken(newline.join(lines)))
    text += f"\n{{ {written} }}" if written else ""
    end = "" if bullet else newline
    return Markup(bullet + text.replace("\n", "\n" + " " * len(bullet)) + end)


def _entity(sign: re.Match[str]) -> str:
    return f"{sign[1]}&#{ord(sign[2])};"


def folded(html: str) -> Markup:
    """Break the long lines of HTML that builders leave as it is where white space means nothing."""
    kept = _VALUE.sub(lambda value: value[0].replace(" ", _KEPT), html) if len(html) > LONGEST else html
    lines = "\n".join(part for line in kept.split("\n") for part in _lines(line.split(" ")))
    return Markup(lines.replace(_KEPT, " "))


def broken(text: str) -> str:
    """Break the lines of Markdown that are too long, between words."""
    if max(map(len, text.split("\n"))) <= LONGEST:
        return text
    return "\n".join(part for line in text.split("\n") for part in _broken(line))


def _broken(line: str) -> list[str]:
    done, start, last = [], 0, 0
    for at in _gaps(line):
        if at - start > LONGEST and last > start:
            done.append(line[start:last])
            start = last + 1
        last = at
    if len(line) - start > LONGEST and last > start:
        done.append(line[start:last])
        start = last + 1
    return [*done, line[start:]]


def _gaps(line: str) -> Iterator[int]:
    """Give where a line may be broken."""
    spans = iter([*_WHOLE.finditer(line), None])
    whole = next(spans)
    for space in re.finditer(r"(?<=\S) (?=\S)", line):
        at = space.start()
        while whole and whole.end() <= at:
            whole = next(spans)
        if whole is None or at < whole.start() or _gap(whole, at):
            yield at


def _gap(whole: re.Match[str], at: int) -> bool:
    """Whether a place in a tag is between two of its attributes."""
    if not whole[0].startswith("<") or whole[0][at - whole.start()] != " ":
        return False
    before = whole[0][: at - whole.start()]
    return before.count('"') % 2 == 0
