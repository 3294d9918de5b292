"""Days, months and periods as CLDR writes them, with what it leaves to those who use it.

CLDR has no period of days whose month is written out, so the long form of a day is what a period is
made of; the marks between its halves are CLDR's. Nor does it know languages that call the first of a
month by an ordinal.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any, TypeAlias

from babel import Locale
from babel.dates import DateTimeFormat, format_skeleton, match_skeleton, parse_pattern, tokenize_pattern
from babel.dates import untokenize_pattern as _written

# What a language writes for the number 1 where it is a day of the month.
_FIRST_OF_MONTH = {
    "br": "1añ",  # kentañ
    "fr": "1er",  # Lexique des règles typographiques en usage à l'Imprimerie nationale
    "it": "1º",  # Accademia della Crusca
    "oc": "1èr",
    "pt": "1º",  # in Brazil, which CLDR means by `pt`
}
# Portugal, and those that CLDR lets inherit from it, write the number.
_LIKE_PORTUGAL = frozenset({"AO", "CH", "CV", "FR", "GQ", "GW", "LU", "MO", "MZ", "PT", "ST", "TL"})
_IN_ROOT = {"d": ("y MMM d–", "d"), "M": ("y MMM d – ", "MMM d"), "y": ("y MMM d – ", "y MMM d")}
_DASH = re.compile(r"\s*\S+\s*$")

Token: TypeAlias = tuple[str, str | tuple[str, int]]


def first_of_month(locale: Locale) -> str:
    """Give what stands for the number of a month's first day, "" where it is the number."""
    if locale.language == "pt" and locale.territory in _LIKE_PORTUGAL:
        return ""
    return _FIRST_OF_MONTH.get(locale.language, "")


def long_day(locale: Locale, day: date) -> str:
    """Give a day with its month written out: "8 December 2024"."""
    return _filled(locale, _long(locale), day)


def in_skeleton(locale: Locale, skeleton: str, day: date) -> str:
    """Give a day as far as a CLDR skeleton says it: "MMMd" is "8 Dec", "y" is "2024"."""
    moment = datetime.combine(day, time())
    if "d" not in skeleton or day.day != 1 or not first_of_month(locale):
        return format_skeleton(skeleton, moment, locale=locale)
    near = match_skeleton(skeleton, locale.datetime_skeletons)
    assert near is not None
    return _filled(locale, tokenize_pattern(locale.datetime_skeletons[near].pattern), day)


def long_period(locale: Locale, first: date, last: date) -> str:
    """Give a period of days with its months written out: "7–8 December 2024". The days differ."""
    long = _long(locale)
    if first.year != last.year:
        return _filled(locale, long, first) + _between(locale, "y", long, []) + _filled(locale, long, last)
    smallest = "M" if first.month != last.month else "d"
    start, end = _extent(long, "dML" if smallest == "M" else "d")
    return (
        _filled(locale, _as_first(locale, smallest, long[:end]), first)
        + _between(locale, smallest, long[:end], long[end:])
        + _filled(locale, long[start:end], last)
        + _filled(locale, long[end:], last)
    )


def _long(locale: Locale) -> list[Token]:
    return tokenize_pattern(locale.date_formats["long"].pattern)


def _between(locale: Locale, smallest: str, half: Sequence[Token], rest: Sequence[Token]) -> str:
    """Give what CLDR writes between the halves of a period of which ``smallest`` is the largest difference.

    ``half`` is the pattern of the first one, ``rest`` what follows it in the long form. CLDR's own pattern
    has a short month, whose marks are none of the long one.
    """
    first, second = _halves(locale, smallest)
    said = _ending(first).removeprefix(_ending(half))
    dash = _DASH.search(said)
    if dash is None:
        return _IN_ROOT[smallest][0][-3:]
    mark, follows = said[: dash.start()], _ending(rest[:1])
    if smallest == "y" or not (mark.strip(".") or follows.startswith(mark)):
        mark = ""  # it belongs to the short month
    elif mark and follows.endswith(mark):
        mark = follows
    return mark + dash[0] + _ending(second[::-1])


def _halves(locale: Locale, smallest: str) -> list[list[Token]]:
    halves = locale.interval_formats.get("yMMMd", {}).get(smallest, ())
    return [tokenize_pattern(half) for half in (halves if len(halves) == 2 else _IN_ROOT[smallest])]


def _as_first(locale: Locale, smallest: str, half: Sequence[Token]) -> list[Token]:
    """Let a month that no year follows stand alone where CLDR does, as in Persian."""
    alone = any(kind == "field" and field[0] == "L" for kind, field in _halves(locale, smallest)[0])
    month, letter = ("field", ("M", 4)), ("field", ("L", 4))
    return [letter if alone and token == month else token for token in half]


def _ending(tokens: Sequence[Token]) -> str:
    """Give the words after the last field of a pattern."""
    kind, words = tokens[-1] if tokens else ("chars", "")
    return str(words) if kind == "chars" else ""


def _extent(tokens: Sequence[Token], letters: str) -> tuple[int, int]:
    """Say where the fields with these letters begin and end in a pattern."""
    found = [number for number, (kind, field) in enumerate(tokens) if kind == "field" and field[0] in letters]
    return min(found), max(found) + 1


def _filled(locale: Locale, tokens: Sequence[Token], day: date) -> str:
    if not tokens:
        return ""
    fields = _NamedDays(day, locale)
    return str(parse_pattern(_written(list(tokens))) % fields)


class _NamedDays(DateTimeFormat):
    """Fields of a pattern, of which the first of a month has its name."""

    def __getitem__(self, name: str) -> Any:
        shown = super().__getitem__(name)
        return (first_of_month(self.locale) or shown) if (name, shown) == ("d", "1") else shown
