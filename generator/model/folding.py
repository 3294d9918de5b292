"""Words without what readers leave out when they type or look them up: marks, accents, letters' strokes."""

import re
import unicodedata
from functools import cache

# Letters of which Unicode's names do not say what they are like.
_ALIKE = {
    "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ٱ": "ا", "ـ": "", "þ": "th", "ð": "d", "ŋ": "n", "ĸ": "k",
}  # fmt: skip
_NAMED = re.compile(
    r"LATIN SMALL (?:LETTER|LIGATURE) (?:(?:DOTLESS|LONG|INSULAR|TURNED) )?([A-Z]{1,2})(?: WITH .*| DIGRAPH)?"
)
_APOSTROPHES = "'’‘‛`´′＇"
_IN_WORD = re.compile(rf"(?<=\w)[{_APOSTROPHES}](?=\w)")


def folded(words: str) -> str:
    """Give words in small letters without accents, modifier letters and strokes: ``Nuʿmān`` is ``numan``.

    Apostrophes within words go with them; all other punctuation stays.
    """
    # Signs such as № are made of capitals, which show once they are taken apart.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", words.casefold()).casefold())
    letters = "".join(map(_folded, plain)) if not plain.isascii() else plain
    return _IN_WORD.sub("", letters)


def without_modifiers(words: str) -> str:
    """Give words without modifier letters, such as those for ayn and hamza; all else stays as it is."""
    return "".join(letter for letter in words if letter not in MODIFIERS)


@cache
def _folded(letter: str) -> str:
    if letter in _ALIKE:
        return _ALIKE[letter]
    if letter in MODIFIERS or unicodedata.combining(letter):
        return ""
    found = _NAMED.fullmatch(unicodedata.name(letter, "")) if not letter.isascii() else None
    return found[1].lower() if found else letter


def _is_modifier(letter: str) -> bool:
    name = unicodedata.name(letter, "")
    return name.startswith("MODIFIER LETTER") and unicodedata.normalize("NFKD", letter) == letter


# Unicode's blocks of them: Spacing Modifier Letters, and those of Modifier Tone Letters to Latin Extended-D.
MODIFIERS = frozenset(
    letter for block in (range(0x2B0, 0x300), range(0xA700, 0xA7FF)) for letter in map(chr, block)
    if _is_modifier(letter)
)  # fmt: skip
