"""Figures as rows of text, each with a track that shows it on the scale of its scope.

Names, days and amounts stay text, which neither shrinks on a phone nor vanishes on a screen
reader; only the tracks are SVG. Positions are percentages, so that a track takes the width it
gets, counted from the edge where reading starts.
"""

from collections.abc import Callable, Iterable, Iterator

from generator.graphics.chart_over_time import across, at, counts_drawing, cross
from generator.graphics.svg import Svg, apart, element, join
from generator.model.languages import direction_of
from generator.model.refs import Ref
from generator.views.charts import Axis, Chart, ChartRow, Mark, MarkShape, Panel
from generator.views.rich_text import RichText

_MIDDLE = "50%"  # of a track's height, which is that of its row
_HEIGHT = 20
_ARROW = 20


def chart_figure(chart: Chart, direction: str, link: Callable[[Ref], str] | None = None) -> Svg:
    """Give the HTML of a chart, one line long. ``direction`` is ``ltr`` or ``rtl``.

    Each number leads to its row in the table below, or, on a page that has none, to where ``link`` says
    that the figure is told.
    """
    parts = [part for panel in chart.panels for part in _panel(panel, direction, link)]
    return element("figure", {"class": "chart"}, *parts)


def track(mark: Mark, axis: Axis, direction: str) -> Svg:
    """One mark on its scale, with the scale's lines behind it."""
    lines = (_grid(tick / axis.top, direction) for tick, _ in axis.ticks)
    return element(
        "svg",
        {"class": "track", "width": "100%", "height": _HEIGHT, "aria-hidden": "true"},
        *lines,
        *_drawn(mark, axis, direction),
    )


def chart_key(key: Iterable[tuple[Mark, str]], direction: str) -> Iterator[tuple[Svg, str]]:
    """Each kind of mark, drawn alone, with the words that explain it."""
    for mark, words in key:
        drawn = _drawn(mark, Axis(4, ()), direction)
        yield (
            element("svg", {"class": "track", "width": 40, "height": 20, "aria-hidden": "true"}, *drawn),
            words,
        )


def table_anchor(anchor: str) -> str:
    """Where the table twin has the figure whose row in the chart has this anchor. Ids hold no dots."""
    return f"{anchor}.table"


def spoken(rich: RichText, direction: str) -> Svg:
    """Words without their links; another language says so, the other direction is isolated."""
    return join(*(_word(span.words, span.language, direction) for span in rich))


def _word(words: str, language: str, direction: str) -> str:
    if not language:
        return apart(words, direction)
    return element("span", {"lang": language, "dir": direction_of(language)}, words)


def _panel(panel: Panel, direction: str, link: Callable[[Ref], str] | None) -> list[Svg]:
    parts = []
    if panel.period:
        parts.append(element("p", {"class": "chart-period", "data-editorial": True}, panel.period))
    if panel.over_time:
        parts.append(counts_drawing(panel.over_time, direction))
    scale = None if panel.over_time else panel.axis
    rows = (_row(row, scale, direction, link) for row in panel.rows)
    parts.append(element("ul", {"class": "chart-rows" if scale else "chart-rows chart-rows--bare"}, *rows))
    if scale:
        parts.append(_scale(scale, direction))
    return parts


def _row(row: ChartRow, axis: Axis | None, direction: str, link: Callable[[Ref], str] | None) -> Svg:
    target = link(row.ref) if link else f"#{table_anchor(row.anchor)}"
    word = element("span", {"class": "chart-word"}, row.word) if row.word else ""
    return element(
        "li",
        {"id": None if link else row.anchor, "data-claims": str(row.ref)},
        element("b", {}, spoken(row.speaker, direction)),
        " ",
        element("span", {"class": "chart-day"}, row.as_of),
        " ",
        track(row.mark, axis, direction) if axis else "",
        element(
            "span",
            {"class": "chart-amount"},
            element("a", {"href": target}, row.amount),
            " " if word else "",
            word,
        ),
    )


def _scale(axis: Axis, direction: str) -> Svg:
    words = (
        element("text", {"x": across(tick / axis.top, direction), "y": 14}, label)
        for tick, label in axis.ticks
    )
    return element(
        "svg",
        {
            "class": "chart-scale",
            "width": "100%",
            "height": 18,
            "aria-hidden": "true",
            "data-editorial": True,
        },
        *words,
    )


def _grid(share: float, direction: str) -> Svg:
    x = across(share, direction)
    return element("line", {"class": "grid", "x1": x, "x2": x, "y2": "100%"})


def _drawn(mark: Mark, axis: Axis, direction: str) -> list[Svg]:
    low, high = across(mark.low / axis.top, direction), across(mark.high / axis.top, direction)
    parts: list[Svg] = []
    if mark.shape is MarkShape.RANGE:
        end = element("path", {"class": "end", "d": "M0-6V6"})
        bar = {"class": "range", "x1": low, "x2": high, "y1": _MIDDLE, "y2": _MIDDLE}
        parts = [element("line", bar), *(at(x, _MIDDLE, end) for x in (low, high))]
    if mark.shape is MarkShape.AT_LEAST:
        parts.append(_arrow(low, direction))
    if mark.shape is MarkShape.AT_MOST:
        parts.append(_arrow(low, "ltr" if direction == "rtl" else "rtl"))
    best = across(mark.best / axis.top, direction) if mark.best is not None else low
    if mark.best is not None:
        dot = "ring" if mark.shape is MarkShape.ABOUT else "dot"
        parts.append(element("circle", {"class": dot, "cx": best, "cy": _MIDDLE, "r": 5}))
    return [element("g", {"class": "void"}, *parts, at(best, _MIDDLE, cross(6)))] if mark.void else parts


def _arrow(x: str, direction: str) -> Svg:
    sign = "-" if direction == "rtl" else ""
    back = "" if direction == "rtl" else "-"
    path = f"M0 0H{sign}{_ARROW}m{back}6-5 {sign}6 5 {back}6 5"
    return at(x, _MIDDLE, element("path", {"class": "arrow", "d": path}))
