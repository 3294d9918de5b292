"""When something became known."""

import pytest

from generator.derive.known_days import known_day
from generator.model.fields import Citation
from tests.derive.make import day, facts, source


@pytest.mark.parametrize(
    ("published", "known"),
    [
        ("2031-05-08", "2031-05-08"),
        ("2031-05-08T04:30", "2031-05-08"),
        ("2031-05", "2031-05-31"),
        ("2031", "2031-12-31"),
        ("2031-05-02/2031-05-09", "2031-05-09"),
        ("2031-05-02~", "2031-05-02"),
        (None, "2032-02-02"),  # undated: the day we read it
        ("2031-05-02/..", "2032-02-02"),  # still growing: the day we read it
    ],
)
def test_a_source_is_known_late_rather_than_early(published, known):
    world = facts(sources=(source("item", published=published, accessed="2032-02-02"),))
    assert known_day([Citation("item", "p. 3")], world).isoformat() == known


def test_words_read_twice_were_known_with_the_first():
    world = facts(sources=(source("later", 9), source("sooner", 4)))
    assert known_day([Citation("later"), Citation("sooner")], world) == day(4)


def test_a_source_that_does_not_exist_makes_nothing_known():
    world = facts(sources=(source("item", 4),))
    assert known_day([Citation("ghost"), Citation("item")], world) == day(4)
    assert known_day([Citation("ghost")], world).year == 9999
