"""What is kept of an earlier index changes nothing but the time: readers get the bundle of a clean build."""

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest

from generator.site import search
from generator.site.files import SiteError
from generator.site.last_site import SiteChanges, SiteFiles
from generator.site.pagefind import bundle, bundles
from generator.site.publish import Destination, publish
from generator.site.search import SearchedPage, volumes
from generator.site.search_html import as_written, for_search, in_ascii
from generator.site.search_parts import decoded, taken_apart
from generator.store import Store
from tests.site.searching import search_bundle

pytestmark = pytest.mark.builds

WORDS = "mill bridge Ondra café cafe river-gate Queen's l’écluse 11–12 1,200 naïve Naive the of"
PAGE = """<html lang="{language}"><head>
<meta data-pagefind-meta="title[content]" content="{title}">
<meta data-pagefind-filter="kind[content]" content="{kind}">{names}</head>
<body><div data-pagefind-body><h1>{title}</h1><h2 id="part">Part</h2><p>{words}</p></div></body></html>"""
NAMES = '<meta data-pagefind-meta="names[content]" content="{names}">'


def page(n: int, seed: int = 0, language: str = "en") -> bytes:
    chance = random.Random(f"{n} {seed}")
    words = " ".join(chance.choices(WORDS.split(), k=30)) + f" rare{n}"
    names = NAMES.format(names=f"Nam{n}, Café {n}") if n % 3 else ""
    title, kind = f"Title {n} mill", f"Kind {n % 4}"
    return PAGE.format(language=language, title=title, kind=kind, names=names, words=words).encode()


def site(count: int) -> dict[str, bytes]:
    pages = {f"{'events' if n % 2 else 'places'}/p{n}/index.html": page(n) for n in range(count)}
    return {"index.html": page(999), "about/plain.html": page(998), **pages}


def content(files: dict[str, bytes]) -> dict[str, Any]:
    """What a bundle says, whatever its files are called: the words, texts and facets of its pages."""
    said: dict[str, Any] = {}
    entry = json.loads(files["pagefind-entry.json"])
    for language, about in entry["languages"].items():
        meta = decoded(files[f"pagefind.{about['hash']}.pf_meta"])
        words = [word for chunk in meta[2] for word in decoded(files[f"index/{chunk[2]}.pf_index"])[0]]
        said[language] = {
            "pages": [gzip.decompress(files[f"fragment/{name}.pf_fragment"]) for name, _ in meta[1]],
            "counts": [count for _, count in meta[1]],
            "ranges": [chunk[:2] for chunk in meta[2]],
            "words": [[word, pages, sorted(variants)] for word, pages, variants in words],
            "facets": {name: sorted(decoded(files[f"filter/{file}.pf_filter"])[1]) for name, file in meta[3]},
            "rest": [meta[0], *meta[4:]],
            "entry": {name: value for name, value in about.items() if name != "hash"},
        }
    return said


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(search, "_VOLUME", 4)
    return Store(tmp_path / "store")


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the pages that Pagefind was given."""
    given: list[str] = []

    def noting(pages, left_out):
        given.extend(path for path, _ in pages)
        return bundles(pages, left_out)

    monkeypatch.setattr(search, "bundles", noting)
    return given


def test_the_bundle_is_what_pagefind_makes_of_all_pages_together(store: Store) -> None:
    """Then results, their order and the counts of facets are its own too."""
    pages = site(150)
    search_bundle(dict(list(pages.items())[:90]), store)
    ours = search_bundle(pages, store)
    told = [(path, in_ascii(html.decode())) for path, html in pages.items()]
    theirs = content(bundle(told, search._LEFT_OUT))
    theirs["en"]["pages"] = [as_written(text) for text in theirs["en"]["pages"]]
    assert content(ours) == theirs
    assert len(theirs["en"]["pages"]) == 152


def test_many_words_are_shared_out_to_files_as_pagefind_does() -> None:
    words = [f"w{number * 7919 % 9973:05}" for number in range(900)]
    many = {f"p{n}.html": page(n).replace(b"</p>", f" {' '.join(words)}</p>".encode()) for n in range(60)}
    theirs = content(bundle([(path, in_ascii(html.decode())) for path, html in many.items()], "h1"))
    ours = content(search_bundle(many))
    assert len(ours["en"]["ranges"]) > 2
    assert ours["en"]["ranges"] == theirs["en"]["ranges"]


@pytest.mark.parametrize("seed", range(4))
def test_edits_with_a_store_give_the_bytes_of_a_clean_build(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    pages = site(20)
    search_bundle(pages, store)
    for step in range(3):
        for path in chance.sample(sorted(pages), 3):
            html = pages.pop(path)
            match chance.randrange(4):
                case 0:
                    pages[path] = page(chance.randrange(30), step + 1)
                case 1:
                    pages[f"moved/{path}"] = html
                case 2:
                    pages[path] = page(chance.randrange(30), step, chance.choice(["fr", "ar"]))
        pages = {path: pages[path] for path in sorted(pages)}
        assert search_bundle(pages, store) == search_bundle(pages)


def test_an_edit_indexes_one_volume(store: Store, sent: list[str]) -> None:
    pages = site(40)
    search_bundle(pages, store)
    assert sorted(sent) == sorted(pages)
    sent.clear()
    search_bundle(pages, store)
    assert not sent
    search_bundle(pages | {"places/p6/index.html": page(6, 1)}, store)
    (volume,) = [volume for volume in volumes(pages) if "places/p6/index.html" in volume]
    assert sorted(sent) == sorted(volume)
    assert len(volume) <= 4


def test_a_new_page_leaves_all_volumes_but_its_own() -> None:
    paths = [f"events/e{n}/index.html" for n in range(500)]
    before = {tuple(volume) for volume in volumes(paths)}
    assert sorted(path for volume in before for path in volume) == sorted(paths)
    assert max(map(len, before)) <= 24
    after = {tuple(volume) for volume in volumes([*paths, "events/new/index.html"])}
    assert len(before - after) == 1
    assert 1 <= len(after - before) <= 3
    assert volumes(reversed(paths)) == volumes(paths)


@pytest.mark.parametrize("damage", [b"", b"{", bytes(range(64))])
def test_a_damaged_store_is_made_again(store: Store, tmp_path: Path, sent: list[str], damage: bytes) -> None:
    pages = site(12)
    clean = search_bundle(pages, store)
    for kept in (tmp_path / "store").rglob("*"):
        if kept.is_file():
            kept.write_bytes(damage)
    assert search_bundle(pages, store) == clean
    sent.clear()
    assert search_bundle(pages, store) == clean
    assert not sent


def test_what_a_language_needs_is_made_again_alone(store: Store, sent: list[str]) -> None:
    pages = site(12) | {"fr/index.html": page(3, 0, "fr")}
    clean = search_bundle(pages, store)
    assert {"wasm.en.pagefind", "wasm.fr.pagefind"} <= clean.keys()
    store._path(search._frame_key("fr")).unlink()
    sent.clear()
    assert search_bundle(pages, store) == clean
    assert sent == ["fr/index.html"]
    without = {path: html for path, html in pages.items() if path != "fr/index.html"}
    assert "wasm.fr.pagefind" not in search_bundle(without, store)


@pytest.mark.parametrize("pages", [{}, {"index.html": b"<p data-pagefind-body data-pagefind-ignore>x</p>"}])
def test_a_site_without_anything_to_find_has_a_bundle(store: Store, pages: dict[str, bytes]) -> None:
    clean = search_bundle(pages)
    assert "pagefind.js" in clean
    assert search_bundle(pages, store) == search_bundle(pages, store) == clean


def test_the_files_of_the_last_index_stay_while_they_are_the_same(tmp_path: Path) -> None:
    site, store = tmp_path / "site", Store(tmp_path / "store")

    def written(name: str, seed: int) -> SiteChanges | None:
        files = SiteFiles(tmp_path / name / "site", site, tmp_path / "known")
        pages = {"e/index.html": page(1, seed), "index.html": page(2)}
        search.write_index(files, {path: SearchedPage.of(html) for path, html in pages.items()}, store)
        changes = files.changes()
        publish(tmp_path / name, Destination(site, site_changes=changes))
        files.save()
        return changes

    def lying() -> dict[str, bytes]:
        folder = site / "pagefind"
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}

    assert written("first", 0) is None  # nothing stays, as nothing was there
    first = lying()
    assert written("second", 0) == SiteChanges((), ())
    (site / "pagefind/pagefind.js").write_bytes(b"touched by somebody")
    assert written("third", 0) == SiteChanges(("pagefind/pagefind.js",), ())
    assert lying() == first
    changes = written("fourth", 1)
    assert changes
    assert "pagefind/pagefind.js" not in changes.written
    assert [path for path in changes.stale if path.startswith("pagefind/fragment/")]
    assert lying().keys() != first.keys()
    assert lying().items() <= search_bundle({"e/index.html": page(1, 1), "index.html": page(2)}).items()


def test_an_unknown_layout_is_said_in_words() -> None:
    files = bundle([("e/index.html", page(1).decode())], "nav")
    (name,) = (path for path in files if path.endswith(".pf_meta"))
    with pytest.raises(SiteError, match="pagefind writes its index in a way that is not known"):
        taken_apart(files | {name: gzip.compress(b"pagefind_dcd\x80")})


def words_of(html: str, language: str = "en") -> set[str]:
    body = f'<html lang="{language}"><body><div data-pagefind-body><p>{html}</p></div></body></html>'
    (said,) = content(search_bundle({"index.html": body.encode()})).values()
    assert json.loads(said["pages"][0].removeprefix(b"pagefind_dcd"))["content"].rstrip(".") in html.replace(
        "<b>", ""
    ).replace("</b>", "")
    return {word for word, _, _ in said["words"]}


@pytest.mark.parametrize(
    ("html", "language", "found"),
    [
        ("of 11–12 December", "en", {"11", "12", "1112"}),
        ("the city’s gate", "en", {"citi"}),
        ("la route d’Alep", "fr", {"alep", "dalep"}),
        ("la route d’<b>Alep</b>", "fr", {"alep", "dalep"}),
        ("Damas–Homs", "fr", {"dam", "hom"}),
        ("دخل والجيش", "ar", {"جيش", "والجيش"}),
        ("l’Iran", "fr", {"iran", "liran"}),
        ("2011—2024", "en", {"2011", "2024"}),
        ("north‑east", "en", {"north", "east"}),
        ("he went…then", "en", {"then"}),
        ("«Alep»", "fr", {"alep"}),
        ("Homs·Hama→Alep", "fr", {"hom", "ham", "alep"}),
        ("דמשק־חלב", "he", {"חלב"}),
        ("Maʿarrat al-Nuʿmān", "de", {"maarrat", "numan"}),
        ("ʿAyn al-ʿArab", "de", {"ayn", "arab"}),
        ("Sabʿ Abkar", "fr", {"sab"}),
        ("mid\u00addle", "de", {"middl"}),
        ("می\u200cروم", "fa", {"روم"}),
    ],
)
def test_parts_of_words_are_found_however_they_are_joined(html: str, language: str, found: set[str]) -> None:
    assert found <= words_of(html, language)


@pytest.mark.parametrize(
    "html",
    [
        "a – b, ‘quoted’ “so”… and more",
        '<a href="#l’an" title="11–12">x</a>',
        "it says `--` already, 11–12",
        "بوالد",
        "plain-words don't change",
    ],
)
def test_nothing_else_is_spelled_out(html: str) -> None:
    assert in_ascii(html) == html


def test_what_was_spelled_out_is_written_as_before() -> None:
    html = "<p>l’<b>an</b> 11–12 mid·dle والجيش ʿAyn Nuʿmān Homs→Hama</p>"
    html += '<meta data-pagefind-meta="title[content]" content="d’A ʾIdlib">'
    spelled = in_ascii(html)
    assert not [sign for sign in "’–·" if sign in spelled]
    assert as_written(spelled.encode()) == html.encode()


def test_what_changes_on_every_page_is_no_reason_to_index_it() -> None:
    built = (
        '<html lang="en"><head><title>{0}</title><!--page:facets--><meta name="f"><!--/page:facets--></head>'
        '<body><nav>{0}</nav><!--page:body--><div data-pagefind-body><p class="as-of">{0}</p>'
        "<p>Said.</p><footer><nav>{0}</nav>{0}</footer></div><!--/page:body-->{0}</body></html>"
    )
    first, second = (for_search([("e.html", built.format(day).encode())]) for day in ("1 May", "2 May"))
    assert first == second
    assert b"Said." in first["e.html"] and b'<meta name="f">' in first["e.html"]


def test_a_theme_without_marks_is_read_whole() -> None:
    plain = {"a.html": b"<html><body><p>A</p></body></html>", "b.html": b"<html><body><p>B</p></body></html>"}
    assert for_search(plain.items()) == plain
    assert for_search(plain.items(), only_marked=True) == {}
    marked = b"<html><body><p data-pagefind-body>C</p></body></html>"
    assert for_search((plain | {"c.html": marked}).items()) == {"c.html": marked}
