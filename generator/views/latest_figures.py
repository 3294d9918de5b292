"""The latest figures of a scope: one of each speaker, for none of them speaks for the others.

A scope is a series and the period that a figure gives itself. Of rivals none is chosen: not by the order
of the file, and not the one whose day is the last. Where they are many, it is said how many more there are.
"""

from dataclasses import dataclass

from generator.model.figures import Figure, Series
from generator.model.refs import Ref, Refs
from generator.views.context import Context, remembered
from generator.views.figures import amount_words, by_day, standing
from generator.views.known_words import as_of, figure_day
from generator.views.language import N_
from generator.views.rich_text import RichText, compose, plain

MOST = 5  # figures of one scope that a list names


@dataclass(frozen=True, slots=True)
class LatestFigure:
    """The last figure of one speaker that it stands behind. ``period`` is "" for that of the series.

    ``said`` goes on after the amount: "according to whom, as of when".
    """

    ref: Ref
    amount: str
    speaker: RichText
    as_of: str
    period: str
    said: RichText


@dataclass(frozen=True, slots=True)
class LatestFigures:
    """The latest figures of a series, newest first, as rows and as a sentence.

    ``more`` says how many are not among ``figures``, or is "". ``refs`` are those of ``figures``; of
    all figures where nobody stands behind one.
    """

    figures: tuple[LatestFigure, ...]
    more: str
    sentence: RichText
    refs: Refs


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """A series in a list: its id, and its latest figures."""

    id: str
    latest: LatestFigures


@remembered
def series_line(context: Context, name: str) -> SeriesLine:
    """One series for a list."""
    (series,) = context.queries.records(Series, (name,))
    return SeriesLine(name, latest_figures(context, series))


def latest_figures(context: Context, series: Series) -> LatestFigures:
    """Give the latest figures of a series."""
    found = _latest(context, series)
    shown = found[:MOST]
    left = len(found) - len(shown)
    pattern = context.language.ngettext("{number} more figure", "{number} more figures", left)
    more = pattern.format(number=context.language.number(left)) if left else ""
    named = shown or by_day(series.figures)
    return LatestFigures(
        tuple(_line(context, series, figure) for figure in shown),
        more,
        _sentence(context, series, shown, more),
        tuple(Ref(series.id, figure.id) for figure in named),
    )


def _latest(context: Context, series: Series) -> tuple[Figure, ...]:
    """Give the last figure of each speaker for each period, of several of its last day all."""
    last: dict[object, list[Figure]] = {}
    for figure in by_day(standing(context, series)):
        held = last.setdefault((frozenset(figure.by), figure.period), [])
        if held and held[0].as_of != figure.as_of:
            held.clear()
        held.append(figure)
    every = by_day(figure for figures in last.values() for figure in figures)
    return tuple(sorted(every, key=lambda figure: figure.as_of.last_day, reverse=True))


def _line(context: Context, series: Series, figure: Figure) -> LatestFigure:
    return LatestFigure(
        Ref(series.id, figure.id),
        amount_words(context.language, figure),
        context.shorts(figure.by),
        figure_day(context, figure),
        context.language.when(figure.period) if figure.period else "",
        compose(
            context.words(N_("according to {speaker}, {as_of}")),
            speaker=context.mentions(figure.by),
            as_of=as_of(context, figure),
        ),
    )


def _sentence(context: Context, series: Series, shown: tuple[Figure, ...], more: str) -> RichText:
    title = context.text(series.title)
    if not shown:
        return compose(context.words(N_("{title}: nobody upholds a figure.")), title=title)
    said = [_said(context, figure) for figure in shown]
    if more:
        said.append(plain(more))
    between = plain(context.words(N_("; ")))
    joined = tuple(span for number, part in enumerate(said) for span in (between if number else ()) + part)
    return compose(context.words(N_("{title}: {figures}.")), title=title, figures=joined)


def _said(context: Context, figure: Figure) -> RichText:
    pattern = N_("{amount}, according to {speaker}, {as_of}")
    if figure.period:
        pattern = N_("{amount} ({period}), according to {speaker}, {as_of}")
    return compose(
        context.words(pattern),
        amount=amount_words(context.language, figure),
        period=context.language.when(figure.period) if figure.period else "",
        speaker=context.mentions(figure.by),
        as_of=as_of(context, figure),
    )
