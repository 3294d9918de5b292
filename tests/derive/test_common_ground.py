"""What those who contradict each other agree on, and rules that hold for every disagreement."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive.snapshot import known_at
from generator.model.refs import Ref
from generator.model.vocabulary import Stance
from tests.derive import make
from tests.derive.ask import common_ground, disagreements
from tests.derive.make import day, event, facts, refs, source
from tests.derive.worlds import DAYS, FAVOURS, SPEAKERS, STANCES


def claim(name, *args, **fields):
    return make.claim(name, *args, says=f"It was {name}.", **fields)


ITEMS = tuple(source(f"s{number}", number) for number in range(1, 10))


def ground(*claims, **fields):
    world = facts(sources=ITEMS, events=(event("told", *claims, **fields),))
    (found,) = disagreements(world)
    return common_ground(found, world)


AIR = claim("by-air", "watch", "s1", contradicts=["by-road"])
ROAD = claim("by-road", "radio", "s2")
NORTH = claim("northwards", "paper", "s3", agrees=["by-air", "by-road"])


def test_versions_of_two_speakers_share_that_it_happened():
    assert ground(AIR, ROAD).itself
    assert not ground(AIR, claim("by-road", "watch", "s2")).itself
    assert not ground(AIR, ROAD, claim("no", "paper", "s3", "denies")).itself


def test_what_two_versions_bear_out_is_common_ground():
    assert ground(AIR, ROAD, NORTH).shared == (refs("told/northwards told/by-air told/by-road"),)


def test_one_version_and_an_onlooker_are_not_enough():
    one = claim("northwards", "paper", "s3", agrees=["by-air"])
    made = ground(AIR, ROAD, one)
    assert (made.shared, made.alone) == ((), refs("told/northwards"))


def test_one_speaker_of_two_versions_agrees_with_itself_alone():
    road = claim("by-road", "watch", "s2")
    made = ground(AIR, road, claim("northwards", "watch", "s3", agrees=["by-air", "by-road"]))
    assert made.shared == ()


def test_a_concession_is_common_ground():
    made = ground(AIR, ROAD, claim("gone", "south-guard", "s4", "concedes"), favours=["north"])
    assert made.shared == (refs("told/gone"),)
    assert ground(AIR, ROAD, claim("gone", "north-guard", "s4", "concedes"), favours=["north"]).shared == ()


def test_nothing_is_common_ground_while_somebody_denies():
    made = ground(AIR, ROAD, NORTH, claim("no", "north-guard", "s5", "denies"))
    assert (made.itself, made.shared) == (False, ())


def test_who_could_not_confirm_it_is_named_whatever_they_said_later():
    made = ground(AIR, ROAD, claim("asked", "paper", "s3", "cannot-confirm"), claim("seen", "paper", "s4"))
    assert made.unable == refs("told/asked")


@st.composite
def quarrels(draw):
    """A world in which up to seven claims contradict and bear out each other, in any way."""
    count = draw(st.integers(2, 7))
    names = [f"c{number}" for number in range(count)]
    some = st.lists(st.sampled_from(names), max_size=3, unique=True)
    claims, sources = [], []
    for number, name in enumerate(names):
        behind = draw(st.lists(st.sampled_from(names[:number]), max_size=1)) if number else []
        sources.append(source(f"of-{name}", draw(DAYS), derives_from=[f"of-{other}" for other in behind]))
        claims.append(
            claim(
                name,
                draw(st.sampled_from(SPEAKERS)),
                f"of-{name}",
                draw(st.sampled_from(STANCES)),
                contradicts=[other for other in draw(some) if other != name],
                agrees=[other for other in draw(some) if other != name],
            )
        )
    return facts(sources=tuple(sources), events=(event("told", *claims, favours=draw(FAVOURS)),))


def _with(world, extra, item):
    (told,) = world.events
    return facts(
        sources=(*world.sources, item),
        events=(told.model_copy(update={"claims": (*told.claims, extra)}),),
    )


@settings(deadline=None, max_examples=100)
@given(quarrels())
def test_every_statement_of_a_disagreement_is_in_exactly_one_version(world):
    for found in disagreements(world):
        refs = [ref for version in found.versions for ref in version.refs]
        assert len(refs) == len(set(refs)) and set(refs) <= world.statements.keys()
        assert all(len(matter) > 1 for matter in found.matters)


@settings(deadline=None, max_examples=100)
@given(quarrels())
def test_versions_hold_no_rivals_and_are_known_in_order(world):
    (told,) = world.events
    said = {Ref("told", each.id): each for each in told.claims}
    for found in disagreements(world):
        for matter in found.matters:
            assert [version.known for version in matter] == sorted(version.known for version in matter)
            for version in matter:
                # Two denials may contradict each other in detail; they deny the same thing.
                told_so = [said[ref] for ref in version.refs if said[ref].stance is not Stance.DENIES]
                names = {each.id for each in told_so}
                assert not any(names.intersection(each.rivals) for each in told_so)
                assert version.refs[0] not in version.against


@settings(deadline=None, max_examples=100)
@given(quarrels())
def test_common_ground_never_holds_what_is_contradicted_or_denied(world):
    (told,) = world.events
    for found in disagreements(world):
        made = common_ground(found, world)
        denied = any(version.denies for version in found.versions)
        assert not (denied and not found.until and (made.itself or made.shared))
        contested = set(found.refs) if not found.until else set()
        for lead, *_ in made.shared:
            assert lead not in contested
        assert not contested & set(made.alone)
        stances = {Ref("told", each.id): each.stance for each in told.claims}
        assert all(
            stances[ref] in (Stance.ASSERTS, Stance.CONCEDES) for group in made.shared for ref in group
        )


@settings(deadline=None, max_examples=100)
@given(quarrels(), st.data())
def test_a_repeat_adds_no_version(world, data):
    (told,) = world.events
    standing = [found for found in disagreements(world) if not found.until]
    for found in standing:
        ref = data.draw(st.sampled_from(found.refs))
        origin = next(each for each in told.claims if ref == Ref("told", each.id))
        if origin.stance is Stance.DENIES:
            continue
        again = claim("again", "press-one", "copy", contradicts=origin.contradicts)
        copied = _with(world, again, source("copy", 9, derives_from=[f"of-{origin.id}"]))
        (after,) = disagreements(copied)
        assert [version.refs[0] for version in after.versions] == [v.refs[0] for v in found.versions]


@settings(deadline=None, max_examples=100)
@given(quarrels(), DAYS, DAYS)
def test_what_was_a_disagreement_in_an_edition_is_on_record_in_every_later_one(world, one, other):
    earlier, later = (known_at(world, day(number)) for number in sorted((one, other)))
    assert {found.record for found in disagreements(earlier)} <= {
        found.record for found in disagreements(later)
    }
    whole = {found.record: found for found in disagreements(world)}
    for found in disagreements(later):
        assert found.record in whole
        if whole[found.record].since <= day(max(one, other)) and not whole[found.record].until:
            assert found.since == whole[found.record].since and not found.until
