"""Dates that calendars do not know, as readers see them: in every language, in order, in every part."""

from datetime import date

import pytest

from generator.derive.known_days import edition_days
from generator.model.dates import parse_when
from generator.model.facts import Facts
from generator.model.refs import Ref
from generator.pages.render import render
from generator.views import part_lists
from generator.views.charts import chart
from generator.views.context import context
from generator.views.known_words import known_adverb, known_label, statement_dating
from generator.views.language import language
from generator.views.part_lists import TIMELINE, period_label
from generator.views.timeline import timeline
from tests.derive.make import actor, claim, event, explainer, facts, figure, place, series, source

WORDS = {
    "202X": ("a year from 2020 to 2029", "une année entre 2020 et 2029", "سنة بين 2020 و2029"),
    "20XX": ("a year from 2000 to 2099", "une année entre 2000 et 2099", "سنة بين 2000 و2099"),
    "2024-XX": ("a month of 2024", "un mois de 2024", "شهر من 2024"),
    "2024-05-XX": ("a day of May 2024", "un jour de mai 2024", "يوم من مايو 2024"),
    "2024-XX-XX": ("a day of 2024", "un jour de 2024", "يوم من 2024"),
    "2024-21": ("spring 2024", "printemps 2024", "ربيع 2024"),
    "2024-24~": ("about winter 2024", "hiver 2024 environ", "شتاء 2024 تقريبًا"),
    "202X?": (
        "a year from 2020 to 2029 (uncertain)",
        "une année entre 2020 et 2029 (date incertaine)",
        "سنة بين 2020 و2029 (تاريخ غير مؤكد)",
    ),
    "-0044-03-15": ("15 March 45 BC", "15 mars 45 av. J.-C.", "15 مارس 45 ق.م"),
    "-0044-03": ("March 45 BC", "mars 45 av. J.-C.", "مارس 45 ق.م"),
    "-0043-03-01": ("1 March 44 BC", "1er mars 44 av. J.-C.", "1 مارس 44 ق.م"),
    "Y-17000~": ("about 17001 BC", "17001 av. J.-C. environ", "17001 ق.م تقريبًا"),
    "Y-17000/-0044": ("17001 BC to 45 BC", "17001 av. J.-C. – 45 av. J.-C.", "من 17001 ق.م إلى 45 ق.م"),
    "0000": ("1 BC", "1 av. J.-C.", "1 ق.م"),
    "-004X": (
        "a year from 50 BC to 41 BC",
        "une année entre 50 av. J.-C. et 41 av. J.-C.",
        "سنة بين 50 ق.م و41 ق.م",
    ),
    "0079-08-24": ("24 August 79 AD", "24 août 79 ap. J.-C.", "24 أغسطس 79 م"),
    "2024/": ("2024 to an unknown date", "2024 – date inconnue", "من 2024 إلى تاريخ غير معروف"),
    "/2024-05": (
        "an unknown date to May 2024",
        "date inconnue – mai 2024",
        "من تاريخ غير معروف إلى مايو 2024",
    ),
    "2024-05~/2024-06-02?": (
        "about May 2024 to 2 June 2024 (uncertain)",
        "mai 2024 environ – 2 juin 2024 (date incertaine)",
        "من مايو 2024 تقريبًا إلى 2 يونيو 2024 (تاريخ غير مؤكد)",
    ),
    "2024-05-12T18:00:15": (
        "12 May 2024, 18:00:15",
        "12 mai 2024 à 18:00:15",
        "12 مايو 2024، الساعة 6:00:15 م",
    ),
}


@pytest.mark.parametrize("written", WORDS)
def test_they_are_told_in_every_language(written: str) -> None:
    told = tuple(language(code).when(parse_when(written)) for code in ("en", "fr", "ar"))
    assert tuple(" ".join(words.split()) for words in told) == WORDS[written]


@pytest.mark.parametrize("code", ["de", "zh-Hant", "ru", "fa", "tr"])
@pytest.mark.parametrize("written", WORDS)
def test_a_language_without_interface_words_has_its_own_eras_and_months(code: str, written: str) -> None:
    assert language(code).when(parse_when(written))


def told(*dates: str, **fields: object) -> Facts:
    word = claim("word", "watch", "item")
    return facts(
        sources=(source("item"),),
        actors=(actor("watch"),),
        events=tuple(event(f"e{number}", word, occurred=when) for number, when in enumerate(dates)),
        explainer=explainer(**fields),
    )


DATES = (
    *("2031-03", "202X", "Y-17000", "-0044-03-15", "2030-21", "2030-05-XX", "/2020", "../2021", "2030-04"),
    "-0043",
)


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_the_timeline_has_each_under_words_of_its_own(code: str) -> None:
    shown = timeline(context(told(*DATES), code))
    order = [one.line.id for day in shown.days for one in day.events]
    assert order == ["e6", "e7", "e2", "e3", "e9", "e1", "e4", "e8", "e5", "e0"]
    assert len({day.anchor for day in shown.days}) == len({day.label for day in shown.days}) == len(DATES)
    assert len({label for _, label in shown.jumps}) == len(shown.jumps)


def test_long_lists_keep_what_is_before_all_years_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(part_lists.MOST, "timeline", 2)
    made = context(told(*DATES), "en")
    parts = {
        period_label(made, part): part.entries
        for part in TIMELINE.tree(
            made,
        ).below
    }
    assert parts["Before the year 1"] == ("e2", "e3", "e9")
    assert parts["2020"] == ("e1",) and parts["2031"] == ("e0",)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_pages_are_made_of_all_of_them(code: str) -> None:
    made = told(*DATES, *WORDS, languages=[code], covers="Y-20000/2031-12-31")
    pages = render(made, code)
    assert sum(page.path.startswith("events/e") for page in pages) == len(DATES) + len(WORDS)


def test_a_vague_source_is_known_when_it_was_read_at_the_latest() -> None:
    """Nothing can be published after somebody read it."""
    sources = (
        source("decade", published="202X", accessed="2026-03-04"),
        source("month", published="2031-03", accessed="2031-03-20"),
        source("over", published="2031-03", accessed="2031-04-20"),
        source("ancient", published="-0044-03-15", accessed="2031-05-01"),
    )
    known = [one.known.isoformat() for one in sources]
    assert known == ["2026-03-04", "2031-03-20", "2031-03-31", "2031-05-01"]


def test_an_ancient_source_makes_no_edition_of_its_time_and_tells_its_own_day() -> None:
    made = facts(
        sources=(source("ancient", published="-0044-03-15", accessed="2031-05-01"),),
        actors=(actor("watch"),),
        events=(event("told", claim("word", "watch", "ancient"), occurred="-0044-03-15"),),
    )
    assert edition_days(made) == (date(2031, 5, 1),)
    shown = context(made, "en")
    assert known_label(shown, statement_dating(shown, Ref("told", "word"))) == "15 March 45 BC"


def test_a_chart_ends_with_the_edition() -> None:
    """What a figure of some year of the decade may mean after the edition's day it cannot speak of."""
    figures = [
        figure(f"n{n}", "watch", "item", value=n, as_of=day) for n, day in enumerate(("2029", "2030", "203X"))
    ]
    toll = series("toll", *figures, running=True, period="2029/..")
    made = facts(sources=(source("item"),), actors=(actor("watch"),), places=(place("ford"),), series=(toll,))
    course = chart(context(made, "en"), toll).panels[0].over_time
    assert course and max(stop.last for stop in course.stops) == date(2031, 12, 31).toordinal()


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2031-03-XX", "on a day of March 2031"),
        ("2031-XX", "in a month of 2031"),
        ("2031-21", "in spring 2031"),
        ("203X", "in a year from 2030 to 2039"),
        ("-0044-03-15", "on 15 March 45 BC"),
        ("Y-17000", "in 17001 BC"),
    ],
)
def test_when_a_vague_source_became_known_is_told_within_a_sentence(published: str, words: str) -> None:
    made = facts(
        sources=(source("item", published=published),),
        actors=(actor("watch"),),
        events=(event("told", claim("word", "watch", "item")),),
    )
    shown = context(made, "en")
    assert known_adverb(shown, statement_dating(shown, Ref("told", "word"))) == words
