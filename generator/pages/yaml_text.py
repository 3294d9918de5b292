"""Front matter as YAML: the one place that writes it."""

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

import yaml

FrontMatter: TypeAlias = Mapping[str, Any]

MARK = "# Generated from content/ by `explainer build`; edit the YAML there, not this file."
_WIDTH = 100  # characters of a line, where words allow it
# What some reader of YAML could take for a number, a date, a truth value or nothing.
_NO_WORD = re.compile(r"[-+.]?\d[\d_.:eExXoOa-fA-F+-]*|[yYnN~]|(?i:yes|no|true|false|on|off|null)|")


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # the faster where it is
    """Writes texts in lines of their own as blocks, and in quotes what is no word to every reader."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out: nobody reads anchors well."""
        return True


def _written(dumper: _Dumper, words: str) -> yaml.ScalarNode:
    style = "|" if "\n" in words else "'" if _NO_WORD.fullmatch(words) else None
    node: yaml.ScalarNode = dumper.represent_scalar("tag:yaml.org,2002:str", words, style)
    return node


_Dumper.add_representer(str, _written)


def dumped(front: FrontMatter) -> str:
    """Write front matter with the lines around it. The same mapping gives the same bytes everywhere."""
    text = yaml.dump(front, Dumper=_Dumper, width=_WIDTH, allow_unicode=True, sort_keys=False)
    return f"---\n{MARK}\n{text}---\n"
