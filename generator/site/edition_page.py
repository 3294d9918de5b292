"""One page of an edition: another day's words in the shell of today's page."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from generator.site.article import Article
from generator.site.security import protected
from generator.site.shell import Shell, lowered, shell
from generator.views.editions import NoticeWords
from generator.views.subject import url


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it reads since a day: its place in docs/, its words, what its head says.

    ``site_title`` is what the explainer was called then.
    """

    path: str
    since: str
    article: Article
    title: str
    description: str
    site_title: str


@dataclass(frozen=True, slots=True)
class Press:
    """What makes the pages: the shells of today's pages, by kind, and how the notice reads.

    ``today`` holds the places in docs/ of the pages that there are now.
    """

    notice: NoticeWords
    shells: dict[str, Shell]
    today: frozenset[str]

    def page(self, leaf: Leaf) -> bytes:
        """The whole page, with its security policy."""
        parts = {
            "head": _head(leaf, _up(url(leaf.path))),
            "facets": "",
            "site": escape(leaf.site_title),
            "body": self._notice(leaf.path) + lowered(leaf.article.html),
            "toc": leaf.article.contents,
        }
        return protected(self._shell(leaf.path).filled(parts), wasm=True).encode("utf-8")

    def _shell(self, path: str) -> Shell:
        return self.shells.get(kind_of(path)) or self.shells[f"depth {url(path).count('/')}"]

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


def kind_of(path: str) -> str:
    """What pages share a shell: those of one folder, but for its overview."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/*" if folder and name != "index.md" else path


def shells(site: Path, paths: Iterable[str]) -> dict[str, Shell]:
    """The shells of a built site's pages, ``paths`` in docs/: one for each kind, and for each depth.

    To be read before the pages get their policies. All pages of a kind have the same shell.
    """
    found: dict[str, Shell] = {}
    for path in sorted(paths):
        kind = kind_of(path)
        if kind not in found:
            found[kind] = shell((site / url(path) / "index.html").read_text(encoding="utf-8"))
            found.setdefault(f"depth {url(path).count('/')}", found[kind])
    return found


def _up(url: str) -> str:
    return "../" * url.count("/")


def _head(leaf: Leaf, up: str) -> str:
    titles = dict.fromkeys((leaf.title, leaf.site_title))
    return (
        '<meta name="robots" content="noindex">'
        f'<meta name="description" content="{escape(leaf.description)}">'
        f"<title>{escape(' - '.join(titles))}</title>"
        f'<link rel="stylesheet" href="{up}day.css">'
    )
