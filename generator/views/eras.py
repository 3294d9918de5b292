"""How the time of a record meets the time that the story tells."""

from enum import StrEnum

from generator.model.dates import Moment, When


class Era(StrEnum):
    """How the time of a series meets the time that the story tells."""

    STORY = "story"
    LONGER = "longer"
    BEFORE = "before"
    AFTER = "after"


def era(period: When, covers: When | None) -> Era:
    """Give the era of a series. A month that the story begins in belongs to the story."""
    if covers is None:
        return Era.STORY
    if period.first > covers.last:
        return Era.AFTER
    if period.last < covers.first:
        return Era.BEFORE
    return Era.STORY if _begins_in(period.start, covers) else Era.LONGER


def _begins_in(start: Moment | None, covers: When) -> bool:
    return bool(start and start.month and start.last >= covers.first)
