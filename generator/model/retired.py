"""What is no longer there: records and statements that were taken out or renamed, and other addresses.

An address that was published stays. What became of it is said there.
"""

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Day, Entry, Flag, Id, LocalText, SiteAddress, TargetField
from generator.model.refs import Ref
from generator.model.vocabulary import RecordKind


class Retired(Entry):
    """A record, or a statement written as ``record/claim``, that this explainer held until ``on``.

    ``kind`` says where its page was; a relation was on that of its ``holder``. ``renamed``: it is
    the same under the id ``now``, and readers are sent on. Else ``why`` says why it went, and
    ``now`` may name what replaces it.
    """

    id: TargetField
    kind: RecordKind | None = None
    holder: Id | None = None
    name: LocalText | None = None
    on: Day
    why: LocalText | None = None
    now: TargetField | None = None
    renamed: Flag = False

    @model_validator(mode="after")
    def _one_fate(self) -> "Retired":
        if fault := self._fault():
            raise PydanticCustomError("bad-retired", "{fault}", {"fault": fault})
        return self

    def _fault(self) -> str:
        if self.is_statement and (self.kind or self.holder):
            return "a statement has neither `kind` nor `holder`: its record has them"
        if not self.is_statement and self.kind is None:
            return "a record needs its `kind`, which says where its page was"
        if (self.kind is RecordKind.RELATION) != (self.holder is not None):
            return "`holder` names the actor that held a relation, and nothing else has one"
        if self.renamed and self.now is None:
            return "what was renamed needs `now`, its new id"
        return "" if self.renamed or self.why else "say in `why` what became of it, or that it was `renamed`"

    @property
    def is_statement(self) -> bool:
        """Whether it was a claim, a figure or a point rather than a record."""
        return isinstance(self.id, Ref)

    @property
    def entry(self) -> str:
        """The name under which its place in the files is kept: no id of a record holds a space."""
        return f"retired {self.id}"


class FormerAddress(Entry):
    """An address of a page, or of a part of one, until ``on``; what was told there may be told elsewhere.

    Pages come and go with what follows from the facts: a disagreement ends when its accounts are no longer
    held to differ, a relation moves to the page of another actor. ``why`` is said where it was; without
    it readers are sent on to ``now``, or else to what the page was of.
    """

    address: SiteAddress
    name: LocalText | None = None
    on: Day
    why: LocalText | None = None
    now: TargetField | None = None

    @property
    def entry(self) -> str:
        """The name under which its place in the files is kept: no id of a record holds a space."""
        return f"address {self.address}"

    @property
    def page(self) -> str:
        """The address of the page alone."""
        return self.address.partition("#")[0]

    @property
    def anchor(self) -> str:
        """What stands behind the sign ``#``, or ""."""
        return self.address.partition("#")[2]
