"""Charts as HTML and SVG: read back, they say what the view says, and nothing else."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.graphics.chart import chart_figure, chart_key, track
from generator.model.refs import Ref
from generator.views.casualties import casualties
from generator.views.charts import Axis, Chart, ChartRow, Mark, MarkShape, Panel, chart
from generator.views.context import context
from generator.views.rich_text import Span, plain_text
from tests.world import world

WAYS = pytest.mark.parametrize("direction", ["ltr", "rtl"])
NUMBERS = st.integers(min_value=0, max_value=1_000_000)


def read(html: str) -> Element:
    return ElementTree.fromstring(html)


def classed(root: Element, name: str) -> list[Element]:
    return [part for part in root.iter() if name in (part.get("class") or "").split()]


def share(position: str | None) -> float:
    assert position and position.endswith("%")
    return float(position[:-1]) / 100


def words(root: Element) -> str:
    return " ".join("".join(root.itertext()).split())


def row(one: Mark, **fields: object) -> ChartRow:
    values = {
        "ref": Ref("toll", "n"),
        "anchor": "toll--n",
        "speaker": (Span("Watch"),),
        "as_of": "as of May",
        "amount": "5",
        "word": "",
    }
    return ChartRow(**{**values, **fields}, mark=one)


def one_row(one: ChartRow, scale: Axis | None = None) -> Element:
    return read(chart_figure(Chart("toll", (Panel("", (one,), scale, None),)), "ltr"))


@pytest.mark.parametrize("code", ["en", "ar"])
def test_each_row_is_text_with_its_claim(code: str) -> None:
    made = context(world(), code)
    for series in world().series:
        view = chart(made, series)
        rows = {
            part.get("data-claims"): part
            for part in read(chart_figure(view, made.language.direction)).iter("li")
        }
        shown = [each for panel in view.panels for each in panel.rows]
        assert sorted(rows) == sorted(str(each.ref) for each in shown)
        for each in shown:
            said = words(rows[str(each.ref)])
            assert rows[str(each.ref)].get("id") == each.anchor
            assert all(
                part in said for part in (plain_text(each.speaker), each.as_of, each.amount, each.word)
            )


@pytest.mark.parametrize("code", ["en", "ar"])
def test_every_word_rests_on_a_claim_or_is_marked(code: str) -> None:
    made = context(world(), code)

    def loose(part: Element, marked: bool) -> list[str]:
        marked = marked or part.get("data-claims") is not None or part.get("data-editorial") is not None
        found = [text for text in [part.text] if text and text.strip() and not marked]
        for inner in part:
            found += loose(inner, marked)
            found += [inner.tail] if inner.tail and inner.tail.strip() and not marked else []
        return found

    for series in world().series:
        assert not loose(read(chart_figure(chart(made, series), made.language.direction)), False)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_charts_are_repeatable_and_hold_no_script_or_style(code: str) -> None:
    drawn = [
        chart_figure(chart(context(world(), code), series), direction)
        for series in world().series
        for direction in ("ltr", "rtl")
    ]
    again = [
        chart_figure(chart(context(world(), code), series), direction)
        for series in world().series
        for direction in ("ltr", "rtl")
    ]
    assert drawn == again
    for html in drawn:
        assert "\n" not in html
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=|url\(|#[0-9a-f]{6}", html)


@given(NUMBERS, NUMBERS.filter(bool), st.sampled_from([MarkShape.EXACT, MarkShape.ABOUT, MarkShape.AT_LEAST]))
@settings(deadline=None)
def test_positions_are_linear_and_run_with_the_writing(number: int, top: int, shape: MarkShape) -> None:
    number = min(number, top)
    scale = Axis(top, ((0, "0"), (top, "top")))
    for direction in ("ltr", "rtl"):
        html = track(Mark(shape, number, number, number, False), scale, direction)
        dot = next(part for part in read(html).iter("circle"))
        at = share(dot.get("cx"))
        assert (1 - at if direction == "rtl" else at) == pytest.approx(number / top, abs=0.0001)


@WAYS
def test_an_exact_number_is_a_dot_and_an_about_one_a_ring(direction: str) -> None:
    scale = Axis(10, ())
    exact = read(track(Mark(MarkShape.EXACT, 5, 5, 5, False), scale, direction))
    about = read(track(Mark(MarkShape.ABOUT, 5, 5, 5, False), scale, direction))
    assert (len(classed(exact, "dot")), len(classed(exact, "ring"))) == (1, 0)
    assert (len(classed(about, "dot")), len(classed(about, "ring"))) == (0, 1)
    assert not [*exact.iter("path"), *about.iter("path")]


@WAYS
def test_a_least_number_has_an_arrow_towards_more(direction: str) -> None:
    drawn = read(track(Mark(MarkShape.AT_LEAST, 5, 5, 5, False), Axis(10, ()), direction))
    (arrow,) = classed(drawn, "arrow")
    assert ("H-" in arrow.get("d", "")) == (direction == "rtl")


@WAYS
def test_a_range_is_a_bar_between_its_ends_with_the_best_as_a_dot(direction: str) -> None:
    drawn = read(track(Mark(MarkShape.RANGE, 20, 80, 50, False), Axis(100, ()), direction))
    (bar,) = classed(drawn, "range")
    ends = [0.8, 0.2] if direction == "rtl" else [0.2, 0.8]
    assert [share(bar.get("x1")), share(bar.get("x2"))] == ends
    inner = [part for part in drawn.iter("svg") if part is not drawn]
    assert [share(part.get("x")) for part in inner if classed(part, "end")] == ends
    assert [share(part.get("cx")) for part in classed(drawn, "dot")] == [0.5]
    bare = read(track(Mark(MarkShape.RANGE, 20, 80, None, False), Axis(100, ()), direction))
    assert not list(bare.iter("circle"))


def test_what_is_denied_or_taken_back_is_crossed_out_and_said() -> None:
    drawn = one_row(
        row(Mark(MarkShape.EXACT, 5, 5, 5, True), word="denies"), Axis(10, ((0, "0"), (10, "10")))
    )
    assert len(classed(drawn, "cross")) == 1
    assert "denies" in words(drawn)


def test_each_scope_has_its_own_scale_below_its_rows() -> None:
    march = next(one for one in world().series if one.id == "march-killed")
    drawn = read(chart_figure(chart(context(world(), "en"), march), "ltr"))
    scales = [["".join(part.itertext()) for part in scale] for scale in classed(drawn, "chart-scale")]
    assert scales == [["0", "50", "100"], ["0", "10", "20", "30", "40"]]
    assert words(drawn).count("1\u20135 March 2018") == 1


def test_words_are_escaped_and_other_languages_marked() -> None:
    hostile = row(
        Mark(MarkShape.EXACT, 5, 5, 5, False),
        speaker=(Span("<b>&"), Span("\u0645\u062c\u0644\u0633", "council", "ar")),
        amount='"5"',
    )
    drawn = one_row(hostile)
    assert "<b>&" in words(drawn)
    (marked,) = [part for part in drawn.iter("span") if part.get("lang")]
    assert (marked.get("lang"), marked.get("dir")) == ("ar", "rtl")


def test_an_amount_leads_to_its_sources_in_the_table() -> None:
    (link,) = one_row(row(Mark(MarkShape.EXACT, 5, 5, 5, False))).iter("a")
    assert link.get("href") == "#toll--n.table"


@WAYS
def test_the_key_explains_every_kind_of_mark_that_is_drawn(direction: str) -> None:
    key = casualties(context(world(), "en")).key
    drawn = [(read(sample), said) for sample, said in chart_key(key, direction)]
    assert all(said for _, said in drawn)
    assert len(drawn) == 5
    assert [bool(classed(sample, "cross")) for sample, _ in drawn] == [False] * 4 + [True]
