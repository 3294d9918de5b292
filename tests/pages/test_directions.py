"""Names of the other direction are isolated wherever words are joined, on pages of either direction."""

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.build import BuildOptions, build
from generator.editor.scaffold import new
from generator.views.isolation import direction_in, isolated, joined_apart, runs
from tests.directions import loose

FSI, PDI = "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("words", "direction", "apart"),
    [
        ("الجزيرة, 8 December", "ltr", ["الجزيرة"]),
        ("قناة 24, 8 December", "ltr", ["قناة 24"]),
        ("قناة 24", "ltr", ["قناة 24"]),
        ("Al Jazeera, 8 December", "ltr", []),
        ("12–18, 7.5 %", "ltr", []),
        ("a report of الشرق الأوسط and الحياة", "ltr", ["الشرق الأوسط", "الحياة"]),
        ("הארץ, May 3", "ltr", ["הארץ"]),
        ("Reuters, 8 ديسمبر", "rtl", ["Reuters"]),
        ("Channel 24، 8 ديسمبر", "rtl", ["Channel 24"]),
        ("بحسب Al-Monitor في 8 ديسمبر", "rtl", ["Al-Monitor"]),
        ("من 12 إلى 18", "rtl", []),
        ("ملف report-2.pdf صفحة 3", "rtl", ["report-2.pdf"]),
        ("Новая газета, 3", "rtl", ["Новая газета, 3"]),
    ],
)  # fmt: skip
def test_runs_of_the_other_direction(words: str, direction: str, apart: list[str]) -> None:
    split = runs(words, direction)
    assert "".join(run.words for run in split) == words
    assert [run.words for run in split if run.apart] == apart


def test_marks_where_there_can_be_no_elements() -> None:
    assert isolated("الجزيرة, 8 December", "ltr") == f"{FSI}الجزيرة{PDI}, 8 December"
    assert isolated("الجزيرة", "ltr") == "الجزيرة"
    assert joined_apart("الجزيرة", "ltr") == f"{FSI}الجزيرة{PDI}"
    assert joined_apart("Gazette", "ltr") == "Gazette"
    assert [direction_in(words) for words in ("3 %", "A الف", "الف A", "…")] == ["ltr", "ltr", "rtl", "ltr"]


NAMES = {"ltr": ("قناة 24", "دير الزور", "صحيفة الشرق"), "rtl": ("Channel 24", "Hadra", "Al-Sharq")}


def _renamed(told: str, names: Iterator[str]) -> str:
    """Give facts in which whatever has a name has another, a number behind it."""
    named = re.compile(r"(?m)^( *(?:- )?(?:name|short|mention|publisher|title|author):)(?! *{) [^#\n]*")
    return named.sub(lambda line: f"{line[1]} {next(names)} ", told)


@pytest.mark.builds
@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_no_page_has_loose_words_of_the_other_direction(tmp_path: Path, code: str, direction: str) -> None:
    root = tmp_path / "site"
    new(root, "sample")
    names = (f"{name} {number}" for number in count() for name in NAMES[direction])
    own = "سقط الجزء من الجسر." if direction == "rtl" else "The part fell."
    for facts in sorted((root / "content").glob("*.yml")):
        told = facts.read_text("utf-8").replace("languages: [en]", f"languages: [{code}]")
        told = re.sub(r"(?m)^( *(?:- )?says:) .*$", rf"\1 {own}", _renamed(told, names))
        facts.write_text(re.sub(r"(?m)^ *url: .*\n", "", told), "utf-8")
    site = build(root, BuildOptions(editions=False)).site
    for page in sorted(site.rglob("*.html")):
        below = page.relative_to(site).parts
        if below[0] not in ("search", "about"):  # about/ is written by hand
            assert (page.relative_to(site), loose(page.read_text("utf-8"))) == (page.relative_to(site), [])
    for feed in site.rglob("*.atom"):
        for line in ElementTree.parse(feed).getroot().itertext():
            marked = re.sub(f"{FSI}[^{PDI}]*{PDI}", "", line)
            assert len(runs(marked.strip(), direction)) < 2, line
