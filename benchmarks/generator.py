"""How long facts to Markdown takes, stage by stage, and how it grows with the facts.

    make bench-generator

Each measurement is a process of its own; the table gives medians of the seconds that the processor
worked, which neighbours on a shared machine disturb least. What counts is the growth: five times the
facts may take at most six times as long. `derive` asks for all that follows from the facts, which a
build asks for while it renders.
"""

import argparse
import gc
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from benchmarks.invented import write

SIZES = (300, 1_000, 5_000)
STAGES = ("load", "check", "derive", "render", "write")
RUNS = 3
MOST_GROWTH = 6.0
TOO_SHORT = 0.1  # seconds at 1,000 events; below, a stage is noise beside the others


def measure(events: int) -> dict[str, float]:
    """Run every stage once on facts of that size; give the seconds of each, and the pages made."""
    from generator import checks
    from generator.load import load
    from generator.pages.page import MARK
    from generator.pages.render import render
    from generator.site.docs import apply_changes, plan_changes, stage_docs

    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Any]) -> Any:
        gc.collect()
        began = process_time()
        done = work()
        seconds[stage] = process_time() - began
        return done

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, events)
        loaded = timed("load", lambda: load(root))
        facts = loaded.facts
        timed("check", lambda: list(checks.check(facts, loaded.broken, loaded.complete)))
        timed("derive", lambda: follow(facts))
        rendered = timed("render", lambda: render(facts, "en"))
        texts = {page.path: page.text for page in rendered}

        def write_docs() -> None:
            changes = plan_changes(root / "docs", texts, MARK)
            stage_docs({}, texts, root / "staged")
            apply_changes(changes, root / "docs", root / "staged")

        timed("write", write_docs)
        errors = [problem for problem in loaded.problems if problem.severity == "error"]
        assert not errors, errors[:5]
        assert len(facts.events) == events
    return seconds | {"pages": len(rendered)}


def follow(facts: Any) -> None:
    """Ask for everything that follows from the facts, and for the edition of a day half way."""
    from generator.derive.control import control
    from generator.derive.index import index
    from generator.derive.open_questions import open_questions
    from generator.derive.snapshot import known_at

    for follows in (index, control, open_questions):
        facts.once(follows)
    days = sorted(event.occurred.first_day for event in facts.events)
    known_at(facts, days[len(days) // 2])


def measured_apart(events: int) -> dict[str, float]:
    """Give the medians of runs in fresh processes."""
    command = [sys.executable, "-m", "benchmarks.generator", "--one", str(events)]
    runs = []
    for run in range(RUNS):
        if sys.stderr.isatty():
            print(f"\r{events:,} events, run {run + 1} of {RUNS} ", end="", file=sys.stderr, flush=True)
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
        runs.append(json.loads(done.stdout))
    return {name: median(run[name] for run in runs) for name in runs[0]}


def table(results: dict[int, dict[str, float]]) -> list[str]:
    """Lay the medians out, with the growth from 1,000 to 5,000 events in the last column."""
    lines = [f"{'seconds':<8}" + "".join(f"{size:>9,}" for size in results) + f"{'growth':>9}"]
    for stage in (*STAGES, "total"):
        cells = "".join(f"{result[stage]:>9.2f}" for result in results.values())
        lines.append(f"{stage:<8}{cells}{growth(results, stage):>8.1f}x")
    lines.append(f"{'pages':<8}" + "".join(f"{result['pages']:>9,.0f}" for result in results.values()))
    return lines


def growth(results: dict[int, dict[str, float]], stage: str) -> float:
    """How many times longer 5,000 events take than 1,000."""
    return results[5_000][stage] / results[1_000][stage]


def main() -> None:
    """Print the table; end with 1 when a stage, or all together, grows faster than allowed."""
    parser = argparse.ArgumentParser(description="How long facts to Markdown takes.")
    parser.add_argument("--one", type=int, metavar="EVENTS", help="measure one size once, as JSON")
    events = parser.parse_args().one
    if events:
        print(json.dumps(measure(events)))
        return
    results = {size: measured_apart(size) for size in SIZES}
    for result in results.values():
        result["total"] = sum(result[stage] for stage in STAGES)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    print("\n".join(table(results)))
    long_enough = [stage for stage in (*STAGES, "total") if results[1_000][stage] >= TOO_SHORT]
    if slow := [stage for stage in long_enough if growth(results, stage) > MOST_GROWTH]:
        sys.exit(f"grows more than {MOST_GROWTH:.0f} times from 1,000 to 5,000 events: {', '.join(slow)}")


if __name__ == "__main__":
    main()
