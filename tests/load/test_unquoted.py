"""Bare words that a reader of YAML takes for no text: refused where words are meant, else read."""

import pytest
import yaml

from generator.load.yaml_schemas import as_read
from generator.model.unquoted import Unquoted
from tests.load.folders import EVENT, found, load_files

ACTOR = "- id: night-ledger\n  name: Night ledger\n  kind: news-outlet\n"
# As YAML 1.1 and 1.2 define their numbers, dates, truth values and marks.
NUMBERS = (
    *(
        "1_000",
        "1e5",
        "1E5",
        "1e+5",
        ".5",
        "+5",
        "-5",
        "1.5e3",
        "1.0",
        "5.",
        "-.5",
        "6.8523015e+5",
        "685_230.15",
    ),
    *(
        "0o10",
        "010",
        "08",
        "-0",
        "00",
        "0x1F",
        "0b1010",
        "1:30",
        "190:20:30.15",
        ".inf",
        "-.Inf",
        ".NaN",
        "1_",
    ),
)
DATES = ("2024-12-08", "2024-12-08T04:30:00Z", "2024-1-8 4:30:00", "2001-12-14t21:59:43.10-05:00")
OTHERS = ("true", "=")
TEXT = (
    "0",
    "5",
    "306887",
    "1984",
    "1.2.3",
    "5th",
    "e5",
    "1e",
    "v1.0",
    "2024",
    "12-08",
    "2024-12",
    "yesterday",
    "+",
)


@pytest.mark.parametrize("value", [*NUMBERS, *DATES, *OTHERS])
@pytest.mark.parametrize(
    "written",
    [
        "name: {}",
        "name: {{en: {}}}",
        "name: Night\n  note: {}",
        "name: Night\n  aliases: [{}]",
        "name: Night\n  short: {}",
    ],
)
def test_they_are_refused_in_every_text_and_accepted_in_quotes(value, written, tmp_path):
    plain = load_files(tmp_path, {"actors.yml": ACTOR.replace("name: Night ledger", written.format(value))})
    assert [one.code for one in plain.problems] == ["unquoted-trap"]
    assert f"`{value}`" in plain.problems[0].message and f'"{value}"' in plain.problems[0].hint
    assert plain.problems[0].source_line[plain.problems[0].location.column - 1 :].startswith(value)
    quoted = written.format(f'"{value}"')
    assert not load_files(tmp_path, {"actors.yml": ACTOR.replace("name: Night ledger", quoted)}).problems


@pytest.mark.parametrize("value", TEXT)
def test_digits_alone_and_words_may_stand_bare(value, tmp_path):
    loaded = load_files(tmp_path, {"actors.yml": ACTOR.replace("Night ledger", value)})
    assert not loaded.problems
    assert str(loaded.facts.actors[0].name) == value


@pytest.mark.parametrize("value", [*NUMBERS, *DATES, *OTHERS, *TEXT])
def test_whatever_the_library_takes_for_no_text_is_marked(value):
    """PyYAML reads YAML 1.1: what it makes of a bare word is never text to us."""
    if value != "=":  # it has no value for this one
        read = yaml.safe_load(value)
        marked = isinstance(as_read(value), Unquoted)
        assert marked or isinstance(read, str) or value.isdigit()


@pytest.mark.parametrize(
    ("file", "text", "problems"),
    [
        ("actors.yml", ACTOR.replace("name: Night ledger", "name: {no: Natt, en: Night}"), ["2:10"]),
        ("actors.yml", ACTOR.replace("name: Night ledger", 'name: {"no": Natt, en: Night}'), []),
        (
            "actors.yml",
            ACTOR.replace("name: Night ledger", "name: {en: .5, off: 1.0}"),
            ["2:14", "2:18", "2:23"],
        ),
        ("actors.yml", ACTOR.replace("name: Night ledger", "name: {en: 1.0, 'off': x}"), ["2:14"]),
        ("actors.yml", ACTOR.replace("- id: night-ledger", "- id: 1e5"), ["1:7"]),
        ("actors.yml", ACTOR.replace("- id: night-ledger", "- id: 2024-12-08"), ["1:7"]),
        ("timeline.yml", EVENT.replace("cite: ledger-0308", "cite: 1e5"), ["8:13"]),
        ("timeline.yml", EVENT + "      contradicts: [1e5]\n", ["9:21"]),
    ],
)
def test_ids_citations_and_keys_are_words_too(file, text, problems, tmp_path):
    told = found(load_files(tmp_path, {file: text}))
    assert told == [f"{file}:{at}: unquoted-trap" for at in problems]


def test_where_a_date_or_a_flag_is_meant_they_are_read(tmp_path):
    event = EVENT.replace("  title", "  key: true\n  title").replace("2018-03-08", "2018-03-08T10:30:00Z")
    loaded = load_files(tmp_path, {"timeline.yml": event})
    assert not loaded.problems
    assert str(loaded.facts.events[0].occurred) == "2018-03-08T10:30"


def test_the_record_is_kept_and_all_of_them_are_told_at_once(tmp_path):
    actor = ACTOR.replace("name: Night ledger", "name: 1.0\n  aliases: [1e5, 1984, .5]")
    loaded = load_files(tmp_path, {"actors.yml": actor})
    assert found(loaded) == [f"actors.yml:{at}: unquoted-trap" for at in ("2:9", "3:13", "3:24")]
    assert str(loaded.facts.actors[0].name) == "1.0"
    assert type(str(loaded.facts.actors[0].name)) is str


def test_where_a_number_is_meant_its_fault_is_told(tmp_path):
    series = (
        "- id: toll\n  title: Toll\n  metric: killed\n  who: everyone\n  where: ford\n  period: 2018\n"
        "  figures:\n"
        "    - {id: one, value: 1_000, as_of: 2018-03-08, by: night-ledger, cite: ledger-0308}\n"
    )
    (problem,) = load_files(tmp_path, {"casualties.yml": series}).problems
    assert problem.code == "bad-number" and "underscore" in problem.message and "1000" in problem.hint
