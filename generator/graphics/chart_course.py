"""A running count over time: days across, numbers up from zero, a step at each figure.

Between two figures nobody gave a number, so the line stays where the last one was. A figure of
a month or a year is a bar as long as that time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.graphics.chart_marks import across, at, cross
from generator.graphics.svg import Svg, element
from generator.views.charts import Course, Mark, Shape, Stop

_HEIGHT = 210
_FLOOR = 186  # where zero is, in pixels from the top
_CEILING = 14
_START, _END = 0.15, 0.94  # shares of the width between which the days stand
_PHONE = 330  # pixels of width that labels must fit into
_LETTER = 7.2
_LINE = 14
_ASIDE = 7  # from a mark to its label
_BELOW = 26  # from a label above a mark to one below it
_DOT, _ARROW = 6, 20  # how far a mark reaches from its number


def course_drawing(course: Course, direction: str) -> Svg:
    """The SVG of a course; its figures stand in rows of text below it, so it needs no reading aloud."""
    scale = _Scale(course, direction)
    labels = _labels(course, scale)
    parts = [
        *(_level(number, words, scale) for number, words in course.axis.ticks),
        *(_day(tick.day, tick.label, scale) for tick in course.ticks),
        *(part for line in course.lines for part in _steps(line, scale)),
        *(_stop(stop, scale, labels.get(stop.ref)) for stop in course.stops),
    ]
    return element(
        "svg", {"class": "course", "width": "100%", "height": _HEIGHT, "aria-hidden": "true"}, *parts
    )


@dataclass(frozen=True, slots=True)
class _Label:
    """Words beside a stop: before it, or ``onward``. ``left`` and ``right`` are pixels on a phone."""

    words: str
    share: float
    y: float
    onward: bool
    left: float
    right: float

    def meets(self, other: "_Label") -> bool:
        """Say whether the two would cover each other."""
        return self.left < other.right and other.left < self.right and abs(self.y - other.y) < _LINE


class _Scale:
    """Where a day and a number stand."""

    def __init__(self, course: Course, direction: str) -> None:
        self.direction = direction
        self.top = course.axis.top
        self.first = min(stop.first for stop in course.stops)
        self.span = max(stop.last for stop in course.stops) - self.first or 1

    def share(self, day: float) -> float:
        return _START + (_END - _START) * (day - self.first) / self.span

    def x(self, day: float) -> str:
        return across(self.share(day), self.direction)

    def middle(self, stop: Stop) -> float:
        return (stop.first + stop.last) / 2

    def y(self, number: int) -> float:
        return _FLOOR - (_FLOOR - _CEILING) * number / self.top


def _level_label(number: int, words: str, scale: _Scale) -> _Label:
    return _Label(words, 0, scale.y(number) - 3, True, 0, _LETTER * len(words))


def _level(number: int, words: str, scale: _Scale) -> Svg:
    y = scale.y(number)
    return element(
        "g",
        {"data-editorial": True},
        element("line", {"class": "grid", "x1": "0", "x2": "100%", "y1": y, "y2": y}),
        element("text", {"x": across(0, scale.direction), "y": y - 3, "class": "from"}, words),
    )


def _day(day: int, words: str, scale: _Scale) -> Svg:
    x = scale.x(day)
    return element(
        "g",
        {"data-editorial": True},
        element("line", {"class": "end", "x1": x, "x2": x, "y1": _FLOOR, "y2": _FLOOR + 5}),
        element("text", {"x": x, "y": _FLOOR + 19}, words),
    )


def _steps(line: tuple[Stop, ...], scale: _Scale) -> Iterator[Svg]:
    for one, after in pairwise(line):
        x, y = scale.x(after.first), scale.y(_height(one.mark))
        if after.first > one.last:
            yield element("line", {"class": "step", "x1": scale.x(one.last), "x2": x, "y1": y, "y2": y})
        yield element(
            "line", {"class": "step", "x1": x, "x2": x, "y1": y, "y2": scale.y(_height(after.mark))}
        )


def _stop(stop: Stop, scale: _Scale, label: _Label | None) -> Svg:
    kinds = [name for name, holds in (("other", not stop.kept), ("void", stop.mark.void)) if holds]
    return element(
        "g",
        {"data-claims": stop.ref, "class": " ".join(kinds) or None},
        element("title", {}, stop.tip),
        *_mark(stop, scale),
        _written(label, scale) if label else "",
    )


def _written(label: _Label, scale: _Scale) -> Svg:
    aside = _ASIDE if label.onward else -_ASIDE
    return element(
        "text",
        {
            "class": "from" if label.onward else "to",
            "x": across(label.share, scale.direction),
            "y": label.y,
            "dx": -aside if scale.direction == "rtl" else aside,
        },
        label.words,
    )


def _mark(stop: Stop, scale: _Scale) -> Iterator[Svg]:
    mark, x = stop.mark, scale.x(scale.middle(stop))
    low, high, y = scale.y(mark.low), scale.y(mark.high), scale.y(_height(mark))
    if mark.shape is Shape.RANGE:
        yield element("line", {"class": "range", "x1": x, "x2": x, "y1": low, "y2": high})
        for level in (low, high):
            yield at(x, level, element("path", {"class": "end", "d": "M-6 0H6"}))
    if mark.shape is Shape.AT_LEAST:
        yield at(x, y, element("path", {"class": "arrow", "d": "M0 0V-16m-5 6 5-6 5 6"}))
    if stop.last > stop.first:
        first, last = scale.x(stop.first), scale.x(stop.last)
        yield element("line", {"class": "span", "x1": first, "x2": last, "y1": y, "y2": y})
    if mark.best is not None:
        dot = "ring" if mark.shape is Shape.ABOUT else "dot"
        yield element("circle", {"class": dot, "cx": x, "cy": y, "r": 4.5})
    if mark.void:
        yield at(x, y, cross(6))


def _height(mark: Mark) -> int:
    return mark.best if mark.best is not None else mark.low


def _labels(course: Course, scale: _Scale) -> dict[str, _Label]:
    """The labels that fit on a phone beside those chosen before them, by stop: the last stops first."""
    chosen: dict[str, _Label] = {}
    levels = [_level_label(number, words, scale) for number, words in course.axis.ticks]
    falls = {after.ref for line in course.lines for one, after in pairwise(line) if _falls(one, after)}
    for stop in (*(line[-1] for line in course.lines), *course.others, *reversed(course.stops)):
        for onward, higher in ((False, 0), (True, 0), (False, _LINE)):
            label = _label(stop, scale, onward, _BELOW if stop.ref in falls else -higher)
            if stop.ref not in chosen and _is_free(
                label, stop, course, scale, taken=(*levels, *chosen.values())
            ):
                chosen[stop.ref] = label
    return chosen


def _is_free(label: _Label, stop: Stop, course: Course, scale: _Scale, *, taken: Iterable[_Label]) -> bool:
    """Say whether a label stays on the phone's page and covers no other label and no other mark."""
    others = [other for other in course.stops if other.ref != stop.ref]
    return (
        label.left >= 0
        and label.right <= _PHONE
        and not any(label.meets(other) for other in taken)
        and not any(_covers(label, other, scale) for other in others)
    )


def _covers(label: _Label, stop: Stop, scale: _Scale) -> bool:
    """Say whether a label lies on a stop's mark: its bar of days, its range, its arrow."""
    top = scale.y(stop.mark.high) - (_ARROW if stop.mark.shape is Shape.AT_LEAST else _DOT)
    left, right = (scale.share(day) * _PHONE for day in (stop.first, stop.last))
    beside = label.left < right + _DOT and left - _DOT < label.right
    return beside and top < label.y and label.y - _LINE < scale.y(stop.mark.low) + _DOT


def _label(stop: Stop, scale: _Scale, onward: bool, lower: float) -> _Label:
    words = stop.amount if stop.kept else f"{stop.speaker}: {stop.amount}"
    share, width = scale.share(scale.middle(stop)), _LETTER * len(words)
    edge = share * _PHONE + (_ASIDE if onward else -_ASIDE)
    y = scale.y(stop.mark.low if lower > 0 else stop.mark.high) - 9 + lower
    return _Label(words, share, y, onward, edge if onward else edge - width, edge + width if onward else edge)


def _falls(one: Stop, after: Stop) -> bool:
    return _height(after.mark) < _height(one.mark)
