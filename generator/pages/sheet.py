"""From what a page holds to the whole text of its file: head, body, foot, data for machines."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeAlias

from generator.derive.retired import SHARED
from generator.pages.addresses import retired_anchor
from generator.pages.environment import environment
from generator.pages.findable import findable
from generator.pages.page import Page
from generator.pages.writer import Writer
from generator.views.context import Context
from generator.views.retired import gone_from
from generator.views.subject import Subject, subject, url

_BLANKS = re.compile(r"\n{3,}")
_FOOT = "foot.md.j2"
_GONE = "gone.md.j2"


LinkedData: TypeAlias = Callable[[Context, Subject, Callable[[str], str]], str]


@dataclass(frozen=True, slots=True)
class Sheet:
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
class Plan:
    """A page to be made. ``make`` reads what it needs of the context; ``given`` is what it is told beside."""

    path: str
    make: Callable[[], Sheet]
    given: Any = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What pages take from outside the facts.

    ``site`` is the public address of the site, or ""; ``linked_data`` makes the JSON-LD of a page,
    given a function for the addresses in it. ``editions`` are the days that pages offer beside
    their own.
    """

    site: str = ""
    linked_data: LinkedData | None = None
    editions: tuple[date, ...] = ()


NOTHING = Surroundings()


def write(made: Context, sheet: Sheet, around: Surroundings) -> Page:
    """Write one page, all but its stamp. The foot comes last: it tells of everything above it."""
    about = subject(made, sheet.path, sheet.kind, (sheet.title, sheet.description))
    about = replace(about, moved=url(sheet.moved))
    writer = Writer(made, about, around.site, bool(around.editions))
    known = {"title": sheet.title, "about": about, "found": findable(made, sheet.path), "w": writer}
    templates = environment(made.language.code)
    body = templates.get_template(sheet.template).render(page=sheet.page, **known)
    known["gone"] = [
        (line, retired_anchor(made, line.id)) for line in gone_from(made, _record_of(sheet.path))
    ]
    gone = templates.get_template(_GONE).render(**known)
    foot = templates.get_template(_FOOT).render(**known)
    # Templates leave blank lines where optional parts are absent; one is enough for Markdown.
    text = _BLANKS.sub("\n\n", f"{body.strip()}\n\n{gone.strip()}\n\n{foot.strip()}\n").strip() + "\n"
    about = replace(about, changed=writer.changed)
    if around.linked_data:
        data = around.linked_data(made, about, writer.link_to)
        text += f'\n<script type="application/ld+json">{data}</script>\n'
    return Page(sheet.path, sheet.title, text, tuple(sorted(writer.used)), about)


def _record_of(path: str) -> str:
    """The record whose page a file is, as the retired ids that it tells of name it; no id for an overview."""
    if path == "casualties.md":
        return SHARED
    folder, slash, name = path.removesuffix(".md").partition("/")
    is_its_own = slash and name != "index" and folder != "disagreements"
    return name if is_its_own else f" {folder}"
