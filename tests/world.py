"""The invented country that the tests speak of: `tests/data/world/content/`."""

from functools import cache
from pathlib import Path

from generator.load import load
from generator.model.facts import Facts
from generator.pages.render import render

DATA = Path(__file__).parent / "data"
WORLD = DATA / "world"


@cache
def world() -> Facts:
    """The facts of the invented country, read once. Fails when they hold an error."""
    loaded = load(WORLD)
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    assert not errors, "\n".join(map(str, errors))
    return loaded.facts


@cache
def world_pages(language: str = "en") -> dict[str, str]:
    """The text of each page about it, by path, made once: for reading alone."""
    return {page.path: page.text for page in render(world(), language)}
