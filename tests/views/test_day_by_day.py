"""The story told day by day: which events carry a day, where each is told, who passes a place to whom."""

from dataclasses import replace

import pytest

from generator.derive.snapshot import known_at
from generator.model.questions import DayWords
from generator.views.context import context
from generator.views.control_map import control_map
from generator.views.day_by_day import day_by_day
from generator.views.events import event_page
from generator.views.rich_text import plain_text
from generator.views.timeline import timeline
from tests.derive.make import claim, day, event, explainer, facts, paragraph, sentence, source
from tests.graphics.stories import story, taken
from tests.world import world


def told(of, code="en"):
    return [one for scene in day_by_day(context(of, code)).scenes for one in scene.days]


def anchors(of):
    return [one.anchor for one in told(of)]


def on(of, anchor):
    return next(one for one in told(of) if one.anchor == anchor)


def said(name, when, by="watch", **fields):
    claims = [claim(f"c{number}", speaker, "s1") for number, speaker in enumerate(by.split())]
    return event(name, *claims, occurred=when, favours=[], **fields)


def stories(*events, covers=None):
    return facts(explainer=explainer(covers=covers), sources=(source("s1"),), events=events)


class TestWhere:
    def test_events_are_told_on_the_day_on_which_they_begin(self) -> None:
        of = stories(
            said("a", "2031-05-03"), said("b", "2031-05-01/2031-05-09"), said("c", "2031-05-03T10:00")
        )
        assert anchors(of) == ["2031-05-01", "2031-05-03"]
        assert [one.line.id for one in on(of, "2031-05-03").events] == ["a", "c"]

    def test_one_that_changes_control_is_told_on_the_day_from_which_that_counts(self) -> None:
        of = story(
            taken(2, "north").model_copy(update={"occurred": said("x", "2031-05-02/2031-05-04").occurred})
        )
        (one,) = told(of)
        assert (one.anchor, len(one.changes)) == ("2031-05-04", 1)
        (scene,) = day_by_day(context(of, "en")).scenes
        assert scene.map and scene.caption == "At the end of 4 May 2031"

    def test_vaguer_times_come_after_the_days_in_them(self) -> None:
        dates = (
            "203X",
            "2031",
            "2031-05",
            "2031-05-31",
            "2031-06-01",
            "../2031-05-02",
            "2031-22",
            "/2031-04",
        )
        of = stories(*(said(f"e{number}", when) for number, when in enumerate(dates)))
        assert anchors(of) == [
            *("before-2031-04", "until-2031-05-02", "2031-05-31", "2031-05", "2031-06-01", "2031-22"),
            *("2031", "203X"),
        ]

    def test_nothing_is_told_from_outside_of_the_time_that_is_covered(self) -> None:
        dates = ("2031-04-30", "2031-05-02", "2031-05", "2031-06-01")
        events = [said(f"e{number}", when) for number, when in enumerate(dates)]
        assert anchors(stories(*events, covers="2031-05-01/2031-05-10")) == ["2031-05-02", "2031-05"]
        assert len(anchors(stories(*events))) == 4

    def test_what_nobody_stands_by_is_not_told(self) -> None:
        taken_back = event(
            "gone",
            claim("c1", "watch", "s1"),
            claim("c2", "watch", "s2", "withdraws"),
            occurred="2031-05-01",
        )
        of = facts(sources=(source("s1"), source("s2", 2)), events=(taken_back, said("kept", "2031-05-02")))
        assert anchors(of) == ["2031-05-02"]
        assert anchors(known_at(of, day(1)))[0] == "2031-05-01"

    @pytest.mark.parametrize("code", ["en", "ar"])
    def test_pages_of_events_lead_to_the_day_that_tells_them(self, code) -> None:
        made = context(world(), code)
        days = {one.anchor: one.label for one in told(world(), code)}
        ways = [event_page(made, one, None, None).day for one in world().events]
        assert any(ways) and not all(ways)
        for way in filter(None, ways):
            file, _, anchor = way[1].partition("#")
            assert file == "day-by-day.md" and days[anchor].casefold() == way[0].casefold()


class TestWhich:
    def test_a_day_with_few_key_events_tells_those_that_most_independent_speakers_stand_behind(self) -> None:
        of = stories(
            said("one", "2031-05-01"),
            said("two", "2031-05-01", "watch radio"),
            said("key", "2031-05-01", key=True),
            said("three", "2031-05-01", "watch radio paper"),
        )
        (one,) = told(of)
        assert [each.line.id for each in one.events] == ["two", "key", "three"]
        assert [words for words, _ in one.rest] == ["1 more event of this day"]

    def test_key_events_are_enough_and_no_more_than_a_reader_can_take(self) -> None:
        events = [said(f"e{number}", "2031-05-01", key=number % 2 == 0) for number in range(24)]
        (one,) = told(stories(*events))
        assert [each.line.id for each in one.events] == [f"e{number}" for number in range(0, 16, 2)]
        assert one.rest == (("16 more events of this day", "timeline.md#day-2031-05-01"),)

    def test_the_rest_of_a_day_stands_in_the_timeline(self) -> None:
        there = {one.anchor for one in timeline(context(world(), "en")).days}
        for one in told(world()):
            assert all(target.partition("#")[2] in there for _, target in one.rest)

    def test_each_event_told_says_when_it_was_unless_its_day_does(self) -> None:
        of = stories(
            said("plain", "2031-05-01"), said("about", "2031-05-01~"), said("hour", "2031-05-01T09:30")
        )
        assert [each.when for each in told(of)[0].events] == ["", "about 1 May 2031", "1 May 2031, 09:30"]


class TestHands:
    def test_each_change_says_who_holds_the_place_and_who_was_told_to_hold_it_before(self) -> None:
        of = story(taken(2, "north"), taken(4, "south"))
        first, second = (one.changes[0] for one in told(of))
        assert plain_text(first.line.words) == "Ford passes to North, according to Watch."
        assert first.before == ()
        assert plain_text(second.before) == "Last reported holder before that: North (reported)."
        assert [str(ref) for ref in second.before_refs] == ["taken-2-north-ford/told"]

    def test_of_two_changes_on_one_day_the_second_names_the_first(self) -> None:
        of = story(taken(2, "north"), taken(2, "south"))
        (one,) = told(of)
        assert plain_text(one.changes[1].before) == "Last reported holder before that: North (reported)."

    def test_who_is_said_to_have_lost_it_is_named_with_who_says_so(self) -> None:
        lost = {"by": ["north"], "claims": ["told"]}
        change = {"place": "ford", "holder": "south", "claims": ["told"], "lost": lost}
        of = story(event("falls", claim("told", "radio", "s1"), occurred="2031-05-04", changes=[change]))
        (one,) = told(of)
        assert plain_text(one.changes[0].before) == "Lost by North, according to Radio (reported)."

    def test_that_somebody_holds_still_what_they_held_is_no_change(self) -> None:
        again = {"place": "ford", "holder": "north", "claims": ["told"], "already": True}
        still = event("still", claim("told", "radio", "s1"), occurred="2031-05-04", changes=[again])
        assert [len(one.changes) for one in told(story(taken(2, "north"), still))] == [1, 0]

    def test_a_day_names_no_more_changes_than_a_reader_can_take(self) -> None:
        of = story(*(taken(2, f"holder-{number}", part=f"part {number}") for number in range(14)))
        (one,) = told(of)
        assert (len(one.changes), one.more_changes) == (12, "2 more changes of hands")


class TestMaps:
    def test_there_is_a_map_where_control_changed_since_the_day_before(self) -> None:
        of = story(
            taken(2, "north"), said("talk", "2031-05-03"), taken(4, "south"), said("end", "2031-05-04")
        )
        scenes = day_by_day(context(of, "en")).scenes
        assert [[one.anchor for one in scene.days] for scene in scenes] == [
            ["2031-05-02", "2031-05-03"],
            ["2031-05-04"],
        ]
        assert [scene.caption for scene in scenes] == [
            "At the end of 2 May 2031; the same until the end of 3 May 2031",
            "At the end of 4 May 2031",
        ]
        assert [sorted(scene.map.changed) for scene in scenes if scene.map] == [[], ["ford"]]

    def test_days_before_anything_is_held_have_no_map(self) -> None:
        scenes = day_by_day(context(story(said("talk", "2031-05-01"), taken(3, "north")), "en")).scenes
        assert [scene.map is None for scene in scenes] == [True, False]

    def test_without_places_or_a_frame_there_are_words_alone(self) -> None:
        of = stories(said("a", "2031-05-01"), said("b", "2031-05-02"))
        view = day_by_day(context(of, "en"))
        assert view.maps is None and [scene.map for scene in view.scenes] == [None]
        assert day_by_day(context(stories(), "en")).scenes == ()

    def test_a_map_shows_what_was_held_at_the_end_of_its_day(self) -> None:
        made = context(world(), "en")
        view = day_by_day(made)
        assert view.maps
        for when, one in view.maps.maps.items():
            for spot in one.spots:
                (shown,) = (each for each in spot.stretches if one.number in each.days)
                held = made.queries.holdings_on(spot.id, when)
                assert [share.holder for share in shown.shares] == [holding.holder for holding in held]

    def test_holders_have_the_marks_that_they_have_on_the_map_of_all_days(self) -> None:
        made = context(world(), "en")
        view = day_by_day(made)
        assert view.maps
        known = {holder.id: holder.number for holder in control_map(made).holders}
        numbers = {holder.id: holder.number for holder in view.maps.control.holders}
        assert all(known.get(holder, number) == number for holder, number in numbers.items())
        assert len(set(numbers.values())) == len(numbers)


class TestEditorsWords:
    @staticmethod
    def led(*sentences):
        answers = (("", (paragraph(*sentences),)), ("fr", (paragraph(sentence("Oui.", "a")),)))
        return facts(
            sources=(source("s1"),),
            events=(said("a", "2031-05-01"), said("b", "2031-05-02")),
            day_words=(DayWords("2031-05-02", day(9), answers),),
        )

    def test_they_stand_before_what_the_rule_tells_of_their_day_with_what_they_rest_on(self) -> None:
        first, second = told(self.led(sentence("It had been quiet.", "a"), sentence("Then not.", "b/c0")))
        assert first.words == ()
        ((lead, then),) = (item for block in second.words for item in block.items)
        assert plain_text(lead.text) == "It had been quiet."
        assert [str(ref) for ref in lead.refs + then.refs] == ["a/c0", "b/c0"]

    def test_they_are_in_the_language_of_the_page_where_it_has_some(self) -> None:
        (block,) = told(self.led(sentence("It had been quiet.", "a")), "fr")[1].words
        assert plain_text(block.items[0][0].text) == "Oui."

    def test_an_edition_has_those_whose_ground_was_known(self) -> None:
        of = self.led(sentence("It had been quiet.", "a"), sentence("It was a feint.", "late"))
        late = event("late", claim("c0", "watch", "s9"), occurred="2031-05-01")
        of = replace(of, sources=(source("s1"), source("s9", 9)), events=(*of.events, late))
        (block,) = on(known_at(of, day(5)), "2031-05-02").words
        assert [plain_text(one.text) for one in block.items[0]] == ["It had been quiet."]


def test_an_edition_tells_what_was_known_then() -> None:
    later = event("later", claim("c", "watch", "s9"), occurred="2031-05-01", key=True)
    of = facts(sources=(source("s1"), source("s9", 9)), events=(said("first", "2031-05-01"), later))
    assert [[one.line.id for one in each.events] for each in told(known_at(of, day(5)))] == [["first"]]
    assert [[one.line.id for one in each.events] for each in told(of)] == [["first", "later"]]
