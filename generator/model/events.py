"""Events: what happened, with everything said about it."""

from pydantic import Field

from generator.model.fields import Entry, Flag, Id, Ids, LocalText, NoteField, WhenField
from generator.model.refs import Ref
from generator.model.statements import Claim, Confirmation, Correction, by_ref


class Loss(Entry):
    """That actors or sides do not hold a place any more, and the claims of its event that say so."""

    by: Ids = Field(min_length=1)
    claims: Ids = Field(min_length=1)


class ControlChange(Entry):
    """Control of a place passes to a holder (an actor or a side); ``part`` names a part of it.

    ``claims`` are those of its event that say so; with ``already`` they say that the holder held it then,
    not that it began to. ``lost`` says who lost it.
    """

    place: Id
    holder: Id
    part: LocalText | None = None
    claims: Ids = ()
    lost: Loss | None = None
    already: Flag = False


class Narrowing(Entry):
    """A claim of an event that told when it occurred more closely, and the date as it was told before."""

    claim: Id
    was: WhenField


class Event(Entry):
    """Something that happened, as its speakers tell it. ``occurred`` is valid time.

    ``narrowed`` are the steps in which that became known, oldest first.

    The first claim that asserts it is the one that lists quote. ``favours`` names the sides
    whose interest it serves if true: ``[]`` for nobody's; left out, any party counts as
    interested. ``settles`` says what would end a disagreement about it. ``distinct_from`` names
    events that look like this one and are others.
    """

    id: Id
    occurred: WhenField
    narrowed: tuple[Narrowing, ...] = ()
    title: LocalText
    where: Ids = ()
    who: Ids = ()
    favours: Ids | None = None
    key: Flag = False
    claims: tuple[Claim, ...] = Field(min_length=1)
    changes: tuple[ControlChange, ...] = ()
    confirmed: Confirmation | None = None
    distinct_from: Ids = ()
    settles: NoteField | None = None
    note: NoteField | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def statements(self) -> tuple[tuple[Ref, Claim], ...]:
        """What is said of it, by reference, in file order."""
        return by_ref(self.id, self.claims)
