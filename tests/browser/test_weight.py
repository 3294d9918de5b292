"""What goes over the wire: a first page, the home page's HTML, our own scripts."""

import gzip
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.budgets import LEDGER
from tests.browser.kinds import kinds
from tests.browser.plan import visited
from tests.browser.visits import MODES
from tests.built import REPOSITORY, built

KILOBYTE = 1024
FIRST_PAGE, HOME_HTML, OWN_SCRIPTS = 150 * KILOBYTE, 30 * KILOBYTE, 5 * KILOBYTE


def _weigh(browser: Browser, address: str) -> dict[str, int]:
    """Bytes on the wire by kind of resource ("Document", "Script", ...), for somebody who never was here."""
    context = browser.new_context(**MODES["light"])
    try:
        page = context.new_page()
        kind_of: dict[str, str] = {}
        weights: dict[str, int] = {}

        def finished(event: dict[str, Any]) -> None:
            kind = kind_of.get(event["requestId"], "Other")
            weights[kind] = weights.get(kind, 0) + int(event["encodedDataLength"])

        wire = context.new_cdp_session(page)
        wire.on("Network.responseReceived", lambda event: kind_of.update({event["requestId"]: event["type"]}))
        wire.on("Network.loadingFinished", finished)
        wire.send("Network.enable")
        page.goto(address, wait_until="networkidle")
        return weights
    finally:
        context.close()


def _kilobytes(size: float) -> str:
    return f"{size / KILOBYTE:.1f} KB"


@pytest.mark.parametrize("kind", visited("default"))
def test_a_first_page_is_light(browser: Browser, publish: Callable[[str], str], kind: str) -> None:
    weights = _weigh(browser, publish("default") + kinds(built("default"))[kind])
    before_fonts = sum(size for what, size in weights.items() if what != "Font")
    LEDGER.record(f"First page, before fonts: {kind}", "<= 150 KB", _kilobytes(before_fonts))
    assert weights["Document"] < before_fonts <= FIRST_PAGE, weights


@pytest.mark.parametrize("site", ["default", "world", "arabic"])
def test_the_home_page_is_light(browser: Browser, publish: Callable[[str], str], site: str) -> None:
    size = _weigh(browser, publish(site))["Document"]
    LEDGER.record(f"HTML of the home page: {site}", "<= 30 KB", _kilobytes(size))
    assert 0 < size <= HOME_HTML


def test_our_own_scripts_are_light() -> None:
    """Those that pages ask for; what the search fetches besides once it is opened has a budget of its own."""
    pages = "".join(page.read_text("utf-8") for page in (REPOSITORY / "theme").rglob("*.html"))
    scripts = sorted(path for path in (REPOSITORY / "theme").rglob("*.js") if f"/{path.name}" in pages)
    assert len(scripts) > 3
    size = sum(len(gzip.compress(script.read_bytes(), 6, mtime=0)) for script in scripts)
    LEDGER.record("Our own scripts together", "<= 5 KB", _kilobytes(size))
    assert size <= OWN_SCRIPTS, [script.name for script in scripts]
