"""A change: what became of a record, on which known day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.vocabulary import StatusName


class ChangeKind(StrEnum):
    """What became of a record. The last three only tell two revisions of the facts apart."""

    NEW = "new"  # first known, or one more statement that leaves its status as it was
    RAISED = "raised"  # better established than before
    LOWERED = "lowered"  # less established than before
    DISPUTED = "disputed"  # somebody denies what another says
    CORRECTED = "corrected"  # something said of it was taken back; its status stayed
    WITHDRAWN = "withdrawn"  # nothing that was said of it stands any more
    EDITED = "edited"  # written otherwise
    REMOVED = "removed"  # no longer there
    RENAMED = "renamed"  # the same under another id


# From the weakest ground to the best. Of a disputed record less is agreed than of one nobody denies.
RANK = (
    StatusName.WITHDRAWN,
    StatusName.DISPUTED,
    StatusName.CLAIMED,
    StatusName.REPORTED,
    StatusName.CORROBORATED,
    StatusName.CONFIRMED,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one record: there is at most one of a record on a known day.

    ``refs`` are the statements it is about, in file order: those that the day brought, those they
    take back, else all that were known. ``before`` and ``after`` are its statuses; ``None`` for
    what was not known yet, and for actors, places and series, which have none unless withdrawn.
    ``was`` is the former id of a renamed record.
    """

    kind: ChangeKind
    record: str
    refs: tuple[str, ...]
    day: date
    before: StatusName | None = None
    after: StatusName | None = None
    was: str = ""

    @property
    def sort_key(self) -> tuple[date, str, str]:
        """By day, then by record."""
        return (self.day, self.record, self.kind)


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """A known day with everything that it brought, by record; never empty."""

    day: date
    changes: tuple[Change, ...]
