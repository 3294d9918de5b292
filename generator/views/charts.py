"""Charts: the figures of one scope on a scale of their own, from zero; never two scopes on one.

A scope is a series and the period that a figure gives itself. Figures of one speaker who keeps
a running count are also told over time.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from generator.model.dates import When
from generator.model.figures import Amount, Figure, Series
from generator.model.refs import Ref
from generator.views.context import Context
from generator.views.figures import amount_words, by_day, stance_word, standing
from generator.views.isolation import isolated
from generator.views.known_words import as_of, figure_day
from generator.views.language import N_, DayTick, Language, day_ticks
from generator.views.rich_text import RichText, plain_text

_STEPS = (1, 2, 5)
_INTERVALS = 4  # more labels than that do not fit beside each other on a phone
_KEPT = 3  # figures from which a running count of one speaker is told over time


class MarkShape(StrEnum):
    """How a number is drawn: as far as its speaker pinned it down."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Mark:
    """A number to draw. ``high`` is ``low`` unless it is a range; ``best`` may be within one.

    ``void`` marks what its speaker denies or has taken back, and what lost its source.
    """

    shape: MarkShape
    low: int
    high: int
    best: int | None
    void: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """A linear scale from zero to ``top``; ``ticks`` are numbers on it with their words."""

    top: int
    ticks: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One figure: who says it, as of when, how many, and where they stand if not behind it."""

    ref: Ref
    anchor: str
    speaker: RichText
    as_of: str
    amount: str
    word: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class CountPoint:
    """One figure on a calendar: ``first`` and ``last`` are the days (ordinals) of its as-of.

    ``kept`` says that it is one of a running count, which its line tells the speaker of.
    """

    ref: Ref
    speaker: str
    amount: str
    tip: str
    first: int
    last: int
    mark: Mark
    kept: bool


@dataclass(frozen=True, slots=True)
class RunningCounts:
    """Running counts over time: one line of stops for each speaker who keeps one, others apart."""

    lines: tuple[tuple[CountPoint, ...], ...]
    others: tuple[CountPoint, ...]
    ticks: tuple[DayTick, ...]
    axis: Axis

    @property
    def stops(self) -> tuple[CountPoint, ...]:
        """Every stop, line by line."""
        return (*(stop for line in self.lines for stop in line), *self.others)


@dataclass(frozen=True, slots=True)
class Panel:
    """The figures of one scope. One exact figure needs no ``axis``, few a ``over_time``."""

    period: str
    rows: tuple[ChartRow, ...]
    axis: Axis | None
    over_time: RunningCounts | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A series in panels, one for each period that its figures give themselves."""

    series: str
    panels: tuple[Panel, ...]


def chart(context: Context, series: Series, shown: Container[Ref] | None = None) -> Chart:
    """Give the chart of one series: every figure in one row of one panel, or those ``shown`` alone.

    With these a running count is told over time in all figures that their speakers stand behind, whichever
    have a row.
    """
    scopes: dict[When | None, list[Figure]] = {}
    for figure in by_day(series.figures if shown is None else standing(context, series)):
        scopes.setdefault(figure.period, []).append(figure)
    panels = []
    for period, figures in scopes.items():
        rows = [one for one in figures if shown is None or Ref(series.id, one.id) in shown]
        if rows:
            panels.append(_panel(context, series, period, rows, figures))
    return Chart(series.id, tuple(panels))


def axis(words: Language, marks: Iterable[Mark]) -> Axis:
    """Give the scale that holds these marks, with room behind a number that is a least one."""
    greatest = max((_reach(mark) for mark in marks), default=1)
    step = _step(max(greatest, 1))
    top = -(-max(greatest, 1) // step) * step
    return Axis(top, tuple((number, words.number(number)) for number in range(0, top + 1, step)))


def mark(amount: Amount, void: bool = False) -> Mark:
    """How an amount is drawn; a number is never narrowed, rounded or averaged for it."""
    if amount.at_least is not None and amount.at_most is None:
        return Mark(MarkShape.AT_LEAST, amount.at_least, amount.at_least, amount.at_least, void)
    if amount.at_most is not None and amount.at_least is None:
        return Mark(MarkShape.AT_MOST, amount.at_most, amount.at_most, amount.at_most, void)
    if amount.about is not None:
        return Mark(MarkShape.ABOUT, amount.about, amount.about, amount.about, void)
    low, high = amount.bounds
    assert high is not None
    if amount.value is not None:
        return Mark(MarkShape.EXACT, low, high, amount.value, void)
    return Mark(MarkShape.RANGE, low, high, amount.best, void)


def _reach(one: Mark) -> int:
    return one.high * 21 // 20 if one.shape is MarkShape.AT_LEAST else one.high


def _step(greatest: int) -> int:
    power = 1
    while True:
        for step in _STEPS:
            if greatest <= step * power * _INTERVALS:
                return step * power
        power *= 10


def _panel(
    context: Context, series: Series, period: When | None, shown: list[Figure], figures: list[Figure]
) -> Panel:
    given = standing(context, series)
    rows = tuple(_row(context, series, figure, figure not in given) for figure in shown)
    marks = [row.mark for row in rows]
    return Panel(
        period=context.language.when(period) if period else "",
        rows=rows,
        axis=axis(context.language, marks) if len(rows) > 1 or marks[0].shape is MarkShape.RANGE else None,
        over_time=_running_counts(context, series, figures) if series.running else None,
    )


def _row(context: Context, series: Series, figure: Figure, void: bool) -> ChartRow:
    return ChartRow(
        ref=Ref(series.id, figure.id),
        anchor=f"{series.id}--{figure.id}",
        speaker=context.shorts(figure.by),
        as_of=as_of(context, figure),
        amount=amount_words(context.language, figure),
        word=stance_word(context, series, figure),
        mark=mark(figure, void),
    )


def _running_counts(context: Context, series: Series, figures: list[Figure]) -> RunningCounts | None:
    """Tell the figures over time where a speaker gave enough of them, of more than one day."""
    given = standing(context, series)
    kept = [line for line in _by_speaker(given, figures) if _is_running(line)]
    if not kept:
        return None
    lines = tuple(
        tuple(_count_point(context, series, figure, given, kept=True) for figure in line) for line in kept
    )
    others = tuple(
        _count_point(context, series, figure, given, kept=False)
        for figure in figures
        if not any(figure in line for line in kept)
    )
    stops = (*(stop for line in lines for stop in line), *others)
    first, last = min(stop.first for stop in stops), max(stop.last for stop in stops)
    scale = axis(context.language, [stop.mark for stop in stops])
    return RunningCounts(lines, others, day_ticks(context.language, first, last), scale)


def _by_speaker(given: tuple[Figure, ...], figures: list[Figure]) -> Iterable[list[Figure]]:
    lines: dict[frozenset[str], list[Figure]] = {}
    for figure in figures:
        if figure in given:
            lines.setdefault(frozenset(figure.by), []).append(figure)
    return lines.values()


def _is_running(line: list[Figure]) -> bool:
    return len(line) >= _KEPT and any(one.as_of != after.as_of for one, after in pairwise(line))


def _count_point(
    context: Context, series: Series, figure: Figure, given: tuple[Figure, ...], *, kept: bool
) -> CountPoint:
    amount = amount_words(context.language, figure)
    speaker = plain_text(context.shorts(figure.by))
    start, end = figure.as_of.start or figure.as_of.end, figure.as_of.end or figure.as_of.start
    assert start and end
    # What a date may mean beyond the edition's day no figure can speak of.
    last, has_come = end.last_day, context.queries.has_come
    if has_come(start.first_day) and not has_come(last):
        last = context.queries.edition_day
    pattern = context.words(N_("{speaker}, {date}: {amount}"))
    return CountPoint(
        ref=Ref(series.id, figure.id),
        speaker=speaker,
        amount=amount,
        tip=isolated(
            pattern.format(speaker=speaker, date=figure_day(context, figure), amount=amount),
            context.language.direction,
        ),
        first=start.first_day.toordinal(),
        last=last.toordinal(),
        mark=mark(figure, figure not in given),
        kept=kept,
    )
