"""Claims of a record of which nobody says how they stand to each other, so that they do not add up."""

from collections.abc import Iterator

from generator.checks.values import statements
from generator.derive.annotations import annotate
from generator.derive.corroboration import Interest
from generator.derive.status import status_on
from generator.derive.ties import Ties, ties_of, unnamed_denials, untied
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.refs import Ref
from generator.problems import Finding


def untied_claims(facts: Facts) -> Iterator[Finding]:
    """Find claims that would change how a record stands if they bore out the one that leads."""
    for record in _told(facts):
        claims = dict(record.statements)
        loose = tuple(ref for ref in untied(claims) if _would_count(record, ref, facts))
        if loose:
            lead = ties_of(claims).affirming[0]
            names = " and ".join(f"`{ref.statement}`" for ref in loose)
            message = (
                f"nothing says whether {names} of `{record.id}` bear out `{lead.statement}`, "
                "so that they do not count with it"
            )
            hint = (
                f"Write `bears_out: [{lead.statement}]` at a claim that says all of it, whatever it adds, "
                "and `bears_out: []` at one that says something else."
            )
            at = next(at for at, one in statements(record) if one.id == loose[0].statement)
            yield Finding(record.id, (*at, "says"), "untied-claims", message, hint, "warning")


def _would_count(record: Event | Relation, ref: Ref, facts: Facts) -> bool:
    """Say whether a record would have another status, or more speakers, if a claim bore out its sentence."""
    annotations = facts.once(annotate)
    now = annotations.status(record).now
    if now.claim is None:
        return False
    ties = annotations.ties(record)
    borne_out = (*ties.bearing_out[now.claim], *ties.bearing_out[ref])
    tied = Ties((now.claim,), {now.claim: borne_out}, {now.claim: ties.answering[now.claim]})
    interest = Interest(record.favours, annotations.sides)
    confirmation = annotations.confirmations.get(record.id)
    then = status_on(annotations.of(record), interest, annotations.until, confirmation, tied)
    return then.name is not now.name or then.independent > now.independent


def denials_of_something(facts: Facts) -> Iterator[Finding]:
    """Find a denial that does not say which of the different things in a record it denies."""
    for record in _told(facts):
        claims = dict(record.statements)
        for ref in unnamed_denials(claims):
            at = next(at for at, one in statements(record) if one.id == ref.statement)
            message = f"`{ref}` denies, but does not say which of the claims of `{record.id}`"
            hint = (
                "Name them under its `contradicts`; what says at least as much is denied with them. "
                "`contradicts: []` where it denies what none of them says."
            )
            yield Finding(record.id, (*at, "stance"), "denies-which", message, hint, "warning")


def _told(facts: Facts) -> Iterator[Event | Relation]:
    return (record for record in facts.records() if isinstance(record, Event | Relation))
