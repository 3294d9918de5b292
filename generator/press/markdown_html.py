"""Markdown to the article of a page, as the builders make it, without their other work."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from posixpath import normpath
from typing import Any

from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.press.blocks import Block, ListItems, RawHtml, TableBlock, Wrapper, blocks
from generator.site.files import SiteError

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LINK = re.compile(r'(?<=\shref=")(?![a-z]+:|/|#)([^"#?]*\.md(?:#[^"]*)?)(?=")')
_ROWS, _END = "<tbody>", "</tbody>\n</table>"


@dataclass(frozen=True, slots=True)
class Article:
    """The HTML of a page's words, and of the list of what it holds."""

    html: str
    contents: str


def read_config(mkdocs_yml: Path) -> MkDocsConfig:
    """Read a configuration as MkDocs does. Raises SiteError for one that it refuses."""
    try:
        return load_config(str(mkdocs_yml))
    except Exception as error:  # whatever its plugins raise
        raise SiteError(f"{mkdocs_yml} could not be read: {error}") from None


class MarkdownHtml:
    """Turns pages into articles with the Markdown extensions of a configuration.

    ``published`` gives the relative URL from a page to a file of docs/, as builders do.
    Raises SiteError for a configuration that MkDocs refuses.
    """

    def __init__(self, mkdocs_yml: Path, published: Callable[[str, str], str]) -> None:
        """Read the configuration."""
        config = read_config(mkdocs_yml)
        self._markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
        self._link = cache(lambda path, link: _published(published, path, link))
        self._done: dict[str, Article] = {}

    def article(self, path: str, text: str) -> Article:
        """Give the article of the page at ``path`` below docs/, whose whole file is ``text``."""
        set_blocks = self._typeset(_FRONT.sub("", text, count=1))
        html = _LINK.sub(lambda link: self._link(path, link[1]), set_blocks.html)
        return Article(html, set_blocks.contents)

    def _typeset(self, text: str) -> Article:
        done = [self._block(block) for block in blocks(text)]
        return Article("\n".join(one.html for one in done), "".join(one.contents for one in done))

    def _block(self, block: Block) -> Article:
        match block:
            case Wrapper(start, inner, end):
                done = self._typeset(inner)
                return Article(f"{start}\n{done.html}\n{end}", done.contents)
            case ListItems(texts):
                items = (self._once(text).html for text in texts)
                return Article("\n".join(["<ul>", *(_item(item) for item in items), "</ul>"]), "")
            case TableBlock(head, rows):
                parts = [self._once(f"{head}\n{row}").html.split(_ROWS) for row in rows]
                return Article(parts[0][0] + "\n".join([_ROWS, *(_row(part) for part in parts), _END]), "")
            case RawHtml(html):
                return Article(html, "")
            case _:
                return self._once(block)

    def _once(self, text: str) -> Article:
        """One block, typeset when it comes for the first time."""
        if text not in self._done:
            self._markdown.reset()
            html = self._markdown.convert(text)
            tokens = getattr(self._markdown, "toc_tokens", [])
            self._done[text] = Article(html, contents(_below_title(tokens)))
        return self._done[text]


def _published(published: Callable[[str, str], str], path: str, link: str) -> str:
    """Give the URL of a link on the page at ``path`` to a file of docs/, both as Markdown has them."""
    file, mark, anchor = link.partition("#")
    return published(normpath(f"{path}/../{file}") + mark + anchor, path)


def _row(after_head: list[str]) -> str:
    return after_head[1].removeprefix("\n").removesuffix(f"\n{_END}")


def _item(html: str) -> str:
    return html.removeprefix("<ul>\n").removesuffix("\n</ul>")


def _below_title(tokens: list[dict[str, Any]]) -> list[dict[str, Any]]:
    first = tokens[0] if tokens else {}
    return list(first["children"]) if first.get("level") == 1 else tokens


def contents(tokens: Iterable[dict[str, Any]]) -> str:
    """Give the entries of a list of contents, as the theme's `partials/toc-item.html` writes them."""
    return "".join(_entry(token) for token in tokens)


def _entry(token: dict[str, Any]) -> str:
    name = token["name"]
    below = contents(token["children"])
    nested = (
        f'<nav class="md-nav" aria-label="{escape(name)}"><ul class="md-nav__list">{below}</ul></nav>'
        if below
        else ""
    )
    return (
        f'<li class="md-nav__item"><a href="#{token["id"]}" class="md-nav__link">'
        f'<span class="md-ellipsis">{name}</span></a>{nested}</li>'
    )
