"""A file of records read record by record where it cannot be read whole.

A mistake of syntax in one record must hide no problem of another. The file is cut where entries of its
list begin, at ``- `` in the first column: nothing inside an entry can stand there, quoted or not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.load.text_file import TextFile
from generator.load.yaml_nodes import YamlNode, compose
from generator.problems import Problem

# Each costs reading the rest of the file once more; a file with more mistakes is mended bit by bit.
MOST_MISTAKES = 50
_ENTRY = re.compile(r"^-(?=[ \n]|\Z)", re.MULTILINE)
_ID = re.compile(r"(?:^|[{,\s])id:[ ]*[\"']?([a-z0-9]+(?:-[a-z0-9]+)*)")
_SYNTAX = ("bad-yaml", "tab")


@dataclass(slots=True)
class Items:
    """What could be read of a list: its ``root``, ``None`` where nothing could, and the ids that the entries
    which could not be read seem to hold, each with its place.
    """

    root: YamlNode | None
    unread: list[tuple[str, YamlNode]] = field(default_factory=list)


def compose_items(file: TextFile, problems: list[Problem]) -> Items:
    """Read a file that holds a list, each of its entries by itself where one is not YAML."""
    before = len(problems)
    root = compose(file, file.text, problems)
    if root is not None or not _is_syntax(problems[before:]) or len(list(_entries(file.text))) < 2:
        return Items(root)
    _take_back(file, problems, before)
    items = Items(YamlNode([], (1, 1)))
    _read_on(file, items, problems)
    return items


def _read_on(file: TextFile, items: Items, problems: list[Problem]) -> None:
    """Read what stands between entries that are no YAML; these are reported and left out."""
    starts = [*_entries(file.text), len(file.text)]
    done = 0
    for _ in range(MOST_MISTAKES):
        before = len(problems)
        root = _compose_part(file, _only(file.text, starts[done], len(file.text)), problems)
        if root is not None or not _is_syntax(problems[before:]):
            _take(items, root)
            return
        (mistake,) = _take_back(file, problems, before)[-1:]
        broken = _entry_at(file.text, starts, mistake.location.line, done)
        _take(items, _compose_part(file, _only(file.text, starts[done], starts[broken]), problems))
        problems.append(mistake)
        text = file.text[starts[broken] : starts[broken + 1]]
        place = (file.text.count("\n", 0, starts[broken]) + 1, 1)
        items.unread.extend((found[1], YamlNode({}, place)) for found in _ID.finditer(text))
        done = broken + 1
        if done == len(starts) - 1:
            return
    items.root = None


def _compose_part(file: TextFile, text: str, problems: list[Problem]) -> YamlNode | None:
    return compose(file, text, problems) if text.strip() else None


def _take_back(file: TextFile, problems: list[Problem], before: int) -> list[Problem]:
    """Unsay the problems of an attempt: its parts are read, and reported, by themselves."""
    reported = problems[before:]
    del problems[before:]
    file.reported -= len(reported)
    return reported


def _is_syntax(reported: list[Problem]) -> bool:
    return bool(reported) and reported[-1].code in _SYNTAX


def _entries(text: str) -> Iterator[int]:
    """Give where each entry of the list begins; the first takes what stands above it."""
    for number, found in enumerate(_ENTRY.finditer(text)):
        yield found.start() if number else 0


def _only(text: str, start: int, end: int) -> str:
    """Give a part of a text on the lines that it has in the whole."""
    return "\n" * text.count("\n", 0, start) + text[start:end]


def _entry_at(text: str, starts: list[int], line: int, first: int) -> int:
    """Give the number of the entry that holds a line, of those from ``first`` on."""
    lines = [text.count("\n", 0, start) + 1 for start in starts[first:-1]]
    return first + max((number for number, start in enumerate(lines) if start <= line), default=0)


def _take(items: Items, root: YamlNode | None) -> None:
    if items.root and root and isinstance(root.value, list):
        items.root.items.extend(root.items)
        items.root.value.extend(root.value)
        items.root.tainted |= root.tainted
