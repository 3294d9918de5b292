"""Files of prose: front matter and words in one language, typed by the model of their header."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.load.prose import parse_prose
from generator.load.records import type_entry
from generator.load.text_file import TextFile, TooManyProblems
from generator.load.yaml_nodes import YamlNode, compose
from generator.model.fields import Entry
from generator.model.questions import Block
from generator.problems import Problem

Header = TypeVar("Header", bound=Entry)


@dataclass(frozen=True)
class AnswerFile(Generic[Header]):
    """One file of prose as read; ``header`` is ``None`` when its front matter could not be typed."""

    language: str
    file: TextFile
    header: Header | None
    node: YamlNode | None
    blocks: tuple[Block, ...]


def read_answer(
    file: TextFile, language: str, model: type[Header], problems: list[Problem], keys: str
) -> AnswerFile[Header]:
    """Read one file of prose; ``keys`` names what its front matter holds."""
    try:
        return _read(file, language, model, problems, keys)
    except TooManyProblems as stop:
        problems.append(stop.problem)
        return AnswerFile(language, file, None, None, ())


def _read(
    file: TextFile, language: str, model: type[Header], problems: list[Problem], keys: str
) -> AnswerFile[Header]:
    end = _front_matter_end(file)
    if end is None:
        hint = f"Start the file with a line `---`, then {keys}, then a line `---`."
        problems.append(file.problem((1, 1), "bad-front-matter", "there is no front matter here", hint))
        return AnswerFile(language, file, None, None, ())
    # An empty first line in place of `---` keeps every line number.
    node = compose(file, "\n".join(["", *file.lines[1:end]]), problems)
    header = type_entry(model, node, file, problems) if node else None
    blocks = parse_prose(file, end + 2, problems)
    return AnswerFile(language, file, header, node, blocks)


def _front_matter_end(file: TextFile) -> int | None:
    if file.lines[0].rstrip() != "---":
        return None
    return next((i for i, line in enumerate(file.lines[1:], 1) if line.rstrip() == "---"), None)
