"""Open questions: what nobody could settle yet."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.facts import Facts


class OpenReason(StrEnum):
    """Why something is an open question; the first that fits is given."""

    DISPUTED = "disputed"
    CLAIMED = "claimed"
    UNABLE = "cannot-confirm"
    UNANSWERED = "unanswered"


@dataclass(frozen=True)
class OpenQuestion:
    """A record (event, relation or question) that is not settled, and why."""

    record: str
    reason: OpenReason


def open_questions(facts: Facts) -> tuple[OpenQuestion, ...]:
    """Give every open question, in the order of ``facts.records()``."""
    raise NotImplementedError
