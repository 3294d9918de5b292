"""An address that was published does not go without a word: what would be lost is told, and what to write."""

import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.build import BuildOptions, build
from generator.editor import scaffold
from generator.problems import ContentError, Problem
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
    assert addresses(root) == ["at/2020-02-02/", "events/railing-jumps/", "timeline/2023/"]


def test_feed_and_card_are_named_beside_their_page(root: Path) -> None:
    edit(root, {"railing-falls": "railing-collapses", "why-closed": "why-shut", "radio-0515": "radio-may"})
    assert [re.findall("`(.+?)`", problem.message)[1:] for problem in lost(root)] == [
        ["assets/cards/event/railing-falls.png", "feeds/events/railing-falls.atom"],
        ["assets/cards/question/why-closed.png"],
        [],
    ]
    retire(root, *entries(root))
    assert lost(root) == []


def test_archives_of_feeds_are_known_by_the_manifest(root: Path) -> None:
    (root / "site").mkdir()
    story = read_story(root)
    head = manifest.ManifestHead("Bridge", story.facts.edition_day, {})
    files = (
        "feeds/changes.atom",
        "feeds/changes/2023-04.atom",
        "feeds/changes/2023-04.json",
        "feeds/cities/quay/2023.atom",
        "feeds/actors/nobody/2023.atom",
        "actors/nobody/index.html",
        "assets/cards/actor/nobody.png",
    )
    entry = manifest.FileEntry(sha256="0" * 64, bytes=1)
    manifest.write(root / "site", head, dict.fromkeys(files, entry))
    assert [re.findall("`(.+?)`", problem.message) for problem in lost(root)] == [
        ["actors/nobody/", "assets/cards/actor/nobody.png", "feeds/actors/nobody/2023.atom"],
        ["feeds/changes/2023-04.atom"],
        ["feeds/cities/quay/2023.atom"],
    ]


def test_pages_of_a_disagreement_that_is_none_any_more_are_noticed(root: Path) -> None:
    timeline = root / "content" / "timeline.yml"
    text = timeline.read_text("utf-8").replace("stance: denies", "stance: asserts")
    timeline.write_text(text, encoding="utf-8")
    assert addresses(root) == ["disagreements/overloaded-lorries/"]


def differ_no_more(root: Path) -> None:
    timeline = root / "content" / "timeline.yml"
    text = timeline.read_text("utf-8").replace("stance: denies", "stance: asserts")
    timeline.write_text(text, encoding="utf-8")


def move_relation(root: Path) -> None:
    """Let another actor hold the relation of the sample."""
    actors = root / "content" / "actors.yml"
    text = actors.read_text("utf-8")
    start = text.index("  relations:")
    end = text.index("\n\n", start)
    relation, left = text[start:end], text[:start].rstrip() + text[end:]
    hospital = left.index("\n\n", left.index("- id: hospital"))
    actors.write_text(f"{left[:hospital]}\n{relation}{left[hospital:]}", encoding="utf-8")


def leave_out_common(root: Path) -> None:
    cities = root / "content" / "cities.yml"
    cities.write_text(re.sub(r"  common:\n.*\n", "", cities.read_text("utf-8")), encoding="utf-8")


@pytest.mark.parametrize(
    ("edit_facts", "addresses_lost"),
    [
        (differ_no_more, ["disagreements/overloaded-lorries/"]),
        (move_relation, ["actors/bridge-office/#office-part-of-council"]),
        (leave_out_common, ["cities/quay/#common-below", "common-knowledge/"]),
    ],
)
def test_what_came_and_went_with_the_facts_is_kept_as_the_hint_says(
    root: Path, edit_facts: Callable[[Path], None], addresses_lost: list[str]
) -> None:
    cities = root / "content" / "cities.yml"
    known = "  common:\n    - {id: below, says: It lies below the bridge., on: 2024-05-20, why: Any map.}\n"
    cities.write_text(cities.read_text("utf-8").replace("- id: quay\n", f"- id: quay\n{known}"), "utf-8")
    write_docs(root)
    assert lost(root) == []
    edit_facts(root)
    assert addresses(root) == addresses_lost
    retire(root, *entries(root))
    assert lost(root) == []
    assert not [problem for problem in check(root) if problem.severity == "error"]
    pages = rendered_pages(read_story(root))
    for address in addresses_lost:
        page, _, anchor = address.partition("#")
        text = pages[f"{page.removesuffix('/')}.md"]
        assert not anchor or f"#{anchor} " in text


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("address: disagreements/overloaded-lorries/", "retired-in-use"),
        ("address: actors/bridge-office/#office-part-of-council", "retired-in-use"),
        ("address: casualties/#railing-hurt--hospital-3", "retired-in-use"),
        ("address: cities/", "retired-in-use"),
        ("address: disagreements/no-such-thing/", "bad-retired"),
        ("address: events/no-such-thing/", "bad-retired"),
        ("address: about/format/", "bad-retired"),
        ("address: assets/cards/", "bad-retired"),
        ("address: disagreements/overloaded-lorries", "bad-retired"),
        ("address: https://example.org/disagreements/overloaded-lorries/", "bad-retired"),
        ("address: actors/no-such-thing/#gone", "bad-retired"),
        ("address: actors/bridge-office/#relations", "bad-retired"),
        ("address: timeline/#day-2024-05-12", "bad-retired"),
        ("address: publishers/old/, now: no-such-thing", "unknown-id"),
        ("id: railing-falls, address: events/railing-falls/, kind: event", "unknown-key"),
    ],
)
def test_an_address_that_is_there_or_never_was_is_refused(root: Path, entry: str, code: str) -> None:
    retire(root, f"{entry}, on: {DAY}, why: So.")
    (problem,) = (one for one in check(root) if one.severity == "error")
    assert (problem.code, problem.location.path, problem.location.line) == (code, "content/retired.yml", 1)
    assert problem.hint
    with pytest.raises(ContentError):
        read_story(root)


def test_parts_of_lists_and_ids_of_another_kind_lead_on(root: Path) -> None:
    retire(
        root,
        f"address: timeline/2024-05/, on: {DAY}",
        f"address: cities/railing-falls/, on: {DAY}",
        f"address: publishers/old/, on: {DAY}, now: radio-0515, why: It was one paper.",
    )
    assert not [problem for problem in check(root) if problem.severity == "error"]
    pages = rendered_pages(read_story(root))
    assert "moved: timeline/\n" in pages["timeline/2024-05.md"]
    assert "moved: events/railing-falls/\n" in pages["cities/railing-falls.md"]
    assert "moved:" not in pages["publishers/old.md"]
    assert "It was one paper." in pages["publishers/old.md"]


def test_editions_of_before_lead_on_without_a_word_of_it(root: Path) -> None:
    differ_no_more(root)
    retire(root, f"address: disagreements/overloaded-lorries/, on: {DAY}, why: Both can be true.")
    today = rendered_pages(read_story(root))["disagreements/overloaded-lorries.md"]
    assert "Until 1 June 2024 accounts of this stood here" in today
    assert "Both can be true." in today
    assert "moved:" not in today
    edition = rendered_pages(read_story(root, date(2024, 5, 20)))["disagreements/overloaded-lorries.md"]
    assert "moved: events/overloaded-lorries/\n" in edition
    assert "June" not in edition
    assert "Both can be true." not in edition


def test_an_edition_that_knows_nothing_of_the_record_has_no_such_page(root: Path) -> None:
    timeline = root / "content" / "timeline.yml"
    text = timeline.read_text("utf-8").replace("stance: denies", "stance: asserts")
    start = text.index("- id: overloaded-lorries")
    later = text[start:].replace("cite: town-notice@3", "cite: radio-0515", 1)
    timeline.write_text(text[:start] + later, encoding="utf-8")
    retire(root, f"address: disagreements/overloaded-lorries/, on: {DAY}")
    pages = rendered_pages(read_story(root, date(2024, 5, 13)))
    assert "events/overloaded-lorries.md" not in pages
    assert "disagreements/overloaded-lorries.md" not in pages


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


@pytest.mark.builds
def test_a_build_tells_of_pages_that_editions_lose(root: Path) -> None:
    assert build(root, BuildOptions()).notes == ()
    sources = root / "content" / "sources.yml"
    text = sources.read_text("utf-8").replace("published: 2024-05-14", "published: 2024-05-16")
    sources.write_text(text, encoding="utf-8")
    (note,) = build(root, BuildOptions()).notes
    assert re.match(r"`at/2024-05-\d\d/.+/` is gone from its edition", note)
