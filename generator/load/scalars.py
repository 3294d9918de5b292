"""Scalars as written: which of them no model should ever see."""

import re
from collections.abc import Iterator

from generator.load.textfile import CONTROL, character_name
from generator.model.text import pieces

Fault = tuple[str, str, str]
"""A problem without its place: code, message, hint."""

_BOOLEAN = re.compile(r"yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|[yYnN]|True|TRUE|False|FALSE")
_NUMBER = re.compile(
    r"[-+]?0[0-9_]+"  # octal in YAML 1.1
    r"|[-+]?0[xob][0-9a-fA-F_]+"
    r"|[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?"  # 12:30 counts in sixties in YAML 1.1
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_EMPTY = ("", "~", "null", "Null", "NULL")


def plain_fault(value: str) -> Fault | None:
    """What is wrong with an unquoted scalar that YAML readers do not agree on, if anything."""
    if value in _EMPTY:
        written = f"`{value}` means nothing" if value else "there is no value here"
        return (
            "empty-value",
            written,
            "Give a value, or take the key out; quote the word if you mean the word.",
        )
    if _BOOLEAN.fullmatch(value):
        hint = f'Quote it if you mean the word: "{value}". For a yes or no, write true or false.'
        return "unquoted-trap", f"YAML readers take `{value}` for true or false", hint
    if _NUMBER.fullmatch(value):
        hint = f'Quote it: "{value}". A number is written in digits alone, without a leading zero.'
        return "unquoted-trap", f"YAML readers take `{value}` for another number", hint
    return None


def escaped_control(value: str) -> Fault | None:
    """A control character that an escape in double quotes has put into the value, if any."""
    found = CONTROL.search(value)
    if found is None:
        return None
    message = f"this text holds the character {character_name(found[0])}, written as an escape"
    return "control-character", message, "Delete the escape: nobody can see what it does to the text."


def bad_links(words: str) -> Iterator[tuple[str, Fault]]:
    """Each stray ``[[`` or ``]]`` of a text, with a snippet to find it by."""
    for piece in pieces(words):
        if not piece.target and ("[[" in piece.words or "]]" in piece.words):
            found = re.search(r"\[\[[^\[\]\n]{0,40}\]{0,2}|\]\]", piece.words)
            snippet = found[0] if found else piece.words
            hint = "Write `[[id]]` or `[[id|words]]`, with the id of a record in a-z, 0-9 and hyphens."
            yield snippet, ("bad-link", f"`{' '.join(snippet.split())}` is not a link", hint)
