"""Front matter as YAML: the one place that writes it.

PyYAML's emitter writes it, in C where that is installed. It is handed events: what a text means to
readers of YAML is asked once for each text, and not for each place where it stands.
"""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeAlias

import yaml
from yaml import events

FrontMatter: TypeAlias = Mapping[str, Any]

MARK = "# Generated from content/ by `explainer build`; edit the YAML there, not this file."
_WIDTH = 100  # characters of a line, where words allow it
_LINE = 84  # characters of what is written on one line: a list, or a mapping of words
_EMITTER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
# What some reader of YAML could take for a number, a date, a truth value or nothing.
_NO_WORD = re.compile(r"[-+.]?\d[\d_.:eExXoOa-fA-F+-]*|[yYnN~]|(?i:yes|no|true|false|on|off|null)|")
_TAKEN = yaml.SafeDumper.yaml_implicit_resolvers


def dumped(front: FrontMatter) -> str:
    """Write front matter with the lines around it. The same mapping gives the same bytes everywhere.

    Notes come last, and many pages share them: each is written once for all.
    """
    lines = ["---", MARK, _yaml({name: said for name, said in front.items() if name != "notes"})]
    if "notes" in front:
        lines += ["notes:", *(_item(json.dumps(note)) for note in front["notes"])]
    return "\n".join([*lines, "---\n"])


@lru_cache(maxsize=8192)
def _item(written: str) -> str:
    """Write an item of a list, which is given as JSON."""
    return _yaml([json.loads(written)])


def _yaml(value: Any) -> str:
    """Write a value, whose outermost entries take lines of their own."""
    inner: list[events.Event] = []
    _add(inner, value, flow=False)
    document = [events.StreamStartEvent(), events.DocumentStartEvent(explicit=False)]
    ends = [events.DocumentEndEvent(explicit=False), events.StreamEndEvent()]
    text: str = yaml.emit([*document, *inner, *ends], Dumper=_EMITTER, width=_WIDTH, allow_unicode=True)
    return text.removesuffix("\n")


def _add(found: list[events.Event], value: Any, flow: bool | None = None) -> None:
    """Append the events of a value. ``flow`` says whether it stands on one line: if it fits, by default."""
    if isinstance(value, dict):
        on_one_line = _fits([*value, *value.values()]) if flow is None else flow
        found.append(events.MappingStartEvent(None, None, True, flow_style=on_one_line))
        for name, said in value.items():
            found.append(_scalar(name))
            _add(found, said)
        found.append(events.MappingEndEvent())
    elif isinstance(value, list):
        on_one_line = _fits(value) if flow is None else flow
        found.append(events.SequenceStartEvent(None, None, True, flow_style=on_one_line))
        for said in value:
            _add(found, said)
        found.append(events.SequenceEndEvent())
    elif isinstance(value, str):
        found.append(_scalar(value))
    else:
        found.append(events.ScalarEvent(None, None, (True, False), json.dumps(value)))


@lru_cache(maxsize=65536)
def _scalar(words: str) -> events.ScalarEvent:
    """Write a text: in lines of their own as a block, in quotes what is no word to every reader."""
    style = "|" if "\n" in words else "'" if _is_taken(words) else None
    return events.ScalarEvent(None, None, (True, True), words, style=style)


def _is_taken(words: str) -> bool:
    """Whether some reader of YAML takes words for something else."""
    return bool(_NO_WORD.fullmatch(words)) or any(
        taken.match(words) for tag, taken in _TAKEN.get(words[0], ()) if tag
    )


def _fits(values: list[Any]) -> bool:
    """Whether values stand on one line."""
    room = _LINE
    for value in values:
        if isinstance(value, list | dict) or "\n" in (words := str(value)):
            return False
        room -= len(words) + 2
    return room > 0
