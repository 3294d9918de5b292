"""The default explainer: mistakes made in it are named, and an earlier edition keeps its secrets."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.derive.control import control
from generator.derive.index import index
from generator.derive.known_days import known_day
from generator.derive.snapshot import known_at
from generator.load import load
from generator.model.refs import parse_target
from generator.pages.render import render
from generator.press.editions import edition_pages
from generator.site.manifest import FORMAT, NAME
from tests.built import REPOSITORY, lay_out
from tests.press.test_editions import CLAIMS

Mistake = Callable[[Path], tuple[str, int]]  # edits a copy; gives the file and line to be named


def _file_with(root: Path, text: str) -> Path:
    return next(path for path in sorted((root / "content").rglob("*.yml")) if text in path.read_text("utf-8"))


def _line_of(path: Path, text: str) -> int:
    return next(n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if text in line)


def _replaced(before: str, after: str, marker: str = "") -> Mistake:
    def edit(root: Path) -> tuple[str, int]:
        path = _file_with(root, before)
        text = path.read_text("utf-8")
        path.write_text(text.replace(before, after, 1), "utf-8")
        return path.relative_to(root).as_posix(), _line_of(path, marker or after.splitlines()[-1].strip())

    return edit


def _missing_citation(root: Path) -> tuple[str, int]:
    path = root / "content" / "timeline" / "added.yml"
    path.write_text(
        "- id: added-event\n  occurred: 2024-12-01\n  title: An added event\n  claims:\n"
        "    - id: first\n      says: Something happened.\n      by: sohr\n",
        "utf-8",
    )
    return "content/timeline/added.yml", 5


def _low_above_high(root: Path) -> tuple[str, int]:
    path = _file_with(root, "low: 5000")
    path.write_text(path.read_text("utf-8").replace("low: 5000", "low: 50000", 1), "utf-8")
    return path.relative_to(root).as_posix(), _line_of(path, "low: 50000")


def _invalid_utf8(root: Path) -> tuple[str, int]:
    path = root / "content" / "explainer.yml"
    data = path.read_bytes()
    line = data.split(b"\n")[0]
    path.write_bytes(data.replace(line, line + b"\n# \xff\xfe", 1))
    return "content/explainer.yml", 2


def _added(text: str, line: int) -> Mistake:
    def edit(root: Path) -> tuple[str, int]:
        (root / "content" / "timeline" / "added.yml").write_text(text, "utf-8")
        return "content/timeline/added.yml", line

    return edit


_BOMB = "- &a [x, x]\n" + "".join(
    f"- &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

MISTAKES: dict[str, Mistake] = {
    "dangling id": _replaced("by: sohr\n", "by: soohr\n", "by: soohr"),
    "repeated key": _replaced("  key: true\n", "  key: true\n  key: false\n", "  key: false"),
    "unknown key": _replaced("  favours: [opposition]", "  favors: [opposition]", "favors:"),
    "tab": _added("- id: added-event\n\toccurred: 2024-12-01\n", 2),
    "impossible date": _replaced("occurred: 2024-11-30\n", "occurred: 2024-11-31\n", "2024-11-31"),
    "no as a name": _replaced("  name: Hezbollah\n", "  name: no\n", "  name: no"),
    "unquoted 12:30": _replaced("  title: Damascus falls\n", "  title: 12:30\n", "  title: 12:30"),
    "missing citation": _missing_citation,
    "low above high": _low_above_high,
    "invalid UTF-8": _invalid_utf8,
    "python tag": _added("- id: !!python/object/apply:os.system [date]\n", 1),
    "alias bomb": _added(_BOMB, 1),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    root = lay_out(REPOSITORY / "content", tmp_path / "copy")
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("the last good site", "utf-8")
    (root / "site" / NAME).write_text(json.dumps({"format": FORMAT}), "utf-8")
    return root


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_at_its_line_and_nothing_is_lost(name: str, copy: Path) -> None:
    file, line = MISTAKES[name](copy)
    result = CliRunner().invoke(main, ["build", str(copy)])
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    assert f"{file}:{line}:" in result.output
    assert (copy / "site" / "index.html").read_text("utf-8") == "the last good site"
    assert not (copy / "docs" / "index.md").exists()


def test_the_default_content_has_no_problem() -> None:
    result = CliRunner().invoke(main, ["check", str(REPOSITORY)])
    assert result.exit_code == 0, result.output
    assert "0 warnings" in result.output or not result.stdout, result.output


class TestEditionOf30November:
    DAY = date(2024, 11, 30)

    def test_nothing_published_later_is_in_it(self) -> None:
        facts = load(REPOSITORY).facts
        edition = known_at(facts, self.DAY)
        assert edition.events
        later = [ref for _, ref, s in edition.each_statement() if known_day(s.cite, facts) > self.DAY]
        assert not later
        assert not [
            s.id for s in edition.sources if (s.published.last_day if s.published else s.accessed) > self.DAY
        ]

    @pytest.mark.parametrize("place", ["homs", "damascus"])
    def test_the_government_still_holds(self, place: str) -> None:
        edition = known_at(load(REPOSITORY).facts, self.DAY)
        holders = {held.holder for held in control(edition).on(place, self.DAY)}
        assert holders == {"syrian-government"} or holders == {"government"}

    def test_no_page_names_a_later_day_as_known(self) -> None:
        edition = known_at(load(REPOSITORY).facts, self.DAY)
        pages = "\n".join(page.text for page in render(edition, "en"))
        # When an editor read or reviewed something is no news of the story.
        text = "\n".join(
            line
            for line in pages.splitlines()
            if "accessed" not in line and "Reviewed" not in line and not line.startswith("date: ")
        )
        assert "The fall of Damascus" not in text
        assert not [words for words in ("December 2024", "Dec 2024", "2025", "2026") if words in text]


@pytest.mark.long
def test_no_edition_rests_on_anything_known_later() -> None:
    facts = load(REPOSITORY).facts
    known = index(facts).known_days
    for edition in edition_pages(facts, "en", {day for day in known.values() if day <= facts.edition_day}):
        for path, version in edition.pages.items():
            told = (ref for refs in CLAIMS.findall(version.page.text) for ref in refs.split())
            late = [ref for ref in told if known[parse_target(ref)] > edition.day]
            assert not late, (edition.day, path)
            if path.startswith("sources/") and path != "sources/index.md":
                assert facts.source_days[Path(path).stem] <= edition.day, (edition.day, path)
