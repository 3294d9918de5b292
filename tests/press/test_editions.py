"""Editions: the same pages as if each day were rendered by itself, and none that later facts change."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive.index import index
from generator.derive.known_days import days_of_change
from generator.derive.snapshot import known_at
from generator.derive.trace import Inputs
from generator.model.facts import Facts
from generator.model.refs import parse_target
from generator.model.sources import Retraction, Source
from generator.model.text import Text
from generator.pages.page import NO_SITE_INFO
from generator.pages.render import edition_tasks, write
from generator.press.editions import Edition, edition_pages
from generator.views.context import Context, context
from tests.world import world

CLAIMS = re.compile(r'data-claims="([^"]+)"')

pytestmark = pytest.mark.long


@cache
def every_edition() -> list[Edition]:
    """Those of the invented country in English, made once: nobody changes them."""
    return list(edition_pages(world(), "en", days_of_change(world())))


def whole(facts: Facts, day: date, language: str) -> dict[str, object]:
    """Every page of a day, rendered by itself, without its stamp."""
    return texts(context(known_at(facts, day), language))


def texts(edition: Context) -> dict[str, object]:
    return {task.path: write(edition, task, NO_SITE_INFO).said for task in edition_tasks(edition)}


def bare(edition: Edition) -> dict[str, object]:
    return {path: version.bare for path, version in edition.pages.items()}


def test_taking_pages_over_changes_none_of_them() -> None:
    facts = world()
    for edition in every_edition():
        assert bare(edition) == whole(facts, edition.day, "en"), edition.day


@settings(deadline=None, max_examples=4)
@given(st.sets(st.sampled_from(days_of_change(world())), min_size=2, max_size=4))
def test_taking_pages_over_changes_none_of_them_whichever_days_are_listed(days: set[date]) -> None:
    for edition in edition_pages(world(), "ar", days):
        assert bare(edition) == whole(world(), edition.day, "ar"), edition.day


def test_later_facts_change_no_edition() -> None:
    facts = world()
    days = days_of_change(facts)
    half = days[len(days) // 2]
    before = edition_pages(known_at(facts, half), "en", [day for day in days if day <= half])
    for then, now in zip(before, every_edition(), strict=False):
        assert then == now, then.day


def test_nothing_known_later_stands_in_an_edition() -> None:
    facts = world()
    known = index(facts).known_days
    for edition in every_edition():
        late = {
            (path, ref)
            for path, version in edition.pages.items()
            for refs in CLAIMS.findall(version.page.text)
            for ref in map(parse_target, refs.split())
            if known[ref] > edition.day
        }
        assert not late, edition.day


def retracted(facts: Facts, source: Source) -> Facts:
    taken = Retraction(on=facts.edition_day, why=Text((("", "It was of another year."),)))
    sources = (one.model_copy(update={"retracted": taken}) if one is source else one for one in facts.sources)
    return replace(facts, sources=tuple(sources))


def test_a_retraction_changes_no_page_but_those_that_read_what_it_changes() -> None:
    facts = world()
    traced, inputs = context(facts, "en", traced=True), Inputs.of(facts)
    before, read = {}, {}
    for task in edition_tasks(traced):
        traced.queries.take_trace()
        before[task.path] = write(traced, task, NO_SITE_INFO).said
        read[task.path] = traced.queries.take_trace()
    for source in facts.sources:
        edited = retracted(facts, source)
        after, later = context(edited, "en"), Inputs.of(edited)
        differ = {path for path, said in texts(after).items() if said != before[path]}
        assert f"sources/{source.id}.md" in differ
        assert differ <= {path for path in read if any(inputs.differ(later, one) for one in read[path])}


def test_a_page_that_says_the_same_is_the_same_page() -> None:
    facts = world()
    days = days_of_change(facts)
    quiet = days[-1] - timedelta(days=1)  # nothing became known on it
    assert quiet not in days
    *_, before, after = edition_pages(facts, "en", [*days[:-1], quiet])
    assert all(after.pages[path] is before.pages[path] for path in before.pages)


def test_a_changed_page_bears_the_day_of_its_change() -> None:
    for edition in every_edition():
        for version in edition.pages.values():
            assert version.since <= edition.day
            if version.since == edition.day:
                assert f"{edition.day.year}" in version.page.text
