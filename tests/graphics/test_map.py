"""The figure of the map: every place with its holder on its day, legible, within its budget."""

import gzip
import re
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from bs4 import BeautifulSoup, NavigableString

from generator.graphics.map import NARROW, SIZES, WIDE, control_figure, locator_figure
from generator.graphics.map_base import FULL, drawn_base
from generator.graphics.map_lines import frame_box, projection
from generator.graphics.map_marks import COLOURS, SHAPES, place_spots
from generator.load import load
from generator.model.base_map import BaseMap, Layer, MapShape
from generator.model.places import Place
from generator.model.refs import parse_target
from generator.model.text import Text
from generator.views.context import context
from generator.views.control_map import MOST_DAYS, control_map, landmarks, locator
from generator.views.rich_text import plain_text
from tests.built import REPOSITORY
from tests.derive.make import claim, event, place
from tests.graphics.stories import POINT, story, taken
from tests.world import world

THEME = REPOSITORY / "theme" / "assets"
CASES = [("world", "en"), ("world", "ar"), ("default", "en"), ("default", "ar")]
every_map = pytest.mark.parametrize(("name", "code"), CASES)


@cache
def made(name, code):
    return context(world() if name == "world" else load(REPOSITORY).facts, code)


@cache
def view_of(name, code):
    return control_map(made(name, code))


def links(target):
    return f"../cities/{target}/"


def drawn(view):
    return BeautifulSoup(control_figure(view, links), "lxml").figure


def shown_on(figure, day, last):
    """The marks of a day, as the style sheet shows them."""
    for mark in figure.select("a.mark"):
        classes = mark["class"]
        if "on" not in classes or f"on-{day}" in classes:
            assert ("last" in classes) == (f"on-{last}" in classes)
            yield mark


@every_map
def test_every_controlled_place_is_marked_with_its_holders_on_each_day(name, code):
    context, view = made(name, code), view_of(name, code)
    figure = drawn(view)
    for at, day in enumerate(view.days):
        marks = {mark["href"]: mark for mark in shown_on(figure, at, len(view.days) - 1)}
        assert sorted(marks) == sorted(links(spot.id) for spot in view.spots)
        for spot in view.spots:
            holdings = context.queries.holdings_on(spot.id, day.day)
            mark = marks[links(spot.id)]
            holders = [kind[2:] for kind in mark["class"] if kind.startswith("h-")]
            assert holders == list(dict.fromkeys(holding.holder for holding in holdings))
            assert bool(mark.select(".claimed")) == any(h.status.name == "claimed" for h in holdings)
            assert bool(mark.select(".ring")) == any(h.status.name == "disputed" for h in holdings)
            assert bool(mark.select(".split")) == (len(holdings) > 1 or any(h.part for h in holdings))
            assert plain_text(context.name(spot.id)) in mark.title.string


@every_map
def test_a_mark_rests_on_the_claims_of_its_event(name, code):
    context, view = made(name, code), view_of(name, code)
    for mark in drawn(view).select("a.mark"):
        refs = mark["data-claims"].split()
        assert refs and all(context.queries.known_day(parse_target(ref)) for ref in refs)


@every_map
def test_the_table_has_a_row_for_every_mark_and_day(name, code):
    view = view_of(name, code)
    for spot in (*view.spots, *view.others):
        for stretch in spot.stretches:
            for at in stretch.days:
                day = view.days[at].day
                rows = [
                    row
                    for row in view.rows
                    if row.place == spot.id and row.first <= day and (row.last is None or day <= row.last)
                ]
                assert [row.held.status for row in rows] == [share.status for share in stretch.shares]


@every_map
def test_each_holder_has_a_shape_of_its_own_and_the_colour_of_its_side(name, code):
    view = view_of(name, code)
    shapes, colours = {}, {}
    for mark in drawn(view).select("a.mark"):
        holders = [kind[2:] for kind in mark["class"] if kind.startswith("h-")]
        glyphs = [path for path in mark.select("path") if "lines" not in path["class"]]
        for holder, path in zip(holders, glyphs, strict=len(holders) == len(glyphs)):
            shapes.setdefault(holder, set()).add(path["d"])
            colours.setdefault(holder, set()).add(path["class"][0])
    assert all(len(found) == 1 for found in (*shapes.values(), *colours.values()))
    assert len({next(iter(found)) for found in shapes.values()}) == len(shapes)
    assert {len(side) for side in colours.values()} == {1}
    for holder in view.holders:
        if holder.id in colours and holder.side is not None:
            assert colours[holder.id] == {f"c{holder.side % COLOURS + 1}"}


@every_map
def test_the_key_shows_every_holder_as_the_map_does(name, code):
    view, figure = view_of(name, code), drawn(view_of(name, code))
    key = {
        " ".join(span.get_text().split()): span.path["d"] for span in figure.select(".map-key span:has(path)")
    }
    for holder in view.holders:
        assert key[plain_text(holder.name)] == SHAPES[holder.number % len(SHAPES)]


def placed(view):
    plane = projection(frame_box(view.map_base.frame), FULL.width)
    return plane, place_spots(view.spots, plane, SIZES)


@every_map
@pytest.mark.parametrize("size", SIZES)
def test_no_two_names_collide(name, code, size):
    plane, where = placed(view_of(name, code))
    boxes = {id: label.box for id, label in where.labels[size].items()}
    assert not [pair for pair in combinations(boxes, 2) if boxes[pair[0]].meets(boxes[pair[1]])]
    marks = where.marks[size]
    assert not [(a, b) for a in boxes for b in marks if a != b and boxes[a].meets(marks[b])]
    assert all(plane.box.holds(box) for box in boxes.values())


@every_map
def test_most_names_find_room(name, code):
    view = view_of(name, code)
    _, where = placed(view)
    assert len(where.labels["w"]) >= len(view.spots) * 0.95
    assert len(where.labels["n"]) >= len(view.spots) * 0.75


@every_map
def test_the_same_bytes_each_time(name, code):
    first = control_figure(view_of(name, code), links)
    drawn_base.cache_clear()
    projection.cache_clear()
    assert control_figure(control_map(made(name, code)), links) == first


@every_map
def test_a_figure_can_stand_in_markdown_under_a_strict_policy(name, code):
    context = made(name, code)
    towns = landmarks(context)
    figures = [control_figure(view_of(name, code), links)]
    figures += [locator_figure(locator(context, one, towns), links) for one in context.queries.places]
    for written in figures:
        assert "\n\n" not in written
        assert not re.search(r"<style|<script| style=| on[a-z]+=| id=|javascript:", written)
        for words in BeautifulSoup(written, "lxml").find_all(string=True):
            if type(words) is NavigableString and words.strip():
                assert words.find_parent(attrs={"data-claims": True}) or words.find_parent(
                    attrs={"data-editorial": True}
                ), words


def test_markup_in_a_name_is_no_markup():
    ford = Place(id="ford", name='<b>"Ford"</b> & quay', kind="town", point=POINT)
    figure = control_figure(control_map(context(story(taken(2, "north-guard"), places=(ford,)), "en")), links)
    assert "<b>&quot;" not in figure
    assert "&lt;b&gt;&quot;Ford&quot;&lt;/b&gt; &amp; quay" in figure


def test_the_last_day_is_chosen_and_others_can_be():
    view = view_of("world", "en")
    radios = drawn(view).select(".map-days input")
    assert [radio["class"] for radio in radios] == [[f"day-{at}"] for at in range(len(view.days))]
    assert [radio.has_attr("checked") for radio in radios] == [*[False] * (len(radios) - 1), True]
    assert [radio["aria-label"] for radio in radios] == [day.name for day in view.days]


def test_a_single_day_needs_no_choice():
    figure = drawn(control_map(context(story(taken(1, "north-guard"), covers=(1, 1)), "en")))
    assert not figure.select(".map-days")
    assert not figure.select(".on")


def test_nothing_is_drawn_without_ground_and_no_locator_without_a_point():
    told = story(taken(2, "north-guard"), places=(place("ford"),))
    made = context(told, "en")
    assert control_figure(control_map(made), links) == ""
    assert locator_figure(locator(made, told.places[0], ()), links) == ""


def test_a_part_of_a_place_is_marked_as_a_part():
    figure = drawn(control_map(context(story(taken(2, "north-guard", part="the east bank")), "en")))
    mark = figure.select("a.mark")[-1]
    assert len(mark.select(".split")) == 1
    assert len(mark.select(".untold")) == 1
    assert "held in parts" in figure.select(".map-key")[-1].get_text()


def test_a_disputed_holding_has_a_ring():
    denied = event(
        "taken",
        claim("told", "north-guard", "s1"),
        claim("denied", "south-guard", "s1", "denies"),
        occurred="2031-05-02",
        changes=(taken(2, "north-guard").changes[0],),
    )
    figure = drawn(control_map(context(story(denied), "en")))
    assert figure.select("a.mark .ring")
    assert "disputed" in figure.select(".map-key")[-1].get_text()


def base_map():
    ring = ((-39.0, 31.0), (-37.0, 31.0), (-37.0, 32.5), (-39.0, 32.5), (-39.0, 31.0))
    far = ((100.0, 10.0), (110.0, 10.0), (110.0, 20.0))
    words = Text((("", "Velmar"), ("ar", "فلمار")))
    return BaseMap(
        (
            MapShape(Layer.LAND, (ring, far)),
            MapShape(Layer.MAIN, (ring,), words),
            MapShape(Layer.DISPUTED, (ring[:3],), words, Text((("", "the marsh"),))),
            MapShape(Layer.RIVER, (((-60.0, 31.5), (20.0, 31.6)),)),
            MapShape(Layer.LABEL, (((-38.5, 30.5),),), words),
            MapShape(Layer.SEA_LABEL, (((-39.2, 32.7),),), Text((("", "The Deep"),))),
        ),
        Text((("", "the Survey"),)),
    )


def test_the_base_map_is_drawn_named_and_credited():
    told = replace(story(taken(2, "north-guard")), base_map=base_map())
    figure = drawn(control_map(context(told, "en")))
    assert [path["class"] for path in figure.svg.find_all("path", class_=re.compile("^map-"))] == [
        [f"map-{layer}"] for layer in ("land", "main", "hatch", "disputed", "river")
    ]
    assert figure.svg.rect["class"] == ["map-sea"]
    assert {text.string for text in figure.select(".map-name")} == {"Velmar", "The Deep"}
    assert figure.select_one(".map-credits").string == "Hatched: the marsh. Base map: the Survey."
    assert len(figure.svg.find("path", class_="map-land")["d"]) < 60  # what is far away is not in it


def test_without_a_base_map_the_ground_is_plain():
    figure = drawn(control_map(context(story(taken(2, "north-guard")), "en")))
    assert figure.svg.rect["class"] == ["map-plain"]
    assert not figure.select(".map-credits")


def test_a_locator_shows_one_place_among_the_towns():
    context = made("world", "en")
    ondra = context.queries.record("ondra")
    figure = BeautifulSoup(locator_figure(locator(context, ondra, landmarks(context)), links), "lxml").figure
    assert [mark["href"] for mark in figure.select(".here a")] == [links("ondra")]
    assert len(figure.select("a.mark")) > 1


def packed(text):
    return len(gzip.compress(text.encode(), 9, mtime=0))


def css():
    return (THEME / "map.css").read_text(encoding="utf-8")


def test_the_map_keeps_to_its_budget():
    assert packed(control_figure(view_of("default", "en"), lambda target: f"cities/{target}/")) <= 8 * 1024
    assert packed(css()) <= 1.6 * 1024
    assert packed((THEME / "map.js").read_text(encoding="utf-8")) <= 1024


def test_the_style_sheet_knows_every_day_and_colour():
    assert MOST_DAYS <= 40
    for day in range(40):
        assert f".map:has(.day-{day}:checked) .on-{day}" in css()
    assert {f".c{side}" for side in range(COLOURS + 1)} <= set(re.findall(r"^\.c\d", css(), re.M))


def test_the_style_sheet_sets_the_sizes_that_names_are_placed_for():
    assert f"600 {WIDE.type}px" in css()
    assert f".map .n {{ display: revert; font-size: {NARROW.type}px; }}" in css()
    assert f".mark > * {{ scale: {NARROW.mark / WIDE.mark:g}; }}" in css()


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def test_marks_stand_out_from_the_ground_in_both_schemes():
    page = (THEME / "explainer.css").read_text(encoding="utf-8")
    grounds = set(re.findall(r"--x-(?:paper|wash): #([0-9a-f]{6})", page))
    assert len(grounds) >= 4
    for colour in re.findall(r"^\.c\d \{ color: #([0-9a-f]{6})", css(), re.M):
        for ground in grounds:
            low, high = sorted((luminance(colour), luminance(ground)))
            assert (high + 0.05) / (low + 0.05) >= 3, (colour, ground)
