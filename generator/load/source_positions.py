"""Source positions: where in the files each value stands, so that a finding of a check gets a line."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.load.text_file import TextFile
from generator.load.validation_messages import follow
from generator.load.yaml_nodes import YamlNode
from generator.problems import Finding, Location, Problem

At = tuple[str | int, ...]


@dataclass(frozen=True)
class SourcePositions:
    """The places of all records, by id. ``""`` is explainer.yml."""

    files: dict[str, TextFile] = field(default_factory=dict)
    entries: defaultdict[str, list[tuple[str, YamlNode]]] = field(default_factory=lambda: defaultdict(list))
    broken: dict[str, tuple[str, YamlNode]] = field(default_factory=dict)
    answers: dict[tuple[str, str], str] = field(default_factory=dict)

    def locate(self, record_id: str, at: At = ()) -> Location:
        """Give the place of a value inside a record, or of its nearest parent that exists.

        ``("id",)`` gives the last record with that id, so that of two the later one is shown.
        ``("answers", language, line, column)`` gives that place in a question's prose.
        """
        if at[:1] == ("answers",) and (path := self.answers.get((record_id, str(at[1])))):
            line, column = (*(int(step) for step in at[2:4]), 0, 0)[:2]
            return Location(path, line, column)
        entries = self.entries.get(record_id) or [self.broken.get(record_id, _NOWHERE)]
        path, node = entries[-1 if at == ("id",) else 0]
        return Location(path, *follow(node, at).place)

    def line_text(self, location: Location) -> str:
        """Give the line of a file as written; empty when there is none."""
        file = self.files.get(location.path)
        return file.lines[location.line - 1] if file and 0 < location.line <= len(file.lines) else ""

    def place(self, finding: Finding) -> Problem:
        """Give the finding of a check as a problem at its line and column."""
        location = self.locate(finding.record, finding.at)
        line = self.line_text(location)
        return Problem(location, finding.code, finding.message, finding.hint, finding.severity, line)

    def add(self, id: str, file: TextFile, node: YamlNode) -> None:
        """Keep the place of a typed record, and of the relations inside it."""
        self.entries[id].append((file.path, node))

    def add_broken(self, ids: Iterable[tuple[str, YamlNode]], file: TextFile) -> None:
        """Keep the places of ids that no typed record has."""
        for id, node in ids:
            self.broken.setdefault(id, (file.path, node))


_NOWHERE = ("content/explainer.yml", YamlNode("", (0, 0)))
