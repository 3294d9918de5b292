#!/usr/bin/env bash
# dateparser 1.5.0
#
# One would guess: a parser of dates in more than 200 locales that lists Arabic reads the months of Syria and
# Lebanon (آب August, كانون الأول December), or else gives None.
#
# It does: Arabic without a country knows only the months of Egypt (ديسمبر). Asked without a language it then
# takes the Urdu locale for آب (its letters, the long alif folded, spell the Urdu word for "now"), drops the
# numbers, and gives the moment at which it runs: 21 August 2013 becomes today. So do STRICT_PARSING and
# REQUIRE_PARTS for day, month and year. The other months give None.
#
# Seen: 21 آب 2013 -> now, locale ur, period day; 8 كانون الأول 2024 -> None, even with languages=["ar"];
#       both right with region="SY" (also JO, IQ, LB).
#
# Why it matters: the publishing dates and the texts of Syrian sources. A day that was guessed is worse than
# none: "today" looks like a fresh report of an event of years ago, and a test with December passes.
#
# Way round: always pass a region (or locales=["ar-SY"]) for text from there, never leave the language open,
# and refuse a result that equals the present day when the text holds another year.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q --disable-pip-version-check dateparser==1.5.0 2>"$work/log" || { cat "$work/log"; exit 1; }
"$work/venv/bin/python" - <<'PY'
from datetime import datetime, timedelta

import dateparser
from dateparser.date import DateDataParser

AUGUST, DECEMBER, EGYPTIAN = "21 آب 2013", "8 كانون الأول 2024", "8 ديسمبر 2024"
EVERYTHING = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}
failed = False


def see(what, found, expected):
    global failed
    print(f"{what}: {found}")
    failed |= found != expected


def now_or(found):
    return "now" if found and abs(datetime.now() - found) < timedelta(minutes=5) else found


see("21 August 2013, Levantine, no language given", now_or(dateparser.parse(AUGUST)), "now")
see("the same, strict, all parts required", now_or(dateparser.parse(AUGUST, settings=EVERYTHING)), "now")
found = DateDataParser().get_date_data(AUGUST)
see("its locale and period", (found.locale, found.period), ("ur", "day"))
see("the same as Arabic", dateparser.parse(AUGUST, languages=["ar"]), None)
see("8 December 2024, Levantine", dateparser.parse(DECEMBER), None)
see("the same as Arabic", dateparser.parse(DECEMBER, languages=["ar"]), None)
see("8 December 2024, Egyptian", dateparser.parse(EGYPTIAN), datetime(2024, 12, 8))
for text, day in ((AUGUST, datetime(2013, 8, 21)), (DECEMBER, datetime(2024, 12, 8))):
    see("as Arabic of Syria", dateparser.parse(text, languages=["ar"], region="SY"), day)
raise SystemExit("the behaviour has changed" if failed else 0)
PY
