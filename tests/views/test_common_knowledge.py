"""What everybody knows has no speaker and no status; the editors vouch for it."""

from generator.derive.snapshot import known_at
from generator.model.places import Place
from generator.views.common_knowledge import all_common, common_lines
from generator.views.context import context
from generator.views.rich_text import plain_text
from tests.derive.make import actor, claim, day, event, facts, place, source

SEAT = {
    "id": "seat",
    "says": "The assembly sits at the ford.",
    "on": "2031-12-01",
    "why": "Anybody may look in.",
}
TOLD = event("told", claim("c", "watch", "s1"), where=["ford"])
WORLD = facts(
    sources=(source("s1", 3),),
    actors=(actor("watch", common=[SEAT | {"id": "age"}]),),
    places=(place("ford", common=[SEAT]), place("weir")),
    events=(TOLD,),
)


def test_it_is_told_without_a_speaker_and_with_the_editors_word() -> None:
    made = context(WORLD, "en")
    ford = WORLD.by_id["ford"]
    assert isinstance(ford, Place)
    (line,) = common_lines(made, ford)
    assert plain_text(line.words) == "The assembly sits at the ford."
    assert plain_text(line.vouched) == "The editors vouch for it since 1 December 2031. Anybody may look in."
    assert [one.anchor for one in all_common(made)] == ["watch--age", "ford--seat"]


def test_it_is_no_ground_for_naming_a_place_before_anybody_did() -> None:
    before, then = known_at(WORLD, day(2)), known_at(WORLD, day(3))
    assert not all_common(context(before, "en"))
    told = all_common(context(then, "en"))
    assert [one.record for one in told] == ["watch", "ford"]
    assert plain_text(told[0].vouched) == "The editors vouch for it. Anybody may look in."  # no later day
