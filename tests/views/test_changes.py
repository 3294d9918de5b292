"""What the page of changes says: the words of the day before, and those of the day."""

from datetime import timedelta

import pytest

from generator.derive.snapshot import known_at
from generator.derive.story_of_changes import story_of_changes
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Facts
from generator.model.figures import Series
from generator.model.refs import Ref
from generator.views.changes import changes_page, newest
from generator.views.context import context
from generator.views.events import event_line
from generator.views.history import history_line, sentence_on
from generator.views.home import home
from generator.views.relations import relation_line
from generator.views.rich_text import plain_text
from tests.derive.make import claim, event, explainer, facts, figure, series, source

ONE_DAY = timedelta(days=1)


def lines(made: Facts) -> dict[str, object]:
    page = changes_page(context(made, "en"))
    return {line.id: line.past for day in (*page.days, *page.older) for line in day.lines}


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_a_sentence_of_the_past_is_that_of_its_edition(facts: Facts, language: str) -> None:
    now = context(facts, language)
    for day in story_of_changes(facts):
        then = context(known_at(facts, day.day), language)
        for change in day.changes:
            record = facts.by_id[change.record]
            if not isinstance(record, Event | Relation):
                continue
            line = event_line if isinstance(record, Event) else relation_line
            said = line(then, record.id)
            again = sentence_on(now, record, day.day)
            assert plain_text(again.words) == plain_text(said.sentence)
            assert again.refs == said.refs


def test_nothing_was_said_before_the_first_word(facts: Facts) -> None:
    made = context(facts, "en")
    first = story_of_changes(facts)[0]
    record = facts.by_id[first.changes[0].record]
    if isinstance(record, Event | Relation):
        assert sentence_on(made, record, first.day - ONE_DAY).words == ()


def test_every_change_has_a_line_of_its_own(facts: Facts) -> None:
    made = context(facts, "en")
    page = changes_page(made)
    shown = [line.id for day in (*page.days, *page.older) for line in day.lines]
    assert len(shown) == len(set(shown)) == sum(len(day.changes) for day in story_of_changes(facts))
    assert all(
        line.past.sources or line.past.notes for day in (*page.days, *page.older) for line in day.lines
    )


def test_days_run_backwards_and_split_where_the_story_begins(facts: Facts) -> None:
    page = changes_page(context(facts, "en"))
    anchors = [day.anchor for day in (*page.days, *page.older)]
    assert anchors == sorted(anchors, reverse=True)
    assert page.days and page.older
    assert page.days[-1].anchor >= "day-2018-02-01" > page.older[0].anchor


def test_what_was_raised_shows_the_words_of_before_and_of_after(facts: Facts) -> None:
    past = lines(facts)["raised--port-hadra-rises--2018-03-03"]
    assert [plain_text(saying.words) for saying in past.before] == [
        "The harbour is in the hands of its workers, according to the River League; the palace denies it."
    ]
    assert [plain_text(saying.words) for saying in past.after] == [
        "The harbour is in the hands of its workers."
    ]
    assert [cite.source for cite in past.sources] == ["ternwire-0303"]


def test_a_retraction_names_the_source_that_was_taken_back(facts: Facts) -> None:
    past = lines(facts)["withdrawn--clinic-closes--2018-03-10"]
    assert "clinic-map" in [cite.source for cite in past.sources]
    assert past.status == "withdrawn"


def test_a_corrected_number_shows_both() -> None:
    counted = series(
        "lost", figure("f1", "watch", "s1", value=4000), figure("f3", "watch", "s3", value=3), who="everyone"
    )
    past = lines(facts_of(series=(counted,)))["corrected--lost--2031-05-03"]
    assert [plain_text(saying.words) for saying in past.before] == [
        "4,000, according to Watch, as of 1 May 2031."
    ]
    assert [plain_text(saying.words) for saying in past.after] == ["3, according to Watch, as of 1 May 2031."]


def facts_of(**fields: object) -> Facts:
    return facts(sources=(source("s1"), source("s3", 3)), **fields)


def test_a_statement_that_leaves_the_sentence_alone_is_shown_itself() -> None:
    flood = event("flood", claim("c1", "watch", "s1"), claim("c2", "watch", "s3", says="It rose again."))
    past = lines(facts_of(events=(flood,)))["new--flood--2031-05-03"]
    assert past.before == ()
    assert [plain_text(saying.words) for saying in past.after] == ["It rose again, according to Watch."]


def test_without_a_story_the_newest_days_are_open() -> None:
    sources = tuple(source(f"s{number}", number) for number in range(1, 20))
    said = [claim(f"c{number}", "watch", f"s{number}") for number in range(1, 20)]
    page = changes_page(context(facts(sources=sources, events=(event("flood", *said),)), "en"))
    assert (len(page.days), len(page.older)) == (12, 7)
    assert page.older_count == "7 changes"


def test_an_explainer_of_nothing_has_a_page_of_nothing() -> None:
    page = changes_page(context(facts(explainer=explainer()), "en"))
    assert (page.days, page.older) == ((), ())


def test_home_shows_the_newest_dated_changes_of_events_and_figures(facts: Facts) -> None:
    made = context(facts, "en")
    shown = home(made).newest
    assert shown == newest(made, 6)
    assert [line.past.day for line in shown] == sorted((line.past.day for line in shown), reverse=True)
    assert all(isinstance(facts.by_id[line.record], Event | Series) for line in shown)
    assert "harbour-leaflet" not in {cite.source for line in shown for cite in line.past.sources}


def test_a_record_tells_its_past_oldest_first(facts: Facts) -> None:
    made = context(facts, "en")
    lines = (history_line(made, change) for change in made.queries.changes("port-hadra-rises"))
    assert [(line.day, line.status) for line in lines if line.sources] == [
        ("2018-03-01", "claimed"),
        ("2018-03-02", "disputed"),
        ("2018-03-03", "confirmed"),
    ]


def test_what_the_editors_put_right_is_a_change_in_their_words() -> None:
    correction = {"on": "2031-05-07", "text": "We had the wrong day.", "refs": ["c1"]}
    flood = event("flood", claim("c1", "watch", "s1"), corrections=[correction])
    past = lines(facts_of(events=(flood,)))["corrected--flood--2031-05-07"]
    assert [plain_text(note) for note in past.notes] == ["Corrected on 7 May 2031: We had the wrong day."]
    assert (past.before, past.refs) == ((), (Ref("flood", "c1"),))
    assert [plain_text(saying.words) for saying in past.after] == ["It is so, according to Watch."]


def test_one_more_claim_has_a_standing_of_its_own() -> None:
    first = claim("gone", "watch", "s1", says="She is gone.")
    more = claim("by-air", "radio", "s2", says="She flew.", bears_out=["gone"])
    rumour = claim("dead", "paper", "s3", says="She is dead.", bears_out=[])
    denial = claim("no", "south-guard", "s4", "denies", says="She lives.", contradicts=["dead"])
    told = event("told", first, more, rumour, denial, favours=[])
    world = facts(sources=tuple(source(f"s{number}", number) for number in range(1, 5)), events=(told,))
    made = context(world, "en")
    lines = [history_line(made, change) for change in made.queries.changes("told")]
    assert [(plain_text(line.after[0].words), line.status) for line in lines] == [
        ("She is gone, Watch says.", "reported"),
        ("She is gone (2 independent sources).", "corroborated"),
        ("She is dead, Paper says.", "reported"),
        ("South-Guard denies it: She lives.", ""),
    ]
