"""What was put right stands in full on its own page, as a dated mark elsewhere, and on a page of all."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.derive.snapshot import known_at
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.retired import FormerAddress
from generator.pages.addresses import published
from generator.pages.render import render
from generator.press.theme_parts import ThemeParts, partials_of
from generator.views.context import context
from generator.views.corrections import corrected, correction_days, corrections_of
from generator.views.events import event_line
from generator.views.relations import relation_line
from generator.views.rich_text import plain_text
from tests.built import REPOSITORY
from tests.derive.ask import ended_statements
from tests.derive.make import refs
from tests.views.test_withdrawn import retracting
from tests.world import world, world_pages


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("events/port-hadra-rises.md", "Corrected on 25 March 2018: The hour is that of the harbour clock."),
        ("actors/night-ledger.md", "Corrected on 3 April 2018: We had called it a newspaper."),
        ("cities/tel-marit.md", "Corrected on 3 April 2018: The mark stood on the wrong bank."),
        ("casualties.md", "Corrected on 22 March 2018: A sheet of another town had been counted in."),
        ("sources/charter-history.md", "Corrected on 4 April 2018: We had given the book another author."),
        (
            "questions/who-holds-ondra.md",
            "Corrected on 20 April 2018: The short answer had left the brigade out.",
        ),
    ],
)
def test_a_correction_stands_in_full_on_its_own_page_and_on_the_page_of_all(path: str, words: str) -> None:
    assert words in world_pages()[path]
    assert words in world_pages()["corrections.md"]


def test_it_stands_above_the_sentence_the_latest_first() -> None:
    text = world_pages()["events/port-hadra-rises.md"]
    places = [
        text.index(words) for words in ("Corrected on 25 March", "Corrected on 21 March", ".standfirst")
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("path", "mark"),
    [
        ("timeline.md", "[corrected on 25 March 2018](events/port-hadra-rises.md)"),
        ("index.md", "[corrected on 25 March 2018](events/port-hadra-rises.md)"),
        ("cities/port-hadra.md", "[corrected on 25 March 2018](../events/port-hadra-rises.md)"),
        ("actors/river-league.md", "[corrected on 25 March 2018](../events/port-hadra-rises.md)"),
        ("questions/who-holds-ondra.md", "[corrected on 25 March 2018](../events/port-hadra-rises.md)"),
        ("index.md", "[corrected on 22 March 2018](casualties.md#spring-killed)"),
        ("sources/index.md", "[corrected on 4 April 2018](charter-history.md)"),
        ("actors/index.md", "[corrected on 3 April 2018](night-ledger.md)"),
    ],
)
def test_elsewhere_a_dated_mark_leads_to_it(path: str, mark: str) -> None:
    assert mark in world_pages()[path]


def test_a_correction_names_the_statements_that_it_is_about() -> None:
    text = world_pages()["events/port-hadra-rises.md"]
    assert "[Ferry crews of Port Hadra](#claim-crews)" in text
    assert "[somebody whose words were taken out since](#claim-crew-count)" in text


@pytest.mark.parametrize(("day", "mark"), [(20, ""), (21, "corrected on 21 March 2018")])
def test_an_edition_tells_of_it_from_its_day_on(day: int, mark: str) -> None:
    made = context(known_at(world(), date(2018, 3, day)), "en")
    assert corrected(made, "port-hadra-rises") == mark


def test_what_a_speaker_took_back_is_told_with_the_words_of_before() -> None:
    (turned,) = corrections_of(context(world(), "en"), "airfield-raid").turned
    assert plain_text(turned.said) == "On 6 March 2018 The Night Ledger took this back."
    (before,) = turned.before
    words = "Two boats shelled the airfield, according to The Night Ledger; the Crown Guard denies it."
    assert plain_text(before.words) == words
    assert turned.refs == refs("airfield-raid/ledger airfield-raid/ledger-withdraws")


def test_what_a_publisher_took_back_is_told_with_the_reason() -> None:
    (turned,) = corrections_of(context(world(), "en"), "clinic-closes").turned
    assert plain_text(turned.said) == "On 10 March 2018 Map of closed clinics was retracted."
    assert plain_text(turned.why) == "The club found that its clinics were of another year."
    assert turned.before


def test_a_figure_and_a_statement_that_stands_alone_are_told_too() -> None:
    made = context(retracting(world(), "charter-history"), "en")
    (figure,) = corrections_of(made, "ferry-crossings").turned
    assert plain_text(figure.before[0].words).startswith("about 600, according to the Ondra Gazette")
    (reign,) = corrections_of(made, "queen-mirel").turned
    assert plain_text(reign.before[0].words).startswith("She had reigned since 1999")
    (relation,) = corrections_of(made, "mirel-leads-palace").turned
    assert plain_text(relation.before[0].words).startswith("She headed the palace")


@pytest.mark.parametrize("gone", [(), ("ledger-0304",), ("ledger-0308", "gazette-0305"), ("ternwire-0303",)])
def test_the_words_of_before_are_those_of_the_edition_of_before(gone: tuple[str, ...]) -> None:
    facts = retracting(world(), *gone)
    made = context(facts, "en")
    checked = 0
    for record_id in {ref.record for ref in ended_statements(facts)}:
        record = facts.by_id[record_id]
        for turned in corrections_of(made, record_id).turned:
            earlier = context(known_at(facts, turned.known.day - timedelta(days=1)), "en")
            if turned.before and isinstance(record, Event | Relation):
                line = event_line if isinstance(record, Event) else relation_line
                then = line(earlier, record_id)
                assert plain_text(turned.before[0].words) == plain_text(then.sentence)
                checked += 1
    assert checked


def test_the_days_of_the_page_of_all_fall_and_have_stable_anchors() -> None:
    days = correction_days(context(world(), "en"))
    anchors = [day.anchor for day in days]
    assert anchors == sorted(anchors, reverse=True)
    assert anchors[0] == "day-2018-04-20"
    assert all(day.entries for day in days)


def test_every_page_leads_to_the_corrections() -> None:
    parts = ThemeParts(partials_of(REPOSITORY / "theme"), {"site_name": "", "site_url": "", "extra": {}})
    for page in render(world(), "en"):
        foot = parts.of(page.meta.url, page.front)["colophon"]
        assert f'<a href="{published("corrections.md", page.path)}">Corrections</a>' in foot


def listed(facts: Facts) -> list[tuple[str, str, str]]:
    """Give the days, names and words of what is gone, as the page of all lists them."""
    made = context(facts, "en")
    return [
        (day.anchor, plain_text(one.name), plain_text(one.gone))
        for day in correction_days(made)
        for one in day.entries
        if one.gone
    ]


def test_what_was_renamed_or_taken_out_stands_under_its_day_with_the_reason() -> None:
    found = listed(world())
    assert (
        "day-2018-03-15",
        "River League",
        "Since 15 March 2018 this has another address: River League.",
    ) in found
    assert (
        "day-2018-04-02",
        "The red sheet",
        "Taken out of this explainer on 2 April 2018. "
        "Its printer asked that the <b>names</b> in it be spared.",
    ) in found
    assert (
        "day-2018-03-21",
        "The River League takes the harbour of Port Hadra: a statement",
        "Taken out of this explainer on 21 March 2018. We had taken a guess for a count.",
    ) in found


def test_an_address_that_is_no_more_stands_there_where_the_editors_say_why() -> None:
    said = FormerAddress(address="disagreements/harbour-curfew/", on="2018-03-28", why="Both can be true.")
    led_on = FormerAddress(address="timeline/2018-02/", on="2018-03-28")
    fields = {
        "address": "publishers/lamp/",
        "name": "The Lamp",
        "on": "2018-03-28",
        "why": "It was one paper.",
    }
    facts = replace(world(), former_addresses=(said, led_on, FormerAddress(**fields)))
    assert [one for one in listed(facts) if one not in listed(world())] == [
        (
            "day-2018-03-28",
            plain_text(context(facts, "en").name("harbour-curfew")),
            "Until 28 March 2018 accounts of this were held to differ. Both can be true.",
        ),
        (
            "day-2018-03-28",
            "The Lamp",
            "Since 28 March 2018 this is not at its old address any more: publishers/lamp/."
            " It was one paper.",
        ),
    ]
    before = date(2018, 3, 27)
    assert listed(known_at(facts, before)) == listed(known_at(world(), before))
