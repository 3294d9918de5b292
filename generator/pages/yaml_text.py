"""Front matter as YAML: the one place that writes it."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeAlias

import yaml

FrontMatter: TypeAlias = Mapping[str, Any]

MARK = "# Generated from content/ by `explainer build`; edit the YAML there, not this file."
_WIDTH = 100  # characters of a line, where words allow it
_LINE = 84  # characters of what is written on one line: a list, or a mapping of words
_STR, _LIST, _MAP = (f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))
# What some reader of YAML could take for a number, a date, a truth value or nothing.
_NO_WORD = re.compile(r"[-+.]?\d[\d_.:eExXoOa-fA-F+-]*|[yYnN~]|(?i:yes|no|true|false|on|off|null)|")


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # the faster where it is
    """Writes texts in lines of their own as blocks, and in quotes what is no word to every reader."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out: nobody reads anchors well."""
        return True


class _Block(dict[str, Any]):
    """A mapping that is written an entry a line, whatever is in it."""


def _written(dumper: _Dumper, words: str) -> yaml.ScalarNode:
    style = "|" if "\n" in words else "'" if _NO_WORD.fullmatch(words) else None
    node: yaml.ScalarNode = dumper.represent_scalar(_STR, words, style)
    return node


def _listed(dumper: _Dumper, values: list[Any]) -> yaml.SequenceNode:
    node: yaml.SequenceNode = dumper.represent_sequence(_LIST, values, _fits(values))
    return node


def _mapped(dumper: _Dumper, values: dict[str, Any]) -> yaml.MappingNode:
    node: yaml.MappingNode = dumper.represent_mapping(_MAP, values, _fits([*values, *values.values()]))
    return node


def _blocked(dumper: _Dumper, values: _Block) -> yaml.MappingNode:
    node: yaml.MappingNode = dumper.represent_mapping(_MAP, values, False)
    return node


def _fits(values: list[Any]) -> bool:
    """Whether values stand on one line."""
    room = _LINE
    for value in values:
        if isinstance(value, list | dict) or "\n" in (words := str(value)):
            return False
        room -= len(words) + 2
    return room > 0


for kind, represent in {str: _written, list: _listed, dict: _mapped, _Block: _blocked}.items():
    _Dumper.add_representer(kind, represent)


def dumped(front: FrontMatter) -> str:
    """Write front matter with the lines around it. The same mapping gives the same bytes everywhere.

    Notes come last, and many pages share them: each is written once for all.
    """
    lines = ["---", MARK, _yaml(_Block({name: said for name, said in front.items() if name != "notes"}))]
    if "notes" in front:
        lines += ["notes:", *(_item(json.dumps(note)) for note in front["notes"])]
    return "\n".join([*lines, "---\n"])


@lru_cache(maxsize=8192)
def _item(written: str) -> str:
    """Write an item of a list, which is given as JSON."""
    return _yaml([json.loads(written)])


def _yaml(value: Any) -> str:
    text: str = yaml.dump(value, Dumper=_Dumper, width=_WIDTH, allow_unicode=True, sort_keys=False)
    return text.removesuffix("\n")
