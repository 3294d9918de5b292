"""A page from its kind to its text: what a kind says, which page is wanted, what it holds, what was made."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import KW_ONLY, dataclass, replace
from datetime import date
from functools import cached_property
from html import escape
from typing import Any, TypeAlias

from generator.model.refs import Target
from generator.pages.day_placeholders import day_words, filled
from generator.pages.yaml_text import MARK as MARK
from generator.pages.yaml_text import FrontMatter, dumped
from generator.views.citation import EditionStamp
from generator.views.context import Context
from generator.views.page_meta import KindMeta, PageMeta
from generator.views.rich_text import RichText

LinkedData: TypeAlias = Callable[[Context, PageMeta, Callable[[Target], str]], list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What pages take from outside the facts.

    ``site`` is the public address of the site, or ""; ``linked_data`` makes the nodes of a page
    in schema.org, given a function for the addresses in them. ``editions`` are the days that pages
    offer beside their own.
    """

    site: str = ""
    linked_data: LinkedData | None = None
    editions: tuple[date, ...] = ()


NO_SITE_INFO = SiteInfo()


@dataclass(frozen=True, slots=True)
class PageRequest:
    """What the function of a page kind is told of the page that it makes the content of.

    ``record`` is the id of its record, or ""; ``given`` what it is told beside the facts; ``link``
    gives the address of a record or statement as a figure on the page writes it, "" for one without a page.
    """

    record: str
    given: Any
    link: Callable[[Target], str]


@dataclass(frozen=True, slots=True)
class PageContent:
    """What the function of a page kind hands to its template, which knows it as ``page``.

    Without a ``title`` the page is called what its kind is called, without a ``description`` that
    of its record or kind serves. ``moved`` is the record or file that readers are sent on to, or "";
    ``neighbours`` are the records before and after it with their names, in an order of their own.
    ``template`` is the file in ``templates/`` that writes the page in place of the kind's own, or "".
    """

    page: Any
    title: str = ""
    description: str = ""
    moved: Target = ""
    neighbours: tuple[tuple[str, RichText] | None, ...] = ()
    template: str = ""


MakeContent: TypeAlias = Callable[[Context, PageRequest], PageContent]
ListTasks: TypeAlias = Callable[["PageKind", Context, SiteInfo], Iterable["PageTask"]]


@dataclass(frozen=True, slots=True)
class PageTask:
    """A page to be made: its file below docs/, the id of its record or "", what it is told beside facts.

    ``layout`` is the name of the kind that it looks like, "" for its own. ``part`` tells the parts of a
    list from each other, "" for what is no part.
    """

    kind: "PageKind"
    path: str
    record: str = ""
    given: Any = None
    layout: str = ""
    part: str = ""


def each_page(kind: "PageKind", context: Context, site_info: SiteInfo) -> Iterator[PageTask]:
    """List the one page of a kind, or a page for each record of its model."""
    if kind.model is None:
        yield PageTask(kind, kind.path())
    for record in context.queries.all_records:
        if type(record) is kind.model:
            yield PageTask(kind, kind.path(record.id), record.id)


@dataclass(frozen=True)
class PageKind(KindMeta):
    """A kind of page. ``label`` and ``facet`` are words marked with ``N_``.

    ``place`` is a file below docs/ or, with a slash at its end, a folder with a file for each record.
    ``content`` makes what ``template`` (by default NAME.md.j2) shows, ``tasks`` lists the pages.
    ``label`` is what menu and breadcrumbs call it, and the title of pages that give none. ``section``
    is the name of the kind that it belongs to. ``facet`` is what the search calls it; pages without
    one only list what stands on others, and are not found. ``model`` is the class of the records
    whose address such a page is, ``holds`` that of records which have an anchor on it instead.
    """

    place: str
    content: MakeContent
    _: KW_ONLY
    template: str = ""
    tasks: ListTasks = each_page
    label: str = ""
    in_menu: bool = False
    section: str = ""
    facet: str = ""
    in_editions: bool = True
    model: type | None = None
    holds: type | None = None

    def path(self, record: str = "") -> str:
        """Give the file below docs/ of the page, or of that of a record."""
        return f"{self.place}{record}.md" if self.place.endswith("/") else self.place

    @property
    def template_file(self) -> str:
        """The file in ``templates/`` that writes the page."""
        return self.template or f"{self.name}.md.j2"


@dataclass(frozen=True)
class Page:
    """A generated page: ``path`` is relative to docs/.

    ``front`` is what its front matter says: mappings, lists, texts, numbers and truth values alone, so
    that nobody has to read YAML again. ``body`` is the Markdown below it. ``meta`` says of which kind
    and record the page is, and what it is about.
    """

    path: str
    title: str
    front: FrontMatter
    body: str
    meta: PageMeta

    @cached_property
    def text(self) -> str:
        """The whole file. Its front matter opens with ``MARK``."""
        return f"{dumped(self.front)}\n{self.body}"

    @property
    def said(self) -> tuple[FrontMatter, str]:
        """All that the file says: alike for two pages just when their texts are."""
        return self.front, self.body

    def dated(self, stamp: EditionStamp, site: str) -> "Page":
        """Fill in the day of the edition. ``site`` is the edition's public address, or ""."""
        words = day_words(self.meta, stamp, site)
        safe = {part: escape(said, quote=False) for part, said in words.items()}
        return replace(self, front=filled(self.front, words), body=filled(self.body, safe))
