"""A test without the marker for it starts no builder and no browser: `make test-fast` rests on that."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.site import builders, pagefind
from generator.site.builders import BUILDERS
from tests.started import BROWSER, BUILDS, marker_for

ON_PATH = ["chromium", "/usr/bin/chromium", "node", "/opt/playwright/driver/node", "java"]


@pytest.mark.parametrize("builder", BUILDERS)
def test_no_builder_starts_here(builder: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    with pytest.raises(pytest.fail.Exception, match="marked `builds`"):
        builders.run(builder, tmp_path, tmp_path, 0)


def test_no_pagefind_starts_here() -> None:
    with pytest.raises(pytest.fail.Exception, match="marked `builds`"):
        pagefind.bundle([], "nav")


@pytest.mark.parametrize("command", ["build", "serve"])
def test_no_command_starts_here_that_builds(command: str, tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="marked `builds`"):
        subprocess.run([sys.executable, "-m", "generator", command, tmp_path], check=False)


@pytest.mark.parametrize("program", ON_PATH)
def test_no_browser_starts_here(program: str) -> None:
    with pytest.raises(pytest.fail.Exception, match="marked `browser`"):
        subprocess.run([program, "--version"], check=False)


@pytest.mark.builds
@pytest.mark.browser
def test_with_their_markers_they_start(tmp_path: Path) -> None:
    for module in (*BUILDERS, "pagefind"):
        assert subprocess.run([sys.executable, "-m", module, "--version"], cwd=tmp_path, check=True)


@pytest.mark.parametrize(
    ("command", "marker"),
    [
        (["dot", "-Tsvg"], ""),
        (["git", "-C", "node", "log"], ""),
        (["python", "-m", "generator", "check", "build"], ""),
        (["python", "-m", "generator", "build"], BUILDS),
        (["python", "-P", "-m", "zensical", "build"], BUILDS),
        (["/snap/bin/chrome", "--headless"], BROWSER),
    ],
)
def test_other_programs_may_start_anywhere(command: list[str], marker: str) -> None:
    assert marker_for(command) == marker
