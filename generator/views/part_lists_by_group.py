"""How the lists of disagreements and of sources are split, beside those of ``part_lists``."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import TypeAlias

from generator.derive.open_questions import OpenReason
from generator.model.calendar_days import FIRST
from generator.model.events import Event
from generator.model.sources import Source
from generator.views.atoz import sort_key
from generator.views.context import Context
from generator.views.disagreements import (
    OVERVIEW_PARTS,
    REASONS,
    OverviewPart,
    listed_disagreements,
    listed_open,
)
from generator.views.language import N_
from generator.views.part_lists import (
    EARLY,
    PartedList,
    by_first,
    counted,
    entries_words,
    letters_label,
    letters_name,
)
from generator.views.parts import ListPart, in_parts, numbered, period_names, period_words
from generator.views.parts_overview import File, PartGroup, PartLine
from generator.views.sources import SourceLine, lines_of_sources

Listed: TypeAlias = tuple[str, str]
"""A record in the overview of disagreements: the anchor of its group, and its id."""

_OTHERS = "other"  # what has no date, among disagreements
_DATED = 2  # the depth from which a part holds what happened in a time
_LONGEST = 120  # characters of a publisher in the name of a file; file systems take about 250 in all
_PUBLISHER = 3  # the depth at which a part holds the sources of one publisher


# Disagreements: by their group on the page, events of it by their first day.


def _listed(context: Context) -> Iterator[Listed]:
    yield from ((f"part-{part}", record) for part, record in listed_disagreements(context))
    yield from ((f"open-{reason}", record) for reason, record in listed_open(context))


def _disagreements_tree(context: Context, most: int) -> ListPart[Listed]:
    def names(entry: Listed) -> tuple[str, ...]:
        group = entry[0].removeprefix("part-")
        record = context.queries.find(entry[1])
        when = record.occurred if isinstance(record, Event) else None
        if when and when.start and when.first < FIRST:
            return group, f"{group}--{EARLY}"
        periods = period_names(when.first_day) if when and when.start else (_OTHERS,)
        return group, *(f"{group}--{period}" for period in periods)

    return in_parts(_listed(context), names, most)


def group_label(context: Context, group: str) -> str:
    """Give the heading of a group of the overview of disagreements, from its anchor."""
    family, _, name = group.partition("-")
    return context.words(
        OVERVIEW_PARTS[OverviewPart(name)] if family == "part" else REASONS[OpenReason(name)]
    )


def _disagreements_label(context: Context, part: ListPart[Listed]) -> str:
    group = group_label(context, part.entries[0][0])
    if part.depth < _DATED:
        return numbered(context.language, group, part.number)
    return context.words(N_("{group}, {part}")).format(group=group, part=_below_group(context, part))


def _below_group(context: Context, part: ListPart[Listed]) -> str:
    """Say what a part is called under the heading of its group."""
    if part.depth < _DATED:
        return _disagreements_label(context, part)
    unnamed = N_("Before the year 1") if EARLY in part.name else N_("without a date")
    period = period_words(context.language, part.name) or context.words(unnamed)
    return numbered(context.language, period, part.number)


def _disagreements_groups(context: Context, part: ListPart[Listed], file: File) -> Iterator[PartGroup]:
    is_open = False
    for of, leaves in by_first(part):
        group = of.entries[0][0]
        if group.startswith("open-") and not is_open and of is not part:
            is_open = True
            yield PartGroup("open", context.words(N_("Still open")), ())
        lines = tuple(
            PartLine(
                _below_group(context, leaf),
                file(leaf.name),
                entries_words(context, len(leaf.entries)),
            )
            for leaf in leaves
        )
        yield PartGroup(group, group_label(context, group) if of is not part else "", lines)


DISAGREEMENTS = PartedList(
    "disagreements",
    lambda context: len(context.queries.disagreements) + len(context.queries.open_questions),
    _disagreements_tree,
    _disagreements_label,
    entries_words,
    _disagreements_groups,
)


# Sources: by the letters of their publisher, by publisher, by year.


def _sources_tree(context: Context, most: int) -> ListPart[str]:
    language = context.language.code
    sources = {source.id: source for source in context.queries.sources}
    keys = {name: sort_key(source.publisher, language) for name, source in sources.items()}

    def day(source: Source) -> str:
        return source.known.isoformat()

    def names(name: str) -> tuple[str, ...]:
        key = keys[name]
        first, two = letters_name(key, 1), letters_name(key, 2)
        whole = f"{two}--{_file_name(letters_name(key, len(key)).replace('_', '-'))}"
        return first, two, whole, f"{whole}--{day(sources[name])[:4]}"

    def place(source: Source) -> tuple[str, str, str]:
        return keys[source.id], source.publisher.casefold(), day(source)

    return in_parts((source.id for source in sorted(sources.values(), key=place)), names, most)


def _file_name(name: str) -> str:
    """Give a name that every file system takes: a very long one is cut, and told from others by a hash."""
    if len(name) <= _LONGEST:
        return name
    return f"{name[:_LONGEST]}-{sha256(name.encode()).hexdigest()[:8]}"


def _sources_label(context: Context, part: ListPart[str]) -> str:
    (first,) = context.queries.records(Source, part.entries[:1])
    key = sort_key(first.publisher, context.language.code)
    label = letters_label(key, part.depth) if part.depth < _PUBLISHER else first.publisher
    if part.depth > _PUBLISHER:
        year = period_words(context.language, part.name)
        label = context.words(N_("{group}, {part}")).format(group=label, part=year)
    return numbered(context.language, label, part.number)


def _sources_words(context: Context, number: int) -> str:
    return counted(context, context.language.ngettext("{number} source", "{number} sources", number), number)


def _sources_groups(context: Context, part: ListPart[str], file: File) -> Iterator[PartGroup]:
    found = {leaf.name: lines_of_sources(context, leaf.entries) for leaf in part.leaves}
    wanted: tuple[tuple[str, str, Callable[[SourceLine], bool]], ...] = (
        ("all", N_("All sources"), lambda line: True),
        ("single", N_("One speaker only"), lambda line: line.single),
        ("excerpts", N_("Read as an excerpt only"), lambda line: line.excerpt),
    )
    for anchor, words, holds in wanted:
        lines = tuple(
            PartLine(
                _sources_label(context, leaf),
                f"{file(leaf.name)}#{anchor}",
                _sources_words(context, number),
            )
            for leaf in part.leaves
            if (number := sum(map(holds, found[leaf.name])))
        )
        yield PartGroup(anchor, context.words(words), lines)


SOURCES = PartedList(
    "sources",
    lambda context: len(context.queries.sources),
    _sources_tree,
    _sources_label,
    _sources_words,
    _sources_groups,
)
