"""The list of the days on which the explainer can be read as it was known then."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.views.context import Context
from generator.views.known_words import statement_dating
from generator.views.language import N_, Language, day_label


@dataclass(frozen=True, slots=True)
class EditionDay:
    """A day of the list: its name as in addresses and in words, and how much became known on it."""

    name: str
    words: str
    news: str


@dataclass(frozen=True, slots=True)
class EditionYear:
    """The days of one year, latest first."""

    name: str
    days: tuple[EditionDay, ...]


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """What stands above every page of an edition. Its day comes between ``before`` and ``after``."""

    label: str
    before: str
    after: str
    today: str
    others: str
    code: str
    direction: str


def notice_words(words: Language) -> NoticeWords:
    """Give the words of the notice in a language."""
    before, _, after = words.gettext(N_("What was known on {date}")).partition("{date}")
    return NoticeWords(
        label=words.gettext(N_("An earlier edition")),
        before=before,
        after=after,
        today=words.gettext(N_("This page today")),
        others=words.gettext(N_("Earlier and later days")),
        code=words.spoken,
        direction=words.direction,
    )


def same_words(words: Language, day: date) -> str:
    """Say that a page of an edition reads as in that of an earlier day."""
    return words.gettext(N_("This page said the same on {date}: read it there")).format(date=words.day(day))


def left_out_words(words: Language, day: date, earlier: date) -> tuple[str, str]:
    """Say that a day has no edition, and which one leads on from it."""
    told = words.gettext(
        N_("There is no edition of {day}. The one before it shows nothing that was not known by then.")
    )
    on = words.gettext(N_("What was known on {date}")).format(date=words.day(earlier))
    return told.format(day=words.day(day)), on


def edition_years(context: Context, days: Iterable[date]) -> tuple[EditionYear, ...]:
    """Give the days by year, latest first."""
    known = context.queries.known_days
    news = Counter(known.values())
    told = Counter(day for ref, day in known.items() if statement_dating(context, ref).is_day)
    years = groupby(sorted(days, reverse=True), key=lambda day: day.year)
    return tuple(
        EditionYear(
            day_label(context.language, date(year, 1, 1), "y"),
            tuple(_day(context, day, told[day], news[day]) for day in group),
        )
        for year, group in years
    )


def _day(context: Context, day: date, told: int, news: int) -> EditionDay:
    """Count what became known on a day, and beside it what counts from it though its day is not told."""
    words, late = context.language, news - told
    pattern = words.ngettext("{number} statement became known", "{number} statements became known", told)
    said = [pattern.format(number=words.number(told))] if told else []
    if late:
        pattern = words.ngettext(
            "{number} statement whose day is not told counts from here",
            "{number} statements whose day is not told count from here",
            late,
        )
        said.append(pattern.format(number=words.number(late)))
    return EditionDay(day.isoformat(), words.day(day), context.words(N_("; ")).join(said))
