"""What pages say in a language without interface words, and how editors hear of it."""

import re
from dataclasses import replace

import pytest

from generator.model.facts import Facts
from generator.pages.menu_and_title import settings
from generator.pages.render import render
from generator.views.catalogues import interface_languages
from generator.views.interface import missing_words, untranslated
from generator.views.language import language


@pytest.mark.parametrize("code", ["en", "en-US", "ar", "ar-SY", "fr", "fr-CA"])
def test_regions_have_the_words_of_their_language(code: str) -> None:
    words = language(code)
    assert words.spoken == code
    assert not missing_words(words)
    assert words.gettext("Timeline") == language(code[:2]).gettext("Timeline")


@pytest.mark.parametrize("code", ["es", "ckb", "ku", "prs", "he", "zh-Hant", "az"])
def test_a_language_without_words_speaks_english_and_lacks_them_all(code: str) -> None:
    words = language(code)
    assert words.spoken == "en"
    assert words.gettext("Timeline") == "Timeline"
    assert "Timeline" in missing_words(words)


def _in(facts: Facts, code: str) -> Facts:
    explainer = facts.explainer.model_copy(update={"languages": (code, "en")})
    return replace(facts, explainer=explainer)


def test_editors_are_warned_once_and_told_what_there_is(facts: Facts) -> None:
    assert not list(untranslated(facts))
    (found,) = untranslated(_in(facts, "es"))
    assert (found.code, found.severity, found.at) == ("untranslated-interface", "warning", ("languages", 0))
    assert "`es`" in found.message
    assert "English" in found.message
    assert all(code in found.hint for code in interface_languages())


def test_words_of_the_facts_are_marked_among_english_ones(facts: Facts) -> None:
    pages = {page.path: page.text for page in render(_in(facts, "ckb"), "ckb")}
    timeline = pages["timeline.md"]
    marked = re.findall(r'<span lang="ckb" dir="rtl">', timeline)
    assert marked
    theme = settings(_in(facts, "ckb"), "ckb")
    assert theme["theme"]["direction"] == "rtl"
    assert (theme["extra"]["language"], theme["extra"]["spoken"]) == ("ckb", "en")
    assert not settings(facts, "en")["extra"]["spoken"]
