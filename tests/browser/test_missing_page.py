"""An address where nothing is: hosts show 404.html there, at whatever depth."""

from pathlib import Path

from playwright.sync_api import Browser

from generator.build import BuildOptions, build
from generator.derive.known_days import days_left_out
from tests.browser.serving import Host
from tests.browser.visits import Traffic, axe, reader
from tests.built import lay_out
from tests.world import WORLD, world


def test_a_missing_page_says_so_in_the_site_s_look(browser: Browser, host: Host, tmp_path: Path) -> None:
    """It stands at every depth, so it needs the site's own address: the setting ``site_url``."""
    folder = lay_out(WORLD / "content", tmp_path / "world")
    home = host.address("missing")
    host.publish("missing", build(folder, BuildOptions(settings={"site_url": home})).site.resolve())
    traffic = Traffic(home)
    with reader(browser, home, "light") as context:
        page = context.new_page()
        traffic.watch(page)
        answer = page.goto(home + "cities/nowhere/at-all/", wait_until="networkidle")
        assert answer and answer.status == 404
        assert not traffic.strays()
        assert not [trouble for trouble in traffic.troubles if "nowhere" not in trouble]
        assert not axe(page)
        page.locator("header a").first.click()
        assert page.url == home


def test_a_page_of_a_day_without_an_edition_is_found_in_the_one_before_it(
    browser: Browser, host: Host, tmp_path: Path
) -> None:
    folder = lay_out(WORLD / "content", tmp_path / "world")
    home = host.address("left-out")
    host.publish("left-out", build(folder, BuildOptions(settings={"site_url": home})).site.resolve())
    day, earlier = [*days_left_out(world()).items()][-1]
    with reader(browser, home, "light") as context:
        page = context.new_page()
        page.goto(f"{home}at/{day}/timeline/#top")
        page.wait_for_url(f"{home}at/{earlier}/timeline/#top")
        page.locator("aside.edition").wait_for()
