"""The editors' corrections: of days that have come, about statements that are there."""

from collections.abc import Iterator

from generator.checks.did_you_mean import Nearest
from generator.checks.values import At, statements
from generator.derive.retired import by_old_id
from generator.model.actors import Relation
from generator.model.explainer import Population, Side
from generator.model.facts import Facts, Record
from generator.model.places import Place
from generator.model.refs import Ref
from generator.model.statements import Correction
from generator.problems import Finding


def corrected_in_future(facts: Facts) -> Iterator[Finding]:
    """Find a correction made after the day of the current edition."""
    edition = facts.explainer.as_of
    for record, at, correction in _each_correction(facts):
        if correction.on > edition:
            message = f"`{record.id}` was corrected on {correction.on}, after the edition's day ({edition})"
            hint = "Move `as_of` in explainer.yml to the day of the last change, or correct `on`."
            yield Finding(record.id, (*at, "on"), "corrected-in-future", message, hint)


def corrected_unknown(facts: Facts) -> Iterator[Finding]:
    """Find a correction that names a claim or figure which its record neither has nor had."""
    gone = by_old_id(facts)
    for record, at, correction in _each_correction(facts):
        own = [one.id for _, one in statements(record)]
        if isinstance(record, Place) and record.point:
            own.append("point")
        for index, name in enumerate(correction.refs):
            if name not in own and Ref(record.id, name) not in gone:
                near = Nearest(own).to(name)
                guess = f"Did you mean `{near}`? " if near else ""
                message = f"a correction of `{record.id}` names `{name}`, a claim it does not have"
                hint = f"{guess}`refs` takes ids of claims or figures of the same record, or retired ones."
                yield Finding(record.id, (*at, "refs", index), "unknown-id", message, hint)


def _each_correction(facts: Facts) -> Iterator[tuple[Record, At, Correction]]:
    for record in facts.records():
        if not isinstance(record, Side | Population | Relation):
            for index, correction in enumerate(record.corrections):
                yield record, ("corrections", index), correction
