"""What was taken back or lost its source reads so wherever it is told, and is drawn so or not at all."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from generator.exports.jsonld import linked_data
from generator.graphics.chart import chart_figure
from generator.model.facts import Facts
from generator.model.refs import Ref
from generator.model.sources import Retraction
from generator.pages.page import SiteInfo
from generator.pages.render import render
from generator.views.charts import chart
from generator.views.citation_notes import citation_note, said_line
from generator.views.context import Context, context
from generator.views.control_map import control_map
from generator.views.events import event_line, event_page
from generator.views.figures import series_view
from generator.views.home import home
from generator.views.places import place_page
from generator.views.questions import question_page
from generator.views.rich_text import plain_text
from generator.views.sources import source_page
from tests.front import front
from tests.world import world


def retracting(facts: Facts, *names: str) -> Facts:
    """The facts after the publishers of some sources have taken them back."""
    taken = Retraction(on="2018-04-25", why="It was of another year.")
    sources = (
        one.model_copy(update={"retracted": taken}) if one.id in names else one for one in facts.sources
    )
    return replace(facts, sources=tuple(sources))


def made(*gone: str) -> Context:
    return context(retracting(world(), *gone), "en")


def by_id(found: Context, name: str) -> Any:
    return found.queries.record(name)


@cache
def pages(*gone: str) -> dict[str, str]:
    around = SiteInfo("", linked_data)
    return {page.path: page.text for page in render(retracting(world(), *gone), "en", around)}


def graph(page: str) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = front(page)["linked_data"]
    return nodes


def test_a_claim_says_that_it_was_taken_back_wherever_it_is_listed() -> None:
    found = made()
    end = "according to The Night Ledger. Taken back on 6 March 2018."
    line = event_page(found, by_id(found, "airfield-raid"), None, None).claims[0].lines[0]
    assert plain_text(line.sentence).endswith(end)
    assert line.fallen
    assert plain_text(said_line(found, Ref("airfield-raid", "ledger")).sentence).endswith(end)
    (ground,) = citation_note(found, (Ref("airfield-raid", "ledger"),)).records
    assert ground.statements[0].stance == "taken back on 6 March 2018"


def test_a_retraction_is_named_beside_every_citation_of_its_source() -> None:
    found = made()
    (group,) = event_page(found, by_id(found, "clinic-closes"), None, None).claims
    (claim,) = group.lines
    assert plain_text(claim.sentence).endswith("Its source was retracted on 10 March 2018.")
    assert claim.citations[0].published == "4 March 2018, retracted on 10 March 2018"
    page = source_page(found, by_id(found, "clinic-map"))
    assert page.retracted and page.retracted[2] == ("gazette-0310",)


def test_a_record_that_stands_is_not_told_in_words_that_fell() -> None:
    found = made("ternwire-0301")
    line = event_line(found, "dam-talks-fail")
    assert line.status == "reported"
    assert "left the table" in plain_text(line.sentence)


def test_accounts_differ_only_while_both_stand() -> None:
    before, after = (event_line(found, "queen-leaves") for found in (made(), made("ledger-0308")))
    assert "Accounts of it differ." in plain_text(before.sentence)
    assert "Accounts of it differ." not in plain_text(after.sentence)


def test_what_a_withdrawn_event_changed_is_no_longer_said() -> None:
    found = made("ledger-0304", "gazette-0305")
    page = event_page(found, by_id(found, "tel-marit-taken"), None, None)
    assert page.line.status == "withdrawn"
    assert plain_text(page.changes[0].words).startswith(
        "Nothing any more. While it stood: Tel Marit passes to"
    )
    holders = {held.event for held in found.queries.holdings_on("tel-marit", found.queries.story_day)}
    assert holders == {"water-charter"}
    (spot,) = (spot for spot in control_map(found).spots if spot.id == "tel-marit")
    assert {share.holder for stretch in spot.stretches for share in stretch.shares} == {"crown-palace"}


def test_an_editors_grounds_are_gone_with_their_source() -> None:
    assert event_page(made(), by_id(made(), "ondra-entered"), None, None).confirmation
    found = made("gazette-0310")
    assert not event_page(found, by_id(found, "ondra-entered"), None, None).confirmation


@pytest.mark.parametrize(
    ("gone", "says"),
    [
        ((), "58, according to The Night Ledger, as of 8 March 2018."),
        (("ledger-0308",), "63, according to The Night Ledger, as of 5 March 2018."),
        (("ledger-0308", "ledger-0306", "ledger-0304"), "nobody upholds a figure."),
    ],
)
def test_a_number_of_the_home_page_is_one_that_stands(gone: tuple[str, ...], says: str) -> None:
    assert plain_text(home(made(*gone)).numbers[0].latest.sentence).endswith(says)


def test_a_figure_without_its_source_is_drawn_as_void_and_its_row_says_why() -> None:
    found = made("ledger-0308")
    series = by_id(found, "spring-killed")
    rows = {row.ref: row for panel in chart(found, series).panels for row in panel.rows}
    assert [row.mark.void for row in rows.values()] == [False, False, True]
    assert rows[Ref("spring-killed", "ledger-0308")].word == "its source was retracted on 25 April 2018"
    assert 'class="void"' in chart_figure(chart(found, by_id(found, "ferry-crossings")), "ltr")
    lines = {line.ref: line for line in series_view(found, "spring-killed").figures}
    assert lines[Ref("spring-killed", "ledger-0308")].word == "its source was retracted on 25 April 2018"


def test_a_lowered_total_says_so_and_stays_on_the_line() -> None:
    found = made()
    (panel,) = chart(found, by_id(found, "spring-killed")).panels
    assert [row.word for row in panel.rows] == ["", "lowered by its speaker on 8 March 2018", ""]
    assert panel.over_time and len(panel.over_time.lines[0]) == 3


def test_a_position_without_its_source_is_neither_drawn_nor_told_to_machines() -> None:
    found = made("land-register")
    assert not control_map(found).spots
    assert control_map(found).others
    assert (
        place_page(found, by_id(found, "ondra"))
        .point[0]
        .endswith("(its source was retracted on 25 April 2018)")
    )
    (city,) = (node for node in graph(pages("land-register")["cities/ondra.md"]) if node["@type"] == "City")
    assert "geo" not in city


def test_machines_are_told_of_no_event_that_is_withdrawn() -> None:
    nodes = graph(pages()["events/airfield-raid.md"])
    assert "Event" not in {node["@type"] for node in nodes}
    (told,) = (node for node in nodes if node["@type"] == "Claim")
    assert told["creativeWorkStatus"] == "withdrawn"
    assert told["text"].startswith("Withdrawn:")
    assert [claim.get("creativeWorkStatus") for claim in told["hasPart"]] == ["withdrawn", None, None]
    assert "startDate" not in told


def test_machines_are_told_that_a_source_is_retracted() -> None:
    (work,) = (node for node in graph(pages()["sources/clinic-map.md"]) if node["@type"] == "CreativeWork")
    assert work["creativeWorkStatus"] == "retracted"
    assert front(pages()["sources/clinic-map.md"])["facets"]["status"] == "Retracted"


def test_what_an_actor_is_said_to_be_is_said_by_a_source_that_stands() -> None:
    page = pages("ternwire-0301", "gazette-0305")["actors/river-league.md"]
    assert "Its source was retracted on 25 April 2018." in front(page)["description"]


def test_prose_that_rests_on_what_fell_is_marked() -> None:
    found = made("ledger-0308")
    question = question_page(found, "where-is-the-queen")
    first = question.short.items[0][0]
    assert first.since == (("its source was retracted on 25 April 2018", Ref("queen-leaves", "ledger-air")),)
    assert question.short.items[0][1].since == ()
    text = pages("ledger-0308")["questions/where-is-the-queen.md"]
    assert "[its source was retracted on 25 April 2018](../events/queen-leaves.md#claim-ledger-air)" in text
