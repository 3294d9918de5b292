"""Feeds hold each change once, under an id that stays, and are valid."""

import json
from datetime import timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import feedparser
import pytest

from generator.derive.snapshot import known_at
from generator.derive.story_of_changes import story_of_changes
from generator.exports.feeds import Published, atom, json_feed
from generator.exports.feeds import documents as split
from generator.model.facts import Facts
from generator.model.text import Text
from generator.pages.addresses import below
from generator.pages.render import render
from generator.views.changes import change_id
from generator.views.context import context
from generator.views.feeds import SITE, Feed, feeds
from tests.derive.make import claim, event, facts, source
from tests.exports.atom_rules import ATOM, atom_faults, json_faults
from tests.exports.writing import write_feeds
from tests.world import world

HOME = "https://example.org/river/"
sites = pytest.mark.parametrize("site", ["", HOME])


@cache
def made(language: str = "en"):
    return context(world(), language)


def told(edition: Facts) -> Feed:
    return next(feeds(context(edition, "en")))


def published(site: str, language: str = "en") -> Published:
    return Published(site, partial(below, made(language)))


def documents(site: str, language: str = "en") -> list[tuple[Feed, bytes, dict[str, Any]]]:
    place = published(site, language)
    return [
        (feed, atom(one, made(language), place), json.loads(json_feed(one, made(language), place)))
        for feed in feeds(made(language))
        for one in split(feed)
    ]


@sites
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_feed_is_valid(site: str, language: str) -> None:
    for feed, xml, items in documents(site, language):
        assert not atom_faults(fromstring(xml)), feed.path
        assert not json_faults(items), feed.path
        read = feedparser.parse(xml)
        assert not read.bozo, (feed.path, read.get("bozo_exception"))
        assert (read.version, read.feed.language) == ("atom10", language)
        assert [entry.title for entry in read.entries] == [item["title"] for item in items["items"]]


def test_the_rules_find_what_is_wrong() -> None:
    broken = f'<feed xmlns="{ATOM[1:-1]}"><id>here</id><entry><title/><updated>8 May</updated></entry></feed>'
    assert len(atom_faults(fromstring(broken))) > 8
    assert len(json_faults({"items": [{"id": "a"}, {"id": "a", "content_text": "b"}]})) > 4


@sites
def test_the_feed_of_the_site_has_every_change_once(site: str) -> None:
    changes = [change for day in story_of_changes(world()) for change in day.changes]
    ids = [item["id"] for item in documents(site)[0][2]["items"]]
    assert sorted(ids) == sorted(published(site).id(change_id(made(), change)) for change in changes)
    assert len(ids) == len(set(ids))


def test_entries_are_dated_by_their_known_day_newest_first() -> None:
    days = {
        change_id(made(), change): change.day for day in story_of_changes(world()) for change in day.changes
    }
    feed = told(world())
    assert [entry.day for entry in feed.entries] == sorted(days.values(), reverse=True)
    assert all(days[entry.id] == entry.day for entry in feed.entries)


def test_later_facts_change_no_earlier_entry() -> None:
    now = {entry.id: entry for entry in told(world()).entries}
    for day in story_of_changes(world())[1:]:
        before = told(known_at(world(), day.day - timedelta(days=1)))
        assert before.entries == tuple(now[entry.id] for entry in before.entries)
        assert all(entry.day < day.day for entry in before.entries)


def test_a_fact_of_an_old_day_adds_its_entry_and_leaves_the_others() -> None:
    sources = (source("s1"), source("s2", 2))
    flood, feast = event("flood", claim("c", "watch", "s2")), event("feast", claim("c", "radio", "s1"))
    before = told(facts(sources=sources, events=(flood,))).entries
    after = told(facts(sources=sources, events=(flood, feast))).entries
    assert set(before) < set(after)
    assert [entry.id for entry in after if entry not in before] == ["new--feast--2031-05-01"]


def test_actors_places_and_events_have_the_changes_that_concern_them() -> None:
    found = {feed.path: {entry.record for entry in feed.entries} for feed in feeds(made())}
    assert found["feeds/events/port-hadra-rises"] == {"port-hadra-rises", "spring-killed"}
    assert found["feeds/events/harbour-curfew"] == {"harbour-curfew"}
    assert {"port-hadra-rises", "harbour-curfew"} <= found["feeds/cities/port-hadra"]
    assert {"drovia-shelters-mirel", "queen-leaves"} <= found["feeds/actors/queen-mirel"]
    everything = found.pop(SITE)
    assert all(records <= everything for records in found.values())
    assert found["feeds/actors/survey"] == set()  # nothing is told of it yet


@sites
def test_links_lead_to_pages_and_say_which(site: str) -> None:
    pages = {page.meta.url for page in render(world(), "en")}
    for feed, _, items in documents(site):
        folder = f"{HOME}{feed.path}" if site else f"x:/{feed.path}"
        for item in items["items"]:
            assert item["url"].startswith(HOME if site else "../"), folder
            page = item["url"].partition("#")[0].removeprefix(HOME)
            assert (page if site else page.lstrip("./")) in pages


def test_pages_name_the_feed_that_is_there(tmp_path: Path) -> None:
    files = set(write_feeds(world(), published(HOME), tmp_path / "traces").files)
    named = {page.meta.feed for page in render(world(), "en")} - {""} | {"feeds/actors/harbour-league"}
    gone = {"feeds/events/bridge-falls", "feeds/events/bridge-gone"}
    assert files == {f"{feed}.{ending}" for feed in named | gone for ending in ("atom", "json")}


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = (write_feeds(world(), published(""), tmp_path / name).files for name in ("one", "two"))
    assert one == two


def test_feeds_of_which_nothing_reads_otherwise_stay_as_they_are(tmp_path: Path) -> None:
    sources = (source("s1"), source("s2", 2))
    flood, feast = event("flood", claim("c", "watch", "s2")), event("feast", claim("c", "radio", "s1"))
    before = facts(sources=sources, events=(flood, feast))
    after = facts(
        sources=sources, events=(flood, feast.model_copy(update={"title": Text((("", "A feast of music"),))}))
    )
    first = write_feeds(before, published(""), tmp_path / "traces")
    assert not write_feeds(before, published(""), tmp_path / "traces", first.keys).files
    second = write_feeds(after, published(""), tmp_path / "traces", first.keys)
    clean = write_feeds(after, published(""), tmp_path / "clean")
    assert {path for path in clean.files if clean.files[path] != first.files[path]} <= set(second.files)
    assert second.files.items() <= clean.files.items()
    assert "feeds/events/feast.atom" in second.files and "feeds/events/flood.atom" not in second.files


def test_an_explainer_of_nothing_has_no_feed_but_those_of_its_records() -> None:
    found = list(feeds(context(facts(), "en")))
    assert SITE not in {feed.path for feed in found}
    assert not any(feed.told for feed in found)


def test_words_are_plain_in_the_language_of_the_page() -> None:
    entry = {item["id"]: item for item in documents(HOME)[0][2]["items"]}[
        f"{HOME}changes/#raised--port-hadra-rises--2018-03-03"
    ]
    assert entry["title"] == "The River League takes the harbour of Port Hadra: raised"
    assert entry["content_text"].splitlines()[:3] == [
        "Before: The harbour is in the hands of its workers, "
        "according to the River League; the palace denies it.",
        "The harbour is in the hands of its workers.",
        "Status: confirmed",
    ]
    assert entry["tags"] == ["raised", "confirmed"]
