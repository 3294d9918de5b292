"""Statements: claims, the editors' confirmations of records, the editors' corrections."""

from collections.abc import Iterable
from typing import Any

from pydantic import Field

from generator.model.fields import (
    Cites,
    ContestedList,
    Day,
    Entry,
    Flag,
    Id,
    Ids,
    LocalText,
    NoteField,
    Speakers,
)
from generator.model.refs import Ref
from generator.model.vocabulary import Stance


class Misattributed(Entry):
    """Sources that print a statement as said by others than it is by, as the editors found.

    ``cite`` are those sources, ``to`` whom they print as the speaker: nobody where it is empty.
    """

    cite: Cites = Field(alias="in")
    to: Ids = ()
    why: LocalText


def printed_speakers(statement: Any, source: str) -> tuple[str, ...] | None:
    """Give whom a source prints as the speaker of a statement; ``None`` where that is who says it."""
    others: tuple[Misattributed, ...] = getattr(statement, "misattributed", ())
    for one in others:
        if any(citation.source == source for citation in one.cite):
            return one.to
    return None


class Claim(Entry):
    """One statement by one speaker, or by several jointly. ``by`` is who says it, not who printed it.

    A joint statement is one voice, however many sign it.
    ``contradicts``, ``agrees`` and ``bears_out`` name claims of the same record: those that cannot be
    true together with it, those that bear out all it says, whatever else they say, and those of which
    it bears out all; ``()`` of the last says that it bears out none, ``()`` as what a denial or withdrawal
    contradicts that it is of nothing on record. ``differs_in`` says on what it differs from those that it
    contradicts, where their words do not. An ``opinion`` has a speaker, and can be neither right
    nor wrong. ``misattributed`` names cited sources that print it as said by somebody else.
    """

    id: Id
    says: LocalText
    by: Speakers
    cite: Cites
    stance: Stance = Stance.ASSERTS
    contradicts: Ids | None = None
    differs_in: ContestedList = ()
    agrees: Ids = ()
    bears_out: Ids | None = None
    opinion: Flag = False
    misattributed: tuple[Misattributed, ...] = ()
    note: NoteField | None = None

    @property
    def rivals(self) -> tuple[str, ...]:
        """The claims that it is said to contradict."""
        return self.contradicts or ()


def by_ref(record: str, claims: Iterable[Claim]) -> tuple[tuple[Ref, Claim], ...]:
    """Give the claims of a record with their references, in the order given."""
    return tuple((Ref(record, claim.id), claim) for claim in claims)


class CommonKnowledge(Entry):
    """Something that nobody disputes: the editors vouch for it since ``on``, and no speaker counts for it.

    ``why`` says how anybody can see it for themselves. It is no statement and has no status.
    """

    id: Id
    says: LocalText
    on: Day
    why: LocalText


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
