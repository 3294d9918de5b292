"""Editions of earlier days below ``at/DATE/`` of a built site, each page of the form of today's.

A page that says the same on several days is made once and, where the file system allows, stored
once: its bytes name no day. What differs between days stands beside it in the edition's folder:
``day.css`` writes the day into the notice of every page, ``day/`` leads to the list of all days.
``at/days.json``, outside all editions, tells scripts which days there are.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.press.layout import EditionPage, PageAssembler
from generator.site.last_site import SiteFiles
from generator.site.security import protected
from generator.views.page_meta import url

FOLDER = "at"


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """One edition: its day as in addresses, and pages of it by their place in docs/."""

    name: str
    pages: Mapping[str, EditionPage]


def write_pages(site: SiteFiles, days: Iterable[EditionFiles], assembler: PageAssembler) -> dict[str, str]:
    """Write pages of the editions, oldest first, into a site.

    Gives the name of the day on which each address first was one.
    """
    since: dict[str, str] = {}
    for day in days:
        for path, page in day.pages.items():
            since.setdefault(url(path), day.name)
            place = f"{url(path)}index.html"
            if page.since == day.name:
                site.put(f"{FOLDER}/{day.name}/{place}", assembler.edition(page))
            else:
                site.share(f"{FOLDER}/{day.name}/{place}", f"{FOLDER}/{page.since}/{place}")
    return since


def write_days(site: SiteFiles, words: Mapping[str, str], since: Mapping[str, str]) -> None:
    """Write what stands beside the pages: ``words`` name each day, ``since`` when an address came."""
    for name, told in words.items():
        quoted = told.replace("\\", "\\\\").replace('"', '\\"')
        site.put(f"{FOLDER}/{name}/day.css", f'.edition-day::before {{ content: "{quoted}"; }}\n'.encode())
        site.put(f"{FOLDER}/{name}/day/index.html", protected(_way_to_others(name), wasm=True).encode())
    numbers = {name: number for number, name in enumerate(words)}
    first = {here: numbers[name] for here, name in sorted(since.items())}
    all_days = {"days": list(words), "names": list(words.values()), "since": first}
    listed = json.dumps(all_days, ensure_ascii=False, separators=(",", ":"))
    site.put(f"{FOLDER}/days.json", listed.encode())


def _way_to_others(name: str) -> str:
    way = f"../../#d-{name}"
    return (
        f'<!doctype html><html lang="und"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
        f'<meta http-equiv="refresh" content="0; url={way}"><title>{name}</title></head>'
        f'<body><article><p data-editorial=""><a href="{way}">{name}</a></p></article></body></html>\n'
    )
