"""Question files: front matter and prose, one file for each language, to one Question."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.load.answer_files import AnswerFile, read_answer
from generator.load.text_file import TextFile
from generator.load.yaml_nodes import YamlNode
from generator.model.fields import LONGEST_ID
from generator.model.languages import in_its_case, parse_tag
from generator.model.questions import Question, QuestionHeader
from generator.model.text import Text
from generator.problems import Location, Problem

_NAME = re.compile(
    r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?P<language>[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]+)*))?\.md"
)


@dataclass(frozen=True)
class ReadQuestion:
    """A question with the node of its front matter; ``question`` is ``None`` when it is broken."""

    id: str
    question: Question | None
    file: TextFile
    node: YamlNode


def read_questions(files: Iterable[TextFile], problems: list[Problem]) -> list[ReadQuestion]:
    """Read every question file; the answers to one question come together, in order of id."""
    answers: defaultdict[str, list[AnswerFile[QuestionHeader]]] = defaultdict(list)
    for file in files:
        name = _NAME.fullmatch(file.name)
        coded = name is not None and (name["language"] is None or parse_tag(name["language"]) is not None)
        if name is None or not coded or len(name["id"]) > LONGEST_ID:
            hint = "Name it `ID.md`, or `ID.fr.md` for another language; in ID a-z, 0-9, hyphens, 80 at most."
            if name and not coded and parse_tag(meant := in_its_case(name["language"])):
                hint = f"Name it `{name['id']}.{meant}.md`."
            problem = Problem(
                Location(file.path), "bad-id", f"`{file.name}` is not the name of a question", hint
            )
            problems.append(problem)
        else:
            answers[name["id"]].append(_read(file, name["language"] or "", problems))
    return [_join(id, answers[id], problems) for id in sorted(answers)]


def _read(file: TextFile, language: str, problems: list[Problem]) -> AnswerFile[QuestionHeader]:
    return read_answer(file, language, QuestionHeader, problems, "title and reviewed")


def _join(id: str, answers: list[AnswerFile[QuestionHeader]], problems: list[Problem]) -> ReadQuestion:
    answers.sort(key=lambda answer: answer.language)
    first = answers[0]
    node = first.node or YamlNode({}, (1, 1))
    if first.language:
        hint = f"Add `{id}.md` in the explainer's first language; translations stand beside it."
        message = f"`{id}` has a translation but no `{id}.md`"
        problems.append(Problem(Location(first.file.path), "missing-file", message, hint))
        return ReadQuestion(id, None, first.file, node)
    if first.header is None:
        return ReadQuestion(id, None, first.file, node)
    question = Question(
        id,
        _title(first.header.title, answers[1:]),
        first.header.order,
        first.header.reviewed,
        first.header.answered,
        answers=tuple((answer.language, answer.blocks) for answer in answers),
        paths=tuple((answer.language, answer.file.path) for answer in answers),
        corrections=first.header.corrections,
    )
    return ReadQuestion(id, question, first.file, node)


def _title(title: Text, translations: list[AnswerFile[QuestionHeader]]) -> Text:
    """Give the title with what the translations' own front matter adds to it."""
    added = tuple(
        (answer.language, str(answer.header.title))
        for answer in translations
        if answer.header and title.in_language(answer.language) is None
    )
    return Text(title.variants + added)
