"""The page of figures: a few numbers first, then groups that open with their charts, each scope by itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model.figures import Series
from generator.model.refs import Ref, Refs
from generator.views.charts import Chart, Mark, MarkShape, Panel, chart
from generator.views.context import Context
from generator.views.figure_groups import FigureGroup, figure_groups
from generator.views.figures import SeriesView, series_view, standing
from generator.views.language import N_
from generator.views.latest_figures import LatestFigures, latest_figures
from generator.views.rich_text import RichText, compose

_FIRST = 4  # numbers that the page opens with

_KEY = (
    (Mark(MarkShape.EXACT, 1, 1, 1, False), N_("the number given")),
    (Mark(MarkShape.ABOUT, 1, 1, 1, False), N_("about")),
    (Mark(MarkShape.AT_LEAST, 1, 1, 1, False), N_("at least")),
    (Mark(MarkShape.AT_MOST, 3, 3, 3, False), N_("at most")),
    (Mark(MarkShape.RANGE, 1, 3, 2, False), N_("from–to, with the best estimate where one is given")),
    (Mark(MarkShape.EXACT, 1, 1, 1, True), N_("denied or taken back")),
)


@dataclass(frozen=True, slots=True)
class FirstNumber:
    """A series that the page opens with. ``hedge`` says how far its latest figures are borne out."""

    id: str
    title: RichText
    latest: LatestFigures
    hedge: str


@dataclass(frozen=True, slots=True)
class SeriesBlock:
    """One series: its chart, and its figures as a table. ``differ`` says that they contradict.

    ``rows`` are the figures that have a row of their own in the chart.
    """

    view: SeriesView
    chart: Chart
    rows: frozenset[Ref]
    latest: LatestFigures
    table: str
    differ: bool


@dataclass(frozen=True, slots=True)
class CountGroup:
    """The series under one heading, never one number. ``counted`` says who gives figures."""

    anchor: str
    former: tuple[str, ...]
    label: RichText
    counted: RichText
    refs: Refs
    blocks: tuple[SeriesBlock, ...]


@dataclass(frozen=True, slots=True)
class Casualties:
    """The whole page. ``others`` count no casualties; ``key`` explains the marks of the charts."""

    numbers: tuple[FirstNumber, ...]
    groups: tuple[CountGroup, ...]
    others: tuple[CountGroup, ...]
    key: tuple[tuple[Mark, str], ...]


def casualties(context: Context) -> Casualties:
    """Give every series in its place."""
    differ = {found.record for found in context.queries.disagreements.values() if not found.until}
    groups, others = (
        tuple(_group(context, group, differ) for group in figure_groups(context, casualties=casualties))
        for casualties in (True, False)
    )
    blocks = [block for group in (*groups, *others) for block in group.blocks]
    panels = (panel for block in blocks for panel in block.chart.panels if panel.axis)
    return Casualties(
        tuple(_numbers(context, groups, len(blocks))),
        groups,
        others,
        chart_words(context, (row.mark for panel in panels for row in panel.rows)),
    )


def chart_words(context: Context, marks: Iterable[Mark]) -> tuple[tuple[Mark, str], ...]:
    """Say what the marks of some charts mean: a sample of each kind with its words."""
    used = {(MarkShape.EXACT if mark.void else mark.shape, mark.void) for mark in marks}
    return tuple((mark, context.words(words)) for mark, words in _KEY if (mark.shape, mark.void) in used)


def _numbers(context: Context, groups: tuple[CountGroup, ...], count: int) -> Iterable[FirstNumber]:
    """Give the numbers that home shows, or the first of each group; none where the page has no more."""
    chosen = list(context.queries.numbers) or [group.blocks[0].view.id for group in groups]
    if len(chosen[:_FIRST]) < count:
        for series in context.queries.records(Series, chosen[:_FIRST]):
            latest = latest_figures(context, series)
            yield FirstNumber(series.id, context.text(series.title), latest, _hedge(context, series))


def _hedge(context: Context, series: Series) -> str:
    """Say how far the latest figures of a series are borne out by others."""
    speakers = {frozenset(figure.by) for figure in standing(context, series)}
    if not speakers:
        return context.words(N_("Nobody upholds a figure."))
    if len(speakers) > 1:
        return context.words(N_("Each speaks for itself: none of these numbers confirms another."))
    if all(context.queries.is_party(actor) for actor in speakers.pop()):
        return context.words(N_("Only a party to the conflict gives a number for this."))
    return context.words(N_("Only one speaker gives a number for this: no other confirms it."))


def _group(context: Context, group: FigureGroup, differ: Iterable[str]) -> CountGroup:
    figures = [(Ref(series.id, figure.id), figure) for series in group.series for figure in series.figures]
    speakers = dict.fromkeys(actor for _, figure in figures for actor in figure.by)
    return CountGroup(
        group.anchor,
        group.former,
        group.label,
        compose(context.words(N_("Who gives figures: {speakers}.")), speakers=context.shorts(speakers)),
        tuple(ref for ref, _ in figures),
        tuple(_series_block(context, series, series.id in differ) for series in group.series),
    )


def _series_block(context: Context, series: Series, differ: bool) -> SeriesBlock:
    latest = latest_figures(context, series)
    whole = chart(context, series)
    drawn = replace(whole, panels=tuple(_with_few_rows(panel, latest.refs) for panel in whole.panels))
    number = len(series.figures)
    table = context.language.ngettext(
        "{number} figure in full: source, shares, notes",
        "{number} figures in full: sources, shares, notes",
        number,
    )
    return SeriesBlock(
        series_view(context, series.id),
        drawn,
        frozenset(row.ref for panel in drawn.panels for row in panel.rows),
        latest,
        table.format(number=context.language.number(number)),
        differ,
    )


def _with_few_rows(panel: Panel, latest: Refs) -> Panel:
    """Leave rows for the latest figures and those that ended: what is told over time is drawn already."""
    if panel.over_time is None:
        return panel
    rows = tuple(row for row in panel.rows if row.ref in latest or row.word)
    return replace(panel, rows=rows or panel.rows)
