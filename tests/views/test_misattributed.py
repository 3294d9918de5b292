"""Who is heard in a source is what it prints; that the editors name another speaker is their note."""

from generator.derive.index import index
from generator.derive.snapshot import known_at
from generator.model.facts import Facts
from generator.model.refs import Ref
from generator.pages.render import render
from tests.derive.make import actor, claim, day, event, facts, figure, place, series, source

OTHER = {"in": "copy", "to": "watch", "why": "The wire names radio."}


def told(**fields: object) -> Facts:
    """Radio says something in the wire; a copy prints it as said by somebody else."""
    return facts(
        sources=(source("wire", known=2), source("copy")),
        actors=(actor("watch"), actor("radio"), actor("paper")),
        places=(place("ford"),),
        events=(event("taken", claim("c1", "radio", ["wire", "copy"], **fields)),),
    )


def heard(made: Facts, name: str) -> tuple[str, ...]:
    return index(made).speakers_of_source.get(name, ())


def test_a_source_is_heard_with_whom_it_prints() -> None:
    assert heard(told(), "copy") == heard(told(), "wire") == ("radio",)
    made = told(misattributed=[OTHER])
    assert (heard(made, "copy"), heard(made, "wire")) == (("watch",), ("radio",))
    assert index(made).said_by == {"radio": (Ref("taken", "c1"),)}
    assert index(made).statements_of_source["copy"] == (Ref("taken", "c1"),)


def test_a_source_may_name_nobody_or_several() -> None:
    assert heard(told(misattributed=[{"in": "copy", "why": "No name."}]), "copy") == ()
    assert heard(told(misattributed=[OTHER | {"to": ["watch", "paper"]}]), "copy") == ("watch", "paper")
    both = told(misattributed=[OTHER | {"in": ["copy", "wire@p2"]}])
    assert heard(both, "copy") == heard(both, "wire") == ("watch",)


def test_a_figure_too() -> None:
    counted = figure("f1", "radio", "copy", value=3, misattributed=[OTHER])
    made = facts(
        sources=(source("copy"),),
        actors=(actor("watch"), actor("radio")),
        places=(place("ford"),),
        series=(series("dead", counted),),
    )
    assert heard(made, "copy") == ("watch",)
    pages = {page.path: page.body for page in render(made, "en")}
    assert "credits this to [Watch]" in pages["casualties.md"]


def test_both_pages_say_why() -> None:
    pages = {page.path: page.body for page in render(told(misattributed=[OTHER]), "en")}
    why = "The wire names radio."
    assert "- Quoted in it: [Watch](../actors/watch.md)" in pages["sources/copy.md"]
    assert (
        "[Radio](../actors/radio.md): printed as said by [Watch](../actors/watch.md). " + why
        in pages["sources/copy.md"]
    )
    assert (
        "[Item copy](../sources/copy.md) credits this to [Watch](../actors/watch.md). " + why
        in pages["events/taken.md"]
    )
    assert why not in pages["sources/wire.md"]
    silent = {page.path: page.body for page in render(told(misattributed=[{"in": "copy", "why": why}]), "en")}
    assert "Speakers heard in it" not in silent["sources/copy.md"]
    assert "printed without a speaker. " + why in silent["sources/copy.md"]
    assert "names nobody who said this. " + why in silent["events/taken.md"]


def test_an_earlier_edition_tells_it_of_what_was_known() -> None:
    made = told(misattributed=[OTHER, {"in": "wire", "to": "paper", "why": "A slip."}])
    then = known_at(made, day(1))
    assert (heard(then, "copy"), heard(then, "wire")) == (("watch",), ())
    assert {one.id for one in then.actors} == {"watch", "radio"}


def test_what_is_carried_with_care_has_a_list_of_its_own() -> None:
    cared = source("item", with_care=[{"at": "p. 2", "why": "Its own version."}])
    made = facts(
        sources=(cared,), actors=(actor("watch"),), events=(event("e", claim("c", "watch", "item")),)
    )
    body = {page.path: page.body for page in render(made, "en")}["sources/item.md"]
    assert "Where this explainer says something else, and why" in body
    assert "What we left out" not in body
