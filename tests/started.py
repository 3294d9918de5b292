"""Which programs a test may start: builders and browsers only where its markers say so.

So a run without the tests of these markers starts neither, and a new test that does cannot slip in.
"""

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import generator
from generator.site.builders import BUILDERS

BUILDS, BROWSER = "builds", "browser"  # the markers, which pyproject.toml registers
_MODULES = (*BUILDERS, "pagefind")
_COMMANDS = ("build", "serve")  # of ours: they run a builder
_BROWSERS = re.compile(r"chrom(e|ium)|headless_shell|node|java")  # and what judges pages

_running: list[pytest.Item] = []


def watch() -> None:
    """Look at every program that this process starts from now on."""
    sys.addaudithook(_look)


def now_runs(item: pytest.Item | None) -> None:
    """Hold what is started against the markers of this test."""
    _running[:] = [item] if item else []


def marker_for(command: Sequence[str]) -> str:
    """The marker that a test needs to start a program, or "" where none is needed."""
    if _BROWSERS.fullmatch(Path(command[0]).name):
        return BROWSER
    return BUILDS if _runs_a_builder(command) else ""


def _runs_a_builder(command: Sequence[str]) -> bool:
    if "-m" not in command:
        return False
    module, *more = command[command.index("-m") + 1 :]
    return module in _MODULES or (module == generator.__name__ and more[0] in _COMMANDS)


def _look(event: str, arguments: tuple[object, ...]) -> None:
    if event == "subprocess.Popen" and _running:
        marker = marker_for(_words(arguments[1]))
        if marker and not _running[0].get_closest_marker(marker):
            pytest.fail(f"This starts a program that only a test marked `{marker}` may start.")


def _words(command: object) -> list[str]:
    """A command as it was given: one word, or a list of words and paths."""
    parts = command if isinstance(command, list | tuple) else [command]
    return [os.fsdecode(part) for part in parts]
