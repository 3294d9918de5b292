"""What was read for each thing that an earlier build made, and how it read then; safe to delete."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.derive.trace import ALL, Digests, Reading
from generator.model.refs import Ref
from generator.store import read_note, write_note


class KeptTraces:
    """The traces of an earlier build, by the names of what was made, and those of the build under way."""

    def __init__(self, path: Path, base: bytes, digests: Digests) -> None:
        """Read what there is in a file; nothing of it counts where ``base`` is another."""
        self._path, self._base, self._digests = path, base, digests
        self._readings: list[Reading] = []
        self._hashes: list[bytes] = []
        self._before: Mapping[str, Sequence[int]] = {}
        self._now: dict[str, Sequence[int]] = {}
        try:
            told = read_note(path)
            if told["base"] == base:
                readings = [reading_of(one) for one in told["readings"]]
                self._hashes, self._before = told["hashes"], told["traces"]
                self._readings = readings
        except (ValueError, KeyError, TypeError, IndexError):
            self._before = {}  # of another version, or half of one
        self._listed = list(self._readings)
        self._numbers = {reading: number for number, reading in enumerate(self._listed)}

    @cached_property
    def _changed(self) -> frozenset[int]:
        hashes = zip(self._readings, self._hashes, strict=False)
        return frozenset(
            number for number, (reading, seen) in enumerate(hashes) if self._digests.of(reading) != seen
        )

    def is_same(self, name: str) -> bool:
        """Say whether all that was read for something reads the same now; if so its trace stays."""
        trace = self._before.get(name)
        if trace is None or not self._changed.isdisjoint(trace):
            return False
        self._now[name] = trace
        return True

    def keep(self, name: str, readings: Iterable[Reading]) -> None:
        """Take note of what was read for something that was made anew."""
        for reading in (readings := tuple(readings)):
            if reading not in self._numbers:
                self._numbers[reading] = len(self._listed)
                self._listed.append(reading)
        self._now[name] = [self._numbers[reading] for reading in readings]

    def readings(self, name: str) -> Iterator[Reading]:
        """Give what was read for something of this build."""
        return (self._listed[number] for number in self._now[name])

    def hash(self, name: str) -> bytes:
        """Hash how all reads now that was read for something of this build."""
        readings = self._listed
        return b"".join(self._digests.of(readings[number]) for number in self._now[name])

    def save(self) -> None:
        """Write down the traces of this build."""
        used = sorted({number for trace in self._now.values() for number in trace})
        every = self._listed
        traces: Mapping[str, Sequence[int]] = self._now
        if 2 * len(used) < len(every):  # most of what is listed is of builds before
            new = {number: at for at, number in enumerate(used)}
            traces = {name: [new[number] for number in trace] for name, trace in self._now.items()}
            every = [every[number] for number in used]
        told = {
            "base": self._base,
            "readings": [told_reading(reading) for reading in every],
            "hashes": [self._digests.of(reading) for reading in every],
            "traces": traces,
        }
        write_note(self._path, told)


def told_reading(reading: Reading) -> list[Any]:
    """Write down what was read as plain data."""
    name, item = reading
    if item is ALL:
        return [name]
    return [name, item.record, item.statement] if isinstance(item, Ref) else [name, item]


def reading_of(told: list[Any]) -> Reading:
    """Read what was written down; any other list gives something that nobody read, or raises IndexError."""
    match told:
        case [name]:
            return name, ALL
        case [name, record, statement]:
            return name, Ref(record, statement)
        case _:
            return told[0], told[1]
