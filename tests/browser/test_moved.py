"""What has another address: links to it, and to a statement on it, still arrive."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.visits import reader


@pytest.mark.parametrize(("mode", "arrives"), [("light", "#claim-kind"), ("plain-dark", "**")])
def test_a_link_to_a_statement_of_a_renamed_record_arrives(
    browser: Browser, publish: Callable[[str], str], mode: str, arrives: str
) -> None:
    """Without scripts it arrives at the page alone."""
    home = publish("world")
    with reader(browser, home, mode) as context:
        page = context.new_page()
        page.goto(f"{home}actors/harbour-league/#claim-kind")
        page.wait_for_url(f"{home}actors/river-league/{arrives}")
