"""The narrow Markdown that sentences are written in, as HTML: what Python-Markdown makes of it, much sooner.

Words, links, emphasis, HTML within a line, and lists of attributes behind them; every character with a
meaning is written as an entity where it has none. What is written otherwise is not for here: ``None``
sends it to Python-Markdown, which tests hold this to, character by character.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<text>(?:[^*_\[\]<>{}`\\!&]|&#\d+;)+)"
    r"|(?P<sign>\*\*|\*|_)"
    r"|(?P<open>\[)"
    r"|\]\((?P<to>[^()\s<>\"'\\*_`{}\[\]]*)\)"
    r"|(?P<tag></?[a-z]+(?:\s+[a-z-]+(?:=\"[^\"<>\[\]`\\]*\")?)*\s*>)"
)
_ATTRIBUTE_LIST = re.compile(r"\{ ?([^{}\n]*?) ?\}")
_ATTRIBUTE = re.compile(
    r"#(?P<id>[\w-]+)|\.(?P<class>[\w-]+)|(?P<name>[a-z-]+)(?:=\"(?P<value>[^\"<>&\\]*)\")?(?= |$)"
)
_BLOCK_LIST = re.compile(r"\n *\{ ?([^{}\n]*?) ?\}$")
_BARE_AMPERSAND = re.compile(r"&(?!#\d+;)")
_STEP = re.compile(r"\n(?=1\. )")
_PLAIN = r"[^*_\[\]<>{}`\\!&#\n]"  # in a heading
_HEADING = re.compile(
    rf"(?P<level>#{{1,6}}) (?P<words>(?=\S){_PLAIN}*(?<=\S)) \{{ ?(?P<list>[^{{}}\n]*?) ?\}}"
)
_TAGS = {"*": "em", "_": "em", "**": "strong"}
# What would make something else of a block than a line of words, where it begins or in any of its lines.
_NO_LINE = re.compile(
    r"\A *(?:[-+*](?: |$)|\d+[.)](?: |$)|>|:|\||    )|^ *(?:#|>|~~~|[-=_*](?: *[-=_*])*$)|  $|^\[[^\]]*\]:",
    re.MULTILINE,
)
_MARKDOWN_INSIDE = re.compile(r"<[^>]*\smarkdown[=\s>]")


class _OtherwiseError(Exception):
    """Something that is not written here."""


def paragraph(text: str) -> str | None:
    """Give the HTML of a paragraph."""
    return _block("p", text)


def item(text: str) -> str | None:
    """Give the HTML of an item of a list, ``- ...``: the element ``li`` alone."""
    return _block("li", text[2:]) if text.startswith("- ") else None


def numbered_list(text: str) -> str | None:
    """Give the HTML of a numbered list without blank lines."""
    if "\n\n" in text:
        return None
    items = [_block("li", step[3:]) for step in _STEP.split(text)]
    if None in items:
        return None
    return "\n".join(["<ol>", *map(str, items), "</ol>"])


def heading(text: str) -> tuple[int, str, str, str] | None:
    """Give a heading of plain words with an anchor: its level, anchor, words and HTML."""
    found = _HEADING.fullmatch(text)
    try:
        values = _values(found["list"]) if found else {}
    except _OtherwiseError:
        return None
    if not found or "id" not in values:
        return None
    level, words = len(found["level"]), found["words"]
    return level, values["id"], " ".join(words.split()), f"{_start(f'h{level}', values)}{words}</h{level}>"


def loose_list(text: str) -> str | None:
    """Give the HTML of a list whose items blank lines part: each is a paragraph of its own."""
    pieces = text.split("\n\n")
    if len(pieces) < 2 or any(not piece.startswith("- ") or "\n- " in piece for piece in pieces):
        return None
    items = [paragraph(piece[2:]) for piece in pieces]
    if None in items:
        return None
    return "\n".join(["<ul>", *(f"<li>\n{item}\n</li>" for item in items), "</ul>"])


def _block(tag: str, text: str) -> str | None:
    found = _BLOCK_LIST.search(text)
    words = (text[: found.start()] if found else text).lstrip(" ")
    if not words or words != words.strip() or text.startswith("    "):
        return None
    if _NO_LINE.search(words) or _MARKDOWN_INSIDE.search(words):
        return None
    try:
        start = _start(tag, _values(found[1]) if found else {})
        return f"{start}{_Reader(words).read()}</{tag}>"
    except _OtherwiseError:
        return None


def _start(tag: str, values: Mapping[str, str]) -> str:
    """Write a start tag as Python-Markdown does."""
    told = "".join(
        f" {name}" if name == value else f' {name}="{value}"' for name, value in sorted(values.items())
    )
    return f"<{tag}{told}>"


def _values(told: str) -> dict[str, str]:
    """Read a list of attributes."""
    values: dict[str, str] = {}
    at = 0
    for one in _ATTRIBUTE.finditer(told):
        if told[at : one.start()].strip():
            raise _OtherwiseError
        at = one.end()
        if one["id"]:
            values["id"] = one["id"]
        elif one["class"]:
            values["class"] = f"{values['class']} {one['class']}" if "class" in values else one["class"]
        else:
            values[one["name"]] = one["name"] if one["value"] is None else one["value"]
    if told[at:].strip() or not values:
        raise _OtherwiseError
    return values


@dataclass(slots=True)
class _Reader:
    """Reads a line from its beginning to its end."""

    words: str
    at: int = 0

    def read(self) -> str:
        """Give the whole of it as HTML."""
        html = "".join(self._until(""))
        if self.at != len(self.words):
            raise _OtherwiseError
        return html

    def _until(self, end: str) -> Iterator[str]:
        """Give what stands before an end: a sign, ``]`` or nothing."""
        while self.at < len(self.words):
            token = _TOKEN.match(self.words, self.at)
            if token is None:
                raise _OtherwiseError
            kind = token.lastgroup
            if kind == "to" or (kind == "sign" and token[0] == end):
                if (kind == "to") != (end == "]"):
                    raise _OtherwiseError
                return
            self.at = token.end()
            if kind == "open":
                yield self._link()
            elif kind == "sign":
                yield self._emphasis(token[0], token.start())
            else:
                yield token[0]
        if end:
            raise _OtherwiseError

    def _link(self) -> str:
        words = "".join(self._until("]"))
        end = _TOKEN.match(self.words, self.at)
        if end is None or end.lastgroup != "to":
            raise _OtherwiseError
        self.at = end.end()
        place = _BARE_AMPERSAND.sub("&amp;", end["to"])
        return f"{_start('a', {'href': place, **(self._attributes() or {})})}{words}</a>"

    def _emphasis(self, sign: str, start: int) -> str:
        before, after = self.words[start - 1 : start], self.words[self.at : self.at + 1]
        opened = before in ("_", "*") and before != sign[0]
        if (
            (before and not before.isspace() and not opened)
            or not after
            or after.isspace()
            or after == sign[0]
        ):
            raise _OtherwiseError
        words = "".join(self._until(sign))
        if not words or words[-1].isspace():
            raise _OtherwiseError
        self.at += len(sign)
        attributes = self._attributes()
        following = self.words[self.at : self.at + 1]
        if attributes is None and (following.isalnum() or following in tuple("*_")):
            raise _OtherwiseError
        return f"{_start(_TAGS[sign], attributes or {})}{words}</{_TAGS[sign]}>"

    def _attributes(self) -> dict[str, str] | None:
        found = _ATTRIBUTE_LIST.match(self.words, self.at)
        if found is None:
            return None
        self.at = found.end()
        return _values(found[1])
