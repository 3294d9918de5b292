"""References: a record by its id, or one statement of a record.

Editors write a statement as ``record/statement``, and so do pages and exports; in between it is a
``Ref``, which need not be taken apart.
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, order=True, slots=True)
class Ref:
    """One statement: the id of its record, and its own id within that."""

    record: str
    statement: str

    def __str__(self) -> str:
        """Give the written form, ``record/statement``."""
        return f"{self.record}/{self.statement}"


Refs: TypeAlias = tuple[Ref, ...]
Target: TypeAlias = str | Ref
"""What a sentence cites or a link leads to: a record by its id, or one statement."""


def parse_target(written: str) -> Target:
    """Read a target as written: with a slash a statement, else the id of a record."""
    record, slash, statement = written.partition("/")
    return Ref(record, statement) if slash else written


def record_of(target: Target) -> str:
    """Give the id of the record that a target is, or is a statement of."""
    return target.record if isinstance(target, Ref) else target
