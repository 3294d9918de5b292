"""What changed: between one known day and the next, and between two revisions of the facts.

The story of the facts is one list: for every known day, what that day brought. What an edition
has more than an earlier one is the entries of the days between; what a revision has more than
another is the entries that the other's story lacks, and what was written otherwise. Feeds, the
page of changes and what a returning reader sees are all this list.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from generator.derive.change import Change, ChangeKind, DayOfChanges
from generator.derive.courses import Course, courses
from generator.derive.index import Index, index
from generator.derive.revisions import revisions
from generator.model.facts import Facts
from generator.model.vocabulary import StatusName

# From the weakest ground to the best. Of a disputed record less is agreed than of one nobody denies.
RANK = (
    StatusName.WITHDRAWN,
    StatusName.DISPUTED,
    StatusName.CLAIMED,
    StatusName.REPORTED,
    StatusName.CORROBORATED,
    StatusName.CONFIRMED,
)


def story_of_changes(facts: Facts, made: Index | None = None) -> tuple[DayOfChanges, ...]:
    """Give what each known day brought, oldest first. Linear in the facts.

    A day's entries are the difference between the edition of the day before and that of the day.
    ``made`` (the index of the facts) saves building it again.
    """
    every = (change for course in courses(facts, made or index(facts)) for change in _changes(course))
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


def _changes(course: Course) -> Iterator[Change]:
    days = course.days
    before: StatusName | None = None
    for day in days:
        after = course.standing(day)
        kind = _kind(course, day, (before, after)) if day > days[0] else ChangeKind.NEW
        yield Change(kind, course.record, _refs(course, day), day, before, after)
        before = after


def _kind(course: Course, day: date, names: tuple[StatusName | None, StatusName | None]) -> ChangeKind:
    before, after = names
    if before is after:
        return ChangeKind.CORRECTED if day in course.taken else ChangeKind.NEW
    if after is StatusName.WITHDRAWN:
        return ChangeKind.WITHDRAWN
    if after is StatusName.DISPUTED:
        return ChangeKind.DISPUTED
    return ChangeKind.RAISED if _rank(after) > _rank(before) else ChangeKind.LOWERED


def _rank(name: StatusName | None) -> int:
    return RANK.index(name) if name else len(RANK)


def _refs(course: Course, day: date) -> tuple[str, ...]:
    taken = course.taken.get(day, frozenset())
    about = tuple(ref for ref, known in course.said.items() if known == day or ref in taken)
    return about or tuple(ref for ref, known in course.said.items() if known <= day)
