"""Dates as editors write them: what they can mean, how they are sorted, what is wrong with others."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.calendar_days import day_number, days_in_month
from generator.model.dates import BadDateError, parse_day, parse_when
from generator.model.edtf import edtf, iso

# written -> the first and the last day that it can mean
SPANS = {
    "2024": ("2024-01-01", "2024-12-31"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2024-12-08T04:30": ("2024-12-08", "2024-12-08"),
    "202X": ("2020-01-01", "2029-12-31"),
    "20XX~": ("2000-01-01", "2099-12-31"),
    "2024-XX": ("2024-01-01", "2024-12-31"),
    "2024-05-XX": ("2024-05-01", "2024-05-31"),
    "2024-XX-XX": ("2024-01-01", "2024-12-31"),
    "2024-21": ("2024-03-01", "2024-05-31"),
    "2024-22?": ("2024-06-01", "2024-08-31"),
    "2024-23": ("2024-09-01", "2024-11-30"),
    "2024-24": ("2024-12-01", "2025-02-28"),
    "2024-05/2024-06-XX": ("2024-05-01", "2024-06-30"),
    "2024-05-12/": ("2024-05-12", "9999-12-31"),
    "/2024-05-12": ("0001-01-01", "2024-05-12"),
    "-0044-03-15": ("0001-01-01", "0001-01-01"),
    "Y-17000": ("0001-01-01", "0001-01-01"),
    "Y-13800000000~/Y-17000%": ("0001-01-01", "0001-01-01"),
    "Y170000002?": ("9999-12-31", "9999-12-31"),
}


@pytest.mark.parametrize("written", SPANS)
def test_a_date_can_mean_these_days_and_prints_as_it_is_written(written: str) -> None:
    when = parse_when(written)
    assert (when.first_day.isoformat(), when.last_day.isoformat()) == SPANS[written]
    assert str(when) == written


IN_ORDER = (
    *(
        "../2030",
        "Y-999999999999",
        "Y-17000",
        "-9999",
        "-0044",
        "-0044-03-15",
        "-0043",
        "0000",
        "0001",
        "0050",
        "1999-24",
        "200X",
        "20XX",
        "2023",
    ),
    *("2024-01-01", "2024-XX", "2024-21", "2024-04", "2024-05-12", "2024-05-12T09:00", "2024-05-12T17:40:01"),
    *("2024-05-12/2024-05-13", "2024-22", "2024-23", "2024-24"),
)


def test_dates_are_sorted_by_the_first_day_they_can_mean_then_by_time_then_by_the_last() -> None:
    keys = {written: parse_when(written).sort_key for written in IN_ORDER}
    assert sorted(reversed(IN_ORDER), key=keys.__getitem__) == [
        *(
            "../2030",
            "Y-999999999999",
            "Y-17000",
            "-9999",
            "-0044",
            "-0044-03-15",
            "-0043",
            "0000",
            "0001",
            "0050",
            "1999-24",
            "200X",
            "20XX",
        ),
        *("2023", "2024-01-01", "2024-XX", "2024-21", "2024-04", "2024-05-12", "2024-05-12/2024-05-13"),
        *("2024-05-12T09:00", "2024-05-12T17:40:01", "2024-22", "2024-23", "2024-24"),
    ]


@given(st.integers(-9998, 9999), st.integers(1, 12), st.integers(1, 31))
def test_days_before_the_year_one_are_counted_on(year: int, month: int, day: int) -> None:
    day = min(day, days_in_month(year, month))
    turned = day_number(year + 10_000, month, day) if year < 0 else None
    number = day_number(year, month, day)
    assert turned is None or turned - number == 25 * 146_097
    assert year < 1 or number == date(year, month, day).toordinal()


def test_an_end_that_nobody_knows_is_not_an_open_one() -> None:
    assert parse_when("2024/").unknown and parse_when("/2024").unknown
    assert not parse_when("2024/..").unknown
    assert parse_when("2024/") != parse_when("2024/..")


# written, in Europe/Paris -> how its clocks showed it, and as it leaves the product
TIMES = {
    "2024-05-12T18:00": ("2024-05-12T18:00", "2024-05-12T18:00:00+02:00"),
    "2024-05-12T18:00+03:00": ("2024-05-12T17:00", "2024-05-12T17:00:00+02:00"),
    "2024-05-12T18:00:30Z": ("2024-05-12T20:00:30", "2024-05-12T20:00:30+02:00"),
    "2024-05-12T22:30Z": ("2024-05-13T00:30", "2024-05-13T00:30:00+02:00"),
    "2024-01-01T00:15+05": ("2023-12-31T20:15", "2023-12-31T20:15:00+01:00"),
    "2024-12-08T22:30-05:30": ("2024-12-09T05:00", "2024-12-09T05:00:00+01:00"),
    # On 27 October 2024 clocks were put back from three to two.
    "2024-10-27T02:30": ("2024-10-27T02:30", "2024-10-27T02:30:00+02:00"),
    "2024-10-27T02:30+01:00": ("2024-10-27T02:30", "2024-10-27T02:30:00+01:00"),
    "2024-10-27T01:15Z": ("2024-10-27T02:15", "2024-10-27T02:15:00+01:00"),
    # Clocks of Paris were nine minutes and twenty-one seconds before those of Greenwich.
    "1890-01-01T12:00": ("1890-01-01T12:00", "1890-01-01T11:50:39Z"),
}


@pytest.mark.parametrize("written", TIMES)
def test_a_time_is_told_in_the_zone_and_leaves_with_its_offset(written: str) -> None:
    when = parse_when(written, "Europe/Paris")
    assert (str(when), edtf(when)) == TIMES[written]
    assert iso(when.start) == edtf(when)


def test_times_are_in_order_when_clocks_are_put_back() -> None:
    hours = ["02:15+02:00", "02:30+02:00", "02:15+01:00", "02:30+01:00", "03:00+01:00"]
    keys = [parse_when(f"2024-10-27T{hour}", "Europe/Paris").sort_key for hour in hours]
    assert keys == sorted(keys) and len(set(keys)) == len(keys)


def test_a_period_may_have_ends_in_other_zones() -> None:
    when = parse_when("2024-05-12T23:00+03:00/2024-05-12T21:30Z", "Europe/Paris")
    assert str(when) == "2024-05-12T22:00/2024-05-12T23:30"
    with pytest.raises(BadDateError, match="ends before it starts"):
        parse_when("2024-05-12T23:00Z/2024-05-12T23:30+03:00", "Europe/Paris")


def test_without_a_zone_times_stay_as_they_are_written() -> None:
    when = parse_when("2024-05-12T22:30Z")
    assert (str(when), edtf(when)) == ("2024-05-12T22:30", "2024-05-12T22:30:00+00:00")


# written -> EDTF, level 1; ISO 8601 of the first end
LEAVES = {
    "2024-05~": ("2024-05~", ""),
    "202X?": ("202X?", ""),
    "201X": ("201X", ""),
    "2024-05-XX": ("2024-05-XX", "2024-05"),
    "2024-22": ("2024-22", ""),
    "-0044-03": ("-0044-03", "-0044-03"),
    "Y-17000": ("Y-17000", ""),
    "Y-17000~/Y-15000": ("Y-17000~/Y-15000", ""),
    "2024-05/": ("2024-05/", "2024-05"),
    "2024-05/..": ("2024-05/..", "2024-05"),
    "/2024-05": ("/2024-05", ""),
    "2024-05-12T18:00~": ("2024-05-12~", ""),
    "2024-05-12T18:00Z/2024-05-13": ("2024-05-12T18:00:00+00:00/2024-05-13", "2024-05-12T18:00:00+00:00"),
}


@pytest.mark.parametrize("written", LEAVES)
def test_dates_leave_in_a_standard_form_and_no_more_precise_than_they_are(written: str) -> None:
    when = parse_when(written)
    assert (edtf(when), iso(when.start)) == LEAVES[written]


# not a date -> a part of the message, and of the hint
FAULTS = {
    "٢٠٢٤-٠٥-١٢": ("arabic-indic digit two", "Write 2024-05-12."),
    "۲۰۲۴": ("extended arabic-indic digit two", "Write 2024."),
    "２０２４-05": ("fullwidth digit two", "Write 2024-05."),
    "2024–05–12": ("en dash", "Write 2024-05-12."),
    "2024-05-12\u00a0": ("no-break space", "Write 2024-05-12."),
    "2024-5-1": ("two digits", "Write 2024-05-01."),
    "20240512": ("parted", "Write 2024-05-12."),
    "13.05.2024": ("the year comes first", "Write 2024-05-13."),
    "03/04/2024": ("the year comes first", "Write 2024-03-04 or 2024-04-03, whichever is meant."),
    "2024/05/12": ("slashes", "Write 2024-05-12."),
    "24-05-12": ("two digits", "four digits"),
    "2024-05-12 18:00": ("a T stands", "Write 2024-05-12T18:00."),
    "2024-05-12T6:00": ("written otherwise", "Write 2024-05-12T06:00."),
    "2024-05-12T18:00+0300": ("written otherwise", "Write 2024-05-12T18:00+03:00."),
    "2024-05-12T18:00+3": ("written otherwise", "Write 2024-05-12T18:00+03:00."),
    "2024-05-12T18:00:00.5Z": ("written otherwise", "Write 2024-05-12T18:00:00Z."),
    "2024-05-12T18:00-00:00": ("no offset -00:00", "Write 2024-05-12T18:00Z"),
    "2024-05-12T18:00+15:00": ("no clock is +15:00 away", "-12:00 to +14:00"),
    "2024-05-12T18:00 +03:00": ("written otherwise", "Write 2024-05-12T18:00+03:00."),
    "2024-05-12 18:00 UTC": ("named by letters", "far the clock is from UTC"),
    "2024-05-12T18:00 GMT+3": ("named by letters", "far the clock is from UTC"),
    "2024-05-12T18:00[Asia/Damascus]": ("named by places", "far the clock is from UTC"),
    "2024-05-12 6 PM": ("24 hours", "18:00"),
    "2024-05-12T24:00": ("a day ends at 23:59", "00:00 of the next day"),
    "2024-05-12T25:61": ("not a time of day", "04:30"),
    "2024-05T18:00": ("only a whole day", "leave the time out"),
    "12 May 2024": ("months are written as numbers", "Write 2024-05-12."),
    "May 2024": ("months are written as numbers", "Write 2024-05."),
    "spring 2024": ("seasons", "Write 2024-21."),
    "1990s": ("decade", "Write 199X"),
    "44 BC": ("1 BC", "Write -0043."),
    "circa 1990": ("doubt", "Write 1990~."),
    "since 2024-05": ("open end", "Write 2024-05/.."),
    "2024 - 2025": ("slash", "Write 2024/2025."),
    "2024/25": ("both ends", "Write 2024/2025."),
    "2024-05-12/13": ("both ends", "Write 2024-05-12/2024-05-13."),
    "2024-Q2": ("quarters", "Write 2024-04/2024-06."),
    "2024-34": ("level 2", "Write its months: 2024-04/2024-06."),
    "2024-30": ("level 2", "Write its months: 2024-12/2025-02."),
    "2024-13": ("no month 13", "01 to 12"),
    "2023-02-29": ("no day 29", "source"),
    "2024-W20": ("weeks", "Write the days"),
    "2024-133": ("days of a year", "Write the days"),
    "2X24": ("level 1", "202X"),
    "2024-XX-05": ("level 1", "2024-05-XX"),
    "199u": ("written as X", "Write 199X."),
    "~2024": ("behind the whole date", "Write 2024~."),
    "2024-05?-12~": ("behind the whole date", "Write 2024-05-12%."),
    "-17000": ("more than four digits", "Write Y-17000."),
    "20240?": ("more than four digits", "Write Y20240?."),
    "Y2024": ("no letter before it", "Write 2024."),
    "Y-0044": ("no letter before it", "Write -0044."),
    "Y-17000-03": ("stands alone", "Write Y-17000,"),
    "Y-17E7": ("level 2", "Write Y-170000000~."),
    "Y17E3S2": ("level 2", "Write Y17000~."),
    "Y-1234567890123": ("more than twelve digits", "leave the date open"),
    "Y1E99999": ("more than twelve digits", "leave the date open"),
    "17000 BC": ("1 BC", "Write Y-16999."),
    "10000 BC": ("1 BC", "Write -9999."),
    "1950S2": ("level 2", "19XX"),
    "-0000": ("no year -0000", "Write 0000"),
    "../..": ("both of its ends are open", "at least one end"),
    "2024/2025/2026": ("more than two ends", "one date, a slash"),
    "yesterday": ("in digits", "Write 2024-12-08"),
}


@pytest.mark.parametrize("written", FAULTS)
def test_what_is_no_date_is_told_with_its_fault_and_how_to_write_it(written: str) -> None:
    with pytest.raises(BadDateError) as refused:
        parse_when(written)
    message, hint = FAULTS[written]
    assert f"`{written}`" in str(refused.value) and message in str(refused.value)
    assert hint in refused.value.hint


def test_a_time_that_no_clock_showed_is_refused() -> None:
    with pytest.raises(BadDateError, match="the clocks were put forward over it"):
        parse_when("2024-03-31T02:30", "Europe/Paris")
    assert parse_when("2024-03-31T02:30", "UTC")


@given(st.text(st.sampled_from("0123456789-/.:TXZ~?%+ YuBC"), max_size=24))
def test_any_text_is_a_date_or_is_refused_with_a_hint(text: str) -> None:
    try:
        when = parse_when(text, "Asia/Damascus")
    except BadDateError as refused:
        assert str(refused)
    else:
        assert parse_when(str(when), "Asia/Damascus").sort_key == when.sort_key
        assert when.first <= when.last


def test_a_day_is_a_whole_one() -> None:
    assert parse_day("2024-02-29") == date(2024, 2, 29)
    for written in (
        "2024-02",
        "2024-02-29~",
        "2024-02-29T10:00",
        "2024-02-29/2024-03-01",
        "2024-02-XX",
        "-0044-03-15",
    ):
        with pytest.raises(BadDateError):
            parse_day(written)
