"""Names as they are compared: what a reader would take for the same words is the same."""

import re
import unicodedata

_BETWEEN = re.compile(r"[\W_]+")


def same_name(words: str) -> str:
    """Give what titles share that differ in capitals, spaces and width alone: a dot may be part of one."""
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", words).casefold()).split())


def alike(words: str) -> str:
    """Give what names share that differ in capitals, spaces, punctuation and width alone.

    Words that are nothing but signs stand for themselves.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", words).casefold())
    return " ".join(_BETWEEN.split(folded)).strip() or folded
