"""What every test may ask for, and what `make test` asks of the run."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.model.facts import Facts
from tests import built, spread, started
from tests.browser.budgets import LEDGER
from tests.started import BROWSER, BUILDS
from tests.world import WORLD, world

# What all tests of a folder start; elsewhere a test, a class or a file says it by itself.
MARKED = {
    "browser": (BUILDS, BROWSER),
    "html": (BUILDS, BROWSER),
    "contract": (BUILDS,),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("explainer")
    group.addoption("--accept", action="store_true", help="write what the golden tests got as what they want")
    group.addoption("--no-skips", action="store_true", help="fail when a test was skipped: all must have run")


def pytest_configure(config: pytest.Config) -> None:
    # A run in the background ignores Ctrl-C, and so would every program that a test starts and stops.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    started.watch()
    if _is_worker(config):
        built.share(Path(config.workerinput["shared"]))


def _is_worker(config: pytest.Config) -> bool:
    """Whether this process runs tests for another one, which then prints what came of them."""
    return hasattr(config, "workerinput")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    node.workerinput["shared"] = str(built.shared())


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> spread.ByUnit:
    return spread.ByUnit(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        for marker in MARKED.get(item.path.relative_to(here).parts[0], ()):
            item.add_marker(marker)
    items.sort(key=lambda item: spread.turn(item.nodeid))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    started.now_runs(item)
    try:
        return (yield)
    finally:
        started.now_runs(None)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if _is_worker(session.config):
        session.config.workeroutput["ledger"] = LEDGER.entries()
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter and reporter.stats.get("skipped"):
        reporter.write_line("\nSome tests were skipped, so not everything is known to work.", red=True)
        session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    LEDGER.add(getattr(node, "workeroutput", {}).get("ledger", ({}, {})))


@pytest.hookimpl(tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if table := LEDGER.table():
        terminalreporter.section("budgets")
        rows = [("budget", "limit", "measured"), *table]
        wide = [max(len(row[column]) for row in rows) for column in range(3)]
        for row in rows:
            terminalreporter.line("  ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True)))


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


@pytest.fixture(autouse=True, scope="session")
def _one_process_each() -> Iterator[None]:
    """Builds of a test work in its own process: the tests themselves are on every core already."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("generator.executors.available_cores", lambda: 1)
        yield
