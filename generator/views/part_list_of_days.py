"""The days of the story as a list that is split once it is long: by year, month and parts of a month."""

from collections.abc import Iterator

from generator.derive.story_dates import StoryDate
from generator.model.calendar_days import FIRST
from generator.views.context import Context
from generator.views.language import day_label
from generator.views.part_lists import EARLY, PartedList, by_first, counted, period_label
from generator.views.parts import ListPart, in_parts, is_within_month, period_names
from generator.views.parts_overview import File, PartGroup, PartLine, PartMark, once_each
from generator.views.story_dates import date_label
from generator.views.told_days import StoryDay, story_days


def _tree(context: Context, most: int) -> ListPart[StoryDay]:
    def names(day: StoryDay) -> tuple[str, ...]:
        # A vaguer time comes after the days in it, so it stands with the last of them.
        return period_names(day.date.moment.last_day) if day.date.moment.last >= FIRST else (EARLY,)

    return in_parts(story_days(context), names, most)


def _days_words(context: Context, number: int) -> str:
    return counted(context, context.language.ngettext("{number} day", "{number} days", number), number)


def _groups(context: Context, part: ListPart[StoryDay], file: File) -> Iterator[PartGroup]:
    for of, leaves in by_first(part):
        lines = (_line(context, leaf, file) for leaf in leaves)
        yield PartGroup(
            f"in-{of.name}", period_label(context, of) if of is not part else "", tuple(once_each(lines))
        )


def _line(context: Context, leaf: ListPart[StoryDay], file: File) -> PartLine:
    target = file(leaf.name)
    marks = (
        PartMark(_short(context, leaf, one.date), f"{target}#{one.date.anchor}", one.date.anchor)
        for one in leaf.entries
    )
    return PartLine(
        period_label(context, leaf), target, _days_words(context, len(leaf.entries)), tuple(marks)
    )


def _short(context: Context, leaf: ListPart[StoryDay], day: StoryDate) -> str:
    """Name a day as shortly as what its part is called allows."""
    if day.moment.day is None or day.anchor != day.written:
        return date_label(context, day)
    within = is_within_month(leaf.name)
    return day_label(context.language, day.moment.first_day, "d" if within else "MMMd")


DAYS = PartedList("days", lambda context: len(story_days(context)), _tree, period_label, _days_words, _groups)
