"""What can be wrong in the content, and where: values to collect, sort, compare and print."""

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A point in a content file. Lines and columns count from 1; 0 means the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give ``path:line:column``, as editors and terminals link it."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing wrong in the content: where, which kind, what, and the way out.

    ``code`` is a stable lower-case name with hyphens, documented in ``docs/about/problems.md``.
    ``source_line`` is the line of the file as written, empty when there is none to show.
    """

    location: Location
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"
    source_line: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Give the one-line form: ``path:line:col: code: message``."""
        return f"{self.location}: {self.code}: {self.message}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as a check sees it: in which record, at which value, not yet at which line.

    ``record`` is the id of the record (``""`` for explainer.yml) and ``at`` the path of keys
    and indexes inside it, such as ``("claims", 0, "cite")``. The loader's ``Origins.locate``
    turns both into a ``Location``; a path that does not exist falls back to its nearest parent.
    """

    record: str
    at: tuple[str | int, ...]
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"


class ContentError(Exception):
    """The content has errors; ``problems`` holds all of them, sorted."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems sorted by file, line and column."""
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
