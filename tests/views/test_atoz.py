"""The list from A to Z: complete, in order, and each entry where readers look for it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.actors import Actor
from generator.pages.render import render
from generator.views.atoz import NameEntry, a_to_z, sort_key
from generator.views.context import context
from generator.views.rich_text import plain_text
from tests.derive.make import facts, place
from tests.world import world

LANGUAGES = ["en", "ar", "fr"]


def entries(language: str) -> list[NameEntry]:
    return [entry for letter in a_to_z(context(world(), language)) for entry in letter.entries]


def letters(*names: str, language: str = "en") -> dict[str, list[str]]:
    actors = tuple(
        Actor(id=f"actor-{number}", name={language: name}, kind="people") for number, name in enumerate(names)
    )
    made = context(facts(actors=actors, places=()), language)
    return {letter.letter: [plain_text(entry.words) for entry in letter.entries] for letter in a_to_z(made)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_and_alias_is_there(language: str) -> None:
    listed = {(entry.target, plain_text(entry.words).casefold()) for entry in entries(language)}
    made = context(world(), language)
    for kind in (world().actors, world().places, world().events, world().sources, world().questions):
        for record in kind:
            assert (record.id, plain_text(made.name(record.id)).casefold()) in listed
    for record in (*world().actors, *world().places):
        names = [*record.aliases, *(words for _, words in record.name.variants)]
        if isinstance(record, Actor) and record.short:
            names += [words for _, words in record.short.variants]
        assert {(record.id, name.casefold()) for name in names} <= listed


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_stands_twice(language: str) -> None:
    seen = [(entry.target, plain_text(entry.words).casefold()) for entry in entries(language)]
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_letter_stands_once_with_a_latin_anchor(language: str) -> None:
    found = a_to_z(context(world(), language))
    assert len({letter.letter for letter in found}) == len({letter.anchor for letter in found}) == len(found)
    assert all(letter.anchor.isascii() for letter in found)


def test_letters_of_the_page_come_first() -> None:
    english, arabic = (
        [letter.letter for letter in a_to_z(context(world(), language))] for language in ("en", "ar")
    )
    assert english[0].isascii() and not english[-1].isascii()
    assert arabic[-1].isascii() and not arabic[0].isascii()


@pytest.mark.parametrize(
    ("language", "names", "expected"),
    [
        ("en", ("écluse", "Eau", "zinc", "Äcker"), {"A": ["Äcker"], "E": ["Eau", "écluse"], "Z": ["zinc"]}),
        ("en", ("The Mill", "Mole", "An oar"), {"M": ["The Mill", "Mole"], "O": ["An oar"]}),
        ("en", ("A'zun", "Theatre"), {"A": ["A'zun"], "T": ["Theatre"]}),
        (
            "fr",
            ("L’Écluse", "Le Moulin", "Lessive"),
            {"E": ["L’Écluse"], "L": ["Lessive"], "M": ["Le Moulin"]},
        ),
        ("ar", ("النهر", "نادي", "البحر"), {"ب": ["البحر"], "ن": ["نادي", "النهر"]}),
        ("ar", ("ألمى", "أوندرا", "آبار", "إبل"), {"ا": ["آبار", "إبل", "ألمى", "أوندرا"]}),
        ("en", ("“Quoted”", "12 oars", "…"), {"Q": ["“Quoted”"], "0–9": ["…", "12 oars"]}),
    ],
)
def test_names_stand_where_readers_look(
    language: str, names: tuple[str, ...], expected: dict[str, list[str]]
) -> None:
    assert letters(*names, language=language) == expected


def test_articles_are_those_of_the_names_own_language() -> None:
    made = context(facts(actors=(Actor(id="mill", name={"en": "The Mill"}, kind="people"),), places=()), "fr")
    assert [letter.letter for letter in a_to_z(made)] == ["M"]


def test_another_name_says_whose_it_is() -> None:
    alias = next(entry for entry in entries("en") if plain_text(entry.words) == "R. L.")
    assert (alias.target, plain_text(alias.of), alias.kind) == ("river-league", "River League", "armed group")
    own = next(entry for entry in entries("en") if plain_text(entry.words) == "River League")
    assert own.of == ()


def test_a_name_in_another_language_is_marked_as_such() -> None:
    marks = {plain_text(entry.words): entry.words[0].language for entry in entries("en")}
    assert marks["رابطة النهر"] == "ar"
    assert marks["ميريل الأولى"] == "ar"  # an alias does not say its language; its script does
    assert marks["River League"] == ""


def test_the_order_does_not_depend_on_the_order_of_the_facts() -> None:
    backwards = replace(
        world(),
        **{
            kind: getattr(world(), kind)[::-1]
            for kind in ("actors", "places", "events", "sources", "questions")
        },
    )
    assert a_to_z(context(backwards, "en")) == a_to_z(context(world(), "en"))


@settings(deadline=None)
@given(st.text(st.characters(categories=["L", "M", "Nd", "P", "Zs"]), max_size=30))
def test_any_name_has_a_place(name: str) -> None:
    key = sort_key(name, "en")
    assert key == key.strip()
    assert sort_key(name.upper(), "en") == sort_key(name.upper().lower(), "en")


def test_the_page_links_every_record_that_has_a_page() -> None:
    rendered = {page.path: page.text for page in render(world(), "en")}
    gone = {one.id for one in world().retired}
    records = [path for path in rendered if "/" in path and not path.endswith("index.md")]
    records = [path for path in records if path.rpartition("/")[2].removesuffix(".md") not in gone]
    # These are second pages of records that have one, of which each points to the other.
    records = [path for path in records if not path.startswith("disagreements/")]
    assert not [path for path in records if f"({path})" not in rendered["a-z.md"]]


def test_an_explainer_with_places_alone_has_a_list() -> None:
    made = context(facts(actors=(), places=(place("ford"),)), "en")
    assert [letter.letter for letter in a_to_z(made)] == ["F"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Maʿarrat al-Nuʿmān", "maarrat al numan"),
        ("Maʾarrat", "maarrat"),
        ("Ma’arrat", "maarrat"),
        ("ʿAyn al-ʿArab", "ayn al arab"),
        ("‘Ayn", "ayn"),
        ("ʻOkina", "okina"),
        ("Ḥamāh", "hamah"),
        ("№ 7", "no 7"),
        ("ⅧX ℡", "viiix tel"),
        ("Łódź", "lodz"),
        ("Ørsted", "orsted"),
        ("Şırnak", "sirnak"),
        ("Ħamrun", "hamrun"),
        ("Æsir", "aesir"),
        ("O'Ru", "oru"),
        ("کوردستان", "كوردستان"),
    ],
)
def test_a_name_stands_where_it_is_typed_without_marks(name: str, key: str) -> None:
    assert sort_key(name, "en") == key


def test_no_letter_of_the_list_is_a_mark() -> None:
    named = facts(actors=(), places=(place("ayn", name="ʿAyn al-ʿArab"), place("zor", name="Zor")))
    assert [letter.letter for letter in a_to_z(context(named, "en"))] == ["A", "Z"]
