"""Markdown to the article of a page, as the builders make it, without their other work."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from posixpath import normpath
from typing import Any

from markdown import Markdown
from markdown.extensions.toc import nest_toc_tokens

from generator.press.blocks import Block, ListItems, RawHtml, TableBlock, Wrapper, blocks
from generator.press.builder_config import Typesetting
from generator.press.narrow_markdown import heading, item, loose_list, numbered_list, paragraph

_LINK = re.compile(r'(?<=\shref=")(?![a-z]+:|/|#)([^"#?]*\.md(?:#[^"]*)?)(?=")')
_A = re.compile(r"</?a\b[^>]*>")  # a list of contents links to its own page alone
# With these extensions sentences are what `narrow_markdown` makes of them; others may change any words.
_NARROW = (
    {"attr_list", "md_in_html", "tables", "toc"},
    {"attr_list", "fenced_code", "md_in_html", "tables", "toc"},
)
_ROWS, _END = "<tbody>", "</tbody>\n</table>"


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a list of contents: its anchor, its words plain and as HTML, and the entries below it."""

    anchor: str
    words: str
    html: str
    below: tuple["Heading", ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """The HTML of a page's words, and its headings below the title, as builders list them."""

    html: str
    contents: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class _Typeset:
    """HTML, with the headings in it as Python-Markdown's ``toc`` gives them: level, id and name."""

    html: str
    tokens: tuple[dict[str, Any], ...]


class MarkdownHtml:
    """Turns pages into articles with the Markdown extensions of a configuration.

    ``published`` gives the relative URL from a page to a file of docs/, as builders do.
    """

    def __init__(self, typesetting: Typesetting, published: Callable[[str, str], str]) -> None:
        """Begin with no block known."""
        extensions, settings = list(typesetting.extensions), dict(typesetting.settings)
        self._markdown = Markdown(extensions=extensions, extension_configs=settings)
        self._is_narrow = {str(one).removeprefix("markdown.extensions.") for one in extensions} in _NARROW
        self._link = cache(lambda path, link: _published(published, path, link))
        self._done: dict[str, _Typeset] = {}

    def article(self, path: str, body: str) -> Article:
        """Give the article of the page at ``path`` below docs/, whose words are ``body``."""
        done = self._typeset(body)
        html = _LINK.sub(lambda link: self._link(path, link[1]), done.html)
        return Article(html, _contents(done.tokens))

    def _typeset(self, text: str) -> _Typeset:
        done = [self._block(block) for block in blocks(text)]
        return _Typeset(
            "\n".join(one.html for one in done), tuple(token for one in done for token in one.tokens)
        )

    def _block(self, block: Block) -> _Typeset:
        match block:
            case Wrapper(start, inner, end):
                done = self._typeset(inner)
                return _Typeset(f"{start}\n{done.html}\n{end}", done.tokens)
            case ListItems(texts):
                return _Typeset("\n".join(["<ul>", *map(self._item, texts), "</ul>"]), ())
            case TableBlock(head, rows):
                parts = [self._once(f"{head}\n{row}").html.split(_ROWS) for row in rows]
                return _Typeset(parts[0][0] + "\n".join([_ROWS, *(_row(part) for part in parts), _END]), ())
            case RawHtml(html):
                return _Typeset(html, ())
            case _:
                return (narrow(block) if self._is_narrow else None) or self._once(block)

    def _item(self, text: str) -> str:
        html: str | None = item(text) if self._is_narrow else None
        return _item(self._once(text).html) if html is None else html

    def _once(self, text: str) -> _Typeset:
        """One block, typeset when it comes for the first time."""
        if text not in self._done:
            self._markdown.reset()
            html = self._markdown.convert(text)
            self._done[text] = _Typeset(html, tuple(_flat(getattr(self._markdown, "toc_tokens", []))))
        return self._done[text]


def narrow(block: str) -> _Typeset | None:
    """Give the HTML of a block of narrow Markdown."""
    if block.startswith("#"):
        found = heading(block)
        if found is None:
            return None
        level, anchor, words, html = found
        told = {
            "level": level,
            "id": anchor,
            "name": " ".join(words.split()),
            "html": words,
            "data-toc-label": "",
            "children": [],
        }
        return _Typeset(html, (told,))
    if block.startswith("- "):
        said = loose_list(block)
    else:
        said = numbered_list(block) if block.startswith("1. ") else paragraph(block)
    return None if said is None else _Typeset(said, ())


def _published(published: Callable[[str, str], str], path: str, link: str) -> str:
    """Give the URL of a link on the page at ``path`` to a file of docs/, both as Markdown has them."""
    file, mark, anchor = link.partition("#")
    return published(normpath(f"{path}/../{file}") + mark + anchor, path)


def _row(after_head: list[str]) -> str:
    return after_head[1].removeprefix("\n").removesuffix(f"\n{_END}")


def _item(html: str) -> str:
    return html.removeprefix("<ul>\n").removesuffix("\n</ul>")


def _flat(tokens: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give headings in the order in which they stand."""
    for token in tokens:
        yield {**token, "children": []}
        yield from _flat(token["children"])


def _contents(tokens: Iterable[dict[str, Any]]) -> tuple[Heading, ...]:
    """Give the headings below the title, nested as they would be had the page been typeset in one go."""
    flat: Any = [dict(token) for token in tokens]
    nested: Any = nest_toc_tokens(flat)
    if nested and nested[0]["level"] == 1:
        nested = nested[0]["children"]
    return tuple(map(_heading, nested))


def _heading(token: dict[str, Any]) -> Heading:
    return Heading(
        token["id"], token["name"], _A.sub("", token["html"]), tuple(map(_heading, token["children"]))
    )
