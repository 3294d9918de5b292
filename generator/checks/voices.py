"""Voices: speakers who seem to be several, but rest on one and the same place of one source."""

from collections import defaultdict
from collections.abc import Hashable, Iterator

from generator.checks.values import At, speaker_names, statements
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts, Record
from generator.model.fields import Citation
from generator.model.figures import Figure
from generator.model.names import alike
from generator.model.statements import Claim
from generator.problems import Finding


def one_place(facts: Facts) -> Iterator[Finding]:
    """Find two speakers of a record who were read in one place: one report, perhaps, counted as two voices.

    They say the same of it, and one of them has no place of its own. Where a citation names no place
    in its source, or nothing is counted (claims on actors and places, figures), the same words or
    number alone tell.
    """
    for record in facts.records():
        citing: dict[Citation, list[Claim | Figure]] = defaultdict(list)
        for at, later in statements(record):
            before = {earlier.id: earlier for place in later.cite for earlier in citing[place]}
            pairs = ((earlier, _shared(record, earlier, later)) for earlier in before.values())
            found = next((pair for pair in pairs if pair[1] is not None), None)
            if found is not None:
                yield _one_place(record, at, found[0], later, found[1])
            for place in later.cite:
                citing[place].append(later)


def _shared(record: Record, one: Claim | Figure, other: Claim | Figure) -> Citation | None:
    """Give the place that two statements rest on, where that makes one voice of them."""
    places, others = set(one.cite), set(other.cite)
    both = places & others
    if both not in (places, others) or set(one.by) & set(other.by) or not _go_together(one, other):
        return None
    located = [place for place in sorted(both) if place.locator]
    if located and isinstance(record, Event | Relation):
        return located[0]
    return min(both) if _same(one) == _same(other) else None


def _go_together(one: Claim | Figure, other: Claim | Figure) -> bool:
    rivals = (*getattr(one, "rivals", ()), *getattr(other, "rivals", ()))
    if one.id in rivals or other.id in rivals:
        return False
    return one.stance is other.stance or (one.stance.affirms and other.stance.affirms)


def _same(one: Claim | Figure) -> Hashable:
    if isinstance(one, Claim):
        return frozenset((language, alike(words)) for language, words in one.says.variants)
    return one.as_of, one.period, one.bounds


def _one_place(
    record: Record, at: At, earlier: Claim | Figure, later: Claim | Figure, shared: Citation | None
) -> Finding:
    one = f"`{record.id}/{earlier.id}` by {speaker_names(earlier.by)}"
    other = f"`{record.id}/{later.id}` by {speaker_names(later.by)}"
    message = f"{one} and {other} rest on one place, `{shared}`, and count as two voices"
    joint = ", ".join((*earlier.by, *later.by))
    hint = (
        f"What they say together is one statement: `by: [{joint}]`. Where each speaks for itself, cite where "
        "in the source each does: `source-id@p1`, `source-id@p3`."
    )
    return Finding(record.id, (*at, "cite"), "one-place", message, hint, "warning")
