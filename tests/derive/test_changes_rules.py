"""What holds for the changes of any explainer."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from generator.derive.changes import ChangeKind
from generator.derive.known_days import known_day
from generator.derive.snapshot import known_at
from generator.derive.story_of_changes import changes, story_of_changes
from generator.model.places import Point
from tests.derive.make import day
from tests.derive.naive_changes import naive
from tests.derive.whole_worlds import whole_worlds
from tests.world import world

pytestmark = pytest.mark.long
general = settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
ONE_DAY = timedelta(days=1)


def editions(made):
    """Each known day of a story, with the editions of the day before and of the day."""
    for days in story_of_changes(made):
        yield days, known_at(made, days.day - ONE_DAY), known_at(made, days.day)


@given(whole_worlds())
@general
def test_a_day_is_the_difference_of_two_editions(made):
    for days, before, after in editions(made):
        assert {one.record: one.kind for one in days.changes} == naive(before, after)
        assert changes(before, after) == days.changes


@given(whole_worlds())
@general
def test_on_every_other_day_nothing_changes(made):
    told = {days.day for days in story_of_changes(made)}
    for number in range(0, 11):
        if day(number) not in told:
            assert not naive(known_at(made, day(number - 1)), known_at(made, day(number)))


def test_the_invented_country_changes_as_its_editions_do():
    made = world()
    for days, before, after in editions(made):
        assert {one.record: one.kind for one in days.changes} == naive(before, after)


@given(whole_worlds())
@general
def test_a_record_changes_once_a_day_and_starts_as_new(made):
    seen, order = set(), [record.id for record in made.records()]
    for days in story_of_changes(made):
        records = [one.record for one in days.changes]
        assert len(records) == len(set(records))
        assert records == sorted(records, key=order.index)
        for one in days.changes:
            assert one.refs and one.day == days.day
            assert (one.record in seen) or (one.kind is ChangeKind.NEW and one.before is None)
        seen.update(records)
    stated_about = {ref.record for ref, said in made.statements.items() if not isinstance(said, Point)}
    assert seen == stated_about


@given(whole_worlds())
@general
def test_every_statement_comes_up_on_its_day(made):
    about = {(ref, one.day) for days in story_of_changes(made) for one in days.changes for ref in one.refs}
    said = {ref: one for ref, one in made.statements.items() if not isinstance(one, Point)}
    assert about >= {(ref, known_day(one.cite, made)) for ref, one in said.items()}
