"""Days of the story in words."""

from generator.derive.story_dates import StoryDate
from generator.model.dates import parse_when
from generator.views.context import Context


def date_label(context: Context, day: StoryDate) -> str:
    """Name a day, or the vaguer time that it stands for."""
    return context.language.when(parse_when(day.written))
