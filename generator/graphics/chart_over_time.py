"""Running counts over time: steps and marks on a calendar, in percentages across and pixels for shapes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.graphics.svg import Svg, element, number
from generator.model.refs import Ref
from generator.views.charts import CountPoint, Mark, MarkShape, RunningCounts


def across(share: float, direction: str) -> str:
    """Give a share of a scale as a position from the left: scales run with the writing."""
    return f"{number(100 * (1 - share if direction == 'rtl' else share), 2)}%"


def cross(size: int) -> Svg:
    """Give the strokes over a number that its speaker denies or has taken back, around (0, 0)."""
    return element(
        "path", {"class": "cross", "d": f"M-{size}-{size}L{size} {size}M-{size} {size}L{size}-{size}"}
    )


def at(x: str, y: str | float, drawn: Svg) -> Svg:
    """Give a drawing around a point: a percentage places it, pixels shape it."""
    return element("svg", {"x": x, "y": y, "overflow": "visible"}, drawn)


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


def counts_drawing(counts: RunningCounts, direction: str) -> Svg:
    """Give the SVG of running counts; rows of text below hold its figures, so it needs no reading aloud."""
    scale = _Scale(counts, direction)
    labels = _labels(counts, scale)
    parts = [
        *(_level(number, words, scale) for number, words in counts.axis.ticks),
        *(_day(tick.day, tick.label, scale) for tick in counts.ticks),
        *(part for line in counts.lines for part in _steps(line, scale)),
        *(_count_point(stop, scale, labels.get(stop.ref)) for stop in counts.stops),
    ]
    return element(
        "svg", {"class": "course", "width": "100%", "height": _HEIGHT, "aria-hidden": "true"}, *parts
    )


@dataclass(frozen=True, slots=True)
class _CountLabel:
    """Words beside a stop: before it, or ``onward``. ``left`` and ``right`` are pixels on a phone."""

    words: str
    share: float
    y: float
    onward: bool
    left: float
    right: float

    def meets(self, other: "_CountLabel") -> bool:
        """Say whether the two would cover each other."""
        return self.left < other.right and other.left < self.right and abs(self.y - other.y) < _LINE


class _Scale:
    """Where a day and a number stand."""

    def __init__(self, counts: RunningCounts, direction: str) -> None:
        self.direction = direction
        self.top = counts.axis.top
        self.first = min(stop.first for stop in counts.stops)
        self.span = max(stop.last for stop in counts.stops) - self.first or 1

    def share(self, day: float) -> float:
        return _START + (_END - _START) * (day - self.first) / self.span

    def x(self, day: float) -> str:
        return across(self.share(day), self.direction)

    def middle(self, stop: CountPoint) -> float:
        return (stop.first + stop.last) / 2

    def y(self, number: int) -> float:
        return _FLOOR - (_FLOOR - _CEILING) * number / self.top


def _level_label(number: int, words: str, scale: _Scale) -> _CountLabel:
    return _CountLabel(words, 0, scale.y(number) - 3, True, 0, _LETTER * len(words))


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


def _steps(line: tuple[CountPoint, ...], scale: _Scale) -> Iterator[Svg]:
    for one, after in pairwise(line):
        x, y = scale.x(after.first), scale.y(_height(one.mark))
        if after.first > one.last:
            yield element("line", {"class": "step", "x1": scale.x(one.last), "x2": x, "y1": y, "y2": y})
        yield element(
            "line", {"class": "step", "x1": x, "x2": x, "y1": y, "y2": scale.y(_height(after.mark))}
        )


def _count_point(stop: CountPoint, scale: _Scale, label: _CountLabel | None) -> Svg:
    kinds = [name for name, holds in (("other", not stop.kept), ("void", stop.mark.void)) if holds]
    return element(
        "g",
        {"data-claims": str(stop.ref), "class": " ".join(kinds) or None},
        element("title", {}, stop.tip),
        *_mark(stop, scale),
        _written(label, scale) if label else "",
    )


def _written(label: _CountLabel, scale: _Scale) -> Svg:
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


def _mark(stop: CountPoint, scale: _Scale) -> Iterator[Svg]:
    mark, x = stop.mark, scale.x(scale.middle(stop))
    low, high, y = scale.y(mark.low), scale.y(mark.high), scale.y(_height(mark))
    if mark.shape is MarkShape.RANGE:
        yield element("line", {"class": "range", "x1": x, "x2": x, "y1": low, "y2": high})
        for level in (low, high):
            yield at(x, level, element("path", {"class": "end", "d": "M-6 0H6"}))
    if mark.shape is MarkShape.AT_LEAST:
        yield at(x, y, element("path", {"class": "arrow", "d": "M0 0V-16m-5 6 5-6 5 6"}))
    if mark.shape is MarkShape.AT_MOST:
        yield at(x, y, element("path", {"class": "arrow", "d": "M0 0V16m-5-6 5 6 5-6"}))
    if stop.last > stop.first:
        first, last = scale.x(stop.first), scale.x(stop.last)
        yield element("line", {"class": "span", "x1": first, "x2": last, "y1": y, "y2": y})
    if mark.best is not None:
        dot = "ring" if mark.shape is MarkShape.ABOUT else "dot"
        yield element("circle", {"class": dot, "cx": x, "cy": y, "r": 4.5})
    if mark.void:
        yield at(x, y, cross(6))


def _height(mark: Mark) -> int:
    return mark.best if mark.best is not None else mark.low


def _labels(counts: RunningCounts, scale: _Scale) -> dict[Ref, _CountLabel]:
    """Give the labels that fit on a phone beside those chosen before them, by stop: the last stops first.

    The last stop of a line names its speaker, and so do the figures of those who keep no count.
    """
    chosen: dict[Ref, _CountLabel] = {}
    levels = [_level_label(number, words, scale) for number, words in counts.axis.ticks]
    falls = {after.ref for line in counts.lines for one, after in pairwise(line) if _falls(one, after)}
    last = [line[-1] for line in counts.lines]
    named = ((stop, f"{stop.speaker}: {stop.amount}") for stop in (*last, *counts.others))
    bare = ((stop, stop.amount) for stop in (*last, *reversed(counts.stops)) if stop.kept)
    for stop, words in (*named, *bare):
        for onward, higher in ((False, 0), (True, 0), (False, _LINE)):
            label = _label(stop, words, scale, onward, _BELOW if stop.ref in falls else -higher)
            if stop.ref not in chosen and _is_free(
                label, stop, counts, scale, taken=(*levels, *chosen.values())
            ):
                chosen[stop.ref] = label
    return chosen


def _is_free(
    label: _CountLabel,
    stop: CountPoint,
    counts: RunningCounts,
    scale: _Scale,
    *,
    taken: Iterable[_CountLabel],
) -> bool:
    """Say whether a label stays on the phone's page and covers no other label and no other mark."""
    others = [other for other in counts.stops if other.ref != stop.ref]
    return (
        label.left >= 0
        and label.right <= _PHONE
        and not any(label.meets(other) for other in taken)
        and not any(_covers(label, other, scale) for other in others)
    )


def _covers(label: _CountLabel, stop: CountPoint, scale: _Scale) -> bool:
    """Say whether a label lies on a stop's mark: its bar of days, its range, its arrow."""
    top = scale.y(stop.mark.high) - (_ARROW if stop.mark.shape is MarkShape.AT_LEAST else _DOT)
    left, right = (scale.share(day) * _PHONE for day in (stop.first, stop.last))
    beside = label.left < right + _DOT and left - _DOT < label.right
    foot = scale.y(stop.mark.low) + (_ARROW if stop.mark.shape is MarkShape.AT_MOST else _DOT)
    return beside and top < label.y and label.y - _LINE < foot


def _label(stop: CountPoint, words: str, scale: _Scale, onward: bool, lower: float) -> _CountLabel:
    share, width = scale.share(scale.middle(stop)), _LETTER * len(words)
    edge = share * _PHONE + (_ASIDE if onward else -_ASIDE)
    y = scale.y(stop.mark.low if lower > 0 else stop.mark.high) - 9 + lower
    return _CountLabel(
        words, share, y, onward, edge if onward else edge - width, edge + width if onward else edge
    )


def _falls(one: CountPoint, after: CountPoint) -> bool:
    return _height(after.mark) < _height(one.mark)
