"""Namesakes are told apart wherever they are named: pages, lists, links in text, the search, machines."""

from functools import cache
from typing import Any

import pytest

from generator.derive.snapshot import known_at
from generator.exports.jsonld import linked_data
from generator.model.facts import Facts
from generator.pages.page import Page, SiteInfo
from generator.pages.render import render
from generator.views.atoz import a_to_z
from generator.views.context import Context, context
from generator.views.rich_text import plain_text
from tests.derive.make import actor, cast, claim, day, event, facts, place, source

SOURCES = (source("s1", 1), source("s2", 5))


@cache
def world(**keys: Any) -> Facts:
    """Two people and two villages of one name, each with something said."""
    people = (
        actor("aung-singer", name="Moe Aung", kind="person", side="north", distinct_from="aung-pilot"),
        actor("aung-pilot", name={"en": "Moe  Aung", "fr": "Moe Aung"}, kind="person", **keys),
        actor("sna", name="Syrup National Army", kind="army", aliases=["SNA"]),
        actor(
            "sna-too",
            name="Salt News Agency",
            kind="news-outlet",
            aliases=["S.N.A.", "SNA"],
            distinct_from="sna",
        ),
    )
    places = (
        place("ford"),
        place("upper", name="Up", kind="region"),
        place("olm-low", name="Olm", kind="village", within="ford"),
        place("olm-high", name="Olm", kind="village", within="upper", distinct_from="olm-low"),
    )
    told = event(
        "told",
        claim("c1", "aung-singer", "s1", says="He met [[aung-pilot]] in [[olm-low]]."),
        claim("c2", "aung-pilot", "s1", "denies", note="See [[olm-high|the other]]."),
        where=("olm-low", "olm-high"),
        who=("sna", "sna-too"),
    )
    return facts(sources=SOURCES, actors=(*cast(), *people), places=places, events=(told,))


def english(**keys: Any) -> Context:
    return context(world(**keys), "en")


def name(record: str, **keys: Any) -> str:
    return plain_text(english(**keys).name(record))


@cache
def pages() -> dict[str, Page]:
    return {page.path: page for page in render(world(), "en", SiteInfo("", linked_data))}


def test_what_they_are_tells_them_apart_where_nobody_says_it_better() -> None:
    assert (name("aung-singer"), name("aung-pilot")) == ("Moe Aung (North)", "Moe Aung (person)")
    assert (name("olm-low"), name("olm-high")) == ("Olm (Ford)", "Olm (Up)")


def test_the_editors_word_comes_first() -> None:
    assert name("aung-pilot", qualifier="the pilot") == "Moe Aung (the pilot)"
    assert name("aung-singer", qualifier="the pilot") == "Moe Aung (North)"


def test_an_id_is_the_last_resort() -> None:
    two = (actor("aung-a", name="Moe Aung", kind="person"), actor("aung-b", name="Moe Aung", kind="person"))
    made = context(facts(sources=SOURCES, actors=two), "en")
    assert [plain_text(made.name(one.id)) for one in two] == ["Moe Aung (aung-a)", "Moe Aung (aung-b)"]


def test_a_shared_alias_leaves_names_alone() -> None:
    assert (name("sna"), name("sna-too")) == ("Syrup National Army", "Salt News Agency")


def test_a_name_that_is_shared_in_one_language_is_told_apart_in_that_one() -> None:
    two = (
        actor("one", name={"en": "Guard", "fr": "Garde"}, kind="army"),
        actor("two", name={"en": "Watchmen", "fr": "Garde"}, kind="people"),
    )
    made = facts(sources=SOURCES, actors=two)
    assert [plain_text(context(made, "en").name(one.id)) for one in two] == ["Guard", "Watchmen"]
    assert [plain_text(context(made, "fr").name(one.id)) for one in two] == [
        "Garde (armée)",
        "Garde (témoins et sources anonymes)",
    ]


def test_pages_lists_and_sentences_say_which() -> None:
    assert pages()["actors/aung-pilot.md"].front["title"] == "Moe Aung (person)"
    assert pages()["cities/olm-high.md"].front["title"] == "Olm (Up)"
    for path in ("actors/index.md", "events/told.md"):
        text = pages()[path].text
        assert "Moe Aung (person)" in text and "Moe Aung (North)" in text, path
    assert "Olm (Ford)" in pages()["cities/index.md"].text
    assert "He met Moe Aung (person) in Olm (Ford)" in plain_text(
        english().text(world().events[0].claims[0].says)
    )


def test_each_page_leads_to_the_others() -> None:
    for path, other in (("actors/aung-pilot.md", "Moe Aung (North)"), ("actors/sna.md", "Salt News Agency")):
        (line,) = (line for line in pages()[path].text.splitlines() if "Not to be taken for:" in line)
        assert other in pages()[path].text[pages()[path].text.index(line) :][:300]
    assert "Not to be taken for" not in pages()["actors/watch.md"].text


def test_the_list_of_names_and_the_search_tell_them_apart() -> None:
    entries = [entry for letter in a_to_z(english()) for entry in letter.entries]
    words = [plain_text(entry.words) for entry in entries]
    assert {"Moe Aung (North)", "Moe Aung (person)", "Olm (Ford)", "Olm (Up)"} <= set(words)
    assert {plain_text(entry.of) for entry in entries if plain_text(entry.words) == "SNA"} == {
        "Syrup National Army",
        "Salt News Agency",
    }
    assert "Moe Aung" in str(pages()["actors/aung-pilot.md"].front["names"])


def test_machines_get_the_name_and_what_tells_it_apart() -> None:
    graph = pages()["actors/aung-pilot.md"].front["linked_data"]
    (found,) = (node for node in graph if node["@type"] == "Person")
    assert (found["name"], found["disambiguatingDescription"]) == ("Moe  Aung".replace("  ", " "), "person")


def test_before_the_other_is_known_there_is_nothing_to_tell_apart() -> None:
    told = (
        event("early", claim("c", "aung-singer", "s1")),
        event("late", claim("c", "aung-pilot", "s2")),
    )
    two = world().actors
    made = facts(sources=SOURCES, actors=two, events=told)
    edition = context(known_at(made, day(1)), "en")
    assert plain_text(edition.name("aung-singer")) == "Moe Aung"
    assert edition.mixed_up("aung-singer") == ()


@pytest.mark.parametrize("kind", ["source", "event"])
def test_other_records_of_one_title_are_told_apart_too(kind: str) -> None:
    papers = (
        source("p1", 1, title="The day", publisher="The Lantern"),
        source("p2", 1, title="The day", publisher="The Echo"),
    )
    events = (
        event("e1", claim("c", "watch", "p1"), title="A march", occurred="2031-05-01"),
        event("e2", claim("c", "watch", "p2"), title="A march", occurred="2031-05-02"),
    )
    made = context(facts(sources=papers, events=events), "en")
    names = {
        "source": ["The day (The Lantern)", "The day (The Echo)"],
        "event": ["A march (1 May 2031)", "A march (2 May 2031)"],
    }
    ids = ["p1", "p2"] if kind == "source" else ["e1", "e2"]
    assert [plain_text(made.title(one)) for one in ids] == names[kind]
