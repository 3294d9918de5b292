"""YAML that cannot be parsed, or that readers take for something else: what is wrong, in plain words."""

import re
from collections.abc import Iterator

import yaml

from generator.load.text_file import CONTROL, TextFile, character_name
from generator.load.yaml_schemas import BOOLEAN, EMPTY
from generator.model.lookalikes import plain_character, strange_structure
from generator.model.text import pieces
from generator.problems import Problem

Message = tuple[str, str, str]
"""A problem without its place: code, message, hint."""


def plain_message(value: str) -> Message | None:
    """Say what is wrong with an unquoted scalar that no key takes, whatever it means, if anything."""
    if value in EMPTY:
        written = f"`{value}` means nothing" if value else "there is no value here"
        return (
            "empty-value",
            written,
            "Give a value, or take the key out; quote the word if you mean the word.",
        )
    if BOOLEAN.fullmatch(value):
        hint = f'Quote it if you mean the word: "{value}". For a yes or no, write true or false.'
        return "unquoted-trap", f"YAML readers take `{value}` for true or false", hint
    return None


def escaped_control(value: str) -> Message | None:
    """Give a control character that an escape in double quotes has put into the value, if any."""
    found = CONTROL.search(value)
    if found is None:
        return None
    message = f"this text holds the character {character_name(found[0])}, written as an escape"
    return "control-character", message, "Delete the escape: nobody can see what it does to the text."


def bad_links(words: str) -> Iterator[tuple[str, Message]]:
    """Each stray ``[[`` or ``]]`` of a text, with a snippet to find it by."""
    for piece in pieces(words):
        if not piece.target and ("[[" in piece.words or "]]" in piece.words):
            found = re.search(r"\[\[[^\[\]\n]{0,40}\]{0,2}|\]\]", piece.words)
            snippet = found[0] if found else piece.words
            hint = "Write `[[id]]` or `[[id|words]]`, with the id of a record in a-z, 0-9 and hyphens."
            yield snippet, ("bad-link", f"`{' '.join(snippet.split())}` is not a link", hint)


_TAB = re.compile(r"^ *\t", re.MULTILINE)
_TAB_HINT = "Use spaces: two for each level. Most editors can turn tabs into spaces."

# (what the parser says, whether the mistake is where it began to scan, what we say, the way out).
# The first that fits counts; both of PyYAML's parsers are covered.
_COMPLAINTS = (
    (
        "found unexpected end of stream",
        True,
        "the quotes that open here are never closed",
        "Close them; a quote inside quotes is doubled ('it''s').",
    ),
    (
        "found unexpected document",
        True,
        "the quotes that open here are never closed",
        "Close them before the line `---`.",
    ),
    (
        "',' or ']'",
        True,
        "the list that opens here lacks a comma or its `]`",
        "Close it; quote text that holds : or ,.",
    ),
    (
        "',' or '}'",
        True,
        "the mapping that opens here lacks a comma or its `}`",
        "Close it; quote text that holds : or ,.",
    ),
    ("could not find expected ':'", True, "there is no colon after this key", "Write `key: value`."),
    (
        "mapping values are not allowed",
        False,
        "a colon stands where none can",
        'Quote text that holds ": "; else look for a wrong indent here or a missing colon on the line above.',
    ),
    (
        "sequence entries are not allowed",
        False,
        "a list cannot start on this line",
        "Start the list on the next line, or quote text that starts with `- `.",
    ),
    (
        "cannot start any token",
        False,
        "unquoted text cannot start with this character",
        "Put quotes around the text.",
    ),
    (
        "expected key",
        False,
        "this does not fit what stands above it",
        "Look at the indent of this line and the one above, and quote text that holds quotes.",
    ),
    (
        "expected <block end>",
        False,
        "this does not fit what stands above it",
        "Look at the indent of this line and the one above, and quote text that holds quotes.",
    ),
    (
        "'-' indicator",
        False,
        "this does not fit the list above it",
        "Start each entry with `- `, at one indent.",
    ),
    ("node content", False, "a value is missing here", "Write it, or close the brackets above."),
    ("escape", False, "this is not an escape that YAML knows", "Double the backslash, or use single quotes."),
)


def tab_problem(file: TextFile, text: str) -> Problem | None:
    """Tabs that indent: reported once for each file, before the parser stumbles over them."""
    found = _TAB.search(text)
    if found is None:
        return None
    more = len(_TAB.findall(text)) - 1
    others = f", and so do {more} more" if more else ""
    line = text.count("\n", 0, found.start()) + 1
    return file.problem(
        (line, found.end() - found.start()), "tab", f"this line is indented with a tab{others}", _TAB_HINT
    )


def syntax_problem(file: TextFile, error: Exception) -> Problem:
    """Say what the parser could not read. Its own words stay when nothing clearer is known."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return file.problem(
            (1, 1), "bad-yaml", "this file cannot be read as YAML", "Look for stray characters."
        )
    said = (error.problem or "").replace("block sequence entries", "sequence entries")
    for complaint, at_start, message, hint in _COMPLAINTS:
        if complaint in said:
            mark = error.context_mark if at_start and error.context_mark else error.problem_mark
            place = (mark.line + 1, mark.column + 1)
            if _character(file, place) == "\t":
                return file.problem(place, "tab", "a tab stands where only spaces may", _TAB_HINT)
            return _lookalike(file, place) or file.problem(place, "bad-yaml", message, hint)
    place = (error.problem_mark.line + 1, error.problem_mark.column + 1)
    return file.problem(place, "bad-yaml", f"YAML: {said}", "Quote text that holds special characters.")


def _lookalike(file: TextFile, place: tuple[int, int]) -> Problem | None:
    """Give the problem of a sign that only looks like one of YAML's, on the line or the one above."""
    for number in (place[0], place[0] - 1):
        line = file.lines[number - 1] if 0 < number <= len(file.lines) else ""
        at = strange_structure(line)
        if at is not None:
            sign, plain = character_name(line[at]), plain_character(line[at])
            wanted = "a space" if plain == " " else f"`{plain}`"
            hint = f"Type it anew as {wanted}; the other one has no meaning in YAML."
            return file.problem(
                (number, at + 1), "bad-yaml", f"{sign} stands here where {wanted} is meant", hint
            )
    return None


def _character(file: TextFile, place: tuple[int, int]) -> str:
    line = file.lines[place[0] - 1] if place[0] <= len(file.lines) else ""
    return line[place[1] - 1 : place[1]]
