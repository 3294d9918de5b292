"""Every page of an earlier day, and what it gives to machines, tells no later day as one that has come."""

import json
import re
from datetime import date, timedelta
from functools import cache

import pytest

from generator.derive.snapshot import known_at
from generator.exports.jsonld import linked_data
from generator.pages.page import SiteInfo
from generator.pages.render import render
from generator.views.context import context
from tests.derive.make import (
    actor,
    cast,
    claim,
    day,
    event,
    explainer,
    facts,
    figure,
    place,
    relation,
    series,
    source,
)

LANGUAGES = ("en", "fr", "ar")
KNOWN = 8
EARLY, LATE = source("early", KNOWN, accessed=str(day(KNOWN))), source("late", 20)


def story():
    """A story in which much that was known on day 8 was told more closely, or ended, later."""
    said = claim("said", "watch", "early")
    events = (
        event("over-days", said, occurred=f"{day(6)}/{day(14)}", key=True, where=["ford"]),
        event("one-night", said, occurred=f"{day(8)}T22:00/{day(13)}"),
        event("ahead-of-time", said, occurred=str(day(15))),
        event(
            "timed-later",
            said,
            claim("log", "radio", "late"),
            occurred=f"{day(7)}T05:17",
            narrowed=[{"claim": "log", "was": f"{day(5)}/{day(8)}"}],
        ),
        event(
            "taken",
            said,
            occurred=f"{day(7)}/{day(16)}",
            changes=[{"place": "ford", "holder": "north", "claims": ["said"]}],
        ),
    )
    feud = relation("feud", "radio", said, period=f"{day(1)}/{day(17)}")
    counted = (figure(f"f{n}", "watch", "early", value=n, as_of=f"{day(n)}/{day(n + 11)}") for n in (1, 2, 3))
    lost = series("lost", *counted, period=f"{day(1)}/{day(18)}", running="true")
    return facts(
        explainer=explainer(
            languages=list(LANGUAGES), covers=f"{day(1)}/{day(25)}", numbers=["lost"], as_of=str(day(30))
        ),
        sources=(EARLY, LATE),
        actors=(*cast(), actor("mill", relations=(feud,))),
        places=(place("ford"),),
        events=events,
        series=(lost,),
    )


@cache
def pages(code: str) -> dict[str, str]:
    edition = known_at(story(), day(KNOWN))
    return {
        page.path: page.text + json.dumps(page.front["linked_data"], ensure_ascii=False)
        for page in render(edition, code, SiteInfo("", linked_data))
    }


def later_days() -> list[date]:
    return [day(KNOWN) + timedelta(days=number) for number in range(1, 15)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_page_names_a_later_day(code: str) -> None:
    words = context(story(), code).language
    named = {words.day(one) for one in later_days()} | {one.isoformat() for one in later_days()}
    found = {(path, name) for path, text in pages(code).items() for name in named if _names(name, text)}
    assert not found


def _names(name: str, text: str) -> bool:
    return re.search(rf"(?<!\d){re.escape(name)}", text) is not None


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_hour_that_was_told_later_is_on_no_page(code: str) -> None:
    told = context(story(), code).language.when(story().events[3].occurred)
    hour = told.removeprefix(context(story(), code).language.day(day(7)))
    assert hour.strip()
    assert not [path for path, text in pages(code).items() if hour.strip(" ,à") in text]


def test_machines_are_told_an_end_only_where_it_had_come() -> None:
    (told,) = re.findall(r'"startDate": "([^"]+)", "endDate": "([^"]+)"', pages("en")["events/over-days.md"])
    assert told == (str(day(6)), str(day(KNOWN)))
    assert f'"temporalCoverage": "{day(1)}/.."' in pages("en")["casualties.md"]
    assert f'"temporalCoverage": "{day(1)}/{day(KNOWN)}"' in pages("en")["index.md"]
