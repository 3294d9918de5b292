"""Pages of today as they are kept from one build to the next, named by all that they were made from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2

from generator.derive.trace import Digests, Reading, digest
from generator.model.dates import parse_when
from generator.pages.page import Page, PageTask
from generator.press.markdown_html import Article, Heading
from generator.press.shells import Shape
from generator.store import read_note, write_note
from generator.views.known_words import Dating
from generator.views.page_meta import PageMeta


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What is known of a page without its words, which the store has by ``key``.

    ``task_hash`` stands for what was to be made.
    ``text_hash`` is the SHA-256 of its file in docs/, ``length`` the number of its characters.
    """

    key: str
    task_hash: bytes
    meta: PageMeta
    shape: Shape
    text_hash: bytes
    length: int

    @property
    def path(self) -> str:
        """The page's file below docs/."""
        return self.meta.path


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page of today and its article."""

    page: Page
    article: Article


def hash_of_task(task: PageTask) -> bytes:
    """Hash what a page is told before it reads anything."""
    return digest((task.kind.name, task.path, task.record, task.given, task.layout))


def page_key(base: bytes, task_hash: bytes, readings: Iterable[Reading], digests: Digests) -> str:
    """Name a page by what it is made from: the task, all that is read for it, and all else (``base``)."""
    return sha256(b"".join([base, task_hash, *map(digests.of, readings)])).hexdigest()


def packed(made: MadePage) -> bytes:
    """Write a page and its article down."""
    article = made.article
    contents = [_heading_told(heading) for heading in article.contents]
    return cbor2.dumps([*_page_told(made.page), article.html, contents])


def unpacked(content: bytes) -> MadePage:
    """Read a page and its article that were written down."""
    *page, html, contents = cbor2.loads(content)
    return MadePage(_page(page), Article(html, tuple(map(_heading, contents))))


def packed_page(page: Page) -> bytes:
    """Write a page down that has no article yet."""
    return cbor2.dumps(_page_told(page))


def unpacked_page(content: bytes) -> Page:
    """Read a page that was written down without an article."""
    return _page(cbor2.loads(content))


def _page_told(page: Page) -> list[Any]:
    return [page.title, page.front, page.body, _meta_told(page.meta)]


def _page(told: Sequence[Any]) -> Page:
    title, front, body, meta = told
    about = _meta(meta)
    return Page(about.path, title, front, body, about)


def _heading_told(heading: Heading) -> list[Any]:
    return [heading.anchor, heading.words, heading.html, [_heading_told(below) for below in heading.below]]


def _heading(told: list[Any]) -> Heading:
    anchor, words, html, below = told
    return Heading(anchor, words, html, tuple(map(_heading, below)))


_META = tuple(field.name for field in fields(PageMeta))


def _meta_told(meta: PageMeta) -> dict[str, Any]:
    told = {name: value for name in _META if (value := getattr(meta, name))}
    return {name: _dating_told(value) if isinstance(value, Dating) else value for name, value in told.items()}


def _dating_told(dating: Dating) -> tuple[str, str, str]:
    return dating.day.isoformat(), str(dating.told or ""), dating.read.isoformat() if dating.read else ""


def _dating(told: Sequence[str]) -> Dating:
    day, when, read = told
    told_when = parse_when(when) if when else None
    return Dating(date.fromisoformat(day), told_when, date.fromisoformat(read) if read else None)


def _meta(told: Mapping[str, Any]) -> PageMeta:
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in told.items()
    }
    if "changed" in known:
        known["changed"] = _dating(known["changed"])
    if "breadcrumbs" in known:
        known["breadcrumbs"] = tuple((words, path) for words, path in known["breadcrumbs"])
    return PageMeta(**{"record": "", **known})


class LastPages:
    """What the last build knew of each page: its record, and a hash of its task. Safe to delete."""

    def __init__(self, path: Path, base: bytes) -> None:
        """Read what there is in a file; nothing of it counts where ``base`` is another."""
        self._path, self._base = path, base
        self._known: dict[str, list[Any]] = {}
        self._shapes: list[Shape] = []
        try:
            told = read_note(path)
            if told["base"] == base:
                self._shapes = [Shape(*one) for one in told["shapes"]]
                self._known = told["pages"]
        except (ValueError, KeyError, TypeError):
            self._known, self._shapes = {}, []  # of another version, or half of one

    def find(self, path: str, task_hash: bytes) -> PageRecord | None:
        """Give the record of a page that was made for the same task."""
        known = self._known.get(path)
        if known is None or known[0] != task_hash:
            return None
        _, key, meta, shape, text_hash, length = known
        return PageRecord(key, task_hash, _meta(meta), self._shapes[shape], text_hash, length)

    def save(self, records: Iterable[PageRecord]) -> None:
        """Write down what is known of each page now."""
        shapes: dict[Shape, int] = {}
        pages: dict[str, list[Any]] = {}
        for one in records:
            shape = shapes.setdefault(one.shape, len(shapes))
            pages[one.path] = [
                *(one.task_hash, one.key, _meta_told(one.meta), shape, one.text_hash, one.length)
            ]
        told = {
            "base": self._base,
            "shapes": [[one.place, one.front, one.heading, one.has_contents] for one in shapes],
            "pages": pages,
        }
        write_note(self._path, told)
