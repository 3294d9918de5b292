"""Words of days: each leads over to a day of the story that there is."""

from collections.abc import Iterator

from generator.checks.did_you_mean import Nearest
from generator.derive.story_dates import story_dates
from generator.model.facts import Facts
from generator.problems import Finding


def untold_days(facts: Facts) -> Iterator[Finding]:
    """Find words for a day on which the story tells nothing."""
    if not facts.day_words:
        return
    told = {day.anchor: day for day in facts.once(story_dates).values()}
    for words in facts.day_words:
        if words.day not in told:
            near = Nearest(told).to(words.day)
            days = ", ".join(day.anchor for day in sorted(told.values(), key=lambda day: day.turn)[:40])
            hint = f"Did you mean `{near}`? " if near else ""
            hint += f"Told are {days}." if told else "No event of content/timeline.yml is told on any day."
            message = f"nothing is told of `{words.day}`, so that these words would stand nowhere"
            yield Finding(words.id, (), "untold-day", message, hint)
