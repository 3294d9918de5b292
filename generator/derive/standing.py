"""The derived standing of a record: the words for it, and why it holds."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.vocabulary import StatusName


class Reason(StrEnum):
    """Why a status holds: which rule of the truth table fitted first."""

    SPEAKERS_WITHDREW = "speakers-withdrew"  # withdrawn: whoever asserted it took it back
    SOURCES_RETRACTED = "sources-retracted"  # withdrawn: every source of the assertions is retracted
    DENIED = "denied"  # disputed: one asserts, another denies, no party conceded
    CONCEDED = "conceded"  # confirmed: a party admits what hurts it, and one more speaker asserts it
    EDITOR_CONFIRMED = "editor-confirmed"  # confirmed: the editor's `confirmed` is in force
    INDEPENDENT_SPEAKERS = "independent-speakers"  # corroborated: two or more that are no party
    ONE_SPEAKER = "one-speaker"  # reported: one that is no party
    LONE_CONCESSION = "lone-concession"  # reported: a party admits what hurts it, nobody else speaks
    PARTY_WITHOUT_INTEREST = "party-without-interest"  # reported: a party whom it does not serve
    INTERESTED_PARTIES = "interested-parties"  # claimed: only parties whom it serves
    ONLY_DENIALS = "only-denials"  # claimed: nobody is on record asserting it, somebody denies it
    ONLY_UNABLE = "only-cannot-confirm"  # claimed: somebody could not confirm it, nobody else spoke
    NOTHING_STANDS = "nothing-stands"  # claimed: nothing said about it is known, or stands, on that day


@dataclass(frozen=True)
class Status:
    """How a record stands as known on a day. Tuples hold actor ids, earliest known word first.

    ``since`` is the first known day from which ``name`` has held without a break.
    ``speakers`` carry it (the speakers of its asserting voices); ``voices`` counts the voices that
    are independent of each other, parties included, and ``neutral`` those that are no party: say
    the latter where a sentence counts independent sources. ``conceding`` are the speakers whose
    concession counts as one. ``unable`` could not confirm it and have said nothing since.
    ``withdrew`` asserted it and took it back, or had all their sources retracted.
    """

    name: StatusName
    since: date
    reason: Reason
    speakers: tuple[str, ...] = ()
    deniers: tuple[str, ...] = ()
    unable: tuple[str, ...] = ()
    conceding: tuple[str, ...] = ()
    voices: int = 0
    withdrew: tuple[str, ...] = ()
    neutral: int = 0
