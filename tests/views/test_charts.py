"""Charts as data: every figure once, a scale of its own for each scope, courses where they are kept."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import parse_when
from generator.model.figures import Series
from generator.model.refs import Ref
from generator.views.casualties import casualties
from generator.views.charts import Chart, MarkShape, Panel, axis, chart, mark
from generator.views.context import Context, context
from generator.views.eras import Era, era
from generator.views.figures import series_view, standing
from generator.views.language import day_ticks, language
from generator.views.rich_text import plain_text
from tests.derive.make import facts, figure, series, source
from tests.world import world

COUNTS = st.integers(min_value=0, max_value=20_000_000)
AMOUNTS = st.one_of(
    st.fixed_dictionaries({"value": COUNTS}),
    st.fixed_dictionaries({"about": COUNTS}),
    st.fixed_dictionaries({"at_least": COUNTS}),
    st.fixed_dictionaries({"at_most": COUNTS}),
    st.lists(COUNTS, min_size=2, max_size=2).map(lambda ends: {"at_least": min(ends), "at_most": max(ends)}),
    st.lists(COUNTS, min_size=2, max_size=2).map(lambda ends: {"low": min(ends), "high": max(ends)}),
    st.lists(COUNTS, min_size=3, max_size=3).map(
        lambda ends: dict(zip(("low", "best", "high"), sorted(ends), strict=True))
    ),
)
DAYS = st.sampled_from(
    ["2031-05-02", "2031-05-09", "2031-06", "2031", "2031-05-09~", "../2031-05-03", "2033"]
)
FIGURES = st.lists(
    st.tuples(
        AMOUNTS,
        DAYS,
        st.sampled_from(["watch", "radio", "paper"]),
        st.sampled_from(["asserts", "asserts", "asserts", "concedes", "denies", "withdraws"]),
        st.sampled_from([None, None, None, "2031-05-01/2031-05-09"]),
    ),
    min_size=1,
    max_size=12,
)


def made(figures: list[tuple], **fields: object) -> Series:
    return series(
        "toll",
        *(
            figure(f"n{number}", by, "item", as_of=as_of, stance=stance, period=period, **amount)
            for number, (amount, as_of, by, stance, period) in enumerate(figures)
        ),
        **fields,
    )


def english(*all_series: Series) -> Context:
    return context(facts(series=all_series, sources=(source("item"),)), "en")


def drawn(*figures: tuple, **fields: object) -> Chart:
    toll = made(list(figures), **fields)
    return chart(english(toll), toll)


def said(by: str, as_of: str, number: int, stance: str = "asserts") -> tuple:
    return ({"value": number}, as_of, by, stance, None)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_every_figure_stands_in_one_row_with_its_speaker_and_day(code: str) -> None:
    made_in = context(world(), code)
    for one in world().series:
        rows = [row for panel in chart(made_in, one).panels for row in panel.rows]
        assert sorted(row.ref for row in rows) == sorted(Ref(one.id, each.id) for each in one.figures)
        for row in rows:
            given_figure = world().statements[row.ref]
            assert row.speaker == made_in.shorts(given_figure.by)
            assert made_in.language.when(given_figure.as_of) in row.as_of
            assert row.amount in [line.amount for line in series_view(made_in, one.id).figures]


@given(FIGURES, st.booleans())
@settings(deadline=None)
def test_rows_follow_the_days_and_scopes_share_no_scale(figures: list[tuple], running: bool) -> None:
    toll = made(figures, running=running)
    by_ref = {Ref("toll", one.id): one for one in toll.figures}
    panels = chart(english(toll), toll).panels
    assert sorted(row.ref for panel in panels for row in panel.rows) == sorted(by_ref)
    assert len({panel.period for panel in panels}) == len(panels)
    for panel in panels:
        shown = [by_ref[row.ref] for row in panel.rows]
        assert len({one.period for one in shown}) == 1
        in_file_order = [one for one in toll.figures if one in shown]
        assert shown == sorted(in_file_order, key=lambda one: one.as_of.sort_key)
        assert (panel.axis is None) == (len(shown) == 1 and panel.rows[0].mark.shape is not MarkShape.RANGE)
        check_course(panel, toll, running)


def check_course(panel: Panel, toll: Series, running: bool) -> None:
    """A line has three standing figures of one speaker or more; each figure of the panel is there once."""
    if panel.over_time is None:
        return
    assert running
    assert sorted(stop.ref for stop in panel.over_time.stops) == sorted(row.ref for row in panel.rows)
    stands = {Ref("toll", one.id) for one in standing(english(toll), toll)}
    for line in panel.over_time.lines:
        assert len(line) >= 3
        assert len({stop.speaker for stop in line}) == 1
        assert all(stop.kept and stop.ref in stands and not stop.mark.void for stop in line)
    assert not any(stop.kept for stop in panel.over_time.others)


@given(st.lists(AMOUNTS, min_size=1, max_size=9))
@settings(deadline=None)
def test_a_scale_is_linear_from_zero_and_holds_every_mark(amounts: list[dict]) -> None:
    marks = [mark(figure("n", "watch", "item", **amount)) for amount in amounts]
    scale = axis(language("en"), marks)
    numbers = [number for number, _ in scale.ticks]
    assert numbers[0] == 0
    assert numbers[-1] == scale.top >= max(one.high for one in marks)
    assert len({after - before for before, after in pairwise(numbers)}) == 1
    assert 2 <= len(numbers) <= 5
    assert [words for _, words in scale.ticks] == [f"{number:,}" for number in numbers]


def test_there_is_room_behind_a_least_number() -> None:
    assert axis(language("en"), [mark(figure("n", "watch", "item", at_least=1000))]).top > 1000


def test_ticks_are_written_as_the_language_writes_numbers() -> None:
    assert axis(language("fr"), [mark(figure("n", "w", "item", value=8000))]).ticks[1][1] == "2\u202f000"


@pytest.mark.parametrize(
    ("amount", "shape", "ends", "best"),
    [
        ({"value": 0}, MarkShape.EXACT, (0, 0), 0),
        ({"about": 70}, MarkShape.ABOUT, (70, 70), 70),
        ({"at_least": 70}, MarkShape.AT_LEAST, (70, 70), 70),
        ({"at_most": 70}, MarkShape.AT_MOST, (70, 70), 70),
        ({"at_least": 60, "at_most": 70}, MarkShape.RANGE, (60, 70), None),
        ({"low": 60, "high": 90}, MarkShape.RANGE, (60, 90), None),
        ({"low": 60, "best": 74, "high": 90}, MarkShape.RANGE, (60, 90), 74),
    ],
)
def test_a_mark_says_no_more_than_its_speaker(amount: dict, shape: MarkShape, ends: tuple, best: int) -> None:
    one = mark(figure("n", "watch", "item", **amount))
    assert (one.shape, (one.low, one.high), one.best) == (shape, ends, best)


def test_a_figure_of_a_shorter_time_has_a_scale_of_its_own() -> None:
    march = next(one for one in world().series if one.id == "march-killed")
    panels = chart(context(world(), "en"), march).panels
    assert [[row.ref for row in panel.rows] for panel in panels] == [
        [Ref("march-killed", "relief")],
        [Ref("march-killed", "guard"), Ref("march-killed", "ledger-guard")],
    ]
    assert [panel.axis.top for panel in panels if panel.axis] == [100, 40]


def test_one_exact_figure_needs_no_scale() -> None:
    assert drawn(said("watch", "2031-05-02", 5)).panels[0].axis is None


def test_three_figures_of_one_speaker_make_a_course() -> None:
    figures = [said("watch", f"2031-05-0{number}", number) for number in (2, 4, 8)]
    other = said("radio", "2031-05-03", 9)
    course = drawn(*figures, other, running=True).panels[0].over_time
    assert course
    assert [[stop.amount for stop in line] for line in course.lines] == [["2", "4", "8"]]
    assert [stop.speaker for stop in course.others] == ["Radio"]
    assert drawn(*figures[:2], other, running=True).panels[0].over_time is None
    assert drawn(*figures, other).panels[0].over_time is None


def test_a_course_needs_more_than_one_day() -> None:
    figures = [said("watch", "2031-05-02", number) for number in (2, 4, 8)]
    assert drawn(*figures, running=True).panels[0].over_time is None


def test_what_was_taken_back_is_in_no_line() -> None:
    figures = [said("watch", f"2031-05-0{number}", number) for number in (2, 4, 6, 8)]
    course = drawn(*figures, said("watch", "2031-05-04", 4, "withdraws"), running=True).panels[0].over_time
    assert course
    assert [[stop.amount for stop in line] for line in course.lines] == [["2", "6", "8"]]
    assert [(stop.amount, stop.mark.void) for stop in course.others] == [("4", True), ("4", True)]


def test_a_vague_day_is_as_long_as_it_is_vague() -> None:
    figures = [said("watch", as_of, 5) for as_of in ("2031-05", "2032", "2033-01-01")]
    course = drawn(*figures, running=True).panels[0].over_time
    assert course
    assert [stop.last - stop.first for stop in course.lines[0]] == [30, 365, 0]
    assert course.lines[0][0].first == date(2031, 5, 1).toordinal()


def test_the_last_figure_is_one_that_its_speaker_stands_behind() -> None:
    made_in = context(world(), "en")
    page = casualties(made_in)
    blocks = {block.view.id: block for group in (*page.groups, *page.others) for block in group.blocks}
    assert sorted(blocks) == sorted(one.id for one in world().series)
    freed = blocks["prison-freed"]
    assert [one.speaker for one in freed.latest.figures] == [made_in.short("mill-brigade")]
    assert freed.latest.refs == (Ref("prison-freed", "brigade"),)
    assert [row.word for row in freed.view.figures] == ["", "denies"]
    crossings = blocks["ferry-crossings"]
    assert [row.word for row in crossings.view.figures] == ["taken back on 10 March 2018", "withdraws", ""]


def test_where_nobody_stands_behind_a_figure_the_page_says_so() -> None:
    toll = made([said("watch", "2031-05-02", 5, "denies")])
    block = casualties(english(toll)).groups[0].blocks[0]
    assert plain_text(block.latest.sentence) == "Series toll: nobody upholds a figure."
    assert block.latest.refs == (Ref("toll", "n0"),)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2031-05-10/..", Era.STORY),
        ("2031-05", Era.STORY),
        ("2031-05-12", Era.STORY),
        ("2031", Era.LONGER),
        ("2011/..", Era.LONGER),
        ("../2031-05-12", Era.LONGER),
        ("../2031-04", Era.BEFORE),
        ("2032", Era.AFTER),
    ],
)
def test_series_are_grouped_by_how_their_time_meets_the_story(period: str, expected: Era) -> None:
    covers = parse_when("2031-05-10/2031-05-20")
    assert era(parse_when(period), covers) is expected
    assert era(parse_when(period), None) is Era.STORY


@given(st.dates(date(1800, 1, 1), date(2400, 1, 1)), st.integers(0, 90_000))
@settings(deadline=None)
def test_a_calendar_has_a_few_labels_in_order_within_it(first: date, span: int) -> None:
    start = first.toordinal()
    ticks = [tick.day for tick in day_ticks(language("en"), start, start + span)]
    assert 1 <= len(ticks) <= 4
    assert ticks == sorted(set(ticks))
    assert start <= ticks[0] and ticks[-1] <= start + span
