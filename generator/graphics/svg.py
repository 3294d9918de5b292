"""SVG (and the HTML around it) written by element: whatever is not SVG already is escaped.

Figures stand inside Markdown, so the writing holds no blank line and no line break at all.
"""

from collections.abc import Mapping
from html import escape
from typing import TypeAlias

from generator.views.isolation import runs

AttributeValue: TypeAlias = str | int | float | bool | None


class Svg(str):
    """Writing that is safe as it stands: nothing in it is escaped again."""

    __slots__ = ()


def element(name: str, attributes: Mapping[str, AttributeValue] | None = None, *children: str) -> Svg:
    """One element with its children in order; children that are plain words are escaped.

    An attribute that is ``None`` or False is left out, one that is True stands without a value,
    numbers are written as ``number`` writes them. Without children the element closes itself;
    HTML elements that may not (``div``, ``span``, ...) take ``""`` for a child.
    """
    opened = name + "".join(_attribute(key, value) for key, value in (attributes or {}).items())
    if not children:
        return Svg(f"<{opened}/>")
    return Svg(f"<{opened}>{join(*children)}</{name}>")


def join(*children: str) -> Svg:
    """Several elements and words in a row; plain words are escaped."""
    return Svg("".join(child if isinstance(child, Svg) else _escaped(child) for child in children))


def apart(words: str, direction: str) -> Svg:
    """Words in a line of HTML; those of the other direction than the page's are isolated."""
    split = runs(words, direction)
    return join(*(element("bdi", {}, run.words) if run.apart else run.words for run in split))


def number(value: float, places: int = 1) -> str:
    """Give a length or coordinate in as few characters as say it: ``12``, ``12.5``, ``-.3``."""
    written = f"{value:.{places}f}"
    if places:
        written = written.rstrip("0").rstrip(".")
    if written in ("-0", ""):
        return "0"
    return written.replace("0.", ".", 1) if written.startswith(("0.", "-0.")) else written


def _attribute(key: str, value: AttributeValue) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f' {key}=""'
    return f' {key}="{number(value) if isinstance(value, int | float) else _escaped(value)}"'


def _escaped(words: str) -> str:
    return escape(" ".join(words.split()) if "\n" in words else words)
