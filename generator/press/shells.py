"""Shells: what is the same on all pages of one shape, taken from one page that the builder made.

The theme marks what belongs to a page with comments, ``<!--page:NAME-->`` to ``<!--/page:NAME-->``; the
shell is all else. So the builder makes one page of each shape, a stub: a page whose front matter has
the keys of the others, and whose words only hold the place of theirs.
"""

import hashlib
import json
import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from generator.pages.kinds import kind_named
from generator.pages.page import MARK, Page
from generator.press.markdown_html import Article, Heading
from generator.site.files import SiteError

_PART = re.compile(r"<!--page:(\w+)-->(.*?)<!--/page:\1-->", re.DOTALL)
_NAMES = re.compile(r"<!--page:(\w+)-->")
MARKS = frozenset({"head", "facets", "site", "body"})
"""The parts without which a theme's pages cannot be put together."""

# Stands for every word of a stub. Whatever the theme writes of a page outside of its parts holds it.
_WORD = "words-of-a-page"
_REST, _END = '<div data-stub="rest"></div>', '<p data-stub="end"></p>'
_ARTICLE = re.compile(
    rf'<h1\b[^>]*\bdata-stub="title"[^>]*>.*?</h1>(.*?){re.escape(_REST)}.*?{re.escape(_END)}', re.DOTALL
)
_HEADING = re.compile(r'<h1\b[^>]*?\sid="([^"]*)"')
# Values by which a theme may tell pages apart, so that pages with others have other shells.
_TELLING = frozenset({"kind", "status", "hide", "robots"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What pages with the same shell have in common.

    ``place`` is the folder below docs/ that they lie in, or the one file of a page that is alone of its
    kind; ``front`` their front matter without its words, as JSON. ``heading`` is the id of their title.
    """

    place: str
    front: str
    heading: str
    has_contents: bool

    def stub(self, anchors: Iterable[str] = ()) -> str:
        """Write the Markdown file that the builder makes the shell's page from, with these anchors in it."""
        # One heading in the other, to see how the theme writes each of them.
        entry = (
            [f"## <b>{_WORD}-a</b> {{#{_WORD}-b}}", f"### <b>{_WORD}-c</b> {{#{_WORD}-d}}"]
            if self.has_contents
            else []
        )
        marks = [f'<a id="{escape(anchor)}"></a>' for anchor in sorted(anchors)]
        title = f'# {_WORD} {{#{self.heading} data-stub="title"}}'
        body = "\n\n".join([title, _REST, *entry, *marks, _END])
        return f"---\n{MARK}\n{self.front}\n---\n\n{body}\n"  # JSON is YAML


def shape_of(page: Page, article: Article, in_menu: Container[str]) -> Shape:
    """Give the shape of a page with this article.

    ``in_menu`` are the files that the configuration's navigation names: there a page looks like no other.
    """
    folder = page.path.rpartition("/")[0]
    # All pages lead to those that are alone of their kind; to themselves by another address.
    kind = kind_named(page.meta.kind)
    alone = page.path in in_menu or (kind is not None and kind.place == page.path)
    place = page.path if alone else f"{folder}/" if folder else ""
    heading = _HEADING.search(article.html)
    front = json.dumps(_wordless(page.front), sort_keys=True)
    return Shape(place, front, heading[1] if heading else "top", bool(article.contents))


def _wordless(front: Mapping[str, Any]) -> dict[str, Any]:
    """Give front matter with a word in the place of each text; lists and mappings are for parts alone."""
    shown = {name: value for name, value in front.items() if name in _TELLING or isinstance(value, bool)}
    shown |= dict.fromkeys((name for name, value in front.items() if isinstance(value, str)), _WORD) | shown
    if front.get("facets"):
        shown["facets"] = {_WORD: _WORD}
    return shown


@dataclass(frozen=True, slots=True)
class ContentsMarkup:
    """How the theme lists a heading: ``leaf`` without others below; ``before`` and ``after`` around them."""

    leaf: str = ""
    before: str = ""
    after: str = ""

    def of(self, headings: Iterable[Heading]) -> str:
        """Write a list of headings."""
        return "".join(self._entry(heading) for heading in headings)

    def _entry(self, heading: Heading) -> str:
        if not heading.below:
            return _named(self.leaf, heading, "c", "d")
        start, end = (_named(piece, heading, "a", "b") for piece in (self.before, self.after))
        return f"{start}{self.of(heading.below)}{end}"


def _named(piece: str, heading: Heading, words: str, anchor: str) -> str:
    # Some builders' lists keep the markup of a heading, others have its words alone.
    rich = piece.replace(f"<b>{_WORD}-{words}</b>", heading.html)
    quoted = rich.replace(f'"{_WORD}-{words}"', f'"{escape(heading.words)}"')
    return quoted.replace(f"{_WORD}-{words}", heading.words).replace(f"{_WORD}-{anchor}", heading.anchor)


_ENTRIES = re.compile(r"(<li\b.*?)(<li\b.*?</li>)(.*</li>)", re.DOTALL)


def _contents_markup(toc: str) -> ContentsMarkup:
    found = _ENTRIES.search(toc)
    return ContentsMarkup(found[2], found[1], found[3]) if found else ContentsMarkup()


@dataclass(frozen=True, slots=True)
class Shell:
    """Pieces of HTML; every second one is the name of a part to be put in.

    ``body`` are the pieces of what the theme puts around an article, which is a part of ``outer``.
    """

    outer: tuple[str, ...]
    body: tuple[str, ...]
    contents: ContentsMarkup = ContentsMarkup()

    @property
    def is_searched(self) -> bool:
        """Whether the search finds pages with this shell."""
        return any("data-pagefind-body" in piece for piece in self.body[::2])

    def filled(self, parts: Mapping[str, str], *, marked: bool = False) -> str:
        """Put these parts into the shell; a part called ``body`` replaces all that surrounds the article.

        ``marked`` keeps the comments around the parts.
        """
        body = parts["body"] if "body" in parts else _joined(self.body, parts)
        all_parts = {**parts, "body": body}
        if marked:
            all_parts = {
                name: f"<!--page:{name}-->{part}<!--/page:{name}-->" for name, part in all_parts.items()
            }
        return _joined(self.outer, all_parts)


def _joined(pieces: tuple[str, ...], parts: Mapping[str, str]) -> str:
    return "".join(parts.get(piece, "") if at % 2 else piece for at, piece in enumerate(pieces))


class NoShellError(SiteError):
    """Pages cannot be put together: their parts are not marked, or the theme writes of them elsewhere."""


def shell(stub: str, path: str) -> Shell:
    """Take the shell from a stub as built; ``path`` names it in errors.

    Raises NoShellError where the theme does not mark the parts, or writes of a page outside of them.
    """
    missing = MARKS - set(_NAMES.findall(stub))
    if missing:
        raise NoShellError(f"the theme does not mark the {', '.join(sorted(missing))} of a page")
    outer = _PART.split(stub)
    texts = dict(zip(outer[1::3], outer[2::3], strict=True))
    body = texts["body"]
    if not _ARTICLE.search(body):
        raise NoShellError(f"the theme changes the words of a page (seen in {path})")
    marked = _ARTICLE.sub(
        lambda stub: f"<!--page:title-->.<!--/page:title-->{stub[1]}<!--page:rest-->.<!--/page:rest-->",
        body,
    )
    made = Shell(_split(stub), _split(marked), _contents_markup(texts.get("toc", "")))
    if any(_WORD in piece for piece in (*made.outer[::2], *made.body[::2])):
        raise NoShellError(f"the theme writes of a page outside of its parts (seen in {path})")
    return made


def _split(html: str) -> tuple[str, ...]:
    pieces = _PART.split(html)
    return tuple(piece for at, piece in enumerate(pieces) if at % 3 != 2)


def split_article(html: str) -> dict[str, str]:
    """Give the parts ``title`` and ``rest`` of an article: what its first heading ends, and what follows."""
    before, end, after = html.partition("</h1>")
    return {"title": before + end, "rest": after} if end else {"title": "", "rest": html}


def stub_path(shape: Shape) -> str:
    """Give the file below docs/ where the builder makes the shell of a shape."""
    if shape.place.endswith(".md"):
        return shape.place
    name = hashlib.sha256(repr(shape).encode()).hexdigest()[:12]
    return f"{shape.place}stub-{name}.md"
