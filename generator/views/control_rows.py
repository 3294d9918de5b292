"""Who held which place from when until when, in rows: what the control map shows, as a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive import Run
from generator.views.context import Context
from generator.views.language import N_
from generator.views.places import HoldingLine, holding_line
from generator.views.runs import Runs


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: a place, a holder, from when until when."""

    place: str
    name: Runs
    first: date
    last: date | None
    since: str
    until: str
    held: HoldingLine


def rows(context: Context, days: tuple[date, ...]) -> tuple[Row, ...]:
    """Who held which place when, of all that held on any of these days: by place name, then by time."""
    found = [row for place in context.control.places for row in place_rows(context, place)]
    shown = [row for row in found if _is_shown(row, days)]
    return tuple(sorted(shown, key=lambda row: (row.name[0].words, row.place, row.first)))


def place_rows(context: Context, place: str) -> tuple[Row, ...]:
    """Who held a place when, from the first change told to the last."""
    return tuple(row for run in context.control.runs(place) for row in _run_rows(context, place, run))


def _is_shown(row: Row, days: tuple[date, ...]) -> bool:
    return any(row.first <= day and (row.last is None or day <= row.last) for day in days)


def _run_rows(context: Context, place: str, run: Run) -> Iterator[Row]:
    still = context.words(N_("no later change told"))
    for holding in run.holdings:
        # What a later change leaves as it was is told from that change on, as a whole day.
        is_new = holding.effective == run.first
        yield Row(
            place=place,
            name=context.name(place),
            first=run.first,
            last=run.last,
            since=context.language.when(holding.since) if is_new else context.language.day(run.first),
            until=context.language.day(run.last) if run.last else still,
            held=holding_line(context, holding),
        )
