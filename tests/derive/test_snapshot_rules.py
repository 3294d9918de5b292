"""What holds for every edition of any explainer."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import lists

from generator.derive.known_days import known_day
from generator.derive.snapshot import known_at
from generator.model.actors import Actor, Relation
from generator.model.dates import When
from generator.model.events import Event
from generator.model.explainer import Headline
from generator.model.facts import Facts
from generator.model.fields import Entry, Note
from generator.model.places import Place, Point
from generator.model.sources import LeftOut, Retraction, Source
from generator.model.statements import Confirmation
from generator.model.text import Text, links, pieces
from tests.derive.make import day
from tests.derive.whole_worlds import DAYS, whole_worlds

pytestmark = pytest.mark.long
general = settings(
    deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def inside(value):
    """Every record, part of a record, and text inside a value."""
    if isinstance(value, Entry | Text):
        yield value
    if isinstance(value, Entry):
        for name in type(value).model_fields:
            yield from inside(getattr(value, name))
    if isinstance(value, tuple):
        for each in value:
            yield from inside(each)


def everything(facts):
    for records in (facts.explainer, facts.sources, facts.actors, facts.places, facts.events, facts.series):
        yield from inside(records)


def sentences(facts):
    for question in facts.questions:
        for _, blocks in question.answers:
            for block in blocks:
                for item in block.items:
                    yield from item


def references(facts):
    """Every id and statement reference that the facts use."""
    for entry in everything(facts):
        yield from links(entry) if isinstance(entry, Text) else fields_of(entry)
        if isinstance(entry, Event | Relation | Actor | Place):
            own = {said.id for said in entry.claims}
            assert all(own.issuperset(said.contradicts) for said in entry.claims)
    yield from facts.explainer.numbers
    yield from [facts.explainer.lead] if facts.explainer.lead else []
    for said in sentences(facts):
        yield from (*said.refs, *(piece.target for piece in pieces(said.words) if piece.target))


LISTS = ("where", "who", "favours", "about", "derives_from")
SINGLE = ("by", "attributed_to", "to", "side", "within", "carries", "place", "holder", "where")


def fields_of(entry):
    """The ids in the fields of one entry."""
    yield from (citation.source for citation in getattr(entry, "cite", None) or ())
    for names in (getattr(entry, field, None) for field in LISTS):
        yield from names if isinstance(names, tuple) else ()
    for name in (getattr(entry, field, None) for field in SINGLE):
        yield from [name] if isinstance(name, str) else []


def dangling(facts):
    return set(references(facts)) - set(facts.by_id) - set(facts.statements)


def earliest(entry, world):
    """The day on which a part of a record became known, or None for what has no day."""
    match entry:
        case Note() | LeftOut():
            return getattr(entry, "since", None) or day(99)
        case Headline():
            return entry.since
        case Confirmation() | Retraction():
            return max(entry.on, known_day(entry.cite, world)) if entry.cite else entry.on
        case Source(published=published):
            return published.last_day
    return known_day(entry.cite, world) if hasattr(entry, "cite") else None


@general
@given(whole_worlds(), DAYS)
def test_nothing_later_is_in_an_edition(world, number):
    edition = known_at(world, day(number))
    assert edition.known == edition.edition_day == day(number)
    for entry in everything(edition):
        known = earliest(entry, world)
        assert known is None or known <= day(number)
        for citation in getattr(entry, "cite", None) or ():
            assert known_day([citation], world) <= day(number)
    assert not any(
        block.editorial
        for question in edition.questions
        for _, blocks in question.answers
        for block in blocks
    )


@general
@given(whole_worlds(), DAYS)
def test_no_date_tells_of_a_later_day(world, number):
    for entry in everything(known_at(world, day(number))):
        fields = type(entry).model_fields if isinstance(entry, Entry) else ()
        for when in (getattr(entry, name) for name in fields):
            if isinstance(when, When):
                assert all(end.first_day <= day(number) for end in (when.start, when.end) if end)


@general
@given(whole_worlds(), DAYS)
def test_every_known_statement_is_in_an_edition(world, number):
    edition = known_at(world, day(number))
    known = {
        ref
        for _, ref, said in world.each_statement()
        if not isinstance(said, Point) and known_day(said.cite, world) <= day(number)
    }
    assert known <= set(edition.statements)


@general
@given(whole_worlds(), DAYS)
def test_no_reference_dangles(world, number):
    assert not dangling(world)
    assert not dangling(known_at(world, day(number)))


@general
@given(whole_worlds(), DAYS, DAYS)
def test_an_edition_of_an_edition_is_the_earlier_one(world, one, other):
    assert known_at(known_at(world, day(one)), day(other)) == known_at(world, day(min(one, other)))


def said_in(facts: Facts):
    return set(facts.by_id), set(facts.statements), {said.words.split(" ")[0] for said in sentences(facts)}


@general
@given(whole_worlds(), DAYS)
def test_what_is_known_stays_known(world, number):
    sooner, later = known_at(world, day(number)), known_at(world, day(number + 1))
    assert all(before <= after for before, after in zip(said_in(sooner), said_in(later), strict=True))
    assert all(before <= after for before, after in zip(said_in(later), said_in(world), strict=True))


@general
@given(whole_worlds(), DAYS)
def test_an_edition_leaves_the_facts_alone(world, number):
    before = repr(world)
    known_at(world, day(number))
    assert repr(world) == before


@general
@given(whole_worlds(), lists(DAYS, min_size=2, max_size=6))
def test_an_edition_is_the_same_whichever_were_asked_for_before(world, numbers):
    for number in numbers:
        assert known_at(world, day(number)) == known_at(replace(world), day(number))
