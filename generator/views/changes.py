"""What changed on each known day, newest first, in the words of before and of after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.derive.changes import Change, ChangeKind, DayOfChanges
from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.figures import Series
from generator.model.places import Place
from generator.views.context import Context
from generator.views.history import HistoryLine, history_line
from generator.views.known_words import Dating, change_dating, known_anchor, known_heading
from generator.views.relations import title_of
from generator.views.rich_text import RichText

# Bad news for whoever relied on it comes first.
_KINDS = (
    ChangeKind.WITHDRAWN,
    ChangeKind.DISPUTED,
    ChangeKind.LOWERED,
    ChangeKind.CORRECTED,
    ChangeKind.RAISED,
    ChangeKind.NEW,
)
_RECORDS = (Event, Series, Relation, Place, Actor)
_OPEN = 12  # days shown at once where no story says which matter


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: of which record (``title`` is its link's words), and what. ``id`` stays in every build.

    ``name`` is the title where it stands alone: it says how far it was established on that day.
    """

    id: str
    record: str
    title: RichText
    name: RichText
    past: HistoryLine


@dataclass(frozen=True, slots=True)
class ChangeDay:
    """One known day with its changes, weightiest kind first.

    Of what a day brought, that whose sources tell less than the day stands apart: ``name`` says what they
    tell, "December 2024", and ``anchor`` ends in it unless nothing of the day is told better.
    """

    anchor: str
    name: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """``days`` are those of the story and after it, ``older`` all before; both newest first.

    ``older_level`` is that of the headings of older days, which stand below the others if there are any.
    """

    days: tuple[ChangeDay, ...]
    older: tuple[ChangeDay, ...]
    older_count: str
    older_level: int


def changes_page(context: Context) -> ChangesPage:
    """Everything that became known in this edition, by day."""
    covers = context.queries.covers
    days = context.queries.story[::-1]
    first = covers.first_day if covers else days[:_OPEN][-1].day if days else None
    older = [day for day in days if first and day.day < first]
    newer = tuple(_each_day(context, (day for day in days if day not in older)))
    return ChangesPage(
        days=newer,
        older_level=3 if newer else 2,
        older=tuple(_each_day(context, older)),
        older_count=_count(context, sum(len(day.changes) for day in older)),
    )


def days_of_changes(context: Context, changes: Iterable[Change]) -> tuple[ChangeDay, ...]:
    """Give some changes by day, in the order in which they are given."""
    days = groupby(changes, key=lambda change: change.day)
    return tuple(_each_day(context, (DayOfChanges(day, tuple(group)) for day, group in days)))


def newest(context: Context, most: int) -> tuple[ChangeLine, ...]:
    """Say what became known last of events and figures. An undated source is no news when it is read."""
    found: list[ChangeLine] = []
    for day in context.queries.story[::-1]:
        for change in in_order(context, day.changes):
            if len(found) == most:
                return tuple(found)
            told = isinstance(context.queries.record(change.record), Event | Series)
            if told and change_dating(context, change).told is not None:
                found.append(change_line(context, change))
    return tuple(found)


def change_id(context: Context, change: Change) -> str:
    """Say what a change is called, in anchors and feeds: it stays whatever else becomes known.

    So it does when its record is renamed: it holds the first id of the record.
    """
    return f"{change.kind}--{context.queries.first_id(change.record)}--{change.day.isoformat()}"


def change_line(context: Context, change: Change) -> ChangeLine:
    """One change with what it is of."""
    record = context.queries.record(change.record)
    title = title_of(context, record)
    is_told = isinstance(record, Event | Relation)
    standing = context.queries.status_on(change.record, change.day) if is_told else None
    return ChangeLine(
        id=change_id(context, change),
        record=change.record,
        title=title,
        name=context.hedged(title, standing),
        past=history_line(context, change),
    )


def in_order(context: Context, changes: Iterable[Change]) -> list[Change]:
    """Give the changes of one day, given in file order: by kind, by what they are of, by when it happened."""

    def weight(change: Change) -> tuple[int, int, tuple[object, ...]]:
        record = context.queries.record(change.record)
        when = record.occurred.sort_key if isinstance(record, Event) else ()
        kind = next(number for number, one in enumerate(_RECORDS) if isinstance(record, one))
        return (_KINDS.index(change.kind), kind, when)

    return sorted(changes, key=weight)


def _each_day(context: Context, days: Iterable[DayOfChanges]) -> Iterator[ChangeDay]:
    for day in days:
        yield from _day(context, day)


def _day(context: Context, day: DayOfChanges) -> Iterator[ChangeDay]:
    found: dict[Dating, list[Change]] = {}
    for change in in_order(context, day.changes):
        found.setdefault(change_dating(context, change), []).append(change)
    for number, dating in enumerate(sorted(found, key=lambda one: (one.span, one.name))):
        yield ChangeDay(
            anchor=known_anchor(dating, number),
            name=known_heading(context, dating),
            lines=tuple(change_line(context, change) for change in found[dating]),
        )


def _count(context: Context, count: int) -> str:
    pattern = context.language.ngettext("{number} change", "{number} changes", count)
    return pattern.format(number=context.language.number(count))
