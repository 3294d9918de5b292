"""Long lists in parts, so that no page grows without bound.

A list of more entries than a page holds is split by the broadest name of each (the year, the first
letter), a part that is still too long by the next one (the month, two letters), and by number where
there is none left. So where an entry stands follows from the entry, and from how many others share
its names: one entry more changes its own part alone, until that grows too long and is split in
turn. A part that was split keeps its name, and leads on to the parts below it.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from generator.model.dates import parse_when
from generator.views.language import N_, Language

T = TypeVar("T")

_WEEK, _HALF = 7, 15  # the last days of the first quarter and of the first half of a month
_PERIOD = re.compile(r"(?:^|--)(\d{4}(?:-\d\d){0,3})(?:--\d+)?$")


@dataclass(frozen=True, slots=True)
class ListPart(Generic[T]):
    """Some entries of a list, in its order; the whole list is the part without a name.

    ``name`` is that of its page, ``depth`` how many names its entries share, ``number`` counts the
    pages of what has no narrower names, from 1. ``below`` are the parts that it was split into, which
    hold the entries in its place.
    """

    name: str
    held: tuple[T, ...]
    depth: int = 0
    number: int = 0
    below: tuple["ListPart[T]", ...] = ()

    @property
    def entries(self) -> tuple[T, ...]:
        """All entries, in order."""
        return tuple(entry for leaf in self.leaves for entry in leaf.held)

    @property
    def leaves(self) -> tuple["ListPart[T]", ...]:
        """The parts that hold the entries, in order; itself where it was not split."""
        return tuple(leaf for part in self.below for leaf in part.leaves) if self.below else (self,)

    @property
    def all_below(self) -> Iterator["ListPart[T]"]:
        """Every part that has a page: those of which it consists, and those of which they do."""
        for part in self.below:
            yield part
            yield from part.all_below


def in_parts(entries: Iterable[T], names: Callable[[T], tuple[str, ...]], most: int) -> ListPart[T]:
    """Split a list until no part is longer than ``most``.

    ``names`` gives the parts that an entry may belong to, the broadest first; what comes next to each
    other in the list must share them in that order.
    """
    return _part(ListPart("", tuple(entries)), names, most)


def _part(part: ListPart[T], names: Callable[[T], tuple[str, ...]], most: int) -> ListPart[T]:
    if len(part.held) <= most:
        return part
    narrower = [names(entry)[part.depth : part.depth + 1] for entry in part.held]
    if all(narrower):
        groups: dict[str, list[T]] = {}
        for (name,), entry in zip(narrower, part.held, strict=True):
            groups.setdefault(name, []).append(entry)
        depth = part.depth + 1
        below = tuple(
            _part(ListPart(name, tuple(group), depth), names, most) for name, group in groups.items()
        )
    else:
        below = tuple(_pages(part, most))
    return ListPart(part.name, (), part.depth, 0, below)


def _pages(part: ListPart[T], most: int) -> Iterator[ListPart[T]]:
    for number, start in enumerate(range(0, len(part.held), most), start=1):
        page = part.held[start : start + most]
        yield ListPart(f"{part.name}--{number}", page, part.depth, number)


def period_names(day: date) -> tuple[str, ...]:
    """Give the names of the year, the month, its half, its quarter and the day."""
    year = f"{day.year:04d}"
    month = f"{year}-{day.month:02d}"
    start, middle, end = _half_of(day)
    half = f"{start:02d}-{end:02d}"
    quarter = f"{start:02d}-{middle:02d}" if day.day <= middle else f"{middle + 1:02d}-{end:02d}"
    return year, month, f"{month}-{half}", f"{month}-{quarter}", day.isoformat()


def _half_of(day: date) -> tuple[int, int, int]:
    """Give the first day of the half of the month, the last of its first quarter, and its last day."""
    if day.day <= _HALF:
        return 1, _WEEK, _HALF
    return _HALF + 1, _HALF + 1 + _WEEK, monthrange(day.year, day.month)[1]


def period_words(words: Language, name: str) -> str:
    """Give the time that a part is named by, in words; "" for a part that is named otherwise."""
    found = _PERIOD.search(name)
    if not found:
        return ""
    written = found[1]
    if len(written) > len("YYYY-MM-DD"):
        first, last = written[:10], written[11:]
        written = f"{first}/{first[:8]}{last}"
    return words.when(parse_when(written))


def is_within_month(name: str) -> bool:
    """Say whether a part that is named by a time holds days of one month alone."""
    found = _PERIOD.search(name)
    return found is not None and len(found[1]) >= len("YYYY-MM")


def numbered(words: Language, label: str, number: int) -> str:
    """Give the label of a part with the number of its page, where it has one."""
    if not number:
        return label
    return words.gettext(N_("{part}, page {number}")).format(part=label, number=words.number(number))
