"""Editions of earlier days below ``at/DATE/`` of a built site, each page of the form of today's.

A page that says the same on several days is made once and, where the file system allows, stored
once: its bytes name no day. What differs between days stands beside it in the edition's folder:
``day.css`` writes the day into the notice of every page, ``day/`` leads to the list of all days.
``at/days.json``, outside all editions, tells scripts which days there are.
"""

import json
from collections.abc import Mapping

from generator.press.editions import FOLDER
from generator.site.last_site import SiteFiles
from generator.site.security import protected


def place_of(day: str, url: str) -> str:
    """Give the file below the site of a page of an edition; ``day`` as in addresses."""
    return f"{FOLDER}/{day}/{url}index.html"


def put_days(site: SiteFiles, words: Mapping[str, str], since: Mapping[str, str]) -> None:
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
