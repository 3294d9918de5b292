"""Pages of today as they are kept from one build to the next, named by all that they were made from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import cbor2

from generator.derive.trace import ALL, Digests, Reading, digest
from generator.model.refs import Ref
from generator.pages.page import Page, PageTask
from generator.press.markdown_html import Article, Heading
from generator.press.shells import Shape
from generator.views.page_meta import PageMeta


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What is known of a page without its words, which the store has by ``key``.

    ``text_hash`` is the SHA-256 of its file in docs/, ``length`` the number of its characters.
    """

    key: str
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


def page_key(base: bytes, task: PageTask, readings: Iterable[Reading], digests: Digests) -> str:
    """Name a page by what it is made from: the task, all that is read for it, and all else (``base``)."""
    hashed = sha256(base)
    hashed.update(digest((task.kind.name, task.path, task.record, task.given, task.layout)))
    for reading in readings:
        hashed.update(digests.of(reading))
    return hashed.hexdigest()


def packed(made: MadePage) -> bytes:
    """Write a page down."""
    page, article = made.page, made.article
    told = [page.title, page.front, page.body, _meta_told(page.meta), article.html]
    return cbor2.dumps([*told, [_heading_told(heading) for heading in article.contents]])


def unpacked(content: bytes) -> MadePage:
    """Read a page that was written down."""
    title, front, body, meta, html, contents = cbor2.loads(content)
    about = _meta(meta)
    return MadePage(
        Page(about.path, title, front, body, about), Article(html, tuple(map(_heading, contents)))
    )


def _heading_told(heading: Heading) -> list[Any]:
    return [heading.anchor, heading.words, heading.html, [_heading_told(below) for below in heading.below]]


def _heading(told: list[Any]) -> Heading:
    anchor, words, html, below = told
    return Heading(anchor, words, html, tuple(map(_heading, below)))


def _meta_told(meta: PageMeta) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(meta).items()
        if value
    }


def _meta(told: Mapping[str, Any]) -> PageMeta:
    known: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in told.items()
    }
    if "changed" in known:
        known["changed"] = date.fromisoformat(known["changed"])
    if "breadcrumbs" in known:
        known["breadcrumbs"] = tuple((words, path) for words, path in known["breadcrumbs"])
    return PageMeta(**{"record": "", **known})


@dataclass(frozen=True, slots=True)
class TodaysPages:
    """The pages of today, by path, and what was read for each."""

    records: Sequence[PageRecord]
    readings: Mapping[str, Sequence[Reading]]


class LastPages:
    """What the last build knew of each page: its record, and what was read for it. Safe to delete."""

    def __init__(self, path: Path, base: bytes) -> None:
        """Read what there is in a file; nothing of it counts where ``base`` is another."""
        self._path, self._base = path, base
        self.readings: dict[str, tuple[Reading, ...]] = {}
        self.records: dict[str, PageRecord] = {}
        try:
            told = cbor2.loads(path.read_bytes())
            if told["base"] == base:
                self._read(told)
        except (OSError, ValueError, KeyError, TypeError, EOFError, AttributeError):
            self.readings, self.records = {}, {}  # of another version, or half of one

    def _read(self, told: Mapping[str, Any]) -> None:
        every = [_reading(one) for one in told["readings"]]
        shapes = [Shape(*one) for one in told["shapes"]]
        for path, (key, meta, shape, text_hash, length, read) in told["pages"].items():
            self.readings[path] = tuple(every[number] for number in read)
            self.records[path] = PageRecord(key, _meta(meta), shapes[shape], text_hash, length)

    def save(self, pages: "TodaysPages") -> None:
        """Write down what is known of each page now."""
        numbers: dict[Reading, int] = {}
        shapes: dict[Shape, int] = {}
        told_of = {}
        for one in pages.records:
            read = [numbers.setdefault(reading, len(numbers)) for reading in pages.readings[one.path]]
            shape = shapes.setdefault(one.shape, len(shapes))
            told_of[one.path] = [one.key, _meta_told(one.meta), shape, one.text_hash, one.length, read]
        told = {
            "base": self._base,
            "readings": [_reading_told(reading) for reading in numbers],
            "shapes": [[one.place, one.front, one.heading, one.has_contents] for one in shapes],
            "pages": told_of,
        }
        self._path.parent.mkdir(parents=True, exist_ok=True)
        aside = self._path.with_suffix(".new")
        aside.write_bytes(cbor2.dumps(told))
        aside.replace(self._path)


def _reading_told(reading: Reading) -> list[Any]:
    name, item = reading
    if item is ALL:
        return [name]
    return [name, item.record, item.statement] if isinstance(item, Ref) else [name, item]


def _reading(told: list[Any]) -> Reading:
    match told:
        case [name]:
            return name, ALL
        case [name, record, statement]:
            return name, Ref(record, statement)
        case _:
            return told[0], told[1]
