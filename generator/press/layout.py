"""The layout of an edition's page: another day's words in the shell of today's page.

The theme marks what belongs to a page with comments, ``<!--page:NAME-->`` to ``<!--/page:NAME-->``;
the shell is all else. It is moved two folders down, to where editions are: links to what exists once
for the whole site (the theme's files, the hand-written pages) are lengthened, all others then stay in
the edition.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from generator.press import parts
from generator.press.markdown_html import Article
from generator.site.files import SiteError
from generator.site.security import protected
from generator.views.editions import NoticeWords, notice_words
from generator.views.language import Language
from generator.views.page_meta import PageMeta, url

_PART = re.compile(r"<!--page:(\w+)-->.*?<!--/page:\1-->", re.DOTALL)
_SHARED = re.compile(r'(?<=\s)(href|src)="((?:\.\./)*|\./)(assets|about|feeds|data)/')
_BASE = re.compile(r'("base":\s*")([./]*)(")')
_SEARCH = re.compile(r'\sdata-(?:bundle|page)="[^"]*"')
_DOWN = "../../"
# What an edition says otherwise or not at all; `toc` is not on every page.
PARTS = frozenset({"head", "facets", "site", "body", "toc", "since", "feeds", *parts.NAMES})


@dataclass(frozen=True, slots=True)
class Shell:
    """Pieces of HTML, every second one the name of a part to be put in."""

    pieces: tuple[str, ...]

    def filled(self, parts: Mapping[str, str]) -> str:
        """Put these parts into the shell."""
        return "".join(parts.get(piece, "") if at % 2 else piece for at, piece in enumerate(self.pieces))


def shell(page: str) -> Shell:
    """Take the shell from a built page. Raises SiteError where the theme does not mark all parts."""
    pieces = _PART.split(page)
    missing = PARTS - {"toc", "feeds"} - set(pieces[1::2])
    if missing:
        raise SiteError(
            f"the theme's pages do not mark their {', '.join(sorted(missing))}, which editions of earlier"
            " days need: compare theme/ with that of a new explainer, or build with --no-editions"
        )
    return Shell(tuple(piece if at % 2 else _lowered(piece) for at, piece in enumerate(pieces)))


def lowered(html: str) -> str:
    """Move HTML of a page of the site into an edition: lengthen links to what all editions share."""
    return _SHARED.sub(lambda link: f'{link[1]}="{_DOWN}{link[2].removeprefix("./")}{link[3]}/', html)


def _lowered(piece: str) -> str:
    # The search knows today's facts: in an edition its button leads to the edition's own A to Z.
    plain = _SEARCH.sub("", lowered(piece))
    return _BASE.sub(lambda base: f"{base[1]}{_DOWN}{base[2]}{base[3]}", plain)


@dataclass(frozen=True, slots=True)
class EditionPage:
    """A page as it reads since a day: its place in docs/, its words, what its head says.

    ``parts`` are those that the theme makes from front matter, by name. ``layout`` names the kind of
    page whose shell it has, ``site_title`` the explainer as it was called then.
    """

    path: str
    layout: str
    since: str
    article: Article
    parts: Mapping[str, str]
    title: str
    description: str
    site_title: str


@dataclass(frozen=True, slots=True)
class PageAssembler:
    """What makes the pages: the shells of today's pages, by layout, and how the notice reads.

    ``today`` holds the places in docs/ of the pages that there are now.
    """

    notice: NoticeWords
    shells: dict[str, Shell]
    today: frozenset[str]

    def page(self, page: EditionPage) -> bytes:
        """Write the whole page, with its security policy."""
        around = {name: lowered(html) for name, html in page.parts.items()}
        own = {
            **around,
            "crumbs": self._notice(page.path) + around["crumbs"],
            "head": _head(page, _up(url(page.path))),
            "site": escape(page.site_title),
            "body": lowered(page.article.html),
            "toc": page.article.contents,
        }
        return protected(self._shell(page).filled(own), wasm=True).encode("utf-8")

    def _shell(self, page: EditionPage) -> Shell:
        """Find the shell of the page's layout, or of another as deep where none has that today."""
        return self.shells.get(page.layout) or self.shells[_depth(page.path)]

    def _notice(self, path: str) -> str:
        here = url(path)
        home = _up(here) + "../../"
        words = self.notice
        day = '<span class="edition-day"></span>'
        return (
            f'<aside class="edition" aria-label="{escape(words.label)}" data-editorial="" data-page="{here}">'
            f"<p>{escape(words.before)}{day}{escape(words.after)}</p>"
            f'<p class="edition-ways"><a href="{home}{here if path in self.today else ""}">'
            f'{escape(words.today)}</a> <a class="edition-others" href="{_up(here)}day/">'
            f"{escape(words.others)}</a></p></aside>"
        )


def page_assembler(site: Path, words: Language, metas: Sequence[PageMeta]) -> PageAssembler:
    """Prepare what makes pages of editions from a built site with these pages.

    To be made before the pages get their policies.
    """
    today = frozenset(meta.path for meta in metas)
    return PageAssembler(notice_words(words), shells(site, metas), today)


def shells(site: Path, metas: Iterable[PageMeta]) -> dict[str, Shell]:
    """Take the shells of a built site's pages: one for each layout, and for each depth.

    All pages of a kind have the same shell. What is retired may lend it only where nothing else of its
    layout is left: its page has no contents, and the shell no place for them.
    """
    found: dict[str, Shell] = {}
    for meta in sorted(metas, key=lambda meta: meta.kind != meta.layout):
        if meta.layout not in found:
            found[meta.layout] = shell((site / meta.url / "index.html").read_text(encoding="utf-8"))
            found.setdefault(_depth(meta.path), found[meta.layout])
    return found


def _depth(path: str) -> str:
    return f"depth {url(path).count('/')}"


def _up(url: str) -> str:
    return "../" * url.count("/")


def _head(page: EditionPage, up: str) -> str:
    titles = dict.fromkeys((page.title, page.site_title))
    return (
        '<meta name="robots" content="noindex">'
        f'<meta name="description" content="{escape(page.description)}">'
        f"<title>{escape(' - '.join(titles))}</title>"
        f'<link rel="stylesheet" href="{up}day.css">'
    )
