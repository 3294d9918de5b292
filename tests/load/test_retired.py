"""What is no longer there: read from one file or a folder of them, with the place of every value."""

import pytest

from generator.model.refs import Ref
from generator.model.retired import Retired
from generator.model.vocabulary import RecordKind
from tests.load.folders import EVENT, found, load_files

GONE = """\
- id: weir-shuts
  kind: event
  on: 2018-03-09
  why: {en: It never shut., fr: Jamais.}
- id: weir-opens/ledger-second
  on: 2018-03-10
  now: weir-opens/ledger-first
  renamed: true
"""


@pytest.mark.parametrize("path", ["retired.yml", "retired/1-spring.yml"])
def test_it_is_read(path, tmp_path):
    loaded = load_files(tmp_path, {path: GONE, "timeline.yml": EVENT})
    assert loaded.problems == ()
    record, statement = loaded.facts.retired
    assert (record.kind, record.is_statement, record.renamed) == (RecordKind.EVENT, False, False)
    assert (statement.now, statement.is_statement, statement.renamed) == (
        Ref("weir-opens", "ledger-first"),
        True,
        True,
    )
    assert f"content/{path}" in loaded.hashes


def test_it_has_places_of_its_own(tmp_path):
    loaded = load_files(
        tmp_path, {"retired.yml": GONE.replace("weir-shuts", "weir-opens"), "timeline.yml": EVENT}
    )
    record, statement = loaded.facts.retired
    assert str(loaded.positions.locate(record.entry, ("why", "fr"))) == "content/retired.yml:4:33"
    assert str(loaded.positions.locate(statement.entry, ("now",))) == "content/retired.yml:7:8"
    assert loaded.positions.locate("weir-opens", ("id",)).path == "content/timeline.yml"


@pytest.mark.parametrize(
    ("before", "after", "wanted", "hint"),
    [
        ("  why:", "  wy:", "retired.yml:4:3: unknown-key", "Did you mean `why`?"),
        ("kind: event", "kind: evnt", "retired.yml:2:9: unknown-word", "Did you mean `event`?"),
        ("on: 2018-03-09", "on: March", "retired.yml:3:7: bad-date", "Write 2024-12-08"),
        ("id: weir-shuts", "id: Weir/Shuts", "retired.yml:1:7: bad-id", "Latin"),
        ("  kind: event\n", "", "retired.yml:1:3: bad-retired", "under Retired"),
        ("  renamed: true\n", "", "retired.yml:5:3: bad-retired", "under Retired"),
    ],
)
def test_a_slip_is_found_at_its_place(before, after, wanted, hint, tmp_path):
    loaded = load_files(tmp_path, {"retired.yml": GONE.replace(before, after, 1), "timeline.yml": EVENT})
    assert found(loaded) == [wanted]
    assert hint in loaded.problems[0].hint


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ({"id": "a/b", "kind": "event", "why": "x"}, "neither"),
        ({"id": "a", "why": "x"}, "`kind`"),
        ({"id": "a", "kind": "relation", "why": "x"}, "`holder`"),
        ({"id": "a", "kind": "event", "holder": "b", "why": "x"}, "`holder`"),
        ({"id": "a", "kind": "event", "renamed": True}, "`now`"),
        ({"id": "a", "kind": "event", "now": "b"}, "`why`"),
    ],
)
def test_an_entry_that_says_too_little_is_refused(keys, word):
    with pytest.raises(ValueError, match=word):
        Retired(on="2018-03-09", **keys)
