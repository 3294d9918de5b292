"""Results become tables and a plot with the right ratios, and the page takes them whole or not at all."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from benchmarks.peers import speed_page
from benchmarks.peers.contenders import HUGO_NAME, OURS, base_name
from benchmarks.peers.figures import FORM, figure, named, reference, trials
from benchmarks.peers.plot import described, plot
from benchmarks.peers.speed_page import BEGIN, END, PageError, rewrite
from benchmarks.peers.tables import report

BASE = base_name("abc1234")
PROSE = f"# Speed\n\nBefore.\n\n{BEGIN}\nwhat was measured before\n{END}\n\nAfter.\n"


def cost(wall: float) -> dict[str, float]:
    return {"wall": wall, "cpu": wall * 1.5, "memory": wall * 10e6}


def trial(name: str, events: int, *walls: float, failed: str = "") -> dict[str, Any]:
    site = {"files": 12, "pages": 3_456, "bytes": 5e6 * events, "rare": 120_000, "common": 130_000}
    return {
        "contender": name,
        "events": events,
        "failed": failed,
        "cold": [cost(wall) for wall in walls],
        "edit": [cost(wall / 2) for wall in walls],
        "live": [wall / 4 for wall in walls],
        "site": site if walls else {},
    }


def results(*measured: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "form": FORM,
        "day": "2026-12-01",
        "commit": "def5678",
        "base": "",
        "machine": {
            "cores": 2,
            "memory": 8 * 2**30,
            "processor": "P",
            "system": "S",
            "python": "3.11.7",
            "load": 0.25,
        },
        "versions": {"hugo": "0.1", "eleventy": "3"},
        "repetitions": 3,
        "slow": 60,
        "trials": list(measured),
        "own": {},
        "own failures": [],
        "own sizes": {"check": 1_500, "editions": 300},
        **more,
    }


TWO = results(trial(HUGO_NAME, 300, 1, 2, 9), trial(OURS, 300, 8, 10, 30))


def lines(told: dict[str, Any]) -> list[str]:
    return report(told)


def test_the_machine_and_how_busy_it_was_are_told() -> None:
    told = lines(TWO)[0]
    assert (
        "at commit def5678: 2 cores, 8 GiB of memory, P, S, Python 3.11.7; a load of 0.2 when it began"
        in told
    )
    assert told.endswith("Versions: eleventy 3, hugo 0.1.")


def test_the_medians_count() -> None:
    ours = named(TWO, 300, OURS)
    figures = {name: figure(ours, name) for name in ("cold", "cpu", "edit", "live", "memory", "bytes")}
    assert figures == {"cold": 10, "cpu": 15, "edit": 5, "live": 2.5, "memory": 100e6, "bytes": 1.5e9}


def test_tables_say_how_many_times_hugo_each_takes() -> None:
    assert reference(TWO, 300) == HUGO_NAME
    assert "| Explainer | 10.0 | 5.00 × | 15.0 | 5.00 | 5.00 × | 2.50 |" in lines(TWO)
    assert "| Explainer | 100 | 3,456 | 12 | 1,500 | 120 | 130 |" in lines(TWO)


def test_what_was_not_measured_has_no_figure() -> None:
    bare = trial(OURS, 300, 4) | {"edit": [], "live": []}
    assert "| Explainer | 4.00 | 1.00 × | 6.00 | - | - | - |" in lines(results(bare))


def test_whoever_failed_is_named_so() -> None:
    told = results(trial(HUGO_NAME, 300, 1), trial(OURS, 300, failed="no page"))
    assert "| Explainer (failed) | - | - | - | - | - | - |" in lines(told)


def test_growth_is_told_from_the_smallest_size_to_the_largest() -> None:
    told = results(trial(OURS, 1_000, 10), trial(OURS, 5_000, 45))
    assert lines(told)[-3:] == [
        "| from 1,000 to 5,000 events | cold build | one edit | live edit | memory | deployed | "
        "to a search result |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        "| Explainer | 4.50 × | 4.50 × | 4.50 × | 4.50 × | 5.00 × | 1.00 × |",
    ]


def test_an_earlier_revision_stands_beside_this_one() -> None:
    own = {name: {"check": [cost(wall)]} for name, wall in ((OURS, 1), (BASE, 4))}
    told = results(trial(OURS, 300, 12), trial(BASE, 300, 120), base=BASE, own=own)
    assert "| cold build, 300 events, s | 120 | 12.0 | 0.10 × |" in lines(told)
    assert "| `explainer check` of 1,500 events, cold, s | 4.00 | 1.00 | 0.25 × |" in lines(told)


def test_editions_are_told_as_ratios() -> None:
    site = {"files": 9, "pages": 9, "bytes": 10e6}
    own = {
        OURS: {
            "without editions": [cost(10) | site],
            "with editions": [cost(20) | site | {"bytes": 15e6}],
        }
    }
    said = "Explainer, with every day of change as an edition: 2.00 × the time, 2.00 × the memory, "
    assert lines(results(trial(OURS, 300, 10), own=own))[-1] == f"{said}1.50 × the deployed size."


def test_the_plot_has_a_mark_for_each_time_and_needs_no_other_file() -> None:
    drawn = ElementTree.fromstring(plot(TWO))
    space = "{http://www.w3.org/2000/svg}"
    legend = 1
    for shape, part in (("circle", "cold"), ("rect", "edit"), ("polygon", "live")):
        marks = [one for one in drawn.iter(space + shape) if one.get("class") == part]
        assert len(marks) == len(trials(TWO, 300)) + legend
    words = [one.text for one in drawn.iter(space + "text")]
    assert {HUGO_NAME, OURS, "1 s", "10 s"} <= set(words)
    assert "http" not in plot(TWO).replace("http://www.w3.org/2000/svg", "")


def test_the_plot_places_more_seconds_further_right() -> None:
    drawn = ElementTree.fromstring(plot(TWO))
    marks = [float(one.get("cx", 0)) for one in drawn.iter() if one.get("class") == "cold"][1:]
    assert marks == sorted(marks)
    assert marks[0] < marks[1]


def test_the_plot_is_told_in_words() -> None:
    assert f"{OURS}: cold build 10.0, one edit 5.00, live edit 2.50" in described(TWO)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "speed.md").write_text(PROSE, encoding="utf-8")
    return tmp_path / "speed.md"


def test_results_take_the_place_of_those_before_and_nothing_else_changes(page: Path) -> None:
    rewrite(TWO, page)
    rewrite(TWO, page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# Speed\n\nBefore.\n\n{BEGIN}\n\n![Seconds for 300 events.")
    assert text.endswith(f"\n\n{END}\n\nAfter.\n")
    assert text.count("| Explainer | 10.0 |") == 1
    assert "what was measured before" not in text
    assert sorted(path.name for path in page.parent.iterdir()) == ["speed.md", "speed.svg"]


@pytest.mark.parametrize(
    "text", ["no marks", BEGIN, f"{END}\n{BEGIN}", f"{PROSE}{PROSE}"], ids=["none", "one", "order", "twice"]
)
def test_a_page_without_its_marks_is_left_alone(page: Path, text: str) -> None:
    page.write_text(text, encoding="utf-8")
    with pytest.raises(PageError, match="must hold these two lines once each"):
        rewrite(TWO, page)
    assert page.read_text(encoding="utf-8") == text
    assert not page.with_suffix(".svg").exists()


@pytest.mark.parametrize(
    "told",
    [
        results(),
        results(trial(HUGO_NAME, 300, 1), trial(OURS, 300, failed="no page")),
        results(trial(OURS, 300, 1), **{"own failures": ["Explainer, check: exit 1"]}),
    ],
    ids=["nothing", "a contender failed", "a measure failed"],
)
def test_results_with_a_failure_leave_the_page_as_it_was(page: Path, told: dict[str, Any]) -> None:
    with pytest.raises(PageError, match=r"^speed.md stays as it was"):
        rewrite(told, page)
    assert page.read_text(encoding="utf-8") == PROSE


def test_the_page_of_this_repository_can_take_results() -> None:
    speed_page.check()


def bench(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks.peers", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=speed_page.ROOT)


def test_results_that_were_kept_are_shown_again(tmp_path: Path) -> None:
    (tmp_path / "kept.json").write_text(json.dumps(TWO), encoding="utf-8")
    shown = bench("--results", str(tmp_path / "kept.json"))
    assert (shown.returncode, shown.stdout.splitlines()) == (0, lines(TWO))


def test_results_with_a_failure_are_shown_and_the_page_stays(tmp_path: Path) -> None:
    told = results(trial(HUGO_NAME, 300, 1), trial(OURS, 300, failed="no page"))
    (tmp_path / "kept.json").write_text(json.dumps(told), encoding="utf-8")
    before = speed_page.PAGE.read_bytes()
    shown = bench("--results", str(tmp_path / "kept.json"), "--write")
    assert (shown.returncode, shown.stdout.splitlines()) == (1, lines(told))
    assert "failed: Explainer at 300 events: no page\nspeed.md stays as it was" in shown.stderr
    assert speed_page.PAGE.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "said"), [("{}", "holds no results of this form"), ("{", "line 1"), (None, "No such file")]
)
def test_what_is_no_results_is_refused_in_words(tmp_path: Path, text: str | None, said: str) -> None:
    if text is not None:
        (tmp_path / "kept.json").write_text(text, encoding="utf-8")
    refused = bench("--results", str(tmp_path / "kept.json"))
    assert refused.returncode == 2
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--sizes", "3"), "3 events are too few to measure; take 10 or more"),
        (("--reps", "0"), "0 is no number from 1 on"),
        (("--peers", "jekyll"), "jekyll"),
        (("--measures", "joy"), "joy"),
    ],
)
def test_wrong_usage_says_what_would_be_right(words: tuple[str, ...], said: str) -> None:
    refused = bench(*words)
    assert refused.returncode == 2
    assert said in refused.stderr
