"""Claims that are said to contradict each other although both can be true."""

from collections.abc import Iterator

from generator.checks.quantities import both_can_be_true
from generator.checks.values import shorten, statements
from generator.model.facts import Facts
from generator.model.refs import Ref
from generator.model.statements import Claim
from generator.problems import Finding


def compatible_rivals(facts: Facts) -> Iterator[Finding]:
    """Find two claims that contradict each other and differ in bounds or round numbers that can both be so.

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
                if claim.note or other.note or not both_can_be_true(claim.says, other.says, language):
                    continue
                if (pair := frozenset((claim.id, name))) not in told:
                    told.add(pair)
                    yield _both(record.id, (*at, "contradicts", index), claim, other)


def _both(record: str, at: tuple[str | int, ...], claim: Claim, other: Claim) -> Finding:
    message = (
        f"`{Ref(record, claim.id)}` (“{shorten(str(claim.says))}”) is said to contradict `{other.id}` "
        f"(“{shorten(str(other.says))}”), but some number can be both"
    )
    hint = (
        f"Take `{other.id}` out of `contradicts`; where the two differ in something else, "
        "let their words say it, or a `note` at one of them."
    )
    return Finding(record, at, "both-can-be-true", message, hint, "warning")
