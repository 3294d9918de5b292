"""How much room words take, by estimate: a build must not depend on the fonts of its machine.

Advances are those of DejaVu Sans, among the widest of the fonts that a reader's system may choose,
so that others fit as well.
"""

import unicodedata
from collections.abc import Iterator

# Hundredths of the font size, by the letters that have them.
_GROUPS = {
    28: "ijl",
    30: "IJ'",
    32: " .,:;|",
    36: "f-/",
    41: "rt()[]!·",
    53: 'sz"’‘',
    59: "ckvxyTL",
    62: "aeoFPY",
    64: "bdghnpqu0123456789EK",
    70: "SABCRVXZ",
    76: "DHNU",
    79: "GOQ",
    83: "w&",
    98: "mM%W@",
}
_ADVANCES = {letter: hundredths / 100 for hundredths, letters in _GROUPS.items() for letter in letters}
_SMALL, _CAPITAL, _OTHER = 0.64, 0.79, 0.84
_UNCASED = 0.64  # scripts without capitals: joined letters run narrower than they stand alone
_IDEOGRAPH = 1.05


def width(words: str, size: float) -> float:
    """How wide words are at most, in the unit of the font size."""
    return size * sum(map(_advance, words))


def broken(words: str, size: float, room: float) -> tuple[str, ...]:
    """Words in as few lines as fit into the room, the lines as even as they can be.

    A word that is too long for the room has a line of its own: nothing is cut.
    """
    parts = words.split()
    lines = _filled(parts, size, room)
    for narrower in sorted(set(_spans(parts, size))):
        tried = _filled(parts, size, narrower)
        if len(tried) <= len(lines):
            return tried
    return lines


def _filled(parts: list[str], size: float, room: float) -> tuple[str, ...]:
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]} {part}" if lines else part
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(lines)


def _spans(parts: list[str], size: float) -> Iterator[float]:
    """The widths that a line of these words can have."""
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            yield width(" ".join(parts[start:end]), size)


def _advance(letter: str) -> float:
    known = _ADVANCES.get(letter)
    return known if known is not None else _advance_of_kind(letter)


def _advance_of_kind(letter: str) -> float:
    kind = unicodedata.category(letter)
    if kind in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return _IDEOGRAPH
    return {"Ll": _SMALL, "Lu": _CAPITAL, "Lo": _UNCASED, "Lm": _UNCASED, "Nd": _SMALL}.get(kind, _OTHER)
