"""The page of figures: series by what they count, then by how their time meets the story's."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.model.dates import Moment, When
from generator.model.figures import Series
from generator.model.vocabulary import Metric
from generator.views.charts import Chart, Mark, MarkShape, chart
from generator.views.context import Context
from generator.views.figures import METRICS, SeriesView, series_view
from generator.views.language import N_
from generator.views.latest_figures import LatestFigures, latest_figures


class Era(StrEnum):
    """How the time of a series meets the time that the story tells."""

    STORY = "story"
    LONGER = "longer"
    BEFORE = "before"
    AFTER = "after"


_KEY = (
    (Mark(MarkShape.EXACT, 1, 1, 1, False), N_("the number given")),
    (Mark(MarkShape.ABOUT, 1, 1, 1, False), N_("about")),
    (Mark(MarkShape.AT_LEAST, 1, 1, 1, False), N_("at least")),
    (Mark(MarkShape.AT_MOST, 3, 3, 3, False), N_("at most")),
    (Mark(MarkShape.RANGE, 1, 3, 2, False), N_("from–to, with the best estimate where one is given")),
    (Mark(MarkShape.EXACT, 1, 1, 1, True), N_("denied or taken back")),
)


@dataclass(frozen=True, slots=True)
class SeriesBlock:
    """One series: its figures as a table and as a chart. ``differ`` says that they contradict."""

    view: SeriesView
    chart: Chart
    latest: LatestFigures
    differ: bool


@dataclass(frozen=True, slots=True)
class EraGroup:
    """The series of one metric whose time meets the story's alike. ``label`` may be ""."""

    anchor: str
    label: str
    blocks: tuple[SeriesBlock, ...]


@dataclass(frozen=True, slots=True)
class MetricGroup:
    """Everything that counts one thing; never one number."""

    anchor: str
    label: str
    scopes: str
    eras: tuple[EraGroup, ...]


@dataclass(frozen=True, slots=True)
class Casualties:
    """The whole page. ``key`` explains the marks that its charts use."""

    groups: tuple[MetricGroup, ...]
    key: tuple[tuple[Mark, str], ...]


def casualties(context: Context) -> Casualties:
    """Every series in its place, in the order of metrics and of the file."""
    differ = {found.record for found in context.queries.disagreements.values() if not found.until}
    groups = []
    for metric in METRICS:
        found = [series for series in context.queries.series if series.metric is metric]
        if found:
            groups.append(_metric(context, metric, found, differ))
    key = chart_words(context, (mark for group in groups for mark in _marks(group)))
    return Casualties(tuple(groups), key)


def chart_words(context: Context, marks: Iterable[Mark]) -> tuple[tuple[Mark, str], ...]:
    """Say what the marks of some charts mean: a sample of each kind with its words."""
    used = {(MarkShape.EXACT if mark.void else mark.shape, mark.void) for mark in marks}
    return tuple((mark, context.words(words)) for mark, words in _KEY if (mark.shape, mark.void) in used)


def era(period: When, covers: When | None) -> Era:
    """Give the era of a series. A month that the story begins in belongs to the story."""
    if covers is None:
        return Era.STORY
    if period.first > covers.last:
        return Era.AFTER
    if period.last < covers.first:
        return Era.BEFORE
    return Era.STORY if _begins_in(period.start, covers) else Era.LONGER


def _begins_in(start: Moment | None, covers: When) -> bool:
    return bool(start and start.month and start.last >= covers.first)


def _metric(context: Context, metric: Metric, found: list[Series], differ: Iterable[str]) -> MetricGroup:
    covers = context.queries.covered
    eras = {one: [series for series in found if era(series.period, covers) is one] for one in Era}
    count = context.language.ngettext("{number} scope", "{number} scopes", len(found))
    return MetricGroup(
        anchor=f"metric-{metric.value}",
        label=context.words(METRICS[metric]),
        scopes=count.format(number=context.language.number(len(found))),
        eras=tuple(
            EraGroup(
                f"metric-{metric.value}--{one.value}",
                _era_label(context, one, covers),
                tuple(_series_block(context, series, series.id in differ) for series in group),
            )
            for one, group in eras.items()
            if group
        ),
    )


def _era_label(context: Context, one: Era, covers: When | None) -> str:
    if covers is None:
        return ""
    patterns = {
        Era.STORY: N_("The time told here: {period}"),
        Era.LONGER: N_("Longer periods"),
        Era.BEFORE: N_("Earlier periods"),
        Era.AFTER: N_("Later periods"),
    }
    return context.words(patterns[one]).format(period=context.language.when(covers))


def _series_block(context: Context, series: Series, differ: bool) -> SeriesBlock:
    return SeriesBlock(
        series_view(context, series.id), chart(context, series), latest_figures(context, series), differ
    )


def _marks(group: MetricGroup) -> tuple[Mark, ...]:
    return tuple(
        row.mark
        for one in group.eras
        for block in one.blocks
        for panel in block.chart.panels
        if panel.axis
        for row in panel.rows
    )
