"""Names of records, wherever a page needs one."""

from dataclasses import replace

from generator.model.events import Event
from generator.views.context import context
from generator.views.rich_text import plain_text
from tests.world import world


def _event(name: str, title: str) -> Event:
    claim = {"id": "word", "says": "It did.", "by": "ternwire", "cite": "ternwire-0301"}
    return Event.model_validate({"id": name, "occurred": "2018", "title": title, "claims": [claim]})


def test_two_titles_that_link_to_each_other_have_an_end() -> None:
    events = (_event("one-event", "After [[other-event]]"), _event("other-event", "Before [[one-event]]"))
    made = context(replace(world(), events=events), "en")
    assert plain_text(made.name("one-event")) == "After other-event (reported)"


def test_names_are_joined_as_the_language_joins_them() -> None:
    made = context(world(), "en")
    assert plain_text(made.mentions(("river-league", "gazette"))) == "the River League and the Ondra Gazette"
