"""Dates that a calendar app does not know, in words: seasons, digits that nobody knows, far years."""

from collections.abc import Callable, Iterator
from typing import Protocol

from babel import Locale
from babel.dates import tokenize_pattern

from generator.model.dates import Moment
from generator.views.dates import first_of_month

# Below it a bare number, "44", would not read as a year.
_BARE_YEARS = 1000


class Speaking(Protocol):
    """What these words need of a language."""

    @property
    def locale(self) -> Locale:
        """The language as Babel knows it."""

    def gettext(self, message: str) -> str:
        """Give an interface word or pattern in this language."""


def is_usual(moment: Moment) -> bool:
    """Say whether a date is a year, a month or a day of our time, with nothing left open in it."""
    return not (moment.season or moment.unspecified or moment.is_long) and moment.year >= _BARE_YEARS


def unusual_date(words: Speaking, moment: Moment, usual: Callable[[Moment], str]) -> str:
    """Say such a date, without its time; ``usual`` says what it is made of where that is usual."""

    def plain(part: Moment) -> str:
        return usual(part) if is_usual(part) else in_its_era(words.locale, part)

    if moment.season:
        return _season(words, moment.season).format(year=plain(Moment(moment.year)))
    match moment.unspecified:
        case "year":
            first, last = (plain(Moment(year)) for year in moment.year_bounds)
            return words.gettext("a year from {start} to {end}").format(start=first, end=last)
        case "month":
            return words.gettext("a month of {date}").format(date=plain(Moment(moment.year)))
        case "day":
            known = Moment(moment.year, moment.month)
            return words.gettext("a day of {date}").format(date=plain(known))
    return in_its_era(words.locale, moment)


def _season(words: Speaking, code: int) -> str:
    patterns = {
        21: words.gettext("spring {year}"),
        22: words.gettext("summer {year}"),
        23: words.gettext("autumn {year}"),
        24: words.gettext("winter {year}"),
    }
    return patterns[code]


def in_its_era(locale: Locale, moment: Moment) -> str:
    """Give a year, a month or a day of any year with its era, in CLDR's order: "15 March 45 BC" for -44."""
    skeleton = "Gy" + ("MMM" if moment.month else "") + ("d" if moment.day else "")
    return "".join(_parts(locale, str(locale.datetime_skeletons[skeleton].pattern), moment))


def _parts(locale: Locale, pattern: str, moment: Moment) -> Iterator[str]:
    for kind, value in tokenize_pattern(pattern):
        if kind == "chars":
            yield str(value)
            continue
        letter, width = str(value[0]), int(value[1])
        if letter == "G":
            yield locale.eras["abbreviated"][int(moment.year > 0)]
        elif letter == "y":
            yield str(moment.year if moment.year > 0 else 1 - moment.year)
        elif letter in "ML" and moment.month:
            names = locale.months["format" if letter == "M" else "stand-alone"]["wide"]
            yield names[moment.month] if width > 2 else str(moment.month)
        elif letter == "d":
            yield (first_of_month(locale) if moment.day == 1 else "") or str(moment.day)
