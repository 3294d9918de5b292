"""Which claims of a record count together, and which denials are of which claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.annotations import annotate
from generator.derive.snapshot import known_at
from generator.derive.ties import contradict, ties_of
from tests.derive.ask import history, status
from tests.derive.make import claim, day, event, facts, refs, source
from tests.derive.worlds import DAYS, SPEAKERS

ITEMS = tuple(source(f"s{number}", number) for number in range(1, 10))


def told(*claims, **fields):
    one = event("told", *claims, **fields)
    return one, facts(sources=ITEMS, events=(one,))


def says(name, by, cite="s1", stance="asserts", **fields):
    """A claim in words of its own."""
    return claim(name, by, cite, stance, says=f"It was {name}.", **fields)


def test_claims_that_nobody_tied_do_not_add_up():
    found = status(*told(says("gone", "watch"), says("by-air", "radio")))
    assert (found.name, found.speakers, found.claim) == ("reported", ("watch",), refs("told/gone")[0])


@pytest.mark.parametrize(
    "claims",
    [
        (says("gone", "watch"), says("by-air", "radio", bears_out=["gone"])),
        (says("gone", "watch", agrees=["by-air"]), says("by-air", "radio")),
        (claim("gone", "watch", "s1"), claim("by-air", "radio", "s1")),
        (
            says("gone", "watch"),
            says("flown", "watch", bears_out=["gone"]),
            says("by-air", "radio", bears_out=["flown"]),
        ),
    ],
    ids=["it says so", "the first says so", "the same words", "over a third"],
)
def test_what_bears_out_the_first_claim_counts_with_it(claims):
    assert status(*told(*claims)).name == "corroborated"


def test_the_first_does_not_bear_out_what_says_more():
    one, world = told(says("gone", "watch"), says("by-air", "radio", bears_out=["gone"]))
    standings = dict(world.once(annotate).claim_statuses(one))
    names = {ref.statement: timeline.now.name for ref, timeline in standings.items()}
    assert names == {"gone": "corroborated", "by-air": "reported"}


def test_what_contradicts_never_bears_out():
    rumour = claim("crash", "radio", "s2", contradicts=["gone"])
    assert status(*told(claim("gone", "watch", "s1"), rumour)).neutral == 1
    through = says("crash", "radio", bears_out=["gone"], contradicts=["gone"])
    assert status(*told(says("gone", "watch"), through)).neutral == 1


def test_a_concession_concedes_its_own_words():
    gone, flown = says("asylum", "watch"), says("flown", "south-guard", stance="concedes")
    assert status(*told(gone, flown, favours=["north"])).name == "reported"
    tied = flown.model_copy(update={"bears_out": ("asylum",)})
    assert status(*told(gone, tied, favours=["north"])).name == "confirmed"


def test_an_opinion_bears_nothing_out():
    slogan = claim("slogan", "radio", "s1", opinion="true")
    assert status(*told(claim("gone", "watch", "s1"), slogan)).neutral == 1
    assert status(*told(slogan, claim("gone", "watch", "s1"))).claim == refs("told/gone")[0]


def test_when_the_first_claim_falls_the_next_one_leads():
    back = says("back", "watch", "s3", "withdraws")
    one, world = told(says("gone", "watch"), says("by-air", "radio", "s2"), back)
    assert [status(one, world, day(n)).claim.statement for n in (1, 2, 3)] == ["gone", "gone", "by-air"]
    assert status(one, world).name == "reported"


def test_a_denial_is_of_what_it_names():
    gone, dead = says("gone", "watch"), says("dead", "radio")
    denial = says("no", "east-envoy", "s2", "denies", contradicts=["dead"])
    one, world = told(gone, dead, denial)
    assert status(one, world).name == "reported"
    standings = dict(world.once(annotate).claim_statuses(one))
    assert [timeline.now.name for timeline in standings.values()] == ["reported", "disputed"]


def test_what_says_more_than_is_denied_is_denied_with_it():
    gone, flown = says("gone", "watch"), says("by-air", "radio", bears_out=["gone"])
    denial = says("no", "east-envoy", "s2", "denies", contradicts=["gone"])
    assert ties_of(dict(told(flown, gone, denial)[0].statements)).answering[refs("told/by-air")[0]]
    later = denial.model_copy(update={"contradicts": ("by-air",)})
    assert status(*told(gone, flown, later)).name == "corroborated"


def test_a_denial_of_nothing_in_particular_is_of_all():
    gone, dead = says("gone", "watch"), says("dead", "radio")
    assert status(*told(gone, dead, says("no", "east-envoy", "s2", "denies"))).name == "disputed"
    assert status(*told(gone, dead, says("no", "east-envoy", "s2", "denies", contradicts=[]))).deniers == ()


def test_an_earlier_word_is_no_answer_to_a_later_report():
    one, world = told(
        says("no", "east-envoy", "s2", "denies", contradicts=["gone"]), says("gone", "watch", "s4")
    )
    assert (status(one, world, day(2)).reason, status(one, world, day(2)).deniers) == (
        "only-denials",
        ("east-envoy",),
    )
    found = status(one, world)
    assert (found.name, found.deniers, found.denied_before) == ("reported", (), ("east-envoy",))


def test_a_withdrawal_takes_back_what_it_names():
    claims = (
        says("gone", "watch"),
        says("by-air", "watch"),
        says("no", "watch", "s2", "withdraws", contradicts=["by-air"]),
    )
    one, world = told(*claims)
    assert status(one, world).name == "reported"
    assert set(world.once(annotate).ended(one)) == set(refs("told/by-air"))


@st.composite
def tied(draw):
    """An event whose claims are tied to each other, and denied, in any way."""
    names = [f"c{number}" for number in range(draw(st.integers(1, 6)))]
    some = st.lists(st.sampled_from(names), max_size=2, unique=True)
    claims = [
        says(
            name,
            draw(st.sampled_from(SPEAKERS)),
            f"s{draw(DAYS)}",
            draw(st.sampled_from(("asserts", "asserts", "asserts", "concedes", "denies", "withdraws"))),
            bears_out=draw(st.none() | some.map(lambda ids, own=name: [one for one in ids if one != own])),
            contradicts=draw(st.none() | some.map(lambda ids, own=name: [one for one in ids if one != own])),
            opinion=draw(st.sampled_from(("false", "false", "true"))),
        )
        for name in names
    ]
    return told(*claims, favours=draw(st.sampled_from([None, [], ["north"]])))


@given(tied(), DAYS)
def test_the_standing_on_a_day_is_the_standing_in_its_edition(made, on):
    one, world = made
    edition = known_at(world, day(on))
    if one.id in edition.by_id:
        then = edition.events[0]
        assert status(one, world, day(on)) == status(then, edition)
        assert tuple(each for each in history(one, world) if each.since <= day(on)) == history(then, edition)
        standings = dict(world.once(annotate).claim_statuses(one))
        for ref, timeline in edition.once(annotate).claim_statuses(then):
            assert timeline.now == standings[ref].on(day(on))


@given(tied())
def test_only_those_who_say_it_count_and_none_of_them_contradicts_it(made):
    one, world = made
    found = status(one, world)
    if found.claim:
        said = {claim.id: claim for claim in one.claims}
        lead = said[found.claim.statement]
        bearing = [said[ref.statement] for ref in ties_of(dict(one.statements)).bearing_out[found.claim]]
        assert set(found.speakers) <= {name for each in bearing for name in each.by}
        assert not any(contradict(lead, each) for each in bearing if each is not lead)
        assert all(each.bears_out and not each.opinion for each in bearing if each is not lead)
