"""The graph of one actor: a stem with a branch for each relation, narrow enough for a phone."""

import pytest

from generator.graphics.relations import star_figure
from generator.graphics.relations_layout import WIDTH, star
from generator.model.actors import Actor
from generator.views.context import context
from generator.views.relations import RelationGraph, actor_graph
from tests.graphics.test_relations_graph import apart, link, parsed, relations, touches
from tests.world import world


def star_graph(actor: str, language: str = "en") -> RelationGraph:
    record = world().by_id[actor]
    assert isinstance(record, Actor)
    made = actor_graph(context(world(), language), record)
    assert made
    return made


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("actor", ["river-league", "crown-palace", "drovia", "queen-mirel", "tamsin-oru"])
def test_an_actors_own_graph_holds_its_relations_and_fits_a_phone(actor: str, language: str) -> None:
    made = star_graph(actor, language)
    drawn = star(made)
    holders = world().relation_holders
    near = {name for name, one in relations(world()).items() if actor in (holders[name], one.to)}
    assert drawn.routes.keys() == near
    assert made.actors[0].id == actor
    boxes = list(drawn.boxes.values())
    assert all(apart(one, other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])
    assert drawn.width == WIDTH <= 358
    for box in (*boxes, *(route.word for route in drawn.routes.values())):
        assert box.x - box.width / 2 >= 0
        assert box.x + box.width / 2 <= WIDTH + 1
        assert box.y + box.height / 2 <= drawn.height


@pytest.mark.parametrize("language", ["en", "ar"])
def test_branches_run_between_the_stem_and_the_others(language: str) -> None:
    drawn = star(star_graph("river-league", language))
    ((stem, _),) = drawn.rails
    for name, relation in relations(world()).items():
        if name not in drawn.routes:
            continue
        route, leaves = drawn.routes[name], world().relation_holders[name] == "river-league"
        near, far = (route.points[0], route.tip) if leaves else (route.tip, route.points[0])
        assert near[0] == stem[0]
        assert touches(drawn.boxes[relation.to if leaves else world().relation_holders[name]], far)


def test_its_own_box_links_to_nothing() -> None:
    figure = parsed(star_figure(star_graph("river-league"), link))
    assert len(figure.select("g.actor")) == 1
    assert "#river-league" not in {box["href"] for box in figure.select("a.actor")}


def test_the_key_explains_what_occurs_and_no_more() -> None:
    key = parsed(star_figure(star_graph("river-league"), link)).select(".relations-key__entry")
    words = [entry.get_text().strip() for entry in key]
    assert words == [
        "corroborated and reported",
        "claimed",
        "disputed",
        "leads or speaks for",
        "belongs to",
        "stands against",
        "holds in both directions",
    ]
