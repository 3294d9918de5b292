"""A change of control stands as the claims that name its holder do, whatever else its event tells."""

import pytest

from generator.derive.annotations import annotate
from generator.derive.change_standings import change_standings
from generator.derive.control import control
from generator.derive.snapshot import known_at
from generator.model.refs import Ref
from tests.derive import make
from tests.derive.make import day, event, facts, source


def claim(name, *args, **fields):
    """A claim in words of its own."""
    return make.claim(name, *args, **{"says": f"It was {name}.", **fields})


HELD = claim("held", "watch", "s1")


def told(*claims, ids=("held",), **fields):
    change = {"place": "ford", "holder": "north", "claims": ids}
    sources = tuple(source(f"s{number}", number) for number in range(1, 5))
    retracted = source("r", retracted={"on": str(day(2)), "why": "An error."})
    made = event("taken", *claims, changes=[change], **{"favours": [], **fields})
    return facts(sources=(*sources, retracted), events=(made,))


def standing(*claims, **fields):
    known = told(*claims, **fields)
    return change_standings(known.events[0], known.once(annotate))[0]


def status(*claims, **fields):
    return standing(*claims, **fields).status.name.value


def test_other_claims_of_the_event_add_nothing():
    shots = claim("shots", "radio", "s1"), claim("smoke", "paper", "s2")
    assert status(HELD, *shots) == "reported"
    assert status(HELD, *shots, ids=("held", "shots")) == "corroborated"


def test_a_confirmation_is_of_what_the_record_says_first():
    decision = {"on": str(day(1)), "why": "It was filmed.", "cite": "s1"}
    shots = claim("shots", "radio", "s1")
    assert status(HELD, shots, confirmed=decision) == "confirmed"
    assert status(shots, HELD, confirmed=decision) == "reported"


def test_a_concession_counts_where_it_is_named():
    left = claim("left", "south-guard", "s1", "concedes")
    assert status(HELD, left, favours=["north"]) == "reported"
    assert status(HELD, left, favours=["north"], ids=("held", "left")) == "confirmed"


def test_what_only_parties_say_is_claimed():
    boast = claim("held", "north-guard", "s1")
    assert status(boast, claim("shots", "radio", "s1"), favours=["north"]) == "claimed"


@pytest.mark.parametrize("contradicts", [None, ["held"]])
def test_a_denial_of_it_makes_it_disputed(contradicts):
    no = claim("no", "south-guard", "s1", "denies", contradicts=contradicts)
    assert status(HELD, no) == "disputed"


def test_a_denial_of_something_else_does_not():
    shots = claim("shots", "radio", "s1")
    no = claim("no", "south-guard", "s1", "denies", contradicts=["shots"])
    assert status(HELD, shots, no) == "reported"


def test_of_two_claims_the_one_that_nothing_is_set_against_carries_it():
    too = claim("too", "radio", "s1")
    other = claim("other", "paper", "s1", contradicts=["held"])
    found = standing(HELD, too, other, ids=("held", "too"))
    assert (found.status.name.value, found.status.speakers, found.claims) == (
        "reported",
        ("radio",),
        (Ref("taken", "too"),),
    )


def test_a_claim_that_another_account_contradicts_is_disputed():
    found = standing(HELD, claim("other", "paper", "s1", contradicts=["held"]))
    assert (found.status.name.value, found.otherwise) == ("disputed", ("paper",))


def test_claims_that_name_the_same_holder_do_not_dispute_it():
    other = claim("other", "paper", "s1", contradicts=["held"])
    assert status(HELD, other, ids=("held", "other")) == "corroborated"


def test_an_account_that_was_taken_back_disputes_nothing():
    other = claim("other", "paper", "s1", contradicts=["held"])
    back = claim("back", "paper", "s2", "withdraws", contradicts=["other"])
    assert status(HELD, other, back) == "reported"


@pytest.mark.parametrize(
    "claims",
    [
        (HELD, claim("back", "watch", "s2", "withdraws")),
        (HELD, claim("no", "watch", "s2", "denies")),
        (claim("held", "watch", "r"),),
        (HELD, claim("back", "watch", "s2", "withdraws"), claim("shots", "radio", "s1")),
    ],
)
def test_what_its_speaker_gave_up_carries_nothing(claims):
    assert not standing(*claims).carries
    assert control(told(*claims)).places == ()


def test_an_opinion_carries_nothing():
    assert control(told(claim("held", "watch", "s1", opinion="true"))).places == ()


def test_without_a_claim_nothing_is_held():
    assert control(told(HELD, ids=())).places == ()


def test_an_edition_has_a_holder_from_the_day_on_which_somebody_said_so():
    known = told(claim("shots", "radio", "s1"), claim("held", "watch", "s3"))
    assert known_at(known, day(2)).events[0].changes == ()
    assert control(known_at(known, day(2))).places == ()
    assert control(known_at(known, day(3))).places == ("ford",)


def test_an_edition_counts_the_claims_that_were_known():
    known = told(HELD, claim("too", "radio", "s3"), ids=("held", "too"))
    names = [control(known_at(known, day(on))).on("ford", day(on))[0].status.name.value for on in (2, 3)]
    assert names == ["reported", "corroborated"]
