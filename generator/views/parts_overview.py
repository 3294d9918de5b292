"""What a page says that leads to the parts of a long list: how much each holds, and where."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from generator.views.context import Context
from generator.views.language import day_label
from generator.views.parts import ListPart, is_within_month
from generator.views.rich_text import RichText

File: TypeAlias = Callable[[str], str]
"""Gives the file below docs/ of a part, from its name."""


@dataclass(frozen=True, slots=True)
class PartMark:
    """The way to a place on a part. ``anchor`` is the address that the place had on the whole list, or ""."""

    label: str
    target: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part in an overview: ``target`` is its file or a record, "" where there are only ``marks``."""

    label: RichText | str
    target: str
    count: str
    marks: tuple[PartMark, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class PartGroup:
    """Some lines, under a heading where there is a label. ``anchor`` is Latin and stable."""

    anchor: str
    label: str
    lines: tuple[PartLine, ...]


@dataclass(frozen=True, slots=True)
class PartsOverview:
    """All parts below one: ``count`` says how much they hold, ``standfirst`` what they are about.

    ``forwards`` asks for the script that leads anchors of changes to the day that their name ends with.
    """

    standfirst: str
    count: str
    groups: tuple[PartGroup, ...]
    forwards: bool = False


def period_mark(
    context: Context, part: ListPart[Any], day: date, target: str, *, anchor: str = ""
) -> PartMark:
    """Give the way to a day on a part, as short as what the part is called allows."""
    within = is_within_month(part.name)
    return PartMark(day_label(context.language, day, "d" if within else "MMMd"), target, anchor)


def once_each(lines: Iterable[PartLine]) -> Iterator[PartLine]:
    """Give the lines, with each anchor where it comes first alone: a long day stands on several pages.

    A line with one mark says the same twice: it leads to the place of the mark by itself.
    """
    seen: set[str] = set()
    for line in lines:
        if len(line.marks) == 1:
            line = PartLine(line.label, line.marks[0].target, line.count, (), line.marks[0].anchor)
        marks = []
        for mark in line.marks:
            marks.append(PartMark(mark.label, mark.target, "" if mark.anchor in seen else mark.anchor))
            seen.add(mark.anchor)
        anchor = "" if line.anchor in seen else line.anchor
        seen.add(line.anchor)
        yield PartLine(line.label, line.target, line.count, tuple(marks), anchor)
