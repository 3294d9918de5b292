"""The page of figures: what it opens with, what stands under which heading, and what it is called."""

import re

import pytest

from generator.model.facts import Facts
from generator.model.figures import Series
from generator.pages.render import render
from generator.views.casualties import Casualties, casualties
from generator.views.context import context
from generator.views.rich_text import plain_text
from tests.derive.make import actor, cast, explainer, facts, figure, place, series, source

STORY = "2031-05-10/2031-05-20"


def toll(name: str, *by: str, **fields: object) -> Series:
    figures = (figure(f"f{number}", one, "item", value=9) for number, one in enumerate(by or ("watch",)))
    return series(name, *figures, **fields)


def told(*all_series: Series, **settings: object) -> Facts:
    return facts(
        explainer=explainer(covers=STORY, **settings),
        sources=(source("item"),),
        actors=cast(),
        places=(place("ford"),),
        series=all_series,
    )


def page(*all_series: Series, **settings: object) -> Casualties:
    return casualties(context(told(*all_series, **settings), "en"))


def headings(made: Casualties) -> list[str]:
    return [plain_text(group.label) for group in made.groups]


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        (["2031-05-10/2031-05-12", "2031-05-11/.."], ["Killed in the strike"]),
        (["2031-05-19/2031-05-21", "2031-05", "2031"], ["Killed in 2031"]),
        (["2011/2014", "2011-03/.."], ["Killed since 2011"]),
        (["2011-03/..", "2011-03/.."], ["Killed since March 2011"]),
        (["2011-03/2014"], ["Killed, March 2011 to 2014"]),
        (["../2011-03"], ["Killed until March 2011"]),
        (["../2011-03", "2011~"], ["Killed in other periods"]),
        (
            ["2009", "2011/2013", "2031-05-12"],
            ["Killed in the strike", "Killed, 2009", "Killed, 2011 to 2013"],
        ),
    ],
)
def test_series_of_one_time_stand_under_a_heading_that_names_it(
    periods: list[str], expected: list[str]
) -> None:
    made = (toll(f"n{number}", period=period) for number, period in enumerate(periods))
    assert headings(page(*made, story="the strike")) == expected


def test_a_story_without_a_name_is_called_by_its_time() -> None:
    made = toll("one", period=STORY)
    assert headings(page(made)) == ["Killed, 10–20 May 2031"]
    assert headings(page(made, story={"en": "the strike"})) == ["Killed in the strike"]


def test_where_several_count_the_heading_says_so() -> None:
    one, other = toll("one", period="2011/2014"), toll("two", "radio", period="2011/..")
    assert headings(page(one, other)) == ["Killed since 2011, by who counted"]


def test_what_counts_no_casualties_stands_apart() -> None:
    made = page(toll("men", metric="strength", period=STORY), toll("dead", period=STORY))
    assert headings(made) == ["Killed, 10–20 May 2031"]
    assert [plain_text(group.label) for group in made.others] == ["Strength"]


def test_a_group_says_who_gives_its_figures() -> None:
    made = page(toll("one", "watch", "radio", period=STORY), toll("two", "watch", period=STORY))
    assert plain_text(made.groups[0].counted) == "Who gives figures: Watch and Radio."
    assert len(made.groups[0].refs) == 3


def test_headings_that_are_no_more_leave_their_anchors_once() -> None:
    made = page(toll("old", period="2011"), toll("now", period=STORY), toll("long", period="2011/.."))
    anchors = [anchor for group in made.groups for anchor in (group.anchor, *group.former)]
    assert sorted(anchors) == sorted(
        {"metric-killed", *(f"metric-killed--{one}" for one in ("story", "since-2011", "before", "longer"))}
    )


class TestFirstNumbers:
    def test_they_are_those_of_home_and_four_at_most(self) -> None:
        many = [toll(f"n{number}", period=f"20{number}") for number in range(10, 17)]
        assert [one.id for one in page(*many, numbers=["n15", "n12"]).numbers] == ["n15", "n12"]
        assert [one.id for one in page(*many).numbers] == ["n10", "n11", "n12", "n13"]

    def test_a_page_that_has_no_more_does_not_say_it_twice(self) -> None:
        assert page(toll("one", period=STORY)).numbers == ()
        assert page().numbers == ()

    @pytest.mark.parametrize(
        ("by", "expected"),
        [
            (["watch"], "Only one speaker gives a number for this: no other confirms it."),
            (["north-guard"], "Only a party to the conflict gives a number for this."),
            (["watch", "radio"], "Each speaks for itself: none of these numbers confirms another."),
        ],
    )
    def test_each_says_how_far_it_is_borne_out(self, by: list[str], expected: str) -> None:
        made = page(toll("one", *by), toll("two"), numbers=["one"])
        assert [one.hedge for one in made.numbers] == [expected]


def test_what_is_told_over_time_has_rows_for_the_latest_and_for_what_was_denied_alone() -> None:
    figures = [figure(f"d{n}", "watch", "item", value=n, as_of=f"2031-05-0{n}") for n in (2, 4, 8)]
    denied = figure("no", "radio", "item", value=8, as_of="2031-05-08", stance="denies")
    made = told(series("toll", *figures, denied, running=True, period="2031-05-01/.."))
    (block,) = casualties(context(made, "en")).groups[0].blocks
    assert sorted(ref.statement for ref in block.rows) == ["d8", "no"]
    body = next(page.body for page in render(made, "en") if page.path == "casualties.md")
    for name in ("d2", "d4", "d8", "no"):
        for anchor in (f"toll--{name}", f"toll--{name}.table"):
            assert len(re.findall(rf'(?:\{{ #|\sid="){re.escape(anchor)}(?=[\s"])', body)) == 1, anchor


def test_a_page_without_figures_says_so() -> None:
    made = facts(explainer=explainer(), actors=(actor("watch"),))
    body = next(page.body for page in render(made, "en") if page.path == "casualties.md")
    assert "Nobody is on record here with a figure." in body
    assert "jump" not in body
