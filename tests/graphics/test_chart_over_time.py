"""Running counts over time: honest spacing, zero at the foot, every figure once."""

from itertools import combinations
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.graphics.chart_over_time import _labels, _Scale, counts_drawing
from generator.views.charts import CountPoint, Mark, MarkShape, RunningCounts, axis
from generator.views.language import DayTick, language

DAY = 740_000


def stop(number: int, day: int, **fields: object) -> CountPoint:
    values = {
        "ref": f"toll/n{number}-{day}",
        "speaker": "Watch",
        "amount": str(number),
        "tip": f"Watch: {number}",
        "first": DAY + day,
        "last": DAY + day,
        "mark": Mark(MarkShape.EXACT, number, number, number, False),
        "kept": True,
    }
    return CountPoint(**{**values, **fields})


def course(*line: CountPoint, others: tuple[CountPoint, ...] = ()) -> RunningCounts:
    ticks = (DayTick(DAY, "the first"),)
    return RunningCounts((line,), others, ticks, axis(language("en"), [one.mark for one in (*line, *others)]))


def read(made: RunningCounts, direction: str = "ltr") -> dict[str, Element]:
    root = ElementTree.fromstring(counts_drawing(made, direction))
    return {part.get("data-claims", ""): part for part in root.iter("g") if part.get("data-claims")}


def share(position: str | None) -> float:
    assert position and position.endswith("%")
    return float(position[:-1]) / 100


LINES = st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 4000)), min_size=3, max_size=12, unique=True)


@given(LINES.filter(lambda line: len({day for _, day in line}) > 1))
@settings(deadline=None)
def test_days_and_numbers_stand_where_they_belong(line: list[tuple[int, int]]) -> None:
    stops = [stop(number, day) for number, day in sorted(line, key=lambda one: one[1])]
    made = course(*stops)
    drawn, mirrored = read(made), read(made, "rtl")
    assert sorted(drawn) == sorted(one.ref for one in stops)
    dots = {ref: next(part.iter("circle")) for ref, part in drawn.items()}
    first, last = (share(dots[one.ref].get("cx")) for one in (stops[0], stops[-1]))
    span = stops[-1].first - stops[0].first
    for one in stops:
        at = share(dots[one.ref].get("cx"))
        assert at == pytest.approx(first + (last - first) * (one.first - stops[0].first) / span, abs=0.0002)
        assert share(next(mirrored[one.ref].iter("circle")).get("cx")) == pytest.approx(1 - at, abs=0.0002)
        height = float(dots[one.ref].get("cy", ""))
        assert height == pytest.approx(186 - 172 * one.mark.high / made.axis.top, abs=0.06)


@given(LINES.filter(lambda line: len({day for _, day in line}) > 1))
@settings(deadline=None)
def test_labels_fit_a_phone_and_cover_no_other(line: list[tuple[int, int]]) -> None:
    made = course(*(stop(number, day) for number, day in sorted(line, key=lambda one: one[1])))
    labels = _labels(made, _Scale(made, "ltr"))
    assert all(label.left >= 0 and label.right <= 330 for label in labels.values())
    assert not [pair for pair in combinations(labels.values(), 2) if pair[0].meets(pair[1])]


@given(LINES.filter(lambda line: len({day for _, day in line}) > 1))
@settings(deadline=None)
def test_a_count_that_rises_has_its_last_figure_written_beside_it(line: list[tuple[int, int]]) -> None:
    days, numbers = sorted(day for _, day in line), sorted(number for number, _ in line)
    made = course(*(stop(number, day) for number, day in zip(numbers, days, strict=True)))
    assert made.lines[0][-1].ref in _labels(made, _Scale(made, "ltr"))


def test_a_label_lies_on_no_other_mark() -> None:
    stops = (stop(511, 0, amount="about 511,000"), stop(560, 300), stop(606, 1200), stop(618, 2200))
    labels = _labels(course(*stops), _Scale(course(*stops), "ltr"))
    assert stops[0].ref not in labels
    assert stops[3].ref in labels


def test_a_count_stays_until_the_next_figure() -> None:
    root = ElementTree.fromstring(counts_drawing(course(stop(10, 0), stop(30, 5), stop(40, 10)), "ltr"))
    steps = [part for part in root.iter("line") if part.get("class") == "step"]
    flat = [part for part in steps if part.get("y1") == part.get("y2")]
    upright = [part for part in steps if part.get("x1") == part.get("x2")]
    assert len(flat) == len(upright) == 2


def test_a_vague_day_is_a_bar_as_long_as_its_time() -> None:
    month = stop(20, 0, last=DAY + 30)
    drawn = read(course(month, stop(30, 50), stop(40, 100)))
    (bar,) = [part for part in drawn[month.ref].iter("line") if part.get("class") == "span"]
    assert share(bar.get("x2")) - share(bar.get("x1")) == pytest.approx(0.3 * 0.79, abs=0.001)
    dot = next(drawn[month.ref].iter("circle"))
    assert share(dot.get("cx")) == pytest.approx((share(bar.get("x1")) + share(bar.get("x2"))) / 2, abs=0.001)


def test_other_speakers_stand_apart_with_their_names() -> None:
    other = stop(25, 6, speaker="Radio", kept=False)
    drawn = read(course(stop(10, 0), stop(20, 5), stop(30, 10), others=(other,)))
    assert drawn[other.ref].get("class") == "other"
    assert "Radio: 25" in "".join(drawn[other.ref].itertext())


@pytest.mark.parametrize(
    ("mark", "parts"),
    [
        (Mark(MarkShape.AT_LEAST, 20, 20, 20, False), {"arrow", "dot"}),
        (Mark(MarkShape.ABOUT, 20, 20, 20, False), {"ring"}),
        (Mark(MarkShape.RANGE, 10, 20, 15, False), {"range", "end", "dot"}),
        (Mark(MarkShape.EXACT, 20, 20, 20, True), {"dot", "cross"}),
    ],
)
def test_marks_are_those_of_the_rows(mark: Mark, parts: set[str]) -> None:
    one = stop(20, 3, mark=mark)
    drawn = read(course(stop(10, 0), one, stop(30, 10)))[one.ref]
    assert {part.get("class") for part in drawn.iter() if part.get("class")} - {"to", "from", "void"} == parts


def test_each_figure_says_who_when_and_how_many_on_a_hover() -> None:
    drawn = read(course(stop(10, 0), stop(20, 5), stop(30, 10)))
    assert ["".join(part.find("title").itertext()) for part in drawn.values()] == [
        "Watch: 10",
        "Watch: 20",
        "Watch: 30",
    ]


def test_days_and_levels_are_no_claims() -> None:
    root = ElementTree.fromstring(counts_drawing(course(stop(10, 0), stop(20, 5), stop(30, 10)), "ltr"))
    plain = [part for part in root.iter("g") if part.get("data-editorial") is not None]
    assert ["".join(part.itertext()) for part in plain] == ["0", "10", "20", "30", "the first"]
