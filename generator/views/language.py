"""One language of the site: its interface words, and its forms of dates, numbers and lists.

Words come from the gettext catalogues in ``locales/``, forms from CLDR through Babel.
"""

import gettext
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property, lru_cache, partial

from babel import Locale
from babel.core import get_global
from babel.dates import (
    format_time,
    get_timezone,
    get_timezone_gmt,
    get_timezone_location,
    get_timezone_name,
)
from babel.lists import format_list
from babel.numbers import format_decimal

from generator.model.dates import Moment, When
from generator.model.facts import Facts
from generator.model.interface_words import InterfaceWords
from generator.model.languages import canonical, direction_of, locale_of, nearest
from generator.views.borrowed import in_english
from generator.views.catalogues import ORIGINAL, interface_languages, translated, translations
from generator.views.dates import in_skeleton, long_day, long_period
from generator.views.unusual_dates import is_usual, unusual_date

# Plain "en" would give the month first, which reads oddly beside day-month-year sources.
_REGIONS = {"en": "en-GB"}
_NOWHERE = "ZZ"  # CLDR's territory of zones that belong to no place
_WHENEVER = datetime(2000, 1, 1)  # noqa: DTZ001 - such zones are as far from UTC on any day


def N_(message: str) -> str:
    """Mark a word for the catalogues where it is written; it is translated where it is used."""
    return message


@lru_cache(maxsize=16)
def language(code: str, own: InterfaceWords | None = None) -> "Language":
    """Give the language with that code. A code that CLDR does not know raises UnknownLanguageError.

    ``own`` are interface words that an explainer brings for it.
    """
    return Language(code, locale_of(_REGIONS.get(code, code)), own)


def language_for(facts: Facts, code: str) -> "Language":
    """Give the language with that code, with the interface words that an explainer brings for it."""
    near = nearest(code, [one.code for one in facts.words])
    return language(code, next((one for one in facts.words if one.code == near), None))


@dataclass(frozen=True)
class Language:
    """A language: ``code`` as in HTML's ``lang``, ``locale`` as Babel knows it.

    ``own`` are the interface words that an explainer brings; what they lack is said in those of the product.
    """

    code: str
    locale: Locale
    own: InterfaceWords | None = None

    def __hash__(self) -> int:
        """Hash by code, so that results can be kept by language."""
        return hash(self.code)

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return direction_of(self.code)

    @cached_property
    def catalogue(self) -> str:
        """The nearest of the ``interface_languages``, "" where none is."""
        return nearest(self.code, interface_languages())

    @property
    def spoken(self) -> str:
        """The language of the interface words: this one, or English where it has none."""
        return self.code if self.catalogue or self.own else ORIGINAL

    @cached_property
    def _words(self) -> gettext.NullTranslations:
        return translations(self.catalogue, self.own)

    @cached_property
    def said(self) -> frozenset[tuple[str, ...]] | None:
        """The words of the original that there are others for; ``None`` where these are its own."""
        if self.catalogue == ORIGINAL:
            return None
        known = translated(self.catalogue) if self.catalogue else frozenset()
        return known | {one.id for one in self.own.messages if one.counts} if self.own else known

    def name_of(self, code: str) -> str:
        """Give the name of a language in this one; its code where CLDR has no name for it."""
        names, tag = self.locale.languages, canonical(code)
        tags = (code, str(tag), f"{tag.language}-{tag.territory}", code.partition("-")[0], tag.language)
        return next((names[one] for tag in tags if (one := tag.replace("-", "_")) in names), code)

    def gettext(self, message: str) -> str:
        """Give an interface word or pattern in this language."""
        return self._marked((message,), self._words.gettext(message))

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Give a pattern in the plural form that ``number`` takes."""
        return self._marked((one, many), self._words.ngettext(one, many, number))

    def _marked(self, message: tuple[str, ...], said: str) -> str:
        """Mark words as English that have no others, among those that have."""
        if self.said is None or message in self.said or self.spoken == ORIGINAL:
            return said
        return in_english(said)

    def number(self, value: int | float) -> str:
        """Give a number with this language's digits and separators."""
        return format_decimal(value, locale=self.locale)

    def listing(self, words: tuple[str, ...]) -> str:
        """Several names joined as this language joins them: "A, B and C"."""
        return format_list(words, locale=self.locale)

    def day(self, value: date) -> str:
        """Give a whole day: "8 December 2024"."""
        return _day(self, value)

    def zone(self, name: str) -> str:
        """Give the name of an IANA time zone: by its place ("Syria Time"), else by its distance from UTC."""
        zone = get_timezone(name)
        if get_global("zone_territories").get(name, _NOWHERE) != _NOWHERE:
            return get_timezone_location(zone, locale=self.locale)
        if zone.utcoffset(_WHENEVER):
            return get_timezone_gmt(_WHENEVER.replace(tzinfo=zone), locale=self.locale)
        return get_timezone_name(get_timezone("UTC"), zone_variant="standard", locale=self.locale)

    def when(self, value: When) -> str:
        """Give a partial date or period in words, with its doubts."""
        return _when(self, value)


@lru_cache(maxsize=50_000)
def _day(words: Language, value: date) -> str:
    return long_day(words.locale, value)


@lru_cache(maxsize=50_000)
def _when(words: Language, value: When) -> str:
    if not value.is_interval:
        assert value.start
        return _doubt(words, value.start, _moment(words, value.start))
    if value.start is None or value.end is None:
        pattern = _half_open(words, value)
        end = value.start or value.end
        assert end
        return pattern.format(date=_doubt(words, end, _moment(words, end)))
    if _plain_day(value.start) and _plain_day(value.end):
        return long_period(words.locale, value.start.first_day, value.end.last_day)
    pattern = words.gettext("{start} to {end}")
    shown = [_doubt(words, moment, _moment(words, moment)) for moment in (value.start, value.end)]
    return pattern.format(start=shown[0], end=shown[1])


def _half_open(words: Language, value: When) -> str:
    if value.unknown:
        if value.start:
            return words.gettext("{date} to an unknown date")
        return words.gettext("an unknown date to {date}")
    return words.gettext("since {date}") if value.start else words.gettext("until {date}")


def _plain_day(moment: Moment) -> bool:
    doubt = moment.approximate or moment.uncertain
    return bool(moment.day) and is_usual(moment) and not (moment.time or doubt)


def _moment(words: Language, moment: Moment) -> str:
    shown = _date(words, moment) if is_usual(moment) else unusual_date(words, moment, partial(_date, words))
    if not moment.time:
        return shown
    return words.gettext("{day}, {time}").format(day=shown, time=_time(words, moment.time))


def _date(words: Language, moment: Moment) -> str:
    if moment.day:
        return _day(words, moment.first_day)
    # CLDR's skeletons leave out what is not known rather than inventing a first of January.
    return in_skeleton(words.locale, "yMMMM" if moment.month else "y", moment.first_day)


def _time(words: Language, written: str) -> str:
    width = "medium" if written.count(":") > 1 else "short"
    return format_time(time.fromisoformat(written), width, locale=words.locale)


def _doubt(words: Language, moment: Moment, shown: str) -> str:
    if moment.approximate:
        shown = words.gettext("about {date}").format(date=shown)
    if moment.uncertain:
        shown = words.gettext("{date} (uncertain)").format(date=shown)
    return shown


_MOST = 4  # labels that fit beside each other on a phone
_DAY_STEPS = (1, 2, 3, 5, 7, 10, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2500)
_DAYS_LONG = 55
_MONTHS_LONG = 800


@dataclass(frozen=True, slots=True)
class DayTick:
    """A day (its ordinal) with a label as short as the scale allows."""

    day: int
    label: str


def day_ticks(words: Language, first: int, last: int) -> tuple[DayTick, ...]:
    """Give labels for the days from ``first`` to ``last`` (ordinals): days, months or years.

    There are at most four, evenly spaced on the calendar, and one at least.
    """
    if last - first <= _DAYS_LONG:
        days = _every_days(first, last)
        return tuple(DayTick(day, day_label(words, date.fromordinal(day), "MMMd")) for day in days)
    skeleton = "yMMM" if last - first <= _MONTHS_LONG else "y"
    months = _every_months if skeleton == "yMMM" else _every_years
    ticks = tuple(
        DayTick(day.toordinal(), day_label(words, day, skeleton))
        for day in months(date.fromordinal(first), date.fromordinal(last))
    )
    return ticks or (DayTick(first, day_label(words, date.fromordinal(first), "yMMM")),)


def day_label(words: Language, day: date, skeleton: str) -> str:
    """Give a day as far as a CLDR skeleton says it: "MMMd" is "8 Dec", "y" is "2024"."""
    return in_skeleton(words.locale, skeleton, day)


def _every_days(first: int, last: int) -> range:
    for step in _DAY_STEPS:
        if (last - first) // step < _MOST:
            break
    return range(first, last + 1, step)


def _every_months(first: date, last: date) -> list[date]:
    starts = list(_month_starts(first, last))
    for step in _MONTH_STEPS:
        found = [day for day in starts if (day.month - 1) % step == 0]
        if len(found) <= _MOST:
            break
    return found


def _month_starts(first: date, last: date) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        for month in range(1, 13):
            if first <= date(year, month, 1) <= last:
                yield date(year, month, 1)


def _every_years(first: date, last: date) -> list[date]:
    years = range(first.year if first == date(first.year, 1, 1) else first.year + 1, last.year + 1)
    for step in _YEAR_STEPS:
        found = [date(year, 1, 1) for year in years if year % step == 0]
        if len(found) <= _MOST:
            break
    return found
