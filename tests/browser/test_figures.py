"""The page of figures: tables are folded, and a link to a figure opens the one that holds it."""

import pytest
from playwright.sync_api import Browser

from tests.browser.visits import reader

FIGURE = "offensive-killed--sohr-2024-12-04"


@pytest.mark.parametrize("mode", ["light", "phone", "plain-dark"])
def test_a_link_to_a_figure_opens_its_table(browser: Browser, site_url: str, mode: str) -> None:
    with reader(browser, site_url, mode) as context:
        page = context.new_page()
        page.goto(f"{site_url}casualties/")
        folded = page.locator("details:has(> table, .md-typeset__table)")
        assert folded.count() > 30
        assert not page.locator(f"[id='{FIGURE}']").is_visible()
        page.goto(f"{site_url}casualties/#{FIGURE}")
        page.locator(f"[id='{FIGURE}']").wait_for(state="visible")
        assert page.locator("details[open]").count() == 1


def test_a_link_in_the_chart_opens_the_row_of_its_table(browser: Browser, site_url: str) -> None:
    with reader(browser, site_url, "phone") as context:
        page = context.new_page()
        page.goto(f"{site_url}casualties/")
        page.locator("#offensive-killed--sohr-2024-12-08 a").click()
        page.locator("[id='offensive-killed--sohr-2024-12-08.table']").wait_for(state="visible")


@pytest.mark.parametrize("mode", ["light", "phone"])
def test_it_opens_with_numbers_and_who_gives_them(browser: Browser, site_url: str, mode: str) -> None:
    with reader(browser, site_url, mode) as context:
        page = context.new_page()
        page.goto(f"{site_url}casualties/")
        first = page.locator(".first-numbers section").first
        box = first.bounding_box()
        assert box and box["y"] + box["height"] <= page.viewport_size["height"]
        assert {"910", "SOHR", "2024"} <= set(first.inner_text().replace("(", " ").replace(")", " ").split())
        chart = page.locator("h2 ~ figure.chart").first.bounding_box()
        assert chart and chart["y"] <= 2 * page.viewport_size["height"]
