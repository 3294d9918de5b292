"""On what accounts that cannot all be true differ: as their editor says, or as far as it is plain."""

import pytest

from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.statements import Claim
from generator.model.vocabulary import Contested
from generator.views.contested import contested
from generator.views.context import context
from generator.views.disagreements import about_words
from generator.views.events import event_line
from generator.views.rich_text import plain_text
from tests.derive.make import cast, claim, event, explainer, facts, place, source

PLACES = (
    place("shire"),
    place("ford", within="shire"),
    place("mill"),
    place("ford-airport", name="Ford airport", within="shire"),
)


def world(told: Event, language: str = "en") -> Facts:
    return facts(
        explainer=explainer(languages=[language]),
        sources=(source("item"),),
        actors=cast(),
        places=PLACES,
        events=(told,),
    )


def two(mine: str, theirs: str, **fields: object) -> tuple[Claim, Claim]:
    return (
        claim("one", "watch", "item", says=mine),
        claim("two", "radio", "item", says=theirs, contradicts=["one"], **fields),
    )


def differ(*claims: Claim, language: str = "en", **fields: object) -> list[str]:
    told = event("told", *claims, **fields)
    found = contested(context(world(told, language), language), dict(told.statements))
    return [one.value for one in found]


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("He left on Sunday.", "He left on Saturday.", ["when"]),
        ("He left at 04:30.", "He left at 22:00.", ["when"]),
        ("He left on 27 November.", "He left on 29 November.", ["when"]),
        ("He left on November 27.", "He left on 27 November 2024.", []),
        ("It fell in May 2016.", "It fell on 27 March 2016.", ["when"]),
        ("He has ruled since 1970.", "He has ruled since 1971.", ["when"]),
        ("He left on Sunday.", "He left at 04:30.", []),
        ("He left on Sunday.", "He never left.", []),
        ("They held it by 8 December.", "They met on 7 December.", []),
        ("They held it by 8 December.", "They met on 9 December.", ["when"]),
        ("They held it by 28 November.", "They held it by 29 November.", ["when"]),
        ("He took the book of 20 pages.", "He took the boat of 30 oars.", []),
    ],
)
def test_times_of_one_kind_that_are_not_the_same(mine: str, theirs: str, expected: list[str]) -> None:
    assert differ(*two(mine, theirs)) == expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("Dozens of people left.", "Thousands of people left.", ["how-many"]),
        ("Some 300 people left.", "Hundreds of people left.", ["how-many"]),
        ("300 people left.", "300 people stayed.", []),
        ("300 people left.", "400 boats left.", []),
        ("It is 20 km off.", "300 people left.", []),
        ("It has 95 per cent.", "It has 80 per cent.", ["how-many"]),
    ],
)
def test_amounts_of_the_same_thing(mine: str, theirs: str, expected: list[str]) -> None:
    assert differ(*two(mine, theirs)) == expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("He left from Ford.", "He left from Mill.", ["where"]),
        ("He left from [[ford|there]].", "He left from Mill.", ["where"]),
        ("He left from Ford.", "He left Shire.", []),  # which the other lies in
        ("He left from Ford airport.", "He left from Ford.", ["where"]),
        ("He left from Ford airport.", "He left from the airport of Ford airport.", []),
        ("He left from Ford.", "He stayed.", []),
    ],
)
def test_places_of_the_event_that_do_not_lie_in_each_other(
    mine: str, theirs: str, expected: list[str]
) -> None:
    where = ["shire", "ford", "mill", "ford-airport"]
    assert differ(*two(mine, theirs), where=where) == expected


def test_a_place_that_is_handed_to_others() -> None:
    def change(holder: str, name: str) -> dict[str, object]:
        return {"place": "ford", "holder": holder, "claims": [name]}

    claims = two("The guard has it.", "The crown has it.")
    assert differ(*claims, changes=[change("north-guard", "one"), change("south-guard", "two")]) == ["who"]
    assert differ(*claims, changes=[change("north-guard", "one"), change("north-guard", "two")]) == []


def test_a_denial_differs_on_whether_it_is_so() -> None:
    denial = claim("no", "south-guard", "item", "denies", says="No.", contradicts=["one"])
    assert differ(claim("one", "watch", "item"), denial) == ["whether"]


def test_what_is_not_rival_does_not_differ() -> None:
    one, other = two("He left on Sunday.", "He left on Saturday.")
    assert differ(one, other.model_copy(update={"contradicts": None})) == []


def test_an_editor_has_the_last_word() -> None:
    claims = two("He left on Sunday.", "He left on Saturday.", differs_in=["who", "how"])
    assert differ(*claims) == ["who", "how"]


def test_times_and_amounts_are_read_in_the_language_of_the_facts() -> None:
    times = two("Il est parti le 1er mai.", "Il est parti le 2 mai.")
    assert differ(*times, language="fr") == ["when"]
    amounts = two("Des dizaines de gens.", "Des milliers de gens.")
    assert differ(*amounts, language="fr") == ["how-many"]
    assert differ(*two("غادر يوم الأحد.", "غادر يوم السبت."), language="ar") == ["when"]


def test_the_sentence_of_an_event_says_on_what_its_accounts_differ() -> None:
    plainly = world(event("told", *two("He left on Sunday.", "He left on Saturday."), favours=[]))
    line = event_line(context(plainly, "en"), "told")
    assert plain_text(line.sentence).endswith("Accounts of it differ on the time.")
    unsaid = world(event("told", *two("He flew.", "He swam."), favours=[]))
    line = event_line(context(unsaid, "en"), "told")
    assert plain_text(line.sentence).endswith("Accounts of it differ.")


def test_an_entry_of_the_overview_says_so_too() -> None:
    made = context(world(event("told", *two("He left on Sunday.", "He left on Saturday."))), "en")
    assert about_words(made, made.queries.disagreement("told")) == "They differ on the time."
    denial = claim("no", "south-guard", "item", "denies", says="No.")
    made = context(world(event("told", claim("one", "watch", "item"), denial)), "en")
    assert about_words(made, made.queries.disagreement("told")) == "They differ on whether it is so."


def test_every_word_has_its_place_in_the_sentence() -> None:
    claims = two("It is so.", "It is not.", differs_in=[one.value for one in reversed(Contested)])
    assert differ(*claims) == [one.value for one in Contested]
