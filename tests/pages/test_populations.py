"""Built-in populations have a name in words."""

from generator.model.vocabulary import POPULATIONS
from generator.views.context import context
from generator.views.rich_text import plain_text
from tests.world import world


def test_every_built_in_population_is_named_in_arabic() -> None:
    made = context(world(), "ar")
    names = {plain_text(made.name(population)) for population in POPULATIONS}
    assert len(names) == len(POPULATIONS)
    assert not names & set(POPULATIONS)
