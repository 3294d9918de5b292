"""What a known day brings, and what one state of the facts says that another did not."""

from dataclasses import replace

import pytest

from generator.derive.story_of_changes import changes, story_of_changes
from generator.model.places import Point
from tests.derive.make import (
    actor,
    claim,
    day,
    event,
    facts,
    figure,
    refs,
    relation,
    series,
    source,
    tell,
    words,
)
from tests.world import world


def story(said, **fields):
    """(day, kind, status) of each change of the one event of a world."""
    _, told = tell(words(said), **fields)
    return [
        ((one.day - day(0)).days, one.kind.value, one.after.value)
        for days in story_of_changes(told)
        for one in days.changes
    ]


CASES = {
    "one speaker": ("watch 2", [(2, "new", "reported")]),
    "a second one": ("watch 2; radio 4", [(2, "new", "reported"), (4, "raised", "corroborated")]),
    "the same again": ("watch 2; watch 4", [(2, "new", "reported"), (4, "new", "reported")]),
    "a denial": ("watch 1; paper denies 3", [(1, "new", "reported"), (3, "disputed", "disputed")]),
    "denied, then given up": (
        "watch 1; paper denies 3; paper withdraws 5",
        [(1, "new", "reported"), (3, "disputed", "disputed"), (5, "raised", "reported")],
    ),
    "one of two takes it back": (
        "watch 1; radio 1; radio withdraws 3",
        [(1, "new", "corroborated"), (3, "lowered", "reported")],
    ),
    "the only one takes it back": (
        "watch 1; watch withdraws 3",
        [(1, "new", "reported"), (3, "withdrawn", "withdrawn")],
    ),
    "one of three takes it back": (
        "watch 1; radio 1; paper 1; radio withdraws 3",
        [(1, "new", "corroborated"), (3, "corrected", "corroborated")],
    ),
    "its source is retracted": (
        "watch 1 retracted 4",
        [(1, "new", "reported"), (4, "withdrawn", "withdrawn")],
    ),
    "one source of two is retracted": (
        "watch 1 also unseen retracted 4",
        [(1, "new", "reported"), (4, "corrected", "reported")],
    ),
    "unable": ("watch 1; paper cannot-confirm 2", [(1, "new", "reported"), (2, "new", "reported")]),
    "retracted before it was known": ("watch 5 retracted 4", [(5, "new", "withdrawn")]),
}


@pytest.mark.parametrize(("said", "wanted"), CASES.values(), ids=CASES)
def test_each_day_brings_what_it_brought(said, wanted):
    assert story(said, favours=()) == wanted


def test_a_change_names_what_it_is_about():
    _, told = tell(words("watch 1; radio 1; paper 1; radio withdraws 3"), favours=())
    about = {one.day: one.refs for days in story_of_changes(told) for one in days.changes}
    assert about == {day(1): refs("told/c1 told/c2 told/c3"), day(3): refs("told/c2 told/c4")}


def counted(*figures):
    sources = (source("s1"), source("s3", 3), source("s4", 4, retracted={"on": str(day(6)), "why": "Wrong."}))
    told = facts(sources=sources, series=(series("lost", *figures),))
    return [
        ((one.day - day(0)).days, one.kind.value, one.refs)
        for days in story_of_changes(told)
        for one in days.changes
    ]


def test_a_figure_of_a_later_day_is_new():
    counts = counted(
        figure("f1", "watch", "s1", value=4), figure("f3", "watch", "s3", value=9, as_of="2031-05-03")
    )
    assert counts == [(1, "new", refs("lost/f1")), (3, "new", refs("lost/f3"))]


def test_another_number_for_the_same_day_corrects():
    counts = counted(figure("f1", "watch", "s1", value=4), figure("f3", "watch", "s3", value=3))
    assert counts == [(1, "new", refs("lost/f1")), (3, "corrected", refs("lost/f1 lost/f3"))]


def test_another_speaker_corrects_nobody():
    counts = counted(figure("f1", "watch", "s1", value=4), figure("f3", "radio", "s3", value=3))
    assert counts == [(1, "new", refs("lost/f1")), (3, "new", refs("lost/f3"))]


def test_a_series_is_withdrawn_with_its_last_figure():
    taken = figure("f3", "watch", "s3", value=4, stance="withdraws")
    assert counted(figure("f1", "watch", "s1", value=4), taken)[1] == (
        3,
        "withdrawn",
        refs("lost/f1 lost/f3"),
    )
    assert counted(figure("f1", "watch", "s4", value=4))[1] == (6, "withdrawn", refs("lost/f1"))


def test_an_actor_is_withdrawn_with_the_last_word_about_it():
    mill = actor(
        "mill",
        claims=[claim("c1", "watch", "s1"), claim("c2", "watch", "s3", "withdraws", contradicts=["c1"])],
    )
    told = facts(sources=(source("s1"), source("s3", 3)), actors=(actor("watch"), mill))
    assert [(one.kind.value, one.refs) for days in story_of_changes(told) for one in days.changes] == [
        ("new", refs("mill/c1")),
        ("withdrawn", refs("mill/c1 mill/c2")),
    ]


def test_a_position_on_the_map_is_no_news():
    made = world()
    assert not any(
        isinstance(made.statements[ref], Point)
        for days in story_of_changes(made)
        for one in days.changes
        for ref in one.refs
    )


# Two revisions of the facts.


def river(**fields):
    sources = (source("s1"), source("s2", 2), source("s0", 0))
    return facts(sources=sources, **fields)


def flood(*more, **fields):
    return event("flood", claim("c1", "watch", "s1"), *more, favours=(), **fields)


def kinds(before, after):
    return [(one.kind.value, one.record) for one in changes(before, after)]


def test_the_same_facts_differ_in_nothing():
    assert not changes(world(), world())


def test_a_fact_of_an_old_day_is_a_difference_too():
    before, after = (
        river(events=(flood(),)),
        river(events=(flood(), event("feast", claim("c", "radio", "s0")))),
    )
    assert kinds(before, after) == [("new", "feast")]


def test_a_claim_that_changes_the_status_is_a_difference_of_it():
    after = river(events=(flood(claim("c2", "radio", "s2")),))
    assert kinds(river(events=(flood(),)), after) == [("raised", "flood")]


def test_other_words_are_an_edit_of_the_statement():
    before = river(events=(flood(),))
    claims = (claim("c1", "watch", "s1", says="It rained."),)
    after = replace(before, events=(flood().model_copy(update={"claims": claims}),))
    assert [(one.kind.value, one.refs) for one in changes(before, after)] == [("edited", refs("flood/c1"))]
    assert not changes(before, replace(after, known=day(5)))


def test_a_record_that_is_gone_was_removed_unless_it_has_another_id():
    before = river(events=(flood(),))
    assert kinds(before, river()) == [("removed", "flood")]
    renamed = river(events=(flood().model_copy(update={"id": "high-water"}),))
    assert [(one.kind.value, one.record, one.was) for one in changes(before, renamed)] == [
        ("renamed", "high-water", "flood")
    ]


def test_an_actor_is_not_edited_by_its_relations():
    mill, others = actor("mill"), (actor("radio"), actor("watch"))
    feud = relation("feud", "radio", claim("c", "watch", "s1"))
    before = river(actors=(*others, mill))
    after = river(actors=(*others, mill.model_copy(update={"relations": (feud,)})))
    assert kinds(before, after) == [("new", "feud")]
