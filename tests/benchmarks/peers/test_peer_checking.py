"""Whoever leaves out a page, a sentence or a link is found out, and so is a site that cannot be searched."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.peers.checking import Wanted, problems, wanted_of_explainer, wanted_of_peers
from benchmarks.peers.facts import make, rare_word
from benchmarks.peers.searching import packed, searched
from benchmarks.peers.trial import weight

RAID = Wanted("/events/raid/", ("The raid", "He said so"), frozenset({"/actors/guard/", "/cities/ford/"}))
LINKS = '<a href="../../actors/guard/">Guard</a> <a href="/cities/ford/#top">Ford</a>'
SAID = "<h1>The\n raid</h1><p>He <b>said</b> so.</p>"
FACTS = make(12)


def site(folder: Path, **pages: str) -> Path:
    for name, article in pages.items():
        path = folder / name.replace("__", "/") / "index.html"
        path.parent.mkdir(parents=True)
        menu = "<nav><a href='/events/flood/'>Flood</a></nav>"
        path.write_text(f"<html>{menu}<article>{article}</article></html>", encoding="utf-8")
    return folder


def wrong(folder: Path, *, exactly: bool = True) -> list[str]:
    return problems(folder, iter([RAID]), exactly=exactly)


def test_a_page_that_says_and_links_to_all_is_right(tmp_path: Path) -> None:
    assert wrong(site(tmp_path, events__raid=SAID + LINKS)) == []


def test_a_page_that_is_missing_is_told(tmp_path: Path) -> None:
    assert wrong(tmp_path) == ["/events/raid/: there is no such page"]


def test_what_is_not_said_or_not_linked_to_is_told(tmp_path: Path) -> None:
    article = '<h1>The raid</h1><a href="../../actors/guard/">Guard</a>'
    assert wrong(site(tmp_path, events__raid=article)) == [
        "/events/raid/: links missing: ['/cities/ford/']",
        "/events/raid/: not said: He said so",
    ]


def test_a_link_too_many_is_told_of_peers_alone(tmp_path: Path) -> None:
    more = site(tmp_path, events__raid=SAID + LINKS + '<a href="../flood/">Flood</a>')
    assert wrong(more) == ["/events/raid/: links too many: ['/events/flood/']"]
    assert wrong(more, exactly=False) == []


def test_a_long_page_may_go_on_below_its_address(tmp_path: Path) -> None:
    halves = site(tmp_path, events__raid=SAID, events__raid__2=LINKS.replace("../../", "/"))
    assert wrong(halves, exactly=False) == []
    assert wrong(halves) == ["/events/raid/: links missing: ['/actors/guard/', '/cities/ford/']"]


def test_a_page_of_another_record_is_no_part_of_an_overview(tmp_path: Path) -> None:
    events = Wanted("/events/", ("The raid",), frozenset())
    folder = site(tmp_path, events="<h1>Events</h1>", events__raid=SAID + LINKS)
    assert problems(folder, iter([events, RAID]), exactly=False) == ["/events/: not said: The raid"]


@pytest.mark.parametrize("wanted", [wanted_of_peers, wanted_of_explainer])
def test_every_event_actor_and_city_is_wanted(wanted: object) -> None:
    needs: Iterator[Wanted] = wanted(FACTS)  # type: ignore[operator]
    addresses = {need.address for need in needs}
    for kind, rows in (("events", "timeline"), ("actors", "actors"), ("cities", "cities")):
        assert {f"/{kind}/{row['id']}/" for row in FACTS[rows]} <= addresses


def lunr(folder: Path, *, without: str = "") -> Path:
    docs = [{"location": f"events/{event['id']}/", "text": event["summary"]} for event in FACTS["timeline"]]
    index = json.dumps({"docs": docs}).replace(without or "\0", "")
    (folder / "search").mkdir()
    (folder / "search/search_index.json").write_text(index, encoding="utf-8")
    return folder


def test_an_index_with_all_events_costs_what_it_weighs(tmp_path: Path) -> None:
    event = FACTS["timeline"][3]
    found, cost = searched(lunr(tmp_path), "lunr", FACTS, event, rare_word(event))
    assert found == []
    assert cost.rare == cost.common == packed([tmp_path / "search/search_index.json"])


def test_a_word_that_is_not_indexed_is_told(tmp_path: Path) -> None:
    event = FACTS["timeline"][3]
    word = rare_word(event)
    found, _ = searched(lunr(tmp_path, without=word), "lunr", FACTS, event, word)
    assert found == [f"search: 1 missing, {word} for one", f"search: {word} is not found"]


def test_a_site_without_an_index_is_told(tmp_path: Path) -> None:
    found, _ = searched(tmp_path, "pagefind", FACTS, FACTS["timeline"][0], "word")
    assert found == ["search: there is no index"]


def test_what_is_packed_already_is_not_packed_again(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"a" * 10_000)
    (tmp_path / "packed").write_bytes(b"\x1f\x8b" + b"a" * 10_000)
    assert packed([tmp_path / "text"]) < 100
    assert packed([tmp_path / "packed"]) == 10_002


def test_a_file_that_is_linked_to_twice_is_deployed_twice(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"12345")
    (tmp_path / "b.html").hardlink_to(tmp_path / "a.html")
    (tmp_path / "a.js.map").write_bytes(b"1")
    assert weight(tmp_path) == {"files": 3, "pages": 2, "bytes": 11}
