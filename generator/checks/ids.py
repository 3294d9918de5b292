"""Ids and statements: each id used once, each statement written once, rivals that exist."""

from collections.abc import Hashable, Iterable, Iterator

from generator.checks.kinds import Named, a, each_id
from generator.checks.nearest import Nearest
from generator.checks.statements import statements
from generator.checks.values import At
from generator.model.claims import Claim
from generator.model.facts import Facts, Record
from generator.model.figures import Figure
from generator.model.places import Place
from generator.problems import Finding


def duplicate_ids(facts: Facts) -> Iterator[Finding]:
    """An id that two records share, of whatever kinds: all ids live in one namespace."""
    first: dict[str, Named] = {}
    for named in each_id(facts):
        other = first.setdefault(named.id, named)
        if other is not named:
            message = (
                f"`{named.id}` is the id of {a(named.kind)} ({named.file}) "
                f"and already that of {a(other.kind)} ({other.file})"
            )
            hint = "Give the newer of the two another id, and change what refers to it."
            yield Finding(named.record, named.at, "duplicate-id", message, hint)


def duplicate_statements(facts: Facts) -> Iterator[Finding]:
    """An id that two claims or figures of one record share, so that no reference can tell them apart."""
    for record in facts.records():
        seen = set()
        for name, at in _statement_ids(record):
            if name in seen:
                message = f"`{record.id}` has two statements with the id `{name}`"
                hint = "Give one of them another id; `point` is taken where a place has a `point`."
                yield Finding(record.id, at, "duplicate-statement", message, hint)
            seen.add(name)


def same_statements(facts: Facts) -> Iterator[Finding]:
    """The same words or number by the same speaker, written twice in one record."""
    for record in facts.records():
        first: dict[Hashable, str] = {}
        for at, statement in statements(record):
            other = first.setdefault(_content(statement), statement.id)
            if other != statement.id:
                twice = f"`{record.id}/{statement.id}` says the same as `{record.id}/{other}`"
                message = f"{twice}, and `{statement.by}` is the speaker of both"
                hint = "Keep one of them, and list the citations of both under its `cite`."
                yield Finding(record.id, at, "same-statement", message, hint)


def rival_claims(facts: Facts) -> Iterator[Finding]:
    """A claim that contradicts itself, or a claim that its record does not have."""
    for record in facts.records():
        own = {statement.id: None for _, statement in statements(record)}
        for claim_at, claim in statements(record):
            for index, rival in enumerate(getattr(claim, "contradicts", ())):
                at = (*claim_at, "contradicts", index)
                if rival == claim.id:
                    yield _contradicts_itself(record.id, at, rival)
                elif rival not in own:
                    yield _unknown_rival(f"{record.id}/{claim.id}", at, rival, own)


def _statement_ids(record: Record) -> Iterator[tuple[str, At]]:
    if isinstance(record, Place) and record.point:
        yield "point", ("point",)
    for at, statement in statements(record):
        yield statement.id, (*at, "id")


def _content(statement: Claim | Figure) -> Hashable:
    if isinstance(statement, Claim):
        return statement.by, statement.stance, str(statement.says).casefold()
    scope = (statement.by, statement.stance, statement.as_of, statement.period, statement.method)
    return scope, statement.bounds, statement.best, statement.about, statement.parts


def _contradicts_itself(record: str, at: At, claim: str) -> Finding:
    message = f"`{record}/{claim}` is said to contradict itself"
    hint = "Name the other version's claim id under `contradicts`, or take the key out."
    return Finding(record, at, "contradicts-itself", message, hint)


def _unknown_rival(claim: str, at: At, rival: str, own: Iterable[str]) -> Finding:
    record = claim.partition("/")[0]
    near = Nearest(own).to(rival)
    guess = f"Did you mean `{near}`? " if near else ""
    message = f"`contradicts` of `{claim}` names `{rival}`, but `{record}` has no claim with that id"
    hint = f"{guess}`contradicts` takes ids of claims of the same record."
    return Finding(record, at, "unknown-id", message, hint)
