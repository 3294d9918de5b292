"""A build comes in whole or not at all, and always the same."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator import build
from generator.build import BuildOptions
from generator.pages.page import MARK
from generator.problems import ContentError
from generator.rendering import NoSuchEditionError, docs_changes, read_story, rendered_pages
from generator.site.builders import BUILDERS
from generator.site.docs import stage_docs
from generator.site.files import SiteError
from generator.site.manifest import verify
from tests.site.tiny import TIMELINE, edit, tiny, tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path / "explainer")


def built(root: Path) -> dict[str, bytes]:
    """What a build may change: docs/ and site/."""
    return {name: content for name, content in tree(root).items() if name.startswith(("docs/", "site/"))}


def no_leftovers(root: Path) -> bool:
    return not list((root / ".explainer").glob("build-*"))


@pytest.mark.builds
def test_a_build_writes_docs_and_a_site_that_verifies(root: Path) -> None:
    result = build.build(root, BuildOptions())
    assert result.site == root / "site"
    assert (root / "docs/events/bridge-taken.md").is_file()
    assert "The Upper Guard takes the bridge" in (root / "site/events/bridge-taken/index.html").read_text()
    assert "We read the valley" in (root / "site/about/us/index.html").read_text()
    assert verify(root / "site").good
    said = json.loads((root / "site/manifest.json").read_text())
    assert (said["title"], said["known"]) == ("The bridge at Tarn", "2018-05-01")
    assert sorted(said["content"]) == sorted(name for name in tree(root) if name.startswith("content/"))
    assert no_leftovers(root)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same explainer built by each builder."""
    folder = tmp_path_factory.mktemp("builders")
    root = tiny(folder / "explainer")
    return {
        builder: build.build(root, BuildOptions(builder=builder, out=folder / builder)).site
        for builder in BUILDERS
    }


@pytest.mark.builds
@pytest.mark.parametrize("builder", BUILDERS)
def test_two_builds_in_two_places_are_the_same_bytes(
    sites: dict[str, Path], tmp_path: Path, builder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tiny(tmp_path / "a longer path" / "elsewhere")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    build.build(root, BuildOptions(builder=builder))
    assert tree(root / "site") == tree(sites[builder])
    assert (root / "site/sitemap.xml").is_file()


@pytest.mark.builds
def test_every_builder_makes_the_same_addresses(sites: dict[str, Path]) -> None:
    pages = {
        builder: {name for name in tree(site) if name.endswith(".html")} for builder, site in sites.items()
    }
    assert pages["mkdocs"] == pages["properdocs"] == pages["zensical"]
    assert "events/bridge-taken/index.html" in pages["mkdocs"]


@pytest.mark.builds
@pytest.mark.parametrize("builder", BUILDERS)
def test_the_menu_of_mkdocs_yml_gives_way_to_that_of_the_facts(sites: dict[str, Path], builder: str) -> None:
    assert "Replaced" not in (sites[builder] / "index.html").read_text()


class TestAFailedBuildChangesNothing:
    @pytest.fixture(autouse=True)
    def last_good(self, root: Path) -> None:
        pages = rendered_pages(read_story(root))
        stage_docs({}, {**pages, "stale.md": f"---\n{MARK}\n---\n"}, root / "docs")
        stage_docs({}, {"index.html": "the last good site", "404.html": "", "sitemap.xml": ""}, root / "site")
        self.before = built(root)

    def test_a_mistake_in_the_facts(self, root: Path) -> None:
        edit(root, "by: upper-guard", "by: nobody-we-know")
        with pytest.raises(ContentError, match="nobody-we-know"):
            build.build(root, BuildOptions())
        assert built(root) == self.before
        assert no_leftovers(root)

    @pytest.mark.builds
    def test_a_builder_that_fails(self, root: Path) -> None:
        edit(root, "takes the bridge", "crosses the bridge")
        edit(root, "plugins: [search]", "plugins: [no-such-plugin]", "mkdocs.yml")
        with pytest.raises(SiteError, match="no-such-plugin"):
            build.build(root, BuildOptions())
        assert built(root) == self.before
        assert no_leftovers(root)

    @pytest.mark.builds
    def test_a_hand_written_file_in_the_way(self, root: Path) -> None:
        edit(root, "id: bridge-taken", "id: bridge-crossed")
        edit(root, "about: [bridge-taken]", "about: [bridge-crossed]", "content/casualties.yml")
        (root / "docs/events/bridge-crossed.md").write_text("# My own page\n")
        before = built(root)
        with pytest.raises(SiteError, match="bridge-crossed"):
            build.build(root, BuildOptions())
        assert built(root) == before

    def test_mkdocs_yml_missing(self, root: Path) -> None:
        (root / "mkdocs.yml").unlink()
        with pytest.raises(SiteError, match=r"mkdocs\.yml is missing"):
            build.build(root, BuildOptions())
        assert built(root) == self.before


def write_docs(root: Path) -> None:
    stage_docs({}, rendered_pages(read_story(root)), root / "docs")


def test_an_edit_changes_the_pages_it_concerns_alone(root: Path) -> None:
    write_docs(root)
    edit(root, "Nobody has crossed.", "Nobody came over.")
    changes = docs_changes(root)
    assert "events/bridge-taken.md" in changes.changed
    assert not changes.new
    assert not changes.stale
    assert changes.same


def test_a_record_that_goes_takes_its_page_along(root: Path) -> None:
    write_docs(root)
    (root / TIMELINE).write_text("[]\n")
    edit(root, "  about: [bridge-taken]\n", "", "content/casualties.yml")
    assert "events/bridge-taken.md" in docs_changes(root).stale


def test_drift_writes_nothing(root: Path) -> None:
    before = tree(root)
    changes = docs_changes(root)
    assert "index.md" in changes.new
    assert tree(root) == before


@pytest.mark.builds
def test_an_edition_has_a_place_of_its_own(root: Path) -> None:
    write_docs(root)
    before = built(root)
    result = build.build(root, BuildOptions(known=date(2018, 4, 10)))
    assert result.site == (root / ".explainer/at/2018-04-10").resolve()
    assert result.changes is None
    assert built(root) == before
    assert json.loads((result.site / "manifest.json").read_text())["known"] == "2018-04-10"
    assert b"Nobody has crossed" not in b"".join(tree(result.site).values())


@pytest.mark.parametrize(
    ("day", "said"), [("2018-05-02", "as of 2018-05-01"), ("2018-04-01", "nothing had been")]
)
def test_there_is_no_edition_outside_of_what_is_known(root: Path, day: str, said: str) -> None:
    with pytest.raises(NoSuchEditionError, match=said):
        build.build(root, BuildOptions(known=date.fromisoformat(day)))


def test_a_folder_that_is_no_explainer_stays_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="content"):
        build.build(tmp_path, BuildOptions())
    assert not list(tmp_path.iterdir())


def test_files_that_no_build_made_are_not_replaced(root: Path) -> None:
    (root / "site").mkdir()
    (root / "site/thesis.odt").write_text("years of work")
    with pytest.raises(SiteError, match="no build made"):
        build.build(root, BuildOptions())


@pytest.mark.builds
def test_two_builds_at_once_wait_for_each_other(root: Path) -> None:
    command = [sys.executable, "-m", "generator", "build", str(root)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(2)]
    said = [process.communicate(timeout=120)[0].decode() for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert verify(root / "site").good
    assert not docs_changes(root)
    assert no_leftovers(root)
