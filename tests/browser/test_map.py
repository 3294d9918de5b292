"""Names and marks of the map stay apart on a phone, whatever font it falls back to, on every day."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.visits import reader

# The site's own, and what stands for it: drawn as wide as that, and as the device has it, which is wider.
FONTS = ["", '"Sans DejaVu"', '"DejaVu Sans"']
FAULTS = """
(font) => {
  if (font) document.documentElement.style.setProperty("--x-sans", font);
  const map = document.querySelector(".map > svg"), room = map.getBoundingClientRect();
  const shown = (one) => getComputedStyle(one).display !== "none" && one.getBoundingClientRect().width > 0;
  const boxed = (one, drawn, ink = 0) => {
    const { left, right, top, bottom, height } = drawn.getBoundingClientRect();
    const box = { left, right, top: top + height * ink, bottom: bottom - height * ink };
    return { ...box, place: one.closest("g[transform]"), said: one.closest("g").textContent.trim() };
  };
  const shared = (one, other) => [
    Math.min(one.right, other.right) - Math.max(one.left, other.left),
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
  ];
  const pairs = (list, others) => list.flatMap((one) => others.map((other) => [one, other]))
    .filter(([one, other]) => one !== other && (!one.place || one.place !== other.place));
  const faults = new Set();
  for (const day of document.querySelectorAll(".map-days input")) {
    day.checked = true;
    // A line of text is higher than its letters.
    const names = [...map.querySelectorAll("text")].filter(shown).map((one) => boxed(one, one, 0.2));
    const marks = [...map.querySelectorAll("a.mark")].filter(shown)
      .map((one) => boxed(one, one.querySelector(":scope > :not(title, .hit)")));
    for (const name of names)
      if (name.left < room.left || name.right > room.right) faults.add(`clipped: ${name.said}`);
    for (const [one, other] of pairs(names, [...names, ...marks]))
      if (Math.min(...shared(one, other)) > 1) faults.add(`covered: ${one.said} / ${other.said}`);
    for (const [one, other] of pairs(marks, marks)) {
      const [width, height] = shared(one, other), whole = one.right - one.left;
      if (width > whole / 3 && height > whole / 3) faults.add(`hidden: ${one.said} / ${other.said}`);
    }
  }
  return [...faults];
}
"""


@pytest.mark.parametrize("site", ["default", "world", "arabic"])
@pytest.mark.parametrize("width", [360, 390, 1280])
def test_names_and_marks_stay_apart(
    browser: Browser, publish: Callable[[str], str], site: str, width: int
) -> None:
    with reader(browser, publish(site), "light", viewport={"width": width, "height": 844}) as context:
        page = context.new_page()
        page.goto(publish(site), wait_until="networkidle")
        assert page.locator(".map-days input").count() > 1
        assert {font: page.evaluate(FAULTS, font) for font in FONTS} == {font: [] for font in FONTS}
