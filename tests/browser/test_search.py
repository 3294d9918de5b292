"""The search as a reader uses it: found by any name, narrowed down, paid for only when it is opened."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Page, Response

from generator.site.pagefind import bundle
from generator.site.search_html import as_written, in_ascii
from generator.store import Store
from tests.browser.budgets import LEDGER
from tests.browser.serving import Host
from tests.browser.visits import VIOLATIONS, Traffic, axe, reader
from tests.site.searching import search_bundle

Publish = Callable[[str], str]
RESULTS = ".search-title a"
SETTLED = """() => {
    const shown = document.querySelectorAll(".search-result").length, before = window.shownBefore;
    window.shownBefore = shown;
    return shown && shown === before;
}"""


@dataclass
class SearchReader:
    """A reader with one page open, and what they were sent."""

    page: Page
    home: str
    traffic: Traffic
    sent: dict[str, int] = field(default_factory=dict)

    def note(self, response: Response) -> None:
        self.sent[response.url.removeprefix(self.home)] = int(response.headers.get("content-length", 0))

    def of_pagefind(self) -> list[str]:
        return [address for address in self.sent if "pagefind" in address]

    def go(self, address: str = "") -> None:
        self.page.goto(self.home + address, wait_until="networkidle")

    def open(self) -> None:
        self.page.click(".search-opener")
        self.page.wait_for_selector("dialog[open] input:focus")

    def find(self, words: str) -> list[str]:
        """Type words where the cursor is; give the titles shown once the search has answered."""
        self.page.keyboard.type(words)
        self.page.wait_for_function(
            "(words) => document.querySelector('.pf-summary')?.textContent.includes(words)"
            " && document.querySelector('.pf-results > .search-result:first-child')",
            arg=words,
        )
        return self.titles()

    def titles(self) -> list[str]:
        self.page.wait_for_selector(f".pf-results > .search-result:first-child {RESULTS}")
        # They come one by one; they are all there once no more have come for a while.
        self.page.evaluate("window.shownBefore = 0")
        self.page.wait_for_function(SETTLED, polling=500)
        return self.page.locator(RESULTS).all_text_contents()


@contextmanager
def reading(browser: Browser, home: str, mode: str = "light") -> Iterator[SearchReader]:
    with reader(browser, home, mode) as context:
        page = context.new_page()
        page.add_init_script(VIOLATIONS)
        someone = SearchReader(page, home, Traffic(home))
        someone.traffic.watch(page)
        page.on("response", someone.note)
        yield someone
        assert not someone.traffic.troubles
        assert not someone.traffic.strays()
        assert not page.evaluate("window.__refused")


@pytest.fixture
def someone(browser: Browser, publish: Publish) -> Iterator[SearchReader]:
    """A reader of the invented country."""
    with reading(browser, publish("world")) as found:
        yield found


def test_nothing_is_fetched_before_the_search_is_opened(someone: SearchReader) -> None:
    someone.go()
    someone.page.keyboard.press("Tab")
    someone.page.hover(".search-opener")
    someone.page.wait_for_load_state("networkidle")
    assert not someone.of_pagefind()
    someone.open()
    assert someone.of_pagefind()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Mirel", "Queen Mirel"),
        ("Mirel of Ondra", "Queen Mirel"),
        ("الملكة ميريل", "Queen Mirel"),
        ("Queen Mirel leaves", "Queen Mirel leaves Ondra (reported)"),
        ("الملكة ميريل تغادر", "Queen Mirel leaves Ondra (reported)"),
    ],
)
def test_a_record_is_found_first_by_any_of_its_names(someone: SearchReader, words: str, title: str) -> None:
    someone.go("timeline/")
    someone.open()
    assert someone.find(words)[0] == title


def test_a_number_is_found_at_either_end_of_a_range(someone: SearchReader) -> None:
    someone.go()
    someone.open()
    someone.find("450")
    excerpts = someone.page.locator(".search-excerpt mark").all_text_contents()
    assert {mark.strip(".,") for mark in excerpts} == {"200–450"}


COUNTED = """() => {
    const search = window.PagefindComponents.getInstanceManager().getInstance("default");
    const key = (number) => (number === 0 ? "zero_results" : number === 1 ? "one_result" : "many_results");
    return [0, 1, 2, 1100].map((COUNT) => search.translate(key(COUNT), { COUNT, SEARCH_TERM: "X" }));
}"""


def test_results_are_counted_in_words_of_our_own(someone: SearchReader) -> None:
    someone.go()
    someone.open()
    assert someone.find("Mirel leaves")
    assert "results for \u2068Mirel leaves\u2069" in (someone.page.text_content(".pf-summary") or "")
    counted = [said.replace("\u2068X\u2069", "X") for said in someone.page.evaluate(COUNTED)]
    assert counted == ["No results for X", "1 result for X", "2 results for X", "1,100 results for X"]


def test_a_result_says_what_it_is_and_leads_there_from_a_folder_of_the_host(someone: SearchReader) -> None:
    someone.go("sources/palace-letter/")
    someone.open()
    assert "Queen Mirel leaves Ondra (reported)" in someone.find("leaves")
    result = someone.page.locator(".search-result").filter(has_text="Queen Mirel leaves Ondra").first
    assert result.locator(".search-kind bdi").all_text_contents() == ["Event", "Reported", "2018-03"]
    result.locator(RESULTS).click()
    someone.page.wait_for_url(f"{someone.home}events/queen-leaves/")


def test_words_of_the_facts_stay_words(someone: SearchReader) -> None:
    someone.go()
    someone.open()
    assert "<script>alert('field')</script> Airfield & \"Strip\"" in someone.find("Airfield")
    assert not someone.page.locator("dialog script, dialog [style], dialog [onclick]").count()


@pytest.mark.parametrize("key", ["/", "s"])
def test_keys_open_it_escape_closes_it_and_the_focus_returns(someone: SearchReader, key: str) -> None:
    someone.go()
    someone.page.focus(".search-opener")
    someone.page.keyboard.press(key)
    someone.page.wait_for_selector("dialog[open] input:focus")
    assert someone.page.locator("dialog").get_attribute("aria-label")
    assert someone.page.locator(".pf-modal-close").count() == 1
    someone.find("Mirel")
    someone.page.keyboard.press(key)  # a letter like any other, here
    assert someone.page.input_value("dialog input") == f"Mirel{key}"
    someone.page.keyboard.press("Escape")
    someone.page.wait_for_selector("dialog", state="hidden")
    assert someone.page.evaluate("document.activeElement.matches('.search-opener')")
    someone.page.keyboard.press(key)
    someone.page.wait_for_selector("dialog[open] input:focus")


def test_results_are_walked_by_arrow_keys(someone: SearchReader) -> None:
    someone.go()
    someone.open()
    first = someone.find("Mirel")[0]
    someone.page.keyboard.press("ArrowDown")
    assert someone.page.evaluate("document.activeElement.textContent") == first


def test_the_dialog_leads_to_the_facets_with_its_words(someone: SearchReader) -> None:
    someone.go("events/queen-leaves/")
    someone.open()
    someone.find("Mirel")
    someone.page.click(".search-more")
    someone.page.wait_for_selector(f".search-page {RESULTS}")
    assert someone.page.url == f"{someone.home}search/?q=Mirel"
    assert someone.page.input_value(".search-page input[type=search]") == "Mirel"


def _kinds(someone: SearchReader) -> list[list[str]]:
    someone.titles()
    return [entry.locator("bdi").all_text_contents() for entry in someone.page.locator(".search-kind").all()]


def _counted(page: Page, facet: str, value: str) -> int:
    (option,) = page.locator(f"select[name={facet}] option[value='{value}']").all_text_contents()
    return int(option.removeprefix(f"{value} (").removesuffix(")"))


def test_facets_narrow_results_down_and_stand_in_the_address(someone: SearchReader) -> None:
    someone.go("search/")
    someone.find("harbour")
    events = _counted(someone.page, "kind", "Event")
    someone.page.select_option("select[name=kind]", "Event")
    someone.page.wait_for_function("() => !document.querySelector('.pf-skeleton')")
    assert {kind[0] for kind in _kinds(someone)} == {"Event"}
    assert len(_kinds(someone)) == events
    assert someone.page.url == f"{someone.home}search/?q=harbour&kind=Event"
    someone.page.reload(wait_until="networkidle")
    assert len(_kinds(someone)) == events
    assert someone.page.input_value(".search-page input") == "harbour"


def test_facets_find_without_words(someone: SearchReader) -> None:
    someone.go("search/")
    assert not someone.page.locator(".search-result").count()
    someone.page.select_option("select[name=status]", "Disputed")
    disputed = _kinds(someone)
    assert {tuple(kind[:2]) for kind in disputed} == {("Event", "Disputed"), ("Disagreement", "Disputed")}
    assert _counted(someone.page, "kind", "Event") == sum(kind[0] == "Event" for kind in disputed)
    someone.page.select_option("select[name=status]", "")
    someone.page.select_option("select[name=date]", "2016")
    someone.page.wait_for_function(
        "() => document.querySelector('.search-kind')?.textContent.includes('2016')"
    )
    assert {kind[-1] for kind in _kinds(someone)} == {"2016"}


def test_the_keys_lead_to_the_field_of_the_search_page(someone: SearchReader) -> None:
    someone.go("search/?q=Mirel")
    someone.page.wait_for_selector(RESULTS)
    assert not someone.page.locator(".search-plain").is_visible()
    someone.page.evaluate("document.activeElement.blur()")
    someone.page.keyboard.press("/")
    assert someone.page.evaluate("document.activeElement.matches('.search-page input')")
    assert someone.page.input_value(".search-page input") == "Mirel"


def test_arabic_pages_are_searched_in_arabic_from_right_to_left(browser: Browser, publish: Publish) -> None:
    with reading(browser, publish("arabic")) as someone:
        someone.go()
        someone.open()
        found = someone.find("ملكة")  # without the article that every page gives it with
        assert "الملكة ميريل" in found
        assert (
            someone.page.locator("dialog .pf-results").evaluate("(list) => getComputedStyle(list).direction")
            == "rtl"
        )
        assert someone.page.inner_text(".pf-input-clear") == "امسح"
        someone.go("search/?q=Mirel")
        assert someone.titles()[0] == "الملكة ميريل"
        assert (
            someone.page.locator(".search-facets").evaluate("(row) => getComputedStyle(row).direction")
            == "rtl"
        )
        assert someone.page.inner_text(".pf-input-clear") == "امسح"


@pytest.mark.parametrize("mode", ["light", "dark", "phone", "phone-dark"])
@pytest.mark.parametrize("site", ["world", "arabic"])
def test_the_dialog_and_the_page_are_for_everybody(
    browser: Browser, publish: Publish, site: str, mode: str
) -> None:
    with reading(browser, publish(site), mode) as someone:
        someone.go()
        someone.open()
        someone.find("Mirel")
        assert not within(axe(someone.page), "dialog", "pf-", "search-")
        someone.go("search/?q=Mirel")
        someone.titles()
        assert not within(axe(someone.page), "select", "pf-", "search-", "pfmod-")


def within(findings: list[str], *parts: str) -> list[str]:
    """What axe finds in the search: what else is on the page has tests of its own."""
    return [finding for finding in findings if any(part in finding.partition(": ")[0] for part in parts)]


def test_a_host_without_the_index_leaves_the_list_of_everything(browser: Browser, publish: Publish) -> None:
    home = publish("world")
    with reader(browser, home, "light") as context:
        context.route("**/pagefind/**", lambda route: route.abort())
        page = context.new_page()
        page.goto(home + "timeline/")
        page.click(".search-opener")
        page.wait_for_url(f"{home}a-z/")
        page.goto(home + "search/")
        page.wait_for_selector("article a[href$='a-z/']:visible")


def test_without_scripts_the_search_page_says_so_and_leads_on(browser: Browser, publish: Publish) -> None:
    home = publish("world")
    with reader(browser, home, "plain-dark") as context:
        page = context.new_page()
        page.goto(home + "search/")
        page.click(".search-plain a")
        page.wait_for_url(f"{home}a-z/")
        page.goto(home)
        page.click(".search-opener")
        page.wait_for_url(f"{home}a-z/")


def test_first_results_cost_less_than_225_kilobytes(browser: Browser, publish: Publish) -> None:
    with reading(browser, publish("default")) as someone:
        someone.go("actors/")
        before = sum(someone.sent.values())
        someone.open()
        someone.page.fill("dialog input", "damascus")
        someone.titles()
        cost = (sum(someone.sent.values()) - before) / 1000
        LEDGER.record("Search, from its opening to first results", "<= 225 KB", f"{cost:.0f} KB")
        assert cost <= 225


FRENCH = ("route", "pont", "moulin", "café", "Café", "l’eau", "d’Alep", "11–12", "la", "le", "soldats")
MANY = """<html lang="fr"><head><meta data-pagefind-meta="title[content]" content="{title}">
<meta data-pagefind-meta="names[content]" content="Nom{n}, Le Café {n}">
<meta data-pagefind-filter="kind[content]" content="K{kind}"></head>
<body><div data-pagefind-body><p>{words}</p></div></body></html>"""
SEARCHED = """async (searches) => {
    const pagefind = await import("./pagefind/pagefind.js");
    await pagefind.options({ baseUrl: "/", ranking: { metaWeights: { title: 1, names: 10 } } });
    await pagefind.filters();
    const answers = [];
    for (const [words, filters] of searches) {
        const { results, filters: found, totalFilters } = await pagefind.search(words, { filters });
        const pages = await Promise.all(results.map((result) => result.data()));
        const shown = pages.map(({ url, excerpt }, at) => [url, results[at].score, excerpt]);
        answers.push({ shown, found, totalFilters });
    }
    return answers;
}"""


SEARCHES = (
    ["rarissime", {}],
    ["la", {}],
    ["soldats", {"kind": "K1"}],
    ["Le Café 40", {}],
    ["café route", {}],
    ["Alep", {}],
    ["d'Alep", {}],
    ["12", {"kind": "K2"}],
    ["11-12", {}],
    [None, {"kind": "K0"}],
    ["inconnu", {}],
    ['"pont moulin"', {}],
)


def many_pages() -> dict[str, str]:
    many = {}
    for n in range(120):
        chance = Random(n)
        said = " ".join(chance.choices(FRENCH, k=chance.randrange(20, 90)))
        said += " rarissime" if n == 77 else ""
        title = f"Page {n} {chance.choice(FRENCH)}"
        many[f"p{n}/index.html"] = MANY.format(n=n, title=title, kind=n % 3, words=said)
    return many


def test_what_was_kept_is_searched_as_if_pagefind_had_read_all_pages_at_once(
    browser: Browser, host: Host, tmp_path: Path
) -> None:
    many = many_pages()
    store = Store(tmp_path / "store")
    pages = {path: html.encode() for path, html in many.items()}
    before = b"<html lang='fr'><body><p data-pagefind-body>Avant</p></body></html>"
    search_bundle(pages | {"p7/index.html": before}, store)
    spelled = [(path, in_ascii(html)) for path, html in many.items()]
    bundles = {"kept": search_bundle(pages, store), "own": bundle(spelled, "h1")}
    answers = {}
    for name, files in bundles.items():
        for below, content in ({"index.html": b'<html lang="fr"></html>'} | files).items():
            path = tmp_path / name / ("pagefind" if below in files else "") / below
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        with reader(browser, host.publish(f"search-{name}", tmp_path / name), "light") as context:
            page = context.new_page()
            page.goto(host.address(f"search-{name}"))
            answers[name] = page.evaluate(SEARCHED, list(SEARCHES))
    for asked, ours, theirs in zip(SEARCHES, answers["kept"], answers["own"], strict=True):
        theirs["shown"] = json.loads(as_written(json.dumps(theirs["shown"], ensure_ascii=False).encode()))
        assert ours == theirs, asked
        assert ours["shown"] or asked[0] == "inconnu"
