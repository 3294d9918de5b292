"""The index is complete, clean, the same every time, and nothing of it is fetched before it is used."""

import gzip
import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from generator.build import BuildOptions, build
from generator.site import pagefind, search
from generator.site.builders import BUILDERS
from generator.site.files import SiteError
from generator.site.last_site import SiteFiles
from generator.site.pagefind import bundle
from tests.built import REPOSITORY, built, pages, spoken
from tests.site.searching import search_bundle
from tests.site.tiny import tiny

pytestmark = pytest.mark.builds

RECORDS = ("events/", "cities/", "actors/", "questions/", "sources/")
PAGE = """<html lang="en"><head><title>x</title>
<meta data-pagefind-filter="kind[content]" content="{kind}">
<meta data-pagefind-filter="date[content]" content="{date}"></head>
<body><article data-pagefind-body><h1>{title}</h1><p>{words}</p></article></body></html>"""


def fragments(files: dict[str, bytes]) -> dict[str, dict]:
    """What the index holds of each page, by its address."""
    opened = [gzip.decompress(content) for path, content in files.items() if path.startswith("fragment/")]
    read = [json.loads(content.removeprefix(b"pagefind_dcd")) for content in opened]
    return {fragment["url"]: fragment for fragment in read}


def written(site: Path) -> dict[str, bytes]:
    folder = site / "pagefind"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def is_record(path: str, page: html.HtmlElement) -> bool:
    """Whether it is the page of a record, not one that says what became of a record."""
    return (
        path.startswith(RECORDS)
        and path.count("/") == 2
        and not page.cssselect("meta[name=robots], meta[http-equiv=refresh]")
    )


@pytest.mark.parametrize("builder", BUILDERS)
def test_each_builder_gets_the_index_and_none_of_the_themes(builder: str) -> None:
    site = built("world", builder)
    indexed = fragments(written(site))
    for path, page in pages(site).items():
        if is_record(path, page):
            assert f"/{path.removesuffix('index.html')}" in indexed
    assert {"/casualties/", "/about/"} <= indexed.keys()
    assert "/disagreements/" not in indexed  # it lists what has pages of its own
    assert [path for path in indexed if path.startswith("/disagreements/")]
    names = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    assert not [name for name in names if re.search(r"lunr|search_index|search\.json|workers", name)]
    for page in pages(site).values():
        assert not page.cssselect("[data-md-component^=search], .md-search, [for=__search]")
        assert not page.xpath("//form[@name='search']")


def test_pages_that_list_others_are_left_out() -> None:
    indexed = fragments(written(built("world")))
    listing = {"/", "/timeline/", "/cities/", "/actors/", "/questions/", "/sources/", "/a-z/", "/search/"}
    assert not listing & indexed.keys()


@pytest.mark.parametrize("name", ["world", "arabic"])
def test_no_page_fetches_anything_of_pagefind(name: str) -> None:
    for path, page in pages(built(name)).items():
        fetched = page.xpath("//@src | //link/@href")
        assert not [address for address in fetched if "pagefind" in address], path
        # These stand in templates until they are used.
        assert not page.xpath("(//pagefind-modal | //pagefind-input)[not(ancestor::template)]"), path


def test_the_script_is_small_and_has_nothing_inline() -> None:
    script = (REPOSITORY / "theme/assets/search.js").read_bytes()
    assert len(gzip.compress(script, 9)) <= 2048
    partial = (REPOSITORY / "theme/partials/search.html").read_text("utf-8")
    assert not re.search(r"<script|<style|\son\w+=|\sstyle=", partial)


def test_without_scripts_the_way_leads_to_the_list_of_everything() -> None:
    site = built("world")
    for path, page in pages(site).items():
        (opener,) = page.cssselect(".search-opener")
        assert opener.get("aria-label")
        assert opener.get("href").endswith("./" if path.endswith("a-z/index.html") else "a-z/"), path
    (plain,) = pages(site)["search/index.html"].cssselect(".search-plain a")
    assert plain.get("href") == "../a-z/"
    assert (site / "a-z/index.html").is_file()


def facets(page: html.HtmlElement) -> dict[str, str]:
    return {
        tag.get("data-pagefind-filter").partition("[")[0]: tag.get("content")
        for tag in page.xpath("//meta[@data-pagefind-filter]")
    }


def test_pages_carry_their_facets() -> None:
    site = pages(built("world"))
    found = {path: facets(page) for path, page in site.items()}
    records = [path for path, page in site.items() if is_record(path, page)]
    kinds = {path.partition("/")[0]: found[path]["kind"] for path in records}
    assert kinds == {
        "events": "Event",
        "cities": "Place",
        "actors": "Actor",
        "questions": "Question",
        "sources": "Source",
    }
    assert found["events/queen-leaves/index.html"] == {
        "kind": "Event",
        "status": "Reported",
        "date": "2018-03",
    }
    assert found["sources/land-register/index.html"] == {"kind": "Source", "date": "2016"}
    assert found["casualties/index.html"] == {"kind": "Figures"}
    assert found["timeline/index.html"] == {}


def test_facets_speak_the_language_of_the_site() -> None:
    said = facets(pages(built("arabic"))["events/queen-leaves/index.html"])
    assert re.search(r"[\u0600-\u06ff]", said["status"])
    assert said["date"] == "2018-03"


def test_a_record_is_known_by_all_of_its_names_and_its_title_is_plain() -> None:
    queen = fragments(written(built("world")))["/actors/queen-mirel/"]
    assert queen["meta"]["title"] == "Queen Mirel"
    assert {"الملكة ميريل", "ميريل الأولى", "Mirel of Ondra"} <= set(queen["meta"]["names"].split(", "))
    hostile = fragments(written(built("world")))["/cities/script-airfield/"]
    assert hostile["meta"]["title"] == "<script>alert('field')</script> Airfield & \"Strip\""


def test_sources_have_no_names_and_so_come_after_what_rests_on_them() -> None:
    indexed = fragments(written(built("world")))
    assert not [
        url for url, page in indexed.items() if url.startswith("/sources/") and "names" in page["meta"]
    ]


def test_excerpts_hold_sentences_alone() -> None:
    site = built("world")
    indexed = fragments(written(site))
    page = pages(site)["events/queen-leaves/index.html"]
    said = indexed["/events/queen-leaves/"]["content"]
    (standfirst,) = page.cssselect(".standfirst")
    assert "".join(spoken(standfirst)).split(".")[0] in said
    for left_out in page.cssselect("article h2[data-editorial], article .cites, article .known"):
        assert " ".join(filter(None, map(str.strip, spoken(left_out)))) not in said


def test_nothing_that_is_searched_is_cut_away() -> None:
    site = built("world")
    whole = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    findable = [(path, html) for path, html in whole.items() if "data-pagefind-body" in html]
    theirs, ours = fragments(bundle(findable, search._LEFT_OUT)), fragments(written(site))
    for page in theirs.values():
        del page["meta"]["image"], page["meta"]["image_alt"]  # the theme's icon, which we do not show
    assert ours == theirs


def test_the_same_pages_give_the_same_bytes_whatever_the_hash_tables_do() -> None:
    many = {
        f"e{n}/index.html": PAGE.format(
            kind=f"K{n % 7}", date=f"2018-{n % 12 + 1:02}", title=f"T{n}", words="word " * (n + 1)
        ).encode()
        for n in range(40)
    }
    first, second = search_bundle(many), search_bundle(many)
    assert first.keys() == second.keys()
    assert not [path for path in first if first[path] != second[path]]
    assert len(fragments(first)) == 40


def test_settings_for_pagefind_in_the_environment_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    one = {"e/index.html": PAGE.format(kind="K", date="2018", title="T", words="unquiet").encode()}
    before = search_bundle(one)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "fr")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere")
    assert search_bundle(one) == before


def test_a_language_without_stemming_is_indexed_in_silence(capfd: pytest.CaptureFixture[str]) -> None:
    page = PAGE.format(kind="K", date="2018", title="T", words="navê min.").replace('"en"', '"ku"')
    indexed = fragments(search_bundle({"e/index.html": page.encode()}))
    assert [found["content"] for found in indexed.values()] == ["navê min."]
    assert capfd.readouterr() == ("", "")


def test_the_step_has_a_name(tmp_path: Path) -> None:
    steps: list[str] = []
    build(tiny(tmp_path / "explainer"), BuildOptions(tell=steps.append))
    assert "Indexing the pages for search" in steps


def test_an_explainer_that_keeps_the_search_of_the_theme_keeps_its_files(tmp_path: Path) -> None:
    root = tiny(tmp_path / "explainer")
    site = build(root, BuildOptions()).site
    assert (site / "search/search_index.json").is_file()
    assert list(site.glob("assets/javascripts/workers/search.*.js"))
    assert (site / "pagefind/pagefind.js").is_file()


class TestAFailureIsSaidInWords:
    def test_pagefind_is_missing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(search, "find_spec", lambda name: None)
        with pytest.raises(SiteError, match=r"pip install 'pagefind\[extended\]'"):
            search.write_index(SiteFiles(tmp_path, tmp_path / "none", tmp_path / "none"), {})

    @pytest.mark.parametrize("code", ["", "import sys; sys.stdin.buffer.read1()"])
    def test_pagefind_stops(self, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
        program = f"{code}\nimport sys\nsys.exit('no space left')"

        def stopping(aside) -> subprocess.Popen[bytes]:
            pipe = subprocess.PIPE
            return subprocess.Popen([sys.executable, "-c", program], stdin=pipe, stdout=pipe, stderr=aside)

        monkeypatch.setattr(pagefind, "_service", stopping)
        with pytest.raises(SiteError, match="pagefind could not index the site: no space left"):
            bundle([("e/index.html", "x" * 200_000)], "nav")

    def test_pagefind_refuses(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            pagefind, "_indexed", lambda service, *more: pagefind._ask(service, {"type": "Odd"})
        )
        with pytest.raises(SiteError, match=r"pagefind could not index the site: .+"):
            bundle([], "nav")

    def test_whoever_stops_a_build_leaves_no_service_behind(self, monkeypatch: pytest.MonkeyPatch) -> None:
        started, start = [], pagefind._service

        def noting(aside) -> subprocess.Popen[bytes]:
            started.append(start(aside))
            return started[-1]

        def stopped(*_) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(pagefind, "_service", noting)
        monkeypatch.setattr(pagefind, "_indexed", stopped)
        with pytest.raises(KeyboardInterrupt):
            bundle([("e/index.html", "x")], "nav")
        assert [service.returncode for service in started] == [-signal.SIGKILL]
