"""What a reader of the home page sees first: the answer, and the map beside it."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import reader


def words(page: Page) -> int:
    """How many words the answer has."""
    marks = page.locator(".lead p").first.locator(".marks").count()
    return len(page.locator(".lead p").first.inner_text().split()) - marks


def test_the_first_screen_holds_title_answer_and_map(browser: Browser, site_url: str) -> None:
    with reader(browser, site_url, "light", viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(site_url)
        boxes = {name: page.locator(name).first.bounding_box() for name in ("h1", ".lead p", ".map > svg")}
        for name, box in boxes.items():
            assert box and box["y"] + box["height"] <= 800, (name, box)
        answer, drawn = boxes[".lead p"], boxes[".map > svg"]
        assert answer and drawn
        assert answer["x"] + answer["width"] <= drawn["x"]  # beside each other
        assert drawn["x"] + drawn["width"] >= 1280 * 0.9  # the whole width is used
        assert 60 <= words(page) <= 90


@pytest.mark.parametrize("width", [360, 390, 430])
def test_on_a_phone_the_map_stands_within_the_second_screen(
    browser: Browser, site_url: str, width: int
) -> None:
    height = 844
    with reader(browser, site_url, "light", viewport={"width": width, "height": height}) as context:
        page = context.new_page()
        page.goto(site_url)
        box = page.locator(".map > svg").bounding_box()
        assert box and box["y"] + box["height"] <= 2 * height
        assert page.evaluate("document.documentElement.scrollWidth") <= width
