"""Pages are set in fonts of their own host, whatever the device has; nothing moves when they arrive."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import reader

SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
"""

WIDTHS = """
async ([families, weight]) => {
  const words = "The army pulled back from the city by 30 November and left the town on 5 December";
  const widths = [];
  for (const family of families) {
    await document.fonts.load(`${weight} 160px "${family}"`, words);
    const line = document.createElement("span");
    line.style.font = `${weight} 160px "${family}", monospace`;
    Object.assign(line.style, { position: "absolute", whiteSpace: "nowrap" });
    line.textContent = words;
    document.body.append(line);
    widths.push(line.getBoundingClientRect().width);
  }
  return widths;
}
"""


def fonts_of(page: Page, selector: str) -> set[tuple[str, bool]]:
    """The fonts that words are drawn in: family, and whether it came with the page."""
    wire = page.context.new_cdp_session(page)
    wire.send("DOM.enable")
    wire.send("CSS.enable")
    root = wire.send("DOM.getDocument")["root"]["nodeId"]
    node = wire.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    found = wire.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {(font["familyName"], font["isCustomFont"]) for font in found}


@pytest.mark.parametrize("site", ["default", "arabic"])
@pytest.mark.parametrize(
    ("selector", "family"),
    [("h1", "Explainer Serif"), (".standfirst", "Explainer Serif"), (".md-tabs__link", "Explainer Sans")],
)
def test_words_are_drawn_in_our_own_fonts(
    browser: Browser, publish: Callable[[str], str], site: str, selector: str, family: str
) -> None:
    with reader(browser, publish(site), "light", viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(publish(site), wait_until="networkidle")
        assert fonts_of(page, selector) == {(family, True)}


def test_letters_of_transliterations_are_in_the_same_font(browser: Browser, site_url: str) -> None:
    with reader(browser, site_url, "light") as context:
        page = context.new_page()
        page.goto(site_url)
        page.evaluate("document.querySelector('h1').textContent = 'Maʿarrat al-Nuʿmān, Ḥamāh, ʾIdlib'")
        page.evaluate("document.fonts.ready.then(() => true)")
        assert fonts_of(page, "h1") == {("Explainer Serif", True)}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", ["", "events/damascus-falls/", "timeline/"])
def test_nothing_moves_while_a_page_loads(browser: Browser, site_url: str, width: int, kind: str) -> None:
    with reader(browser, site_url, "light", viewport={"width": width, "height": 844}) as context:
        page = context.new_page()
        page.add_init_script(SHIFTS)
        page.goto(site_url + kind, wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => true)")
        assert sum(page.evaluate("window.shifts")) == 0


@pytest.mark.parametrize("weight", [400, 600, 700])
@pytest.mark.parametrize(
    ("family", "meanwhile"), [("Explainer Sans", "Sans DejaVu"), ("Explainer Serif", "Serif DejaVu")]
)
def test_words_are_as_wide_before_the_fonts_arrive(
    browser: Browser, site_url: str, family: str, meanwhile: str, weight: int
) -> None:
    """Of what devices have, this machine has DejaVu alone."""
    with reader(browser, site_url, "light") as context:
        page = context.new_page()
        page.goto(site_url, wait_until="networkidle")
        ours, theirs = page.evaluate(WIDTHS, [[family, meanwhile], weight])
        assert theirs == pytest.approx(ours, rel=0.03)
