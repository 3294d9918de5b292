"""Ids that the generator needs itself: for a file, or for an anchor on the page that a record is part of."""

from collections.abc import Iterator

from generator.model import reserved
from generator.model.actors import Actor, Relation
from generator.model.explainer import Population, Side
from generator.model.facts import Facts
from generator.model.figures import Series
from generator.model.questions import Question
from generator.model.refs import Ref
from generator.model.vocabulary import RecordKind
from generator.problems import Finding

_KINDS: dict[type, RecordKind] = {
    Relation: RecordKind.RELATION,
    Series: RecordKind.SERIES,
    Question: RecordKind.QUESTION,
}
_HINT = "Take another id, such as `{id}-1` or one that says more; an id becomes an address."


def taken_ids(facts: Facts) -> Iterator[Finding]:
    """Find ids that would put a page, or a part of one, where the generator puts something of its own."""
    claims = _claims_of_actors(facts)
    for record in facts.records():
        if isinstance(record, Side | Population):
            continue
        holder = facts.relation_holders.get(record.id, "") if isinstance(record, Relation) else ""
        why = _why(facts, record.id, _KINDS.get(type(record)), claims.get(holder, frozenset()))
        if why:
            yield _finding(record.id, ("id",), record.id, why)
    for entry in facts.retired:
        if isinstance(entry.id, str):
            why = _why(facts, entry.id, entry.kind, claims.get(entry.holder or "", frozenset()))
            if why:
                yield _finding(entry.entry, ("id",), entry.id, why)
    for index, side in enumerate(facts.explainer.sides):
        if side.id == reserved.NO_SIDE:
            yield _finding("", ("sides", index, "id"), side.id, "the group of actors without a side has it")


def _finding(record: str, at: tuple[str | int, ...], id: str, why: str) -> Finding:
    return Finding(record, at, "bad-id", f"`{id}` cannot be an id: {why}", _HINT.format(id=id))


def _why(facts: Facts, id: str, kind: RecordKind | None, claims: frozenset[str]) -> str:
    """Say what has the name already, or ""."""
    if id in reserved.FILES:
        return "a page of this name stands for its whole folder"
    if reserved.is_device(id):
        return "Windows keeps this name for a device, and makes no file that has it"
    if kind is None or kind not in reserved.ANCHORS:
        return ""
    if id in reserved.ANCHORS[kind]:
        return "a heading of the page that it stands on has this anchor"
    if id.startswith("claim-") and id.removeprefix("claim-") in claims:
        return "a claim on the same page has this anchor"
    if id.startswith("says-") and id.removeprefix("says-") in facts.by_id:
        return "a note on who says so has this anchor"
    return ""


def _claims_of_actors(facts: Facts) -> dict[str, frozenset[str]]:
    """Give the ids of the claims of each actor, those that were retired too."""
    found = {actor.id: {claim.id for claim in actor.claims} for actor in facts.actors}
    for entry in facts.retired:
        if isinstance(entry.id, Ref) and isinstance(facts.by_id.get(entry.id.record), Actor):
            found.setdefault(entry.id.record, set()).add(entry.id.statement)
    return {actor: frozenset(claims) for actor, claims in found.items()}
