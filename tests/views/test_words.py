"""The catalogues of interface words: complete, and safe to fill in."""

import re
import tomllib
from functools import cache
from gettext import GNUTranslations, c2py
from io import BytesIO
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generator.model.facts import Facts
from generator.pages.render import render
from generator.views.language import Language

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "generator" / "views" / "locales"
CODES = sorted(path.stem for path in LOCALES.glob("*.po"))

SLOT = re.compile(r"\{\w+\}|%\(\w+\)s|%%")
CLDR_FORMS = ("zero", "one", "two", "few", "many", "other")

every_language = pytest.mark.parametrize("code", CODES)


@cache
def extracted() -> frozenset[str | tuple[str, ...]]:
    """Every message of the code and templates; one with plural forms is a tuple."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
    found = extract_from_dir(
        ROOT,
        method_map=[(mapping["pattern"], mapping["method"]) for mapping in mappings],
        options_map={mapping["pattern"]: mapping for mapping in mappings},
        directory_filter=lambda folder: "generator" in Path(folder).relative_to(ROOT).parts,
    )
    return frozenset(message for _, _, message, _, _ in found)


@cache
def catalogue(code: str) -> Catalog:
    with (LOCALES / f"{code}.po").open("rb") as text:
        return read_po(text, locale=code, abort_invalid=True)


def messages(code: str) -> list[Message]:
    return [message for message in catalogue(code) if message.id]


def forms(words: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def pairs(code: str) -> list[tuple[tuple[str, ...], str]]:
    """Each translated form with the forms of its message."""
    return [(forms(message.id), form) for message in messages(code) for form in forms(message.string)]


def compiled(code: str) -> GNUTranslations:
    made = BytesIO()
    write_mo(made, catalogue(code))
    made.seek(0)
    return GNUTranslations(made)


def test_there_are_messages_and_catalogues() -> None:
    assert len(extracted()) > 100
    assert {"ar", "fr"} <= set(CODES)


@every_language
def test_a_catalogue_holds_the_messages_of_the_source(code: str) -> None:
    held = {message.id for message in messages(code)}
    assert held == extracted(), "run `make words`, then translate what is new"


@every_language
def test_every_message_is_translated_in_every_form(code: str) -> None:
    for message in messages(code):
        translated = forms(message.string)
        assert all(translated), message.id
        assert len(translated) == (catalogue(code).num_plurals if message.pluralizable else 1), message.id


@every_language
def test_translations_keep_the_slots(code: str) -> None:
    counts = sum(name in CLDR_FORMS[:3] for name in Locale.parse(code).plural_form.tags)
    for message in messages(code):
        (slots,) = {frozenset(SLOT.findall(form)) for form in forms(message.id)}
        for at, got in enumerate(forms(message.string)):
            # "No results" and "two results" may say their number in words.
            said = (
                {"{number}"}
                if message.pluralizable and catalogue(code).num_plurals > 2 and at < counts
                else set()
            )
            assert slots - said <= frozenset(SLOT.findall(got)) <= slots, got


@every_language
def test_translations_keep_brackets_balanced(code: str) -> None:
    for _, got in pairs(code):
        assert got.count("{") == got.count("}") == len(re.findall(r"\{\w+\}", got)), got
        assert got.count("(") == got.count(")"), got


@every_language
def test_translations_end_as_their_message_does(code: str) -> None:
    for wanted, got in pairs(code):
        assert got.endswith(".") == wanted[0].endswith("."), got
        assert got.endswith(":") == wanted[0].endswith(":"), got
        if wanted[0].strip(" ,;:"):
            assert got == got.strip(), got


@every_language
def test_nothing_is_fuzzy_obsolete_or_invalid(code: str) -> None:
    assert not catalogue(code).obsolete
    assert not [message.id for message in messages(code) if message.fuzzy]
    assert not [error for message, errors in catalogue(code).check() for error in errors]


@every_language
def test_catalogues_compile(code: str) -> None:
    words = compiled(code)
    for message in messages(code):
        if message.pluralizable:
            shown = [words.ngettext(*message.id, number) for number in (0, 1, 2, 3, 11, 100)]
            assert set(shown) == set(forms(message.string))
        else:
            assert words.gettext(message.id) == message.string


@every_language
def test_plural_forms_are_those_of_cldr(code: str) -> None:
    rule, form = Locale.parse(code).plural_form, c2py(catalogue(code).plural_expr)
    used = {rule(number) for number in range(201)}
    order = [name for name in CLDR_FORMS if name in used]
    assert [form(number) for number in range(201)] == [order.index(rule(number)) for number in range(201)]


@every_language
def test_pages_ask_for_nothing_else(code: str, facts: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()

    def gettext(self: Language, message: str) -> str:
        asked.add(message)
        return message

    monkeypatch.setattr(Language, "gettext", gettext)
    # A region of its own: the templates that other tests made for the language are kept by code.
    render(facts, f"{code}-001" if code == "ar" else f"{code}-CA")
    assert asked
    assert asked <= {form for message in messages(code) for form in forms(message.id)}


def test_french_marks_stand_behind_a_space_that_does_not_break() -> None:
    for _, got in pairs("fr"):
        assert not re.search(r" [:;?!»]|« |[^\u202f\u00a0\s][;?!»]|[^\u00a0]:", got), got


def test_arabic_has_its_own_commas() -> None:
    for _, got in pairs("ar"):
        assert not re.search(r"[,;?]", got), got
