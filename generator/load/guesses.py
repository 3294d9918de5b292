"""What an editor meant: the known word for one that is not known, unless it would say the opposite."""

import difflib
from collections.abc import Iterable

from generator.model.opposites import turns_round

_LONGEST = 80  # a "word" of megabytes would be compared letter by letter, and is near to none of ours
_TRIED = 5

# Words that editors reach for first, and the keys that mean the same.
_SYNONYMS = {
    "date": ("occurred", "published", "as_of", "on", "reviewed"),
    "when": ("occurred", "as_of", "published"),
    "location": ("where",),
    "place": ("where",),
    "actors": ("who",),
    "source": ("cite",),
    "sources": ("cite",),
    "citation": ("cite",),
    "text": ("says",),
    "quote": ("says",),
    "speaker": ("by",),
    "speakers": ("by",),
    "title": ("name",),
    "name": ("title",),
    "number": ("value",),
    "exactly": ("value",),
    "since": ("from",),
    "target": ("to",),
    "link": ("url",),
    "archive": ("archived",),
    "archive_url": ("archived",),
    "mirror": ("copy_at",),
    "read_at": ("copy_at",),
}
# Bounds that take in the number itself, and those that do not: there the number is the next one.
_AT_LEAST = (
    "min",
    "minimum",
    "lower_bound",
    "no_less_than",
    "not_less_than",
    "no_fewer_than",
    "not_fewer_than",
)
_AT_MOST = ("max", "maximum", "upper_bound", "no_more_than", "not_more_than", "up_to", "upto")
_MORE_THAN = ("more_than", "over", "above", "greater_than", "exceeds", "morethan")
_LESS_THAN = ("less_than", "fewer_than", "under", "below", "lessthan")
_ABOUT = ("around", "approx", "approximately", "circa", "nearly", "almost", "some")
_BOUNDS = {
    **dict.fromkeys((*_AT_LEAST, *_MORE_THAN), "at_least"),
    **dict.fromkeys((*_AT_MOST, *_LESS_THAN), "at_most"),
    **dict.fromkeys(_ABOUT, "about"),
}


def meant_key(key: str, valid: list[str]) -> str:
    """Give the key that an unknown key was meant for, or ``""``."""
    plain = key.casefold().replace("-", "_").replace(" ", "_")
    synonym = next((word for word in _SYNONYMS.get(plain, ()) if word in valid), "")
    bound = _BOUNDS.get(plain, "")
    return synonym or (bound if bound in valid else nearest(key, valid))


def nearest(word: str, valid: Iterable[str]) -> str:
    """Give the valid word that is most like another and does not mean the opposite, or ``""``."""
    close = difflib.get_close_matches(word[:_LONGEST], valid, n=_TRIED)
    return next((found for found in close if not turns_round(word[:_LONGEST], found)), "")


def strict_bound(key: str, value: object) -> str:
    """Say how to write a bound that leaves its number out, "less than 40"; ``""`` for other keys."""
    plain = key.casefold().replace("-", "_").replace(" ", "_")
    step = {**dict.fromkeys(_MORE_THAN, 1), **dict.fromkeys(_LESS_THAN, -1)}.get(plain, 0)
    number = value if isinstance(value, str) and value.isdecimal() and len(value) < 13 else ""
    if not step or not number or int(number) + step < 0:
        return ""
    return (
        f"`{plain}: {number}` is `{_BOUNDS[plain]}: {int(number) + step}`: the number itself belongs to it. "
    )
