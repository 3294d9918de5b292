"""What several say jointly: one voice, told in the name of all, on the page of each."""

import json
from functools import cache
from typing import Any

import pytest

from generator.derive.snapshot import known_at
from generator.exports.jsonld import linked_data
from generator.model.facts import Facts
from generator.model.refs import Ref
from generator.pages.page import Page, SiteInfo
from generator.pages.render import render
from generator.views.charts import chart
from generator.views.citation_notes import citation_note
from generator.views.context import Context, context
from generator.views.feeds import feeds
from generator.views.rich_text import plain_text
from generator.views.sentences import claim_sentence
from generator.views.versions import accounts
from tests.derive.ask import disagreements, ended_statements, status
from tests.derive.make import Told as W
from tests.derive.make import claim, day, event, facts, figure, place, series, source, tell

SOURCES = tuple(source(f"s{number}", number) for number in range(1, 7))


@cache
def river(by: str = "watch+paper") -> Facts:
    """An event, a place with a point, and a series, all told jointly."""
    told = event("told", claim("both", by, "s1", says="The quay is shut."), favours=())
    ford = place("ford", point={"lat": "1.5", "lon": "2.5", "by": by.split("+"), "cite": "s1"})
    toll = series(
        "toll",
        *(figure(f"n{n}", by, f"s{n}", value=str(n * 10), as_of=str(day(n))) for n in (1, 2, 3)),
        running="true",
    )
    return facts(sources=SOURCES, events=(told,), places=(ford,), series=(toll,))


def said(by: str, stance: str = "asserts") -> Context:
    """One event of which one thing is said."""
    return context(facts(sources=SOURCES, events=(event("told", claim("c", by, "s1", stance)),)), "en")


def english(by: str = "watch+paper") -> Context:
    return context(river(by), "en")


@cache
def pages(by: str = "watch+paper") -> dict[str, Page]:
    return {page.path: page for page in render(river(by), "en", SiteInfo("", linked_data))}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The quay is shut, Watch and Paper say."),
        ("fr", "The quay is shut, indiquent Watch et Paper."),
        ("ar", "The quay is shut، حسب قول Watch وPaper."),
    ],
)
def test_the_sentence_names_all_of_them(language: str, sentence: str) -> None:
    assert plain_text(claim_sentence(context(river(), language), Ref("told", "both"))) == sentence


def test_the_verb_stands_in_the_plural() -> None:
    made = context(
        facts(sources=SOURCES, events=(event("told", claim("c", "watch+north-guard", "s1")),)), "en"
    )
    assert plain_text(claim_sentence(made, Ref("told", "c"))).endswith("Watch and North-Guard say.")
    denied = facts(sources=SOURCES, events=(event("told", claim("c", "watch+paper", "s1", "denies")),))
    assert plain_text(claim_sentence(context(denied, "en"), Ref("told", "c"))).startswith(
        "Watch and Paper deny it"
    )


def test_it_is_one_voice_in_either_order() -> None:
    for by in ("watch+paper", "paper+watch"):
        found = status(river(by).events[0], river(by))
        assert (found.independent, set(found.speakers)) == (1, {"watch", "paper"})
        note = citation_note(english(by), ("told",))
        assert note.speakers == "1"
        assert {span.target for span in note.records[0].statements[0].speaker if span.target} == {
            "watch",
            "paper",
        }


@pytest.mark.parametrize("name", ["watch", "paper"])
def test_the_page_of_each_lists_it(name: str) -> None:
    text = pages()[f"actors/{name}.md"].text
    assert "The quay is shut" in text
    assert 'data-claims="told/both' in text or "told/both" in text
    assert any(feed.path == f"feeds/actors/{name}" and feed.entries for feed in feeds(english()))


def test_pages_link_to_each_of_them() -> None:
    for path in ("events/told.md", "cities/ford.md", "casualties.md"):
        text = pages()[path].text
        assert "actors/watch.md" in text and "actors/paper.md" in text, path


def test_machines_are_told_of_each_of_them() -> None:
    graph = json.loads(json.dumps(pages()["events/told.md"].front["linked_data"]))
    (found,) = (node for node in graph if node["@type"] == "Event")
    assert [author["name"] for author in found["subjectOf"][0]["author"]] == ["Watch", "Paper"]


def test_a_note_behind_a_sentence_links_to_each_of_them() -> None:
    notes = [note for page in pages().values() for note in page.front.get("notes", [])]
    said = [one for note in notes for record in note["records"] for one in record["said"]]
    joint = [one for one in said if one["claim"] == "told/both"]
    assert joint
    for one in joint:
        assert one["name"] == "Watch and Paper" and "url" not in one
        assert [(part["text"], part["url"]) for part in one["each"] if "url" in part] == [
            ("Watch", "actors/watch/"),
            ("Paper", "actors/paper/"),
        ]


def test_a_running_count_of_several_is_one_line() -> None:
    found = chart(english(), river().series[0]).panels[0].over_time
    assert found is not None
    assert [stop.amount for stop in found.lines[0]] == ["10", "20", "30"]
    assert found.lines[0][0].speaker == "Watch and Paper"


def test_an_earlier_edition_keeps_those_who_speak_jointly() -> None:
    edition = known_at(river(), day(1))
    assert {"watch", "paper"} <= {actor.id for actor in edition.actors}
    assert edition.events[0].claims[0].by == ("watch", "paper")


def test_a_joint_number_ends_where_all_of_them_gave_another() -> None:
    def ended(by: str) -> set[Ref]:
        toll = series(
            "toll",
            figure("old", "watch+paper", "s1", value="10"),
            figure("new", by, "s2", value="8", revised="Counted twice."),
        )
        return set(ended_statements(facts(sources=SOURCES, series=(toll,))))

    assert ended("paper+watch") == {Ref("toll", "old")}
    assert ended("watch") == set()


def test_a_joint_number_is_in_conflict_with_that_of_others_alone() -> None:
    def pairs(*figures: Any) -> list[Any]:
        return [
            found.versions
            for found in disagreements(facts(sources=SOURCES, series=(series("toll", *figures),)))
        ]

    both = figure("both", "watch+paper", "s1", value="10")
    assert pairs(both, figure("again", "paper+watch", "s2", value="12")) == []
    assert len(pairs(both, figure("other", "radio", "s2", value="12"))[0]) == 2
    assert len(pairs(both, figure("own", "watch", "s2", value="12"))[0]) == 2  # the other still says 10


def test_a_claim_stands_until_the_last_of_them_takes_it_back() -> None:
    one, world = tell([W("watch+paper"), W("watch", "withdraws", 3)])
    assert Ref("told", "c1") not in ended_statements(world)
    assert status(one, world).speakers == ("paper",)
    one, world = tell([W("watch+paper"), W("watch", "withdraws", 3), W("paper", "withdraws", 4)])
    assert ended_statements(world)[Ref("told", "c1")].on == day(4)


def test_the_side_of_any_of_them_is_told() -> None:
    made = context(
        facts(sources=SOURCES, events=(event("told", claim("c", "watch+north-guard", "s1")),)), "en"
    )
    assert accounts(made, [Ref("told", "c")])[0].party == "party: North"
