"""Where speakers differ, and what is still open."""

from generator.derive import Disagreement, OpenQuestion, disagreements, index, open_questions
from tests.derive.make import Word as W
from tests.derive.make import (
    actor,
    cast,
    claim,
    event,
    facts,
    figure,
    paragraph,
    place,
    question,
    relation,
    sentence,
    series,
    source,
    tell,
)

ITEMS = tuple(source(f"s{number}", number) for number in range(1, 10))


def split(*words, **fields):
    return [(found.kind.value, found.sides) for found in disagreements(tell(words, **fields)[1])]


def counted(*figures):
    world = facts(sources=ITEMS, series=(series("lost", *figures),))
    return [found.sides for found in disagreements(world)]


def test_a_denial_stands_against_all_who_assert():
    assert split(W("watch"), W("radio", "denies"), W("paper", on=2, repeats=("s1",))) == [
        ("denied", (("told/c1", "told/c3"), ("told/c2",)))
    ]


def test_a_concession_does_not_end_a_disagreement_but_a_withdrawal_does():
    assert len(split(W("watch"), W("south-guard", "concedes"), W("radio", "denies"), favours=("north",))) == 1
    assert split(W("watch"), W("radio", "denies"), W("radio", "withdraws", 3)) == []
    assert split(W("watch"), W("radio", "denies"), W("watch", "withdraws", 3)) == []
    assert split(W("watch"), W("watch", "denies")) == []
    assert split(W("watch", "denies"), W("radio", "cannot-confirm")) == []


def test_relations_are_disputed_like_events():
    feud = relation("feud", "radio", claim("yes", "watch", "s1"), claim("no", "radio", "s2", "denies"))
    world = facts(sources=ITEMS, actors=(*cast(), actor("mill", relations=(feud,))))
    assert disagreements(world) == (Disagreement("feud", "denied", (("feud/yes",), ("feud/no",))),)


def test_rival_versions_stand_side_by_side():
    told = event(
        "told",
        claim("dawn", "watch", "s1", contradicts=["dusk", "noon"]),
        claim("dusk", "radio", "s2"),
        claim("noon", "paper", "s3", contradicts=["dusk"]),
        claim("dawn-too", "north-guard", "s4", contradicts=["noon"]),
        claim("aside", "watch", "s5"),
    )
    found = disagreements(facts(sources=ITEMS, events=(told,)))
    assert [(one.kind, one.sides) for one in found] == [
        ("versions", (("told/dawn", "told/dawn-too"), ("told/dusk",), ("told/noon",)))
    ]


def test_separate_rivalries_are_separate_disagreements():
    told = event(
        "told",
        claim("a", "watch", "s1", contradicts=["b"]),
        claim("b", "radio", "s2"),
        claim("c", "watch", "s3"),
        claim("d", "radio", "s4", contradicts=["c"]),
    )
    found = disagreements(facts(sources=ITEMS, events=(told,)))
    assert [one.sides for one in found] == [(("told/a",), ("told/b",)), (("told/c",), ("told/d",))]


def test_a_version_that_was_withdrawn_is_no_rival():
    told = event(
        "told",
        claim("a", "watch", "s1", contradicts=["b"]),
        claim("b", "radio", "s2"),
        claim("back", "radio", "s3", "withdraws"),
    )
    assert disagreements(facts(sources=ITEMS, events=(told,))) == ()


def test_versions_of_what_an_actor_or_place_is():
    mill = actor("mill", claims=(claim("a", "watch", "s1", contradicts=["b"]), claim("b", "radio", "s2")))
    ford = place(
        "ford", claims=(claim("c", "watch", "s1"), claim("d", "radio", "s2", "denies", contradicts=["c"]))
    )
    found = disagreements(facts(sources=ITEMS, actors=(*cast(), mill), places=(ford,)))
    assert [(one.record, one.sides) for one in found] == [
        ("mill", (("mill/a",), ("mill/b",))),
        ("ford", (("ford/c",), ("ford/d",))),
    ]


def test_figures_of_one_day_that_do_not_meet():
    assert counted(
        figure("a", "watch", "s1", value=10),
        figure("b", "radio", "s2", low=20, high=30),
        figure("c", "paper", "s3", low=5, best=12, high=15),
    ) == [(("lost/a", "lost/c"), ("lost/b",))]


def test_ranges_that_meet_and_open_ends_do_not_disagree():
    assert (
        counted(figure("a", "watch", "s1", low=10, high=20), figure("b", "radio", "s2", low=20, high=30))
        == []
    )
    assert counted(figure("a", "watch", "s1", at_least=10), figure("b", "radio", "s2", value=400)) == []
    assert counted(figure("a", "watch", "s1", at_least=10), figure("b", "radio", "s2", value=9)) != []


def test_figures_of_other_days_periods_or_the_same_speaker_do_not_disagree():
    one = figure("a", "watch", "s1", value=10)
    assert counted(one, figure("b", "radio", "s2", value=20, as_of="2031-05-02")) == []
    assert counted(one, figure("b", "radio", "s2", value=20, period="2031-05-01")) == []
    assert counted(one, figure("b", "watch", "s2", value=20)) == []
    assert counted(one, figure("b", "radio", "s2", value=20, as_of="2031-05")) != []


def test_a_speakers_later_count_does_not_hide_the_gap_on_the_earlier_day():
    assert counted(
        figure("a", "watch", "s1", value=10),
        figure("b", "watch", "s2", value=15, as_of="2031-05-02"),
        figure("c", "radio", "s3", value=40),
    ) == [(("lost/a",), ("lost/c",))]


def test_a_revised_or_withdrawn_figure_is_left_out():
    old, new = figure("a", "watch", "s1", value=10), figure("b", "watch", "s2", value=40)
    assert counted(old, new, figure("c", "radio", "s3", value=40)) == []
    assert (
        counted(
            old,
            figure("b", "watch", "s2", stance="withdraws", value=10),
            figure("c", "radio", "s3", value=40),
        )
        == []
    )


def test_open_questions_say_why_they_are_open():
    def read(name, *said):
        return event(
            name,
            *(claim(f"c{n}", by, "s1", stance) for n, (by, stance) in enumerate(said)),
            favours=["north"],
        )

    world = facts(
        sources=ITEMS,
        events=(
            read("argued", ("watch", "asserts"), ("radio", "denies")),
            read("boasted", ("north-guard", "asserts")),
            read("doubted", ("watch", "asserts"), ("radio", "cannot-confirm")),
            read("plain", ("watch", "asserts")),
            read("settled", ("watch", "asserts"), ("south-guard", "concedes"), ("radio", "cannot-confirm")),
            read("gone", ("watch", "asserts"), ("watch", "withdraws"), ("radio", "cannot-confirm")),
        ),
        questions=(
            question("why", paragraph(sentence("So.", "plain")), answered=False),
            question("how", paragraph(sentence("So.", "plain"))),
        ),
    )
    expected = (
        OpenQuestion("argued", "disputed"),
        OpenQuestion("boasted", "claimed"),
        OpenQuestion("doubted", "cannot-confirm"),
        OpenQuestion("why", "unanswered"),
    )
    assert open_questions(world) == open_questions(world, index(world).statuses) == expected
