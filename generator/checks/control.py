"""Changes of control: claims that name the holder, and changes that cannot both hold."""

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.did_you_mean import Nearest
from generator.checks.values import At, shorten
from generator.derive.control import Holding, control
from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.vocabulary import Stance
from generator.problems import Finding

_SAYS_NOTHING = {
    Stance.DENIES: "denies it",
    Stance.CANNOT_CONFIRM: "could not confirm it",
    Stance.WITHDRAWS: "takes it back",
}


def groundless_changes(facts: Facts) -> Iterator[Finding]:
    """Find a change of control for which no claim of its event is named, or one that does not say so."""
    for event in facts.events:
        for index, change in enumerate(event.changes):
            if not change.claims:
                passes = f"`{event.id}` passes `{change.place}` to `{change.holder}`"
                message = f"{passes}, but names no claim that says so"
                yield Finding(
                    event.id, ("changes", index), "change-without-claim", message, _claims_hint(event)
                )
            said = f"passes `{change.place}` to `{change.holder}`"
            for number, name in enumerate(change.claims):
                yield from _named(event, name, ("changes", index, "claims", number), said)
            for number, name in enumerate(change.lost.claims if change.lost else ()):
                said = f"has `{change.place}` lost"
                yield from _named(event, name, ("changes", index, "lost", "claims", number), said)


def _named(event: Event, name: str, at: At, said: str) -> Iterator[Finding]:
    claim = next((claim for claim in event.claims if claim.id == name), None)
    if claim is None:
        message = (
            f"a change of `{event.id}` names the claim `{name}`, but the event has no claim with that id"
        )
        near = Nearest(claim.id for claim in event.claims).to(name)
        hint = f"Did you mean `{near}`?" if near else _claims_hint(event)
        yield Finding(event.id, at, "unknown-id", message, hint)
    elif claim.stance in _SAYS_NOTHING:
        message = f"`{event.id}` {said} on the word of `{name}`, which {_SAYS_NOTHING[claim.stance]}"
        yield Finding(event.id, at, "change-not-asserted", message, _claims_hint(event))


def _claims_hint(event: Event) -> str:
    """Give the claims that could be meant, with their first words."""
    could = [claim for claim in event.claims if claim.stance.affirms]
    if not could:
        return "No claim of the event asserts anything: take the change out."
    named = ", ".join(f"`{claim.id}` (“{shorten(str(claim.says))}”)" for claim in could)
    return (
        f"Name those of its claims that say who holds it, as in `claims: [{could[0].id}]`: {named}. "
        "Where none of them does, take the change out."
    )


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


def _time(taking: Holding) -> int | None:
    moment = taking.since.end or taking.since.start
    return moment.time_key[1] if moment and moment.time else None


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
