"""One tiny bad file per code, added to a good explainer: found in that file, at line and column.

The path says where a file belongs (``timeline/unknown-id.yml`` is read as one more file of the
timeline) and its name which code it shows. Comments in it say where: ``# 5:11 unknown-id``.
"""

import re
import shutil
from pathlib import Path

import pytest

from generator.checks import check
from generator.load import load
from tests.checks.sources_of_codes import codes_in

_BROKEN = Path(__file__).parent.parent / "broken" / "checks"
_CASES = sorted(path for path in _BROKEN.glob("*/*") if path.suffix in (".yml", ".md"))


def _added(case: Path, folder: Path) -> Path:
    """The good explainer with the bad file in it; one for explainer.yml takes its place."""
    shutil.copytree(_BROKEN / "base", folder)
    kind = case.parent.name
    target = folder / "content" / ("explainer.yml" if kind == "explainer" else f"{kind}/{case.name}")
    target.parent.mkdir(exist_ok=True)
    shutil.copyfile(case, target)
    return target.relative_to(folder)


def _problems(folder: Path) -> list[str]:
    loaded = load(folder)
    findings = check(loaded.facts, loaded.broken, loaded.complete)
    problems = [*loaded.problems, *map(loaded.positions.place, findings)]
    return [f"{problem.location} {problem.code}" for problem in sorted(problems)]


def test_the_good_explainer_is_good():
    assert _problems(_BROKEN / "base") == []


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.stem)
def test_a_bad_file_is_found_at_its_line_and_column(case: Path, tmp_path: Path):
    path = _added(case, tmp_path / "explainer")
    expected = re.findall(r"^# (\d+:\d+) ([a-z-]+)$", case.read_text(encoding="utf-8"), re.MULTILINE)
    assert case.stem in {code for _, code in expected}
    assert _problems(tmp_path / "explainer") == [f"{path.as_posix()}:{at} {code}" for at, code in expected]


def test_every_code_has_a_bad_file():
    assert {case.stem for case in _CASES} == codes_in("checks")
