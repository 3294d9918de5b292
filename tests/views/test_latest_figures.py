"""The latest figures of a scope are those of all its speakers: none is chosen among rivals."""

from collections.abc import Iterable

import pytest

from generator.model.facts import Facts
from generator.model.figures import Figure
from generator.pages.render import render
from generator.views.context import context
from generator.views.home import home
from generator.views.latest_figures import MOST, LatestFigures, series_line
from generator.views.rich_text import plain_text
from tests.derive.make import actor, explainer, facts, figure, place, series, source


def told(figures: Iterable[Figure]) -> Facts:
    figures = tuple(figures)
    return facts(
        explainer=explainer(numbers=["toll"]),
        sources=(source("item"), source("gone", retracted={"on": "2031-06-01", "why": "Wrong."})),
        actors=tuple(actor(name) for name in sorted({name for one in figures for name in one.by})),
        places=(place("ford"),),
        series=(series("toll", *figures),),
    )


def latest(*figures: Figure) -> LatestFigures:
    return series_line(context(told(figures), "en"), "toll").latest


WATCH = figure("f1", "watch", "item", value=3, as_of="2031-05-08")
RADIO = figure("f2", "radio", "item", at_least=9, as_of="2031-05-08")


@pytest.mark.parametrize("figures", [(WATCH, RADIO), (RADIO, WATCH)])
def test_of_two_speakers_of_one_day_neither_is_left_out_whatever_their_order(
    figures: tuple[Figure, ...],
) -> None:
    found = latest(*figures)
    assert {(plain_text(one.speaker), one.amount) for one in found.figures} == {
        ("Watch", "3"),
        ("Radio", "at least 9"),
    }
    said = {
        WATCH: "3, according to Watch, as of 8 May 2031",
        RADIO: "at least 9, according to Radio, as of 8 May 2031",
    }
    assert plain_text(found.sentence) == f"Series toll: {'; '.join(said[one] for one in figures)}."


def test_an_older_figure_of_another_speaker_stays() -> None:
    found = latest(WATCH, figure("f2", "radio", "item", value=2, as_of="2031-05-01"))
    assert [(plain_text(one.speaker), one.as_of) for one in found.figures] == [
        ("Watch", "8 May 2031"),
        ("Radio", "1 May 2031"),
    ]


def test_of_one_speaker_the_last_is_given() -> None:
    found = latest(figure("f0", "watch", "item", value=1, as_of="2031-05-01"), WATCH)
    assert [one.amount for one in found.figures] == ["3"]


def test_a_period_of_its_own_is_a_scope_of_its_own() -> None:
    found = latest(WATCH, figure("f2", "watch", "item", value=1, as_of="2031-05-09", period="2031-05-09"))
    assert [(one.amount, one.period) for one in found.figures] == [("1", "9 May 2031"), ("3", "")]
    assert "1 (9 May 2031), according to Watch" in plain_text(found.sentence)


def test_what_nobody_stands_behind_is_no_latest_figure() -> None:
    found = latest(
        WATCH,
        figure("f2", "radio", "item", value=2, stance="denies"),
        figure("f3", "paper", "gone", value=7),
    )
    assert [one.amount for one in found.figures] == ["3"]
    gone = latest(figure("f3", "paper", "gone", value=7))
    assert (gone.figures, plain_text(gone.sentence)) == ((), "Series toll: nobody upholds a figure.")


def test_of_many_it_is_said_how_many_more_there_are() -> None:
    figures = [figure(f"f{n}", f"radio-{n}", "item", value=n) for n in range(1, MOST + 3)]
    found = latest(*figures)
    assert len(found.figures) == MOST
    assert found.more == "2 more figures"
    assert plain_text(found.sentence).endswith("; 2 more figures.")


def test_home_the_place_and_the_page_of_figures_give_all() -> None:
    made = told((WATCH, RADIO))
    assert len(home(context(made, "en")).numbers[0].latest.figures) == 2
    pages = {page.path: page.body for page in render(made, "en")}
    (line,) = (line for line in pages["cities/ford.md"].splitlines() if line.startswith("- Series toll: "))
    assert "3, according to" in line and "at least 9, according to" in line
    drawn = "".join(pages["index.md"].split())
    for name, amount in (("f1", "3"), ("f2", "atleast9")):
        assert f'href="casualties/#toll--{name}">{amount}<' in drawn
        assert f'<li id="toll--{name}"' in pages["casualties.md"].replace("\n", " ")
