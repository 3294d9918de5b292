"""The preview in a process that lives on: after whatever edits, it rests as the one of a new process."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from generator.build import BuildOptions
from generator.editor import scaffold
from generator.live import LiveSite, build_preview, preview_place
from generator.problems import ContentError
from generator.site.preview import Viewing
from tests import torture
from tests.torture import Torture, bytes_of

pytestmark = pytest.mark.builds

OPTIONS = BuildOptions(jobs=1, settings={"site_url": "http://127.0.0.1:8000/"})
EVENT = "events/railing-falls/index.html"


def viewing(*pages: str, shown: list[list[str]] | None = None, newer: bool = False) -> Viewing:
    return Viewing(pages, lambda files: (shown if shown is not None else []).append(files), lambda: newer)


def clean_preview(root: Path, folder: Path) -> dict[str, bytes]:
    """The bytes of the preview that is built in a copy of an explainer, of which nothing was kept."""
    copy = shutil.copytree(root, folder / "copy", ignore=shutil.ignore_patterns(".explainer"))
    site = build_preview(copy, OPTIONS).site
    found = bytes_of(site)
    shutil.rmtree(copy)
    return found


def rewrite(root: Path, below: str, change: Callable[[str], str]) -> None:
    path = root / below
    text = path.read_text("utf-8")
    changed = change(text)
    assert changed != text
    path.write_text(changed, "utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    scaffold.new(tmp_path / "explainer", "sample")
    return tmp_path / "explainer"


def test_pages_that_are_looked_at_are_shown_before_all_others(root: Path) -> None:
    site = LiveSite(root, OPTIONS)
    site.follow(viewing())
    place = preview_place(root)
    rewrite(root, "content/timeline.yml", lambda text: text.replace("  title: ", "  title: Verily ", 1))
    shown: list[list[str]] = []

    def show(files: list[str]) -> None:
        if files and not shown:
            assert "Verily" not in (place / "timeline/index.html").read_text("utf-8")
        shown.append(files)

    site.follow(Viewing((EVENT, "questions/index.html"), show, lambda: False))
    first, *more = (files for files in shown if files)
    assert first == [EVENT]
    assert "Verily" in (place / EVENT).read_text("utf-8")
    assert "Verily" in (place / "timeline/index.html").read_text("utf-8")
    later = [below for files in more for below in files]
    assert EVENT not in later, "it is shown once"
    assert "timeline/index.html" in later


def test_a_mistake_changes_nothing_and_its_repair_is_seen(root: Path, tmp_path: Path) -> None:
    site = LiveSite(root, OPTIONS)
    site.follow(viewing())
    before = bytes_of(preview_place(root))
    timeline = (root / "content/timeline.yml").read_text("utf-8")
    for mistake in (
        timeline.replace("by: ", "by: nobody-at-all-", 1),  # a check finds it
        timeline.replace("title: ", "title: [", 1),  # no YAML
        timeline.replace("occurred: ", "occured: ", 1),  # cannot be typed
        "",
    ):
        (root / "content/timeline.yml").write_text(mistake, "utf-8")
        with pytest.raises(ContentError):
            site.follow(viewing(EVENT, "index.html"))
        assert bytes_of(preview_place(root)) == before
    (root / "content/timeline.yml").write_text(timeline.replace("title: ", "title: Verily ", 1), "utf-8")
    site.follow(viewing(EVENT))
    assert bytes_of(preview_place(root)) == clean_preview(root, tmp_path)


def test_what_was_given_up_for_a_newer_edit_is_not_lost(root: Path, tmp_path: Path) -> None:
    site = LiveSite(root, OPTIONS)
    site.follow(viewing())
    rewrite(root, "content/actors.yml", lambda text: text.replace("  name: ", "  name: Old ", 1))
    assert site.follow(viewing(newer=True)) is None
    rewrite(root, "content/timeline.yml", lambda text: text.replace("  title: ", "  title: Verily ", 1))
    assert site.follow(viewing())
    assert bytes_of(preview_place(root)) == clean_preview(root, tmp_path)


def test_files_may_be_renamed_split_and_taken_out(root: Path, tmp_path: Path) -> None:
    site = LiveSite(root, OPTIONS)
    site.follow(viewing())
    content = root / "content"
    (content / "timeline").mkdir()
    (content / "timeline.yml").rename(content / "timeline/one.yml")
    site.follow(viewing())
    assert bytes_of(preview_place(root)) == clean_preview(root, tmp_path)
    (content / "timeline/one.yml").rename(content / "timeline/two.yml")
    for path in [path for path in content.rglob("*") if path.suffix in (".yml", ".md")]:
        path.write_text(path.read_text("utf-8").replace("railing-falls", "railing-broke"), "utf-8")
    site.follow(viewing(EVENT))
    assert not (preview_place(root) / EVENT).exists()
    assert bytes_of(preview_place(root)) == clean_preview(root, tmp_path)


def test_the_next_process_goes_on_where_this_one_ended(root: Path, tmp_path: Path) -> None:
    build_preview(root, OPTIONS)
    rewrite(root, "content/timeline.yml", lambda text: text.replace("  title: ", "  title: Verily ", 1))
    site = LiveSite(root, OPTIONS)  # killed before it wrote anything down
    site.follow(viewing(newer=True))
    build_preview(root, OPTIONS)
    assert bytes_of(preview_place(root)) == clean_preview(root, tmp_path)


# Not what happens in a process of its own: a build that is killed.
EDITS = [edit for edit in torture.EDITS if edit.__name__ not in ("_killed", "_touched", "_damaged")]


def _broken(t: Torture) -> None:
    t.change("content/timeline.yml", r"^(- id: .*)$", lambda one: f"{one[1]}\n bad: [")


def _mended(t: Torture) -> None:
    path = t.file("content/timeline.yml")
    path.write_text(path.read_text("utf-8").replace("\n bad: [", ""), "utf-8")


@pytest.mark.long
@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_preview_rests_as_a_new_one(root: Path, tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    site = LiveSite(root, OPTIONS)
    site.follow(viewing())
    done = []
    for _ in range(6):
        for edit in chance.sample([*EDITS, _broken, _mended, _mended], chance.randrange(1, 4)):
            edit(Torture(root, chance))
            done.append(edit.__name__.strip("_"))
        pages = sorted(bytes_of(preview_place(root)))
        looked_at = [page for page in chance.sample(pages, 3) if page.endswith(".html")]
        try:
            made = site.follow(viewing(*looked_at, newer=chance.random() < 0.3))
        except ContentError:
            continue
        if made:
            assert bytes_of(preview_place(root)) == clean_preview(root, tmp_path), (seed, done)
