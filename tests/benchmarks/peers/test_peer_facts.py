"""The invented facts are the same each time, fit together, and hold in every form."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from benchmarks.peers.facts import LEAST_EVENTS, edited, make, rare_word
from benchmarks.peers.forms import write
from generator.rendering import check

FACTS = make(60)


def test_the_same_number_of_events_makes_the_same_facts() -> None:
    assert make(60) == FACTS
    assert make(61)["timeline"][:3] != FACTS["timeline"][:3]


@pytest.mark.parametrize("events", [LEAST_EVENTS, 60])
def test_there_are_as_many_of_each_as_the_events_need(events: int) -> None:
    facts = make(events)
    counts = {name: len(rows) for name, rows in facts.items() if name != "casualties"}
    assert counts == {
        "actors": events // 20 + 10,
        "cities": events // 10 + 10,
        "timeline": events,
        "sources": max(10, events // 2),
    }


def test_sources_are_out_when_what_they_tell_has_happened() -> None:
    published = {source["id"]: date.fromisoformat(source["date"]) for source in FACTS["sources"]}
    for event in FACTS["timeline"]:
        assert event["sources"]
        assert all(published[source] >= date.fromisoformat(event["date"]) for source in event["sources"])


def test_one_word_of_each_event_is_in_no_other() -> None:
    words = Counter(word for event in FACTS["timeline"] for word in event["summary"].split())
    assert all(words[rare_word(event)] == 1 for event in FACTS["timeline"])


def test_an_edit_is_one_word_more_in_one_event() -> None:
    event = FACTS["timeline"][7]
    after = edited(FACTS, event["id"], "Anew")
    changed = [pair for pair in zip(FACTS["timeline"], after["timeline"], strict=True) if pair[0] != pair[1]]
    assert changed == [(event, event | {"summary": f"Anew {event['summary']}"})]
    assert {name: after[name] for name in after if name != "timeline"} == {
        name: FACTS[name] for name in FACTS if name != "timeline"
    }


def test_yaml_and_json_hold_the_same(tmp_path: Path) -> None:
    write(FACTS, "yaml", tmp_path / "yaml")
    write(FACTS, "json", tmp_path / "json")
    for name, rows in FACTS.items():
        assert yaml.safe_load((tmp_path / f"yaml/{name}.yml").read_text("utf-8")) == rows
        assert json.loads((tmp_path / f"json/{name}.json").read_text("utf-8")) == rows


def test_a_file_that_says_the_same_is_not_written_again(tmp_path: Path) -> None:
    write(FACTS, "yaml", tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    write(edited(FACTS, "ev-00001", "Anew"), "yaml", tmp_path)
    after = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert [path.name for path in before if before[path] != after[path]] == ["timeline.yml"]


def test_nothing_is_wrong_with_them_as_an_explainer(tmp_path: Path) -> None:
    write(FACTS, "explainer", tmp_path / "content")
    assert [one for one in check(tmp_path) if one.severity == "error"] == []
