"""What holds for the status of any record, whatever is said about it."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.derive.snapshot import known_at
from generator.model.vocabulary import StatusName
from tests.derive.ask import history, independent_speakers, status
from tests.derive.make import PARTIES, Told, day, tell
from tests.derive.worlds import DAYS, FAVOURS, SPEAKERS, decisions, words

RANK = {
    StatusName.WITHDRAWN: 0,
    StatusName.DISPUTED: 0,
    StatusName.CLAIMED: 1,
    StatusName.REPORTED: 2,
    StatusName.CORROBORATED: 3,
    StatusName.CONFIRMED: 4,
}
SAYS_SO = ("asserts", "concedes")


@settings(deadline=None)
@given(words(), FAVOURS, decisions(), st.data())
def test_a_repeat_adds_nothing(said, favours, decision, data):
    carried = data.draw(st.sampled_from(range(len(said))))
    assume(said[carried].stance in SAYS_SO)
    by, stance = data.draw(st.sampled_from(SPEAKERS)), data.draw(st.sampled_from(SAYS_SO))
    repeat = Told(by, stance, data.draw(DAYS), (f"s{carried + 1}",))
    alone = tell(said, favours=favours, confirmed=decision)
    carried_too = tell([*said, repeat], favours=favours, confirmed=decision)
    assert RANK[status(*carried_too).name] <= RANK[status(*alone).name]
    assert status(*carried_too).independent <= status(*alone).independent


@settings(deadline=None)
@given(words(speakers=("north-guard", "north-crown")), DAYS)
def test_a_side_never_lifts_its_own_gain(said, on):
    told, world = tell(said, favours=("north",))
    assert RANK[status(told, world, day(on)).name] <= RANK[StatusName.CLAIMED]


@settings(deadline=None)
@given(words(speakers=tuple(PARTIES), stances=("asserts", "denies", "withdraws", "cannot-confirm")), FAVOURS)
def test_parties_alone_never_lift_above_reported(said, favours):
    assert RANK[status(*tell(said, favours=favours)).name] <= RANK[StatusName.REPORTED]


@settings(deadline=None)
@given(words(), FAVOURS, decisions(), st.sampled_from(SPEAKERS), DAYS)
def test_cannot_confirm_changes_no_name(said, favours, decision, by, on):
    before = history(*tell(said, favours=favours, confirmed=decision))
    assume(before)
    last = max(on, (before[0].since - day(0)).days)
    doubt = Told(by, "cannot-confirm", last)
    after = history(*tell([*said, doubt], favours=favours, confirmed=decision))
    assert [(one.name, one.since) for one in after] == [(one.name, one.since) for one in before]


@settings(deadline=None)
@given(words(), FAVOURS, decisions(), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(said, favours, decision, random):
    told, world = tell(said, favours=favours, confirmed=decision)
    claims = list(told.claims)
    random.shuffle(claims)
    shuffled = told.model_copy(update={"claims": tuple(claims)})
    assert status(shuffled, world) == status(told, world)
    assert history(shuffled, world) == history(told, world)
    assert independent_speakers(shuffled, world) == independent_speakers(told, world)


@settings(deadline=None)
@given(words(), FAVOURS, decisions(), DAYS)
def test_the_status_of_a_day_is_the_status_in_its_edition(said, favours, decision, on):
    told, world = tell(said, favours=favours, confirmed=decision)
    edition = known_at(world, day(on))
    if told.id in edition.by_id:
        assert status(told, world, day(on)) == status(edition.events[0], edition)
        past = tuple(one for one in history(told, world) if one.since <= day(on))
        assert history(edition.events[0], edition) == past
    else:
        assert status(told, world, day(on)).reason == "nothing-stands"


@settings(deadline=None)
@given(words(), FAVOURS, decisions())
def test_history_is_the_status_day_by_day(said, favours, decision):
    told, world = tell(said, favours=favours, confirmed=decision)
    past = history(told, world)
    assert all(one.name != two.name and one.since < two.since for one, two in pairwise(past))
    for number in range(1, 32):
        held = [one for one in past if one.since <= day(number)]
        if held:
            found = status(told, world, day(number))
            assert (found.name, found.since) == (held[-1].name, held[-1].since)
    assert replace(status(told, world), since=past[-1].since) == status(told, world)


@settings(deadline=None)
@given(words(), FAVOURS)
def test_voices_are_independent(said, favours):
    told, world = tell(said, favours=favours)
    found = independent_speakers(told, world)
    speakers = [speaker for voice in found for speaker in voice.speakers]
    assert len(speakers) == len(set(speakers))
    assert status(told, world).independent == len(found)
    assert status(told, world).neutral == sum(voice.neutral for voice in found)
