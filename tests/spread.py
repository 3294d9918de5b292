"""How the tests are spread over the processes of a run (pytest-xdist's)."""

import re
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

# Whoever parses the pages of a site keeps them, and whoever visits them what was noted there: tests that
# look at the same ones stay together.
TOGETHER = {
    "tests/contract/test_builders.py": "pages of the invented country",
    "tests/contract/test_sentences.py": "pages of the invented country",
    "tests/exports/test_sites.py": "pages of the invented country",
    "tests/site/test_search.py": "pages of the invented country",
    "tests/browser/test_every_page.py": "visits",
    "tests/browser/test_without_scripts.py": "visits",
}
# What takes longest begins first, so that no process ends long after the others.
FIRST = (
    "visits of default",
    "pages of the invented country",
    "visits of arabic",
    "visits of world",
    "tests/browser/test_search.py",
    "tests/browser/test_since.py",
    "tests/browser/test_lighthouse.py",
    "tests/editor/test_diff.py",
    "tests/test_default_content.py",
    "tests/press/test_editions.py",
    "tests/press/test_edition_files.py",
    "tests/test_cli.py",
    "tests/test_build.py",
)


def unit(test: str) -> str:
    """What stays together with a test, by its node id: its file, or files with the same pages."""
    file, _, name = test.partition("::")
    together = TOGETHER.get(file, file)
    site = re.search(r"\b(default|arabic|world)\b", name)
    return f"visits of {site[1] if site else 'default'}" if together == "visits" else together


def turn(test: str) -> int:
    """When a test's unit begins: 0 for first."""
    name = unit(test)
    return FIRST.index(name) if name in FIRST else len(FIRST)


class ByUnit(LoadScopeScheduling):
    """Each unit goes to the next free process, in the order of collection."""

    def __init__(self, config: pytest.Config, log: Any) -> None:
        config.option.loadscopereorder = False  # it would begin with the most tests, not the longest
        super().__init__(config, log)

    def _split_scope(self, nodeid: str) -> str:
        return unit(nodeid)
