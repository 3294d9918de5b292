"""Disagreements: where speakers differ, side by side."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.facts import Facts


class DisagreementKind(StrEnum):
    """In what way speakers differ."""

    DENIED = "denied"  # sides[0] asserts, sides[1] denies
    VERSIONS = "versions"  # rival versions that cannot all be true
    FIGURES = "figures"  # numbers of one scope that do not meet


@dataclass(frozen=True)
class Disagreement:
    """One disagreement about a record: two or more sides of statement references, none empty."""

    record: str
    kind: DisagreementKind
    sides: tuple[tuple[str, ...], ...]


def disagreements(facts: Facts) -> tuple[Disagreement, ...]:
    """Give every disagreement, in the order of ``facts.records()``."""
    raise NotImplementedError
