"""Changes of control that cannot both hold."""

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.values import At
from generator.derive.control import Holding, control
from generator.model.events import Event
from generator.model.facts import Facts
from generator.problems import Finding


def control_conflicts(facts: Facts) -> Iterator[Finding]:
    """Two events that pass a place, or one part of it, to different holders on one day, in no order.

    The day is the one from which control counts; times of day put two changes of a day in order.
    """
    changes = control(facts)
    # The finding goes to the event that comes later in the files, as the newer entry.
    order = {event.id: number for number, event in enumerate(facts.events)}
    for place in changes.places:
        takings: dict[object, list[Holding]] = defaultdict(list)
        for taking in sorted(changes.changes(place), key=lambda holding: order[holding.event]):
            same = takings[taking.effective, str(taking.part).casefold()]
            if other := next((earlier for earlier in same if _clash(earlier, taking)), None):
                yield _conflict(taking, other, facts)
            same.append(taking)


def _clash(one: Holding, other: Holding) -> bool:
    mine, theirs = _time(one), _time(other)
    unordered = mine is None or theirs is None or mine == theirs
    return unordered and one.event != other.event and one.holder != other.holder


def _time(taking: Holding) -> str | None:
    moment = taking.since.end or taking.since.start
    return moment.time if moment else None


def _conflict(taking: Holding, other: Holding, facts: Facts) -> Finding:
    message = (
        f"`{taking.event}` passes `{taking.place}` to `{taking.holder}` and `{other.event}` "
        f"passes it to `{other.holder}`, both on {taking.effective}"
    )
    hint = (
        "Give both events a time of day, name the `part` that each took, or let one event carry the change."
    )
    return Finding(taking.event, _path(taking, facts), "control-conflict", message, hint)


def _path(taking: Holding, facts: Facts) -> At:
    event = facts.by_id[taking.event]
    found = (taking.place, taking.holder, taking.part)
    for index, change in enumerate(event.changes if isinstance(event, Event) else ()):
        if (change.place, change.holder, change.part) == found:
            return "changes", index
    return ("changes",)
