"""Archives of feeds: with what readers subscribe to they hold every entry once, and stay as they are."""

import json
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exports import feeds as exported
from generator.exports.feeds import MOST, NEWEST, FeedDocument, Published, documents
from generator.pages.addresses import below
from generator.views.context import context
from generator.views.feeds import SITE, Feed, FeedEntry
from tests.exports.atom_rules import ATOM, archive_faults, atom_faults, json_faults
from tests.exports.writing import write_feeds
from tests.world import world

HOME = "https://example.org/river/"
FIRST = date(2030, 10, 1)
days = st.integers(0, 500).map(lambda number: FIRST + timedelta(days=number))
sites = pytest.mark.parametrize("site", ["", HOME])


def entry(day: date, number: int) -> FeedEntry:
    return FeedEntry(f"new--e{number}--{day}", f"e{number}", day, f"Event {number}", "Words.", ("new",))


def feed(of: list[date]) -> Feed:
    """One entry for each of these days, newest first."""
    made = [entry(day, number) for number, day in enumerate(of)]
    made.sort(key=lambda one: one.record)
    return Feed(SITE, "changes.md", "River", tuple(sorted(made, key=lambda one: one.day, reverse=True)))


@given(
    st.lists(days, min_size=1, max_size=60).flatmap(
        lambda some: st.lists(st.sampled_from(some), min_size=1, max_size=900)
    )
)
@settings(deadline=None, max_examples=60)
def test_every_entry_stands_in_one_document_newest_first(of: list[date]) -> None:
    whole = feed(of)
    first, *archives = documents(whole)
    assert tuple(one for document in (first, *archives) for one in document.entries) == whole.entries
    assert first.path == SITE
    assert not first.is_archive
    assert all(document.is_archive and 0 < len(document.entries) <= MOST for document in archives)
    assert len(of) > MOST or not archives
    assert not archives or NEWEST <= len(first.entries) < NEWEST + MOST
    ways = [document.path for document in archives]
    assert [first.older, *(document.older for document in archives)] == [*ways, ""]
    assert [document.newer for document in archives] == ["", *ways][: len(ways)]


def by_path(of: list[date]) -> dict[str, FeedDocument]:
    return {path: one for one in documents(feed(of)) for path in (one.path, *one.names)}


@given(st.lists(days, min_size=1, max_size=400), st.lists(st.integers(1, 40), min_size=1, max_size=200))
@settings(deadline=None, max_examples=60)
def test_what_becomes_known_later_changes_no_archive(of: list[date], later: list[int]) -> None:
    """But for the way to the one after it."""
    before = by_path(of)
    after = by_path([*of, *(max(of) + timedelta(days=number) for number in later)])
    for path, one in before.items():
        if one.is_archive:
            assert (after[path].entries, after[path].older) == (one.entries, one.older), path


@given(st.lists(days, min_size=MOST, max_size=400), days)
@settings(deadline=None, max_examples=60)
def test_what_is_found_out_about_an_old_day_changes_its_own_archive_and_no_address(
    of: list[date], found: date
) -> None:
    before, after = by_path(of), by_path([*of, found])
    archives = {path: one for path, one in before.items() if one.is_archive}
    if found > max(of) or len(of) == MOST:
        return
    same = [path for path, one in archives.items() if path in after and after[path].entries == one.entries]
    others = [
        path for path, one in archives.items() if not any(e.day.year == found.year for e in one.entries)
    ]
    assert set(others) <= set(same)
    assert archives.keys() <= after.keys()


def test_an_archive_that_is_split_leads_to_its_parts_from_its_old_address() -> None:
    """It holds the last of them; what is before it, that one's way leads to."""
    of = [date(2030, 1 + number % 12, 5) for number in range(MOST)] + [date(2031, 2, 1)] * NEWEST
    assert f"{SITE}/2030" in by_path(of)
    split = by_path([*of, date(2030, 3, 5)])
    found = split[f"{SITE}/2030"]
    assert found.path == f"{SITE}/2030-12"
    reached = []
    while found.older:
        found = split[found.older]
        reached.append(found.path)
    assert reached == [f"{SITE}/2030-{month:02}" for month in range(11, 0, -1)]


@cache
def long_feed() -> Feed:
    return feed([FIRST + timedelta(days=number) for number in range(420)])


def published(site: str) -> Published:
    """Where the pages of events are that nobody has heard of, and all else of the invented country."""
    known = partial(below, context(world(), "en"))
    return Published(site, lambda target: f"events/{target}/" if target.startswith("e") else known(target))


def written(site: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    monkeypatch.setattr(exported, "all_feeds", lambda _: iter([long_feed()]))
    return write_feeds(world(), published(site), folder / "traces").files


def linked(document: Element, rel: str) -> str:
    return next(
        (link.get("href", "") for link in document.findall(f"{ATOM}link") if link.get("rel") == rel), ""
    )


@sites
def test_readers_find_every_entry_along_the_archives(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = written(site, tmp_path, monkeypatch)
    atom_ids, json_ids = [], []
    here = f"{SITE}.atom"
    while here:
        document = fromstring(files[here])
        assert not atom_faults(document), here
        assert not archive_faults(document), here
        assert document.findtext(f"{ATOM}id") == published(site).id(SITE)
        assert not feedparser.parse(files[here]).bozo
        atom_ids += [one.findtext(f"{ATOM}id") for one in document.findall(f"{ATOM}entry")]
        here = landed(linked(document, "prev-archive"), here, site)
    here = f"{SITE}.json"
    while here:
        items: dict[str, Any] = json.loads(files[here])
        assert not json_faults(items), here
        json_ids += [item["id"] for item in items["items"]]
        here = landed(items.get("next_url", ""), here, site)
    assert atom_ids == json_ids == [published(site).id(one.id) for one in long_feed().entries]


def landed(link: str, here: str, site: str) -> str:
    """The file that a link in a file leads to, both below the site."""
    if site or not link:
        return link.removeprefix(site)
    folder = here.split("/")[:-1]
    while link.startswith("../"):
        link, folder = link.removeprefix("../"), folder[:-1]
    return "/".join([*folder, link])


@sites
def test_archives_lead_back_to_what_is_subscribed(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = written(site, tmp_path, monkeypatch)
    archives = {path for path in files if path.startswith(f"{SITE}/") and path.endswith(".atom")}
    assert len(archives) > 2
    for path in archives:
        document = fromstring(files[path])
        assert landed(linked(document, "current"), path, site) == f"{SITE}.atom"
        newer = landed(linked(document, "next-archive"), path, site)
        assert not newer or files[newer]


def test_the_rules_find_what_is_wrong_with_an_archive() -> None:
    marked = '<archive xmlns="http://purl.org/syndication/history/1.0"/>'
    links = '<link rel="current"/><link rel="prev-archive"/><link rel="prev-archive"/>'
    assert len(archive_faults(fromstring(f'<feed xmlns="{ATOM[1:-1]}">{marked}</feed>'))) == 1
    assert len(archive_faults(fromstring(f'<feed xmlns="{ATOM[1:-1]}">{links}</feed>'))) == 2
