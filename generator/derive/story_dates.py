"""On which day of the story each event is told.

An event is told on the day on which it begins. One that tells who holds a place is told on the day from
which that counts, the last on which it can have occurred, so that the words of a day and its map say the
same. Of a time that is known no better than by its month or year the day is that month or year, told after
the days in it. What nobody stands by any more is not told, nor what lies outside of the time that the
explainer covers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.derive.control import control
from generator.derive.index import index
from generator.model.dates import Moment, When
from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.vocabulary import StatusName


@dataclass(frozen=True, slots=True)
class StoryDate:
    """A day of the story, or a vaguer time: its anchor, its ``moment``, how it is ``written`` in EDTF."""

    anchor: str
    moment: Moment
    written: str

    @property
    def turn(self) -> tuple[int, int, str]:
        """The order of dates: vaguer times after the days in them."""
        return self.moment.last, -self.moment.first, self.anchor


def story_dates(facts: Facts) -> Mapping[str, StoryDate]:
    """Give the day on which each event is told, by its id; the story leaves out the others."""
    found = ((event.id, _story_date(event, facts)) for event in facts.events)
    return MappingProxyType({event: day for event, day in found if day})


def _story_date(event: Event, facts: Facts) -> StoryDate | None:
    if facts.once(index).timelines[event.id].now.name is StatusName.WITHDRAWN:
        return None
    standings = facts.once(control).standings(event.id)
    counts_from = event.occurred.end if any(one.carries for one in standings) else None
    day = _dated(event.occurred, counts_from)
    covers = facts.explainer.covers
    return day if covers is None or When(day.moment, day.moment).overlaps(covers) else None


def _dated(when: When, counts_from: Moment | None) -> StoryDate:
    moment = counts_from or when.start or when.end
    assert moment
    written = moment.written_date
    if counts_from or when.start:
        return StoryDate(written, moment, written)
    if when.unknown:
        return StoryDate(f"before-{written}", moment, f"/{written}")
    return StoryDate(f"until-{written}", moment, f"../{written}")
