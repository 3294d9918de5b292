"""Cite this page: the same reference as a sentence, as BibTeX and as CSL JSON.

BibTeX as in its manual's `@misc` entry; CSL JSON as in the input schema of
citationstyles.org (version 1.0.2).
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model.interface_words import InterfaceWords
from generator.views.context import Context, remembered
from generator.views.isolation import joined_apart
from generator.views.language import N_, Language, language
from generator.views.page_meta import PageMeta
from generator.views.rich_text import plain_text

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEX = re.compile(r"[\\{}%&#_$~^]")
_TEX_NAMES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True, slots=True)
class PageCitation:
    """How to cite a page: in words, for BibTeX, and for reference managers."""

    words: str
    bibtex: str
    csl: str


@dataclass(frozen=True, slots=True)
class EditionStamp:
    """What every page of an edition says of it: the day it speaks of, and what the explainer is called then.

    ``story`` is the last day of the story that it can speak of, ``code`` its language, ``own`` the interface
    words that the explainer brings for it.
    """

    code: str
    day: date
    story: date
    time_zone: str
    publisher: str
    title: str
    own: InterfaceWords | None = None

    @property
    def language(self) -> Language:
        """The language of the edition."""
        return language(self.code, self.own)


@remembered
def edition_stamp(context: Context) -> EditionStamp:
    """Give what every page of an edition says of it."""
    asked = context.queries
    title = plain_text(context.text(asked.headline.title))
    zone, publisher = asked.time_zone, asked.publisher
    words = context.language
    return EditionStamp(words.code, context.stamp, asked.story_day, zone, publisher, title, words.own)


def citation(stamp: EditionStamp, meta: PageMeta, site: str) -> PageCitation:
    """How to cite a page of an edition. ``site`` is the public address of the site, or ""."""
    fields = _Fields.of(stamp, meta, site)
    return PageCitation(_words(stamp.language, fields), _bibtex(fields), _csl(fields))


def known_words(day: date, time_zone: str, words: Language) -> str:
    """Give the line that says which day an edition speaks of, in the explainer's time zone (IANA name)."""
    zone = words.zone(time_zone)
    pattern = words.gettext(N_("As known on %(date)s (%(zone)s)."))
    return pattern % {"date": words.day(day), "zone": zone}


@dataclass(frozen=True, slots=True)
class _Fields:
    """What every form of the reference says."""

    key: str
    title: str
    container: str
    publisher: str
    day: tuple[int, int, int]
    known: str
    address: str
    path: str
    language: str

    @classmethod
    def of(cls, stamp: EditionStamp, meta: PageMeta, site: str) -> "_Fields":
        day, name = stamp.day, stamp.title
        return cls(
            key="-".join(filter(None, (meta.record or meta.kind, meta.part, day.isoformat()))),
            title=meta.title,
            container="" if meta.title == name else name,
            publisher=stamp.publisher,
            day=(day.year, day.month, day.day),
            known=known_words(day, stamp.time_zone, stamp.language),
            address=site.rstrip("/") + "/" + meta.url if site else "",
            path=meta.url or "/",
            language=stamp.code,
        )


def _words(words: Language, fields: _Fields) -> str:
    direction = words.direction
    title = words.gettext(N_("“{title}”")).format(title=joined_apart(fields.title, direction))
    work = ", ".join(part for part in (title, joined_apart(fields.container, direction)) if part)
    # Without a public address of the site, the page's place in it is all that can honestly be said.
    path = joined_apart(fields.path, direction)
    where = fields.address or words.gettext(N_("Page of the site: {path}")).format(path=path)
    publisher = joined_apart(fields.publisher.rstrip("."), direction)
    return f"{publisher}. {work}. {fields.known} {where}"


def _bibtex(fields: _Fields) -> str:
    year, month, _ = fields.day
    lines = {
        "author": f"{{{{{_tex(fields.publisher)}}}}}",
        "title": f"{{{_tex(fields.title)}}}",
        "howpublished": f"{{{_tex(fields.container)}}}" if fields.container else "",
        "year": f"{{{year}}}",
        "month": _MONTHS[month - 1],
        "note": f"{{{_tex(fields.known.rstrip('.'))}}}",
        "url": f"{{{fields.address}}}" if fields.address else "",
        "language": f"{{{fields.language}}}",
    }
    body = ",\n".join(f"  {name} = {value}" for name, value in lines.items() if value)
    return f"@misc{{{fields.key},\n{body}\n}}"


def _tex(words: str) -> str:
    return _TEX.sub(lambda found: _TEX_NAMES.get(found[0], f"\\{found[0]}"), words)


def _csl(fields: _Fields) -> str:
    item: dict[str, Any] = {
        "id": fields.key,
        "type": "webpage",
        "title": fields.title,
        "container-title": fields.container,
        "author": [{"literal": fields.publisher}],
        "issued": {"date-parts": [list(fields.day)]},
        "note": fields.known,
        "URL": fields.address,
        "language": fields.language,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False)
