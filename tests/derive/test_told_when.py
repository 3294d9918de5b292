"""What came first is said by the hour where both have one, and not at all where nobody can know it."""

import pytest

from generator.derive.told_when import told_when
from generator.model.dates import parse_when
from generator.views.context import context
from generator.views.events import event_line
from generator.views.rich_text import plain_text
from tests.derive.ask import status
from tests.derive.make import cast, claim, event, facts, source

MORNING, NOON = "2031-05-08T08:00Z", "2031-05-08T12:00Z"


def dated(name: str, published: str | None):
    when = parse_when(published, "Etc/UTC") if published else None
    return source(name).model_copy(update={"published": when})


def two(denied: str | None, said: str | None):
    """One says it, another denies it."""
    told = event("told", claim("no", "radio", "d", "denies"), claim("yes", "watch", "s"))
    return told, facts(sources=(dated("d", denied), dated("s", said)), actors=cast(), events=(told,))


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2031-05-07", "2031-05-08", True),
        ("2031-05-08", "2031-05-08", False),
        (MORNING, NOON, True),
        (NOON, MORNING, False),
        (MORNING, MORNING, False),
        ("2031-05-08T11:00+03:00", "2031-05-08T08:30Z", True),
        ("2031-05-08T23:00-05:00", "2031-05-09", False),  # the 9th in UTC
        (MORNING, "2031-05-08", False),
        ("2031-05-08", NOON, False),
        ("2031-05-08T08:00~", NOON, False),
        ("2031-05-07", "2031-05", False),  # the month may have begun with it
        ("2031-04-30", "2031-05", True),
        ("2031-04-30", "2031-05~", False),
        ("2031-05", "2031-06-01", True),
        (None, "2031-05-08", False),
        ("2031-05-08", None, False),
        ("2031-05-07", "2031-05-08/..", True),
    ],
)
def test_one_is_before_another_where_nothing_leaves_a_doubt(
    one: str | None, other: str | None, before: bool
) -> None:
    assert told_when(dated("a", one)).is_before(told_when(dated("b", other))) is before


@pytest.mark.parametrize(
    ("denied", "said", "name", "words"),
    [
        ("2031-05-07", "2031-05-08", "reported", "had denied it before"),
        (MORNING, NOON, "reported", "had denied it before"),
        (NOON, MORNING, "disputed", "denies it"),
        ("2031-05-08", "2031-05-08", "disputed", "denies it"),
        (MORNING, "2031-05-08", "disputed", "denies it"),
        ("2031-05-20", "2031-05", "disputed", "denies it"),
        ("2031-05-20", None, "disputed", "denies it"),
    ],
)
def test_a_page_says_that_a_denial_came_before_only_where_it_did(
    denied: str, said: str | None, name: str, words: str
) -> None:
    told, made = two(denied, said)
    assert status(told, made).name == name
    sentence = plain_text(event_line(context(made, "en"), "told").sentence)
    assert words in sentence
    assert ("before" in sentence) is (name == "reported")


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("asserts", "denies", "withdrawn"),
        ("denies", "asserts", "reported"),
        ("withdraws", "asserts", "reported"),
    ],
)
def test_of_one_day_the_later_hour_of_a_speaker_counts(first: str, last: str, name: str) -> None:
    told = event("told", claim("one", "watch", "a", first), claim("two", "watch", "b", last))
    made = facts(sources=(dated("a", MORNING), dated("b", NOON)), actors=cast(), events=(told,))
    assert status(told, made).name == name


def test_of_one_day_without_hours_both_hold_together() -> None:
    told = event("told", claim("one", "watch", "a", "withdraws"), claim("two", "watch", "b"))
    made = facts(sources=(dated("a", "2031-05-08"), dated("b", NOON)), actors=cast(), events=(told,))
    assert status(told, made).name == "withdrawn"


def test_of_several_sources_those_of_the_day_tell() -> None:
    told = event("told", claim("no", "radio", "d", "denies"), claim("yes", "watch", ["s", "t"]))
    sources = (dated("d", MORNING), dated("s", "2031-05-08"), dated("t", NOON))
    made = facts(sources=sources, actors=cast(), events=(told,))
    assert status(told, made).denied_before == ("radio",)
