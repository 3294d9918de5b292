"""Files read one by one, their records put where they belong."""

from functools import partial
from typing import Any

from generator.load.base_map import read_base_map
from generator.load.day_words import read_days
from generator.load.files import LISTS, Content
from generator.load.interface_words import read_words
from generator.load.memory import ReadingMemory
from generator.load.questions import read_questions
from generator.load.records import (
    MODELS,
    Typed,
    ids_in,
    places_in,
    stand_in,
    type_explainer,
    type_list,
    zone_of,
)
from generator.load.source_positions import SourcePositions
from generator.load.text_file import TextFile, TooManyProblems
from generator.load.yaml_items import compose_items
from generator.load.yaml_nodes import YamlNode, compose
from generator.model.base_map import BaseMap
from generator.model.explainer import Explainer
from generator.model.facts import Facts
from generator.model.interface_words import InterfaceWords
from generator.model.questions import DayWords, Question
from generator.model.retired import FormerAddress, Retired
from generator.problems import Location, Problem


def _read_explainer(file: TextFile, problems: list[Problem]) -> tuple[YamlNode | None, Explainer | None]:
    root = compose(file, file.text, problems)
    return root, type_explainer(root, file, problems) if root else None


def _read_list(
    file: TextFile, zone: str | None, problems: list[Problem]
) -> tuple[list[tuple[str, YamlNode]], Typed[Any] | None]:
    items = compose_items(file, problems)
    root = items.root
    return items.unread, type_list(MODELS[file.kind], root, file, problems, zone=zone) if root else None


class ContentReader:
    """Everything typed so far, with the places of it, and every problem met."""

    def __init__(self, content: Content, memory: ReadingMemory) -> None:
        """Start with what reading the files gave; ``memory`` has what came of them before."""
        self.files = content.files
        self.memory = memory
        self.problems: list[Problem] = list(content.problems)
        self.complete = content.complete
        self.positions = SourcePositions({file.path: file for file in content.files})
        self.explainer = stand_in()
        self.zone: str | None = None
        self.records: dict[str, list[Any]] = {kind: [] for kind in LISTS}
        self.questions: list[Question] = []
        self.day_words: list[DayWords] = []
        self.words: list[InterfaceWords] = []
        self.base_map: BaseMap | None = None

    def fill(self) -> None:
        """Read every file, in order."""
        for file in self.files:
            try:
                self._take(file)
            except TooManyProblems as stop:
                self.problems.append(stop.problem)
                self.complete = False
        self._take_questions([file for file in self.files if file.kind == "questions"])
        self._take_days([file for file in self.files if file.kind == "days"])
        self._take_base_map({file.name: file for file in self.files if file.kind == "base-map"})

    def facts(self) -> Facts:
        """Give the facts so far."""
        gone = self.records["retired"]
        return Facts(
            self.explainer,
            sources=tuple(self.records["sources"]),
            actors=tuple(self.records["actors"]),
            places=tuple(self.records["cities"]),
            events=tuple(self.records["timeline"]),
            series=tuple(self.records["casualties"]),
            questions=tuple(self.questions),
            day_words=tuple(self.day_words),
            retired=tuple(one for one in gone if isinstance(one, Retired)),
            former_addresses=tuple(one for one in gone if isinstance(one, FormerAddress)),
            words=tuple(self.words),
            base_map=self.base_map,
        )

    def _take(self, file: TextFile) -> None:
        if file.kind == "explainer":
            self._take_explainer(file)
        elif file.kind == "words":
            if words := read_words(file, self.problems):
                self.words.append(words)
        elif file.kind in MODELS:
            self._take_list(file)

    def _take_explainer(self, file: TextFile) -> None:
        known_by = (file.path, file.digest)
        root, explainer = self.memory.once(known_by, self.problems, partial(_read_explainer, file))
        if root is None or explainer is None:
            self.complete = False
            return
        self.explainer = explainer
        self.zone = zone_of(root)
        self.positions.add("", file, root)
        typed = {side.id for side in explainer.sides} | {group.id for group in explainer.populations}
        for key in ("sides", "populations"):
            entries = root.child(key)
            for entry in entries.items if entries else ():
                self._keep_places(entry, file, typed)

    def _keep_places(self, entry: YamlNode, file: TextFile, typed: set[str]) -> None:
        for id, node in ids_in(entry):
            if id in typed:
                self.positions.add(id, file, node)
            else:
                self.positions.add_broken([(id, node)], file)

    def _take_list(self, file: TextFile) -> None:
        read = partial(_read_list, file, self.zone)
        unread, typed = self.memory.once((file.path, file.digest, self.zone), self.problems, read)
        self.positions.add_broken(unread, file)
        if typed is None:
            self.complete = False
            return
        self.positions.add_broken(typed.broken, file)
        self.memory.same_records(typed, file, self.zone)
        for record, node in typed.records:
            self.records[file.kind].append(record)
            for id, place in places_in(record, node):
                self.positions.add(id, file, place)

    def _take_questions(self, files: list[TextFile]) -> None:
        key = ("questions", *((file.path, file.digest) for file in files))
        for read in self.memory.once(key, self.problems, partial(read_questions, files)):
            if read.question is None:
                self.positions.add_broken([(read.id, read.node)], read.file)
                continue
            self.questions.append(read.question)
            self.positions.add(read.id, read.file, read.node)
            for language, path in read.question.paths:
                self.positions.answers[read.id, language] = path

    def _take_days(self, files: list[TextFile]) -> None:
        key = ("days", *((file.path, file.digest) for file in files))
        for read in self.memory.once(key, self.problems, partial(read_days, files)):
            if words := read.words:
                self.day_words.append(words)
                self.positions.add(words.id, read.file, read.node)
                for language, path in words.paths:
                    self.positions.answers[words.id, language] = path

    def _take_base_map(self, files: dict[str, TextFile]) -> None:
        wanted = self.explainer.base_map
        if wanted in files:
            file = files.pop(wanted)
            key = ("base-map", file.path, file.digest)
            self.base_map = self.memory.once(key, self.problems, partial(read_base_map, file))
        elif wanted and not self._is_reported(f"content/{wanted}"):
            at = self.positions.locate("", ("base_map",))
            hint = "Put the file into content/, beside explainer.yml, or take the key out."
            line = self.positions.line_text(at)
            message = f"there is no file `{wanted}` in content/"
            self.problems.append(Problem(at, "missing-file", message, hint, source_line=line))
        for unread in files.values() if self.positions.entries.get("") else ():
            hint = "Name it as `base_map` in explainer.yml, or take it out of content/."
            self.problems.append(
                Problem(Location(unread.path), "unknown-file", f"nothing reads `{unread.name}`", hint)
            )

    def _is_reported(self, path: str) -> bool:
        return any(problem.location.path == path for problem in self.problems)
