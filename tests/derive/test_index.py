"""Lookups made once."""

from generator.derive.index import index
from generator.model.refs import Ref
from tests.derive.ask import history, status
from tests.derive.make import (
    actor,
    cast,
    claim,
    day,
    event,
    facts,
    figure,
    paragraph,
    place,
    question,
    refs,
    relation,
    sentence,
    series,
    source,
)


def world():
    feud = relation("feud", "radio", claim("yes", "watch", "s1"))
    point = {"lat": "1.0", "lon": "2.0", "by": "paper", "cite": "s2"}
    flood = event(
        "flood",
        claim("a", "watch", ["s1", "s2"]),
        claim("b", "north-guard", "s2"),
        where=["ford", "ford"],
        who=["watch"],
        changes=[
            {"place": "weir", "holder": "north-guard", "claims": "c"},
            {"place": "weir", "holder": "south", "claims": "c"},
        ],
        confirmed={"on": "2031-05-03", "why": "It was filmed.", "cite": "s3"},
    )
    return facts(
        sources=(source("s1", 1), source("s2", 2, derives_from=["s1"]), source("s3", 3, carries="radio")),
        actors=(*cast(), actor("mill", relations=(feud,), claims=(claim("is", "mill", "s3"),))),
        places=(place("ford", within="weir", point=point), place("weir")),
        events=(flood,),
        series=(series("lost", figure("f", "watch", "s3", value=3), about=["flood"], favours=["south"]),),
        questions=(
            question("why", paragraph(sentence("So.", "flood"), sentence("And so.", "flood", "lost/f"))),
        ),
    )


def test_what_refers_to_what():
    found = index(world())
    assert found.parties == {"north-guard", "north-crown", "south-guard", "east-envoy"}
    assert found.said_by["watch"] == refs("feud/yes flood/a lost/f")
    assert found.said_by["paper"] == refs("ford/point")
    assert found.statements_of_source["s2"] == refs("ford/point flood/a flood/b")
    assert found.speakers_of_source["s1"] == ("watch",)
    assert found.repeats_of_source == {"s1": ("s2",)}
    assert found.events_of_actor == {name: ("flood",) for name in ("watch", "north-guard", "south")}
    assert found.events_of_place == {"ford": ("flood",), "weir": ("flood",)}
    assert found.series_of_place == {"ford": ("lost",)}
    assert found.series_of_event == {"flood": ("lost",)}
    assert found.relations_to == {"radio": ("feud",)}
    assert found.places_within == {"weir": ("ford",)}


def test_how_each_record_stands():
    known = world()
    found = index(known)
    flood = known.events[0]
    assert found.timelines["flood"].now == status(flood, known)
    assert found.timelines["flood"].history == history(flood, known)
    assert set(found.timelines) == {"feud", "flood"}
    assert found.known_days[Ref("flood", "a")] == day(1)


def test_an_index_cannot_be_changed():
    found = index(world())
    assert not any(hasattr(getattr(found, name), "__setitem__") for name in vars(found))
