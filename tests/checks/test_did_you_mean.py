"""Guesses: a known name, near to what was written, and the same each time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.did_you_mean import Nearest

_NAMES = st.lists(st.from_regex(r"[a-z]{1,6}(-[a-z]{1,6}){0,2}", fullmatch=True), max_size=30)


@settings(deadline=None)
@given(_NAMES, st.text(alphabet="abc-", max_size=12))
def test_a_guess_is_a_known_name(names: list[str], wrong: str):
    assert Nearest(names).to(wrong) in {None, *names}


@settings(deadline=None)
@given(_NAMES.filter(bool), st.randoms(use_true_random=False))
def test_a_known_name_is_nearest_to_itself(names: list[str], random):
    name = random.choice(names)
    assert Nearest(names).to(name) == name


def test_a_slip_is_recognised():
    names = ["north-quay", "south-quay", "reef-crews", "lantern"]
    guesses = {
        "nort-quay": "north-quay",
        "lantren": "lantern",
        "reefcrews": "reef-crews",
        "crews": "reef-crews",
    }
    assert {wrong: Nearest(names).to(wrong) for wrong in guesses} == guesses


def test_another_word_is_not_guessed():
    assert Nearest(["quay-taken", "quay-residents"]).to("harbour-fire") is None
    assert Nearest([]).to("quay") is None
    assert Nearest(["quay"]).to("") is None


def test_no_guess_means_the_opposite():
    assert Nearest(["north-quay"]).to("south-quay") is None
    assert Nearest(["south-quay", "nort-quays"]).to("north-quay") == "nort-quays"
    assert Nearest(["first-report", "league-denies"]).to("last-report") is None
