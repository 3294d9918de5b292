"""What an editor owes the reader about a source."""

from collections.abc import Iterator

from generator.model.facts import Facts
from generator.model.vocabulary import Tier
from generator.problems import Finding


def tier_c_notes(facts: Facts) -> Iterator[Finding]:
    """A tier C source without a note that says why it is used at all."""
    for source in facts.sources:
        if source.tier is Tier.C and source.note is None:
            message = f"`{source.id}` is of tier C and has no note"
            hint = "Say in `note` why nothing better was found, or cite a source of tier A or B instead."
            yield Finding(source.id, ("tier",), "tier-c-note", message, hint)
