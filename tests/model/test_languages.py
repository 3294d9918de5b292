"""Codes of languages: how they are written, in which direction, and what CLDR knows of them."""

import unicodedata

import pytest
from babel import Locale
from babel.core import get_global

from generator.model.languages import (
    UnknownLanguageError,
    direction_of,
    in_its_case,
    known_languages,
    locale_of,
    nearest,
    parse_tag,
    script_of,
)
from generator.model.text import Text

RIGHT_TO_LEFT = (
    "ar ar-SY arc ckb dv fa fa-AF prs ps sd ug ur he yi iw syr aii nqo ku-Arab az-Arab pa-Arab pa-PK uz-AF ks"
)
NOWHERE = (
    "aii",
    "arc",
    "grc",
    "ku-IQ",
    "ku-Arab",
    "dv",
    "az-Arab",
    "en-XX",
    "qaa",
    "und",
    "mul",
    "tlh",
    "xx",
)
NO_CODES = ("", "e", "EN", "en_GB", "english", "x-mine", "en-x-mine", "i-klingon", "en-", "en-GB-GB")
LEFT_TO_RIGHT = "en ku ku-Latn kmr az pa sd-Deva ff tr zh-Hant grc ka hy mt ha"


@pytest.mark.parametrize("code", RIGHT_TO_LEFT.split())
def test_written_from_right_to_left(code: str) -> None:
    assert direction_of(code) == "rtl"


@pytest.mark.parametrize("code", LEFT_TO_RIGHT.split())
def test_written_from_left_to_right(code: str) -> None:
    assert direction_of(code) == "ltr"


def test_directions_are_those_of_the_letters_in_unicode() -> None:
    scripts = {"Arab": "ARABIC", "Hebr": "HEBREW", "Latn": "LATIN", "Syrc": "SYRIAC", "Thaa": "THAANA"}
    scripts |= {"Cyrl": "CYRILLIC", "Grek": "GREEK", "Nkoo": "NKO", "Adlm": "ADLAM", "Deva": "DEVANAGARI"}
    written = {name: script for script, name in scripts.items()}
    found: dict[str, str] = {}
    for letter in map(chr, range(0x20000)):
        script = written.get(unicodedata.name(letter, "").partition(" ")[0])
        if script and unicodedata.category(letter) == "Lo":
            found[script] = "rtl" if unicodedata.bidirectional(letter) in ("R", "AL") else "ltr"
    assert found
    assert {script: direction_of(f"und-{script}") for script in found} == found


def test_every_script_that_cldr_thinks_likely_has_a_direction() -> None:
    codes = [code.replace("_", "-") for code in get_global("likely_subtags") if "und" not in code]
    assert {direction_of(code) for code in codes if parse_tag(code)} == {"rtl", "ltr"}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("EN", "en"),
        ("en_gb", "en-GB"),
        ("ZH-HANT-tw", "zh-Hant-TW"),
        ("Ar-sy", "ar-SY"),
        ("es-419", "es-419"),
    ],
)
def test_codes_in_their_case(written: str, code: str) -> None:
    assert in_its_case(written) == code
    assert parse_tag(code)


@pytest.mark.parametrize(
    "code", ["", "e", "EN", "en_GB", "english", "x-mine", "en-x-mine", "i-klingon", "en-", "en-GB-GB"]
)
def test_what_is_no_code(code: str) -> None:
    assert parse_tag(code) is None


@pytest.mark.parametrize(
    "code",
    [
        "aii",
        "arc",
        "grc",
        "ku-IQ",
        "ku-Arab",
        "dv",
        "az-Arab",
        "en-XX",
        "qaa",
        "und",
        "mul",
        "zxx",
        "tlh",
        "xx",
        "root",
    ],
)
def test_what_cldr_does_not_know_says_so(code: str) -> None:
    with pytest.raises(UnknownLanguageError, match=f"`{code}`"):
        locale_of(code)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("prs", "fa_AF"),
        ("kmr", "ku"),
        ("iw", "he"),
        ("zh-TW", "zh_Hant_TW"),
        ("es-419", "es_419"),
        ("de-1996", "de"),
    ],
)
def test_what_cldr_knows_by_another_name(code: str, name: str) -> None:
    assert str(locale_of(code)) == name


def test_every_known_language_can_write_dates() -> None:
    assert {"ar", "ckb", "en", "fr", "ku", "ps"} <= set(known_languages())
    assert all(locale_of(code).months["format"]["wide"][12] for code in known_languages())


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("ar-SY", "ar"),
        ("fr-CA", "fr"),
        ("sr-Latn", "sh"),
        ("sr", ""),
        ("zh-HK", "zh-Hant"),
        ("zh", ""),
        ("az-Arab", ""),
        ("prs", "fa"),
    ],
)
def test_the_nearest_language_is_written_alike(code: str, near: str) -> None:
    assert nearest(code, ["ar", "az", "fa", "fr", "sh", "zh-Hant"]) == near


@pytest.mark.parametrize(
    ("wanted", "best"),
    [
        ("ar-SY", ("قرية", "ar")),
        ("ar", ("قرية", "ar")),
        ("ku", ("Village", "en")),
        ("en-GB", ("Village", "en")),
    ],
)
def test_a_text_goes_by_its_nearest_words(wanted: str, best: tuple[str, str]) -> None:
    assert Text((("", "Village"), ("ar", "قرية"), ("ku-Arab", "گوند"))).best(wanted, "en") == best


def test_scripts_follow_the_region_where_it_decides() -> None:
    assert [script_of(code) for code in ("pa", "pa-PK", "uz", "uz-AF", "zh", "zh-TW")] == [
        "Guru", "Arab", "Latn", "Arab", "Hans", "Hant",
    ]  # fmt: skip


def test_to_look_at_every_language_leaves_each_as_it_is() -> None:
    assert known_languages()
    months = Locale.parse("ar").months["format"]["abbreviated"]
    assert not [name for name in months.values() if name.startswith("M")]
