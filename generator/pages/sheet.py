"""From what a page holds to the whole text of its file: head, body, foot, data for machines."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeAlias

from generator.derive.retired import SHARED
from generator.model.refs import Target
from generator.pages.addresses import retired_anchor, with_links
from generator.pages.page import Page
from generator.pages.search_facets import search_facets
from generator.pages.templating import environment
from generator.pages.writer import Writer
from generator.views.context import Context
from generator.views.page_meta import PageMeta, page_meta, url
from generator.views.retired import retired_from

_BLANKS = re.compile(r"\n{3,}")
_FOOT = "foot.md.j2"
_GONE = "gone.md.j2"


LinkedData: TypeAlias = Callable[[Context, PageMeta, Callable[[Target], str]], str]


@dataclass(frozen=True, slots=True)
class PageContent:
    """What a page kind's function hands to its template.

    ``moved`` is the file and anchor that readers of the page are sent on to, or "".
    """

    path: str
    title: str
    template: str
    page: Any
    description: str = ""
    moved: str = ""

    @property
    def kind(self) -> str:
        """The kind of page: what its template is called."""
        return self.template.partition(".")[0]


@dataclass(frozen=True, slots=True)
class PageTask:
    """A page to be made. ``make`` reads what it needs of the context; ``given`` is what it is told beside."""

    path: str
    make: Callable[[], PageContent]
    given: Any = None


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What pages take from outside the facts.

    ``site`` is the public address of the site, or ""; ``linked_data`` makes the JSON-LD of a page,
    given a function for the addresses in it. ``editions`` are the days that pages offer beside
    their own.
    """

    site: str = ""
    linked_data: LinkedData | None = None
    editions: tuple[date, ...] = ()


NOTHING = SiteInfo()


def write(made: Context, content: PageContent, site_info: SiteInfo) -> Page:
    """Write one page, all but its stamp. The foot comes last: it tells of everything above it."""
    about = page_meta(made, content.path, content.kind, (content.title, content.description))
    about = replace(about, moved=url(content.moved))
    writer = Writer(made, about, site_info.site, bool(site_info.editions))
    known = {"title": content.title, "about": about, "found": search_facets(made, content.path), "w": writer}
    templates = environment(made.language.code)
    body = templates.get_template(content.template).render(page=content.page, **known)
    known["gone"] = [
        (line, retired_anchor(made, line.id)) for line in retired_from(made, _record_of(content.path))
    ]
    gone = templates.get_template(_GONE).render(**known)
    foot = templates.get_template(_FOOT).render(**known)
    # Templates leave blank lines where optional parts are absent; one is enough for Markdown.
    text = _BLANKS.sub("\n\n", f"{body.strip()}\n\n{gone.strip()}\n\n{foot.strip()}\n").strip() + "\n"
    text = with_links(text, content.path)
    about = replace(about, changed=writer.changed)
    if site_info.linked_data:
        data = site_info.linked_data(made, about, writer.link_to)
        text += f'\n<script type="application/ld+json">{data}</script>\n'
    return Page(content.path, content.title, text, about)


def _record_of(path: str) -> str:
    """The record whose page a file is, as the retired ids that it tells of name it; no id for an overview."""
    if path == "casualties.md":
        return SHARED
    folder, slash, name = path.removesuffix(".md").partition("/")
    is_its_own = slash and name != "index" and folder != "disagreements"
    return name if is_its_own else f" {folder}"
