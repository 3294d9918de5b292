"""What an edition keeps, drops and rewrites, case by case."""

from generator.derive.snapshot import known_at
from generator.model.questions import Block
from generator.model.refs import Ref
from generator.model.text import Text
from tests.derive.make import (
    actor,
    cast,
    claim,
    day,
    event,
    explainer,
    facts,
    figure,
    heading,
    paragraph,
    place,
    question,
    relation,
    sentence,
    series,
    source,
)

EARLY, LATE = source("early", 2), source("late", 8)


def at(number, **fields):
    return known_at(facts(**{"sources": (EARLY, LATE), **fields}), day(number))


def ids(records):
    return [record.id for record in records]


def test_statements_go_with_their_citations_and_records_with_their_statements():
    edition = at(
        5,
        events=(
            event(
                "flood",
                claim("a", "watch", ["late", "early"]),
                claim("b", "radio", "late", contradicts=["a"]),
            ),
            event("feast", claim("a", "watch", "late")),
        ),
        series=(
            series(
                "lost",
                figure("f", "watch", "early", value=1),
                figure("g", "watch", "late", value=2),
                about=["feast"],
            ),
            series("gone", figure("f", "watch", "late", value=1)),
        ),
    )
    assert set(edition.statements) == {Ref("flood", "a"), Ref("lost", "f")}
    assert [citation.source for citation in edition.statements[Ref("flood", "a")].cite] == ["early"]
    assert ids(edition.sources) == ["early"]
    assert edition.series[0].about == ()
    assert edition.known == edition.edition_day == day(5)


def test_rivals_that_are_not_known_yet_are_not_named():
    told = event("flood", claim("a", "watch", "early", contradicts=["b"]), claim("b", "radio", "late"))
    assert at(5, events=(told,)).events[0].claims[0].contradicts == ()
    assert at(8, events=(told,)).events[0].claims[0].contradicts == ("b",)


def test_decisions_and_retractions_wait_for_their_day():
    decision = {"on": str(day(6)), "why": "It was filmed.", "cite": ["late", "early"]}
    items = (source("early", 2, retracted={"on": str(day(7)), "why": "An error."}), LATE)
    world = {"sources": items, "events": (event("flood", claim("a", "watch", "early"), confirmed=decision),)}
    assert at(5, **world).events[0].confirmed is None
    assert [citation.source for citation in at(6, **world).events[0].confirmed.cite] == ["early"]
    assert at(6, **world).sources[0].retracted is None
    assert at(7, **world).sources[0].retracted is not None


def test_dates_are_those_of_the_day():
    told = event(
        "flood",
        claim("a", "watch", "early"),
        occurred=f"{day(1)}/{day(4)}",
    )
    feud = relation("feud", "radio", claim("a", "watch", "early"), period=f"{day(1)}/{day(7)}")
    counted = series("lost", figure("f", "watch", "early", value=1), period=f"{day(1)}/{day(9)}")
    world = {"events": (told,), "actors": (*cast(), actor("mill", relations=(feud,))), "series": (counted,)}
    edition = at(2, **world)
    assert str(edition.events[0].occurred) == f"{day(1)}/{day(2)}"
    assert str(edition.by_id["feud"].period) == f"{day(1)}/.."
    assert str(edition.series[0].period) == f"{day(1)}/.."
    assert at(9, **world).events == (told,)


def test_a_date_is_as_vague_as_before_the_claims_that_narrowed_it():
    steps = [{"claim": "b", "was": "2031"}, {"claim": "c", "was": f"{day(1)}/{day(3)}"}]
    claims = (claim("a", "watch", "early"), claim("b", "radio", "mid"), claim("c", "paper", "late"))
    told = event("flood", *claims, occurred=f"{day(2)}T05:00", narrowed=steps)
    world = {"sources": (EARLY, source("mid", 5), LATE), "events": (told,)}
    dates = [str(at(number, **world).events[0].occurred) for number in (2, 5, 8)]
    assert dates == ["2031", f"{day(1)}/{day(3)}", f"{day(2)}T05:00"]


def test_that_something_will_end_is_not_known_before():
    feud = relation("feud", "radio", claim("a", "watch", "early"), period=f"../{day(7)}")
    world = {"actors": (*cast(), actor("mill", relations=(feud,)))}
    assert at(3, **world).by_id["feud"].period is None
    assert str(at(7, **world).by_id["feud"].period) == f"../{day(7)}"


def test_actors_and_places_stay_while_something_kept_needs_them():
    told = event("flood", claim("a", "watch", "early", says="By [[mill]]."), where=["ford"], who=["radio"])
    later = event("feast", claim("a", "paper", "late"), where=["weir"])
    figures = figure("f", "watch", "early", value=1, parts=[{"attributed_to": "weaver", "value": 1}])
    edition = at(
        5,
        actors=(*cast(), actor("mill", note={"from": str(day(1)), "text": "See [[well]]."}), actor("weaver")),
        places=(place("ford", within="valley"), place("weir"), place("valley"), place("well")),
        events=(told, later),
        series=(series("lost", figures),),
    )
    assert ids(edition.actors) == ["watch", "radio", "mill", "weaver"]
    assert ids(edition.places) == ["ford", "valley", "well"]


def test_actors_and_places_stay_with_what_is_said_of_them():
    feud = relation("feud", "radio", claim("a", "paper", "early"))
    point = {"lat": "1.0", "lon": "2.0", "by": "watch", "cite": "early"}
    edition = at(
        5,
        actors=(
            *cast(),
            actor("mill", relations=(feud,)),
            actor("weaver", claims=(claim("a", "weaver", "late"),)),
        ),
        places=(place("ford", claims=(claim("a", "watch", "early"),)), place("weir", point=point)),
    )
    assert ids(edition.actors) == ["watch", "radio", "paper", "mill"]
    assert ids(edition.places) == ["ford"]  # a point alone names no place


def test_a_point_goes_with_its_citation():
    point = {"lat": "1.0", "lon": "2.0", "by": "paper", "cite": "late"}
    edition = at(
        5,
        places=(place("ford", point=point),),
        events=(event("flood", claim("a", "watch", "early"), where=["ford"]),),
    )
    assert edition.places[0].point is None
    assert ids(edition.actors) == ["watch"]


def test_sources_keep_no_pointer_to_what_is_not_known():
    items = (
        source("early", 2, derives_from=["late"], carries="paper", left_out=[{"at": "p. 1", "why": "Long."}]),
        LATE,
    )
    known = at(5, sources=items).sources[0]
    assert (known.derives_from, known.carries, known.left_out) == ((), None, ())


def test_editorial_words_show_from_their_day():
    def shown(number, note):
        told = event("flood", claim("a", "watch", "early", note=note), note=note, settles=note)
        event_, said = (
            at(number, events=(told,)).events[0],
            at(number, events=(told,)).statements[Ref("flood", "a")],
        )
        return [bool(event_.note), bool(event_.settles), bool(said.note)]

    assert shown(9, "Words without a day.") == [False, False, False]
    assert shown(5, {"from": str(day(6)), "text": "Later words."}) == [False, False, False]
    assert shown(6, {"from": str(day(6)), "text": "Words of that day."}) == [True, True, True]


def test_the_explainer_keeps_its_earlier_headlines_and_what_it_can_show():
    def head(title, **since):
        return {"title": title, "standfirst": "So.", **since}

    front = explainer(
        headlines=[
            head("First"),
            head("Second", **{"from": str(day(4))}),
            head("Third", **{"from": str(day(6))}),
        ],
        lead="why",
        numbers=["lost", "gone"],
    )
    edition = at(
        5,
        explainer=front,
        series=(
            series("lost", figure("f", "watch", "early", value=1)),
            series("gone", figure("f", "watch", "late", value=1)),
        ),
        questions=(question("why", paragraph(sentence("So.", "gone"))),),
    )
    assert [str(headline.title) for headline in edition.explainer.headlines] == ["First", "Second"]
    assert edition.explainer.lead is None
    assert edition.explainer.numbers == ("lost",)
    assert ids(edition.explainer.sides) == ["north", "south", "east"]


def test_links_to_what_is_not_known_keep_their_words():
    links = Text(
        (
            ("en", "Before [[feast]], [[feast|the meal]] and [[flood]]."),
            ("fr", "Avant [[feast]] et [[flood|les eaux]]."),
            ("ar", "[[feast]]"),
        )
    )
    named = Text((("en", "The [[ford]] feast"), ("fr", "Le festin")))
    told = event("flood", claim("a", "watch", "early"), title=links)
    later = event("feast", claim("a", "watch", "late"), title=named)
    edition = at(5, events=(told, later))
    assert edition.events[0].title.variants == (
        ("en", "Before The Ford feast, the meal and [[flood]]."),
        ("fr", "Avant Le festin et [[flood|les eaux]]."),
        ("ar", "The Ford feast"),
    )
    assert at(8, events=(told, later)).events[0].title is links


def test_a_link_to_a_relation_or_a_statement_is_named_by_its_record():
    feud = relation("feud", "radio", claim("a", "watch", "late"))
    told = event(
        "flood",
        claim("a", "watch", "early"),
        claim("b", "watch", "late"),
        title="[[feud]], [[flood/b]], [[flood/a]]",
    )
    edition = at(5, actors=(*cast(), actor("mill", relations=(feud,))), events=(told,))
    assert str(edition.events[0].title).startswith("Radio, ")
    assert str(edition.events[0].title).endswith(", [[flood/a]]")


def test_names_that_link_to_each_other_come_to_an_end():
    told = event("flood", claim("a", "watch", "early"), title="[[feast]]")
    later = (
        event("feast", claim("a", "watch", "late"), title="After [[dance]]"),
        event("dance", claim("a", "watch", "late"), title="Before [[feast]]"),
    )
    assert str(at(5, events=(told, *later)).events[0].title).startswith("After Before ")


def answer(number, *blocks, **fields):
    world = {
        "actors": (*cast(), actor("mill", claims=(claim("a", "mill", "late"),))),
        "events": (
            event(
                "flood",
                claim("a", "watch", "early"),
                claim("b", "watch", "late"),
                who=["mill"],
                where=["ford"],
            ),
            event("feast", claim("a", "watch", "late")),
        ),
    }
    return at(number, **world, questions=(question("why", *blocks, **fields),)).questions


def test_sentences_stay_when_all_they_cite_is_known():
    kept = sentence("It rose.", "flood", "flood/a", "ford")
    gone = [
        sentence("They ate.", "flood", "feast"),
        sentence("It fell.", "flood/b"),
        sentence("They grind.", "mill"),  # named in a known event, yet nothing known is said of it
        sentence("Nobody cites this."),
        sentence("As asked.", "why"),
    ]
    (found,) = answer(
        5, paragraph(gone[0], kept), Block("list", ((gone[1],), (kept, gone[2]))), paragraph(*gone[3:])
    )
    assert found.answers == (("", (paragraph(kept), Block("list", ((kept,),)))),)
    assert answer(5, paragraph(*gone)) == ()


def test_headings_without_content_and_editorial_blocks_go():
    kept, gone = paragraph(sentence("It rose.", "flood")), paragraph(sentence("They ate.", "feast"))
    editorial = paragraph(sentence("We think so.", "flood"), editorial=True)
    blocks = (
        heading("One"),
        kept,
        heading("Two"),
        gone,
        heading("Three"),
        editorial,
        heading("Four"),
        kept,
        heading("Five"),
    )
    (found,) = answer(5, *blocks)
    assert found.answers == (("", (heading("One"), kept, heading("Four"), kept)),)


def test_a_language_with_nothing_left_to_say_goes():
    kept, gone = paragraph(sentence("It rose.", "flood")), paragraph(sentence("Ils mangent.", "feast"))
    (found,) = answer(5, answers=(("", (kept,)), ("fr", (gone,))))
    assert found.answers == (("", (kept,)),)


def test_links_in_prose_keep_their_words_in_their_language():
    said = sentence("Avant [[feast]], à [[ford|la rivière]].", "flood")
    (found,) = answer(5, answers=(("fr", (paragraph(said),)),))
    assert found.answers[0][1][0].items[0][0].words == "Avant Event feast, à [[ford|la rivière]]."


def test_an_edition_of_an_earlier_edition_stays_at_its_day():
    world = facts(sources=(EARLY, LATE), events=(event("flood", claim("a", "watch", "late")),))
    assert known_at(known_at(world, day(5)), day(9)).known == day(5)
