"""How much the search found, in each plural form that a language has."""

import json

import pytest
from babel import Locale

from generator.pages.menu_and_title import settings
from generator.pages.search_words import search_words
from generator.views.language import language
from tests.world import world


def counted(code: str, number: int, kind: str = "found") -> str:
    """Say it as the theme's script does."""
    told = json.loads(search_words(language(code))["counts"])
    form = Locale.parse(code.replace("-", "_")).plural_form(number)
    return str(told[kind][form].format(number=number, words="X"))


@pytest.mark.parametrize(
    ("code", "number", "said"),
    [
        ("en", 0, "0 results for X"),
        ("en", 1, "1 result for X"),
        ("en", 2, "2 results for X"),
        ("fr", 1, "1 résultat pour X"),
        ("fr", 2, "2 résultats pour X"),
        ("fr-CA", 11, "11 résultats pour X"),
        ("ar", 0, "لا نتائج عن X"),
        ("ar", 1, "نتيجة واحدة عن X"),
        ("ar", 2, "نتيجتان عن X"),
        ("ar", 3, "3 نتائج عن X"),
        ("ar", 10, "10 نتائج عن X"),
        ("ar", 11, "11 نتيجة عن X"),
        ("ar-SY", 100, "100 نتيجة عن X"),
        ("ar", 103, "103 نتائج عن X"),
        ("es", 2, "2 results for X"),
    ],
)
def test_results_are_counted_in_the_form_that_their_number_takes(code: str, number: int, said: str) -> None:
    assert counted(code, number) == said
    assert counted(code, number, "all") in said


@pytest.mark.parametrize("code", ["en", "fr", "ar", "ru", "pl", "cy", "he", "lt", "ckb"])
def test_every_form_of_a_language_has_its_sentence(code: str) -> None:
    told = json.loads(search_words(language(code))["counts"])
    rule = language(code).locale.plural_form
    assert set(told["found"]) == set(told["all"]) == {rule(number) for number in range(300)}
    assert told["none"] and told["nothing"]


def test_the_theme_is_told() -> None:
    assert settings(world(), "ar")["extra"]["search"]["locale"] == "ar"
