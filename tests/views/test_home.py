"""The home page: few events of each standing with the way to all of them, and the numbers as charts."""

import pytest

from generator.model.facts import Facts
from generator.pages.render import render
from generator.views.context import context
from generator.views.home import HomeSection, home
from tests.derive.make import claim, event, explainer, facts, figure, series, source


def told(number: int, *, key: int = 0) -> Facts:
    """Events that an observer tells, one a day, and one that a side tells and another denies."""
    reported = [
        event(f"e{at}", claim("c", "watch", "item"), occurred=f"2031-05-{at + 1:02}", key=at < key)
        for at in range(number)
    ]
    contested = event(
        "contested",
        claim("said", "north-guard", "item"),
        claim("denied", "south-guard", "item", "denies", contradicts="said"),
        occurred="2031-05-02",
    )
    return facts(sources=(source("item"),), events=(*reported, contested))


def sections(made: Facts) -> dict[str, HomeSection]:
    return {one.anchor: one for one in home(context(made, "en")).sections}


def test_of_many_events_the_last_four_are_told_and_the_way_to_all() -> None:
    found = sections(told(7))["unconfirmed"]
    assert [line.id for line in found.lines] == ["e3", "e4", "e5", "e6"]
    assert found.count == "7"
    assert found.all == (("All reported: 7", "timeline.md#status-reported"),)


def test_key_events_come_before_later_ones() -> None:
    assert [line.id for line in sections(told(7, key=2))["unconfirmed"].lines] == ["e0", "e1"]


def test_where_all_are_told_none_is_left_to_lead_to() -> None:
    assert sections(told(3))["unconfirmed"].all == ()


def test_only_standings_that_events_have_make_a_section() -> None:
    assert list(sections(told(1))) == ["disputed", "unconfirmed"]


def test_the_way_to_all_arrives_at_a_filter_of_the_timeline() -> None:
    pages = {page.path: page.body for page in render(told(7), "en")}
    assert "](timeline.md#status-reported)" in pages["index.md"]
    assert 'id="status-reported"' in pages["timeline.md"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_running_count_is_drawn_with_its_last_figure_in_a_row(count: int) -> None:
    figures = [
        figure(f"f{at}", "watch", "item", value=10 + at, as_of=f"2031-05-0{at + 1}") for at in range(count)
    ]
    made = facts(
        explainer=explainer(numbers=["toll"]),
        sources=(source("item"),),
        series=(series("toll", *figures, running=True),),
    )
    (number,) = home(context(made, "en")).numbers
    assert number.chart is not None
    (panel,) = number.chart.panels
    assert [row.amount for row in panel.rows] == [str(9 + count)]
    assert (panel.over_time is not None) is (count == 3)


def test_without_map_events_and_figures_home_has_no_empty_parts() -> None:
    (body,) = (
        page.body for page in render(facts(sources=(source("item"),)), "en") if page.path == "index.md"
    )
    assert 'class="standing"' not in body
    assert 'class="numbers"' not in body
    assert "<figure" not in body
