"""JSON-LD says what the page says, in valid terms, and cannot break out of its script element."""

import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader

from generator.exports.jsonld import linked_data
from generator.exports.jsonld_words import coverage, days, wikidata
from generator.model.dates import parse_when
from generator.model.events import Event
from generator.pages.kinds import kinds_by
from generator.pages.page import SiteInfo
from generator.pages.render import render
from generator.views.context import context
from generator.views.page_meta import page_meta
from tests.built import REPOSITORY
from tests.exports.graphs import faults, nodes
from tests.world import world

PARTIAL = Environment(loader=FileSystemLoader(REPOSITORY / "theme/partials")).get_template("page-data.html")
EVENT = kinds_by("name")["event"]
SITE = "https://example.org/river/"


@cache
def documents(language: str, site: str = "") -> dict[str, dict[str, Any]]:
    """The JSON-LD of each page of the invented country, by the page's path."""
    pages = render(world(), language, SiteInfo(site, linked_data))
    return {page.path: document(page.front["linked_data"]) for page in pages}


def document(graph: list[dict[str, Any]]) -> dict[str, Any]:
    """What the theme makes of the nodes of a page."""
    shown = PARTIAL.render(page={"meta": {"linked_data": graph}})
    (found,) = re.findall(r'<script type="application/ld\+json">(.*)</script>', shown)
    assert not {"<", ">", "&"} & set(found)
    return json.loads(found)


def main(path: str, kind: str) -> dict[str, Any]:
    """The one top node of that type on a page."""
    (found,) = (node for node in documents("en")[path]["@graph"] if node["@type"] == kind)
    return found


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("site", ["", SITE])
def test_every_page_is_valid(language: str, site: str) -> None:
    wrong = {path: faults(document) for path, document in documents(language, site).items()}
    assert wrong
    assert not {path: found for path, found in wrong.items() if found}


def test_an_event_has_its_dates_places_and_every_claim() -> None:
    event = main("events/port-hadra-rises.md", "Event")
    facts = world()
    record = facts.by_id["port-hadra-rises"]
    assert isinstance(record, Event)
    assert event["startDate"] == "2018-03-01T04:30:00-01:00"  # the zone of the world is an hour behind UTC
    assert [claim["@id"] for claim in event["subjectOf"]] == [
        f"../../events/port-hadra-rises/#claim-{claim.id}" for claim in record.claims
    ]
    claim = event["subjectOf"][0]
    assert claim["author"]["name"] in claim["text"]
    assert claim["datePublished"] == "2018-03-01"


def test_a_place_has_its_position_and_names() -> None:
    place = main("cities/port-hadra.md", "City")
    point = world().by_id["port-hadra"].point  # type: ignore[union-attr]
    assert (place["geo"]["latitude"], place["geo"]["longitude"]) == (point.lat, point.lon)
    assert "ميناء هدرة" in place["alternateName"]


def test_the_figures_are_a_data_set_of_one_part_for_each_series() -> None:
    assert len(main("casualties.md", "Dataset")["hasPart"]) == len(world().series)


def test_the_way_to_a_page_is_told() -> None:
    steps = main("events/queen-leaves.md", "BreadcrumbList")["itemListElement"]
    assert [(step["name"], step["item"]) for step in steps] == [
        ("Home", "../../"),
        ("Timeline", "../../timeline/"),
        ("Queen Mirel leaves Ondra (reported)", "../../events/queen-leaves/"),
    ]


def test_home_is_an_article_and_the_site() -> None:
    assert main("index.md", "Article")["temporalCoverage"] == "2018-02/2018-03"
    assert main("index.md", "WebSite")["url"] == "./"


def test_a_question_names_the_works_that_it_rests_on() -> None:
    assert main("questions/who-holds-ondra.md", "Article")["citation"]


def test_addresses_are_whole_where_the_site_has_one() -> None:
    for document in documents("en", SITE).values():
        for node in nodes(document["@graph"]):
            for name in ("@id", "item", "image"):
                assert node.get(name, SITE).startswith(SITE)


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs"])).map(lambda words: f"{words}</script><!--{words}"))
def test_no_title_ends_the_script_element(title: str) -> None:
    made = context(world(), "en")
    about = replace(page_meta(made, EVENT, "events/queen-leaves.md", "queen-leaves", ("x", "y")), title=title)
    assert document(linked_data(made, about, str))["@graph"][1]["name"] == title


DATES = {
    "2018": ("2018", "2018", "2018"),
    "2018-03": ("2018-03", "2018-03", "2018-03"),
    "2018-03-08T06:10": ("2018-03-08T06:10:00",) * 3,
    "2018-03-08T06:10+02:00": ("2018-03-08T06:10:00+02:00",) * 3,
    "2018-03-08T06:10:30Z": ("2018-03-08T06:10:30+00:00",) * 3,
    "2018-03-08T06:10~": ("", "", ""),
    "2018-XX": ("2018", "2018", "2018"),
    "2018-03-XX": ("2018-03", "2018-03", "2018-03"),
    "201X": ("", "", ""),
    "2018-21": ("", "", ""),
    "-0044-03-15": ("-0044-03-15",) * 3,
    "2018-03/": ("2018-03", "", ""),
    "/2018-03": ("", "2018-03", ""),
    "2018-03-07/2018-03-08": ("2018-03-07", "2018-03-08", "2018-03-07/2018-03-08"),
    "2018-03/..": ("2018-03", "", "2018-03/.."),
    "../2018": ("", "2018", "../2018"),
    "2018-03~": ("", "", ""),
    "2018-03-07?/2018-03-08": ("", "2018-03-08", ""),
}


@pytest.mark.parametrize("edtf", DATES)
def test_a_date_in_doubt_is_left_out(edtf: str) -> None:
    when = parse_when(edtf)
    assert (*days(when), coverage(when)) == DATES[edtf]


@pytest.mark.parametrize(
    ("item", "address"), [("Q42", "https://www.wikidata.org/entity/Q42"), ("42", ""), (None, "")]
)
def test_only_an_item_of_wikidata_becomes_an_address(item: str | None, address: str) -> None:
    assert wikidata(item) == address
