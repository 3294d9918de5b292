"""Day by day: the story in order, the words of each day beside the map of who held what at its end."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive.story_dates import StoryDate
from generator.model.events import Event
from generator.views.changes_of_hands import ChangeOfHands, changes_of_hands
from generator.views.context import Context
from generator.views.day_maps import DayMap, DayMaps, day_maps
from generator.views.events import EventLine, event_line
from generator.views.language import N_
from generator.views.questions import BlockView, words_of_day
from generator.views.rich_text import capital, plain, plain_text
from generator.views.story_dates import date_label
from generator.views.timeline import day_anchor
from generator.views.told_days import StoryDay, carrying, story_days

_MOST_CHANGES = 12  # of hands that one day names


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event in the words of its day; ``when`` is "" where the day says all that is known of its time."""

    line: EventLine
    when: str


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day in words, with those of its editors first. ``more`` are the events to read on about.

    ``rest`` leads to others of that day.
    """

    anchor: str
    label: str
    words: tuple[BlockView, ...]
    events: tuple[ToldEvent, ...]
    changes: tuple[ChangeOfHands, ...]
    more_changes: str
    more: tuple[str, ...]
    rest: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Days in a row at whose ends the same held the places on the map of the first of them.

    ``caption`` says of which days the map is.
    """

    days: tuple[ToldDay, ...]
    map: DayMap | None
    caption: str


@dataclass(frozen=True, slots=True)
class DayByDay:
    """A story told day by day. ``maps`` is None where there is nothing to draw."""

    scenes: tuple[Scene, ...]
    maps: DayMaps | None


def day_by_day(context: Context, some: Iterable[StoryDay] | None = None) -> DayByDay:
    """Tell every day of the story in order, or some of them."""
    days = tuple(story_days(context) if some is None else some)
    ends = [_end(context, day.date) for day in days]
    maps = day_maps(context, tuple(dict.fromkeys(ends)))
    scenes: list[tuple[list[ToldDay], date, date, DayMap | None]] = []
    left = dict(maps.maps) if maps else {}
    for day, end in zip(days, ends, strict=True):
        drawn = left.pop(end, None)
        if drawn or not scenes:
            scenes.append(([], end, end, drawn))
        told, first, _, shown = scenes[-1]
        told.append(_told_day(context, day))
        scenes[-1] = (told, first, end, shown)
    return DayByDay(
        tuple(
            Scene(tuple(told), shown, _caption(context, (first, last))) for told, first, last, shown in scenes
        ),
        maps,
    )


def _end(context: Context, day: StoryDate) -> date:
    """Give the day at whose end the map of a day is drawn: of a vaguer time the last in the story."""
    return max(min(day.moment.last_day, context.queries.story_day), day.moment.first_day)


def _caption(context: Context, days: tuple[date, date]) -> str:
    first, last = (context.language.day(day) for day in days)
    if first == last:
        return context.words(N_("At the end of {date}")).format(date=first)
    return context.words(N_("At the end of {first}; the same until the end of {last}")).format(
        first=first, last=last
    )


def _told_day(context: Context, day: StoryDay) -> ToldDay:
    label = date_label(context, day.date)
    lines = [event_line(context, event.id) for event in carrying(context, day)]
    events = context.queries.records(Event, day.events)
    changes = [change for event in events for change in changes_of_hands(context, event)]
    shown = changes[:_MOST_CHANGES]
    more = tuple(dict.fromkeys((*(line.id for line in lines), *(change.event for change in shown))))
    return ToldDay(
        anchor=day.date.anchor,
        label=plain_text(capital(plain(label))),
        words=words_of_day(context, day.date.anchor),
        events=tuple(ToldEvent(line, "" if line.when == label else line.when) for line in lines),
        changes=tuple(shown),
        more_changes=_more_changes(context, len(changes) - len(shown)),
        more=tuple(event for event in day.events if event in more),
        rest=tuple(_rest(context, events, more)),
    )


def _more_changes(context: Context, number: int) -> str:
    words = context.language
    pattern = words.ngettext("{number} more change of hands", "{number} more changes of hands", number)
    return pattern.format(number=words.number(number)) if number else ""


def _rest(context: Context, events: Iterable[Event], told: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Lead to the day in the timeline on which most of what is not told here stands."""
    left = Counter(day_anchor(event.occurred) for event in events if event.id not in told)
    if left:
        words, number = context.language, left.total()
        pattern = words.ngettext(
            "{number} more event of this day", "{number} more events of this day", number
        )
        yield pattern.format(number=words.number(number)), f"timeline.md#{left.most_common(1)[0][0]}"
