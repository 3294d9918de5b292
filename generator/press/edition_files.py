"""What stands beside the pages of editions, below ``at/DATE/`` of a built site.

A page says the same on many days; its bytes name no day. So it is stored once, and where it would stand
again there is a small *stand-in*: a script puts the page in its place, so that readers stay in the edition
that they are in; without one a link leads to it. What differs between days stands in the edition's folder:
``day.css`` writes the day into the notice of every page, ``day/`` leads to the list of all days.
``at/days.json``, outside all editions, tells scripts which days there are.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from html import escape

from generator.press.editions import FOLDER
from generator.site.last_site import SiteFiles
from generator.site.security import protected
from generator.views.borrowed import as_elements
from generator.views.editions import NoticeWords, left_out_words, same_words
from generator.views.language import Language

_SCRIPT_NAME = "stand-in.js"
_SCRIPT = """// Puts the page that says the same in the place of this one: its links then stay in the edition.
(async () => {
  const way = document.querySelector("a.stands-for");
  try {
    const answer = await fetch(way.href);
    if (!answer.ok) return;
    const page = await answer.text();
    document.open();
    document.write(page);
    document.close();
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  } catch {
    // Read from a disk, for one: the link leads there.
  }
})();
"""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
_REFRESH = re.compile(r'<meta http-equiv="refresh" content="[^"]*">')
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)


def place_of(day: str, url: str) -> str:
    """Give the file below the site of a page of an edition; ``day`` as in addresses."""
    return f"{FOLDER}/{day}/{url}index.html"


def stand_in(page: str, url: str, since: date, words: Language, notice: NoticeWords) -> str:
    """Write what stands for a page of an edition in those that follow.

    It has the policy of the page, under which the page's own scripts run in its place. One of a page that
    only leads on leads on itself.
    """
    up = "../" * url.count("/")
    way = f"{up}../{since.isoformat()}/{url}"
    policy, title = _POLICY.search(page), _TITLE.search(page)
    leads_on = _REFRESH.search(page)
    script = f'<script src="{up}../{_SCRIPT_NAME}" defer></script>'
    head = (
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex">{title[0] if title else "<title></title>"}'
        f'<link rel="stylesheet" href="{up}day.css">'
        f"{leads_on[0] if leads_on else script}"
    )
    day = f'{escape(notice.before)}<span class="edition-day"></span>{escape(notice.after)}'
    body = (
        f'<article data-editorial=""><p>{day}</p>'
        f'<p><a class="stands-for" href="{way}">{escape(same_words(words, since))}</a></p></article>'
    )
    return _small(notice, policy[0] if policy else "", head, body)


def put_days(site: SiteFiles, words: Mapping[str, str], since: Mapping[str, str]) -> None:
    """Write what stands beside the pages: ``words`` name each day, ``since`` when an address came."""
    for name, told in words.items():
        quoted = told.replace("\\", "\\\\").replace('"', '\\"')
        site.put(f"{FOLDER}/{name}/day.css", f'.edition-day::before {{ content: "{quoted}"; }}\n'.encode())
        site.put(f"{FOLDER}/{name}/day/index.html", protected(_way_to_others(name), wasm=True).encode())
    site.put(f"{FOLDER}/{_SCRIPT_NAME}", _SCRIPT.encode())
    numbers = {name: number for number, name in enumerate(words)}
    first = {here: numbers[name] for here, name in sorted(since.items())}
    all_days = {"days": list(words), "names": list(words.values()), "since": first}
    listed = json.dumps(all_days, ensure_ascii=False, separators=(",", ":"))
    site.put(f"{FOLDER}/days.json", listed.encode())


def put_days_left_out(
    site: SiteFiles, days: Mapping[date, date], words: Language, notice: NoticeWords
) -> None:
    """Let the address of each day that has no edition lead to the one before it."""
    for day, earlier in days.items():
        told, on = left_out_words(words, day, earlier)
        head = f'<meta name="robots" content="noindex"><title>{escape(words.day(day))}</title>'
        body = (
            f'<article data-editorial=""><p>{escape(told)}</p>'
            f'<p><a href="../{earlier.isoformat()}/">{escape(on)}</a></p></article>'
        )
        page = protected(_small(notice, "", head, body), wasm=True)
        site.put(place_of(day.isoformat(), ""), page.encode())


def _small(notice: NoticeWords, policy: str, head: str, body: str) -> str:
    return as_elements(
        f'<!doctype html><html lang="{notice.code}" dir="{notice.direction}"><head><meta charset="utf-8">'
        f"{policy}{head}</head><body>{body}</body></html>\n"
    )


def _way_to_others(name: str) -> str:
    way = f"../../#d-{name}"
    return (
        f'<!doctype html><html lang="und"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
        f'<meta http-equiv="refresh" content="0; url={way}"><title>{name}</title></head>'
        f'<body><article><p data-editorial=""><a href="{way}">{name}</a></p></article></body></html>\n'
    )
