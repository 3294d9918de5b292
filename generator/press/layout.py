"""The layout of pages: words in the shells of pages that the builder made, of today and of earlier days.

The shell of an edition's page is moved two folders down, to where editions are: links to what exists
once for the whole site (the theme's files, the hand-written pages) are lengthened, all others then stay
in the edition.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import escape
from typing import Any

from generator.press.markdown_html import Article
from generator.press.shells import Shape, Shell, split_article
from generator.press.theme_parts import ThemeParts
from generator.site.search_html import for_search
from generator.site.security import Policy
from generator.views.borrowed import as_elements
from generator.views.editions import NoticeWords
from generator.views.page_meta import url

_SHARED = re.compile(r'(?<=\s)(href|src)="((?:\.\./)*)(?:\./)?((?:assets|about|feeds|data)/)')
_BASE = re.compile(r'("base":\s*")([./]*)(")')
_SEARCH = re.compile(r'\sdata-(?:bundle|page)="[^"]*"')
_DOWN = "../../"
# What an edition does not say: who follows it, or finds it, does so in today's pages.
_OF_TODAY = frozenset({"facets", "feeds", "head", "since"})


def lowered(html: str, depth: int | None = None) -> str:
    """Move HTML of a page of the site into an edition: lengthen links to what all editions share.

    ``depth`` is how many folders below the site the page lies. Only links that lead up to the site from
    there are meant: a record may be called ``about`` too. Without it all are; shells name no records.
    """

    def lengthened(link: re.Match[str]) -> str:
        shared = depth is None or len(link[2]) == depth * len("../")
        return f'{link[1]}="{_DOWN}{link[2]}{link[3]}' if shared else link[0]

    return _SHARED.sub(lengthened, html)


def _lowered(shell: Shell) -> Shell:
    return replace(shell, outer=_pieces_lowered(shell.outer), body=_pieces_lowered(shell.body))


def _pieces_lowered(pieces: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(piece if at % 2 else _piece_lowered(piece) for at, piece in enumerate(pieces))


def _piece_lowered(piece: str) -> str:
    # The search knows today's facts: in an edition its button leads to the edition's own A to Z.
    plain = _SEARCH.sub("", lowered(piece))
    return _BASE.sub(lambda base: f"{base[1]}{_DOWN}{base[2]}{base[3]}", plain)


@dataclass(frozen=True, slots=True)
class TodaysPage:
    """A page of today: its place in docs/, its shape, its words, and its front matter."""

    path: str
    shape: Shape
    article: Article
    front: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EditionPage:
    """A page of an edition: its place in docs/, its words, what its head says.

    ``layout`` names the kind of page whose shell it has, ``site_title`` the explainer as it was called
    then.
    """

    path: str
    layout: str
    article: Article
    front: Mapping[str, Any]
    title: str
    description: str
    site_title: str


@dataclass(frozen=True)
class PageAssembler:
    """What puts pages together: the shells, by shape and for editions by layout, and how the notice reads.

    ``today`` holds the places in docs/ of the pages that there are now. ``sealed`` pages get a policy,
    ``wasm`` lets it run the search.
    """

    notice: NoticeWords
    theme_parts: ThemeParts
    shells: Mapping[Shape, Shell]
    layouts: Mapping[str, Shape]
    today: frozenset[str]
    sealed: bool = True
    _shells: dict[tuple[Shape, bool], tuple[Shell, Policy]] = field(default_factory=dict)

    def todays(self, page: TodaysPage) -> tuple[str, bytes]:
        """Write a page of today; give what the search reads of it too, b"" where it does not."""
        parts = {
            **self.theme_parts.of(url(page.path), page.front),
            "site": escape(str(self.theme_parts.config["site_name"])),
            **split_article(page.article.html),
        }
        shell = self.shells[page.shape]
        searched = for_search([("", shell.filled(parts, marked=True).encode("utf-8"))], only_marked=True)
        return self._filled(page.shape, parts, page.article), searched.get("", b"")

    def edition(self, page: EditionPage) -> str:
        """Write a page of an edition."""
        around = self.theme_parts.of(url(page.path), page.front)
        depth = url(page.path).count("/")
        parts = {name: lowered(html, depth) for name, html in around.items() if name not in _OF_TODAY}
        parts |= {
            "crumbs": self._notice(page.path) + parts.get("crumbs", ""),
            "head": _head(page, _up(url(page.path))),
            "site": escape(page.site_title),
            "body": lowered(page.article.html, depth),
        }
        return self._filled(self.edition_shape(page.layout, page.path), parts, page.article)

    def _filled(self, shape: Shape, parts: Mapping[str, str], article: Article) -> str:
        """Fill a shell, that of an edition where the parts hold a body; give the page its policy."""
        key = shape, "body" in parts
        if key not in self._shells:
            found = _lowered(self.shells[shape]) if "body" in parts else self.shells[shape]
            self._shells[key] = found, Policy.of(found.filled({"body": ""} if "body" in parts else {}))
        shell, policy = self._shells[key]
        html = shell.filled({**parts, "toc": shell.contents.of(article.contents)})
        if not self.sealed:
            return html
        for part in parts.values():
            if "<script" in part or "style" in part:
                policy |= Policy.of(part)
        return policy.put_into(html, wasm=True)

    def edition_shape(self, layout: str, path: str) -> Shape:
        """Find a shape of a page's layout, or another as deep where none has that today."""
        return self.layouts.get(layout) or self.layouts[_depth(path)]

    def _notice(self, path: str) -> str:
        here = url(path)
        home = _up(here) + "../../"
        words = self.notice
        day = '<span class="edition-day"></span>'
        return as_elements(
            f'<aside class="edition" aria-label="{escape(words.label)}" data-editorial="" data-page="{here}">'
            f"<p>{escape(words.before)}{day}{escape(words.after)}</p>"
            f'<p class="edition-ways"><a href="{home}{here if path in self.today else ""}">'
            f'{escape(words.today)}</a> <a class="edition-others" href="{_up(here)}day/">'
            f"{escape(words.others)}</a></p></aside>"
        )


def layouts(shapes: Mapping[str, tuple[str, Shape]]) -> dict[str, Shape]:
    """Give a shape for each layout and each depth of pages: path in docs/ -> its layout and shape.

    Retired records come last: their pages have no contents, nor have their shells a place for them.
    """
    found: dict[str, Shape] = {}
    for path, (layout, shape) in sorted(shapes.items(), key=lambda one: (not one[1][1].has_contents, one[0])):
        found.setdefault(layout, shape)
        found.setdefault(_depth(path), shape)
    return found


def _depth(path: str) -> str:
    return f"depth {url(path).count('/')}"


def _up(url: str) -> str:
    return "../" * url.count("/")


def _sent_on(way: str) -> str:
    """Send readers of a page on to another of the edition, and to the anchor that they came for."""
    script = f"if (location.hash) location.replace({json.dumps(way)} + location.hash)"
    refresh = f'<meta http-equiv="refresh" content="0; url={escape(way)}">'
    return refresh if "#" in way else f"{refresh}<script>{script}</script>"


def _head(page: EditionPage, up: str) -> str:
    titles = dict.fromkeys((page.title, page.site_title))
    return (_sent_on(f"{up}{page.front['moved']}") if page.front.get("moved") else "") + (
        '<meta name="robots" content="noindex">'
        f'<meta name="description" content="{escape(page.description)}">'
        f"<title>{escape(' - '.join(titles))}</title>"
        f'<link rel="stylesheet" href="{up}day.css">'
    )
