"""Figures: parts against their total, running totals, and days inside the period."""

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.values import SAYS_SO, At, speaker_names
from generator.model.facts import Facts
from generator.model.figures import Figure, Series
from generator.problems import Finding


def parts_exceed_total(facts: Facts) -> Iterator[Finding]:
    """Find a part that is greater than the most its figure can mean."""
    for series, at, figure in _each_figure(facts):
        most = figure.bounds[1]
        for index, part in enumerate(figure.parts):
            if most is not None and part.bounds[0] > most:
                name = part.who or part.attributed_to
                whole = f"`{series.id}/{figure.id}`"
                message = f"the part `{name}` of {whole} is {part.bounds[0]}, above its total {most}"
                hint = "Correct the part or the total; a part is counted inside its figure."
                yield Finding(series.id, (*at, "parts", index), "parts-exceed-total", message, hint)


def parts_do_not_add(facts: Facts) -> Iterator[Finding]:
    """Parts by population, none of them round, whose least numbers make more than the most of their total.

    Parts that make less are common (the rest is not broken down) and no problem. Sources do print
    sums that do not add, so a `sum_note` that says so answers the warning.
    """
    for series, at, figure in _each_figure(facts):
        numbers = [part.bounds[0] for part in figure.parts if part.who and part.about is None]
        total, most = sum(numbers), figure.bounds[1]
        if len(numbers) < len(figure.parts) or most is None or figure.about is not None or figure.sum_note:
            continue
        if total > most:
            message = f"the parts of `{series.id}/{figure.id}` make {total}, more than its total {most}"
            hint = (
                "Correct the numbers, or say in `sum_note` why the source's parts do not add up or overlap."
            )
            yield Finding(series.id, (*at, "parts"), "parts-do-not-add", message, hint, "warning")


def running_total_falls(facts: Facts) -> Iterator[Finding]:
    """Find a running total that a later figure of the same speaker and method makes smaller, unexplained."""
    for series in facts.series:
        speakers: dict[tuple[object, ...], list[tuple[int, Figure]]] = defaultdict(list)
        for index, figure in enumerate(series.figures):
            if figure.stance in SAYS_SO and figure.period is None:
                speakers[frozenset(figure.by), figure.method].append((index, figure))
        for figures in speakers.values() if series.running else ():
            yield from _falls(series, sorted(figures, key=lambda entry: _day(entry[1])))


def mixed_series(facts: Facts) -> Iterator[Finding]:
    """Find a count of a shorter period in a series of running totals."""
    for series, at, figure in _each_figure(facts):
        if series.running and figure.period:
            message = (
                f"`{series.id}/{figure.id}` counts {figure.period}, but `{series.id}` holds running totals "
                f"since the start of {series.period}"
            )
            hint = (
                "Move the figure to a series of its own, or take out its `period` when it is a running total."
            )
            yield Finding(series.id, (*at, "period"), "mixed-series", message, hint)


def as_of_before_period(facts: Facts) -> Iterator[Finding]:
    """Find a figure as of a day before the period that it counts has begun."""
    for series, at, figure in _each_figure(facts):
        period = figure.period or series.period
        if figure.as_of.last < period.first:
            message = (
                f"`{series.id}/{figure.id}` is as of {figure.as_of}, before the period it counts ({period})"
            )
            hint = "Correct `as_of`, the last day that the number covers, or `period`."
            yield Finding(series.id, (*at, "as_of"), "as-of-before-period", message, hint)


def _each_figure(facts: Facts) -> Iterator[tuple[Series, At, Figure]]:
    for series in facts.series:
        for index, figure in enumerate(series.figures):
            yield series, ("figures", index), figure


def _day(figure: Figure) -> tuple[int, tuple[bool, int]]:
    start = figure.as_of.start
    return figure.as_of.last, start.time_key if start else (False, 0)


def _falls(series: Series, figures: list[tuple[int, Figure]]) -> Iterator[Finding]:
    highest: Figure | None = None
    for index, figure in figures:
        if highest is None or _takes_over(figure, highest):
            highest = figure
        elif _is_below(figure, highest):
            yield _fall(series, index, highest)


def _takes_over(figure: Figure, highest: Figure) -> bool:
    # A revision starts the comparison anew, and any other number is firmer than a round one.
    if figure.revised or highest.about is not None:
        return True
    return figure.about is None and figure.bounds[0] >= highest.bounds[0]


def _is_below(figure: Figure, highest: Figure) -> bool:
    # Neither a round nor an open-ended number proves a fall.
    most = figure.bounds[1] if figure.about is None else None
    return most is not None and most < highest.bounds[0] and _day(figure) > _day(highest)


def _fall(series: Series, index: int, before: Figure) -> Finding:
    figure = series.figures[index]
    message = (
        f"`{series.id}/{figure.id}` ({figure.bounds[1]} as of {figure.as_of}) is below the running total "
        f"`{series.id}/{before.id}` ({before.bounds[0]} as of {before.as_of}), "
        f"by {speaker_names(figure.by)} too"
    )
    hint = "Correct the number, or say in `revised` why the speaker lowered the total."
    return Finding(series.id, ("figures", index), "running-total-falls", message, hint)
