"""The two kinds of case."""

from typing import NamedTuple

from tests.checks.island import Change


class Wrong(NamedTuple):
    """A change to the island and the finding that it must give; ``says`` are words of its message."""

    code: str
    change: Change
    record: str
    at: tuple[str | int, ...]
    says: tuple[str, ...] = ()
    severity: str = "error"


class Fine(NamedTuple):
    """A change to the island that looks like what ``code`` reports, but is not."""

    code: str
    why: str
    change: Change
