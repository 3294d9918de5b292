"""Facts that continue earlier ones: what is taken over is what would be found anew."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest

from generator.derive.annotations import annotate
from generator.derive.index import index
from generator.derive.trace import Digests, Inputs
from generator.model.facts import Facts
from tests.world import world


def _each(records: tuple[Any, ...], of: Any = None, **update: Any) -> tuple[Any, ...]:
    """The same records, each with other values, or one of them."""
    return tuple(one.model_copy(update=update) if of in (None, one) else one for one in records)


def edits() -> dict[str, Facts]:
    """The invented country, each time with something else edited."""
    facts = world()
    event, source, actor = facts.events[0], facts.sources[0], facts.actors[0]
    said = event.claims[0].model_copy(update={"by": (facts.actors[-1].id,)})
    party = next(one for one in facts.actors if one.side)
    return {
        "nothing": replace(facts),
        "a claim": replace(
            facts,
            events=(event.model_copy(update={"claims": (said, *event.claims[1:])}), *facts.events[1:]),
        ),
        "an event less": replace(facts, events=facts.events[1:]),
        "another order": replace(facts, events=facts.events[::-1]),
        "a source": replace(
            facts, sources=(source.model_copy(update={"published": None}), *facts.sources[1:])
        ),
        "a retraction": replace(facts, sources=_each(facts.sources, derives_from=())),
        "a name": replace(
            facts, actors=(actor.model_copy(update={"plural": not actor.plural}), *facts.actors[1:])
        ),
        "a side": replace(facts, actors=_each(facts.actors, side=None, of=party)),
        "second hand": replace(facts, actors=_each(facts.actors, second_hand=None)),
        "the day": replace(
            facts,
            explainer=facts.explainer.model_copy(
                update={"as_of": facts.explainer.as_of - timedelta(days=400)}
            ),
        ),
        "two of one id": replace(facts, events=(*facts.events, facts.events[0])),
    }


@pytest.mark.parametrize("edit", sorted(edits()))
def test_what_is_taken_over_is_what_would_be_found_anew(edit: str) -> None:
    earlier, edited = world(), edits()[edit]
    earlier.once(index)
    continuing, anew = replace(edited), replace(edited)
    continuing.continue_from(earlier)
    found, wanted = continuing.once(index), anew.once(index)
    for name in (field.name for field in fields(wanted)):
        mine, theirs = getattr(found, name), getattr(wanted, name)
        assert mine == theirs, name
        assert list(mine) == list(theirs), f"order of {name}"
    mine, theirs = continuing.once(annotate), anew.once(annotate)
    assert (mine.records, mine.sources, mine.confirmations) == (
        *(theirs.records, theirs.sources, theirs.confirmations),
    )


def test_what_an_edit_leaves_alone_is_not_found_again() -> None:
    earlier, edited = world(), edits()["a claim"]
    earlier.once(index)
    edited.continue_from(earlier)
    changed = edited.events[0].id
    found, before = edited.once(index), earlier.once(index)
    others = [name for name in found.timelines if name != changed]
    assert all(found.timelines[name] is before.timelines[name] for name in others)
    assert found.timelines[changed] is not before.timelines[changed]


def test_hashes_are_those_of_facts_by_themselves() -> None:
    earlier, edited = world(), edits()["a claim"]
    edited.continue_from(earlier)
    readings = [("by_id", name) for name in edited.by_id] + [("timelines", edited.events[0].id)]
    known = Digests(Inputs.of(earlier))
    known.know(readings)
    digests, alone = Digests(Inputs.of(edited), known), Digests(Inputs.of(edits()["a claim"]))
    assert ("by_id", edited.events[0].id) in digests.that_differ()
    assert [digests.of(reading) for reading in readings] == [alone.of(reading) for reading in readings]


def test_what_comes_after_does_not_hold_what_came_before() -> None:
    edited = edits()["nothing"]
    edited.continue_from(world())
    assert edited.earlier is world()
    assert replace(edited).earlier is None
    edited.continue_from(None)
    assert edited.earlier is None
    assert edited.edition_day >= date(1900, 1, 1)
