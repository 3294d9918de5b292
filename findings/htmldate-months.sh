#!/usr/bin/env bash
# htmldate 1.11.0
#
# One would guess: a page that says `<time datetime="2024-12">`, a month in valid HTML, has no known day: None,
# or by a rule the first of it. And find_date() gives the day on which an article came out.
#
# It does: from the same month it gives the 1st where it stands in JSON-LD, and in a meta or time element the
# day of the month on which the program happens to run: another date tomorrow. A year alone is always 1
# January. And unless original_date=True is passed, it is the day of the last change that it gives.
#
# Seen, run on the 28th: time and meta 2024-12 -> 2024-12-28; JSON-LD 2024-12 -> 2024-12-01; 2024 -> 2024-01-01;
#       published 2024-12-08 and modified 2025-01-20 -> 2025-01-20.
#
# Why it matters: whoever takes over a source's day from its page puts a whole day where the page gave a
# month. What was known when then rests on the day of the import, and two imports differ.
#
# Way round: read datePublished, the meta element and <time> oneself and keep the precision as written; use
# the library (original_date=True) only to suggest a day to an editor, and never where the written value is
# shorter than a day.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check htmldate==1.11.0 2>"$work/log" || { cat "$work/log"; exit 1; }
"$work/venv/bin/python" - <<'PY'
from datetime import date

from htmldate import find_date

failed = False


def page(head="", body=""):
    return f"<html><head>{head}<title>t</title></head><body><article>{body}<p>Some words.</p></article></body></html>"


def see(what, html, *expected, **options):
    global failed
    found = find_date(html, **options)
    print(f"{what}: {found}")
    failed |= found not in expected


WRITTEN = {
    "time": lambda when: page(body=f'<time datetime="{when}">then</time>'),
    "meta": lambda when: page(head=f'<meta property="article:published_time" content="{when}">'),
    "JSON-LD": lambda when: page(
        head=f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{when}"}}</script>'
    ),
}
before = date.today()
for name in ("time", "meta"):
    days = {f"2024-12-{day.day:02d}" for day in (before, date.today())}  # should midnight come between
    see(f"{name}, 2024-12", WRITTEN[name]("2024-12"), *days, original_date=True)
see("JSON-LD, 2024-12", WRITTEN["JSON-LD"]("2024-12"), "2024-12-01", original_date=True)
for name, html in WRITTEN.items():
    see(f"{name}, 2024", html("2024"), "2024-01-01", original_date=True)
both = page(
    head='<meta property="article:published_time" content="2024-12-08">'
    '<meta property="article:modified_time" content="2025-01-20">'
)
see("published 2024-12-08, modified 2025-01-20, by default", both, "2025-01-20")
see("the same, original_date=True", both, "2024-12-08", original_date=True)
raise SystemExit("the behaviour has changed" if failed else 0)
PY
