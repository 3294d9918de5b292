"""Open questions: what nobody could settle yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.derive.annotations import annotate
from generator.derive.status import Reason, Status
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.questions import Question
from generator.model.vocabulary import StatusName

_SETTLED = frozenset({StatusName.CONFIRMED, StatusName.WITHDRAWN})


class OpenReason(StrEnum):
    """Why something is an open question; the first that fits is given."""

    DISPUTED = "disputed"
    DENIED = "denied"
    CLAIMED = "claimed"
    UNABLE = "cannot-confirm"
    UNANSWERED = "unanswered"


# What nobody is on record as saying is no claim of one side.
_UNSAID = {Reason.ONLY_DENIALS: OpenReason.DENIED, Reason.ONLY_UNABLE: OpenReason.UNABLE}


@dataclass(frozen=True)
class OpenQuestion:
    """A record (event, relation or question) that is not settled, and why."""

    record: str
    reason: OpenReason


def open_questions(facts: Facts) -> tuple[OpenQuestion, ...]:
    """Give every open question, in the order of ``facts.records()``.

    What was confirmed or withdrawn since somebody could not confirm it is settled; the record's
    own page still shows who could not.
    """
    return tuple(_open(facts))


def _open(facts: Facts) -> Iterator[OpenQuestion]:
    annotations = facts.once(annotate)
    for record in facts.records():
        match record:
            case Event() | Relation():
                reason = _reason(annotations.status(record).now)
                if reason:
                    yield OpenQuestion(record.id, reason)
            case Question(answered=False):
                yield OpenQuestion(record.id, OpenReason.UNANSWERED)


def _reason(standing: Status) -> OpenReason | None:
    if standing.name is StatusName.DISPUTED:
        return OpenReason.DISPUTED
    if standing.reason in _UNSAID:
        return _UNSAID[standing.reason]
    if standing.name is StatusName.CLAIMED:
        return OpenReason.CLAIMED
    return OpenReason.UNABLE if standing.unable and standing.name not in _SETTLED else None
