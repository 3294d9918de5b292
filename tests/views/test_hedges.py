"""A title that leaves its page says how far what it tells is established; what was only denied is told so."""

import json
from functools import partial

import pytest

from generator.derive.open_questions import OpenReason
from generator.exports.cards import cards
from generator.exports.feeds import Published, documents, json_feed
from generator.exports.jsonld import linked_data
from generator.exports.since import listed
from generator.model.facts import Facts
from generator.pages.addresses import below
from generator.pages.page import SiteInfo
from generator.pages.render import render
from generator.views.changes import changes_page
from generator.views.context import context
from generator.views.feeds import feeds
from generator.views.home import home
from generator.views.rich_text import plain_text
from tests.derive.make import actor, cast, claim, day, event, facts, place, relation, source

# The claims of an event, and what its title ends in where it stands alone.
HEDGES = {
    "reported": (claim("c1", "watch", "item"),),
    "claimed": (claim("c1", "north-guard", "item"),),
    "disputed": (claim("c1", "watch", "item"), claim("c2", "radio", "later", "denies")),
    "withdrawn": (claim("c1", "watch", "item"), claim("c2", "watch", "later", "withdraws")),
    "denied": (claim("c1", "north-guard", "item", "denies"),),
    "not confirmed": (claim("c1", "watch", "item", "cannot-confirm"),),
    "": (claim("c1", "watch", "item"), claim("c2", "radio", "item", agrees="c1")),
}
IN_FRENCH = {"claimed": "allégué", "denied": "démenti"}
IN_ARABIC = {"claimed": "ادعاء", "denied": "منفي"}


def told(status: str) -> Facts:
    """A world with an event of that status, and one whose text names it."""
    taken = event("taken", *HEDGES[status], favours=["north"], where=["ford"], key=True)
    said = claim("c1", "watch", "item", says="It followed on [[taken]].")
    return facts(
        sources=(source("item"), source("later", known=2)),
        actors=cast(),
        places=(place("ford"),),
        events=(taken, event("next", said, occurred="2031-05-02")),
    )


def title(status: str) -> str:
    return f"Event taken ({status})" if status else "Event taken"


@pytest.mark.parametrize("status", HEDGES)
def test_the_page_of_an_event_is_called_with_its_hedge_by_whoever_links_to_it(status: str) -> None:
    made = told(status)
    pages = {page.path: page for page in render(made, "en", SiteInfo(linked_data=linked_data))}
    page = pages["events/taken.md"]
    assert (page.title, page.front["title"]) == (title(status), title(status))
    graph = json.dumps(page.front, ensure_ascii=False, default=str)
    assert f'"name": "{title(status)}"' in graph
    assert f"[{title(status)}](taken.md)" in pages["events/next.md"].body
    assert title(status) in json.dumps(pages["events/next.md"].front["before"])
    assert f"[{title(status)}](events/taken.md)" in pages["a-z.md"].body


@pytest.mark.parametrize("status", HEDGES)
def test_where_the_status_stands_beside_it_a_title_is_plain(status: str) -> None:
    pages = {page.path: page for page in render(told(status), "en")}
    label = status or "corroborated"
    for path, link in (("timeline.md", "events/taken.md"), ("cities/ford.md", "../events/taken.md")):
        line = next(line for line in pages[path].body.splitlines() if f"[Event taken]({link})" in line)
        assert f"**{label}**" in line
    assert "# Event taken {#top" in pages["events/taken.md"].body


@pytest.mark.parametrize("status", HEDGES)
def test_a_card_has_the_title_and_the_word_of_the_status(status: str) -> None:
    made = context(told(status), "en")
    metas = [page.meta for page in render(told(status), "en")]
    (card,) = (card for card in cards(made, metas) if card.path.endswith("event/taken.png"))
    assert (card.title, card.status) == ("Event taken", status or "corroborated")


@pytest.mark.parametrize("status", HEDGES)
def test_feeds_and_news_carry_the_hedge(status: str) -> None:
    made = context(told(status), "en")
    place_of = Published("", partial(below, made))
    (feed,) = (feed for feed in feeds(made) if feed.path == "feeds/events/taken")
    assert feed.title == f"{title(status)} · A river"
    newest = json.loads(json_feed(next(iter(documents(feed))), made, place_of))["items"][0]
    assert newest["title"].startswith(f"{title(status)}: ")
    news = json.loads(listed(made, place_of))["changes"]
    assert title(status) in {line["title"] for line in news}


def test_an_entry_of_a_feed_is_hedged_as_on_its_day() -> None:
    made = context(told("disputed"), "en")
    (feed,) = (feed for feed in feeds(made) if feed.path == "feeds/events/taken")
    assert [(entry.day, entry.title) for entry in feed.entries] == [
        (day(2), "Event taken (disputed): disputed"),
        (day(1), "Event taken (reported): new"),
    ]


def test_a_relation_is_hedged_in_feeds_too() -> None:
    tie = relation("north-watch", "watch", claim("c1", "north-guard", "item"), favours=["north"])
    actors = (actor("watch"), actor("north-guard", "north", relations=(tie,)))
    (day_of_changes,) = changes_page(context(facts(sources=(source("item"),), actors=actors), "en")).days
    (line,) = (line for line in day_of_changes.lines if line.record == "north-watch")
    assert plain_text(line.name) == f"{plain_text(line.title)} (claimed)"


@pytest.mark.parametrize(("language", "words"), [("fr", IN_FRENCH), ("ar", IN_ARABIC)])
def test_hedges_are_translated(language: str, words: dict[str, str]) -> None:
    for status, word in words.items():
        assert plain_text(context(told(status), language).name("taken")) == f"Event taken ({word})"


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("denied", "North-Guard denies reports of this, “Event taken”: It is so."),
        ("not confirmed", "Watch could not confirm reports of this, “Event taken”: It is so."),
    ],
)
def test_what_nobody_says_is_told_as_what_was_denied_or_not_confirmed(status: str, sentence: str) -> None:
    made = told(status)
    pages = {page.path: page for page in render(made, "en")}
    assert pages["events/taken.md"].meta.description == sentence
    for path in ("timeline.md", "events/taken.md", "changes.md", "cities/ford.md"):
        assert "reports of this" in pages[path].body
        assert "**claimed**" not in pages[path].body
    (feed,) = (feed for feed in feeds(context(made, "en")) if feed.path == "feeds/events/taken")
    assert sentence in feed.entries[0].words
    assert f"Status: {status}" in feed.entries[0].words


def test_what_was_only_denied_is_no_claim_of_one_side() -> None:
    made = context(told("denied"), "en")
    shown = {section.anchor: [line.id for line in section.lines] for section in home(made).sections}
    assert shown == {"disputed": ["taken"], "unconfirmed": ["next"]}
    reasons = {one.record: one.reason for one in made.queries.open_questions}
    assert reasons["taken"] is OpenReason.DENIED
    unable = context(told("not confirmed"), "en").queries.open_questions
    assert {one.record: one.reason for one in unable}["taken"] is OpenReason.UNABLE
