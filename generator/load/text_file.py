"""A content file's text, with its lines, so that a problem can show the line it means."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from generator.problems import Location, Problem

# Characters that hide, reorder or break what a reader sees: C0 and C1 controls but tab and line
# feed, line and paragraph separators, bidirectional embeddings, overrides and isolates, a byte
# order mark inside a text, "tag" characters, and halves of surrogate pairs. The marks that
# Arabic and Persian need (U+200C to U+200F) are not among them.
CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)


PROBLEM_LIMIT = 10_000


class TooManyProblems(Exception):
    """A file has so many problems that it must be another kind of file. ``problem`` says so."""

    def __init__(self, path: str) -> None:
        """Give up on the file at ``path``."""
        hint = "Look at the first ones: this may not be the file that belongs here."
        message = f"the file has more than {PROBLEM_LIMIT:,} problems; the rest are not listed"
        self.problem = Problem(Location(path), "too-many-problems", message, hint)
        super().__init__(message)


@dataclass
class TextFile:
    """One file of the content as read: its path in problems, its kind, its text and SHA-256.

    ``reported`` counts its problems, as memory for them must not grow with a hostile file.
    """

    path: str
    kind: str
    name: str
    text: str
    digest: str
    reported: int = 0

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.text.split("\n")

    def problem(self, at: tuple[int, int], code: str, message: str, hint: str = "") -> Problem:
        """Give a problem at a line and column (from 1), with the line of the file that it is on.

        Raises TooManyProblems when the file has had its share.
        """
        self.reported += 1
        if self.reported > PROBLEM_LIMIT:
            raise TooManyProblems(self.path)
        line, column = min(at[0], len(self.lines)), at[1]
        location = Location(self.path, line, column)
        return Problem(location, code, message, hint, source_line=self.lines[line - 1])


def shorten(words: str, limit: int = 60) -> str:
    """Words short enough for a message."""
    return words if len(words) <= limit else f"{words[: limit - 3]}..."


def character_name(character: str) -> str:
    """Give a character in words: ``U+202E (right-to-left override)``."""
    name = unicodedata.name(character, "control character").lower()
    return f"U+{ord(character):04X} ({name})"


def control_problem(file: TextFile, at: tuple[int, int], character: str) -> Problem:
    """Give the problem of a character that has no place in content."""
    message = f"the character {character_name(character)} cannot be seen and may change what readers see"
    hint = "Delete it; retype the words around it if it does not show in your editor."
    return file.problem(at, "control-character", message, hint)
