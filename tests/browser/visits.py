"""Pages as a reader meets them: each opened once in each mode, everything about it noted on the way."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.tools import AXE, needed

SCRIPTS = Path(__file__).parent / "scripts"
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
MODES: dict[str, dict[str, Any]] = {
    "light": {"viewport": WIDE, "color_scheme": "light"},
    "dark": {"viewport": WIDE, "color_scheme": "dark"},
    "phone": {"viewport": PHONE, "color_scheme": "light", "has_touch": True},
    "phone-dark": {"viewport": PHONE, "color_scheme": "dark", "has_touch": True},
    "print": {"viewport": {"width": 794, "height": 1123}, "color_scheme": "light"},  # A4 at 96 dots an inch
    # Scripts off, in a system that is dark: the page can only do what CSS does.
    "plain-dark": {"viewport": WIDE, "color_scheme": "dark", "java_script_enabled": False},
}
# axe's rules for the levels that the site promises, and what it holds to be good practice.
AXE_RUN = "() => axe.run({resultTypes: ['violations']}).then((all) => all.violations)"
VIOLATIONS = """
window.__refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.__refused.push(`${event.effectiveDirective} refused ${event.blockedURI || event.sample}`));
"""


@dataclass
class Traffic:
    """What a page asked for and what went wrong with it."""

    home: str
    requests: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def strays(self) -> list[str]:
        """Requests for anything outside the site's own folder."""
        own = (self.home, "data:", f"blob:{self.home.split('/published')[0]}")
        return [url for url in self.requests if not url.startswith(own)]

    def watch(self, page: Page) -> None:
        """Note from now on."""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        page.on("response", self._response)

    def _console(self, message: Any) -> None:
        if message.type == "error":
            self.troubles.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _response(self, response: Any) -> None:
        if response.status >= 400:
            self.troubles.append(f"{response.status} for {response.url}")


@dataclass(frozen=True)
class Visit:
    """One page in one mode. Every list is of findings, each beginning with the selector it is about."""

    strays: list[str]
    troubles: list[str]
    axe: list[str]
    overflow: list[str]
    contrast: list[str]
    targets: list[str]
    unprinted: list[str]
    policies: list[str]
    claims: dict[str, list[str]]
    background: str


@cache
def script(name: str) -> str:
    """A function to evaluate in a page."""
    return f"() => {{\n{(SCRIPTS / 'common.js').read_text()}\n{(SCRIPTS / f'{name}.js').read_text()}\n}}"


@contextmanager
def reader(browser: Browser, home: str, mode: str, **more: Any) -> Iterator[BrowserContext]:
    """A reader's window. Nothing outside the site's host answers."""
    context = browser.new_context(**{**MODES[mode], **more})
    host = re.escape(home.split("/published")[0])
    context.route(re.compile(rf"^(?!{host}/)"), lambda route: route.abort())
    try:
        yield context
    finally:
        context.close()


def axe(page: Page) -> list[str]:
    """What axe finds: rule and selector, one line each."""
    page.evaluate(needed(AXE).read_text("utf-8"))
    return [
        f"{' '.join(map(str, node['target']))}: {rule['id']}, {rule['help']}"
        for rule in page.evaluate(AXE_RUN)
        for node in rule["nodes"]
    ]


def look(context: BrowserContext, address: str, traffic: Traffic, mode: str, *, with_axe: bool) -> Visit:
    """Open one page and note everything about it."""
    page = context.new_page()
    traffic.watch(page)
    page.add_init_script(VIOLATIONS)
    # In one mode it is worth waiting for requests that come late.
    page.goto(address, wait_until="networkidle" if mode == "light" else "load")
    if mode == "print":
        page.emulate_media(media="print", color_scheme="light")
    try:
        return _noted(page, traffic, mode, axe(page) if with_axe else [])
    finally:
        page.close()


def _noted(page: Page, traffic: Traffic, mode: str, from_axe: list[str]) -> Visit:
    def asked(name: str, when: bool = True) -> list[str]:
        return page.evaluate(script(name)) if when else []

    return Visit(
        axe=from_axe,
        overflow=asked("overflow"),
        contrast=asked("contrast", mode != "print"),
        targets=asked("targets", mode.startswith("phone")),
        unprinted=asked("unprinted", mode == "print"),
        claims=page.evaluate(script("shown_claims")),
        background=page.evaluate("getComputedStyle(document.body).backgroundColor"),
        policies=page.locator("meta[http-equiv=Content-Security-Policy]").evaluate_all(
            "(all) => all.map((meta) => meta.content)"
        ),
        strays=traffic.strays(),
        troubles=traffic.troubles + page.evaluate("window.__refused ?? []"),
    )
