"""Days and periods with their months written out, in languages that CLDR writes in many ways."""

from datetime import date

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from generator.views.dates import first_of_month, in_skeleton, long_day, long_period
from generator.views.language import day_ticks, language

THIN = "\u2009"
DAYS = {
    "en-GB": ("1 June 2031", "1–8 June 2031", f"27 May{THIN}–{THIN}1 June 2031"),
    "en-US": ("June 1, 2031", f"June 1{THIN}–{THIN}8, 2031", f"May 27{THIN}–{THIN}June 1, 2031"),
    "fr": ("1er juin 2031", "1er–8 juin 2031", f"27 mai{THIN}–{THIN}1er juin 2031"),
    "fr-CA": ("1er juin 2031", "1er–8 juin 2031", f"27 mai{THIN}–{THIN}1er juin 2031"),
    "ar": ("1 يونيو 2031", "1–8 يونيو 2031", "27 مايو – 1 يونيو 2031"),
    "it": ("1º giugno 2031", "1º–8 giugno 2031", f"27 maggio{THIN}–{THIN}1º giugno 2031"),
    "de": ("1. Juni 2031", "1.–8. Juni 2031", f"27. Mai{THIN}–{THIN}1. Juni 2031"),
    "es": ("1 de junio de 2031", "1–8 de junio de 2031", f"27 de mayo{THIN}–{THIN}1 de junio de 2031"),
    "ca": ("1 de juny del 2031", "1–8 de juny del 2031", f"27 de maig{THIN}–{THIN}1 de juny del 2031"),
    "pt-PT": ("1 de junho de 2031", "1–8 de junho de 2031", f"27 de maio{THIN}–{THIN}1 de junho de 2031"),
    "hu": ("2031. június 1.", "2031. június 1–8.", f"2031. május 27.{THIN}–{THIN}június 1."),
    "zh": ("2031年6月1日", "2031年6月1日至8日", "2031年5月27日至6月1日"),
    "lt": (
        "2031 m. birželio 1 d.",
        "2031 m. birželio 1–8 d.",
        f"2031 m. gegužės 27{THIN}–{THIN}birželio 1 d.",
    ),
    "cs": ("1. června 2031", "1.–8. června 2031", f"27. května{THIN}–{THIN}1. června 2031"),
    "fa": ("1 ژوئن 2031", "1 تا 8 ژوئن 2031", "27 مه تا 1 ژوئن 2031"),
}
CASES = [(code, *told) for code, told in DAYS.items()]


@pytest.mark.parametrize(("code", "day", "within", "across"), CASES, ids=DAYS)
def test_periods_have_the_month_of_a_day(code: str, day: str, within: str, across: str) -> None:
    locale = Locale.parse(code, sep="-")
    assert long_day(locale, date(2031, 6, 1)) == day
    assert long_period(locale, date(2031, 6, 1), date(2031, 6, 8)) == within
    assert long_period(locale, date(2031, 5, 27), date(2031, 6, 1)) == across


@pytest.mark.parametrize(
    "code", ["en", "fr", "ar", "de", "es", "ru", "bg", "hr", "uk", "zh", "ja", "hu", "lt"]
)
def test_a_period_across_years_has_both_days_in_full(code: str) -> None:
    locale = language(code).locale
    first, last = date(2030, 12, 31), date(2031, 1, 1)
    shown = long_period(locale, first, last)
    assert shown.startswith(long_day(locale, first))
    assert shown.endswith(long_day(locale, last))
    assert 0 < len(shown) - len(long_day(locale, first)) - len(long_day(locale, last)) <= 4


def test_every_locale_of_cldr_writes_periods() -> None:
    for name in locale_identifiers():
        locale = Locale.parse(name) if name != "root" else Locale("root")
        for last in (date(2031, 5, 28), date(2031, 6, 2), date(2032, 1, 2)):
            assert str(last.day) in long_period(locale, date(2031, 5, 27), last)


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("fr", "1er"),
        ("fr-BE", "1er"),
        ("it", "1º"),
        ("pt", "1º"),
        ("pt-BR", "1º"),
        ("pt-AO", ""),
        ("ca", ""),
        ("en", ""),
    ],
)
def test_the_first_of_a_month_has_its_word_in_short_forms_too(code: str, word: str) -> None:
    locale = Locale.parse(code, sep="-")
    assert first_of_month(locale) == word
    assert in_skeleton(locale, "MMMd", date(2031, 6, 1)).startswith(word)
    assert word not in in_skeleton(locale, "MMMd", date(2031, 6, 2)) or not word
    assert (word or "1") in in_skeleton(locale, "MMMd", date(2031, 6, 1))


def test_days_of_a_scale_say_the_first_as_pages_do() -> None:
    first = date(2031, 6, 1).toordinal()
    labels = [tick.label for tick in day_ticks(language("fr"), first, first + 3)]
    assert labels == ["1er juin", "2 juin", "3 juin", "4 juin"]
