"""What the model refuses, in messages for an editor: each pydantic error becomes a Problem at its value."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.load.guesses import meant_key, nearest, strict_bound
from generator.load.syntax import Message
from generator.load.text_file import PROBLEM_LIMIT, TextFile, TooManyProblems, shorten
from generator.load.yaml_nodes import LineColumn, YamlNode
from generator.model.fields import Entry
from generator.model.lookalikes import strange_character
from generator.model.unquoted import Unquoted
from generator.problems import Problem

Steps = tuple[str | int, ...]

_HINTS = {
    "bad-date": "Write 2024-12-08, 2024-12, 2024, 2024-12-08T04:30 or A/B; add ~ for about, ? for unsure.",
    "bad-id": "Ids are Latin, lower-case and never change once published.",
    "bad-language": "Codes are en, ar-SY or zh-Hant. Text is words, or a mapping: {en: ..., fr: ...}.",
    "bad-text": "Write words, or a mapping from language codes to words: {en: ..., fr: ...}.",
    "empty-value": "Write something, or take the key out.",
    "bad-citation": "Write `source-id@where`, as in `gazette-0308@p2`.",
    "bad-number": "No spaces, commas or words: they belong in the text around it.",
    "private-url": "Write the publisher's address, or none; `copy_at` says in words where a copy was read.",
    "repeated-speaker": "Name each speaker of a joint statement once.",
    "bad-url": "Write the whole address, as in https://example.org/page.",
    "bad-flag": "Write true or false.",
    "bad-file-name": "Write the name alone, without a folder, as in basemap.geojson.",
    "bad-amount": "One number is a `value`, a range `low` with `high`, a round one `about`; "
    "`at_least` and `at_most` are bounds, alone or both.",
    "low-above-high": "Look which of the numbers changed places.",
    "bad-retired": "The format page says what each kind of entry needs, under Retired.",
    "bad-part": "Use `who` for a group of people, `attributed_to` for the actor held responsible.",
}
# Codes that mean "this should have been one value" when a list or a mapping stands there.
_ONE_VALUE = {
    "bad-id",
    "bad-url",
    "private-url",
    "bad-date",
    "bad-number",
    "bad-flag",
    "bad-citation",
    "bad-language",
    "bad-file-name",
}
# Errors that are about the entry that holds the value.
_OF_OWNER = ("missing", "extra_forbidden", "too_short")
_NAMES = {
    "Explainer": "explainer.yml",
    "LeftOut": "a `left_out` entry",
    "QuestionHeader": "a question's front matter",
    "Amount": "an amount",
    "ControlChange": "a change",
    "Series": "a series",
    "Retired": "a retired entry",
    "FormerAddress": "a former address",
}
# Where in its mapping the fault of a whole entry is seen best.
_SEEN_AT = {"low-above-high": "low"}


def validation_problems(
    error: ValidationError, model: type[Entry], node: YamlNode, file: TextFile
) -> list[Problem]:
    """Give the problems of a record that the model refused; those already reported are left out."""
    if error.error_count() > PROBLEM_LIMIT:
        raise TooManyProblems(file.path)
    details = error.errors(include_url=False, include_input=False)
    misspelt = {(*steps[:-1], _guess(steps, model)) for steps in _unknown_keys(details)}
    problems: list[Problem] = []
    for detail in details:
        kind, steps = detail["type"], detail["loc"]
        found = follow(node, steps)
        if (kind == "missing" and steps in misspelt) or (kind == "too_short" and found.value != []):
            continue  # said already: by the misspelt key, by what is wrong with the list's entries
        if kind == "unquoted-trap" and found.entries:
            problems.extend(file.problem(place, *trap) for place, trap in _traps_in(found))
            continue
        owner = entry_at(model, steps[:-1] if kind in _OF_OWNER else steps)
        fault = _message(detail, owner, _subject(owner, model, node), found)
        inner = _inside_text(fault[0], found)
        if kind in ("missing", "extra_forbidden") or not inner.reported:
            problems.append(file.problem(_seen_at(fault, steps, node, inner), *fault))
    return problems


def _unknown_keys(details: list[ErrorDetails]) -> Iterator[Steps]:
    return (detail["loc"] for detail in details if detail["type"] == "extra_forbidden")


def _guess(steps: Steps, model: type[Entry]) -> str:
    """Give the key that an unknown key was meant for, or ``""``."""
    return meant_key(str(steps[-1]), list(_keys(entry_at(model, steps[:-1]))))


def shape_problem(file: TextFile, node: YamlNode, wanted: str, where: str) -> Problem:
    """Give a list where a mapping is wanted, or the other way round, or a mere word."""
    return file.problem(node.place, *_shape(wanted, node, where))


def follow(node: YamlNode, steps: Steps) -> YamlNode:
    """Give the node that a path of keys and indexes leads to, or the nearest parent that exists."""
    for step in steps:
        child = node.child(step)
        if child is None:
            return node
        node = child
    return node


def entry_at(model: type[Entry], steps: Steps) -> type[Entry]:
    """Give the model of the entry that a path leads to or into."""
    for step in steps:
        field = next((f for name, f in model.model_fields.items() if (f.alias or name) == step), None)
        inner = _entry_in(field.annotation) if field else None
        model = inner or model
    return model


def named(model: type[Entry]) -> str:
    """Give a kind of entry with its article: ``an event``, ``a claim``."""
    name = model.__name__
    article = "an" if name[0] in "AEIOU" else "a"
    return _NAMES.get(name, f"{article} {name.lower()}")


def _entry_in(annotation: Any) -> type[Entry] | None:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next((found for part in get_args(annotation) if (found := _entry_in(part))), None)


def _seen_at(fault: Message, steps: Steps, root: YamlNode, found: YamlNode) -> LineColumn:
    code, message, _ = fault
    last = steps[-1] if steps else ""
    if code == "unknown-key" and isinstance(last, str):
        return follow(root, steps[:-1]).keys.get(last, found.place)
    if code == "bad-language":
        return next(
            (place for key, place in found.keys.items() if message.startswith(f"`{key}` ")), found.place
        )
    seen = found.child(_SEEN_AT.get(code, ""))
    return seen.place if seen else found.place


def _traps_in(text: YamlNode) -> Iterator[tuple[LineColumn, Message]]:
    """Give each language and words that lack their quotes; the model tells of the first alone."""
    for language, words in text.entries.items():
        if isinstance(language, Unquoted):
            yield text.keys[language], ("unquoted-trap", *language.fault)
        if isinstance(words.value, Unquoted):
            yield words.place, ("unquoted-trap", *words.value.fault)


def _inside_text(code: str, found: YamlNode) -> YamlNode:
    # The model types {en: ..., fr: ...} as one value; look which of its entries it means.
    for entry in found.entries.values():
        is_word = isinstance(entry.value, str)
        if (code == "bad-text" and not is_word) or (
            code == "empty-value" and is_word and not entry.value.strip()
        ):
            return entry
    return found


def _subject(owner: type[Entry], model: type[Entry], root: YamlNode) -> str:
    """Give the entry that a problem is about, by the id of its record if that can be read."""
    own = root.child("id")
    if own is None or not isinstance(own.value, str) or not own.value:
        return named(owner)
    return f"`{shorten(own.value)}`" if owner is model else f"{named(owner)} of `{shorten(own.value)}`"


def _message(detail: Mapping[str, Any], owner: type[Entry], subject: str, found: YamlNode) -> Message:
    kind: str = detail["type"]
    last = str(detail["loc"][-1]) if detail["loc"] else ""
    context: dict[str, Any] = detail.get("ctx", {})
    match kind:
        case "missing":
            return _missing(last, owner, subject)
        case "extra_forbidden":
            return _unknown_key(detail["loc"], owner, found)
        case "enum" | "literal_error":
            return _unknown_word(last, found, re.findall(r"'([^']*)'", context["expected"]))
        case "too_short":
            return _empty_list(last, owner, subject)
        case "tuple_type":
            return _shape("a list", found, f"in `{last}`")
        case "model_type" | "model_attributes_type":
            return _shape("a mapping", found, f"for {named(owner)}")
    if (
        kind in _ONE_VALUE
        and not isinstance(found.value, str)
        and not _is_text_key(kind, detail["msg"], found)
    ):
        return _shape("one value", found, f"in `{last}`")
    if "-" not in kind:  # an error of pydantic's own that no field of ours should give
        return "bad-value", f"this value cannot be read: {detail['msg']}", "See the format page for this key."
    return kind, shorten(detail["msg"], 300), context.get("hint") or _HINTS.get(kind, "")


def _is_text_key(kind: str, message: str, found: YamlNode) -> bool:
    return kind == "bad-language" and any(message.startswith(f"`{key}` ") for key in found.keys)


def _shape(wanted: str, found: YamlNode, where: str) -> Message:
    got = "a list" if isinstance(found.value, list) else f"`{shorten(str(found.value))}`"
    hints = {
        "a list": "Put each entry on a line of its own after `- `, or all in brackets: [a, b].",
        "a mapping": "Write `key: value` lines.",
        "one value": "Write one value, without brackets or lines of its own; quote text that holds a colon.",
    }
    if isinstance(found.value, dict):
        got = "a mapping"
    return "wrong-shape", f"{wanted} is wanted {where}, not {got}", hints[wanted]


def _missing(key: str, owner: type[Entry], subject: str) -> Message:
    if key == "cite":
        hint = "Add `cite: source-id@where`: nothing is published that nobody read."
        return "missing-citation", f"{subject} has no `cite`", hint
    if key == "id":
        example = "mercy-0308" if owner.__name__ == "Figure" else "mayor-denies"
        hint = f"Name it in this record, by who says what: `id: {example}`. Never change it later."
        if owner.__name__ not in ("Claim", "Figure"):
            hint = "Name it in a-z, 0-9 and hyphens: `id: harbour-falls`. Never change it later."
        return "missing-key", f"{subject} has no `id`", hint
    needed = ", ".join(name for name, field in _keys(owner).items() if field.is_required())
    return "missing-key", f"{subject} has no `{key}`", f"Add `{key}: ...`. It needs {needed}."


def _unknown_key(steps: Steps, owner: type[Entry], found: YamlNode) -> Message:
    guess = _guess(steps[-1:], owner)
    hint = f"Did you mean `{guess}`? " if guess else ""
    hint += strict_bound(str(steps[-1]), found.value) if guess else ""
    strange = strange_character(str(steps[-1])[:80])
    message = f"`{shorten(str(steps[-1]))}` is not a key of {named(owner)}"
    message += f": it holds {strange}" if strange else ""
    return "unknown-key", message, f"{hint}Its keys are {', '.join(_keys(owner))}."


def _unknown_word(key: str, found: YamlNode, valid: list[str]) -> Message:
    if not isinstance(found.value, str):
        return _shape("one value", found, f"in `{key}`")
    guess = nearest(found.value, valid)
    hint = f"Did you mean `{guess}`? " if guess else ""
    return (
        "unknown-word",
        f"`{shorten(found.value)}` is not a word for `{key}`",
        f"{hint}Use {', '.join(valid)}.",
    )


def _empty_list(key: str, owner: type[Entry], subject: str) -> Message:
    if key == "cite":
        return _missing(key, owner, subject)
    return "empty-list", f"`{key}` of {subject} is empty", "Write at least one entry."


def _keys(model: type[Entry]) -> dict[str, Any]:
    return {field.alias or name: field for name, field in model.model_fields.items()}
