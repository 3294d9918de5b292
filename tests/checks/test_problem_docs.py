"""Every problem code is documented with an example and a way out, and nothing else is."""

import re
from pathlib import Path

import pytest

from tests.checks.cases import WRONG
from tests.checks.sources_of_codes import codes_in

_PAGE = (Path(__file__).parents[2] / "docs/about/problems.md").read_text(encoding="utf-8")
_SECTIONS = dict(
    re.findall(r"^## ([a-z0-9-]+) \{#\1\}\n(.*?)(?=^## |^</div>)", _PAGE, re.MULTILINE | re.DOTALL)
)


def test_every_code_is_documented_and_no_other():
    headings = re.findall(r"^## (.*)$", _PAGE, re.MULTILINE)
    assert len(headings) == len(_SECTIONS), "a heading is not of the form `## code {#code}`"
    assert set(_SECTIONS) == codes_in()


@pytest.mark.parametrize("code", sorted(_SECTIONS))
def test_a_code_has_a_meaning_an_example_and_a_way_out(code: str):
    shape = r"\s*\*(Error|Warning)[a-z, ]*\.\* \S.+?```\w+\n\S.+?\n```\s+\*\*Way out:\*\* \S.+"
    assert re.fullmatch(shape, _SECTIONS[code], re.DOTALL)


def test_the_table_links_every_code_once():
    assert sorted(re.findall(r"\(#([a-z0-9-]+)\)", _PAGE)) == sorted(_SECTIONS)


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.code)
def test_the_severity_is_the_documented_one(case):
    said = re.search(r"\*(.*?)\.\*", _SECTIONS[case.code])
    assert said and case.severity in said[1].lower()
