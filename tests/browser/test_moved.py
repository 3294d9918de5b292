"""What has another address: links to it, and to a statement on it, still arrive."""

from collections.abc import Callable

from playwright.sync_api import Browser

from tests.browser.visits import reader


def test_a_link_to_a_statement_of_a_renamed_record_arrives_at_the_statement(
    browser: Browser, publish: Callable[[str], str]
) -> None:
    home = publish("world")
    with reader(browser, home, "light") as context:
        page = context.new_page()
        page.goto(f"{home}actors/harbour-league/#claim-kind")
        page.wait_for_url(f"{home}actors/river-league/#claim-kind")


def test_without_scripts_a_renamed_record_leads_on_to_its_page(
    browser: Browser, publish: Callable[[str], str]
) -> None:
    home = publish("world")
    with reader(browser, home, "plain-dark") as context:
        page = context.new_page()
        page.goto(f"{home}actors/harbour-league/#claim-kind")
        page.wait_for_url(f"{home}actors/river-league/**")
