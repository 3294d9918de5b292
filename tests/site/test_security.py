"""The policy lets in what the page came with, and nothing else."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import build, live
from generator.site.security import Policy, protect, protected
from tests.site.tiny import tiny

PAGE = '<!doctype html>\n<html><head>\n <meta charset="utf-8">\n{head}</head><body>{body}</body></html>\n'


def page(body: str = "", head: str = "") -> str:
    return PAGE.format(head=head, body=body)


def directives(text: str) -> dict[str, list[str]]:
    """The policy that stands in a page."""
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
    assert found
    parts = (part.split() for part in found[1].split("; "))
    return {name: sources for name, *sources in parts}


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_nothing_is_let_in_by_default() -> None:
    assert directives(protected(page())) == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
    }


def test_the_policy_stands_before_all_that_it_governs() -> None:
    text = protected(page(head="<script>run()</script>"))
    assert re.search(r'<head>\s*<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"', text)
    assert text.index("Content-Security-Policy") < text.index("<script>")
    assert text.encode().index(b"charset") < 1024  # where browsers look for it


@settings(deadline=None)
@given(st.text(st.characters(exclude_characters="<\r", exclude_categories=["Cs"])))
def test_inline_scripts_go_in_by_hash(code: str) -> None:
    assert directives(protected(page(f"<script>{code}</script>")))["script-src"] == ["'self'", hashed(code)]


def test_a_script_is_hashed_as_browsers_read_it() -> None:
    assert hashed("a\nb\nc") in Policy.of(page("<script>a\r\nb\rc</script>")).content(wasm=False)


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">{}</script>',
        '<script id="__config" type="application/json">{}</script>',
        '<script type="text/x-template"><b></b></script>',
        '<script src="run.js"></script>',
    ],
)
def test_data_and_files_need_no_hash(script: str) -> None:
    assert directives(protected(page(script)))["script-src"] == ["'self'"]


@pytest.mark.parametrize("attributes", ["", ' type="module"', " type='text/javascript'", " async"])
def test_every_kind_of_script_that_runs_is_known(attributes: str) -> None:
    assert hashed("x") in Policy.of(page(f"<script{attributes}>x</script>")).content(wasm=False)


def test_styles_of_a_page_go_in_one_by_one() -> None:
    body = "<style>b{color:red}</style><td style=\"text-align: right\">1</td><i class='x' style='top:0'></i>"
    sources = directives(protected(page(body)))["style-src"]
    assert set(sources) == {
        "'self'",
        "'unsafe-hashes'",
        hashed("b{color:red}"),
        hashed("text-align: right"),
        hashed("top:0"),
    }
    assert "'unsafe-inline'" not in Policy.of(page(body)).content(wasm=False)


def test_a_style_inside_a_script_is_no_style() -> None:
    assert directives(protected(page("<script>x = '<i style=\"a\">'</script>")))["style-src"] == ["'self'"]


def test_handlers_stay_out() -> None:
    assert "unsafe" not in Policy.of(page('<a onclick="run()">x</a>')).content(wasm=False)


def test_pages_of_a_site_may_compile_webassembly_which_its_search_needs(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(page(), encoding="utf-8")
    protect(tmp_path)
    assert "'wasm-unsafe-eval'" in (tmp_path / "index.html").read_text("utf-8")
    assert "'wasm-unsafe-eval'" not in Policy.of(page()).content(wasm=False)


def test_other_files_and_pages_without_a_head_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_bytes(b'{"a": "<head>"}')
    protect(tmp_path)
    assert (tmp_path / "data.json").read_bytes() == b'{"a": "<head>"}'
    assert protected("<p>words\r\n") == "<p>words\r\n"


def test_a_header_is_no_head() -> None:
    assert protected("<header>words</header>") == "<header>words</header>"


@pytest.mark.builds
def test_a_preview_stays_open_to_live_reload(tmp_path: Path) -> None:
    site = live.build_preview(tiny(tmp_path), build.BuildOptions()).site
    assert "Content-Security-Policy" not in (site / "index.html").read_text("utf-8")
    assert not (site / "assets/cards").exists()
