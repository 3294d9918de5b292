"""What can be wrong in the content, and where: values to collect, sort, compare and print."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]
MOST = 20  # problems of one code that people are shown, unless they ask for all


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


# What must not reach a terminal or a log: escape sequences, line ends, reordering, broken text.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SHOWN_WIDTH = 100


def as_text(problems: Iterable[Problem], most: int = MOST) -> str:
    """Give the form for people: each with its source line, a caret below the column, and the way out.

    Of each code the first ``most`` are shown, and how many more there are; 0 shows all. Control characters
    are shown as escapes, so that content cannot drive a terminal.
    """
    seen = Counter[tuple[str, str]]()
    shown: list[str] = []
    for problem in problems:
        kind = problem.code, problem.severity
        seen[kind] += 1
        if not most or seen[kind] <= most:
            shown.append(_as_text(problem))
    return "\n".join((*shown, *_more(seen, most)))


def _more(seen: Counter[tuple[str, str]], most: int) -> Iterator[str]:
    """Say how many of each code are not shown."""
    for (code, severity), number in sorted(seen.items()):
        if most and number > most:
            left = (
                f"{number - most:,} more {severity}{'s' if number - most > 1 else ''} of `{_visible(code)}`"
            )
            yield f"... and {left}; `explainer check --all` shows every one."


def _as_text(problem: Problem) -> str:
    warning = " (warning)" if problem.severity == "warning" else ""
    lines = [_visible(f"{problem}{warning}")]
    if problem.source_line.strip() and problem.location.line:
        lines += _excerpt(problem)
    if problem.hint:
        lines.append(f"    {_visible(problem.hint)}")
    return "\n".join(lines)


def as_json(problems: Iterable[Problem]) -> str:
    """Give the form for programs: a list of path, line, column, code, severity, message and hint."""
    rows = [
        {
            "path": problem.location.path,
            "line": problem.location.line,
            "column": problem.location.column,
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps(rows, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """Give the form for GitHub Actions: workflow commands, which mark the lines in a pull request.

    GitHub counts from 1, so a problem of a whole file is marked on its first line.
    """
    return "\n".join(_as_github(problem) for problem in problems)


def _as_github(problem: Problem) -> str:
    where = problem.location
    path = _escaped(where.path).replace(":", "%3A").replace(",", "%2C")
    place = f"file={path},line={max(where.line, 1)},col={max(where.column, 1)}"
    words = f"{problem.code}: {problem.message}" + (f"\n{problem.hint}" if problem.hint else "")
    return f"::{problem.severity} {place}::{_escaped(words)}"


def _escaped(words: str) -> str:
    escaped = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return _visible(escaped)


def _visible(words: str) -> str:
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", words)


def _excerpt(problem: Problem) -> list[str]:
    """Give the source line, or the part of it around the column, and a caret below the column."""
    column = max(problem.location.column, 1)
    start = max(0, column - _SHOWN_WIDTH * 2 // 3)
    shown = problem.source_line[start : start + _SHOWN_WIDTH].replace("\t", " ")
    shown = _UNSEEN.sub("\ufffd", shown)
    before = "…" if start else ""
    pad = sum(_width(character) for character in before + shown[: column - 1 - start])
    after = "…" if len(problem.source_line) > start + _SHOWN_WIDTH else ""
    number = str(problem.location.line)
    gutter = " " * len(number)
    return [f"    {number} | {before}{shown}{after}", f"    {gutter} | {' ' * pad}^"]


def _width(character: str) -> int:
    """Give the columns a character takes on a terminal."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
