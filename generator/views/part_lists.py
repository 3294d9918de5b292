"""The lists that grow with the facts, and how each is split: the timeline, the changes, the names.

Of each list this says when it is split (``MOST``), into what, and what its overview says of the parts.
Of disagreements and sources the same stands in ``part_lists_by_group``, of the days of the story in
``part_list_of_days``.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from generator.derive.changes import Change
from generator.model.calendar_days import FIRST
from generator.model.events import Event
from generator.model.reserved import is_device
from generator.views.atoz import NameEntry, letter_anchor, letter_of, most_names, names_in_order
from generator.views.changes import in_order as changes_in_order
from generator.views.context import Context
from generator.views.events import in_order
from generator.views.hedges import STATUS_LABELS
from generator.views.language import N_
from generator.views.parts import ListPart, in_parts, numbered, period_names, period_words
from generator.views.parts_overview import File, PartGroup, PartLine, PartMark, once_each, period_mark
from generator.views.timeline import days_of, filters_of

# Entries that one page holds at most. A list of fewer is one page.
MOST = {"days": 40, "timeline": 300, "changes": 600, "disagreements": 250, "sources": 600, "atoz": 2000}
_WHOLE_DAY = re.compile(r"day-(\d{4}-\d\d-\d\d)")
EARLY = "before-0001"  # what happened before the first year that parts are named by
_LETTERS = 3  # of a name that its part may be called by


@dataclass(frozen=True, slots=True)
class PartedList:
    """A list that is split once it is too long, by the name of the kind of its page.

    ``count_of`` says cheaply how many entries it has at most, ``tree_of`` splits them, ``label`` is what
    a part is called, ``count`` says a number of entries in words, ``groups`` what an overview says of
    the parts below one.
    """

    name: str
    count_of: Callable[[Context], int]
    tree_of: Callable[[Context, int], ListPart[Any]]
    label: Callable[[Context, ListPart[Any]], str]
    count: Callable[[Context, int], str]
    groups: Callable[[Context, ListPart[Any], File], Iterable[PartGroup]]

    def tree(self, context: Context) -> ListPart[Any]:
        """Give the list in parts; of one that is short enough only that it has none."""
        return context.queries.once(("parts", self.name), lambda: self._tree(context))

    def _tree(self, context: Context) -> ListPart[Any]:
        most = MOST[self.name]
        return self.tree_of(context, most) if self.count_of(context) > most else ListPart("", ())


def counted(context: Context, pattern: str, number: int) -> str:
    """Say a number of entries in the words that it takes."""
    return pattern.format(number=context.language.number(number))


def _events_words(context: Context, number: int) -> str:
    return counted(context, context.language.ngettext("{number} event", "{number} events", number), number)


def _changes_words(context: Context, number: int) -> str:
    return counted(context, context.language.ngettext("{number} change", "{number} changes", number), number)


def entries_words(context: Context, number: int) -> str:
    """Say a number of entries of what has no better name."""
    return counted(context, context.language.ngettext("{number} entry", "{number} entries", number), number)


def period_label(context: Context, part: ListPart[Any]) -> str:
    """Say what a part is called that is named by a time."""
    unnamed = N_("Before the year 1") if part.name.startswith(EARLY) else N_("Without a first day")
    label = period_words(context.language, part.name) or context.words(unnamed)
    return numbered(context.language, label, part.number)


def by_first(part: ListPart[Any]) -> Iterator[tuple[ListPart[Any], tuple[ListPart[Any], ...]]]:
    """Give the groups of an overview: of the whole list the broadest parts, of a part itself."""
    if part.name:
        yield part, part.leaves
    else:
        yield from ((below, below.leaves) for below in part.below)


# The timeline: events by their first day.


def _events(context: Context, ids: Iterable[str]) -> tuple[Event, ...]:
    return context.queries.records(Event, ids)


def _timeline_tree(context: Context, most: int) -> ListPart[str]:
    events = {event.id: event for event in in_order(context.queries.events)}

    def names(name: str) -> tuple[str, ...]:
        when = events[name].occurred
        if when.start and when.first < FIRST:
            return (EARLY,)
        return period_names(when.first_day) if when.start else ("until",)

    return in_parts(events, names, most)


def _timeline_groups(context: Context, part: ListPart[str], file: File) -> Iterator[PartGroup]:
    for of, leaves in by_first(part):
        lines = (_timeline_line(context, leaf, file) for leaf in leaves)
        label = period_label(context, of) if of is not part else ""
        yield PartGroup(f"in-{of.name}", label, tuple(once_each(lines)))
    if not part.name:
        yield from _timeline_filters(context, part, file)


def _timeline_line(context: Context, leaf: ListPart[str], file: File) -> PartLine:
    target = file(leaf.name)
    marks = []
    for anchor, words in days_of(context, _events(context, leaf.entries)).items():
        where = f"{target}#{anchor}"
        if day := _WHOLE_DAY.fullmatch(anchor):
            marks.append(period_mark(context, leaf, date.fromisoformat(day[1]), where, anchor=anchor))
        else:
            marks.append(PartMark(words, where, anchor))
    return PartLine(
        period_label(context, leaf), target, _events_words(context, len(leaf.entries)), tuple(marks)
    )


def _timeline_filters(context: Context, part: ListPart[str], file: File) -> Iterator[PartGroup]:
    """Say how often each status comes and where, and which actors and places come most often."""
    found: dict[str, dict[str, int]] = {}
    for leaf in part.leaves:
        for event in leaf.entries:
            status = context.queries.status(event).name
            counts = found.setdefault(status, {})
            counts[leaf.name] = counts.get(leaf.name, 0) + 1
    labels = {leaf.name: period_label(context, leaf) for leaf in part.leaves}
    lines = []
    for name, words in STATUS_LABELS.items():
        counts = found.get(name, {})
        marks = tuple(PartMark(labels[leaf], f"{file(leaf)}#status-{name}") for leaf in counts)
        if counts:
            count = context.language.number(sum(counts.values()))
            lines.append(PartLine(context.words(words), "", count, marks, f"status-{name}"))
    yield PartGroup("statuses", context.words(N_("Status")), tuple(lines))
    shared = filters_of(context, _events(context, part.entries))
    for kind, words in (("actor", N_("Actor")), ("place", N_("Place"))):
        several = (
            PartLine(
                one.name,
                one.record,
                context.language.number(one.events),
                anchor=one.anchor,
            )
            for one in shared[kind]
        )
        if shared[kind]:
            yield PartGroup(f"{kind}s", context.words(words), tuple(several))


TIMELINE = PartedList(
    "timeline",
    lambda context: len(context.queries.events),
    _timeline_tree,
    period_label,
    _events_words,
    _timeline_groups,
)


# The changes: newest first, by their day.


def _changes_tree(context: Context, most: int) -> ListPart[Change]:
    days = context.queries.story[::-1]
    entries = (change for day in days for change in changes_in_order(context, day.changes))
    return in_parts(entries, lambda change: period_names(change.day), most)


def _changes_groups(context: Context, part: ListPart[Change], file: File) -> Iterator[PartGroup]:
    for of, leaves in by_first(part):
        lines = (_changes_line(context, leaf, file) for leaf in leaves)
        label = period_label(context, of) if of is not part else ""
        yield PartGroup(f"in-{of.name}", label, tuple(once_each(lines)))


def _changes_line(context: Context, leaf: ListPart[Change], file: File) -> PartLine:
    target = file(leaf.name)
    days = dict.fromkeys(change.day for change in leaf.entries)
    anchors = ((day, f"day-{day.isoformat()}") for day in days)
    marks = tuple(
        period_mark(context, leaf, day, f"{target}#{anchor}", anchor=anchor) for day, anchor in anchors
    )
    return PartLine(period_label(context, leaf), target, _changes_words(context, len(leaf.entries)), marks)


CHANGES = PartedList(
    "changes",
    lambda context: sum(len(day.changes) for day in context.queries.story),
    _changes_tree,
    period_label,
    _changes_words,
    _changes_groups,
)


# From A to Z: by the first letters of the key that a name is sorted by.


def letters_name(key: str, number: int) -> str:
    """Give the name in addresses of the first letters of a key: Latin for every script."""
    first = letter_anchor(letter_of(key)).removeprefix("letter-")
    rest = key[1:number] if key[:1].isalpha() else key[: number - 1]
    name = first + "".join(_in_address(letter) for letter in rest.ljust(number - 1))
    return f"{name}_" if is_device(name) else name


def _in_address(letter: str) -> str:
    if letter == " ":
        return "_"
    return letter if letter.isascii() and letter.isalnum() else f"u{ord(letter):04x}"


def letters_label(key: str, number: int) -> str:
    """Give the first letters of a key as a heading has them."""
    if number == 1:
        return letter_of(key)
    return key[: number if key[:1].isalpha() else number - 1].strip().capitalize()


def _names_tree(context: Context, most: int) -> ListPart[tuple[str, NameEntry]]:
    return in_parts(
        _names(context),
        lambda pair: tuple(letters_name(pair[0], number) for number in range(1, _LETTERS + 1)),
        most,
    )


def _names(context: Context) -> tuple[tuple[str, NameEntry], ...]:
    return context.queries.once("names in order", lambda: names_in_order(context))


def _names_label(context: Context, part: ListPart[tuple[str, NameEntry]]) -> str:
    return numbered(context.language, letters_label(part.entries[0][0], part.depth), part.number)


def _names_groups(context: Context, part: ListPart[tuple[str, NameEntry]], file: File) -> Iterator[PartGroup]:
    lines = []
    for letter, leaves in groupby(part.leaves, key=lambda leaf: letter_of(leaf.entries[0][0])):
        for leaf in leaves:
            label, count = _names_label(context, leaf), entries_words(context, len(leaf.entries))
            lines.append(PartLine(label, file(leaf.name), count, anchor=letter_anchor(letter)))
    yield PartGroup("letters", "", tuple(once_each(lines)))


NAMES = PartedList(
    "atoz",
    most_names,
    _names_tree,
    _names_label,
    entries_words,
    _names_groups,
)
