"""The tests are spread so that what is costly to make is made by few processes, and begun early."""

import pytest

from tests import spread
from tests.built import REPOSITORY


@pytest.mark.parametrize("file", [*spread.TOGETHER, *(name for name in spread.FIRST if name.endswith(".py"))])
def test_every_file_that_is_named_is_there(file: str) -> None:
    assert (REPOSITORY / file).is_file()


@pytest.mark.parametrize(
    ("test", "unit"),
    [
        ("tests/test_cli.py::TestCheck::test_x[a::b]", "tests/test_cli.py"),
        ("tests/contract/test_builders.py::test_x[zensical]", "pages of the invented country"),
        ("tests/site/test_search.py::test_x", "pages of the invented country"),
        ("tests/browser/test_every_page.py::test_x[arabic-light]", "visits of arabic"),
        ("tests/browser/test_every_page.py::test_x[world]", "visits of world"),
        ("tests/browser/test_without_scripts.py::test_x[default-cities/*]", "visits of default"),
        ("tests/browser/test_without_scripts.py::test_x[plain-dark]", "visits of default"),
    ],
)
def test_what_reads_the_same_stays_together(test: str, unit: str) -> None:
    assert spread.unit(test) == unit


def test_what_takes_longest_begins_first() -> None:
    tests = ["tests/test_docs.py::test_a", "tests/test_cli.py::test_b", "tests/site/test_search.py::test_c"]
    assert sorted(tests, key=spread.turn) == tests[::-1]
