"""Editions between builds: what an earlier build made is taken where it would be made again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from generator.derive.known_days import days_of_change
from generator.model.facts import Facts
from generator.model.sources import Retraction
from generator.model.text import Text
from generator.pages.page import NO_SITE_INFO, Page
from generator.press.editions import DayPages, EditionMaker
from generator.press.kept_editions import KeptEditions
from tests.world import world

pytestmark = pytest.mark.long

DAYS = tuple(days_of_change(world())[number] for number in (3, -6, -1))


class CountingMaker:
    """Makes editions, and counts the pages that it had to make."""

    def __init__(self, pages: dict[str, Page] | None = None) -> None:
        self.pages: dict[str, Page] = {} if pages is None else pages
        self.made: list[str] = []

    def put(self, key: str, page: Page) -> None:
        self.pages[key] = page
        self.made.append(page.path)

    def days(
        self, facts: Facts, days: Iterable[date] = DAYS, kept: Mapping[date, DayPages] | None = None
    ) -> dict[date, DayPages]:
        maker = EditionMaker(facts, "en", NO_SITE_INFO, b"", self.put, self.pages.__contains__)
        return {day.day: day for day in maker.days(days, kept or {})}

    def texts(self, days: Mapping[date, DayPages]) -> dict[date, dict[str, object]]:
        return {
            day: {path: self.pages[made.key].said for path, made in found.pages.items()}
            for day, found in days.items()
        }


@cache
def first() -> tuple[CountingMaker, dict[date, DayPages]]:
    """The editions of a first build, made once: tests copy what they add to."""
    maker = CountingMaker()
    return maker, maker.days(world())


def again(facts: Facts, days: Iterable[date] = DAYS) -> tuple[CountingMaker, dict[date, DayPages]]:
    """The editions of a second build, which knows what the first one made."""
    before, kept = first()
    maker = CountingMaker(dict(before.pages))
    return maker, maker.days(facts, days, kept)


def retracted(on: date) -> Facts:
    """The invented country, in which a source was taken back on a day."""
    taken = Retraction(on=on, why=Text((("", "It was of another year."),)))
    cited = {cite.source for _, _, said in world().each_statement() for cite in said.cite}
    old = next(one for one in world().sources if one.known <= DAYS[0] and one.id in cited)
    new = old.model_copy(update={"retracted": taken})
    return replace(world(), sources=tuple(new if one is old else one for one in world().sources))


def published(days: int) -> Facts:
    """The invented country, in which the source of the first event came out so much later."""
    name = world().events[0].claims[0].cite[0].source
    moved = (
        one.model_copy(
            update={
                "published": None,
                "accessed": min(one.accessed + timedelta(days=days), world().edition_day),
            }
        )
        if one.id == name
        else one
        for one in world().sources
    )
    return replace(world(), sources=tuple(moved))


def test_where_nothing_changed_nothing_is_made() -> None:
    maker, days = again(world())
    assert not maker.made
    assert all(days[day] is first()[1][day] for day in DAYS)


@pytest.mark.parametrize(
    "facts",
    [retracted(DAYS[0]), retracted(DAYS[1] - timedelta(days=1)), published(20), published(0)],
    ids=["early", "late", "moved", "undated"],
)
def test_after_an_edit_every_page_says_what_it_would_in_a_clean_build(facts: Facts) -> None:
    maker, days = again(facts)
    clean = CountingMaker()
    made = clean.days(facts)
    assert maker.texts(days) == clean.texts(made)
    assert {day: found.snapshot for day, found in days.items()} == {
        day: found.snapshot for day, found in made.items()
    }
    assert 0 < len(maker.made) < len(clean.made) / 2


def test_days_of_before_an_edit_are_as_they_were() -> None:
    _, days = again(retracted(DAYS[1]))
    same = [days[day] is first()[1][day] for day in DAYS]
    assert same == [True, False, False]


def test_what_the_store_lost_is_made_again() -> None:
    before, kept = first()
    lost = kept[DAYS[1]].pages["timeline.md"]
    maker = CountingMaker({key: page for key, page in before.pages.items() if key != lost.key})
    assert maker.texts(maker.days(world(), kept=kept)) == before.texts(kept)
    assert maker.made == ["timeline.md"]


def test_a_day_that_comes_between_takes_what_it_shares_with_the_day_before() -> None:
    between = DAYS[1] + timedelta(days=1)
    maker, days = again(world(), (*DAYS[:2], between, DAYS[2]))
    clean = CountingMaker()
    assert maker.texts(days) == clean.texts(clean.days(world(), (*DAYS[:2], between, DAYS[2])))
    assert len(maker.made) < len(days[between].pages) / 2


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "last" / "one.editions"
    KeptEditions(path, b"base").save(b"facts", list(first()[1].values()))
    return path


def test_what_is_written_down_is_read_again(note: Path) -> None:
    kept = KeptEditions(note, b"base")
    assert kept.days == first()[1]
    assert kept.of_same_facts(b"facts") == kept.days
    assert not kept.of_same_facts(b"others")


def test_what_is_of_another_version_or_damaged_counts_for_nothing(note: Path) -> None:
    assert not KeptEditions(note, b"another").days
    whole = note.read_bytes()
    for damaged in (b"", whole[: len(whole) // 2], b"\x01", whole.replace(b"makings", b"matings")):
        note.write_bytes(damaged)
        kept = KeptEditions(note, b"base")
        assert not kept.days and not kept.of_same_facts(b"facts")
