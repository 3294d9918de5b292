"""Where dates tie the order is the editor's: that of the files, in every list."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.derive.changes import ChangeKind
from generator.derive.story_of_changes import changes
from generator.model.dates import parse_when
from generator.model.facts import Facts
from generator.views.actors import actor_page
from generator.views.changes import changes_page
from generator.views.context import context
from generator.views.feeds import feeds
from generator.views.figures import series_view
from generator.views.places import place_page
from generator.views.relations import relation_lines
from generator.views.sources import source_lines
from generator.views.timeline import timeline
from tests.derive.make import actor, claim, event, facts, figure, place, relation, series, source
from tests.load.folders import EVENT, load_files

NAMES = ("same-c", "same-a", "same-b")


def tied(occurred: str) -> Facts:
    """Three of everything that can be sorted by a date, all of one date, in an order of their own."""
    word = claim("word", "watch", "same-c-item")
    ties = (relation(f"to-{name}", f"z-{name}", word, period=occurred) for name in NAMES)
    figures = (
        figure(name, f"z-{name}", "same-c-item", value=number, as_of=occurred)
        for number, name in enumerate(NAMES)
    )
    fields = {"occurred": occurred, "where": ["ford"], "who": ["radio"], "key": True}
    return facts(
        sources=tuple(source(f"{name}-item") for name in NAMES),
        actors=(
            *(actor(f"z-{name}") for name in NAMES),
            actor("watch", relations=tuple(ties)),
            actor("radio"),
        ),
        places=(place("ford"),),
        events=tuple(event(name, word, **fields) for name in NAMES),
        series=(series("toll", *figures),),
    )


DATES = ("2031-05-01", "2031-05", "2031", "2031-05~", "203X", "2031-21", "2031-04/2031-05", "../2031-05")


@pytest.fixture(params=DATES)
def made(request: pytest.FixtureRequest) -> Facts:
    return tied(request.param)


def test_events_stand_as_the_files_have_them(made: Facts) -> None:
    shown = context(made, "en")
    assert [one.line.id for day in timeline(shown).days for one in day.events] == list(NAMES)
    ford, radio = shown.queries.record("ford"), shown.queries.record("radio")
    assert [line.id for line in place_page(shown, ford).events] == list(NAMES)
    assert [line.id for line in actor_page(shown, radio).events] == list(NAMES)


def test_figures_relations_and_sources_stand_as_the_files_have_them(made: Facts) -> None:
    shown = context(made, "en")
    assert [ref.statement for ref in series_view(shown, "toll").refs] == list(NAMES)
    assert [line.id for line in relation_lines(shown)] == [f"to-{name}" for name in NAMES]
    assert [line.id for line in source_lines(shown)] == [f"{name}-item" for name in NAMES]


def test_changes_and_feeds_tell_them_as_the_files_have_them(made: Facts) -> None:
    shown = context(made, "en")
    lines = [line.record for day in changes_page(shown).days for line in day.lines if line.record in NAMES]
    assert lines == list(NAMES)
    for feed in feeds(shown):
        records = [one.record for one in feed.told if one.record in NAMES]
        assert records in ([], list(NAMES)) or len(records) == 1


def test_a_feed_mixes_what_an_actor_did_and_said_in_file_order() -> None:
    """Of what an actor only spoke of and what it took part in neither comes first by itself."""
    made = facts(
        sources=(source("item"),),
        actors=(actor("watch"), actor("radio")),
        events=(
            event("c-spoke", claim("word", "radio", "item")),
            event("b-took-part", claim("word", "watch", "item"), who=["radio"]),
            event("a-spoke", claim("word", "radio", "item")),
        ),
    )
    (feed,) = [one for one in feeds(context(made, "en")) if one.path == "feeds/actors/radio"]
    assert [one.record for one in feed.told] == ["c-spoke", "b-took-part", "a-spoke"]


def test_two_revisions_differ_in_file_order() -> None:
    before = tied("2031-05-01")
    edited = tuple(one.model_copy(update={"key": False}) for one in before.events)
    after = replace(before, events=edited)
    told = [one.record for one in changes(before, after) if one.kind is ChangeKind.EDITED]
    assert told == list(NAMES)


def test_files_of_a_folder_are_read_by_their_names(tmp_path: Path) -> None:
    files = {
        f"timeline/{file}.yml": EVENT.replace("weir-opens", name) + EVENT.replace("weir-opens", f"{name}-too")
        for file, name in (("20-later", "aa"), ("10-first", "zz"), ("15-between", "mm"))
    }
    events = load_files(tmp_path, files).facts.events
    assert [one.id for one in events] == ["zz", "zz-too", "mm", "mm-too", "aa", "aa-too"]
    shown = timeline(context(load_files(tmp_path, {}).facts, "en"))
    assert [one.line.id for day in shown.days for one in day.events] == [one.id for one in events]


def test_a_time_of_day_still_comes_before_the_order_of_files() -> None:
    made = tied("2031-05-01")
    late, early, none = (
        one.model_copy(update={"occurred": parse_when(when)})
        for one, when in zip(made.events, ("2031-05-01T17:00", "2031-05-01T09:00", "2031-05-01"), strict=True)
    )
    shown = timeline(context(replace(made, events=(late, early, none)), "en"))
    assert [one.line.id for day in shown.days for one in day.events] == ["same-b", "same-a", "same-c"]
