"""What a status says beside its name, and how it came about."""

from generator.derive.corroboration import IndependentSpeaker
from tests.derive.ask import history, independent_speakers, statement_status, status
from tests.derive.make import Told as W
from tests.derive.make import claim, day, facts, figure, place, source, tell


def names(past):
    return [(one.name.value, one.since) for one in past]


def test_a_status_says_who_speaks_and_since_when():
    said = [
        W("north-guard", on=2),
        W("watch", "cannot-confirm", 2),
        W("east-envoy", "denies", 3),
        W("south-guard", "concedes", 5),
        W("radio", on=6),
    ]
    found = status(*tell(said, favours=("north",)))
    assert found.name == "confirmed"
    assert found.since == day(5)
    assert found.speakers == ("north-guard", "south-guard", "radio")
    assert found.conceding == ("south-guard",)
    assert found.deniers == ("east-envoy",)
    assert found.unable == ("watch",)
    assert (found.independent, found.neutral, found.withdrew) == (3, 1, ())


def test_history_keeps_each_change_of_name():
    said = [
        W("north-guard", on=2),
        W("watch", "denies", 3),
        W("south-guard", "concedes", 5),
        W("radio", on=6),
    ]
    told, world = tell(said, favours=("north",))
    assert names(history(told, world)) == [("claimed", day(2)), ("disputed", day(3)), ("confirmed", day(5))]


def test_a_status_on_a_day_rests_on_what_was_known_by_then():
    told, world = tell([W("north-guard", on=2), W("watch", on=4)], favours=("north",))
    assert status(told, world, day(3)).name == "claimed"
    assert status(told, world, day(4)).name == "reported"
    assert status(told, world, day(1)).reason == "nothing-stands"


def test_a_break_starts_the_count_of_days_again():
    said = [W("watch", on=2), W("radio", "denies", 3), W("radio", "withdraws", 6), W("watch", on=8)]
    told, world = tell(said)
    assert names(history(told, world)) == [("reported", day(2)), ("disputed", day(3)), ("reported", day(6))]
    assert status(told, world).since == day(6)


def test_a_retraction_counts_from_its_day_and_takes_its_repeats_along():
    told, world = tell([W("watch", on=2, retracted=7), W("radio", on=3, repeats=("s1",))])
    assert names(history(told, world)) == [("reported", day(2)), ("withdrawn", day(7))]
    assert status(told, world).withdrew == ("watch", "radio")


def test_a_retraction_read_later_counts_from_then():
    told, _ = tell([W("watch", on=2)])
    taken_back = {"on": str(day(4)), "why": "An error.", "cite": "notice"}
    items = (source("s1", 2, retracted=taken_back), source("notice", 9))
    assert names(history(told, facts(sources=items, events=(told,)))) == [
        ("reported", day(2)),
        ("withdrawn", day(9)),
    ]


def test_a_decision_read_later_counts_from_then():
    decision = {"on": str(day(3)), "why": "It was filmed.", "cite": "s2"}
    told, world = tell([W("north-guard", on=2), W("watch", "cannot-confirm", 6)], confirmed=decision)
    assert names(history(told, world)) == [("claimed", day(2)), ("confirmed", day(6))]


def test_a_later_repeat_of_old_words_does_not_renew_them():
    said = [W("watch", on=2), W("watch", "withdraws", 4), W("watch", on=6, repeats=("s1",))]
    assert status(*tell(said)).name == "withdrawn"


def test_who_could_not_confirm_and_spoke_since_is_no_longer_unable():
    assert status(*tell([W("radio", on=1), W("watch", "cannot-confirm", 2), W("watch", on=3)])).unable == ()
    assert status(*tell([W("watch", on=1), W("watch", "cannot-confirm", 2)])).unable == ("watch",)


def test_repeats_of_one_unseen_report_are_one_voice():
    said = [
        W("watch", repeats=("unseen",)),
        W("radio", on=2, repeats=("unseen", "unseen-too")),
        W("paper", on=3),
    ]
    said.append(W("north-guard", on=4, repeats=("unseen-too",)))
    assert independent_speakers(*tell(said, favours=("north",))) == (
        IndependentSpeaker(
            ("watch", "radio", "north-guard"),
            repeats=True,
            neutral=False,
            interested=True,
            mixed=True,
            conceding=False,
        ),
        IndependentSpeaker(
            ("paper",), repeats=False, neutral=True, interested=False, mixed=False, conceding=False
        ),
    )


def test_an_original_not_known_yet_hides_no_repeat():
    said = [W("watch", on=9), W("radio", on=2, repeats=("s1",))]
    told, world = tell(said)
    assert status(told, world, day(2)).speakers == ("radio",)
    assert status(told, world, day(9)).speakers == ("watch",)


def test_a_lone_statement_stands_as_a_record_of_its_own():
    world = facts(
        sources=(source("s1", 2), source("s2", 3, retracted={"on": str(day(5)), "why": "An error."}))
    )
    assert statement_status(claim("c", "watch", "s1"), world).name == "reported"
    assert statement_status(claim("c", "north-guard", "s1"), world).name == "claimed"
    assert statement_status(claim("c", "watch", "s1", "denies"), world).reason == "only-denials"
    assert statement_status(claim("c", "watch", "s2"), world).name == "withdrawn"
    assert statement_status(claim("c", "watch", "s2"), world, day(4)).name == "reported"
    assert (
        statement_status(figure("f", "north-guard", "s1", value=3), world, favours=("south",)).name
        == "reported"
    )
    point = place("ford", point={"lat": "1.0", "lon": "2.0", "by": "watch", "cite": "s1"}).point
    assert statement_status(point, world).since == day(2)
