"""The control map's view: each place on each day as the control of places has it, map and table alike."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive.snapshot import known_at
from generator.model.refs import Ref
from generator.model.vocabulary import PlaceKind
from generator.views.context import context
from generator.views.control_map import MOST_DAYS, control_map, landmarks, locator, map_days
from generator.views.rich_text import plain_text
from tests.derive.make import actor, cast, day, explainer, facts, place
from tests.graphics.stories import POINT, story, taken
from tests.world import world

HOLDERS = ["north-guard", "south-guard", "east-envoy", "north", "watch"]


def held_on(view, spot_id: str, number: int):
    """The holders of a spot on a day of the map, as the map has it."""
    at = [shown.day for shown in view.days].index(day(number))
    (spot,) = (spot for spot in (*view.spots, *view.others) if spot.id == spot_id)
    (stretch,) = (stretch for stretch in spot.stretches if at in stretch.days)
    return [share.holder for share in stretch.shares]


def test_a_place_changes_hands_on_its_day():
    view = control_map(context(story(taken(2, "north-guard"), taken(5, "south-guard")), "en"))
    assert [held_on(view, "ford", number) for number in (1, 2, 4, 5, 10)] == [
        [],
        ["north-guard"],
        ["north-guard"],
        ["south-guard"],
        ["south-guard"],
    ]


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-3, 45), st.sampled_from(HOLDERS), st.sampled_from(["ford", "mill"])),
        min_size=1,
        max_size=12,
        unique=True,
    ),
    st.sampled_from([(1, 10), (1, 40), (20, 30), None]),
)
def test_the_map_and_its_table_are_the_control_of_places(changes, covers):
    made = context(
        story(*(taken(number, holder, where) for number, holder, where in changes), covers=covers), "en"
    )
    view = control_map(made)
    for spot in (*view.spots, *view.others):
        shown = {at: stretch for stretch in spot.stretches for at in stretch.days}
        assert sorted(shown) == list(range(len(view.days)))
        for at, map_day in enumerate(view.days):
            wanted = made.queries.holdings_on(spot.id, map_day.day)
            assert [share.holder for share in shown[at].shares] == [holding.holder for holding in wanted]
            rows = [
                row
                for row in view.rows
                if row.place == spot.id
                and row.first <= map_day.day
                and (row.last is None or map_day.day <= row.last)
            ]
            assert [row.held.event for row in rows] == [holding.event for holding in wanted]


@settings(deadline=None)
@given(st.lists(st.integers(-400, 400), max_size=60), st.integers(0, 500), st.booleans())
def test_days_are_few_in_order_and_end_with_the_story(numbers, length, covered):
    made = context(
        story(
            *(taken(number, HOLDERS[at % 5]) for at, number in enumerate(dict.fromkeys(numbers))),
            covers=(1, 1 + length) if covered else None,
        ),
        "en",
    )
    days = map_days(made)
    assert 1 <= len(days) <= MOST_DAYS
    assert all(before < after for before, after in pairwise(days))
    assert days[-1] == made.queries.story_day
    if covered:
        assert days[0] >= day(1)
        assert length >= MOST_DAYS or len(days) == length + 1


def test_a_long_story_shows_the_days_on_which_something_changed():
    facts = story(taken(7, "north-guard"), taken(60, "south-guard"), covers=(1, 90))
    assert map_days(context(facts, "en")) == tuple(day(number) for number in (1, 7, 60, 90))


def test_an_edition_ends_on_its_day():
    facts = known_at(story(taken(2, "north-guard")), day(4))
    view = control_map(context(facts, "en"))
    assert [shown.day for shown in view.days] == [day(number) for number in (1, 2, 3, 4)]


def test_days_are_named_as_shortly_as_their_neighbours_allow():
    in_a_row = control_map(context(story(taken(2, "north-guard"), covers=(30, 34)), "en"))
    assert [shown.short for shown in in_a_row.days] == ["30 May", "31", "1 Jun", "2", "3"]
    apart = control_map(context(story(taken(7, "north-guard"), covers=(1, 90)), "en"))
    assert [shown.short for shown in apart.days] == ["1 May", "7 May", "29 Jul"]
    years = control_map(context(story(taken(-300, "north-guard"), covers=None), "en"))
    assert [shown.short for shown in years.days] == ["4 Jul 2030", "31 Dec 2031"]


def test_an_area_or_a_place_without_a_point_is_named_below_the_map():
    places = (
        place("ford", point=POINT),
        place("mill"),
        place("shire", kind="governorate", point=POINT),
    )
    changes = [taken(2, "north-guard", where) for where in ("ford", "mill", "shire")]
    view = control_map(context(story(*changes, places=places), "en"))
    assert [spot.id for spot in view.spots] == ["ford"]
    assert sorted(spot.id for spot in view.others) == ["mill", "shire"]


def test_holders_stand_in_the_order_of_their_sides():
    places = tuple(place(f"p{number}", point=POINT) for number in range(6))
    holders = ["watch", "east-envoy", "north-guard", "north-crown", "north", "north-crown"]
    changes = [taken(2, holder, f"p{number}") for number, holder in enumerate(holders)]
    view = control_map(context(story(*changes, places=places), "en"))
    assert [(holder.id, holder.number, holder.side) for holder in view.holders] == [
        ("north-crown", 0, 0),
        ("north", 1, 0),
        ("north-guard", 2, 0),
        ("east-envoy", 3, 2),
        ("watch", 4, None),
    ]
    assert plain_text(view.holders[0].side_name) == "North"


def test_a_stretch_says_who_held_what_and_how_surely():
    events = [taken(2, "north-guard", part="the east bank"), taken(3, "south-guard", part="the west bank")]
    view = control_map(context(story(*events), "en"))
    words = [plain_text(stretch.words) for stretch in view.spots[0].stretches]
    assert words == [
        "Ford: no reported holder",
        "Ford: North-Guard, the east bank (reported, 2 May 2031)",
        "Ford: North-Guard, the east bank (reported, 2 May 2031) and "
        "South-Guard, the west bank (reported, 3 May 2031)",
    ]
    assert [len(stretch.refs) for stretch in view.spots[0].stretches] == [1, 1, 2]
    assert view.spots[0].stretches[0].refs == (Ref("ford", "point"),)


def test_without_control_the_map_shows_the_places():
    view = control_map(context(story(), "en"))
    assert view.map_base is not None
    assert [spot.id for spot in view.spots] == ["ford"]
    assert (view.days, view.rows, view.holders) == ((), (), ())


@pytest.mark.parametrize("without", ["frame", "points"])
def test_without_a_frame_or_points_there_is_no_map_but_the_table(without):
    places = (place("ford"),) if without == "points" else None
    told = story(taken(2, "north-guard"), places=places)
    if without == "frame":
        told = facts(
            explainer=explainer(), sources=told.sources, places=told.places, events=told.events, actors=cast()
        )
    view = control_map(context(told, "en"))
    assert view.map_base is None
    assert view.rows


def test_a_place_lies_among_the_cities():
    places = (
        place("ford", point=POINT),
        place("hill", kind="city", point=POINT),
        place("bay", kind="capital", point=POINT),
        place("shire", kind="region", point=POINT),
        place("mill"),
    )
    made = context(story(places=places), "en")
    towns = landmarks(made)
    assert [town.id for town in towns] == ["bay", "hill"]
    shown = {one.id: locator(made, one, towns) for one in places}
    assert [spot.id for spot in shown["ford"].spots] == ["ford", "bay", "hill"]
    assert [spot.id for spot in shown["hill"].spots] == ["hill", "bay"]
    assert shown["ford"].here == "ford"
    assert shown["shire"] is None and shown["mill"] is None


@pytest.mark.parametrize("code", ["en", "ar"])
def test_every_controlled_place_of_the_invented_country_is_told(code):
    made = context(world(), code)
    view = control_map(made)
    told = {spot.id for spot in (*view.spots, *view.others)}
    assert told == set(made.queries.held_places)
    pointed = {one.id for one in made.queries.places if one.point and one.kind is not PlaceKind.GOVERNORATE}
    assert {spot.id for spot in view.spots} == told & pointed
    assert [shown.day for shown in view.days][-1] == date(2018, 3, 31)


def test_an_unknown_side_has_no_colour_of_its_own():
    told = story(taken(2, "nobody"))
    lone = facts(
        explainer=told.explainer,
        sources=told.sources,
        places=told.places,
        events=told.events,
        actors=(*cast(), actor("nobody")),
    )
    (holder,) = control_map(context(lone, "en")).holders
    assert holder.side is None
