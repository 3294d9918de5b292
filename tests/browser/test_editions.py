"""Editions of earlier days: what stands for a page becomes it, and what has no edition leads on."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

from generator.derive.known_days import days_left_out
from tests.browser.visits import reader
from tests.built import built, stands_in
from tests.world import world


def standing() -> tuple[str, str]:
    """A page that stands for another, and that one: addresses below the site."""
    site = built("world")
    pages = sorted((site / "at").glob("*/actors/*/index.html"))
    small, whole = next((path, page) for path in pages if (page := stands_in(path)))
    return address(small, site), address(whole, site)


def address(page: Path, site: Path) -> str:
    return f"{page.parent.relative_to(site).as_posix()}/"


def said(page: Page) -> str:
    """What the article says, without the notice of the edition: scripts add the other days to that."""
    words: str = page.evaluate(
        """() => {
          const article = document.querySelector("main article").cloneNode(true);
          article.querySelectorAll("aside.edition").forEach((notice) => notice.remove());
          return article.textContent;
        }"""
    )
    return words


def test_what_stands_for_a_page_becomes_it_in_its_own_edition(
    browser: Browser, publish: Callable[[str], str]
) -> None:
    home, (small, whole) = publish("world"), standing()
    day, earlier = (one.split("/")[1] for one in (small, whole))
    with reader(browser, home, "light") as context:
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.goto(f"{home}{whole}")
        words = said(page)
        page.goto(f"{home}{small}#top")
        page.locator("aside.edition").wait_for()
        assert said(page) == words
        assert page.url == f"{home}{small}#top"
        page.locator(".edition-choice").wait_for()
        assert page.locator(".edition-choice").input_value() == day != earlier
        assert page.locator(".md-content a[href]").first.evaluate("one => one.href").startswith(home)
        link = page.locator("main nav a, main .crumbs a, .md-header a").first.evaluate("one => one.href")
        assert link.startswith(f"{home}at/{day}/")
        assert not wrong


def test_without_scripts_it_says_which_day_it_is_and_leads_to_the_page(
    browser: Browser, publish: Callable[[str], str]
) -> None:
    home, (small, whole) = publish("world"), standing()
    with reader(browser, home, "plain-dark") as context:
        page = context.new_page()
        page.goto(f"{home}{small}")
        page.locator("a.stands-for").click()
        page.wait_for_url(f"{home}{whole}")


def test_a_day_without_an_edition_leads_to_the_one_before_it(
    browser: Browser, publish: Callable[[str], str]
) -> None:
    home, left = publish("world"), days_left_out(world())
    day, earlier = next(iter(left.items()))
    with reader(browser, home, "light") as context:
        page = context.new_page()
        page.goto(f"{home}at/{day}/")
        page.locator("article a").click()
        page.wait_for_url(f"{home}at/{earlier}/")
