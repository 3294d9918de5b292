"""An address that was published does not go without a word: what would be lost is told, and what to write."""

import re
import subprocess
from pathlib import Path

import pytest

from generator.editor import scaffold
from generator.problems import Problem
from generator.rendering import check, docs_changes, read_story, rendered_pages
from generator.site import manifest
from tests.test_renames import edit, retire

DAY = "2024-06-01"


def write_docs(root: Path) -> None:
    for below, text in rendered_pages(read_story(root)).items():
        page = root / "docs" / below
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample, with docs/ as a build leaves it."""
    scaffold.new(tmp_path / "explainer", "sample")
    write_docs(tmp_path / "explainer")
    return tmp_path / "explainer"


def lost(root: Path) -> list[Problem]:
    return [problem for problem in check(root) if problem.code == "lost-address"]


def addresses(root: Path) -> list[str]:
    return [problem.message.split("`")[1] for problem in lost(root)]


def entries(root: Path) -> list[str]:
    """The first entry that each hint gives: that of a rename."""
    return [re.findall(r"`- \{(.*?)\}`", problem.hint)[0] for problem in lost(root)]


def test_nothing_is_lost_where_nothing_changed(root: Path) -> None:
    assert lost(root) == []


@pytest.mark.parametrize(
    ("old", "new", "address"),
    [
        ("railing-falls", "railing-collapses", "events/railing-falls/"),
        ("town-council", "council-of-town", "actors/town-council/"),
        ("quay", "old-quay", "cities/quay/"),
        ("radio-0515", "radio-may", "sources/radio-0515/"),
        ("why-closed", "why-shut", "questions/why-closed/"),
        ("quay-moved", "pilings-moved", "casualties/#quay-moved"),
        ("office-part-of-council", "office-of-council", "actors/bridge-office/#office-part-of-council"),
        ("hospital-3", "three-hurt", "casualties/#railing-hurt--hospital-3"),
        ("notice", "posted", "events/bridge-closes/#claim-notice"),
        ("minutes", "protocol", "actors/bridge-office/#office-part-of-council--minutes"),
    ],
)
def test_a_rename_that_nobody_told_of_is_noticed_and_the_hint_mends_it(
    root: Path, old: str, new: str, address: str
) -> None:
    edit(root, {old: new})
    assert addresses(root) == [address]
    (problem,) = lost(root)
    assert (problem.severity, problem.location.path) == ("warning", "content/retired.yml")
    (entry,) = entries(root)
    assert f"{new}, renamed: true" in entry
    retire(root, entry)
    assert lost(root) == []
    assert not [problem for problem in check(root) if problem.severity == "error"]


def test_a_build_warns_too_while_the_last_commit_has_the_page(root: Path) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=Ed", "-c", "user.email=ed@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", str(root), *who, *words], check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "First")
    edit(root, {"railing-falls": "railing-collapses", "hospital-3": "three-hurt"})
    assert [one.code for one in read_story(root).warnings].count("lost-address") == 2
    for below in docs_changes(root).stale:
        (root / "docs" / below).unlink()
    write_docs(root)
    assert addresses(root) == ["casualties/#railing-hurt--hospital-3", "events/railing-falls/"]
    git("commit", "-q", "-a", "-m", "Second")
    assert lost(root) == []


def test_what_the_last_site_had_is_known_by_its_manifest(root: Path) -> None:
    (root / "site").mkdir()
    entry = manifest.FileEntry(sha256="0" * 64, bytes=1)
    story = read_story(root)
    head = manifest.ManifestHead("Bridge", story.facts.edition_day, {})
    files = ("events/railing-jumps/index.html", "at/2020-02-02/index.html", "timeline/2023/index.html")
    manifest.write(root / "site", head, dict.fromkeys(files, entry))
    assert addresses(root) == ["at/2020-02-02/", "events/railing-jumps/"]


def test_pages_of_a_disagreement_that_is_none_any_more_are_noticed(root: Path) -> None:
    timeline = root / "content" / "timeline.yml"
    text = timeline.read_text("utf-8").replace("stance: denies", "stance: asserts")
    timeline.write_text(text, encoding="utf-8")
    assert addresses(root) == ["disagreements/overloaded-lorries/"]


def test_what_a_hand_written_page_is_called_is_nobodys_business(root: Path) -> None:
    (root / "docs" / "events" / "notes.md").write_text("# Notes\n", encoding="utf-8")
    assert lost(root) == []


def test_an_id_that_another_kind_of_record_has_now_is_told_apart(root: Path) -> None:
    (root / "docs" / "cities" / "hospital.md").write_text(
        (root / "docs" / "cities" / "quay.md").read_text("utf-8"), encoding="utf-8"
    )
    (problem,) = lost(root)
    assert "Another record is called `hospital` now" in problem.hint


def test_no_id_that_means_the_opposite_is_offered(root: Path) -> None:
    edit(root, {"railing-falls": "railing-rises"})
    (entry,) = entries(root)
    assert "now: NEW-ID, renamed: true" in entry
