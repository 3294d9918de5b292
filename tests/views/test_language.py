"""Dates, numbers and lists in words. What is not known of a date is not invented."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import parse_when
from generator.model.languages import UnknownLanguageError
from generator.views.language import language

CODES = ("en", "fr", "ar")
NBSP = "\u00a0"  # CLDR and French typography mean these spaces
THIN = "\u2009"
NARROW = "\u202f"

WHENS = {
    # single moments
    "2031": ("2031", "2031", "2031"),
    "2031-05": ("May 2031", "mai 2031", "مايو 2031"),
    "2031-05-08": ("8 May 2031", "8 mai 2031", "8 مايو 2031"),
    # with a doubt
    "2031~": ("about 2031", "2031 environ", "2031 تقريبًا"),
    "2031-05~": ("about May 2031", "mai 2031 environ", "مايو 2031 تقريبًا"),
    "2031-05-08?": (
        "8 May 2031 (uncertain)",
        "8 mai 2031 (date incertaine)",
        "8 مايو 2031 (تاريخ غير مؤكد)",
    ),
    "2031-05%": (
        "about May 2031 (uncertain)",
        "mai 2031 environ (date incertaine)",
        "مايو 2031 تقريبًا (تاريخ غير مؤكد)",
    ),
    # intervals
    "2031-05-07/2031-05-08": ("7–8 May 2031", "7–8 mai 2031", "7–8 مايو 2031"),
    "2031-04-27/2031-05-08": (
        f"27 April{THIN}–{THIN}8 May 2031",
        f"27 avril{THIN}–{THIN}8 mai 2031",
        "27 أبريل – 8 مايو 2031",
    ),
    "2030-12-31/2031-01-01": (
        f"31 December 2030{THIN}–{THIN}1 January 2031",
        f"31 décembre 2030{THIN}–{THIN}1er janvier 2031",
        "31 ديسمبر 2030 – 1 يناير 2031",
    ),
    "2030/2031": ("2030 to 2031", "2030 – 2031", "من 2030 إلى 2031"),
    "2031-04/2031-05": ("April 2031 to May 2031", "avril 2031 – mai 2031", "من أبريل 2031 إلى مايو 2031"),
    "2031-05-07~/2031-05-08?": (
        "about 7 May 2031 to 8 May 2031 (uncertain)",
        "7 mai 2031 environ – 8 mai 2031 (date incertaine)",
        "من 7 مايو 2031 تقريبًا إلى 8 مايو 2031 (تاريخ غير مؤكد)",
    ),
    # open ends
    "2031/..": ("since 2031", f"début{NBSP}: 2031", "منذ 2031"),
    "2031-05-08/..": ("since 8 May 2031", f"début{NBSP}: 8 mai 2031", "منذ 8 مايو 2031"),
    "2031-05~/..": ("since about May 2031", f"début{NBSP}: mai 2031 environ", "منذ مايو 2031 تقريبًا"),
    "../2031-05": ("until May 2031", f"fin{NBSP}: mai 2031", "حتى مايو 2031"),
    "../2031-05-08?": (
        "until 8 May 2031 (uncertain)",
        f"fin{NBSP}: 8 mai 2031 (date incertaine)",
        "حتى 8 مايو 2031 (تاريخ غير مؤكد)",
    ),
}


def cases() -> list[tuple[str, str, str]]:
    return [
        (code, written, words)
        for written, shown in WHENS.items()
        for code, words in zip(CODES, shown, strict=True)
    ]


@pytest.mark.parametrize(("code", "written", "shown"), cases())
def test_a_date_in_words(code: str, written: str, shown: str) -> None:
    assert language(code).when(parse_when(written)) == shown


@pytest.mark.parametrize(("code", "clock"), [("en", "22:05"), ("fr", "22:05"), ("ar", "10:05 م")], ids=CODES)
def test_a_time_of_day_follows_its_day(code: str, clock: str) -> None:
    words = language(code)
    day = words.day(date(2031, 5, 8))
    shown = words.when(parse_when("2031-05-08T22:05"))
    assert shown.startswith(day)
    assert shown.endswith(clock)
    doubted = words.when(parse_when("2031-05-08T22:05%"))
    assert shown in doubted
    assert doubted != shown


@pytest.mark.parametrize("code", CODES)
def test_an_interval_with_a_time_keeps_both_ends_in_full(code: str) -> None:
    words = language(code)
    shown = words.when(parse_when("2031-05-07T22:05/2031-05-08"))
    start = words.when(parse_when("2031-05-07T22:05"))
    assert start in shown
    assert shown.index(start) < shown.index(words.day(date(2031, 5, 8)))


@st.composite
def moments(draw: st.DrawFn) -> tuple[str, list[str], str]:
    """A moment without a time of day as written, the numbers that are known of it, its mark."""
    known = draw(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
    written, numbers = draw(
        st.sampled_from(
            [
                (f"{known:%Y}", [str(known.year)]),
                (f"{known:%Y-%m}", [str(known.year)]),
                (f"{known:%Y-%m-%d}", [str(known.day), str(known.year)]),
            ]
        )
    )
    mark = draw(st.sampled_from(["", "~", "?", "%"]))
    return written + mark, numbers, mark


@pytest.mark.parametrize("code", CODES)
@given(moment=moments())
@settings(deadline=None)
def test_only_what_is_known_is_shown(code: str, moment: tuple[str, list[str], str]) -> None:
    written, numbers, mark = moment
    shown = language(code).when(parse_when(written))
    assert re.findall(r"\d+", shown) == numbers
    bare = language(code).when(parse_when(written.removesuffix(mark)))
    assert bare in shown
    assert (bare == shown) == (not mark)


@pytest.mark.parametrize("code", CODES)
@given(first=moments(), last=moments(), opened=st.sampled_from(["", "start", "end"]))
@settings(deadline=None)
def test_intervals_show_their_ends(
    code: str, first: tuple[str, list[str], str], last: tuple[str, list[str], str], opened: str
) -> None:
    ends = sorted([first[0], last[0]], key=lambda written: parse_when(written).first_day)
    start, end = ends[0] if opened != "start" else "..", ends[1] if opened != "end" else ".."
    shown = language(code).when(parse_when(f"{start}/{end}"))
    assert "{" not in shown
    for written in {start, end} - {".."}:
        assert str(parse_when(written).first_day.year) in shown
    if opened:
        alone = language(code).when(parse_when(start if opened == "end" else end))
        assert alone in shown
        assert alone != shown


@pytest.mark.parametrize(
    ("code", "shown"), [("en", "8 May 2031"), ("fr", "8 mai 2031"), ("ar", "8 مايو 2031")], ids=CODES
)
def test_a_day(code: str, shown: str) -> None:
    assert language(code).day(date(2031, 5, 8)) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("en", ["0", "999", "1,234,567", "0.5"]),
        ("fr", ["0", "999", f"1{NARROW}234{NARROW}567", "0,5"]),
        ("ar", ["0", "999", "1,234,567", "0.5"]),
    ],
    ids=CODES,
)
def test_numbers(code: str, shown: list[str]) -> None:
    assert [language(code).number(value) for value in (0, 999, 1234567, 0.5)] == shown


@pytest.mark.parametrize(
    ("code", "two", "three"),
    [
        ("en", "Ada and Bo", "Ada, Bo and Cy"),
        ("fr", "Ada et Bo", "Ada, Bo et Cy"),
        ("ar", "Ada وBo", "Ada وBo وCy"),
    ],
    ids=CODES,
)
def test_lists(code: str, two: str, three: str) -> None:
    words = language(code)
    assert words.listing(()) == ""
    assert words.listing(("Ada",)) == "Ada"
    assert words.listing(("Ada", "Bo")) == two
    assert words.listing(("Ada", "Bo", "Cy")) == three


def test_direction() -> None:
    assert [language(code).direction for code in CODES] == ["ltr", "ltr", "rtl"]


def test_a_region_has_the_words_of_its_language() -> None:
    assert language("fr-CA").gettext("Timeline") == language("fr").gettext("Timeline") != "Timeline"


def test_a_language_without_a_catalogue_has_english_words_and_its_own_dates() -> None:
    words = language("de")
    assert words.gettext("since {date}") == "since {date}"
    assert words.day(date(2031, 5, 8)) == "8. Mai 2031"


def test_a_language_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownLanguageError):
        language("xx")


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Asia/Damascus", "Syria Time"),
        ("UTC", "Coordinated Universal Time"),
        ("Etc/UTC", "Coordinated Universal Time"),
        ("Etc/GMT-3", "GMT+03:00"),
    ],
)
def test_zones_that_belong_to_no_place_have_names_too(name: str, zone: str) -> None:
    assert language("en").zone(name) == zone
