"""Questions: prose an editor writes, every sentence cited or marked as editorial."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.model.fields import Count, Day, Entry, Flag, LocalText
from generator.model.refs import Target
from generator.model.statements import Correction


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of prose without its citations; ``refs`` are the records and statements it cites.

    ``line`` and ``column`` count from 1 in the file.
    """

    words: str
    refs: tuple[Target, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list of prose: a list has one item for each inner tuple."""

    kind: str  # "paragraph", "heading" or "list"
    items: tuple[tuple[Sentence, ...], ...]
    editorial: bool = False


class QuestionHeader(Entry):
    """The front matter of a question's file."""

    title: LocalText
    order: Count = 100
    reviewed: Day
    answered: Flag = True
    corrections: tuple[Correction, ...] = ()


class DayHeader(Entry):
    """The front matter of a file of a day."""

    reviewed: Day


@dataclass(frozen=True, slots=True)
class DayWords:
    """What an editor writes to lead over to a day of the story, in each language it was written in.

    ``day`` is the anchor that the day has. ``paths`` are the files, for messages.
    """

    day: str
    reviewed: date
    answers: tuple[tuple[str, tuple[Block, ...]], ...]  # (language or "", blocks)
    paths: tuple[tuple[str, str], ...] = ()  # (language or "", file)

    @property
    def id(self) -> str:
        """What names it in messages: no id of a record has a slash."""
        return f"days/{self.day}"


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its answer in each language it was written in.

    The first paragraph of an answer is the short answer. ``path`` is the file, for messages.
    """

    id: str
    title: LocalText
    order: int
    reviewed: date
    answered: bool
    answers: tuple[tuple[str, tuple[Block, ...]], ...]  # (language or "", blocks)
    paths: tuple[tuple[str, str], ...] = ()  # (language or "", file)
    corrections: tuple[Correction, ...] = ()


EditorsProse: TypeAlias = Question | DayWords
"""What holds the sentences that editors write."""
