"""Control of places: the last change up to a day, and what it leaves."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive.control import control
from tests.derive.make import claim, day, event, facts, place, source


def taking(name, occurred, *changes, **fields):
    return event(name, claim("c", "watch", "s"), occurred=occurred, changes=changes, **fields)


def to(holder, where="ford", **fields):
    return {"place": where, "holder": holder, "claims": ["c"], **fields}


def world(*events):
    return facts(sources=(source("s"),), places=(place("ford"), place("mill"), place("weir")), events=events)


def holders(held, number):
    return [(one.holder, str(one.part) if one.part else None) for one in held.on("ford", day(number))]


def test_a_place_is_held_by_the_last_change():
    held = control(
        world(taking("late", "2031-05-05", to("north")), taking("early", "2031-05-02", to("south")))
    )
    assert [holders(held, number) for number in (1, 2, 4, 5)] == [
        [],
        [("south", None)],
        [("south", None)],
        [("north", None)],
    ]
    assert [one.before for one in held.changes("ford")] == [(), ("south",)]


def test_a_vague_day_counts_from_its_last():
    held = control(world(taking("vague", "2031-05", to("north")), taking("sure", "2031-05-09", to("south"))))
    assert holders(held, 30) == [("south", None)]
    assert holders(held, 31) == [("north", None)]
    assert held.on("ford", day(31))[0].effective == day(31)


def test_an_open_end_counts_from_its_start():
    held = control(world(taking("since", "2031-05-04/..", to("north"))))
    assert held.periods("ford")[0].first == day(4)


def test_on_one_day_the_time_decides_then_the_order_of_the_files():
    morning = taking("b", "2031-05-04T06:00", to("north"))
    night = taking("a", "2031-05-04T22:00", to("south"))
    assert holders(control(world(night, morning)), 4) == [("south", None)]
    first, second = taking("b", "2031-05-04", to("north")), taking("a", "2031-05-04", to("south"))
    assert holders(control(world(first, second)), 4) == [("south", None)]
    assert holders(control(world(second, first)), 4) == [("north", None)]


def test_a_part_changes_hands_alone():
    first = taking("first", "2031-05-01", to("north"))
    bank = taking("bank", "2031-05-02", to("south", part={"en": "the far bank", "fr": "la rive"}))
    again = taking("again", "2031-05-03", to("east", part="the far bank"))
    whole = taking("whole", "2031-05-04", to("south"))
    held = control(world(first, bank, again, whole))
    assert holders(held, 2) == [("north", None), ("south", "the far bank")]
    assert holders(held, 3) == [("north", None), ("east", "the far bank")]
    assert holders(held, 4) == [("south", None)]
    assert [one.before for one in held.changes("ford")] == [(), ("north",), ("south",), ("north", "east")]


def test_the_changes_of_one_event_happen_together():
    held = control(world(taking("joint", "2031-05-02", to("north"), to("east"), to("south", "mill"))))
    assert holders(held, 2) == [("north", None), ("east", None)]
    assert [one.holder for one in held.on("mill", day(2))] == ["south"]


def test_a_withdrawn_event_changes_nothing():
    fell = event(
        "fell", claim("c", "watch", "s"), claim("d", "watch", "s", "withdraws"), changes=[to("north")]
    )
    assert control(world(fell)).places == ()


def test_a_holding_keeps_the_standing_of_its_event():
    claimed = event("boast", claim("c", "north-guard", "s"), changes=[to("north")], favours=("north",))
    known = world(claimed)
    held = control(known)
    assert held.on("ford", day(1))[0].status.name == "claimed"
    assert known.once(control) == held


def test_periods_leave_no_gap():
    held = control(world(taking("one", "2031-05-02", to("north")), taking("two", "2031-05-06", to("south"))))
    assert [(period.first, period.last) for period in held.periods("ford")] == [
        (day(2), day(5)),
        (day(6), None),
    ]
    assert held.periods("mill") == held.changes("mill") == held.on("mill", day(9)) == ()


def test_places_come_in_the_order_of_the_gazetteer():
    held = control(world(taking("one", "2031-05-02", to("north", "weir"), to("north", "ford"))))
    assert held.places == ("ford", "weir")


takings = st.lists(
    st.tuples(
        st.integers(1, 9),
        st.sampled_from(["north", "south", "east"]),
        st.sampled_from([None, "bank", "quay"]),
    ),
    max_size=6,
)


def events_of(changes):
    return [
        taking(f"e{number}", str(day(on)), to(holder, part=part) if part else to(holder))
        for number, (on, holder, part) in enumerate(changes)
    ]


@settings(deadline=None)
@given(takings)
def test_control_is_the_last_change(changes):
    held = control(world(*events_of(changes)))
    for number in range(11):
        past = [
            change
            for _, change in sorted(enumerate(changes), key=lambda pair: (pair[1][0], pair[0]))
            if change[0] <= number
        ]
        whole = max((at for at, change in enumerate(past) if change[2] is None), default=-1)
        last = {change[2]: change[1] for change in past[max(whole, 0) :]}
        assert {part: holder for holder, part in holders(held, number)} == last


@settings(deadline=None)
@given(takings)
def test_periods_say_what_each_day_says(changes):
    held = control(world(*events_of(changes)))
    for period in held.periods("ford"):
        last = period.last or period.first + timedelta(days=20)
        for at in range((last - period.first).days + 1):
            assert held.on("ford", period.first + timedelta(days=at)) == period.holdings
