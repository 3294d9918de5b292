"""The relations graph against the facts: every relation once, with the right ends, look and link."""

import gzip
import logging
import os
import re
import shutil
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from generator.graphics.relations import drawing, relations_figure
from generator.graphics.relations_dot import _asked, _warn, laid_out
from generator.graphics.relations_layout import NAME_SIZE, WORD_SIZE, Layout, NodeBox, width
from generator.graphics.relations_plan import NARROW, WIDE, Form, sizes, source, stacking
from generator.load import load
from generator.model.actors import Relation
from generator.model.facts import Facts
from generator.views.context import context
from generator.views.relations import RelationGraph, relation_graph
from tests.built import REPOSITORY
from tests.derive.ask import status
from tests.world import world

FORMS = [WIDE, NARROW]
STYLE = (REPOSITORY / "theme/assets/relations.css").read_text("utf-8")
BUDGET = 10_240  # bytes, compressed as a server sends them: both forms with their key


def link(record: str) -> str:
    return f"#{record}"


@cache
def graph(language: str = "en", name: str = "world") -> RelationGraph:
    facts = world() if name == "world" else load(REPOSITORY).facts
    made = relation_graph(context(facts, language))
    assert made
    return made


@cache
def layout(form: Form, language: str = "en") -> Layout:
    made = laid_out(graph(language), form)
    assert made, "these tests need Graphviz: make graphviz"
    return made


def parsed(svg: str) -> BeautifulSoup:
    return BeautifulSoup(svg, "xml")


def relations(facts: Facts) -> dict[str, Relation]:
    return {relation.id: relation for actor in facts.actors for relation in actor.relations}


def ties(svg: str) -> dict[str, Tag]:
    found = parsed(svg).select("a.tie")
    assert len({tie["href"] for tie in found}) == len(found)
    return {tie["href"].removeprefix("#"): tie for tie in found}


def touches(box: NodeBox, point: tuple[int, int]) -> bool:
    """Whether a point lies on the rim of a box, give or take what rounding moves."""
    x, y = abs(point[0] - box.x) - box.width / 2, abs(point[1] - box.y) - box.height / 2
    return max(x, y) <= 3 and max(x, y) >= -3


def apart(one: NodeBox, other: NodeBox) -> bool:
    across = abs(one.x - other.x) * 2 >= one.width + other.width - 2
    return across or abs(one.y - other.y) * 2 >= one.height + other.height - 2


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_relation_is_drawn_once_as_it_stands(form: Form) -> None:
    drawn = ties(drawing(graph(), layout(form), link))
    wanted = relations(world())
    assert drawn.keys() == wanted.keys()
    for name, relation in wanted.items():
        assert drawn[name]["class"] == f"tie tie--{status(relation, world()).name}"
        assert drawn[name]["data-claims"].split() == [f"{name}/{claim.id}" for claim in relation.claims]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_line_joins_its_two_actors(form: Form, language: str) -> None:
    made = layout(form, language)
    for name, relation in relations(world()).items():
        route = made.routes[name]
        assert touches(made.boxes[world().relation_holders[name]], route.points[0]), name
        assert touches(made.boxes[relation.to], route.tip), name


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_boxes_stand_apart_and_in_the_frame_of_their_side(form: Form) -> None:
    made = layout(form)
    boxes = list(made.boxes.values())
    assert all(apart(one, other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])
    for actor in graph().actors:
        inside = {side for side, frame in made.frames.items() if not apart(made.boxes[actor.id], frame.box)}
        assert inside == ({actor.side} if actor.side else set())


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_everything_lies_within_the_picture(form: Form) -> None:
    made = layout(form)
    frames = [frame.box for frame in made.frames.values()]
    words = [route.word for route in made.routes.values()]
    for box in (*made.boxes.values(), *frames, *words):
        assert box.width / 2 <= box.x <= made.width - box.width / 2
        assert box.height / 2 <= box.y <= made.height - box.height / 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_words_fit_into_their_boxes(language: str) -> None:
    made = layout(NARROW, language)
    for box in made.boxes.values():
        assert max(width(line, NAME_SIZE) for line in box.lines) <= box.width - 8
    for route in made.routes.values():
        assert max(width(line, WORD_SIZE) for line in route.word.lines) <= route.word.width
        assert min(route.word.width, route.word.height) >= 24  # what a finger needs


def test_sides_stand_one_below_the_other_in_the_narrow_form() -> None:
    frames = layout(NARROW).frames
    order = [frames[side].box for side in stacking(graph())]
    assert all(above.y < below.y for above, below in pairwise(order))


def test_actors_link_to_their_pages_and_ties_to_their_claims() -> None:
    svg = parsed(drawing(graph(), layout(WIDE), lambda record: f"there/{record}"))
    boxes = {box["href"]: box.get_text().strip() for box in svg.select("a.actor")}
    assert boxes == {
        f"there/{actor.id}": "".join(run.words for run in actor.name) for actor in graph().actors
    }
    # The list beside the graph serves the keyboard, so that it need not pass every line here too.
    assert all(tie["tabindex"] == "-1" for tie in svg.select("a.tie"))


def test_every_word_rests_on_a_claim_or_is_editorial() -> None:
    figure = parsed(relations_figure(graph(), link))
    for words in figure.find_all(string=re.compile(r"\w")):
        marked = words.find_parent(lambda tag: tag.has_attr("data-claims") or tag.has_attr("data-editorial"))
        assert marked, words


def test_status_and_kind_show_in_stroke_and_end() -> None:
    drawn = ties(drawing(graph(), layout(WIDE), link))
    assert len(drawn["league-allied-with-ab"].select("path")) == 2  # disputed: a double line
    assert len(drawn["league-allied-with-ab"].select("circle.end")) == 2  # both directions
    assert drawn["oru-leads-league"].select("path.end--full")
    assert drawn["mill-member-of-league"].select("path.end--hollow")
    assert drawn["league-opposes-palace"].select("path.end--bar")
    assert len(drawn["drovia-supports-palace"].select("path.end")) == 1


def test_the_style_sheet_knows_every_class() -> None:
    classes = {
        name
        for drawn in parsed(relations_figure(graph(), link)).select("[class]")
        for name in drawn["class"].split()
    }
    plain = {"tie--plain", "tie--reported", "tie--corroborated", "relations-room--star"}
    assert not {name for name in classes - plain if f".{name}" not in STYLE}
    assert {"tie--claimed", "tie--disputed", "tie--withdrawn"} <= set(re.findall(r"tie--\w+", STYLE))


def test_markup_is_fit_for_a_page_of_markdown_under_a_strict_policy() -> None:
    figure = relations_figure(graph(), link)
    assert "\n" not in figure
    assert not re.search(r"\s(style|id|on\w+)=", figure)
    regions = parsed(figure).select("[role=region]")
    assert [region["tabindex"] for region in regions] == ["0", "0"]
    assert all(region["aria-label"] for region in regions)


def test_names_cannot_leave_their_box() -> None:
    actors = tuple(
        replace(actor, name=(replace(actor.name[0], words="<script>&\"A\" 'B'"),)) for actor in graph().actors
    )
    odd = replace(graph(), actors=actors)
    made = laid_out(odd, WIDE)
    assert made
    boxes = parsed(drawing(odd, made, link)).select("a.actor")
    assert {box.get_text() for box in boxes} == {"<script>&\"A\" 'B'"}


def test_the_same_facts_give_the_same_bytes() -> None:
    backwards = replace(world(), actors=world().actors[::-1])
    turned = relation_graph(context(backwards, "en"))
    assert turned
    assert relations_figure(turned, link) == relations_figure(graph(), link)


def test_fonts_of_the_machine_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    program, question = shutil.which("dot"), source(graph(), WIDE, sizes(graph(), WIDE))
    answer = _asked(program, question)
    monkeypatch.setenv("FONTCONFIG_FILE", os.devnull)
    _asked.cache_clear()
    assert _asked(program, question) == answer


def test_it_runs_from_right_to_left_where_words_do() -> None:
    made = layout(WIDE, "ar")
    leads = made.routes["oru-leads-league"]
    assert leads.points[0][0] > leads.tip[0]
    assert (
        layout(WIDE, "en").routes["oru-leads-league"].tip[0]
        > layout(WIDE, "en").routes["oru-leads-league"].points[0][0]
    )


def test_the_default_graph_keeps_to_its_budget() -> None:
    figure = relations_figure(graph("en", "default"), link)
    assert len(gzip.compress(figure.encode())) <= BUDGET


# Without dot


@pytest.fixture
def unwarned() -> None:
    _warn.cache_clear()


@pytest.mark.usefixtures("unwarned")
def test_without_dot_there_is_no_graph_and_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with caplog.at_level(logging.WARNING):
        assert relations_figure(graph(), link) == ""
        assert relations_figure(graph("ar"), link) == ""
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "apt-get install graphviz" in caplog.messages[0]


@pytest.mark.usefixtures("unwarned")
def test_a_dot_that_fails_is_named_with_its_reason(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "dot").write_text("#!/bin/sh\necho 'Format not recognised' >&2\nexit 1\n", "utf-8")
    (tmp_path / "dot").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert relations_figure(graph(), link) == ""
    assert "`dot` failed: Format not recognised" in caplog.messages[0]
