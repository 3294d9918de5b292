"""YAML to plain values that keep their line and column: strings as written, lists and mappings.

Read from parse events, not composed by the library: events come one by one, so an alias bomb
is refused before it grows and deep nesting before anything recurses.
"""

from collections.abc import Callable
from contextlib import closing
from typing import Any

import yaml

from generator.load.syntax import (
    Message,
    bad_links,
    escaped_control,
    plain_message,
    syntax_problem,
    tab_problem,
)
from generator.load.text_file import CONTROL, TextFile, shorten
from generator.load.yaml_schemas import as_read
from generator.problems import Problem

DEPTH_LIMIT = 50
VALUE_LIMIT = 3_000_000
KEY_LIMIT = 1000
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

LineColumn = tuple[int, int]
"""A line and a column, both from 1."""


class YamlNode:
    """A value and where it starts. ``value`` is a str, list or dict of plain values.

    ``items`` are the nodes of a list, ``entries`` those of a mapping, ``keys`` where its keys
    stand. ``reported`` says that the value itself has a problem already, ``tainted`` that something
    in it is not as its editor meant it, so that nothing may be made of it.
    """

    __slots__ = ("entries", "items", "keys", "place", "reported", "tainted", "value")

    def __init__(self, value: Any, place: LineColumn) -> None:
        """Make a node without children. Scalars, by far the most nodes, share their emptiness."""
        is_mapping = isinstance(value, dict)
        self.value = value
        self.place = place
        self.items: list[YamlNode] = [] if isinstance(value, list) else _NO_ITEMS
        self.entries: dict[str, YamlNode] = {} if is_mapping else _NO_ENTRIES
        self.keys: dict[str, LineColumn] = {} if is_mapping else _NO_KEYS
        self.reported = False
        self.tainted = False

    def child(self, step: str | int) -> "YamlNode | None":
        """Give the node at a key or an index, or ``None``."""
        if isinstance(step, int):
            return self.items[step] if 0 <= step < len(self.items) else None
        return self.entries.get(step)


_NO_ITEMS: list[YamlNode] = []
_NO_ENTRIES: dict[str, YamlNode] = {}
_NO_KEYS: dict[str, LineColumn] = {}


class _StopReading(Exception):
    """The file cannot be read on; the problem is already reported."""


def compose(file: TextFile, text: str, problems: list[Problem]) -> YamlNode | None:
    """Read one YAML document; ``None`` when it cannot be read.

    ``text`` is the file's, or a part of it on the same lines as in the file.
    """
    if tabs := tab_problem(file, text):
        problems.append(tabs)
        return None
    composer = _Composer(file, problems)
    try:
        events: Any = yaml.parse(text, Loader=_LOADER)
        with closing(events):
            for event in events:
                composer.take(event)
    except _StopReading:
        return None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        problems.append(syntax_problem(file, error))
        return None
    if composer.root is None:
        composer.report(
            (1, 1), ("empty-file", "there is nothing in this file", "Write something, or delete it.")
        )
    return composer.root


_IN_LIST = object()
_WAITING = object()
_REFUSED = object()


class _Composer:
    """Builds the tree. ``waiting`` holds, for each open mapping, the key that waits for a value:
    a str, _WAITING when a key comes next, or _REFUSED when the next value belongs to no key;
    for each open list _IN_LIST.
    """

    def __init__(self, file: TextFile, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.root: YamlNode | None = None
        self.open: list[YamlNode] = []
        self.waiting: list[object] = []
        self.count = 0
        self.documents = 0
        self.takers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceStartEvent: self._start,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def take(self, event: Any) -> None:
        """Add one parse event to the tree."""
        taker = self.takers.get(type(event))
        if taker:
            taker(event)

    def report(self, place: LineColumn, fault: Message) -> None:
        """Keep a problem at a place."""
        self.problems.append(self.file.problem(place, *fault))

    def _node(self, value: Any, event: Any) -> YamlNode:
        self.count += 1
        mark = event.start_mark
        node = YamlNode(value, (mark.line + 1, mark.column + 1))
        if self.count > VALUE_LIMIT:
            hint = "Split it: `X.yml` may be a folder `X/` of files."
            self.report(node.place, ("too-large", f"the file holds more than {VALUE_LIMIT:,} values", hint))
            raise _StopReading
        return node

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            hint = "Take out the line `---`, or put what follows into a file of its own."
            self.report(_line_column(event), ("many-documents", "a second YAML document starts here", hint))
            raise _StopReading

    def _start(self, event: Any) -> None:
        node = self._node([] if isinstance(event, yaml.SequenceStartEvent) else {}, event)
        if len(self.open) >= DEPTH_LIMIT:
            hint = "Nothing in this format nests so deep: look for brackets that are not closed."
            self.report(
                node.place, ("too-deep", f"lists and mappings nest more than {DEPTH_LIMIT} deep", hint)
            )
            raise _StopReading
        self._refuse_marks(event, node)
        self._add(node, key_fault="a key must be a word, not a list or a mapping")
        self.open.append(node)
        self.waiting.append(_IN_LIST if isinstance(node.value, list) else _WAITING)

    def _end(self, event: Any) -> None:
        node = self.open.pop()
        self.waiting.pop()
        if node.tainted and self.open:
            self.open[-1].tainted = True

    def _alias(self, event: Any) -> None:
        node = YamlNode("", _line_column(event))
        node.reported = node.tainted = True
        hint = "Write the value out again; quote it if it is text that starts with `*`."
        self.report(node.place, ("alias", f"the alias `*{shorten(event.anchor)}` is not allowed", hint))
        self._add(node, key_fault="a key must be a word")

    def _refuse_marks(self, event: Any, node: YamlNode) -> None:
        if event.anchor is not None:
            hint = "Take it out, and write the value out where it is meant; quote text that starts with `&`."
            self._fault(node, ("alias", f"the anchor `&{shorten(event.anchor)}` is not allowed", hint))
        if event.tag is not None:
            hint = "Take it out: the key says what kind of value it has; quote text that starts with `!`."
            self._fault(node, ("tag", f"the tag `{shorten(event.tag)}` is not allowed", hint))

    def _fault(self, node: YamlNode, fault: Message) -> None:
        self.report(node.place, fault)
        node.reported = True

    def _scalar(self, event: Any) -> None:
        value: str = event.value
        node = self._node(value, event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, node)
        if event.style == '"' and (fault := escaped_control(value)):
            self._fault(node, fault)
            node.value = value = CONTROL.sub("\ufffd", value)
        if self.waiting and self.waiting[-1] is _WAITING:
            self._key(node, plain=not event.style)
            return
        if not event.style and not node.reported and (fault := plain_message(value)):
            self._fault(node, fault)
        elif not event.style and not node.reported:
            node.value = as_read(value)
        if "[[" in value or "]]" in value:
            self._check_links(node)
        self._add(node)

    def _check_links(self, node: YamlNode) -> None:
        line, column = node.place
        for snippet, fault in bad_links(node.value):
            found = self.file.lines[line - 1].find(snippet, column - 1)
            self.report((line, found + 1 if found >= 0 else column), fault)

    def _key(self, node: YamlNode, plain: bool) -> None:
        mapping = self.open[-1]
        name = node.value
        self.waiting[-1] = _REFUSED
        if len(mapping.keys) >= KEY_LIMIT:
            hint = "Lists start each entry with `- `."
            self.report(node.place, ("too-large", f"a mapping has more than {KEY_LIMIT} keys", hint))
            raise _StopReading
        if plain and name == "<<":
            hint = "Write the keys out in each mapping."
            self._refuse_key(node, ("merge-key", "the merge key `<<` is not allowed", hint))
        elif plain and name in ("", "~"):
            self._refuse_key(node, ("bad-key", "a key is missing here", "Write `key: value`."))
        elif name in mapping.keys:
            line = mapping.keys[name][0]
            hint = "Keep one of the two."
            self._refuse_key(
                node, ("repeated-key", f"the key `{shorten(name)}` stands on line {line} already", hint)
            )
        else:
            mapping.keys[name] = node.place
            self.waiting[-1] = as_read(name) if plain else name

    def _refuse_key(self, node: YamlNode, fault: Message) -> None:
        if not node.reported:
            self.report(node.place, fault)
        self.open[-1].tainted = True

    def _add(self, node: YamlNode, key_fault: str = "") -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        parent.tainted |= node.tainted
        waiting = self.waiting[-1]
        if waiting is _IN_LIST:
            parent.items.append(node)
            parent.value.append(node.value)
        elif isinstance(waiting, str):
            parent.entries[waiting] = node
            parent.value[waiting] = node.value
            self.waiting[-1] = _WAITING
        elif waiting is _WAITING:
            self._refuse_key(node, ("bad-key", key_fault, "Write `key: value`, with a word for a key."))
            self.waiting[-1] = _REFUSED
        else:
            self.waiting[-1] = _WAITING


def _line_column(event: Any) -> LineColumn:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
