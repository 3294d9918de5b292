"""What a source prints, and what is left out of it: both follow from what is cited."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale

from generator.checks.values import statements
from generator.model.facts import Facts
from generator.model.figures import Figure
from generator.model.statements import Claim
from generator.problems import Finding

# How editors join places in a source: "L1, L6 and L12", in the languages of the interface.
_JOINTS = re.compile(r"\s*[,;،؛]\s*|\s+(?:and|et|و|&)\s+")
_SIGNS = re.compile(r"[\W_]+")
_LANGUAGES = ("en", "fr", "ar")
_LEAST = 4  # letters from which a word tells what is spoken of


def not_misattributed(facts: Facts) -> Iterator[Finding]:
    """Find a `misattributed` about a source that is not cited, or that prints the speaker as it is."""
    for record in facts.records():
        for at, statement in statements(record):
            cited = {citation.source for citation in statement.cite}
            name = f"`{record.id}/{statement.id}`"
            for index, other in enumerate(statement.misattributed):
                place = (*at, "misattributed", index)
                for citation in other.cite:
                    if citation.source not in cited:
                        message = f"{name} is not cited to `{citation.source}`, so that prints nothing of it"
                        hint = "Cite the source, or take it out of `in`."
                        yield Finding(record.id, (*place, "in"), "not-misattributed", message, hint)
                if set(statement.by) == set(other.to):
                    speakers = " and ".join(f"`{speaker}`" for speaker in statement.by)
                    message = f"{name} is by {speakers}, whom its sources print as the speaker"
                    hint = "Name in `to` whom they print instead; leave it out where they print nobody."
                    yield Finding(record.id, (*place, "to"), "not-misattributed", message, hint)


@dataclass(frozen=True, slots=True)
class _Cited:
    """The place in a source that a statement is cited to, and what the statement says, folded."""

    place: str
    said: str
    counted: int | None


def cited_though_left_out(facts: Facts) -> Iterator[Finding]:
    """Find a statement cited for what the editors say that they leave out of its source."""
    left_out = {source.id: source.left_out for source in facts.sources if source.left_out}
    for record in facts.records():
        for at, statement in statements(record):
            for citation in statement.cite:
                one = _Cited(_folded(citation.locator), _said(statement), _counted(statement))
                for item in left_out.get(citation.source, ()):
                    if _is_left_out(item.at, one):
                        name = f"`{record.id}/{statement.id}`"
                        message = f"{name} cites `{citation}`, of which “{item.at}” is said to be left out"
                        hint = (
                            "Say in `at` what of it is left out, as in `L6, the street`. "
                            "What is carried otherwise than there belongs into `with_care` of the source."
                        )
                        yield Finding(
                            record.id, (*at, "cite"), "cited-though-left-out", message, hint, "warning"
                        )


def _said(statement: Claim | Figure) -> str:
    if not isinstance(statement, Claim):
        return ""
    return " ".join(_folded(words) for _, words in statement.says.variants)


def _counted(statement: Claim | Figure) -> int | None:
    return statement.bounds[0] if isinstance(statement, Figure) else None


def _is_left_out(at: str, one: _Cited) -> bool:
    """Say whether what is left out at a place is what a statement is cited for.

    The parts of `at` are places, or say what is left out there: then the statement has to speak of that.
    """
    parts = [part for part in map(_folded, _JOINTS.split(at)) if part]
    if not one.place or not any(_lies_in(one.place, part) for part in parts):
        return False
    named = [part for part in parts if not _is_place(part)]
    if one.counted is not None:
        return not named or any(_is_of_size(part, one.counted) for part in named)
    about = {word for part in named for word in part.split() if len(word) >= _LEAST}
    return not named or (bool(about) and about <= set(one.said.split()))


def _is_of_size(part: str, number: int) -> bool:
    """Say whether words such as "half a million" can mean a number."""
    sizes = [size for word, size in _sizes().items() if f" {word}" in f" {part}"]
    return any(size // 10 <= number < size * 1000 for size in sizes)


@cache
def _sizes() -> Mapping[str, int]:
    """Give the words for large numbers, as CLDR writes them out: "thousand", "million"."""
    found: dict[str, int] = {}
    for code in _LANGUAGES:
        for forms in Locale.parse(code).compact_decimal_formats["long"].values():
            for size, pattern in forms.items():
                if word := _folded(re.sub(r"[0'\u200f]", "", pattern.pattern)):
                    one = int(size) // 10 ** (pattern.pattern.count("0") - 1)
                    found[word] = min(one, found.get(word, one))
    return found


def _lies_in(place: str, whole: str) -> bool:
    return place == whole or place.startswith(f"{whole} ")


def _is_place(part: str) -> bool:
    """Say whether a part of `at` is a place: a number, with at most a word or sign before it."""
    return any(letter.isdigit() for letter in part) and len(part.split()) <= 2


def _folded(words: str) -> str:
    return _SIGNS.sub(" ", words.casefold()).strip()
