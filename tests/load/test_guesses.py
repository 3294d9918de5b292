"""What an unknown key or word was meant for, and what is never offered for it."""

import pytest

from generator.load.guesses import meant_key, nearest, strict_bound
from generator.model.figures import Figure
from generator.model.vocabulary import RelationType, Stance

KEYS = [field.alias or name for name, field in Figure.model_fields.items()]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("at_mots", "at_most"),
        ("atmost", "at_most"),
        ("at-most", "at_most"),
        ("up_to", "at_most"),
        ("maximum", "at_most"),
        ("no_more_than", "at_most"),
        ("less_than", "at_most"),
        ("fewer than", "at_most"),
        ("min", "at_least"),
        ("not_less_than", "at_least"),
        ("more_than", "at_least"),
        ("over", "at_least"),
        ("around", "about"),
        ("speakers", "by"),
    ],
)
def test_words_for_bounds_lead_to_the_bound_that_they_mean(key: str, meant: str):
    assert meant_key(key, KEYS) == meant


def test_a_bound_is_never_offered_for_the_other_one():
    assert meant_key("at_most", [key for key in KEYS if key != "at_most"]) != "at_least"
    assert meant_key("at_least", [key for key in KEYS if key != "at_least"]) != "at_most"


@pytest.mark.parametrize("word", ["confirm", "confirms", "confirmed", "can-confirm"])
def test_who_confirms_is_not_told_to_write_that_nobody_can(word: str):
    assert nearest(word, [stance.value for stance in Stance]) != "cannot-confirm"


@pytest.mark.parametrize(
    ("word", "other"),
    [("led-by", "leads"), ("granted-asylum-by", "granted-asylum-to"), ("predecessor-of", "successor-of")],
)
def test_a_relation_is_not_turned_round(word: str, other: str):
    assert nearest(word, [kind.value for kind in RelationType]) != other


def test_a_strict_bound_moves_by_one():
    assert "`at_most: 39`" in strict_bound("less_than", "40")
    assert "`at_most: 39`" in strict_bound("fewer-than", "40")
    assert "`at_least: 41`" in strict_bound("more_than", "40")
    for key, value in (("up_to", "40"), ("less_than", "0"), ("less_than", ["40"]), ("less_than", "forty")):
        assert strict_bound(key, value) == ""
