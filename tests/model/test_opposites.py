"""Which guesses would turn the meaning of a word round."""

import pytest

from generator.model.opposites import turns_round

OPPOSITES = [
    ("at_most", "at_least"),
    ("at_mosst", "at_least"),
    ("asserts", "denies"),
    ("low", "high"),
    ("from", "to"),
    ("first-report", "last-report"),
    ("north-quay", "south-quay"),
    ("northquay", "southquay"),
    ("early-count", "late-count"),
    ("harbour-opened", "harbour-closed"),
    ("imports", "exports"),
    ("inflow", "outflow"),
    ("women", "men"),
    ("predecessor-of", "successor-of"),
    ("confirm", "cannot-confirm"),
    ("confirmed", "unconfirmed"),
    ("reported", "not-reported"),
    ("documented", "undocumented"),
    ("combatants", "noncombatants"),
    ("combatants", "non-combatants"),
    ("armed-group", "unarmed-group"),
    ("leads", "led-by"),
    ("granted-asylum-to", "granted-asylum-by"),
    ("member-of", "has-member"),
    ("GMT+3", "GMT-3"),
]
SLIPS = [
    ("at_leest", "at_least"),
    ("buy", "by"),
    ("atmost", "at_most"),
    ("deny", "denies"),
    ("asert", "asserts"),
    ("cannot_confirm", "cannot-confirm"),
    ("unconfirmed", "cannot-confirm"),
    ("ocurred", "occurred"),
    ("indside", "inside"),
    ("crews", "reef-crews"),
    ("wire-0301", "wire-0310"),
    ("radio-0515", "radio-may"),
    ("derived_from", "derives_from"),
    ("successsor-of", "successor-of"),
]


@pytest.mark.parametrize(("one", "other"), OPPOSITES)
def test_opposites_are_known_both_ways(one: str, other: str):
    assert turns_round(one, other)
    assert turns_round(other, one)


@pytest.mark.parametrize(("wrong", "meant"), SLIPS)
def test_a_slip_is_no_opposite(wrong: str, meant: str):
    assert not turns_round(wrong, meant)
