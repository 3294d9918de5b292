"""What was read of files that have not changed since: a process that lives on reads only the others."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeVar

from generator.load.records import Typed
from generator.load.text_file import TextFile
from generator.load.yaml_nodes import YamlNode
from generator.problems import Problem

T = TypeVar("T")


@dataclass(slots=True)
class ReadingMemory:
    """What came of files, by all that it was read from, for one reading of the content after the other.

    A record is the same object as long as its own text is the same, wherever it stands: what follows from
    it need not be found again.
    """

    _before: dict[Hashable, tuple[Any, tuple[Problem, ...]]] = field(default_factory=dict)
    _now: dict[Hashable, tuple[Any, tuple[Problem, ...]]] = field(default_factory=dict)
    _records: dict[Hashable, Any] = field(default_factory=dict)
    _records_now: dict[Hashable, Any] = field(default_factory=dict)

    def once(self, key: Hashable, problems: list[Problem], read: Callable[[list[Problem]], T]) -> T:
        """Give what ``read`` gives, or gave for the same key; add the problems that it reports."""
        if key not in self._before:
            own: list[Problem] = []
            try:
                made = read(own)
            finally:
                problems += own
            self._now[key] = made, tuple(own)
            return made
        self._now[key] = self._before[key]
        known, reported = self._before[key]
        problems += reported
        found: T = known
        return found

    def same_records(self, typed: Typed[Any], file: TextFile, zone: str | None) -> None:
        """Put the objects in the place of a file's records that were read from the same words before."""
        texts = entry_texts(file, [node for _, node in typed.records])
        for number, (text, (record, node)) in enumerate(zip(texts, [*typed.records], strict=False)):
            same = self._records.get((file.kind, zone, text), record)
            typed.records[number], self._records_now[file.kind, zone, text] = (same, node), same

    def done(self) -> None:
        """Forget what was not read this time."""
        self._before, self._now = self._now, {}
        self._records, self._records_now = self._records_now, {}


def entry_texts(file: TextFile, nodes: Sequence[YamlNode]) -> Iterable[str]:
    """Give the text of each entry of a list; nothing where entries do not begin with ``- `` in a line each.

    Nothing inside an entry can stand in the first column. Some of the text behind an entry may come with it.
    """
    starts = [node.place[0] - 1 for node in nodes]
    rising = all(one < other for one, other in pairwise(starts))
    if not rising or not all(file.lines[line].startswith("- ") for line in starts):
        return []
    ends = [*starts, len(file.lines)][1:]
    return ["\n".join(file.lines[start:end]).rstrip() for start, end in zip(starts, ends, strict=True)]
