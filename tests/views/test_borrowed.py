"""Words that a language lacks stand in English, marked as such wherever an element can stand."""

import re
from dataclasses import replace
from datetime import date

import pytest

from generator.model.facts import Facts
from generator.model.interface_words import InterfaceMessage, InterfaceWords
from generator.pages.menu_and_title import settings
from generator.pages.render import render
from generator.press.edition_files import stand_in
from generator.views.borrowed import as_elements, bare_all, in_english, parted
from generator.views.editions import notice_words
from generator.views.interface import unfinished, untranslated
from generator.views.language import language, language_for
from generator.views.rich_text import Span, compose, plain

PRIVATE = re.compile("[\ue000-\uf8ff]")


def words(**said: str) -> InterfaceWords:
    messages = tuple(
        InterfaceMessage((name.replace("_", " "),), (one,), False, 3) for name, one in said.items()
    )
    return InterfaceWords("es", "content/words/es.po", 2, "(n != 1)", messages)


def in_spanish(facts: Facts, **said: str) -> Facts:
    explainer = facts.explainer.model_copy(update={"languages": ("es", "en")})
    return replace(facts, explainer=explainer, words=(words(**said),))


def test_words_of_ones_own_come_first_and_regions_have_them_too(facts: Facts) -> None:
    own = replace(facts, words=(words(Timeline="Cronología"), replace(words(Timeline="Fil"), code="fr")))
    assert language_for(own, "es").gettext("Timeline") == "Cronología"
    assert language_for(own, "es-MX").gettext("Timeline") == "Cronología"
    assert language_for(own, "fr").gettext("Timeline") == "Fil"
    assert language_for(own, "fr").gettext("Places") == language("fr").gettext("Places")
    assert language_for(own, "en").gettext("Timeline") == "Timeline"


def test_a_page_marks_single_words_and_not_what_is_filled_in(facts: Facts) -> None:
    made = in_spanish(facts, Timeline="Cronología", disputed="en disputa")
    pages = {page.path: page.text for page in render(made, "es")}
    assert "{ #claims data-editorial }" not in pages["index.md"]
    front, _, body = pages["timeline.md"].removeprefix("---").partition("\n---\n")
    assert "title: Cronología" in front
    assert "lang=" not in front.partition("linked_data")[0].partition("notes:")[0]
    assert re.search(r"^# Cronología ", body, re.MULTILINE)
    event = pages["events/port-hadra-rises.md"]
    assert re.search(r'## <span lang="en" dir="ltr">[^<]+</span> \{ ?#claims', event)
    assert re.search(r'<span lang="en" dir="ltr">[^<]*(?:says|said|according)', event)
    assert not [path for path, text in pages.items() if PRIVATE.search(text)]


@pytest.mark.parametrize("code", ["en", "fr", "ar", "tr"])
def test_no_mark_of_ours_is_left_on_a_page_of_any_direction(facts: Facts, code: str) -> None:
    pages = render(facts, code)
    assert not [page.path for page in pages if PRIVATE.search(page.text)]


def test_nothing_is_marked_where_all_is_said_or_nothing(facts: Facts) -> None:
    for code in ("en", "fr", "ar"):
        assert not PRIVATE.search(language(code).gettext("Timeline"))
    assert language("es").gettext("Timeline") == "Timeline"
    assert language("es").spoken == "en"


def test_the_theme_is_told_which_of_its_words_are_borrowed(facts: Facts) -> None:
    told = settings(in_spanish(facts, Search="Buscar"), "es")["extra"]
    assert (told["spoken"], told["words"]["search"], told["words"]["cite"]) == (
        "",
        "Buscar",
        "Cite this page",
    )
    assert "cite" in told["borrowed"]
    assert "search" not in told["borrowed"]
    assert settings(facts, "en")["extra"]["borrowed"] == []


def test_what_stands_for_a_page_of_an_earlier_day_marks_them_too(facts: Facts) -> None:
    words = language_for(in_spanish(facts, Timeline="Cronología"), "es")
    page = stand_in("<title>Muelle</title>", "events/port/", date(2018, 3, 9), words, notice_words(words))
    assert not PRIVATE.search(page)
    assert '<html lang="es"' in page
    assert '<span lang="en" dir="ltr">This page said the same on </span>9 de marzo de 2018' in page


def test_marks_stand_around_the_words_alone() -> None:
    marked = in_english("about {date}: {number} times")
    assert bare_all([marked]) == ["about {date}: {number} times"]
    told = compose(marked, date="mayo", number="3")
    assert told == (Span("about ", "", "en"), Span("mayo"), Span(": "), Span("3"), Span(" times", "", "en"))
    assert plain(in_english(": ")) == plain(": ")
    assert [run for run in parted(in_english("Places")) if run[0]] == [("Places", "en")]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("{}", '<span lang="en" dir="ltr">Way</span>'),
        ('<p title="{}">x</p>', '<p title="Way">x</p>'),
        ('x{{ title="{}" }}', 'x{{ title="Way" }}'),
        ("<svg><text>{}</text></svg>", "<svg><text>Way</text></svg>"),
        ("<option value=1>{}</option>", "<option value=1>Way</option>"),
        ("[{}](a.md)", '[<span lang="en" dir="ltr">Way</span>](a.md)'),
    ],
)
def test_an_element_stands_where_one_can(written: str, wanted: str) -> None:
    put = written.replace("{{", "{").replace("}}", "}").replace("{}", in_english("Way"))
    assert as_elements(put) == wanted.replace("{{", "{").replace("}}", "}")


def test_editors_hear_what_a_catalogue_lacks(facts: Facts) -> None:
    made = in_spanish(facts, Timeline="Cronología", Places="", Plces="Lugares")
    (lacking,) = untranslated(made)
    assert "`Timeline`" not in lacking.message
    told = {(one.location.path, one.location.line, one.code, one.severity) for one in unfinished(made)}
    assert told == {("content/words/es.po", 3, "unfinished-words", "warning")}
    said = " ".join(one.message for one in unfinished(made))
    assert "`Places`" in said and "`Plces`" in said and "Timeline" not in said
