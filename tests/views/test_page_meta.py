"""What a page is about, and where it is."""

from datetime import date

import pytest

from generator.pages.render import render
from generator.views.known_words import exactly
from generator.views.page_meta import url
from tests.world import world

SUBJECTS = {page.path: page.meta for page in render(world(), "en")}


def test_an_event_has_a_status_a_date_and_a_card() -> None:
    about = SUBJECTS["events/queen-leaves.md"]
    assert (about.kind, about.record, about.status) == ("event", "queen-leaves", "reported")
    assert (about.when, about.line) == ("2018-03-07/2018-03-08", "7–8 March 2018")
    assert about.card == "assets/cards/event/queen-leaves.png"


def test_a_place_goes_by_all_its_names() -> None:
    assert "ميناء هدرة" in SUBJECTS["cities/port-hadra.md"].aliases


def test_every_page_says_what_it_is() -> None:
    assert not [path for path, about in SUBJECTS.items() if not about.description.strip()]


def test_overviews_are_about_no_record() -> None:
    overviews = {path for path, about in SUBJECTS.items() if not about.record}
    assert {"index.md", "timeline.md", "cities/index.md", "sources/index.md"} <= overviews
    overviews = {path for path in overviews if SUBJECTS[path].kind != "retired"}
    assert not [path for path in overviews if path.count("/") and not path.endswith("index.md")]


def test_a_page_changed_when_the_last_of_its_statements_became_known() -> None:
    assert SUBJECTS["events/queen-leaves.md"].changed == exactly(date(2018, 4, 15))
    assert SUBJECTS["search.md"].changed is None


ADDRESSES = {
    "index.md": "",
    "timeline.md": "timeline/",
    "cities/index.md": "cities/",
    "events/queen-leaves.md": "events/queen-leaves/",
    "casualties.md#spring-killed": "casualties/#spring-killed",
    "assets/cards/home.png": "assets/cards/home.png",
}


@pytest.mark.parametrize("path", ADDRESSES)
def test_addresses_are_those_that_builders_make(path: str) -> None:
    assert url(path) == ADDRESSES[path]
