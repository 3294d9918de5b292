"""Who is told to have held a place: each end has a ground and a status of its own, in every language."""

import pytest

from generator.derive.snapshot import known_at
from generator.views.context import context
from generator.views.holdings import change_lines, place_rows
from generator.views.places import place_lines
from generator.views.rich_text import plain_text
from tests.derive.make import claim, day, event, explainer, facts, place, source

LANGUAGES = ("en", "fr", "ar")


def taking(name, number, *claims, holder="north", said="held", **change):
    fields = {"place": "ford", "holder": holder, "claims": said, **change}
    return event(name, *claims, occurred=str(day(number)), favours=[], changes=[fields])


def held(by="watch", name="held", cite="s1", stance="asserts", **fields):
    return claim(name, by, cite, stance, **fields)


def world(*events, covers=(1, 10), places=("ford", "mill"), **fields):
    return facts(
        explainer=explainer(covers=f"{day(covers[0])}/{day(covers[1])}", **fields),
        sources=tuple(source(f"s{number}", number) for number in range(1, 10)),
        places=tuple(map(place, places)),
        events=events,
    )


def rows(told, code="en"):
    return [
        (
            plain_text(row.held.holder),
            row.held.since,
            row.held.status,
            row.until,
            row.end.status if row.end else None,
        )
        for row in place_rows(context(told, code), "ford")
    ]


class TestEnds:
    def test_an_end_that_follows_from_the_next_holder_alone_says_so_with_its_status(self) -> None:
        first = taking("first", 2, held(), held("radio", "too"), said=["held", "too"])
        told = world(first, taking("next", 5, held("paper"), holder="south"))
        assert rows(told) == [
            ("North", "2 May 2031", "corroborated", "another holder is reported: 5 May 2031", "reported"),
            ("South", "5 May 2031", "reported", "the end of the story", None),
        ]

    def test_an_end_that_is_told_stands_as_its_own_claims_do(self) -> None:
        gone = [held("radio", "gone"), held("paper", "gone-too")]
        lost = {"by": "north", "claims": ["gone", "gone-too"]}
        told = world(taking("first", 2, held()), taking("next", 5, held(), *gone, holder="south", lost=lost))
        assert rows(told)[0] == ("North", "2 May 2031", "reported", "5 May 2031", "corroborated")
        (row, _) = place_rows(context(told, "en"), "ford")
        assert row.end and [str(ref) for ref in row.end.refs] == ["next/gone", "next/gone-too"]

    def test_that_another_lost_it_is_no_end_of_this_holder(self) -> None:
        lost = {"by": "east", "claims": ["held"]}
        told = world(taking("first", 2, held()), taking("next", 5, held(), holder="south", lost=lost))
        assert rows(told)[0][3:] == ("another holder is reported: 5 May 2031", "reported")

    def test_the_same_holder_told_of_again_is_no_other(self) -> None:
        told = world(taking("first", 2, held()), taking("again", 5, held()))
        assert rows(told)[0][3:] == ("the same is reported again: 5 May 2031", "reported")

    def test_a_loss_that_nobody_stands_by_is_none(self) -> None:
        back = held("radio", "back", stance="withdraws", contradicts=["gone"])
        lost = {"by": "north", "claims": ["gone"]}
        later = taking("next", 5, held(), held("radio", "gone"), back, holder="south", lost=lost)
        assert rows(world(taking("first", 2, held()), later))[0][3].startswith("another holder")

    def test_what_a_change_of_a_part_leaves_goes_on_from_its_own_beginning(self) -> None:
        told = world(taking("whole", 2, held()), taking("bank", 4, held(), holder="south", part="the bank"))
        assert rows(told) == [
            ("North", "2 May 2031", "reported", "the end of the story", None),
            ("South: the bank", "4 May 2031", "reported", "the end of the story", None),
        ]

    def test_what_is_told_of_later_than_the_story_does_not_end_it(self) -> None:
        told = world(taking("first", 2, held()), taking("next", 5, held(), holder="south"), covers=(1, 4))
        assert rows(told) == [("North", "2 May 2031", "reported", "the end of the story", None)]

    def test_an_edition_knows_no_end_that_was_not_known(self) -> None:
        told = world(taking("first", 2, held()), taking("next", 5, held(cite="s6"), holder="south"))
        assert [row[3] for row in rows(known_at(told, day(5)))] == ["the end of the story"]
        assert rows(known_at(told, day(6)))[0][3] == "another holder is reported: 5 May 2031"

    def test_an_edition_knows_a_loss_from_the_claims_that_it_has(self) -> None:
        lost = {"by": "north", "claims": ["gone"]}
        later = taking("next", 5, held(cite="s6"), held("radio", "gone", "s8"), holder="south", lost=lost)
        told = world(taking("first", 2, held()), later)
        assert rows(known_at(told, day(7)))[0][3] == "another holder is reported: 5 May 2031"
        assert rows(known_at(told, day(8)))[0][3] == "5 May 2031"


class TestBeginnings:
    @pytest.mark.parametrize(
        ("occurred", "since"),
        [
            ("2031-05-02", "2 May 2031 at the latest"),
            ("2031-05-01/2031-05-02", "2 May 2031 at the latest"),
            ("2031-04", "April 2031 at the latest"),
            ("2031-05-01/..", "1 May 2031 at the latest"),
        ],
    )
    def test_who_is_told_of_as_holding_it_already_held_it_by_then(self, occurred: str, since: str) -> None:
        change = {"place": "ford", "holder": "north", "claims": ["held"], "already": "true"}
        told = world(event("seen", held(), occurred=occurred, changes=[change]))
        assert rows(told)[0][1] == since

    @pytest.mark.parametrize("code", LANGUAGES)
    def test_every_language_hedges_both_ends(self, code: str) -> None:
        seen = taking("seen", 2, held(), already="true")
        ((_, since, _, until, _), (_, _, _, end, _)) = rows(
            world(seen, taking("next", 5, held(), holder="south"), languages=list(LANGUAGES)), code
        )
        plain = context(world(), code).language
        assert since != plain.day(day(2)) and plain.day(day(2)) in since
        assert until != plain.day(day(5)) and plain.day(day(5)) in until
        assert end and not any(letter.isdigit() for letter in end)


def said(told, name, code="en"):
    made = context(told, code)
    return [
        (plain_text(line.words), line.status)
        for line in change_lines(made, next(one for one in told.events if one.id == name))
    ]


class TestChangesOfAnEvent:
    def test_a_change_is_told_with_its_speaker_and_the_status_of_its_claim(self) -> None:
        others = (held("radio", "shots"), held("paper", "smoke"))
        told = world(taking("first", 2, *others, held()))
        assert said(told, "first") == [("Ford passes to North, according to Watch.", "reported")]

    def test_a_change_that_only_a_party_claims_says_so(self) -> None:
        told = world(
            taking("first", 2, held("north-guard"), held("radio", "shots")).model_copy(
                update={"favours": ("north",)}
            )
        )
        ((words, status),) = said(told, "first")
        assert status == "claimed"
        assert words == "Ford passes to North, North-Guard claims; this is not independently confirmed."

    def test_a_denied_change_names_who_denies_it(self) -> None:
        told = world(taking("first", 2, held(), held("south-guard", "no", stance="denies")))
        assert said(told, "first") == [
            ("Ford passes to North, according to Watch; South-Guard denies it.", "disputed")
        ]

    def test_another_account_is_no_denial(self) -> None:
        told = world(taking("first", 2, held(), held("radio", "other", contradicts=["held"])))
        assert said(told, "first") == [
            ("Ford passes to North, according to Watch; Radio says otherwise.", "disputed")
        ]

    def test_a_holder_that_was_there_already_does_not_take_it(self) -> None:
        told = world(taking("first", 2, held(), already="true"))
        assert said(told, "first")[0][0] == "Ford is held by North, according to Watch."

    @pytest.mark.parametrize("code", LANGUAGES)
    def test_every_language_names_the_speaker(self, code: str) -> None:
        told = world(taking("first", 2, held()), languages=list(LANGUAGES))
        assert "Watch" in said(told, "first", code)[0][0]


def test_a_place_that_nobody_is_told_to_hold_is_with_the_others() -> None:
    nobody = event("first", held(), changes=[{"place": "ford", "holder": "north"}])
    there, others = place_lines(context(world(nobody), "en"))
    assert not there
    assert {line.id for line in others} == {"ford", "mill"}
