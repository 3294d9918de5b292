"""Editions in a built site: stored once where they say the same, never changed by what comes later."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.build import BuildOptions, build
from tests.built import lay_out, stands_in
from tests.site.tiny import edit, tree
from tests.world import WORLD

pytestmark = pytest.mark.builds

DAYS = ("2018-03-08", "2018-03-09", "2018-03-20")
LATER = """
- id: late-report
  title: What came out at last
  publisher: The Late Paper
  published: 2018-05-02
  accessed: 2018-05-02
  language: en
  tier: A
"""


def explainer(folder: Path) -> Path:
    """The invented country with a few days to read it as of."""
    root = lay_out(WORLD / "content", folder)
    with (root / "content/explainer.yml").open("a", encoding="utf-8") as stream:
        stream.write(f"editions: [{', '.join(DAYS)}]\n")
    return root


def add_later_facts(root: Path) -> None:
    edit(root, "as_of: 2018-05-01", "as_of: 2018-05-03", "content/explainer.yml")
    with (root / "content/sources.yml").open("a", encoding="utf-8") as stream:
        stream.write(LATER)
    event = """
- id: late-news
  occurred: 2018-03-07
  title: Something that nobody had told
  claims: [{id: late, says: It was otherwise., by: gazette, cite: late-report@L1}]
"""
    (root / "content/timeline/later.yml").write_text(event, encoding="utf-8")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """What lies below at/ before and after facts came in that are known later."""
    root = explainer(tmp_path_factory.mktemp("editions") / "world")
    before = build(root, BuildOptions(out=root.parent / "before")).site
    add_later_facts(root)
    return before / "at", build(root, BuildOptions()).site / "at"


def test_later_facts_change_no_byte_of_an_edition(sites: tuple[Path, Path]) -> None:
    before, after = map(tree, sites)
    editions = {path: content for path, content in before.items() if path.startswith(DAYS)}
    assert editions
    assert editions == {path: content for path, content in after.items() if path.startswith(DAYS)}


def test_each_day_is_whole_and_says_which_it_is(sites: tuple[Path, Path]) -> None:
    files = tree(sites[0])
    for day in DAYS:
        assert {f"{day}/index.html", f"{day}/timeline/index.html", f"{day}/day.css"} <= files.keys()
        assert f"d-{day}".encode() in files[f"{day}/day/index.html"]
    assert json.loads(files["days.json"])["days"] == list(DAYS)


def test_pages_that_say_the_same_are_stored_once(sites: tuple[Path, Path]) -> None:
    at, _ = sites
    standing = {path: page for path in at.rglob("index.html") if (page := stands_in(path))}
    assert standing
    for path, page in standing.items():
        assert not stands_in(page), path
        assert page.relative_to(at).parts[1:] == path.relative_to(at).parts[1:]
        assert page.relative_to(at).parts[0] < path.relative_to(at).parts[0]
        assert 5 * path.stat().st_size < page.stat().st_size


def test_what_stands_for_a_page_lets_its_scripts_run_and_says_which_day_it_is(
    sites: tuple[Path, Path],
) -> None:
    at, _ = sites
    path, page = next((path, page) for path in at.rglob("index.html") if (page := stands_in(path)))
    small, whole = (BeautifulSoup(one.read_text("utf-8"), "lxml") for one in (path, page))
    policy = "meta[http-equiv=Content-Security-Policy]"
    assert small.select(policy) == whole.select(policy)
    assert small.title == whole.title
    (style,) = small.select("link[rel=stylesheet]")
    (script,) = small.select("script")
    assert (path.parent / style["href"]).resolve() == (
        at / path.relative_to(at).parts[0] / "day.css"
    ).resolve()
    assert (path.parent / script["src"]).resolve() == (at / "stand-in.js").resolve()
    assert (at / "stand-in.js").is_file()


def test_ctrl_c_ends_the_processes_that_make_editions_without_a_word(tmp_path: Path) -> None:
    root = explainer(tmp_path / "world")
    (root / "slow.py").write_text("import time\ndef on_config(config):\n    time.sleep(120)\n")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as stream:
        stream.write("\nhooks: [slow.py]\n")
    command = [sys.executable, "-m", "generator", "build", str(root)]
    # A terminal sends Ctrl-C to every process of the group.
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        end = time.monotonic() + 60
        while not list((root / ".explainer").glob("build-*/mkdocs.yml")) and time.monotonic() < end:
            time.sleep(0.05)
        time.sleep(0.5)  # the processes begin
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in said and "as they were" in said
    assert not list((root / ".explainer").glob("build-*"))
