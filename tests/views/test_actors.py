"""The overview of actors and their pages: who comes first, what folds, in which order."""

import re

import pytest

from generator.model.actors import Actor
from generator.model.refs import Ref, Refs
from generator.pages.page import NO_SITE_INFO
from generator.pages.render import render_pages
from generator.views.actors import SAID_AT_ONCE, actor_groups, actor_line, actor_page
from generator.views.context import Context, context
from generator.views.rich_text import plain_text
from tests.derive.make import claim, event, facts, source
from tests.world import world


@pytest.fixture
def english() -> Context:
    return context(world(), "en")


def pages(made: Context) -> dict[str, str]:
    return {page.path: page.text for page in render_pages(made, NO_SITE_INFO)}


def talkative(words: int) -> Context:
    said = [event(f"event-{n}", claim("word", "watch", "item"), who=["north-guard"]) for n in range(words)]
    return context(facts(sources=(source("item"),), events=tuple(said)), "en")


def person(made: Context, name: str) -> Actor:
    record = made.queries.record(name)
    assert isinstance(record, Actor)
    return record


def test_parties_come_first_each_side_in_the_explainers_order(english: Context) -> None:
    groups = [group.id for group in actor_groups(english)]
    assert groups == ["crown", "league", "drovian-side", "mill-side", "no-side"]


def test_every_actor_is_in_the_overview_once(english: Context) -> None:
    listed = [
        line.id
        for group in actor_groups(english)
        for lines in (group.actors, *(kind.actors for kind in group.folded))
        for line in lines
    ]
    assert sorted(listed) == sorted(one.id for one in world().actors)


def test_outlets_and_unnamed_sources_fold(english: Context) -> None:
    kinds = {one.id: one.kind.value for one in world().actors}
    for group in actor_groups(english):
        assert not {kinds[line.id] for line in group.actors} & {"news-outlet", "people"}
        for folded in group.folded:
            assert len({kinds[line.id] for line in folded.actors}) == 1
            assert folded.count == str(len(folded.actors))


def test_within_a_side_actors_go_by_kind_then_name(english: Context) -> None:
    crown = next(group for group in actor_groups(english) if group.id == "crown")
    assert [line.id for line in crown.actors] == ["crown-palace", "crown-guard", "queen-mirel"]


@pytest.mark.parametrize(
    ("name", "about", "refs"),
    [
        (
            "queen-mirel",
            "She had reigned since 1999, according to the Ondra Gazette.",
            (Ref("queen-mirel", "reign"),),
        ),
        (
            "crown-guard",
            "The Charter put the Guard under the palace, the Ondra Gazette says",
            (Ref("guard-part-of-palace", "charter"),),
        ),
        ("night-ledger", "It corrects itself in print.", ()),
    ],
)
def test_a_line_says_what_an_actor_is_or_how_it_stands(
    english: Context, name: str, about: str, refs: Refs
) -> None:
    line = actor_line(english, person(english, name))
    assert plain_text(line.about).startswith(about)
    assert line.about_refs == refs


def test_of_an_actor_that_nothing_is_told_of_the_line_counts_what_there_is() -> None:
    made = talkative(2)
    assert plain_text(actor_line(made, person(made, "watch")).about) == "2 statements on this site."
    assert plain_text(actor_line(made, person(made, "north-guard")).about) == "2 events on this site."
    assert actor_line(made, person(made, "radio")).about == ()


@pytest.mark.parametrize("words", [1, SAID_AT_ONCE, SAID_AT_ONCE + 1, SAID_AT_ONCE + 5])
def test_long_lists_of_what_was_said_fold(words: int) -> None:
    made = talkative(words)
    page = actor_page(made, person(made, "watch"))
    assert len(page.said) == min(words, SAID_AT_ONCE)
    assert len(page.said_more) == max(words - SAID_AT_ONCE, 0)
    assert ('class="said-more"' in pages(made)["actors/watch.md"]) == (words > SAID_AT_ONCE)


def test_the_tally_comes_before_what_was_said() -> None:
    text = pages(talkative(3))["actors/watch.md"]
    said = text.index("{#said")
    assert said < text.index("Quoted on 3 events") < text.index("It is so", said)


def test_a_page_goes_from_what_it_is_to_its_names(english: Context) -> None:
    text = pages(english)["actors/river-league.md"]
    anchors = re.findall(r"^## .*\{#([\w-]+)", text, re.M)
    assert anchors == ["claims", "relations", "events", "said", "names"]


def test_the_overview_has_a_graph_and_its_list(english: Context) -> None:
    text = pages(english)["actors/index.md"]
    assert text.count('<figure class="relations-graph"') == 1
    listed = text[text.index('<details class="relations-list" markdown="1">') :]
    assert all(f"#{tie})" in listed for tie in world().relation_holders)


def test_without_dot_the_list_stands_alone_and_open(
    english: Context, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    text = pages(english)["actors/index.md"]
    assert "<figure" not in text
    assert '<details class="relations-list" markdown="1" open="">' in text


def test_an_explainer_without_relations_has_neither_graph_nor_list() -> None:
    text = pages(talkative(1))["actors/index.md"]
    assert "relations" not in text
