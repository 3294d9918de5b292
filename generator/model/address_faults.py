"""What is wrong with a text that should be the address of a page on the web, and how to write it."""

import re
from collections.abc import Iterator

from generator.model.lookalikes import character_name, in_plain, unseen_character
from generator.model.number_faults import Fault

_WHOLE = "Write the whole address, as in https://example.org/page."
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::[0-9]+)?(?:[/?#].*)?", re.IGNORECASE)


def address_fault(text: str) -> Fault:
    """Say what keeps a text from being an address with ``http://`` or ``https://``."""
    return next(_faults(text), ("it does not start with http:// or https://", _WHOLE))


def _faults(text: str) -> Iterator[Fault]:
    wrapped = in_plain(text).strip()
    if len(wrapped) > 2 and wrapped[0] + wrapped[-1] in ('""', "''", "<>", "()", "[]"):
        mark = "angle brackets" if wrapped[0] == "<" else "brackets" if wrapped[0] in "([" else "quotes"
        yield f"{mark} stand around it", f"Take them out: {wrapped[1:-1]}"
    if markdown := re.fullmatch(r"\[[^\]]*\]\((\S+)\)", text):
        yield "it is a link of Markdown", f"Write the address alone: {markdown[1]}"
    space = re.search(r"\s", text)
    if space and _has_scheme(text):
        several = re.split(r"\s+(?=https?://)", text)
        if len(several) > 1:
            yield "these are several addresses", "Give the one that you read; another copy is another source."
        written = re.sub(r"\s", "%20", text.strip())
        yield f"it holds {_space_name(space[0])}", f"A space is written %20 there: {written}"
    if (unseen := unseen_character(text)) and _has_scheme(in_plain(text)):
        yield (
            f"it holds {character_name(unseen)}, which cannot be seen",
            f"Take it out: {text.replace(unseen, '')}",
        )
    if found := re.search(r"[<>\"]", text):
        hint = f"Write {'%22' if found[0] == chr(34) else '%3C' if found[0] == '<' else '%3E'} for it."
        yield f"it holds the sign {found[0]}", hint
    yield from _schemes(text)


def _schemes(text: str) -> Iterator[Fault]:
    if re.match(r"https?:(?!//)|https?//|https?:\\\\", text):
        rest = re.sub(r"^https?[:/\\]*", "", text)
        yield "its beginning is not https://", f"Write https://{rest}"
    if re.match(r"https?://", text, re.IGNORECASE) and not _has_scheme(text):
        scheme, _, rest = text.partition("://")
        yield "its beginning is in capitals", f"Write {scheme.lower()}://{rest}"
    if re.match(r"(?:htt|ht|hxxp|htps|htpp|htttp|hhttp)s?://", text, re.IGNORECASE):
        rest = text.partition("://")[2]
        yield "its beginning is misspelt", f"Write https://{rest}"
    if re.match(r"https?:///", text) or re.fullmatch(r"https?://", text):
        yield "it names no host", _WHOLE
    if found := re.fullmatch(r"(?:doi:\s*)?(10\.[0-9]{4,}/\S+)", text, re.IGNORECASE):
        yield "it is the number of a document", f"Write https://doi.org/{found[1]}"
    found = re.match(r"([a-z][a-z0-9+.-]*):(?![0-9]+(?:/|$))", text, re.IGNORECASE)
    if found:
        yield f"it starts with `{found[1]}:`, which readers cannot follow on the web", _WHOLE
    if text.startswith("//"):
        yield "it lacks its beginning", f"Write https:{text}"
    if _HOST.fullmatch(text):
        yield "it lacks https:// or http://", f"Write https://{re.sub(r'[ ]', '%20', text)}"
    if text.startswith(("/", "./", "../")):
        yield "it names no host", _WHOLE


def _has_scheme(text: str) -> bool:
    return re.match(r"\s*https?://", text) is not None


def _space_name(space: str) -> str:
    return {" ": "a space", "\n": "a line end", "\t": "a tab"}.get(space) or character_name(space)
