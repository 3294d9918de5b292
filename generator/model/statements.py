"""Statements: claims, the editors' confirmations of records, the editors' corrections."""

from collections.abc import Iterable

from generator.model.fields import Cites, Day, Entry, Id, Ids, LocalText, NoteField
from generator.model.refs import Ref
from generator.model.vocabulary import Stance


class Claim(Entry):
    """One statement by one speaker. ``by`` is who says it, not who printed it.

    ``contradicts`` and ``agrees`` name claims of the same record: those that cannot be true
    together with it, and those that bear out all it says, whatever else they say.
    """

    id: Id
    says: LocalText
    by: Id
    cite: Cites
    stance: Stance = Stance.ASSERTS
    contradicts: Ids = ()
    agrees: Ids = ()
    note: NoteField | None = None


def by_ref(record: str, claims: Iterable[Claim]) -> tuple[tuple[Ref, Claim], ...]:
    """Give the claims of a record with their references, in the order given."""
    return tuple((Ref(record, claim.id), claim) for claim in claims)


class Confirmation(Entry):
    """An editor's decision that a record is confirmed, from ``on``, with grounds and a citation."""

    on: Day
    why: LocalText
    cite: Cites


class Correction(Entry):
    """A mistake of this explainer that was mended ``on`` a day, in plain words.

    ``refs`` name the claims or figures of the record that it is about.
    """

    on: Day
    text: LocalText
    refs: Ids = ()
