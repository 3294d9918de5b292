"""How actors stand to each other, as data for the graph and for the list beside it."""

from dataclasses import replace

import pytest

from generator.model.actors import Actor
from generator.model.facts import Facts
from generator.model.vocabulary import RelationType, StatusName
from generator.views.context import Context, context
from generator.views.relations import (
    _STROKES,
    _TIE_KEY,
    RELATIONS,
    TIES,
    WORDS,
    actor_graph,
    relation_graph,
    relation_lines,
)
from tests.derive.make import actor, claim, facts, relation, source
from tests.world import world


@pytest.fixture
def english() -> Context:
    return context(world(), "en")


def ring(actors: int) -> Facts:
    """Actors of whom each opposes the next, and the first every other one too."""
    names = [f"actor-{number:02}" for number in range(actors)]
    pairs = [*zip(names, [*names[1:], names[0]], strict=True), *((names[0], other) for other in names[2:])]
    held = {
        name: [
            relation(f"{tail}-on-{head}", head, claim("word", names[1], "item"))
            for tail, head in pairs
            if tail == name
        ]
        for name in names
    }
    return facts(
        sources=(source("item"),), actors=tuple(actor(name, relations=tuple(held[name])) for name in names)
    )


def test_every_type_and_status_has_its_words_and_look() -> None:
    assert set(RELATIONS) == set(WORDS) == set(TIES) == set(RelationType)
    assert set(TIES.values()) == set(_TIE_KEY)
    assert set(_STROKES) == set(StatusName)


def test_the_graph_and_the_list_hold_the_same_relations(english: Context) -> None:
    graph = relation_graph(english)
    assert graph
    lines = sorted(relation_lines(english), key=lambda line: [tie.id for tie in graph.ties].index(line.id))
    assert [tie.id for tie in graph.ties] == [line.id for line in lines]
    assert [(tie.tail, tie.head, tie.refs, tie.status) for tie in graph.ties] == [
        (line.holder, line.other, line.refs, line.status) for line in lines
    ]


def test_only_actors_that_have_relations_are_in_the_graph(english: Context) -> None:
    graph = relation_graph(english)
    assert graph
    ends = {end for tie in graph.ties for end in (tie.tail, tie.head)}
    assert {one.id for one in graph.actors} == ends
    assert "night-ledger" not in ends
    assert {one.side for one in graph.actors} - {""} == {side.id for side in graph.sides}
    assert graph.more == 0


def test_a_tie_says_its_whole_relation_with_time_and_status(english: Context) -> None:
    graph = relation_graph(english)
    assert graph
    says = {tie.id: tie.saying for tie in graph.ties}
    assert says["drovia-shelters-mirel"].startswith("Drovia granted asylum to Queen Mirel · since 10 March")
    assert says["drovia-lists-league"].startswith("Drovia lists the River League as a terrorist organisation")
    assert says["league-allied-with-ab"].endswith(" · disputed")


def test_a_great_graph_keeps_those_with_most_relations_and_counts_the_rest() -> None:
    made = context(ring(45), "en")
    graph = relation_graph(made)
    assert graph
    assert (len(graph.actors), graph.more) == (40, 5)
    assert "actor-00" in {one.id for one in graph.actors}
    assert len(relation_lines(made)) > len(graph.ties)
    small = relation_graph(made, most=3)
    assert small
    assert (len(small.actors), small.more) == (3, 42)


def test_without_relations_there_is_no_graph() -> None:
    bare = replace(world(), actors=tuple(one.model_copy(update={"relations": ()}) for one in world().actors))
    made = context(bare, "en")
    assert relation_graph(made) is None
    assert relation_lines(made) == ()


@pytest.mark.parametrize(("name", "ties"), [("river-league", 6), ("crown-guard", 0), ("night-ledger", 0)])
def test_an_actor_has_a_graph_of_its_own_from_two_relations_on(
    english: Context, name: str, ties: int
) -> None:
    record = world().by_id[name]
    assert isinstance(record, Actor)
    graph = actor_graph(english, record)
    assert (len(graph.ties) if graph else 0) == ties
    if graph:
        assert graph.actors[0].id == name
        assert "River League" in graph.label
        outgoing = [tie.tail == name for tie in graph.ties]
        assert outgoing == sorted(outgoing, reverse=True)
