"""The story day by day: the map of a day in view beside its words, below them on a phone."""

import gzip

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.budgets import LEDGER
from tests.browser.visits import reader
from tests.built import built

KILOBYTE = 1024
PAGE = 60 * KILOBYTE

_SCENES = """[...document.querySelectorAll('.told:has(.day-map)')].map(scene => {
  const day = scene.querySelector('.told-day').getBoundingClientRect();
  const map = scene.querySelector('.day-map').getBoundingClientRect();
  return [day.left, day.right, day.bottom + scrollY, map.left, map.right, map.top + scrollY];
})"""


def scenes(page: Page) -> list[list[float]]:
    """Left, right and bottom of the words of each first day, left, right and top of its map."""
    found: list[list[float]] = page.evaluate(_SCENES)
    assert len(found) > 3
    return found


@pytest.mark.parametrize("mode", ["light", "plain-dark"])
def test_on_a_desktop_words_and_map_stand_beside_each_other(
    browser: Browser, site_url: str, mode: str
) -> None:
    with reader(browser, site_url, mode, viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{site_url}day-by-day/")
        for left, right, _, map_left, map_right, _ in scenes(page):
            assert left < right <= map_left < map_right


def test_the_map_of_a_long_day_stays_in_view_while_it_is_read(browser: Browser, site_url: str) -> None:
    with reader(browser, site_url, "plain-dark", viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{site_url}day-by-day/#2024-12-08")
        day = page.locator("section:has(> [id='2024-12-08'])")
        drawn = page.locator(".told:has([id='2024-12-08']) .day-map > svg")
        height = day.evaluate("day => day.getBoundingClientRect().height")
        shown = drawn.evaluate("svg => svg.getBoundingClientRect().height")
        assert height > shown + 200
        for read in (0, (height - shown) / 2):
            day.evaluate(
                "(day, read) => scrollTo(0, scrollY + day.getBoundingClientRect().top + read - 60)", read
            )
            box = drawn.bounding_box()
            assert box and box["y"] >= 0 and box["y"] + box["height"] <= 800, read


@pytest.mark.parametrize("width", [360, 390, 430])
@pytest.mark.parametrize("site", ["default", "arabic"])
def test_on_a_phone_there_is_one_column(browser: Browser, publish, site: str, width: int) -> None:
    home = publish(site)
    with reader(browser, home, "light", viewport={"width": width, "height": 844}) as context:
        page = context.new_page()
        page.goto(f"{home}day-by-day/")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for _, _, bottom, _, _, map_top in scenes(page):
            assert bottom <= map_top


def test_in_arabic_the_map_stands_on_the_other_side(browser: Browser, publish) -> None:
    home = publish("arabic")
    with reader(browser, home, "light", viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"{home}day-by-day/")
        for left, _, _, _, map_right, _ in scenes(page):
            assert map_right <= left


def test_an_address_of_a_day_arrives_at_its_heading(browser: Browser, site_url: str) -> None:
    with reader(browser, site_url, "light") as context:
        page = context.new_page()
        page.goto(f"{site_url}events/hama-falls/")
        page.locator("a[href$='day-by-day/#2024-12-05']").click()
        page.wait_for_url("**/day-by-day/#2024-12-05")
        box = page.locator("[id='2024-12-05']").bounding_box()
        assert box and box["y"] >= 0
        assert box["y"] < 200


def test_the_page_is_light() -> None:
    size = len(gzip.compress((built("default") / "day-by-day" / "index.html").read_bytes(), 6))
    LEDGER.record("HTML of the story day by day: default", "<= 60 KB", f"{size / KILOBYTE:.1f} KB")
    assert size <= PAGE
