"""content/ to Facts: the only reader of YAML; gathers every problem before anything is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.collector import collector_resting
from generator.load.files import read_content
from generator.load.memory import ReadingMemory
from generator.load.reader import ContentReader
from generator.load.source_positions import SourcePositions
from generator.model.facts import Facts
from generator.problems import Problem

__all__ = ["Loaded", "ReadingMemory", "SourcePositions", "load"]


@dataclass(frozen=True)
class Loaded:
    """What the files say, and what is wrong with them.

    ``facts`` holds every record that could be typed; ``broken`` the ids of those that exist in
    the files but could not be. ``complete`` is False when some file could not be read at all, so
    that an id that seems unknown may be in it. ``hashes`` gives the SHA-256 of each file read.
    """

    facts: Facts
    positions: SourcePositions
    problems: tuple[Problem, ...]
    broken: frozenset[str]
    complete: bool
    hashes: Mapping[str, str]


def load(root: Path, memory: ReadingMemory | None = None) -> Loaded:
    """Read the explainer in ``root``, which holds content/. Never raises for bad content.

    ``memory`` has what was read before, and gets what was read now.
    """
    memory = memory or ReadingMemory()
    with collector_resting():
        content = read_content(root)
        reader = ContentReader(content, memory)
        reader.fill()
    memory.done()
    return Loaded(
        reader.facts(),
        reader.positions,
        tuple(sorted(set(reader.problems))),
        frozenset(reader.positions.broken) - frozenset(reader.positions.entries),
        reader.complete,
        MappingProxyType(
            {file.path: file.digest for file in sorted(content.files, key=lambda file: file.path)}
        ),
    )
