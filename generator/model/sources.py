"""Sources: one published item each, that somebody read."""

from datetime import date

from generator.model.fields import (
    Cites,
    Day,
    Entry,
    Id,
    Ids,
    Language,
    LocalText,
    NoteField,
    Url,
    Urls,
    WhenField,
    Words,
)
from generator.model.statements import Correction
from generator.model.vocabulary import ReadAs, Tier


class Retraction(Entry):
    """The publisher has taken the item back."""

    on: Day
    why: LocalText
    cite: Cites | None = None


class LeftOut(Entry):
    """Something the source says that this explainer does not carry, and why not."""

    at: Words
    why: LocalText


class WithCare(Entry):
    """Something the source says that this explainer carries otherwise than the source does, and why."""

    at: Words
    why: LocalText


class Source(Entry):
    """One published item. ``title`` is our own description where the item has none.

    ``derives_from`` names the sources that this one only repeats; ``carries`` the actor
    (a wire agency, say) whose text it prints. ``url`` is the publisher's own address, ``archived``
    are those of archived copies; ``copy_at`` says in words where a copy was read, and is no address
    to send readers to. ``platform`` runs the host of ``url`` where the publisher does not.
    ``distinct_from`` names sources that look like this one and are others. ``second_hand`` says why
    nothing in it is a voice of its own, where what it repeats was not read.
    """

    id: Id
    title: LocalText
    publisher: Words
    published: WhenField | None = None
    accessed: Day
    language: Language
    url: Url | None = None
    archived: Urls = ()
    copy_at: Words | None = None
    platform: Words | None = None
    tier: Tier
    read: ReadAs = ReadAs.WHOLE
    author: Words | None = None
    derives_from: Ids = ()
    carries: Id | None = None
    second_hand: LocalText | None = None
    retracted: Retraction | None = None
    left_out: tuple[LeftOut, ...] = ()
    with_care: tuple[WithCare, ...] = ()
    distinct_from: Ids = ()
    note: NoteField | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def known(self) -> date:
        """The day on which it became known: late rather than early.

        A partial ``published`` counts from its last day, but from the day it was read where that is
        earlier; so does an undated or still running item, and one from before the year 1.
        """
        published = self.published.last_day if self.published else date.max
        return self.accessed if published == date.min else min(published, max(self.accessed, self._first))

    @property
    def _first(self) -> date:
        # A source that was read before it can have been published is reported; until then its date counts.
        return self.published.first_day if self.published else date.min
