"""On which day of the story each event is told.

An event is told on the day on which it begins. One that tells who holds a place is told on the day from
which that counts, the last on which it can have occurred, so that the words of a day and its map say the
same. Of a time that is known no better than by its month or year the day is that month or year, told after
the days in it. What nobody stands by any more is not told, nor what lies outside of the time that the
explainer covers.
"""

from dataclasses import dataclass

from generator.model.dates import Moment, When, parse_when
from generator.model.events import Event
from generator.model.vocabulary import StatusName
from generator.views.context import Context


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


def story_date(context: Context, event: Event) -> StoryDate | None:
    """Give the day on which an event is told; None for one that the story leaves out."""
    when = event.occurred
    counts_from = when.end if changes_control(context, event) else None
    moment = counts_from or when.start or when.end
    assert moment
    covers = context.queries.covers
    if context.queries.status(event.id).name is StatusName.WITHDRAWN:
        return None
    if covers and not When(moment, moment).overlaps(covers):
        return None
    written = moment.written_date
    if counts_from or when.start:
        return StoryDate(written, moment, written)
    if when.unknown:
        return StoryDate(f"before-{written}", moment, f"/{written}")
    return StoryDate(f"until-{written}", moment, f"../{written}")


def date_label(context: Context, day: StoryDate) -> str:
    """Name a day, or the vaguer time that it stands for."""
    return context.language.when(parse_when(day.written))


def changes_control(context: Context, event: Event) -> bool:
    """Whether somebody stands by a change of control that an event tells of."""
    return any(one.carries for one in context.queries.change_standings(event.id))
