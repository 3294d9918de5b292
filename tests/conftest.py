"""What every test may ask for, and what `make test` asks of the run."""

import shutil
import signal
from pathlib import Path

import pytest

from generator.model.facts import Facts
from tests.world import WORLD, world


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("explainer")
    group.addoption("--accept", action="store_true", help="write what the golden tests got as what they want")
    group.addoption("--no-skips", action="store_true", help="fail when a test was skipped: all must have run")


def pytest_configure() -> None:
    # A run in the background ignores Ctrl-C, and so would every program that a test starts and stops.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter and reporter.stats.get("skipped"):
        reporter.write_line("\nSome tests were skipped, so not everything is known to work.", red=True)
        session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED


@pytest.fixture
def facts() -> Facts:
    """The facts of the invented country, in its current edition."""
    return world()


@pytest.fixture
def world_copy(tmp_path: Path) -> Path:
    """A folder of its own with the invented country's content, to edit."""
    folder = tmp_path / "world"
    shutil.copytree(WORLD, folder)
    return folder
