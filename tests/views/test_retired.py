"""What is no longer there leaves a page or a line that says what became of it."""

from dataclasses import replace
from datetime import date

import pytest

from generator.derive.retired import by_old_id, successors
from generator.derive.snapshot import known_at
from generator.model.facts import Facts
from generator.model.refs import Ref, parse_target
from generator.model.retired import Retired
from generator.pages.addresses import address
from generator.pages.render import render
from generator.views.atoz import a_to_z
from generator.views.context import context
from generator.views.retired import retired_from, retired_line
from generator.views.rich_text import plain_text
from tests.world import world, world_pages


def pages(facts: Facts) -> dict[str, str]:
    return {page.path: page.text for page in render(facts, "en")}


@pytest.mark.parametrize(
    ("old", "place"),
    [
        ("harbour-league", "actors/harbour-league.md"),
        ("red-sheet", "sources/red-sheet.md"),
        ("march-wounded", "casualties.md#march-wounded"),
        ("guard-opposes-league", "actors/crown-guard.md#guard-opposes-league"),
        ("port-hadra-rises/crew-count", "events/port-hadra-rises.md#claim-crew-count"),
        ("bridge-falls/mason", "events/bridge-falls.md#claim-mason"),
        ("spring-killed/ledger-0305", "casualties.md#spring-killed--ledger-0305"),
        ("oru-leads-league/poster", "actors/tamsin-oru.md#oru-leads-league--poster"),
    ],
)
def test_an_old_address_is_kept_and_has_its_anchor(old: str, place: str) -> None:
    assert address(context(world(), "en"), parse_target(old)) == place
    path, _, anchor = place.partition("#")
    text = world_pages()[path]
    assert not anchor or f"{{ #{anchor} " in text


def test_a_renamed_record_sends_its_readers_on() -> None:
    text = world_pages()["actors/harbour-league.md"]
    assert "moved: actors/river-league/\n" in text
    assert "robots:" not in text
    assert "Since 15 March 2018 this has another address: [River League](river-league.md)." in text


def test_what_was_taken_out_says_when_why_and_what_there_is_now() -> None:
    text = world_pages()["events/bridge-falls.md"]
    assert "robots: noindex\n" in text
    assert "moved:" not in text
    assert "Taken out of this explainer on 20 March 2018." in text
    assert "What there is now: [The weir bridge is blown up (disputed)](weir-bridge-blown.md)." in text
    assert "told under another name. See [Tel Marit](../cities/tel-marit.md)." in text


def test_a_chain_ends_at_what_there_is_or_says_that_it_went_too() -> None:
    made = context(world(), "en")
    entries = by_old_id(world())
    assert successors(entries["bridge-gone"], entries.get) == ("bridge-falls", "weir-bridge-blown")
    assert retired_line(made, "bridge-gone").moved == "weir-bridge-blown"
    lost = retired_line(made, "sheet-copy")
    assert plain_text(lost.said) == (
        "Taken out of this explainer on 20 April 2018. What replaced it, The red sheet, went on 2 April 2018."
    )
    assert not lost.moved


def test_a_loop_ends() -> None:
    entries = {
        name: Retired(id=name, kind="event", on="2018-03-01", why="A loop.", now=other)
        for name, other in (("one", "two"), ("two", "one"))
    }
    assert successors(entries["one"], entries.get) == ("two",)


def test_readers_who_search_or_browse_do_not_meet_it() -> None:
    made = context(world(), "en")
    targets = {entry.target for letter in a_to_z(made) for entry in letter.entries}
    assert not targets & made.queries.all_retired.keys()
    for path in ("actors/harbour-league.md", "sources/red-sheet.md"):
        assert "facets:" not in world_pages()[path]


@pytest.mark.parametrize(("day", "told"), [(date(2018, 3, 19), False), (date(2018, 3, 20), True)])
def test_an_edition_tells_of_it_from_its_day_on_and_keeps_its_addresses_before(day: date, told: bool) -> None:
    edition = known_at(world(), day)
    made = pages(edition)
    text = made["events/bridge-falls.md"]
    assert "{ #claim-mason " in text
    assert ("Taken out of this explainer on 20 March 2018." in text) is told
    assert ("This is no longer part of this explainer." in text) is not told
    assert ("told under another name" in text) is told
    assert (Ref("bridge-falls", "mason") in {one.id for one in edition.retired}) is told
    assert ("disagreements/bridge-falls.md" in made) and ("bridge-falls" in made["corrections.md"]) is told


def test_an_edition_without_the_record_has_no_word_of_a_statement_that_it_lost() -> None:
    made = pages(known_at(world(), date(2018, 2, 1)))
    assert not any("oru-leads-league--poster" in text for text in made.values())


def test_an_edition_that_lacks_what_there_is_now_does_not_name_it() -> None:
    late = Retired(id="weir-log", kind="event", on="2018-03-09", why="Told twice.", now="council-formed")
    edition = known_at(replace(world(), retired=(late,)), date(2018, 3, 10))
    assert [one.now for one in edition.retired] == [None]
    assert "Taken out of this explainer on 9 March 2018." in pages(edition)["events/weir-log.md"]


def test_a_page_tells_of_what_stood_on_it_and_of_nothing_else() -> None:
    made = context(world(), "en")
    assert [line.id for line in retired_from(made, "crown-guard")] == ["guard-opposes-league"]
    assert [line.id for line in retired_from(made, "bridge-falls")] == [Ref("bridge-falls", "mason")]
    assert retired_from(made, "river-league") == ()
