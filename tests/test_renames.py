"""A rename, said in retired.yml, takes no published address away: not from a site, an edition or a feed."""

import re
from pathlib import Path

import pytest

from generator.build import BuildOptions, build
from generator.editor import scaffold
from generator.rendering import check, read_story, rendered_pages
from tests.addresses import addresses, lost

# Of each kind of record one, and some of its statements.
RENAMED = {
    "railing-falls": ("event", "railing-collapses"),
    "overloaded-lorries": ("event", "heavy-lorries"),
    "harrowmere-bridge": ("place", "mere-bridge"),
    "quay-moved": ("series", "pilings-moved"),
    "office-part-of-council": ("relation, holder: bridge-office", "office-in-council"),
    "town-council": ("actor", "council-of-town"),
    "radio-0515": ("source", "radio-may"),
    "why-closed": ("question", "why-shut"),
}


def edit(root: Path, words: dict[str, str]) -> None:
    """Put other words for whole ids, in every file of the facts and in their names."""
    pattern = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, words)) + r")(?![\w-])")
    for path in sorted((root / "content").rglob("*")):
        if path.is_file() and path.name != "retired.yml":
            path.write_text(pattern.sub(lambda id: words[id[1]], path.read_text("utf-8")), encoding="utf-8")
            path.rename(path.with_name(pattern.sub(lambda id: words[id[1]], path.name)))


def retire(root: Path, *entries: str) -> None:
    path = root / "content" / "retired.yml"
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(before + "".join(f"- {{{entry}}}\n" for entry in entries), encoding="utf-8")


def rename(root: Path, on: str, names: dict[str, tuple[str, str]]) -> None:
    edit(root, {old: new for old, (_, new) in names.items()})
    retire(
        root,
        *(
            f"id: {old}, kind: {kind}, on: {on}, now: {new}, renamed: true"
            for old, (kind, new) in names.items()
        ),
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    scaffold.new(tmp_path / "explainer", "sample")
    settings = tmp_path / "explainer" / "content" / "explainer.yml"
    moved_on = re.sub(r"(?m)^as_of: \S+", "as_of: 2024-07-02", settings.read_text("utf-8"))
    settings.write_text(moved_on, encoding="utf-8")
    return tmp_path / "explainer"


@pytest.mark.builds
def test_renames_of_every_kind_of_record_lose_no_address(root: Path) -> None:
    site = build(root, BuildOptions()).site
    before = addresses(site)
    assert any("disagreements/overloaded-lorries" in one for one in before)
    rename(root, "2024-06-01", RENAMED)
    assert not [one for one in check(root) if one.severity == "error"]
    build(root, BuildOptions())
    assert lost(before, site) == []
    # Once more, and a claim and a figure with it: a chain leads on to its end.
    names = {new: (kind, f"{new}-again") for _, (kind, new) in RENAMED.items()}
    rename(root, "2024-07-01", names)
    edit(root, {"hospital-3": "three-hurt"})
    retire(root, "id: railing-hurt/hospital-3, on: 2024-07-01, now: railing-hurt/three-hurt, renamed: true")
    after = addresses(site)
    build(root, BuildOptions())
    assert lost(before | after, site) == []


def test_a_claim_that_is_renamed_with_its_record_has_its_old_anchor_once(root: Path) -> None:
    rename(root, "2024-06-01", {"bridge-closes": ("event", "bridge-shuts")})
    edit(root, {"notice": "posted"})
    retire(root, "id: bridge-shuts/notice, on: 2024-06-01, now: bridge-shuts/posted, renamed: true")
    page = rendered_pages(read_story(root))["events/bridge-shuts.md"]
    assert len(re.findall(r'(?:\{ #|id=")claim-notice[ "]', page)) == 1


def test_pages_that_shared_an_anchor_with_a_renamed_record_have_the_old_one_too(root: Path) -> None:
    rename(root, "2024-06-01", RENAMED)
    pages = rendered_pages(read_story(root))
    assert 'id="quay-moved--council-40"' in pages["casualties.md"]
    assert 'id="quay-moved--council-40.table"' in pages["casualties.md"]
    assert 'id="why-closed"' in pages["questions/index.md"]
    assert 'id="office-part-of-council--minutes"' in pages["actors/bridge-office.md"]
    assert "new--railing-falls--2024-05-13" in pages["changes.md"]
    assert "moved: disagreements/heavy-lorries/" in pages["disagreements/overloaded-lorries.md"]


def test_a_figure_that_is_renamed_has_its_old_anchors_where_versions_stand_side_by_side(root: Path) -> None:
    casualties = root / "content" / "casualties.yml"
    figures = casualties.read_text("utf-8")
    assert "railing-hurt" in figures
    other = "    - {id: union-5, value: 5, as_of: 2024-05-12, by: hauliers-union, cite: radio-0515@07:40}\n"
    at = figures.index("\n", figures.index("  figures:", figures.index("- id: railing-hurt"))) + 1
    casualties.write_text(figures[:at] + other + figures[at:], encoding="utf-8")
    before = rendered_pages(read_story(root))["disagreements/railing-hurt.md"]
    anchors = ("railing-hurt--hospital-3", "railing-hurt--hospital-3.table")
    assert all(re.search(rf'(?:{{ #|id="){re.escape(one)}[ "]', before) for one in anchors)
    edit(root, {"hospital-3": "three-hurt"})
    retire(root, "id: railing-hurt/hospital-3, on: 2024-06-01, now: railing-hurt/three-hurt, renamed: true")
    after = rendered_pages(read_story(root))["disagreements/railing-hurt.md"]
    assert all(f'id="{one}"' in after for one in anchors)


def take_out(root: Path) -> None:
    """Take an event out of the sample, and out of all that tells of it."""
    text = (root / "content" / "timeline.yml").read_text("utf-8")
    start = text.index("- id: overloaded-lorries")
    rest = text[start + 2 :]
    end = rest.index("\n- id: ") if "\n- id: " in rest else len(rest)
    left = re.sub(r"\[\[overloaded-lorries\|(.*?)\]\]", r"\1", text[:start] + rest[end:].lstrip("\n"))
    (root / "content" / "timeline.yml").write_text(left, encoding="utf-8")
    retire(root, "id: overloaded-lorries, kind: event, on: 2024-06-01, why: It was a rumour.")
    question = root / "content" / "questions" / "why-closed.md"
    cited = re.sub(r"\[@[^\]]*overloaded[^\]]*\]", "[@bridge-closes]", question.read_text("utf-8"))
    question.write_text(cited, encoding="utf-8")
    assert not [one for one in check(root) if one.severity == "error"]


def test_what_was_taken_out_leaves_a_page_where_its_versions_stood(root: Path) -> None:
    take_out(root)
    pages = rendered_pages(read_story(root))
    for folder in ("events", "disagreements"):
        assert "Taken out of this explainer on 1 June 2024." in pages[f"{folder}/overloaded-lorries.md"]


@pytest.mark.builds
def test_what_was_taken_out_keeps_its_files_in_a_site(root: Path) -> None:
    site = build(root, BuildOptions()).site
    before = {
        one for one in addresses(site) if "overloaded-lorries" in one.partition("#")[0] and " id " not in one
    }
    files = {one for one in before if "#" not in one}
    assert {one.partition("/")[0] for one in files} == {"events", "disagreements", "feeds", "assets", "at"}
    take_out(root)
    # Who was known on a day by that event alone was not known then, by the facts as they are now.
    (note,) = build(root, BuildOptions()).notes
    assert note.startswith("`at/2024-05-13/actors/hauliers-union/` is gone from its edition")
    assert sorted(files - addresses(site)) == []
    feed = (site / "feeds" / "events" / "overloaded-lorries.json").read_text("utf-8")
    assert '"expired": true' in feed
    edition = (site / "at" / "2024-05-20" / "events" / "overloaded-lorries" / "index.html").read_text("utf-8")
    assert "This is no longer part of this explainer." in edition
