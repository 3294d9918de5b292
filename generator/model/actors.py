"""Actors: whoever does, says or suffers something; and how they stand to each other."""

from pydantic import Field

from generator.model.fields import Entry, Flag, Id, Ids, LocalText, NoteField, WhenField, WordList, Words
from generator.model.refs import Ref
from generator.model.statements import Claim, CommonKnowledge, Confirmation, Correction, by_ref
from generator.model.vocabulary import ActorKind, RelationType


class Relation(Entry):
    """How the actor that holds it stands to another, and who says so."""

    id: Id
    type: RelationType
    to: Id
    period: WhenField | None = None
    favours: Ids | None = None
    claims: tuple[Claim, ...] = Field(min_length=1)
    confirmed: Confirmation | None = None
    note: NoteField | None = None

    @property
    def statements(self) -> tuple[tuple[Ref, Claim], ...]:
        """What is said of it, by reference, in file order."""
        return by_ref(self.id, self.claims)


class Actor(Entry):
    """A person, group, state, organisation or kind of witness. With a ``side`` it is a party.

    ``side_why`` says why it is on that side, or without one, why on none.
    ``mention`` is how a sentence names it where ``name`` alone would not read: "the army".
    ``plural`` makes it take "say" rather than "says".
    ``second_hand`` says why it has no witness of its own: it compiles what others published.
    ``distinct_from`` names actors that share a name with it and are others; ``qualifier`` says in a word
    or two which of them it is, and stands in brackets behind its name.
    ``common`` is what everybody knows of it. ``claims`` say what it is; each stands alone with a speaker
    and a citation of its own.
    """

    id: Id
    name: LocalText
    short: LocalText | None = None
    mention: LocalText | None = None
    plural: Flag = False
    kind: ActorKind
    side: Id | None = None
    side_why: LocalText | None = None
    aliases: WordList = ()
    distinct_from: Ids = ()
    qualifier: LocalText | None = None
    wikidata: Words | None = None
    second_hand: LocalText | None = None
    common: tuple[CommonKnowledge, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    note: NoteField | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def statements(self) -> tuple[tuple[Ref, Claim], ...]:
        """What is said of it, by reference, in file order; its relations are records of their own."""
        return by_ref(self.id, self.claims)
