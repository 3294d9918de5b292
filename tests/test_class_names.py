"""A class name has one meaning in the whole code."""

import sys
from pathlib import Path

import pytest

from tools.class_names import main, repeated

ALIASES = ["Boat: TypeAlias = str", "_Boat: typing.TypeAlias = str"]
if sys.version_info >= (3, 12):
    ALIASES.append("type Boat = str")


def told(root: Path, **modules: str) -> dict[str, list[str]]:
    """What is found in modules, whose keys are their paths with __ for a slash."""
    for name, source in modules.items():
        path = root / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    return {name: [str(place) for place in places] for name, places in repeated(root).items()}


def test_a_class_defined_in_two_files_is_told_with_both_places(tmp_path: Path) -> None:
    found = told(tmp_path, generator__ferry="class Boat: ...", tests__pond="\nclass Boat: ...")
    assert found == {"Boat": ["generator/ferry.py:1", "tests/pond.py:2"]}


def test_one_inside_another_counts_and_an_underscore_makes_no_difference(tmp_path: Path) -> None:
    inner = "class Pond:\n    class _Boat: ..."
    found = told(tmp_path, generator__ferry="class Boat: ...", generator__views__pond=inner)
    assert found == {"Boat": ["generator/ferry.py:1", "generator/views/pond.py:2"]}


@pytest.mark.parametrize("alias", ALIASES)
def test_a_type_alias_is_a_name_too(tmp_path: Path, alias: str) -> None:
    assert told(tmp_path, generator__ferry="class Boat: ...", basemap__pond=alias).keys() == {"Boat"}


def test_one_file_may_define_a_name_twice_and_others_may_use_it(tmp_path: Path) -> None:
    twice = "try:\n    class Boat: ...\nexcept NameError:\n    class Boat: ..."
    user = "from generator.ferry import Boat\nboat: Boat\nBoats = list[Boat]\ndef Raft(): ..."
    assert not told(tmp_path, generator__ferry=twice, tests__pond=user, tests__sea="def Raft(): ...")


def test_what_others_wrote_is_not_read(tmp_path: Path) -> None:
    module = "class Boat: ...\n"
    assert not told(tmp_path, tools__ferry=module, tools__node_modules__boats__pond=module, setup=module)


def test_the_command_prints_what_it_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path) == 0
    told(tmp_path, generator__ferry="class Boat: ...", benchmarks__pond="class Boat: ...")
    assert main(tmp_path) == 1
    assert capsys.readouterr().out == "Boat means 2 things: generator/ferry.py:1, benchmarks/pond.py:1\n"
