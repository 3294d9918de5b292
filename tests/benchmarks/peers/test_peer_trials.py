"""A contender's builds are measured and looked at; what is wrong with its site fails it."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.peers.contenders import MKDOCS_NAME, OURS, ZENSICAL_NAME, Contender, explainer, peers
from benchmarks.peers.facts import make
from benchmarks.peers.trial import Trash, Trial
from tests.built import REPOSITORY

FACTS = make(10)


def contender(name: str) -> Contender:
    known = {peer.name: peer for peer in peers()} | {OURS: explainer(OURS, REPOSITORY)}
    return known[name]


def trial(of: Contender, folder: Path) -> Trial:
    return Trial(of, FACTS, folder / "work", Trash(folder / "trash"), limit=300)


@pytest.mark.builds
@pytest.mark.browser  # Node asks Pagefind
@pytest.mark.parametrize("name", [MKDOCS_NAME, ZENSICAL_NAME, OURS])
def test_a_site_holds_the_facts_cold_and_after_an_edit(name: str, tmp_path: Path) -> None:
    measured = trial(contender(name), tmp_path)
    for step in (measured.begin, measured.build_edit):
        measured.attempt(step)
    result = measured.result()
    assert result["failed"] == ""
    assert [len(result["cold"]), len(result["edit"])] == [1, 1]
    assert result["site"]["pages"] > len(FACTS["timeline"] + FACTS["actors"] + FACTS["cities"])
    assert 0 < result["site"]["rare"] < result["site"]["bytes"]


def test_a_site_that_lacks_the_facts_fails(tmp_path: Path) -> None:
    nothing = (sys.executable, "-c", "import pathlib; pathlib.Path('site').mkdir()")
    idle = replace(contender(MKDOCS_NAME), search="pagefind", steps=(nothing,))
    measured = trial(idle, tmp_path)
    measured.attempt(measured.begin)
    measured.attempt(measured.build_edit)
    assert "things are wrong with its site: /events/ev-00001/: there is no such page" in measured.failed
    assert measured.result()["edit"] == []


def test_a_cold_build_finds_no_output_and_no_cache(tmp_path: Path) -> None:
    looking = "import os; print(sorted(os.listdir())); raise SystemExit(1)"
    idle = replace(contender(MKDOCS_NAME), steps=((sys.executable, "-c", looking),))
    measured = trial(idle, tmp_path)
    measured.attempt(measured.begin)
    for name in ("site", "docs", ".cache"):
        (tmp_path / "work" / name).mkdir()
    measured.failed = ""
    measured.attempt(measured.build_cold)
    assert measured.failed.endswith("['facts', 'mkdocs.yml']")
