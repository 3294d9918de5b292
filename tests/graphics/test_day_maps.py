"""The small maps of single days: each what was held then, on one base, light, its names apart."""

import gzip
from functools import cache
from itertools import combinations

import pytest
from bs4 import BeautifulSoup

from generator.graphics.day_maps import BASE, day_figures
from generator.graphics.map_labels import text_box
from generator.load import load
from generator.views.context import context
from generator.views.day_by_day import day_by_day
from tests.built import REPOSITORY
from tests.derive.make import place
from tests.graphics.stories import POINT, story, taken
from tests.world import world

every_world = pytest.mark.parametrize(
    ("name", "code"), [("world", "en"), ("world", "ar"), ("default", "en"), ("default", "ar")]
)


@cache
def view_of(name, code):
    return day_by_day(context(world() if name == "world" else load(REPOSITORY).facts, code)).maps


@cache
def drawn(name, code):
    return day_figures(view_of(name, code))


def soup(svg):
    return BeautifulSoup(svg, "lxml").svg


@every_world
def test_every_map_is_drawn_on_the_one_base_of_the_page(name, code) -> None:
    figures = drawn(name, code)
    assert str(figures.key).count(f'id="{BASE}"') == 1
    for svg in figures.maps.values():
        assert [use["href"] for use in soup(svg).select("use")] == [f"#{BASE}"]
        assert not soup(svg).select("[id]")


@every_world
def test_a_map_is_a_picture_with_a_name(name, code) -> None:
    for number, svg in drawn(name, code).maps.items():
        assert soup(svg)["role"] == "img"
        assert view_of(name, code).control.days[number].name in soup(svg)["aria-label"]
        assert not soup(svg).select("a, [tabindex]")


@every_world
def test_each_mark_says_what_it_rests_on(name, code) -> None:
    for one in view_of(name, code).maps.values():
        svg = soup(drawn(name, code).maps[one.number])
        marks = {each["data-claims"].split("/")[0]: each for each in svg.select("svg > g")}
        assert marks.keys() == {spot.id for spot in one.spots}
        for spot in one.spots:
            (stretch,) = (each for each in spot.stretches if one.number in each.days)
            assert marks[spot.id].select_one("g")["data-claims"] == " ".join(map(str, stretch.refs))
            assert ("anew" in marks[spot.id].get("class", [])) == (spot.id in one.changed)


@every_world
def test_what_changed_is_named(name, code) -> None:
    for one in view_of(name, code).maps.values():
        svg = soup(drawn(name, code).maps[one.number])
        named = [each for each in svg.select(".anew") if each.select("text")]
        assert len(named) >= len(one.changed) * 0.6  # beside each other there is not room for all


@every_world
def test_no_two_names_lie_on_each_other(name, code) -> None:
    for svg in drawn(name, code).maps.values():
        boxes = []
        for spot in soup(svg).select("svg > g:has(> text)"):
            left, top = map(float, spot["transform"][10:-1].split())
            label = spot.find("text")
            at = (left + float(label.get("x", 0)), top + float(label["y"]))
            boxes.append(text_box(label.text, at, label.get("text-anchor", "start"), 12))
        assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]


def test_a_map_of_many_places_draws_those_that_changed_and_no_more_than_it_has_room_for() -> None:
    names = [f"town-{number:02d}" for number in range(80)]
    places = [
        place(name, point={**POINT, "lat": 30.2 + number % 9 * 0.3, "lon": -39.8 + number // 9 * 0.4})
        for number, name in enumerate(names)
    ]
    events = [*(taken(1, "north", name) for name in names), taken(3, "south", names[-1])]
    view = day_by_day(context(story(*events, places=places), "en")).maps
    first, second = view.maps.values()
    assert (len(first.spots), len(second.spots)) == (40, 40)
    assert second.spots[0].id == names[-1]


def test_the_maps_of_the_default_explainer_are_light() -> None:
    figures = drawn("default", "en")
    whole = "".join([figures.key, *figures.maps.values(), figures.credits])
    assert len(figures.maps) > 5
    assert len(gzip.compress(whole.encode(), 6)) < 8_000


def test_where_there_is_nothing_to_draw_there_is_nothing() -> None:
    figures = day_figures(None)
    assert (figures.key, figures.credits, dict(figures.maps)) == ("", "", {})
