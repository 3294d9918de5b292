"""Characters that look like those of ASCII and are others: wide and Arabic digits, dashes, curly quotes.

Keyboards, word processors and web pages put them in; to a program they are no digits and no spaces.
"""

import re
import unicodedata
from functools import cache

# Signs that Unicode does not fold into those of ASCII, though people type them for these.
_SIGNS = {
    **dict.fromkeys("\u2044\u2215", "/"),
    **dict.fromkeys("\u02d0\u2236", ":"),
    **dict.fromkeys("\u060c\u3001\u066c", ","),
    "\u2212": "-",
    "\u066b": ".",
}

_STRUCTURE = re.compile(r"(?P<indent>[ -]*)(?:[\w-]+)?(?P<colon> *: *|)(?P<quote>[\"']?)")
_JOINERS = "\u200c\u200d"  # words of Persian and of Indian scripts are written with them


@cache
def plain_character(character: str) -> str:
    """Give what stands for a character in ASCII: a digit, a sign, a space; "" where nothing does."""
    if character.isascii():
        return character
    if character in _SIGNS:
        return _SIGNS[character]
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    match unicodedata.category(character):
        case "Pd":
            return "-"
        case "Zs":
            return " "
        case "Pi" | "Pf":
            return "'" if "SINGLE" in unicodedata.name(character) else '"'
    folded = unicodedata.normalize("NFKC", character)
    if folded.isascii():
        return folded
    return '"' if "QUOTATION MARK" in unicodedata.name(character, "") else ""


def in_plain(text: str) -> str:
    """Give a text with ASCII in place of what looks like it; what cannot be seen is left out."""
    return "".join(plain_character(one) or ("" if _is_unseen(one) else one) for one in text)


def strange_structure(line: str) -> int | None:
    """Give where a line of YAML has a look-alike for what gives it its structure, from 0.

    That is its indent, its dash, the colon behind a key, the space after it, a quote that opens a value.
    """
    plain = "".join(like if len(like := plain_character(one)) == 1 else one for one in line)
    found = _STRUCTURE.match(plain)
    assert found
    signs = (at for group in ("indent", "colon", "quote") for at in range(*found.span(group)))
    return next((at for at in signs if line[at] != plain[at]), None)


def strange_character(text: str) -> str:
    """Name the first character of a text that looks like one of ASCII or cannot be seen; "" for none.

    As in ``U+FF12 (fullwidth digit two)``.
    """
    strange = (one for one in text if not one.isascii() and (plain_character(one) or _is_unseen(one)))
    found = next(strange, "")
    return character_name(found) if found else ""


def character_name(character: str) -> str:
    """Give a character in words: ``U+FF12 (fullwidth digit two)``."""
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'unnamed').lower()})"


def unseen_character(text: str) -> str:
    """Give the first character that cannot be seen, but for those that join letters; "" for none."""
    return next((one for one in text if _is_unseen(one) and one not in _JOINERS), "")


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) == "Cf"
