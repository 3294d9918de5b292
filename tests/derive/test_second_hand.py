"""What compiles or reprints, and has no witness of its own, is a repeat: it adds no voice to another."""

from typing import Any

import pytest

from generator.model.facts import Facts
from generator.model.statements import Claim
from generator.model.vocabulary import StatusName
from generator.pages.render import render
from tests.derive.ask import status
from tests.derive.make import actor, claim, day, event, facts, source

WHY = "It gathers what others published."


def told(*claims: Claim, **fields: Any) -> Facts:
    """A world in which `digest` is an actor and `reprint` a source at second hand."""
    return facts(
        sources=(
            source("first"),
            source("second", known=2),
            source("reprint", second_hand={"en": WHY, "fr": "Une compilation."}),
            source("copy", known=3, derives_from="reprint"),
        ),
        actors=(
            actor("watch"),
            actor("radio"),
            actor("paper"),
            actor("digest", second_hand=WHY),
            actor("south-guard", "south"),
        ),
        events=(event("taken", *claims, favours=["north"]),),
        **fields,
    )


def standing(*claims: Claim) -> tuple[str, int, tuple[str, ...]]:
    made = told(*claims)
    now = status(made.events[0], made)
    return now.name.value, now.independent, now.speakers


WATCH = claim("c1", "watch", "first")


@pytest.mark.parametrize(
    ("claims", "stands"),
    [
        pytest.param([claim("c2", "digest", "second", agrees="c1")], ("reported", 1), id="a compiler"),
        pytest.param([claim("c2", "radio", "reprint", agrees="c1")], ("reported", 1), id="a reprint"),
        pytest.param([claim("c2", "radio", "copy", agrees="c1")], ("reported", 1), id="a copy of a reprint"),
        pytest.param(
            [claim("c2", "radio", ["reprint", "second"], agrees="c1")],
            ("corroborated", 2),
            id="read elsewhere too",
        ),
        pytest.param(
            [claim("c2", "radio", "second", agrees="c1"), claim("c3", "digest", "first", agrees="c1")],
            ("corroborated", 2),
            id="two voices and a compiler",
        ),
    ],
)
def test_it_adds_no_voice_to_another(claims: list[Claim], stands: tuple[str, int]) -> None:
    assert standing(WATCH, *claims)[:2] == stands
    assert standing(*claims, WATCH.model_copy(update={"id": "c1"}))[:2] == stands, "whatever the order"


def test_alone_all_of_it_is_one_voice() -> None:
    assert standing(claim("c1", "digest", "first")) == ("reported", 1, ("digest",))
    both = (claim("c1", "digest", "first"), claim("c2", "radio", "reprint", agrees="c1"))
    assert standing(*both)[:2] == ("reported", 1)


def test_a_voice_that_is_found_takes_its_place() -> None:
    made = told(claim("c1", "digest", "first"), claim("c2", "watch", "second", agrees="c1"))
    assert status(made.events[0], made, day(1)).speakers == ("digest",)
    assert status(made.events[0], made, day(2)).speakers == ("watch",)


def test_a_party_that_concedes_is_not_borne_out_by_it() -> None:
    concession = claim("c1", "south-guard", "first", "concedes")
    assert standing(concession, claim("c2", "digest", "second", agrees="c1"))[0] == "reported"
    assert standing(concession, claim("c2", "watch", "second", agrees="c1"))[0] == "confirmed"


def test_what_it_denies_is_denied_all_the_same() -> None:
    made = told(WATCH, claim("c2", "digest", "second", "denies"))
    assert status(made.events[0], made).name is StatusName.DISPUTED


@pytest.mark.parametrize(("language", "why"), [("en", WHY), ("fr", "Une compilation.")])
def test_its_page_says_why(language: str, why: str) -> None:
    pages = {page.path: page.body for page in render(told(WATCH, claim("c2", "digest", "reprint")), language)}
    assert why in pages["sources/reprint.md"]
    assert WHY in pages["actors/digest.md"]
    assert WHY not in pages["actors/watch.md"] + pages["sources/first.md"]
