"""What is wrong with a year: too few digits or too many, or a name for what comes before the first."""

import re
from collections.abc import Iterator

Fault = tuple[str, str]
"""What is wrong, and the way out."""

_LAST_YEAR = 10**12 - 1
_LONG_YEAR = re.compile(
    r"Y?(?P<sign>-?)(?P<digits>[0-9]+)(?:[Ee](?P<zeros>[0-9]+))?(?:S[0-9]+)?(?P<rest>-.*)?(?P<mark>[~?%]?)"
)


def long_years(text: str) -> Iterator[Fault]:
    """Find years of more than four digits, which have a letter before them and nothing but a mark behind."""
    found = _LONG_YEAR.fullmatch(text)
    if not found or not (text.startswith("Y") or len(found["digits"]) > 4):
        return
    zeros = int(found["zeros"] or 0) if len(found["zeros"] or "") < 3 else 99
    year = int(found["digits"][:99]) * 10**zeros
    sign = found["sign"]
    if year > _LAST_YEAR:
        yield (
            "its year has more than twelve digits",
            "No calendar reaches there: leave the date open, ../2024.",
        )
    elif year <= 9999:
        yield "a year of four digits has no letter before it", f"Write {sign}{year:04d}{found['rest'] or ''}."
    elif found["rest"]:
        yield "a year of more than four digits stands alone", f"Write Y{sign}{year}, without month and day."
    elif found["zeros"] or "S" in text:
        what = "exponents and significant digits (level 2 of EDTF) are not read"
        yield what, f"Write Y{sign}{year}{found['mark'] or '~'}."
    else:
        yield "its year has more than four digits", f"Write Y{sign}{year}{found['mark']}."


def short_years(text: str) -> Iterator[Fault]:
    """Find years of fewer than four digits."""
    if re.fullmatch(r"-?[0-9]{1,3}(?:-[0-9]{2}){0,2}", text):
        year, _, rest = text.lstrip("-").partition("-")
        sign = "-" if text.startswith("-") else ""
        written = f"{sign}{int(year):04d}{'-' + rest if rest else ''}"
        yield (
            "its year has not four digits",
            f"Write four digits: {written} is of the year {sign}{int(year)}.",
        )


def years_before_the_first(lower: str) -> Iterator[Fault]:
    """Find years before the first by their name, in small letters."""
    if found := re.fullmatch(r"([0-9]{1,12}) ?b\.?c\.?(?:e\.?)?", lower):
        year = int(found[1]) - 1
        written = "0000" if year < 1 else f"-{year:04d}" if year <= 9999 else f"Y-{year}"
        yield "years before the first are counted from 0000, 1 BC", f"Write {written}."
