"""The invented country holds at least one of everything, so that a test which walks it meets it."""

from collections.abc import Iterable
from enum import StrEnum

import pytest

from generator.model.dates import When
from generator.model.facts import Facts
from generator.model.figures import Amount, Figure
from generator.model.statements import Claim
from generator.model.text import Text
from generator.model.vocabulary import ActorKind, Method, ReadAs, RelationType, Stance, StatusName, Tier
from generator.rendering import check
from tests.derive.ask import history, status
from tests.world import WORLD


def claims(facts: Facts) -> list[Claim]:
    return [statement for _, _, statement in facts.each_statement() if isinstance(statement, Claim)]


def figures(facts: Facts) -> list[Figure]:
    return [figure for series in facts.series for figure in series.figures]


def missing(words: type[StrEnum], seen: Iterable[StrEnum | None]) -> set[StrEnum]:
    return set(words) - {word for word in seen if word}


def test_it_has_no_error() -> None:
    assert not [problem for problem in check(WORLD) if problem.severity == "error"]


def test_it_uses_every_word_of_the_closed_lists(facts: Facts) -> None:
    assert not missing(Stance, [claim.stance for claim in claims(facts)])
    assert not missing(ActorKind, [actor.kind for actor in facts.actors])
    assert not missing(RelationType, [r.type for actor in facts.actors for r in actor.relations])
    assert not missing(Tier, [source.tier for source in facts.sources])
    assert not missing(ReadAs, [source.read for source in facts.sources])
    assert not missing(Method, [figure.method for figure in figures(facts)])


def test_it_comes_to_every_status(facts: Facts) -> None:
    assert not missing(StatusName, [status(event, facts).name for event in facts.events])
    assert any(len(history(event, facts)) >= 3 for event in facts.events)


@pytest.mark.parametrize(
    ("event", "steps"),
    [
        ("water-charter", ["reported"]),
        ("dam-talks-fail", ["reported", "corroborated"]),
        ("treasury-boats", ["claimed"]),
        ("port-hadra-rises", ["claimed", "disputed", "confirmed"]),
        ("tel-marit-east", ["reported"]),
        ("airfield-raid", ["reported", "disputed", "withdrawn"]),
        ("clinic-closes", ["reported", "withdrawn"]),
        ("tel-marit-taken", ["claimed"]),
        ("qalat-zeyn-retaken", ["claimed"]),
        ("league-fund", ["reported"]),
        ("harbour-curfew", ["reported"]),
    ],
)
def test_events_come_to_the_status_that_their_comment_says(
    facts: Facts, event: str, steps: list[str]
) -> None:
    record = next(one for one in facts.events if one.id == event)
    assert [step.name.value for step in history(record, facts)] == steps


def test_it_uses_every_shape_of_an_amount(facts: Facts) -> None:
    amounts: list[Amount] = [*figures(facts), *(part for figure in figures(facts) for part in figure.parts)]
    for field in Amount.model_fields:
        assert any(getattr(amount, field) is not None for amount in amounts), field
    assert any(amount.low is not None and amount.best is None for amount in amounts)


def test_it_uses_the_keys_of_figures(facts: Facts) -> None:
    assert any(series.running for series in facts.series)
    assert any(figure.revised for figure in figures(facts))
    assert any(figure.sum_note for figure in figures(facts))
    parts = [part for figure in figures(facts) for part in figure.parts]
    assert any(part.who for part in parts)
    assert any(part.attributed_to for part in parts)


def test_it_has_dates_of_every_kind(facts: Facts) -> None:
    whens = [event.occurred for event in facts.events]
    moments = [when.start for when in whens if when.start]
    assert any(moment.time for moment in moments)
    assert any(moment.month is None for moment in moments)
    assert any(moment.month and not moment.day for moment in moments)
    assert any(moment.approximate and not moment.uncertain for moment in moments)
    assert any(moment.uncertain and not moment.approximate for moment in moments)
    assert any(moment.approximate and moment.uncertain for moment in moments)
    assert {ends(when) for when in whens} == {"one", "both", "from", "to"}


def ends(when: When) -> str:
    if not when.is_interval:
        return "one"
    return {(True, True): "both", (True, False): "from", (False, True): "to"}[
        bool(when.start), bool(when.end)
    ]


def test_it_has_sources_of_every_kind(facts: Facts) -> None:
    for field in ("retracted", "derives_from", "carries", "left_out", "author", "note"):
        assert any(getattr(source, field) for source in facts.sources), field
    assert any(source.published is None for source in facts.sources)
    published = [source.published for source in facts.sources if source.published]
    assert any(when.first_day != when.last_day for when in published)


def test_it_has_notes_of_every_kind(facts: Facts) -> None:
    for notes in ([event.note for event in facts.events], [event.settles for event in facts.events]):
        assert any(note and note.since for note in notes)
        assert any(note and not note.since for note in notes)
    assert any(event.confirmed for event in facts.events)
    assert any(change.part for event in facts.events for change in event.changes)
    assert any(claim.contradicts for claim in claims(facts))
    assert {event.favours is None for event in facts.events} == {True, False}


def test_it_has_questions_of_every_kind(facts: Facts) -> None:
    assert {question.answered for question in facts.questions} == {True, False}
    blocks = [block for question in facts.questions for _, answer in question.answers for block in answer]
    assert {block.kind for block in blocks} == {"paragraph", "heading", "list"}
    assert any(block.editorial for block in blocks)
    assert any(len(question.answers) == 2 for question in facts.questions)


def test_its_texts_are_in_both_languages_in_one_and_in_the_other(facts: Facts) -> None:
    names: list[Text] = [record.name for record in (*facts.actors, *facts.places)]
    assert {name.languages() for name in names} == {("en", "ar"), ("",), ("ar",)}


@pytest.mark.parametrize("hostile", ["|", "<script>", "*", "_", "`", "](", "{: #", "'", '"', "&", "\\"])
def test_its_texts_hold_what_breaks_careless_pages(facts: Facts, hostile: str) -> None:
    words = [str(record.name) for record in (*facts.actors, *facts.places)]
    words += [str(event.title) for event in facts.events] + [str(claim.says) for claim in claims(facts)]
    words += [str(record.note.text) for record in (*facts.actors, *facts.events) if record.note]
    assert any(hostile in text for text in words)


def test_a_name_is_120_characters_long(facts: Facts) -> None:
    assert 120 in [len(str(actor.name)) for actor in facts.actors]
