"""What changed: between one known day and the next, and between two revisions of the facts.

The story of the facts is one list: for every known day, what that day brought. What an edition
has more than an earlier one is the entries of the days between; what a revision has more than
another is the entries that the other's story lacks, and what was written otherwise. Feeds, the
page of changes and what a returning reader sees are all this list.
"""

from itertools import groupby

from generator.derive.change import Change, DayOfChanges
from generator.derive.index import Index, index
from generator.derive.revisions import revisions
from generator.model.facts import Facts


def story_of_changes(facts: Facts, made: Index | None = None) -> tuple[DayOfChanges, ...]:
    """Give what each known day brought, oldest first. Linear in the facts.

    A day's entries are the difference between the edition of the day before and that of the day.
    ``made`` (the index of the facts) saves building it again.
    """
    every = (change for past in (made or index(facts)).changes.values() for change in past)
    in_order = sorted(every, key=lambda change: change.sort_key)
    return tuple(DayOfChanges(day, tuple(group)) for day, group in groupby(in_order, lambda one: one.day))


def changes(before: Facts, after: Facts) -> tuple[Change, ...]:
    """Give what ``after`` says that ``before`` did not, by day, then by record.

    Two editions of the same facts differ in what was known; two revisions on the same known day
    can differ in what was written as well: there the last three kinds come in.
    """
    told = {change for day in story_of_changes(before) for change in day.changes}
    news = [change for day in story_of_changes(after) for change in day.changes if change not in told]
    if before.known != after.known:
        return tuple(news)
    return tuple(sorted(revisions(before, after, news), key=lambda change: change.sort_key))
