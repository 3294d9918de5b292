"""Origins: the line and column of every value, and what stands in where there is none."""

import pytest

from generator.load import load
from generator.problems import Finding, Location
from tests.load.folders import EVENT, explainer, load_files

ACTORS = """\
- id: millers
  name: {en: The millers, fr: Les meuniers}
  kind: people
  note: They met on the bridge.
  relations:
    - id: millers-oppose-guard
      type: opposes
      to: guard
      claims:
        - id: banner
          says: >-
            No guard may pass
            the weir.
          by: millers
          cite: [ledger-0308, ledger-0309@p2]
- id: guard
  name: The guard
  kind: army
"""
EXPLAINER = """\
headlines:
  - from: 2018-03-01
    title: The mill strike
    standfirst: What is said of it.
languages: [en, fr]
time_zone: UTC
as_of: 2018-05-01
publisher: The Olm Reading Room
sides:
  - id: crown
    name: The Crown
  - {id: league, name: The League}
"""
QUESTION = """\
---
title: {en: Why?, fr: Pourquoi ?}
reviewed: 2018-04-01
---
They struck for bread [@weir-opens].
"""


@pytest.fixture
def loaded(tmp_path):
    files = {
        "actors.yml": ACTORS,
        "explainer.yml": EXPLAINER,
        "timeline.yml": EVENT,
        "questions/why.md": QUESTION,
        "questions/why.fr.md": QUESTION.replace("title: {en: Why?, fr: Pourquoi ?}", "title: Pourquoi ?"),
    }
    return load_files(tmp_path, files)


@pytest.mark.parametrize(
    ("record", "at", "place"),
    [
        ("weir-opens", (), "timeline.yml:1:3"),
        ("weir-opens", ("id",), "timeline.yml:1:7"),
        ("weir-opens", ("occurred",), "timeline.yml:2:13"),
        ("weir-opens", ("claims", 0, "by"), "timeline.yml:7:11"),
        ("weir-opens", ("claims", 0), "timeline.yml:5:7"),
        ("weir-opens", ("claims", 0, "cite", 0), "timeline.yml:8:13"),
        ("weir-opens", ("claims", 0, "stance"), "timeline.yml:5:7"),
        ("weir-opens", ("claims", 7, "by"), "timeline.yml:5:5"),
        ("weir-opens", ("confirmed", "why"), "timeline.yml:1:3"),
        ("millers", ("name", "fr"), "actors.yml:2:31"),
        ("millers", ("note", "text"), "actors.yml:4:9"),
        ("millers", ("relations", 0, "to"), "actors.yml:8:11"),
        ("millers-oppose-guard", (), "actors.yml:6:7"),
        ("millers-oppose-guard", ("claims", 0, "says"), "actors.yml:11:17"),
        ("millers-oppose-guard", ("claims", 0, "cite", 1), "actors.yml:15:31"),
        ("guard", ("kind",), "actors.yml:18:9"),
        ("", (), "explainer.yml:1:1"),
        ("", ("headlines", 0, "from"), "explainer.yml:2:11"),
        ("", ("sides", 1, "id"), "explainer.yml:12:10"),
        ("", ("frame", "north"), "explainer.yml:1:1"),
        ("crown", ("name",), "explainer.yml:11:11"),
        ("why", ("title", "fr"), "questions/why.md:2:23"),
        ("why", ("reviewed",), "questions/why.md:3:11"),
        ("why", ("order",), "questions/why.md:2:1"),
        ("why", ("answers", "", 5, 1), "questions/why.md:5:1"),
        ("why", ("answers", "fr", 5, 23), "questions/why.fr.md:5:23"),
        ("nobody", ("id",), "explainer.yml:0:0"),
    ],
)
def test_every_value_has_its_place(record, at, place, loaded):
    assert str(loaded.positions.locate(record, at)) == f"content/{place}"


def test_a_finding_becomes_a_problem_with_its_line(loaded):
    assert loaded.problems == ()
    finding = Finding(
        "millers-oppose-guard", ("to",), "unknown-id", "nobody is `guard`", "Add it.", "warning"
    )
    problem = loaded.positions.place(finding)
    assert str(problem) == "content/actors.yml:8:11: unknown-id: nobody is `guard`"
    assert (problem.hint, problem.severity, problem.source_line) == ("Add it.", "warning", "      to: guard")


def test_a_line_that_is_not_there_is_empty(loaded):
    for location in (
        Location("content/gone.yml", 1, 1),
        Location("content/timeline.yml", 99, 1),
        Location("x"),
    ):
        assert loaded.positions.line_text(location) == ""


def test_of_two_records_with_one_id_the_later_is_shown(tmp_path):
    loaded = load_files(tmp_path, {"actors.yml": ACTORS, "timeline/b.yml": EVENT, "timeline/a.yml": EVENT})
    assert loaded.positions.locate("weir-opens", ("id",)).path == "content/timeline/b.yml"
    assert loaded.positions.locate("weir-opens", ("title",)).path == "content/timeline/a.yml"


def test_a_broken_record_has_a_place_too(tmp_path):
    loaded = load_files(tmp_path, {"timeline.yml": EVENT.replace("occurred", "occured")})
    assert str(loaded.positions.locate("weir-opens", ("title",))) == "content/timeline.yml:3:10"


def test_line_ends_of_windows_and_a_byte_order_mark_move_nothing(tmp_path):
    text = EVENT.replace("2018-03-08\n", "2018-02-30\n", 1)
    explainer(tmp_path, {"timeline.yml": b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()})
    problem = load(tmp_path).problems[0]
    assert str(problem.location) == "content/timeline.yml:2:13"
    assert problem.source_line == "  occurred: 2018-02-30"


def test_columns_count_characters(tmp_path):
    text = EVENT.replace("The weir stood open.", "'🙂 é': x").replace(
        "says: '🙂 é': x", "says: {en: ماء 🙂, x: b}"
    )
    problem = load_files(tmp_path, {"timeline.yml": text}).problems[0]
    assert problem.source_line[problem.location.column - 1 :] == "x: b}"
