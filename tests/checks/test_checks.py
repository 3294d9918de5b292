"""Every check reports what it is for, at the value that is wrong, and nothing that is right."""

import pytest

from generator.checks import CHECKS, check
from generator.model.facts import Facts
from generator.problems import Finding
from tests.checks.cases import FINE, WRONG, Fine, Wrong
from tests.checks.cases.retired import gone
from tests.checks.island import another, island
from tests.checks.sources_of_codes import codes_in


def _check(facts: Facts) -> list[Finding]:
    return check(facts, broken=frozenset(), complete=True)


def _codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def test_the_island_has_no_findings():
    assert _check(island()) == []


@pytest.mark.parametrize("case", WRONG, ids=lambda case: f"{case.code}:{'/'.join(map(str, case.at))}")
def test_what_is_wrong_is_found_at_its_value(case: Wrong):
    found = [f for f in _check(island(case.change)) if f.code == case.code and f.at == case.at]
    assert [(f.record, f.severity) for f in found] == [(case.record, case.severity)]
    assert found[0].hint
    for words in case.says:
        assert words in found[0].message


@pytest.mark.parametrize("case", FINE, ids=lambda case: f"{case.code}:{case.why}")
def test_what_only_looks_wrong_is_left_alone(case: Fine):
    assert case.code not in _codes(_check(island(case.change)))


def test_every_code_has_a_case_and_a_near_miss():
    codes = codes_in("checks")
    assert {case.code for case in WRONG} == codes
    assert {case.code for case in FINE} == codes


def test_a_near_id_of_the_right_kind_is_offered():
    finding = _check(island({"events/0/claims/0/by": "reef-crew"}))[0]
    assert "`reef-crews`" in finding.hint
    finding = _check(island({"events/0/where/0": "north-kay"}))[0]
    assert "`north-quay`" in finding.hint


def test_whoever_names_a_retired_id_is_told_the_new_one():
    chain = [gone("riot", now="calm", renamed="true"), gone("calm", now="quay-taken", renamed="true")]
    change = {"retired": chain, "questions/0/answers//0": {"words": "See [[riot]].", "refs": ["riot"]}}
    hints = {finding.hint for finding in _check(island(change))}
    assert hints == {"`riot` was renamed on 2031-05-01: write `quay-taken`."}
    over = {"retired": [gone("quay-taken/all", None)], "questions/0/answers//0/refs": ["quay-taken/all"]}
    (finding,) = _check(island(over))
    assert "`quay-taken/all` was retired on 2031-05-01" in finding.hint


def test_no_guess_of_another_kind_is_offered():
    finding = _check(island({"events/0/where/0": "wardens"}))[0]
    assert finding.code == "wrong-kind"
    assert "Did you mean" not in finding.hint


def test_a_near_statement_of_the_record_is_offered():
    finding = _check(island({"questions/0/answers//0/refs": ["quay-taken/crew"]}))[0]
    assert "`quay-taken/crews`" in finding.hint


def test_swapped_coordinates_are_recognised():
    swapped = {"places/1/point/lat": "1.5", "places/1/point/lon": "45.5"}
    (finding,) = _check(island(swapped))
    assert "swapped" in finding.hint


def test_naming_a_record_that_could_not_be_typed_is_no_problem_of_its_own():
    facts = island({"events/0/where/0": "wharf", "questions/0/answers//0/refs": ["riot/mayor"]})
    assert [f.code for f in _check(facts)] == ["unknown-id", "unknown-id"]
    assert check(facts, broken=frozenset({"wharf", "riot"}), complete=True) == []


def test_nothing_is_missing_while_a_file_could_not_be_read():
    change = {
        "events/0/where/0": "wharf",
        "questions/0/answers//0/refs": ["riot"],
        "sources/+": another("sources", id="extra"),
    }
    assert check(island(change), broken=frozenset(), complete=False) == []


def test_nothing_is_unused_while_a_record_could_not_be_typed():
    facts = island({"sources/+": another("sources", id="extra")})
    assert _codes(_check(facts)) == {"unused-source"}
    assert check(facts, broken=frozenset({"riot"}), complete=True) == []


def test_other_findings_stay_when_something_is_broken():
    facts = island({"places/1/point/lat": "145.5", "sources/1/tier": "C"})
    assert _codes(check(facts, frozenset({"riot"}), complete=False)) == {"bad-coordinates", "tier-c-note"}


def test_findings_are_sorted_and_the_same_each_time():
    change = {
        "places/1/point/lat": "145.5",
        "events/0/where/0": "wharf",
        "events/0/claims/0/by": "nobody",
        "explainer/lead": "why",
        "questions/0/answers//0/refs": ["riot", "calm"],
    }
    findings = _check(island(change))
    assert findings == _check(island(change))
    assert [f.record for f in findings] == sorted(f.record for f in findings)


def test_checks_are_named_as_they_are_listed():
    names = [rule.__name__ for rule in CHECKS]
    assert len(set(names)) == len(names)
    assert all(rule.__doc__ for rule in CHECKS)


def test_the_shared_world_has_no_errors(facts: Facts):
    assert [finding for finding in _check(facts) if finding.severity == "error"] == []
