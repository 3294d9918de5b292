"""Claims that are said to contradict each other although both can be true."""

from collections.abc import Iterator

from generator.checks.shares import differ_in_share_alone
from generator.checks.values import shorten, statements
from generator.derive.quantities import both_can_be_true
from generator.model.facts import Facts
from generator.model.refs import Ref
from generator.model.statements import Claim
from generator.problems import Finding


def compatible_rivals(facts: Facts) -> Iterator[Finding]:
    """Find two claims that contradict each other and differ in amounts or shares that can both be so.

    A note at one of them may say why they cannot be true together all the same.
    """
    language = facts.explainer.languages[0]
    for record in facts.records():
        claims = [(at, claim) for at, claim in statements(record) if isinstance(claim, Claim)]
        own = {claim.id: claim for _, claim in claims}
        told: set[frozenset[str]] = set()
        for at, claim in claims:
            for index, name in enumerate(claim.contradicts or ()):
                other = own.get(name)
                if other is None or other is claim or not (claim.stance.affirms and other.stance.affirms):
                    continue
                why = "" if claim.note or other.note else _why_both(claim, other, language)
                if why and (pair := frozenset((claim.id, name))) not in told:
                    told.add(pair)
                    yield _both(record.id, (*at, "contradicts", index), (claim, other), why)


def _why_both(claim: Claim, other: Claim, language: str) -> str:
    """Say why two claims can both be true; "" where that is not plain."""
    if both_can_be_true(claim.says, other.says, language):
        return "some number can be both"
    if differ_in_share_alone(claim.says, other.says, language):
        return "what holds of the whole holds of a part of it"
    return ""


def _both(record: str, at: tuple[str | int, ...], claims: tuple[Claim, Claim], why: str) -> Finding:
    claim, other = claims
    message = (
        f"`{Ref(record, claim.id)}` (“{shorten(str(claim.says))}”) is said to contradict `{other.id}` "
        f"(“{shorten(str(other.says))}”), but {why}"
    )
    hint = (
        f"Take `{other.id}` out of `contradicts`; where the two differ in something else, "
        "let their words say it, or a `note` at one of them."
    )
    return Finding(record, at, "both-can-be-true", message, hint, "warning")
