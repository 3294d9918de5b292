"""Which series stand under one heading of the page of figures, and what a reader would call it.

The rule: what counts people killed, driven out, held and so on comes first, metric by metric. Of one metric,
series of the time that the story tells stand together, then those that begin in one year, in the order in
which the files have them. What counts no casualties stands apart, one group for each metric.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.dates import Moment, When
from generator.model.figures import Series
from generator.model.vocabulary import Metric
from generator.views.context import Context
from generator.views.eras import era
from generator.views.figures import METRICS
from generator.views.language import N_
from generator.views.rich_text import RichText, capital, compose, plain

_NO_CASUALTIES = frozenset({Metric.CROSSED_BORDER, Metric.STRENGTH, Metric.STRIKES})
_STORY, _OTHER = "story", "other"


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Series under one heading. ``former`` are anchors of headings that the page had in its place."""

    anchor: str
    former: tuple[str, ...]
    label: RichText
    series: tuple[Series, ...]


def figure_groups(context: Context, *, casualties: bool) -> tuple[FigureGroup, ...]:
    """Give the groups that count casualties, or those that do not."""
    found: list[FigureGroup] = []
    taken: set[str] = set()
    for metric in METRICS:
        if (metric in _NO_CASUALTIES) is not casualties:
            for span, series in _by_span(context, metric).items():
                anchor = f"metric-{metric}--{span}" if casualties else f"metric-{metric}"
                former = tuple(_former(context, metric, series, taken | {anchor}))
                taken.update(former, (anchor,))
                label = _label(context, METRICS[metric], span, series)
                found.append(FigureGroup(anchor, former, label, tuple(series)))
    return tuple(found)


def _by_span(context: Context, metric: Metric) -> dict[str, list[Series]]:
    """Give the series of a metric by what their time has in common, those of the story first."""
    spans: dict[str, list[Series]] = {_STORY: []}
    for series in context.queries.series:
        if series.metric is metric:
            is_apart = metric in _NO_CASUALTIES
            span = "" if is_apart else _span(series.period, context.queries.covers)
            spans.setdefault(span, []).append(series)
    return {span: series for span, series in spans.items() if series}


def _span(period: When, covers: When | None) -> str:
    if covers is None or _is_told(period, covers):
        return _STORY
    start = period.start
    return f"since-{Moment(start.year)}" if start and _is_plain(start) else _OTHER


def _is_told(period: When, covers: When) -> bool:
    """Say whether a period lies within the story, or goes on from a day of it."""
    begins = covers.first <= period.first <= covers.last
    return begins and (period.end is None or period.last <= covers.last)


def _is_plain(moment: Moment) -> bool:
    return moment.years == 1 and not moment.approximate and not moment.uncertain


def _former(context: Context, metric: Metric, group: list[Series], taken: set[str]) -> Iterator[str]:
    """Yield the anchors that headings above these series had: of their metric, and of its eras."""
    covers = context.queries.covered
    eras = (f"metric-{metric}--{era(series.period, covers)}" for series in group)
    for anchor in dict.fromkeys((f"metric-{metric}", *eras)):
        if anchor not in taken:
            yield anchor


def _label(context: Context, metric: str, span: str, group: list[Series]) -> RichText:
    word = context.words(metric)
    if span == _STORY:
        return capital(_story_label(context, word))
    periods = {series.period for series in group}
    if not span:
        return capital(plain(word))
    if len(periods) == 1:
        return capital(_period_label(context, word, periods.pop()))
    if span == _OTHER:
        return capital(compose(context.words(N_("{metric} in other periods")), metric=word))
    start = group[0].period.start
    assert start
    year = Moment(start.year)
    pattern = context.words(_since(group))
    return capital(compose(pattern, metric=word, year=context.language.when(When(year, year))))


def _since(group: list[Series]) -> str:
    """Say since when the series of a group count, or in which year, to be translated."""
    assert group[0].period.start
    last = Moment(group[0].period.start.year).last
    if all(series.period.last <= last for series in group):
        return N_("{metric} in {year}")
    if len({frozenset(figure.by) for series in group for figure in series.figures}) > 1:
        return N_("{metric} since {year}, by who counted")
    return N_("{metric} since {year}")


def _story_label(context: Context, metric: str) -> RichText:
    covered, story = context.queries.covered, context.queries.story_name
    if story:
        return compose(context.words(N_("{metric} in {story}")), metric=metric, story=context.text(story))
    return _period_label(context, metric, covered) if covered else plain(metric)


def _period_label(context: Context, metric: str, period: When) -> RichText:
    pattern = N_("{metric}, {period}") if period.start and period.end else N_("{metric} {period}")
    return compose(context.words(pattern), metric=metric, period=context.language.when(period))
