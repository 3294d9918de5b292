"""Where speakers differ, and what is still open."""

import pytest

from generator.derive.disagreements import Disagreement, Version
from generator.derive.open_questions import OpenQuestion, open_questions
from generator.derive.snapshot import known_at
from tests.derive.ask import disagreements
from tests.derive.make import Told as W
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
    tell,
)

ITEMS = tuple(source(f"s{number}", number) for number in range(1, 10))


def versions(world):
    """Each matter of the only disagreement there is: its versions, with the ids of their statements."""
    found = [one for one in disagreements(world) if not one.until]
    assert len(found) < 2
    return [[_ids(version) for version in matter] for one in found for matter in one.matters]


def _ids(version):
    return [ref.statement for ref in version.refs]


def split(*words, **fields):
    return versions(tell(words, **fields)[1])


def counted(*figures):
    return versions(facts(sources=ITEMS, series=(series("lost", *figures),)))


def of_event(*claims, **fields):
    return facts(sources=ITEMS, events=(event("told", *claims, **fields),))


def test_a_denial_stands_against_all_who_assert():
    assert split(W("watch"), W("radio", "denies"), W("paper", on=2, repeats=("s1",))) == [
        [["c1", "c3"], ["c2"]]
    ]


def test_a_concession_does_not_end_a_disagreement_but_a_withdrawal_does():
    assert len(split(W("watch"), W("south-guard", "concedes"), W("radio", "denies"), favours=("north",))) == 1
    assert split(W("watch"), W("radio", "denies"), W("radio", "withdraws", 3)) == []
    assert split(W("watch"), W("radio", "denies"), W("watch", "withdraws", 3)) == []
    assert split(W("watch"), W("watch", "denies")) == []
    assert split(W("watch", "denies"), W("radio", "cannot-confirm")) == []


def test_what_has_ended_stays_on_record_with_its_last_versions():
    _, world = tell([W("watch"), W("radio", "denies", 2), W("paper", on=3), W("radio", "withdraws", 5)])
    (found,) = disagreements(world)
    assert (found.since, found.until) == (day(2), day(5))
    assert [_ids(version) for version in found.versions] == [["c1", "c3"], ["c2"]]
    (then,) = disagreements(known_at(world, day(4)))
    assert (then.since, then.until) == (day(2), None)
    assert disagreements(known_at(world, day(1))) == ()


def test_relations_are_disputed_like_events():
    feud = relation("feud", "radio", claim("yes", "watch", "s1"), claim("no", "radio", "s2", "denies"))
    world = facts(sources=ITEMS, actors=(*cast(), actor("mill", relations=(feud,))))
    yes = Version(refs("feud/yes"), day(1), denies=False, against=refs("feud/no"))
    no = Version(refs("feud/no"), day(2), denies=True, against=refs("feud/yes"))
    assert disagreements(world) == (Disagreement("feud", ("denied",), ((yes, no),), since=day(2)),)


def test_rival_versions_stand_side_by_side():
    world = of_event(
        claim("dawn", "watch", "s1", contradicts=["dusk", "noon"]),
        claim("dusk", "radio", "s2"),
        claim("noon", "paper", "s3", contradicts=["dusk"]),
        claim("dawn-too", "north-guard", "s4", contradicts=["noon", "dusk"]),
        claim("aside", "watch", "s5"),
    )
    assert versions(world) == [[["dawn", "dawn-too"], ["dusk"], ["noon"]]]


def test_a_claim_that_contradicts_fewer_is_a_version_of_its_own():
    world = of_event(
        claim("dawn", "watch", "s1", contradicts=["noon", "by-boat"]),
        claim("noon", "radio", "s2"),
        claim("by-boat", "paper", "s3"),
        claim("on-foot", "watch", "s4", contradicts=["by-boat"]),
    )
    (found,) = disagreements(world)
    assert [_ids(version) for version in found.versions] == [["dawn"], ["noon"], ["by-boat"], ["on-foot"]]
    assert found.versions[3].against == refs("told/by-boat")


def test_one_record_has_one_disagreement_however_many_matters_it_is_about():
    world = of_event(
        claim("a", "watch", "s1", contradicts=["b"]),
        claim("b", "radio", "s2"),
        claim("c", "watch", "s3"),
        claim("d", "radio", "s4", contradicts=["c"]),
    )
    assert versions(world) == [[["a"], ["b"]], [["c"], ["d"]]]


def test_a_denial_and_rival_versions_are_one_matter():
    world = of_event(
        claim("a", "watch", "s1", contradicts=["b"]),
        claim("b", "radio", "s3"),
        claim("plain", "radio", "s4"),
        claim("no", "paper", "s2", "denies"),
    )
    (found,) = disagreements(world)
    assert [(_ids(one), one.denies) for one in found.versions] == [
        (["a"], False),
        (["no"], True),
        (["b"], False),
        (["plain"], False),
    ]
    assert found.kinds == ("denied", "versions")


def test_a_repeat_stands_with_what_it_repeats():
    world = facts(
        sources=(*ITEMS, source("copy", 4, derives_from=["s1"])),
        events=(
            event(
                "told",
                claim("a", "watch", "s1", contradicts=["b", "c"]),
                claim("b", "radio", "s2"),
                claim("c", "north-guard", "s3"),
                claim("again", "paper", "copy", contradicts=["b"]),
                claim("aside", "paper", "copy"),
            ),
        ),
    )
    assert versions(world) == [[["a", "again"], ["b", "c"]]]


def test_a_repeat_that_turns_round_what_it_repeats_is_a_version_of_its_own():
    world = facts(
        sources=(*ITEMS, source("digest", 4, derives_from=["s1"])),
        events=(
            event("told", claim("a", "watch", "s1"), claim("not-a", "paper", "digest", contradicts=["a"])),
        ),
    )
    assert versions(world) == [[["a"], ["not-a"]]]


def test_a_version_that_was_withdrawn_is_no_rival():
    told = (
        claim("a", "watch", "s1", contradicts=["b"]),
        claim("b", "radio", "s2"),
        claim("back", "radio", "s3", "withdraws"),
    )
    assert versions(of_event(*told)) == []


def test_versions_of_what_an_actor_or_place_is():
    mill = actor("mill", claims=(claim("a", "watch", "s1", contradicts=["b"]), claim("b", "radio", "s2")))
    ford = place(
        "ford", claims=(claim("c", "watch", "s1"), claim("d", "radio", "s2", "denies", contradicts=["c"]))
    )
    found = disagreements(facts(sources=ITEMS, actors=(*cast(), mill), places=(ford,)))
    assert [(one.record, [_ids(version) for version in one.versions]) for one in found] == [
        ("mill", [["a"], ["b"]]),
        ("ford", [["c"], ["d"]]),
    ]


def test_figures_of_one_day_that_do_not_meet():
    assert counted(
        figure("a", "watch", "s1", value=10),
        figure("b", "radio", "s2", low=20, high=30),
        figure("c", "paper", "s3", low=5, best=12, high=15),
    ) == [[["a", "c"], ["b"]]]


def test_ranges_that_meet_and_open_ends_do_not_disagree():
    one = figure("a", "watch", "s1", low=10, high=20)
    assert counted(one, figure("b", "radio", "s2", low=20, high=30)) == []
    assert counted(figure("a", "watch", "s1", at_least=10), figure("b", "radio", "s2", value=400)) == []
    assert counted(figure("a", "watch", "s1", at_least=10), figure("b", "radio", "s2", value=9)) != []


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ({"at_least": 40}, {"at_most": 30}, True),
        ({"at_least": 80}, {"at_least": 90}, False),
        ({"at_least": 1000}, {"about": 2000}, False),
        ({"at_least": 3000}, {"about": 2000}, True),
        ({"at_least": 30}, {"at_most": 40}, False),
        ({"at_least": 30}, {"at_most": 30}, False),
        ({"at_most": 30}, {"at_most": 40}, False),
        ({"value": 31}, {"at_most": 30}, True),
        ({"value": 30}, {"at_most": 30}, False),
        ({"low": 31, "high": 50}, {"at_most": 30}, True),
        ({"low": 20, "high": 50}, {"at_most": 30}, False),
        ({"at_least": 10, "at_most": 20}, {"value": 21}, True),
        ({"at_least": 10, "at_most": 20}, {"at_least": 20, "at_most": 30}, False),
    ],
)
def test_bounds_differ_where_no_number_can_keep_both(one: dict, other: dict, differ: bool):
    for first, second in ((one, other), (other, one)):
        found = counted(figure("a", "watch", "s1", **first), figure("b", "radio", "s2", **second))
        assert bool(found) == differ


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
    ) == [[["a"], ["c"]]]


def test_a_revised_or_withdrawn_figure_is_left_out():
    old, new = figure("a", "watch", "s1", value=10), figure("b", "watch", "s2", value=40)
    other = figure("c", "radio", "s3", value=40)
    assert counted(old, new, other) == []
    back = figure("b", "watch", "s2", stance="withdraws", value=10)
    assert counted(old, back, other) == []


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
    assert open_questions(world) == world.once(open_questions) == expected
