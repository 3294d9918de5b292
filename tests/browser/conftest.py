"""One browser, one host and one visit of each page in each mode, shared by all browser tests."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.kinds import kinds
from tests.browser.plan import PLAN
from tests.browser.serving import Host, hosting
from tests.browser.tools import AS_ROOT, CHROMIUM, HEADLESS, needed
from tests.browser.visits import Traffic, Visit, look, reader
from tests.built import built

# No talk of its own with anybody.
FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = str(HEADLESS if HEADLESS.is_file() else needed(CHROMIUM))
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS + AS_ROOT)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def host() -> Iterator[Host]:
    with hosting() as host:
        yield host


@pytest.fixture(scope="session")
def publish(host: Host) -> Callable[[str], str]:
    """Name of a site -> address of its home page, below a path as on a project's own host."""
    return cache(lambda name: host.publish(name, built(name)))


@pytest.fixture(scope="session")
def visit(browser: Browser, publish: Callable[[str], str]) -> Iterator[Callable[[str, str, str], Visit]]:
    """(site, mode, kind) -> what was noted there. Each page is opened once, by whoever asks first."""
    with ExitStack() as open_windows:

        @cache
        def window(site: str, mode: str):
            return open_windows.enter_context(reader(browser, publish(site), mode))

        @cache
        def noted(site: str, mode: str, kind: str) -> Visit:
            address = publish(site) + kinds(built(site))[kind]
            return look(window(site, mode), address, Traffic(publish(site)), mode, with_axe=PLAN[site, mode])

        yield noted


@pytest.fixture
def site_url(publish: Callable[[str], str]) -> str:
    """The default explainer, published."""
    return publish("default")


@pytest.fixture
def page(browser: Browser, site_url: str) -> Iterator[Page]:
    """A new reader on a wide screen, who has not yet opened anything."""
    with reader(browser, site_url, "light") as context:
        yield context.new_page()
