"""What a returning reader is told: what changed since the last visit, known to their own browser alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.build import BuildOptions, build
from generator.derive.changes import ChangeKind
from generator.derive.story_of_changes import changes
from generator.exports.since import PATH
from generator.load import load
from generator.views.changes import change_id
from generator.views.context import context
from tests.browser.serving import Host
from tests.browser.visits import VIOLATIONS, Traffic, axe, reader
from tests.built import built, lay_out
from tests.world import WORLD

# A day before most of the story: known days say nothing of when a fact was added.
OLD_FACT = """
- id: ferry-bell-heard
  occurred: 2018-03-03
  title: The ferry bell is heard at night
  where: [port-hadra]
  favours: []
  claims:
    - id: ledger
      says: The bell rang until two.
      by: night-ledger
      cite: ledger-0304@9
"""
MORE_WORDS = """    - id: ledger-saw
      says: Both banks are the League's.
      by: night-ledger
      bears_out: [league-word]
      cite: ledger-0308@9
"""
AFTER = "      cite: gazette-0305@5\n"
WRITTEN = (ChangeKind.EDITED, ChangeKind.REMOVED, ChangeKind.RENAMED)
SHOWN = ".since-visit li a"


@dataclass
class VisitedPage:
    """A reader who comes back: each visit is a tab of its own in the same browser."""

    window: BrowserContext
    home: str
    traffic: Traffic
    fetched: list[str] = field(default_factory=list)

    def come(self, address: str = "") -> Page:
        page = self.window.new_page()
        self.traffic.watch(page)
        page.add_init_script(VIOLATIONS)
        page.on("request", lambda request: self.fetched.append(request.url.removeprefix(self.home)))
        self.fetched.clear()
        page.goto(self.home + address, wait_until="networkidle")
        return page


def shown(page: Page) -> list[str]:
    """The titles of the news, none where nothing shows."""
    return page.locator(SHOWN).all_text_contents() if page.locator(".since-visit").is_visible() else []


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The invented country, and the same with an old fact and with one more word on a known one."""
    before, after = (lay_out(WORLD / "content", tmp_path_factory.mktemp(name) / "it") for name in "ab")
    (after / "content/timeline/09-more.yml").write_text(OLD_FACT, "utf-8")
    spring = after / "content/timeline/02-spring.yml"
    said = spring.read_text("utf-8")
    assert said.count(AFTER) == 1
    spring.write_text(said.replace(AFTER, AFTER + MORE_WORDS), "utf-8")
    return before, after


@pytest.fixture(scope="module")
def sites(folders: tuple[Path, Path]) -> tuple[Path, Path]:
    return built("world"), build(folders[1], BuildOptions()).site.resolve()


@pytest.fixture
def publish_it(host: Host, sites: tuple[Path, Path]) -> Callable[[int], str]:
    """Publish the first build or the second, both at the same address."""
    return lambda number: host.publish("since", sites[number])


@pytest.fixture
def someone(browser: Browser, publish_it: Callable[[int], str]) -> Iterator[VisitedPage]:
    home = publish_it(0)
    with reader(browser, home, "light") as window:
        someone = VisitedPage(window, home, Traffic(home))
        yield someone
        assert not someone.traffic.strays()


def test_a_first_visit_shows_and_fetches_nothing(someone: VisitedPage) -> None:
    assert shown(someone.come()) == []
    assert PATH not in someone.fetched


def test_the_same_build_again_shows_and_fetches_nothing(someone: VisitedPage) -> None:
    someone.come()
    assert shown(someone.come("changes/")) == []
    assert PATH not in someone.fetched


@pytest.mark.parametrize("address", ["", "changes/"])
def test_what_is_new_is_the_difference_of_the_two_builds(
    someone: VisitedPage, publish_it: Callable[[int], str], folders: tuple[Path, Path], address: str
) -> None:
    someone.come()
    publish_it(1)
    page = someone.come(address)
    before, after = (load(folder).facts for folder in folders)
    news = [one for one in changes(before, after) if one.kind not in WRITTEN]
    assert {change_id(context(after, "en"), one) for one in news} == {
        "new--ferry-bell-heard--2018-03-04",
        "raised--tel-marit-taken--2018-03-08",
    }
    days = page.locator(".since-visit li time").evaluate_all("(all) => all.map((one) => one.dateTime)")
    links = page.locator(SHOWN).evaluate_all("(all) => all.map((one) => one.pathname)")
    found = {(link.split("/")[-2], day) for link, day in zip(links, days, strict=True)}
    assert found == {(one.record, one.day.isoformat()) for one in news}
    assert len(links) == len(news)
    assert "2 changes" in page.locator(".since-visit summary").inner_text()
    assert not someone.traffic.troubles and not page.evaluate("window.__refused ?? []")
    assert not axe(page)


def test_links_lead_to_the_pages(someone: VisitedPage, publish_it: Callable[[int], str]) -> None:
    someone.come()
    publish_it(1)
    page = someone.come("changes/")
    page.click(f"{SHOWN} >> text=ferry bell")
    page.wait_for_load_state()
    assert page.url == f"{someone.home}events/ferry-bell-heard/"


def test_news_stay_for_the_visit_and_are_gone_on_the_next(
    someone: VisitedPage, publish_it: Callable[[int], str]
) -> None:
    someone.come()
    publish_it(1)
    page = someone.come()
    page.goto(f"{someone.home}changes/", wait_until="networkidle")
    assert len(shown(page)) == 2
    page.reload(wait_until="networkidle")
    assert len(shown(page)) == 2
    assert shown(someone.come()) == []


def test_whoever_clears_their_storage_is_new_again(
    someone: VisitedPage, publish_it: Callable[[int], str]
) -> None:
    someone.come().evaluate("localStorage.clear()")
    publish_it(1)
    assert shown(someone.come()) == []
    assert PATH not in someone.fetched


@pytest.mark.parametrize("kept", ["", "no JSON", "null", "7", '{"marks": 7}', '{"marks": "", "at": "x"}'])
def test_what_is_no_memory_is_none(someone: VisitedPage, publish_it: Callable[[int], str], kept: str) -> None:
    page = someone.come()
    page.evaluate(
        "(kept) => { for (const key of Object.keys(localStorage).filter((one) => one.startsWith('since:')))"
        " localStorage.setItem(key, kept); }",
        kept,
    )
    publish_it(1)
    assert shown(someone.come()) == []
    assert not someone.traffic.troubles


REFUSALS = {
    "refused": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
}


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS)
def test_a_browser_that_keeps_nothing_shows_nothing(
    someone: VisitedPage, publish_it: Callable[[int], str], refusal: str
) -> None:
    someone.window.add_init_script(refusal)
    someone.come()
    publish_it(1)
    someone.traffic.troubles.clear()
    page = someone.come()
    assert shown(page) == []
    assert PATH not in someone.fetched and not page.evaluate("window.__refused ?? []")
    of_the_theme = [*someone.traffic.troubles]  # its own script does not expect a refusal
    someone.traffic.troubles.clear()
    someone.come("timeline/")  # where ours is not
    assert someone.traffic.troubles == of_the_theme


def test_without_scripts_nothing_shows(browser: Browser, publish_it: Callable[[int], str]) -> None:
    home = publish_it(1)
    with reader(browser, home, "plain-dark") as window:
        page = window.new_page()
        page.goto(home)
        assert page.locator(".since-visit").is_hidden()
