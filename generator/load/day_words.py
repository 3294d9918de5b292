"""Files of days: what an editor writes to lead over to a day of the story, one file for each language."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.load.answer_files import AnswerFile, read_answer
from generator.load.text_file import TextFile
from generator.load.yaml_nodes import YamlNode
from generator.model.languages import parse_tag
from generator.model.questions import DayHeader, DayWords
from generator.problems import Location, Problem

_NAME = re.compile(r"(?P<day>[A-Za-z0-9-]{1,80})(?:\.(?P<language>[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]+)*))?\.md")
_HINT = "Name it by the day, as in `2024-12-08.md`, or `2024-12-08.fr.md` for another language."


@dataclass(frozen=True)
class ReadDay:
    """The words of a day with the node of their front matter; ``words`` is ``None`` when that is broken."""

    day: str
    words: DayWords | None
    file: TextFile
    node: YamlNode


def read_days(files: Iterable[TextFile], problems: list[Problem]) -> list[ReadDay]:
    """Read every file of a day; those of one day come together, in order of their names."""
    found: defaultdict[str, list[AnswerFile[DayHeader]]] = defaultdict(list)
    for file in files:
        name = _NAME.fullmatch(file.name)
        if name is None or (name["language"] and parse_tag(name["language"]) is None):
            message = f"`{file.name}` is not the name of a day"
            problems.append(Problem(Location(file.path), "bad-id", message, _HINT))
            continue
        answer = read_answer(file, name["language"] or "", DayHeader, problems, "reviewed")
        _check_form(answer, problems)
        found[name["day"]].append(answer)
    return [_join(day, found[day]) for day in sorted(found)]


def _check_form(answer: AnswerFile[DayHeader], problems: list[Problem]) -> None:
    """Refuse what is more than a paragraph: a day has its own heading, and lists of its own."""
    for block in answer.blocks:
        if block.kind != "paragraph":
            sentence = next(sentence for item in block.items for sentence in item)
            message = f"a day has no {block.kind} of its own"
            hint = "Write paragraphs alone: what happened follows below them by itself."
            problems.append(answer.file.problem((sentence.line, 1), "bad-block", message, hint))


def _join(day: str, answers: list[AnswerFile[DayHeader]]) -> ReadDay:
    answers.sort(key=lambda answer: answer.language)
    first = answers[0]
    node = first.node or YamlNode({}, (1, 1))
    if first.header is None:
        return ReadDay(day, None, first.file, node)
    words = DayWords(
        day,
        first.header.reviewed,
        tuple((answer.language, answer.blocks) for answer in answers),
        tuple((answer.language, answer.file.path) for answer in answers),
    )
    return ReadDay(day, words, first.file, node)
