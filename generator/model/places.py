"""Places: the gazetteer."""

from typing import Literal

from generator.model.fields import (
    Cites,
    Degrees,
    Entry,
    Id,
    Ids,
    LocalText,
    NoteField,
    Speakers,
    WordList,
    Words,
)
from generator.model.refs import Ref
from generator.model.statements import Claim, CommonKnowledge, Correction, by_ref
from generator.model.vocabulary import PlaceKind, Stance


class Point(Entry):
    """Where a place is: WGS 84 degrees, and who says so. Its claim id is ``point``."""

    lat: Degrees
    lon: Degrees
    by: Speakers
    cite: Cites

    @property
    def stance(self) -> Stance:
        """Whoever gives a position asserts it."""
        return Stance.ASSERTS


class Place(Entry):
    """A country, province, city, town or site. ``label`` says where a map puts its name.

    ``distinct_from`` names places that share a name with it and are others; ``qualifier`` says in a word
    or two which of them it is, and stands in brackets behind its name.
    """

    id: Id
    name: LocalText
    kind: PlaceKind
    within: Id | None = None
    point: Point | None = None
    aliases: WordList = ()
    distinct_from: Ids = ()
    qualifier: LocalText | None = None
    wikidata: Words | None = None
    label: Literal["left", "right", "above", "below"] = "right"
    common: tuple[CommonKnowledge, ...] = ()
    claims: tuple[Claim, ...] = ()
    note: NoteField | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def statements(self) -> tuple[tuple[Ref, Claim | Point], ...]:
        """What is said of it, by reference: its position first, then its claims in file order."""
        point = ((Ref(self.id, "point"), self.point),) if self.point else ()
        return (*point, *by_ref(self.id, self.claims))
