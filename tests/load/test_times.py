"""Times of day from elsewhere: told in the explainer's zone, whatever file they stand in."""

import pytest

from generator.rendering import check
from tests.load.folders import BROKEN, EVENT, explainer, load_files

BASE = (BROKEN / "_base" / "explainer.yml").read_text("utf-8")


def zoned(zone: str) -> str:
    lines = [line for line in BASE.splitlines() if not line.startswith("time_zone:")]
    return "\n".join([*lines, f"time_zone: {zone}", "covers: 2018-03-01T22:30Z/2018-03-31", ""])


def occurred(written: str) -> str:
    return EVENT.replace("2018-03-08", written)


def test_a_time_with_an_offset_may_be_one_of_another_day(tmp_path):
    files = {"explainer.yml": zoned("Asia/Damascus"), "timeline/a.yml": occurred("2018-03-08T22:30Z")}
    loaded = load_files(tmp_path, files)
    assert not loaded.problems
    (event,) = loaded.facts.events
    assert str(event.occurred) == "2018-03-09T00:30"
    assert str(loaded.facts.explainer.covers) == "2018-03-02T00:30/2018-03-31"


def test_one_moment_is_one_however_it_is_written(tmp_path):
    second = occurred("2018-03-08T10:30+02:00").replace("weir-opens", "weir-shuts")
    third = occurred("2018-03-08T08:30:00Z").replace("weir-opens", "weir-leaks")
    first = occurred("2018-03-08T10:30")
    loaded = load_files(
        tmp_path, {"explainer.yml": zoned("Asia/Damascus"), "timeline.yml": first + second + third}
    )
    assert len({event.occurred for event in loaded.facts.events}) == 1


def test_a_time_that_the_zone_never_had_is_reported_at_its_place(tmp_path):
    files = {"explainer.yml": zoned("Europe/Paris"), "timeline.yml": occurred("2018-03-25T02:30")}
    (problem,) = load_files(tmp_path, files).problems
    assert (problem.code, problem.location.line, problem.location.column) == ("bad-date", 2, 13)
    assert "Europe/Paris" in problem.message and "offset" in problem.hint


@pytest.mark.parametrize("zone", ["Brell time", "Asia/Damascuss", "../../etc/passwd", "''"])
def test_an_unknown_zone_is_the_only_thing_told(zone, tmp_path):
    files = {"explainer.yml": zoned(zone), "timeline.yml": occurred("2018-03-08T22:30+03:00")}
    codes = {problem.code for problem in check(explainer(tmp_path, files)) if problem.severity == "error"}
    assert codes <= {"bad-time-zone", "empty-value", "unknown-id"} and codes & {
        "bad-time-zone",
        "empty-value",
    }
