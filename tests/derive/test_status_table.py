"""The truth table of statuses, row by row."""

import pytest

from generator.derive import Reason, status
from generator.model.vocabulary import StatusName
from tests.derive.make import Word as W
from tests.derive.make import day, tell

NORTH = ("north",)  # the record serves the north if true
UNSAID = None  # nobody has said whom it serves
NOBODY = ()  # it serves nobody

DECISION = {"on": str(day(5)), "why": "It was filmed.", "cite": "s1"}

ROWS = {
    # withdrawn
    "its only speaker withdrew": (
        NORTH,
        [W("watch"), W("watch", "withdraws", 3)],
        "withdrawn",
        "speakers-withdrew",
    ),
    "withdrawn on the day it was said": (
        NORTH,
        [W("watch"), W("watch", "withdraws")],
        "withdrawn",
        "speakers-withdrew",
    ),
    "both speakers withdrew": (
        NORTH,
        [W("watch"), W("radio"), W("watch", "withdraws", 3), W("radio", "withdraws", 4)],
        "withdrawn",
        "speakers-withdrew",
    ),
    "the speaker turned to denying": (
        NORTH,
        [W("watch"), W("watch", "denies", 3)],
        "withdrawn",
        "speakers-withdrew",
    ),
    "withdrawn while another denies": (
        NORTH,
        [W("watch"), W("radio", "denies"), W("watch", "withdraws", 3)],
        "withdrawn",
        "speakers-withdrew",
    ),
    "only the withdrawal is on record": (NORTH, [W("watch", "withdraws")], "withdrawn", "speakers-withdrew"),
    "its only source is retracted": (NORTH, [W("watch", retracted=4)], "withdrawn", "sources-retracted"),
    "one withdrew, the other's source is retracted": (
        NORTH,
        [W("watch"), W("radio", retracted=4), W("watch", "withdraws", 3)],
        "withdrawn",
        "speakers-withdrew",
    ),
    "a repeat does not save what was withdrawn": (
        NORTH,
        [W("watch"), W("radio", on=2, repeats=("s1",)), W("watch", "withdraws", 3)],
        "withdrawn",
        "speakers-withdrew",
    ),
    "a repeat does not save what was retracted": (
        NORTH,
        [W("watch", retracted=4), W("radio", on=2, repeats=("s1",))],
        "withdrawn",
        "sources-retracted",
    ),
    "a decision does not save what was withdrawn": (
        NORTH,
        [W("watch"), W("watch", "withdraws", 3)],
        "withdrawn",
        "speakers-withdrew",
        DECISION,
    ),
    "one withdrew, another stands": (
        NORTH,
        [W("watch"), W("radio"), W("watch", "withdraws", 3)],
        "reported",
        "one-speaker",
    ),
    "one of two sources is retracted": (
        NORTH,
        [W("watch", also=("unseen",), retracted=4)],
        "reported",
        "one-speaker",
    ),
    "said again after withdrawing": (
        NORTH,
        [W("watch"), W("watch", "withdraws", 3), W("watch", on=5)],
        "reported",
        "one-speaker",
    ),
    # disputed
    "one asserts, another denies": (NORTH, [W("watch"), W("south-guard", "denies")], "disputed", "denied"),
    "two assert, one denies": (NORTH, [W("watch"), W("radio"), W("paper", "denies")], "disputed", "denied"),
    "a decision does not outweigh a denial": (
        NORTH,
        [W("watch"), W("south-guard", "denies")],
        "disputed",
        "denied",
        DECISION,
    ),
    "a concession by an interested party settles nothing": (
        NORTH,
        [W("north-guard", "concedes"), W("south-guard", "denies")],
        "disputed",
        "denied",
    ),
    "nobody disputes with itself": (NORTH, [W("watch"), W("watch", "denies")], "reported", "one-speaker"),
    "the denier turned to asserting": (
        NORTH,
        [W("watch"), W("radio", "denies"), W("radio", on=4)],
        "corroborated",
        "independent-speakers",
    ),
    "the denier withdrew the denial": (
        NORTH,
        [W("watch"), W("radio", "denies"), W("radio", "withdraws", 4)],
        "reported",
        "one-speaker",
    ),
    "the denial is retracted": (
        NORTH,
        [W("watch"), W("radio", "denies", retracted=3)],
        "reported",
        "one-speaker",
    ),
    "cannot-confirm does not replace a denial": (
        NORTH,
        [W("watch"), W("radio", "denies"), W("radio", "cannot-confirm", 4)],
        "disputed",
        "denied",
    ),
    # confirmed
    "the other side concedes": (
        NORTH,
        [W("north-guard"), W("south-guard", "concedes", 3)],
        "confirmed",
        "conceded",
    ),
    "conceded and denied on the same side": (
        NORTH,
        [W("watch"), W("south-guard", "concedes"), W("east-envoy", "denies")],
        "confirmed",
        "conceded",
    ),
    "conceded by a party, favours unsaid": (
        UNSAID,
        [W("watch"), W("south-guard", "concedes")],
        "confirmed",
        "conceded",
    ),
    "a denier turned to conceding": (
        NORTH,
        [W("watch"), W("south-guard", "denies"), W("south-guard", "concedes", 4)],
        "confirmed",
        "conceded",
    ),
    "said again after conceding": (
        NORTH,
        [W("watch"), W("south-guard", "concedes"), W("south-guard", on=4)],
        "confirmed",
        "conceded",
    ),
    "the concession was withdrawn": (
        NORTH,
        [W("watch"), W("south-guard", "concedes"), W("south-guard", "withdraws", 4)],
        "reported",
        "one-speaker",
    ),
    "where it serves nobody there is nothing to concede": (
        NOBODY,
        [W("watch"), W("south-guard", "concedes")],
        "reported",
        "one-speaker",
    ),
    "only a party can concede": (
        NORTH,
        [W("watch"), W("radio", "concedes")],
        "corroborated",
        "independent-speakers",
    ),
    "the concession is only a repeat of the other voice": (
        NORTH,
        [W("watch"), W("south-guard", "concedes", 2, ("s1",))],
        "reported",
        "one-speaker",
    ),
    "an editor decided": (NORTH, [W("north-guard")], "confirmed", "editor-confirmed", DECISION),
    "an editor decided what nobody asserts": (
        NORTH,
        [W("watch", "denies")],
        "claimed",
        "only-denials",
        DECISION,
    ),
    "an editor decided, the grounds are retracted": (
        NORTH,
        [W("north-guard", retracted=6, also=("unseen",))],
        "claimed",
        "interested-parties",
        DECISION,
    ),
    # corroborated
    "two that are no party": (NORTH, [W("watch"), W("radio")], "corroborated", "independent-speakers"),
    "two that are no party, favours unsaid": (
        UNSAID,
        [W("watch"), W("radio")],
        "corroborated",
        "independent-speakers",
    ),
    "two speakers in one source": (
        NORTH,
        [W("watch"), W("radio", also=("s1",))],
        "corroborated",
        "independent-speakers",
    ),
    "two unseen originals repeated": (
        NORTH,
        [W("watch", repeats=("unseen",)), W("radio", repeats=("unseen-too",))],
        "corroborated",
        "independent-speakers",
    ),
    # reported
    "one that is no party": (NORTH, [W("watch")], "reported", "one-speaker"),
    "one speaker in many sources": (
        NORTH,
        [W("watch"), W("watch", on=2), W("watch", on=3)],
        "reported",
        "one-speaker",
    ),
    "one that is no party, and who gains": (NORTH, [W("watch"), W("north-guard")], "reported", "one-speaker"),
    "one that is no party, and a party without interest": (
        NORTH,
        [W("watch"), W("south-guard")],
        "reported",
        "one-speaker",
    ),
    "many papers carry one speaker": (
        NORTH,
        [W("watch"), W("radio", on=2, repeats=("s1",)), W("paper", on=2, repeats=("s1", "s2"))],
        "reported",
        "one-speaker",
    ),
    "many papers carry one unseen report": (
        NORTH,
        [W("watch", repeats=("unseen",)), W("radio", repeats=("unseen",)), W("paper", repeats=("s2",))],
        "reported",
        "one-speaker",
    ),
    "two papers repeat each other": (
        NORTH,
        [W("watch", repeats=("s2",)), W("radio", repeats=("s1",))],
        "reported",
        "one-speaker",
    ),
    "a lone concession": (NORTH, [W("south-guard", "concedes")], "reported", "lone-concession"),
    "a lone concession against a denial": (
        NORTH,
        [W("south-guard", "concedes"), W("east-envoy", "denies")],
        "reported",
        "lone-concession",
    ),
    "a party without interest": (NORTH, [W("south-guard")], "reported", "party-without-interest"),
    "two parties without interest": (
        NORTH,
        [W("south-guard"), W("east-envoy")],
        "reported",
        "party-without-interest",
    ),
    "a party where it serves nobody": (NOBODY, [W("north-guard")], "reported", "party-without-interest"),
    "a party without interest, and who gains": (
        NORTH,
        [W("north-guard"), W("south-guard")],
        "reported",
        "party-without-interest",
    ),
    # claimed
    "only who gains": (NORTH, [W("north-guard")], "claimed", "interested-parties"),
    "many who gain": (NORTH, [W("north-guard"), W("north-crown")], "claimed", "interested-parties"),
    "who gains concedes": (
        NORTH,
        [W("north-guard"), W("north-crown", "concedes")],
        "claimed",
        "interested-parties",
    ),
    "two sides that both gain": (
        ("north", "south"),
        [W("north-guard"), W("south-guard")],
        "claimed",
        "interested-parties",
    ),
    "a party, favours unsaid": (UNSAID, [W("east-envoy")], "claimed", "interested-parties"),
    "who gains, and one who cannot confirm": (
        NORTH,
        [W("north-guard"), W("watch", "cannot-confirm")],
        "claimed",
        "interested-parties",
    ),
    "who gains, carried by a paper": (
        NORTH,
        [W("north-guard"), W("paper", on=2, repeats=("s1",))],
        "claimed",
        "interested-parties",
    ),
    "only denials": (
        NORTH,
        [W("south-guard", "denies"), W("watch", "cannot-confirm")],
        "claimed",
        "only-denials",
    ),
    "only somebody who cannot confirm": (
        NORTH,
        [W("watch", "cannot-confirm")],
        "claimed",
        "only-cannot-confirm",
    ),
    "a denial that was withdrawn": (
        NORTH,
        [W("watch", "denies"), W("watch", "withdraws", 3)],
        "claimed",
        "nothing-stands",
    ),
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_truth_table(row):
    favours, words, name, reason, *decision = row
    told, world = tell(words, favours=favours, confirmed=decision[0] if decision else None)
    found = status(told, world)
    assert (found.name, found.reason) == (name, reason)


def test_every_status_and_reason_has_a_row():
    assert {row[2] for row in ROWS.values()} == set(StatusName)
    assert {row[3] for row in ROWS.values()} == set(Reason)
