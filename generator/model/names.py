"""Names as they are compared: what a reader would take for the same words is the same."""

import re
import unicodedata

_BETWEEN = re.compile(r"[\W_]+")


def alike(words: str) -> str:
    """Give what names share that differ in capitals, spaces, punctuation and width alone.

    Words that are nothing but signs stand for themselves.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", words).casefold())
    return " ".join(_BETWEEN.split(folded)).strip() or folded
