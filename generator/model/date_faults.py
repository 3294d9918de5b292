"""What is wrong with a text that should be a date, and how to write it.

These are the forms that people copy from pages, sheets and archives; none of them is guessed at.
"""

import calendar
import re
from collections.abc import Iterator

from generator.model.calendar_days import days_in_month
from generator.model.lookalikes import in_plain, strange_character
from generator.model.year_faults import Fault, long_years, short_years, years_before_the_first

ANY_FORM = (
    "Write 2024-12-08, 2024-12, 2024 or 2024-12-08T04:30; add ~ for about, ? for unsure; A/B is a period."
)
_OFFSET = r"(?:[Zz]|[+-][0-9]{1,2}:?(?:[0-9]{2})?)?"
_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}


def date_fault(text: str) -> Fault:
    """Say what keeps a text from being a date or a period."""
    what, hint = next(_faults(text), ("", ANY_FORM))
    return f"`{text}` is not a date{': ' if what else ''}{what}", hint


def _faults(text: str) -> Iterator[Fault]:
    if strange := strange_character(text):
        plain = in_plain(text).strip()
        yield f"it holds {strange}", f"Write {plain}." if re.fullmatch(_ANY, plain) else ANY_FORM
    yield from _orders(text)
    yield from _joints(text)
    yield from _weeks_and_quarters(text)
    yield from _parts(text)
    yield from _times(text)
    yield from _words(text)
    yield from _wider_edtf(text)
    if re.search("[^\\W\\d_]{3}", text):
        yield "dates are written in digits", ANY_FORM


def period_fault(text: str) -> Fault | None:
    """Say what keeps a text with a slash from being a period; None where one of its ends must tell."""
    found = next(_period_faults(text), None)
    return found and (f"`{text}` is not a date: {found[0]}", found[1])


def _period_faults(text: str) -> Iterator[Fault]:
    if re.search(r"\d ?\[?[A-Z][A-Za-z_]+/[A-Z]", text):
        yield "clocks are not named by places", "Write how far the clock is from UTC: 2024-12-08T04:30+03:00."
    if text in ("/", "../..", "../", "/.."):
        yield "both of its ends are open", "A period has at least one end: 2024-12-07/.. or ../2024-12-08."
    if found := re.fullmatch(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})", text):
        yield "it holds slashes", f"Write {found[1]}-{int(found[2]):02d}-{int(found[3]):02d}."
    if re.fullmatch(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9]{1,2}/[0-9]{4}", text):
        yield from _orders(text)
    if text.count("/") > 1:
        yield "it has more than two ends", "A period is one date, a slash, another date."
    if found := re.fullmatch(r"([0-9]{4}-[0-9]{2})-([0-9]{2})/([0-9]{2})", text):
        written = f"{found[1]}-{found[2]}/{found[1]}-{found[3]}"
        yield "both ends of a period are whole dates", f"Write {written}."
    if found := re.fullmatch(r"([0-9]{4})/([0-9]{2})", text):
        month, years = f"{found[1]}-{found[2]}", f"{found[1]}/{found[1][:2]}{found[2]}"
        meant = f"{month} for a month, {years} for years" if 1 <= int(found[2]) <= 12 else years
        yield "both ends of a period are whole dates", f"Write {meant}."


_ANY = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2})?)?)?[~?%]?(?:/.*)?"


def _orders(text: str) -> Iterator[Fault]:
    """Days and months before the year."""
    found = re.fullmatch(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})", text)
    if found and len(found[4]) == 4:
        year, small, great = found[4], *sorted((int(found[1]), int(found[3])))
        written = f"{year}-{small:02d}-{great:02d}"
        if small != great and great <= 12:
            written += f" or {year}-{great:02d}-{small:02d}, whichever is meant"
        yield "the year comes first, then the month", f"Write {written}."
    if found or re.fullmatch(r"[0-9]{2}-[0-9]{2}(?:-[0-9]{2})?", text):
        yield "its year has two digits", "Write the year in four digits, first: 2024-12-08."
    if found := re.fullmatch(r"([0-9]{1,2})[./]([0-9]{4})", text):
        yield "the year comes first", f"Write {found[2]}-{int(found[1]):02d}."


def _joints(text: str) -> Iterator[Fault]:
    """Other signs than a hyphen between the parts, or than a slash between the ends."""
    if found := re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", text):
        yield "its parts are not parted", f"Write {found[1]}-{found[2]}-{found[3]}."
    if found := re.fullmatch(r"([0-9]{4})[._]([0-9]{1,2})(?:[._]([0-9]{1,2}))?", text):
        yield "its parts are joined by hyphens", f"Write {_joined(*found.groups())}."
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?([~?%]?)", text):
        written = _joined(*found.groups()[:3]) + found[4]
        if text != written:
            yield "months and days have two digits", f"Write {written}."
    if re.fullmatch(r"[0-9]{4} ?(?:-|to|until) ?[0-9]{4}", text):
        yield "a period has a slash between its ends", f"Write {text[:4]}/{text[-4:]}."
    day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    if found := re.fullmatch(rf"({day}) ?(?:-|--|to|until|;|,| and ) ?({day})", text):
        yield "a period has a slash between its ends", f"Write {found[1]}/{found[2]}."
    if found := re.fullmatch(r"([0-9]{4}-[0-9]{2})-([0-9]{2})--?([0-9]{2})", text):
        written = f"{found[1]}-{found[2]}/{found[1]}-{found[3]}"
        yield "both ends of a period are whole dates", f"Write {written}."


def _joined(year: str, *parts: str | None) -> str:
    return "-".join([year, *(f"{int(part):02d}" for part in parts if part)])


# Level 2 of EDTF: seasons of the north and of the south, quarters, thirds and halves of a year.
_PARTS_OF_A_YEAR = {25 + n: m for n, m in enumerate(((3, 5), (6, 8), (9, 11), (12, 14)))}
_PARTS_OF_A_YEAR |= {29 + n: m for n, m in enumerate(((9, 11), (12, 14), (3, 5), (6, 8)))}
_PARTS_OF_A_YEAR |= {33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)}
_PARTS_OF_A_YEAR |= {37 + n: (4 * n + 1, 4 * n + 4) for n in range(3)}
_PARTS_OF_A_YEAR |= {40 + n: (6 * n + 1, 6 * n + 6) for n in range(2)}


def _months_of(year: int, part: int) -> str:
    ends = ((year + (month - 1) // 12, (month - 1) % 12 + 1) for month in _PARTS_OF_A_YEAR[part])
    return "/".join(f"{year:04d}-{month:02d}" for year, month in ends)


def _weeks_and_quarters(text: str) -> Iterator[Fault]:
    found = re.fullmatch(r"([0-9]{4})-([0-9]{2})[~?%]?", text)
    if found and int(found[2]) in _PARTS_OF_A_YEAR:
        written = _months_of(int(found[1]), int(found[2]))
        yield f"{found[2]} for a part of a year is of level 2 of EDTF", f"Write its months: {written}."
    if found := re.fullmatch(r"([0-9]{4})[- ]?[qQ]([1-4])|[qQ]([1-4])[- ]?([0-9]{4})", text):
        year, quarter = int(found[1] or found[4]), int(found[2] or found[3])
        yield "quarters are written as their months", f"Write {_months_of(year, 32 + quarter)}."
    if re.fullmatch(r"[0-9]{4}-?W[0-9]{2}(?:-?[1-7])?|[0-9]{4}-[0-9]{3}", text):
        yield "weeks and days of a year are not counted", "Write the days: 2024-12-02/2024-12-08."


def _parts(text: str) -> Iterator[Fault]:
    """Years, months and days that are none."""
    found = re.match(r"(-?[0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?(?![0-9])", text)
    if text.startswith("-0000"):
        yield "there is no year -0000", "Write 0000 for the year 1 BC."
    if found:
        month, day = int(found[2]), found[3]
        if not 1 <= month <= 12:
            yield f"there is no month {month}", "Months are 01 to 12; 21 to 24 alone are the seasons."
        if day and not 1 <= int(day) <= days_in_month(int(found[1]), month):
            yield f"{found[1]}-{found[2]} has no day {int(day)}", "Look the day up in the source."
    yield from long_years(text)
    yield from short_years(text)


def _times(text: str) -> Iterator[Fault]:
    found = re.fullmatch(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(\s*[Tt ]\s*)(.+?)({_OFFSET})([~?%]?)", text)
    if not found:
        if re.match(r"[0-9]{4}(?:-[0-9]{2})?T", text):
            yield "only a whole day has a time", "Write 2024-12-08T04:30, or leave the time out."
        return
    day, between, time, offset, mark = found.groups()
    time = time.strip()
    if re.search(r"[0-9]\s*(?:[A-Z]{2,5}\b|\[)", time) and not re.search("[ap]m", time, re.IGNORECASE):
        yield "clocks are not named by letters", f"Write how far the clock is from UTC: {day}T18:00+03:00."
    yield from _clock_faults(day, time)
    yield from _offset_faults(f"{day}T{time}", offset)
    written = f"{day}T{_clock(time)}{_offset(offset)}{mark}"
    if written != text:
        what = "its time is written otherwise" if between == "T" else "a T stands between day and time"
        yield what, f"Write {written}."


_CLOCK = re.compile(r"([0-9]{1,2})[:.h]?([0-9]{2})?(?::?([0-9]{2})(?:[.,][0-9]+)?)?(?: ?h)?")


def _clock_faults(day: str, time: str) -> Iterator[Fault]:
    found = _CLOCK.fullmatch(time)
    if re.search(r"[ap]\.?m\.?$", time, re.IGNORECASE):
        yield "its time is not in 24 hours", f"Write {day}T18:00 for six in the evening."
    if time.startswith("24:00"):
        yield "a day ends at 23:59", "Write 00:00 of the next day."
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59 or int(found[3] or 0) > 59:
        yield f"{time} is not a time of day", "Write hours and minutes, 04:30, or seconds too, 04:30:15."


def _clock(time: str) -> str:
    found = _CLOCK.fullmatch(time)
    assert found
    seconds = f":{found[3]}" if found[3] else ""
    return f"{int(found[1]):02d}:{found[2] or '00'}{seconds}"


def _offset_faults(before: str, offset: str) -> Iterator[Fault]:
    written = _offset(offset)
    if written == "-00:00":
        yield f"there is no offset {offset}", f"Write {before}Z for UTC."
    if written not in ("", "Z"):
        hours, minutes = int(written[1:3]), int(written[4:])
        if hours > (14 if written[0] == "+" else 12) or minutes > 59:
            yield f"no clock is {offset} away from UTC", "Offsets go from -12:00 to +14:00."


def _offset(offset: str) -> str:
    found = re.fullmatch(r"([+-])([0-9]{1,2}):?([0-9]{2})?", offset)
    return f"{found[1]}{int(found[2]):02d}:{found[3] or '00'}" if found else offset.upper()


def _words(text: str) -> Iterator[Fault]:
    """Names of months, and words of doubt."""
    lower = text.lower()
    if found := re.fullmatch(r"(?:c|ca|circa|about|around|approx)\.? *([0-9].*)", lower):
        yield "doubt is written as a mark behind it", f"Write {found[1]}~."
    if found := re.fullmatch(r"(?:before|until|by|up to) *([0-9].*)", lower):
        yield "an open start is written with dots", f"Write ../{found[1]}."
    if found := re.fullmatch(r"(?:after|since|from) *([0-9].*)", lower):
        yield "an open end is written with dots", f"Write {found[1]}/.."
    if found := re.fullmatch(r"(?:(?:early|mid|late) *-?)?(?:the )?([0-9]{3})0'?s", lower):
        yield (
            "this is a decade",
            f"Write {found[1]}X for one of its years, {found[1]}0/{found[1]}9 for all of them.",
        )
    if found := re.fullmatch(r"(spring|summer|autumn|fall|winter) *([0-9]{4})", lower):
        number = {"spring": 21, "summer": 22, "winter": 24}.get(found[1], 23)
        yield "seasons are written as numbers", f"Write {found[2]}-{number}."
    yield from years_before_the_first(lower)
    names = [word for word in re.findall(r"[a-z]+", lower) if word in _MONTHS]
    if names:
        yield "months are written as numbers", _in_numbers(text, _MONTHS[names[0]])


def _in_numbers(text: str, month: int) -> str:
    years, days = re.findall(r"\b[0-9]{4}\b", text), re.findall(r"\b[0-9]{1,2}(?=\b|st|nd|rd|th)", text)
    if len(years) != 1 or len(days) > 1:
        return ANY_FORM
    return f"Write {years[0]}-{month:02d}{f'-{int(days[0]):02d}' if days else ''}."


_UNSPECIFIED = r"-?[0-9]{2}(?:[0-9]X|XX)|-?[0-9]{4}-(?:XX(?:-XX)?|[0-9]{2}-XX)"


def _wider_edtf(text: str) -> Iterator[Fault]:
    """Say which part of EDTF a text is of: level 2 is not read."""
    if re.fullmatch(r"[\[{].*[\]}]", text):
        yield (
            "sets of dates (level 2 of EDTF) are not read",
            "Write the period that holds them: 2024-03/2024-05.",
        )
    if re.search(r"[uU]{1,2}(?:-|$)|[xX*]", text) and re.fullmatch(r"[-0-9xXuU*~?%/.]+", text):
        upper = re.sub("[xuU*]", "X", text)
        if upper != text and re.fullmatch(
            r"[0-9]{2}(?:[0-9]X|XX)|[0-9]{4}-(?:XX(?:-XX)?|[0-9]{2}-XX)", upper
        ):
            yield "digits that nobody knows are written as X", f"Write {upper}."
        yield (
            "X stands for the last digits alone (level 1 of EDTF)",
            "Write 202X, 20XX, 2024-XX, 2024-05-XX, or the period that is meant.",
        )
    if re.fullmatch(r"[~?%]?-?[0-9]{4}(?:[~?%]?-[~?%]?[0-9]{2}){0,2}[~?%]*", text):
        yield (
            "marks stand behind the whole date (level 1 of EDTF)",
            f"Write {re.sub('[~?%]', '', text)}{_one_mark(text)}.",
        )
    if re.fullmatch(r"-?[0-9]{4}S[0-9]+", text):
        yield "exponents and significant digits (level 2 of EDTF) are not read", "Write 19XX, or a period."


def _one_mark(text: str) -> str:
    marks = set(re.findall("[~?%]", text))
    return next(iter(marks)) if len(marks) == 1 else "%"
