"""How a page is cited, and how a reader reports an error on it."""

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.facts import Facts
from generator.pages.kinds import kinds_by
from generator.views.citation import PageCitation, citation, edition_stamp
from generator.views.context import Context, context
from generator.views.known_words import Dating, exactly
from generator.views.page_meta import PageFooter, PageMeta, page_footer, page_meta
from tests.world import world

SITE = "https://example.org/river"
PAGE = "events/queen-leaves.md"


@cache
def made(language: str) -> Context:
    return context(world(), language)


def about(language: str = "en", title: str = "Queen Mirel leaves Ondra") -> PageMeta:
    return page_meta(made(language), kinds_by("name")["event"], PAGE, "queen-leaves", (title, ""))


def cited(site: str = SITE, language: str = "en", title: str = "Queen Mirel leaves Ondra") -> PageCitation:
    return citation(edition_stamp(made(language)), about(language, title), site)


def foot(facts: Facts, contact: str | None, changed: Dating | None = None) -> PageFooter:
    told = replace(facts, explainer=facts.explainer.model_copy(update={"contact": contact}))
    return page_footer(context(told, "en"), replace(about(), changed=changed))


def test_words_name_publisher_page_site_day_and_address() -> None:
    assert cited().words == (
        "The Ondra Reading Room. “Queen Mirel leaves Ondra”, The spring in which Ondra changed hands. "
        "As known on 1 May 2018 (Portugal (Azores) Time). https://example.org/river/events/queen-leaves/"
    )


def test_without_a_public_address_the_place_in_the_site_is_all_that_is_said() -> None:
    found = cited(site="")
    assert found.words.endswith("Page of the site: events/queen-leaves/")
    assert "url" not in found.bibtex
    assert "URL" not in json.loads(found.csl)[0]


def test_bibtex_is_one_entry() -> None:
    assert cited().bibtex.splitlines()[:3] == [
        "@misc{queen-leaves-2018-05-01,",
        "  author = {{The Ondra Reading Room}},",
        "  title = {Queen Mirel leaves Ondra},",
    ]
    assert "  url = {https://example.org/river/events/queen-leaves/}," in cited().bibtex.splitlines()


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_no_title_breaks_out_of_its_field(title: str) -> None:
    (line,) = re.findall(r"^  title = \{(.*)\},$", cited(title=title).bibtex, re.MULTILINE)
    bare = re.sub(r"\\text\w+\{\}|\\[{}%&#_$]", "", line)
    assert not re.search(r"[\\{}%&#_$~^]", bare)
    assert json.loads(cited(title=title).csl)[0]["title"] == title


def test_csl_is_as_its_schema_says() -> None:
    assert json.loads(cited().csl) == [
        {
            "id": "queen-leaves-2018-05-01",
            "type": "webpage",
            "title": "Queen Mirel leaves Ondra",
            "container-title": "The spring in which Ondra changed hands",
            "author": [{"literal": "The Ondra Reading Room"}],
            "issued": {"date-parts": [[2018, 5, 1]]},
            "note": "As known on 1 May 2018 (Portugal (Azores) Time).",
            "URL": "https://example.org/river/events/queen-leaves/",
            "language": "en",
        }
    ]


ABOUT = "subject=Error%20on%20the%20page%20events/queen-leaves/"
CONTACTS = {
    None: "",
    "mailto:desk@example.org": f"mailto:desk@example.org?{ABOUT}",
    "desk@example.org": f"mailto:desk@example.org?{ABOUT}",
    "mailto:desk@example.org?cc=b@example.org": f"mailto:desk@example.org?cc=b@example.org&{ABOUT}",
    "https://example.org/form": "https://example.org/form?page=events/queen-leaves/",
    "https://example.org/form?kind=error#top": "https://example.org/form?kind=error&page=events/queen-leaves/#top",
}


@pytest.mark.parametrize("contact", CONTACTS)
def test_a_report_names_the_page(facts: Facts, contact: str | None) -> None:
    assert foot(facts, contact).report == CONTACTS[contact]


def test_the_last_change_is_told_where_there_is_one(facts: Facts) -> None:
    assert foot(facts, None, exactly(date(2018, 4, 15))).changed == "Last changed on 15 April 2018."
    assert foot(facts, None).changed == ""
