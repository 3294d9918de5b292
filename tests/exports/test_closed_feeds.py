"""The feed of a record that was taken out says so to whoever follows it, and ends; its card stays too."""

import json
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from generator.derive.snapshot import known_at
from generator.exports.cards import cards
from generator.exports.feeds import Published, all_documents, atom, json_feed
from generator.model.facts import Facts
from generator.model.retired import Retired
from generator.pages.addresses import below
from generator.pages.render import render
from generator.views.closed_feeds import all_feeds
from generator.views.context import context
from tests.exports.atom_rules import ATOM, atom_faults, json_faults
from tests.world import world

HOME = "https://example.org/river/"
sites = pytest.mark.parametrize("site", ["", HOME])


def files(facts: Facts, site: str = HOME, language: str = "en") -> dict[str, tuple[Element, dict[str, Any]]]:
    made = context(facts, language)
    place = Published(site, partial(below, made))
    found = {}
    for one in all_documents(made):
        both = fromstring(atom(one, made, place)), json.loads(json_feed(one, made, place))
        found |= dict.fromkeys(one.places, both)
    return found


@sites
@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_is_valid_and_has_one_entry(site: str, language: str) -> None:
    xml, items = files(world(), site, language)["feeds/events/bridge-falls"]
    assert not atom_faults(xml)
    assert not json_faults(items)
    assert len(items["items"]) == len(xml.findall(f"{ATOM}entry")) == 1
    assert items["expired"] is True


def test_it_says_what_became_of_the_record_and_leads_to_the_feed_of_what_there_is() -> None:
    xml, items = files(world())["feeds/events/bridge-falls"]
    (entry,) = items["items"]
    assert entry["title"] == "A *second* bridge | falls: taken out"
    assert entry["content_text"].splitlines() == [
        "Taken out of this explainer on 20 March 2018. What there is now: The weir bridge is blown up"
        " (disputed).",
        "It was the weir bridge, told under another name. See Tel Marit.",
        "This feed ends here.",
        "What there is now has a feed of its own.",
    ]
    assert (entry["id"], entry["url"]) == (f"{HOME}events/bridge-falls/#top", f"{HOME}events/bridge-falls/")
    assert entry["date_published"] == "2018-03-20T12:00:00Z"
    links = {link.get("rel"): link.get("href") for link in xml.findall(f"{ATOM}link")}
    assert links["related"] == f"{HOME}feeds/events/weir-bridge-blown.atom"
    assert links["self"] == f"{HOME}feeds/events/bridge-falls.atom"
    assert xml.findtext(f"{ATOM}id") == f"{HOME}feeds/events/bridge-gone"  # what it was called first


def test_what_there_is_has_a_feed_that_goes_on() -> None:
    assert "expired" not in files(world())["feeds/events/weir-bridge-blown"][1]


def test_what_was_renamed_and_then_taken_out_is_told_at_every_address_under_its_first_id() -> None:
    step = Retired(id="weir-down", kind="event", on="2018-03-01", now="bridge-down", renamed=True)
    gone = Retired(id="bridge-down", kind="event", on="2018-03-02", why="It stands.")
    found = files(replace(world(), retired=(step, gone)))
    assert found["feeds/events/weir-down"] == found["feeds/events/bridge-down"]
    xml, items = found["feeds/events/weir-down"]
    assert xml.findtext(f"{ATOM}id") == f"{HOME}feeds/events/weir-down"
    assert items["items"][0]["content_text"].splitlines() == [
        "Taken out of this explainer on 2 March 2018.",
        "It stands.",
        "This feed ends here.",
    ]


def test_an_edition_of_before_has_none() -> None:
    edition = known_at(world(), date(2018, 3, 19))
    assert not [feed for feed in all_feeds(context(edition, "en")) if feed.is_closed]


def test_its_card_says_so_too() -> None:
    made = context(world(), "en")
    metas = [page.meta for page in render(world(), "en")]
    (card,) = [one for one in cards(made, metas) if one.path == "assets/cards/event/bridge-falls.png"]
    assert card.title == "A *second* bridge | falls"
    assert card.line.startswith("Taken out of this explainer on 20 March 2018.")
    # What was renamed leads on, and its card is that of what it is called now.
    (old,) = [one for one in cards(made, metas) if one.path == "assets/cards/actor/harbour-league.png"]
    assert old.title == "River League"
