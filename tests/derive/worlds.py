"""Strategies for small invented worlds: an event and everything said about it."""

from hypothesis import strategies as st

from tests.derive.make import NEUTRAL, PARTIES, Told

SPEAKERS = (*NEUTRAL, *PARTIES)
STANCES = ("asserts", "asserts", "asserts", "denies", "cannot-confirm", "concedes", "withdraws")
DAYS = st.integers(1, 9)
FAVOURS = st.sampled_from([None, (), ("north",), ("south",), ("north", "south")])


@st.composite
def words(draw, speakers=SPEAKERS, stances=STANCES, most=6):
    """Up to six words. Their sources may repeat any others, in loops too, and be retracted."""
    count = draw(st.integers(1, most))
    names = [*(f"s{number}" for number in range(1, count + 1)), "unseen", "unseen-too"]
    some = st.lists(st.sampled_from(names), max_size=2, unique=True).map(tuple)
    one = st.builds(
        Told,
        by=st.sampled_from(speakers),
        stance=st.sampled_from(stances),
        on=DAYS,
        repeats=st.one_of(st.just(()), some),
        retracted=st.one_of(st.none(), st.none(), DAYS),
        also=st.one_of(st.just(()), some),
    )
    return draw(st.lists(one, min_size=count, max_size=count))


@st.composite
def decisions(draw):
    """An editor's decision, or none."""
    if draw(st.booleans()):
        return None
    return {
        "on": f"2031-05-{draw(DAYS):02d}",
        "why": "It was filmed.",
        "cite": draw(st.sampled_from(["s1", "unseen"])),
    }
