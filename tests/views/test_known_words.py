"""When something became known is told as far as its source tells it, wherever it is told."""

import json
from datetime import date
from functools import partial

import pytest

from generator.exports.feeds import Published, json_feed
from generator.exports.feeds import documents as split
from generator.exports.since import listed
from generator.model.facts import Facts
from generator.pages.addresses import below
from generator.pages.render import render
from generator.views.changes import changes_page
from generator.views.context import context
from generator.views.corrections import correction_days
from generator.views.editions import edition_years
from generator.views.events import event_page
from generator.views.feeds import feeds
from generator.views.known_words import exactly, known_adverb, known_label, known_sentence, source_dating
from generator.views.latest_figures import series_line
from generator.views.rich_text import plain_text
from tests.derive.make import actor, claim, event, explainer, facts, figure, place, relation, series, source

# As published, and the day of it that no source tells: that by which the rules sort.
VAGUE = {
    "2031-05": "2031-05-31",
    "2031-05~": "2031-05-31",
    "2031-05?": "2031-05-31",
    "2031": "2031-12-31",
    "2031/2032": "2032-12-31",
    "2031-04/2031-06": "2031-06-30",
    "../2031-05": "2031-05-31",
    None: "2033-03-03",
}


def told(published: str | None, **also: object) -> Facts:
    """A world of which all is read in one item, published like this and read on 3 March 2033."""
    cited = source("item", accessed="2033-03-03", **{"published": published, **also})
    return facts(
        sources=(cited,),
        actors=(
            actor("watch", claims=(claim("c1", "watch", "item"),)),
            actor("radio", relations=(relation("radio-watch", "watch", claim("c1", "watch", "item")),)),
        ),
        places=(place("ford"),),
        events=(
            event("taken", claim("c1", "watch", "item"), claim("c2", "radio", "item", "denies")),
            event("back", claim("c1", "watch", "item"), claim("c2", "watch", "item", "withdraws")),
        ),
        series=(
            series("dead", figure("f1", "watch", "item", value=3), figure("f2", "radio", "item", value=4)),
        ),
        explainer=explainer(as_of="2033-04-01"),
    )


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("published", VAGUE)
def test_no_page_prints_a_day_that_no_source_tells(published: str | None, language: str) -> None:
    made = told(published)
    context_ = context(made, language)
    day = context_.language.day(date.fromisoformat(VAGUE[published]))
    told_with = [
        context_.words("undated, read on {date}").format(date=day),
        context_.words("by {date} (undated; read on that day)").format(date=day),
        context_.words("accessed %(date)s") % {"date": day},
    ]
    for page in render(made, language):
        text = page.text
        for words in told_with:
            text = text.replace(words, "").replace(words[:1].upper() + words[1:], "")
        assert day not in text, page.path


@pytest.mark.parametrize("published", VAGUE)
def test_no_feed_and_no_list_of_news_prints_it_either(published: str | None) -> None:
    made = context(told(published), "en")
    day = made.language.day(date.fromisoformat(VAGUE[published]))
    read = f"ndated, read on {day}"
    place_of = Published("", partial(below, made))
    for feed in feeds(made):
        for document in split(feed):
            assert day not in json_feed(document, made, place_of).decode().replace(read, "")
    for line in json.loads(listed(made, place_of))["changes"]:
        assert day not in line["when"].replace(read, "")


@pytest.mark.parametrize(
    ("published", "language", "label", "adverb"),
    [
        ("2031-05-08", "en", "8 May 2031", "on 8 May 2031"),
        ("2031-05-08T04:30", "en", "8 May 2031", "on 8 May 2031"),
        ("2031-05", "en", "May 2031", "in May 2031"),
        ("2031-05", "fr", "mai 2031", "en mai 2031"),
        ("2031-05", "ar", "مايو 2031", "في مايو 2031"),
        ("2031", "en", "2031", "in 2031"),
        ("2031~", "en", "about 2031", "in about 2031"),
        ("2031-05-08?", "en", "8 May 2031 (uncertain)", "on 8 May 2031 (uncertain)"),
        ("2031-05/2031-06", "en", "May 2031 to June 2031", "within May 2031 to June 2031"),
        ("../2031-05", "en", "until May 2031", "by May 2031"),
        (
            "2031-05/..",
            "en",
            "since May 2031, read on 3 March 2033",
            "by 3 March 2033 (since May 2031; read on that day)",
        ),
        (
            None,
            "en",
            "undated, read on 3 March 2033",
            "by 3 March 2033 (undated; read on that day)",
        ),
        (
            None,
            "fr",
            "sans date, lu le 3 mars 2033",
            "au plus tard le 3 mars 2033 (sans date\xa0; lu ce jour-là)",
        ),
    ],
)
def test_a_source_is_dated_as_precisely_as_it_dates_itself(
    published: str | None, language: str, label: str, adverb: str
) -> None:
    made = context(told(published), language)
    dating = source_dating(made, "item")
    assert (known_label(made, dating), known_adverb(made, dating)) == (label, adverb)


def test_of_several_sources_of_one_day_the_most_precise_tells_it() -> None:
    made = facts(
        sources=(source("month", published="2031-05"), source("whole", published="2031-05-31")),
        actors=(actor("watch"),),
        events=(event("taken", claim("c1", "watch", ["month", "whole"])),),
    )
    page = event_page(context(made, "en"), made.events[0], None, None)
    assert page.claims[0].lines[0].known == "Known 31 May 2031."


def test_a_day_of_changes_stands_apart_from_what_is_told_of_its_month_alone() -> None:
    made = facts(
        sources=(source("month", published="2031-05"), source("whole", published="2031-05-31")),
        actors=(actor("watch"),),
        events=(event("e1", claim("c1", "watch", "month")), event("e2", claim("c1", "watch", "whole"))),
    )
    days = changes_page(context(made, "en")).days
    assert [(day.name, day.anchor, [line.record for line in day.lines]) for day in days] == [
        ("31 May 2031", "day-2031-05-31", ["e2"]),
        ("May 2031", "day-2031-05-31--2031-05", ["e1"]),
    ]


def test_what_was_taken_back_is_told_as_far_as_its_source_tells_it() -> None:
    made = facts(
        sources=(source("first"), source("month", published="2031-05")),
        actors=(actor("watch"),),
        events=(event("e1", claim("c1", "watch", "first"), claim("c2", "watch", "month", "withdraws")),),
    )
    made_context = context(made, "en")
    page = event_page(made_context, made.events[0], None, None)
    assert plain_text(page.claims[0].lines[0].sentence).endswith("Taken back in May 2031.")
    (day,) = correction_days(made_context)
    assert (day.name, day.anchor) == ("May 2031", "day-2031-05-31")
    assert day.entries[0].turned
    assert plain_text(day.entries[0].turned.said).startswith("In May 2031 ")


def test_a_sentence_says_that_something_is_undated() -> None:
    made = context(told(None), "en")
    assert known_sentence(made, source_dating(made, "item")) == "Undated, read on 3 March 2033."
    assert known_sentence(made, exactly(date(2031, 5, 1))) == "Known 1 May 2031."


def test_a_figure_of_an_undated_source_is_not_dated_by_the_day_of_reading() -> None:
    def latest(as_of: str) -> str:
        made = facts(
            sources=(source("profile", published=None, accessed="2031-07-07"),),
            actors=(actor("watch"),),
            places=(place("ford"),),
            series=(series("staff", figure("f1", "watch", "profile", value=3, as_of=as_of)),),
        )
        return plain_text(series_line(context(made, "en"), "staff").latest.sentence)

    assert latest("2031-07-07") == "Series staff: 3, according to Watch, undated, read on 7 July 2031."
    assert latest("2030") == "Series staff: 3, according to Watch, as of 2030."


def test_a_list_of_days_says_what_only_counts_from_one() -> None:
    made = facts(
        sources=(source("month", published="2031-05"), source("whole", published="2031-05-31")),
        actors=(actor("watch"),),
        events=(event("e1", claim("c1", "watch", "month")), event("e2", claim("c1", "watch", "whole"))),
    )
    ((day,),) = (year.days for year in edition_years(context(made, "en"), [date(2031, 5, 31)]))
    assert day.news == ("1 statement became known; 1 statement whose day is not told counts from here")
