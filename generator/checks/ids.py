"""Ids and statements: each used or written once, and rival claims that exist."""

from collections.abc import Hashable, Iterable, Iterator

from generator.checks.did_you_mean import Nearest
from generator.checks.kinds import Named, a, each_id
from generator.checks.values import At, speaker_names, statements
from generator.model.actors import Actor
from generator.model.facts import Facts, Record
from generator.model.figures import Figure
from generator.model.places import Place
from generator.model.refs import Ref
from generator.model.statements import Claim
from generator.problems import Finding


def duplicate_ids(facts: Facts) -> Iterator[Finding]:
    """Find an id that two records share, of whatever kinds: all ids live in one namespace."""
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
    """Find an id that two claims or figures of one record share, so that no reference can tell them apart."""
    for record in facts.records():
        seen = set()
        for name, at in _statement_ids(record):
            if name in seen:
                message = f"`{record.id}` has two statements with the id `{name}`"
                hint = "Give one of them another id; `point` is taken where a place has a `point`."
                yield Finding(record.id, at, "duplicate-statement", message, hint)
            seen.add(name)
        known = [one.id for one in record.common] if isinstance(record, Actor | Place) else []
        for index, name in enumerate(known):
            if name in known[:index]:
                message = f"`{record.id}` has two pieces of common knowledge with the id `{name}`"
                at = ("common", index, "id")
                yield Finding(record.id, at, "duplicate-statement", message, "Give one another id.")


def same_statements(facts: Facts) -> Iterator[Finding]:
    """Find the same words or number by the same speaker, written twice in one record."""
    for record in facts.records():
        first: dict[Hashable, str] = {}
        for at, statement in statements(record):
            other = first.setdefault(_content(statement), statement.id)
            if other != statement.id:
                twice = f"`{record.id}/{statement.id}` says the same as `{record.id}/{other}`"
                message = f"{twice}, and {speaker_names(statement.by)} says both"
                hint = "Keep one of them, and list the citations of both under its `cite`."
                yield Finding(record.id, at, "same-statement", message, hint)


def rival_claims(facts: Facts) -> Iterator[Finding]:
    """Find a claim at odds with itself, or named beside one that its record does not have."""
    for record in facts.records():
        own = {statement.id: None for _, statement in statements(record)}
        for claim_at, claim in statements(record):
            if isinstance(claim, Claim):
                for key, index, other in _others(claim):
                    at = (*claim_at, key, index)
                    if other == claim.id:
                        yield _names_itself(record.id, at, other)
                    elif other not in own:
                        yield _unknown_claim(Ref(record.id, claim.id), at, other, own)
                    elif key != "contradicts" and other in claim.rivals:
                        yield _both_ways(record.id, at, claim.id)


def _others(claim: Claim) -> Iterator[tuple[str, int, str]]:
    """Each claim that a claim names: under which key, as which, and its id."""
    keys = {"contradicts": claim.rivals, "agrees": claim.agrees, "bears_out": claim.bears_out or ()}
    for key, named in keys.items():
        yield from ((key, index, other) for index, other in enumerate(named))


def _statement_ids(record: Record) -> Iterator[tuple[str, At]]:
    if isinstance(record, Place) and record.point:
        yield "point", ("point",)
    for at, statement in statements(record):
        yield statement.id, (*at, "id")


def _content(statement: Claim | Figure) -> Hashable:
    if isinstance(statement, Claim):
        return frozenset(statement.by), statement.stance, str(statement.says).casefold()
    scope = (frozenset(statement.by), statement.stance, statement.as_of, statement.period, statement.method)
    return scope, statement.bounds, statement.best, statement.about, statement.parts


def _names_itself(record: str, at: At, claim: str) -> Finding:
    verb = {"contradicts": "contradict", "agrees": "agree with", "bears_out": "bear out"}[_key(at)]
    message = f"`{record}/{claim}` is said to {verb} itself"
    hint = "Name the id of another claim of the record, or take the key out."
    return Finding(record, at, "contradicts-itself", message, hint)


def _both_ways(record: str, at: At, claim: str) -> Finding:
    message = f"`{record}/{claim}` is said to say the same as a claim that it contradicts"
    hint = f"Name the claim under one of `{_key(at)}` and `contradicts`."
    return Finding(record, at, "contradicts-itself", message, hint)


def _unknown_claim(claim: Ref, at: At, other: str, own: Iterable[str]) -> Finding:
    near = Nearest(own).to(other)
    guess = f"Did you mean `{near}`? " if near else ""
    key = _key(at)
    message = f"`{key}` of `{claim}` names `{other}`, but `{claim.record}` has no claim with that id"
    hint = f"{guess}`{key}` takes ids of claims of the same record."
    return Finding(claim.record, at, "unknown-id", message, hint)


def _key(at: At) -> str:
    return next(str(step) for step in at if step in ("contradicts", "agrees", "bears_out"))
