"""Numbers in the words of claims: which amounts two claims give, and whether both can be true.

Only what is plain is read: one amount in a text, with the words before it that make it a bound or a round
number, and the word after it that says of what. Years, days and times are no amounts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from generator.model.text import Text

# Words that make the number after them a bound, or a round one, by language; longer ones first.
_LEAST = {
    "en": "no fewer than|no less than|not less than|more than|upwards of|at least|a minimum of|over|above",
    "fr": "pas moins de|plus de|plus d’|plus d'|au moins|au minimum|au-delà de",
    "ar": "ما لا يقل عن|على الأقل|أكثر من|ما يزيد على|ما يزيد عن",
}
_MOST = {
    "en": "no more than|not more than|fewer than|less than|at most|up to|as many as|a maximum of|under|below",
    "fr": "pas plus de|moins de|moins d’|moins d'|au plus|au maximum|jusqu’à|jusqu'à",
    "ar": "ما لا يزيد على|ما لا يزيد عن|على الأكثر|أقل من|ما يصل إلى",
}
_ABOUT = {
    "en": "approximately|roughly|around|about|nearly|almost|close to|some",
    "fr": "environ|à peu près|près de|près d’|près d'|quelque|presque",
    "ar": "نحو|حوالي|قرابة|ما يقارب|زهاء",
}
# Words for a number of which only the size is told, and what stands between them and what is counted.
_SCALES = {
    "en": {"dozens": 10, "scores": 10, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000},
    "fr": {"dizaines": 10, "centaines": 100, "milliers": 1_000, "millions": 1_000_000},
    "ar": {"عشرات": 10, "مئات": 100, "آلاف": 1_000, "ملايين": 1_000_000},
}
_OF = {"en": r"\s+of", "fr": r"\s+de|\s+d’|\s+d'", "ar": ""}
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_NUMBER = r"(?<![\w.,:/-])\d{1,3}(?:[,.\u00a0\u202f\u066c '’]\d{3})+(?!\d)|(?<![\w.,:/-])\d+(?![\w:/])"
_UNIT = r"\s*(?P<unit>%|per\s+cent\b|pour\s+cent\b|[^\W\d_]+(?:\s+[^\W\d_]+)?)?"
_WORD = re.compile(r"[^\W\d_]+")
_PERCENT = ("%", "percent", "per cent", "pour cent")


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as a text gives it: its bounds, ``None`` for no end, and the words after it, two at most.

    ``loose``: it is no exact number.
    """

    least: float
    most: float | None
    unit: tuple[str, ...]
    loose: bool

    def counts_the_same(self, other: "Quantity") -> bool:
        """Say whether the word after one of them is after the other, too, but for one word between."""
        return self.unit == other.unit or any(
            one.unit[0] in another.unit
            for one, another in ((self, other), (other, self))
            if one.unit and another.unit
        )

    def meets(self, other: "Quantity") -> bool:
        """Say whether some number can be both."""
        return (self.most is None or other.least <= self.most) and (
            other.most is None or self.least <= other.most
        )


def both_can_be_true(one: Text, other: Text, language: str) -> bool:
    """Say whether two texts differ in an amount alone that can be both, as far as their words tell.

    ``language`` is that of plain text. Texts that also name days are left alone: they may differ in those.
    """
    for code in dict.fromkeys((language, *(code for code, _ in one.variants))):
        mine, theirs = one.in_language(code), other.in_language(code)
        if code == language:
            mine, theirs = mine or one.in_language(""), theirs or other.in_language("")
        if mine and theirs and _compared(mine, theirs, code):
            return True
    return False


def _compared(mine: str, theirs: str, language: str) -> bool:
    if language not in _LEAST or mine == theirs:
        return False
    found = [quantity_in(words, language) for words in (mine, theirs)]
    one, other = found
    if one is None or other is None or one == other or not one.counts_the_same(other):
        return False
    return (one.loose or other.loose) and one.meets(other)


def quantity_in(words: str, language: str) -> Quantity | None:
    """Give the one amount in a text; ``None`` where there are none or several, or a day beside it."""
    words = words.translate(_DIGITS)
    found = list(_quantities(words, language))
    dated = _WORD.findall(words.casefold())
    return found[0] if len(found) == 1 and not _months(language).intersection(dated) else None


def quantities(words: str, language: str) -> tuple[Quantity, ...]:
    """Give every amount in a text, also where words such as "dozens of" give it: those count from ten on.

    Years, days of a month and times are no amounts, nor is a number without a word after it.
    """
    if language not in _LEAST:
        return ()
    words = words.translate(_DIGITS)
    exact = (one for one in _quantities(words, language) if one.unit and not _is_month(one.unit[0], language))
    return (*exact, *_rough(words, language))


def _rough(words: str, language: str) -> Iterator[Quantity]:
    for match in _rough_pattern(language).finditer(words):
        least = _SCALES[language][match["scale"].casefold()]
        unit = tuple((match["unit"] or "").casefold().split())
        if unit:
            yield Quantity(least, None, unit, loose=True)


def _is_month(word: str, language: str) -> bool:
    return word in _months(language)


@cache
def _rough_pattern(language: str) -> re.Pattern[str]:
    scales, of = "|".join(_SCALES[language]), _OF[language]
    return re.compile(rf"(?<!\w)(?P<scale>{scales})(?:{of}){_UNIT}", re.IGNORECASE)


def _quantities(words: str, language: str) -> Iterator[Quantity]:
    for match in _pattern(language).finditer(words):
        number = float(re.sub(r"\D", "", match["number"]))
        words_after = " ".join((match["unit"] or "").casefold().split())
        percent = words_after.startswith(_PERCENT)
        unit = ("%",) if percent else tuple(words_after.split())
        if match["least"]:
            yield Quantity(number, None, unit, loose=True)
        elif match["most"]:
            yield Quantity(0, number, unit, loose=True)
        elif match["about"]:
            half = _step(match["number"]) / 2
            yield Quantity(number - half, number + half, unit, loose=True)
        else:
            yield Quantity(number, number, unit, loose=False)


def _step(written: str) -> int:
    """Give what a round number is rounded to: its last digit that is no nought, 1,000 for 2,000."""
    digits = re.sub(r"\D", "", written)
    return 10 ** (len(digits) - len(digits.rstrip("0"))) if digits.strip("0") else 1


@cache
def _pattern(language: str) -> re.Pattern[str]:
    before = "|".join(
        f"(?P<{name}>{words[language]})"
        for name, words in (("least", _LEAST), ("most", _MOST), ("about", _ABOUT))
    )
    return re.compile(rf"(?:(?<!\w)(?:{before})\s*)?(?P<number>{_NUMBER}){_UNIT}", re.IGNORECASE)


@cache
def _months(language: str) -> frozenset[str]:
    names = Locale.parse(language).months["format"]["wide"].values()
    return frozenset(name.casefold() for name in names)
