"""An explainer whose long lists are split: addresses of before still lead to the place, pages read well."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.build import BuildOptions, build
from generator.views import part_lists
from tests.browser.serving import Host
from tests.browser.visits import Traffic, look, reader
from tests.built import lay_out
from tests.world import WORLD

SHORT = {"timeline": 5, "changes": 5, "disagreements": 4, "sources": 4, "atoz": 6}
CHANGED = "raised--dam-talks-fail--2018-03-04"
PAGES = (
    "timeline/",
    "timeline/2018/",
    "timeline/2018-03-03/",
    "changes/",
    "disagreements/",
    "sources/",
    "a-z/",
)


@pytest.fixture(scope="module")
def home(host: Host, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the invented country's site with pages of a few entries."""
    with pytest.MonkeyPatch.context() as patch:
        for name, most in SHORT.items():
            patch.setitem(part_lists.MOST, name, most)
        root: Path = lay_out(WORLD / "content", tmp_path_factory.mktemp("parts"))
        yield host.publish("parts", build(root, BuildOptions(editions=False)).site)


@pytest.mark.parametrize(
    "start", ["changes/", "changes/2018/", "changes/2018-03-01-15/", "changes/2018-03-04/"]
)
def test_a_link_to_a_change_arrives_where_it_stands(browser: Browser, home: str, start: str) -> None:
    """It may be on any of the pages of a day that has several."""
    with reader(browser, home, "light") as context:
        page = context.new_page()
        page.goto(f"{home}{start}#{CHANGED}")
        page.wait_for_selector(f"[id='{CHANGED}']")
        assert page.url.startswith(f"{home}changes/2018-03-04")
        assert page.url.endswith(f"#{CHANGED}")


def test_without_scripts_a_link_to_a_day_arrives_at_the_way_to_it(browser: Browser, home: str) -> None:
    with reader(browser, home, "plain-dark") as context:
        page = context.new_page()
        page.goto(f"{home}timeline/#day-2018-03-03")
        aimed = page.locator(":target")
        way = aimed if aimed.get_attribute("href") else page.locator(":target a").first
        way.click()
        assert page.url == f"{home}timeline/2018-03-03/#day-2018-03-03"


@pytest.mark.parametrize("mode", ["light", "phone"])
@pytest.mark.parametrize("below", PAGES)
def test_overviews_and_parts_can_be_read_by_everybody(
    browser: Browser, home: str, mode: str, below: str
) -> None:
    with reader(browser, home, mode) as context:
        seen = look(context, f"{home}{below}", Traffic(home), mode, with_axe=True)
    assert not [*seen.axe, *seen.overflow, *seen.targets, *seen.strays, *seen.troubles]
