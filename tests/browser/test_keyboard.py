"""Without a mouse: every part can be reached, and one sees where one is."""

from collections.abc import Callable, Iterator
from itertools import takewhile

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.budgets import LEDGER
from tests.browser.kinds import kinds
from tests.browser.visits import reader, script
from tests.built import built

PAGES = [
    ("default", "home"),
    ("default", "cities"),
    ("default", "timeline"),
    ("arabic", "home"),
    ("arabic", "casualties"),
]
STEPS = 150  # the menu and the table of contents come before the content


@pytest.fixture(params=PAGES, ids="-".join)
def opened(request, browser: Browser, publish: Callable[[str], str]) -> Iterator[Page]:
    site, kind = request.param
    with reader(browser, publish(site), "light") as context:
        page = context.new_page()
        page.goto(publish(site) + kinds(built(site))[kind])
        yield page


def _tab(page: Page) -> dict[str, str]:
    page.keyboard.press("Tab")
    return page.evaluate(script("focus"))


def test_tab_reaches_every_part_in_sight(opened: Page) -> None:
    stops = list(takewhile(lambda stop: stop["selector"], (_tab(opened) for _ in range(STEPS))))
    regions = {stop["region"] for stop in stops}
    assert {"header", "navigation", "content"} <= regions, regions
    hidden = sorted({stop["selector"] for stop in stops if not stop["visible"]})
    LEDGER.count("Keyboard stops that one cannot see", len(hidden))
    assert not hidden, "\n" + "\n".join(hidden)


def test_the_first_stop_skips_to_the_content(opened: Page) -> None:
    first = _tab(opened)
    assert first["href"].startswith("#")
    assert first["visible"]
    opened.keyboard.press("Enter")
    assert opened.url.endswith(first["href"])
    assert _tab(opened)["region"] == "content"
