"""How long facts to Markdown takes, stage by stage, and how it grows with the facts.

    make bench-generator [SIZES="300 1000"] [BASE=REV]

Each measurement is a process of its own; the table gives medians of the seconds that the processor
worked, which neighbours on a shared machine disturb least. What counts is the growth: five times the
facts may take at most six times as long. `derive` asks for all that follows from the facts, which a
build asks for while it renders.

With BASE the code of that revision is measured too, and what counts is the ratio. It measures itself
with its own `benchmarks`: a stage that has been given other work to do since differs for that alone.
"""

import argparse
import gc
import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from benchmarks.invented import write
from tools.checkouts import ROOT, CheckoutError, revision, run

SIZES = (300, 1_000, 5_000)
GROWTH = (1_000, 5_000)  # from one of these sizes to the other
STAGES = ("load", "check", "derive", "render", "write")
ROWS = (*STAGES, "total")
RUNS = 3
MOST_GROWTH = 6.0
TOO_SHORT = 0.1  # seconds at 1,000 events; below, a stage is noise beside the others


def measure(events: int) -> dict[str, float]:
    """Run every stage once on facts of that size; give the seconds of each, and the pages made."""
    from generator import checks
    from generator.load import load
    from generator.pages.page import MARK
    from generator.pages.render import render
    from generator.site.docs import apply_changes, plan_changes, stage_docs, text_hashes

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
            changes = plan_changes(root / "docs", text_hashes(texts), MARK)
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


def measured_apart(events: int, checkouts: Mapping[str, Path]) -> dict[str, dict[str, float]]:
    """Give the medians of runs in fresh processes, for the code of each checkout.

    The checkouts take turns, so that a busy moment of the machine slows all of them.
    """
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in checkouts}
    for number in range(RUNS):
        for name, checkout in checkouts.items():
            tell(f"\r\033[K{events:,} events, {name}, run {number + 1} of {RUNS} ")
            runs[name].append(json.loads(run(checkout, "benchmarks.generator", "--one", str(events))))
    tell("\r\033[K")
    return {name: medians(done) for name, done in runs.items()}


def tell(words: str) -> None:
    """Show how far the work is, to whoever watches."""
    if sys.stderr.isatty():
        print(words, end="", file=sys.stderr, flush=True)


def medians(runs: list[dict[str, float]]) -> dict[str, float]:
    """Give the median of each stage, and their sum."""
    result = {name: median(one[name] for one in runs) for name in runs[0]}
    return result | {"total": sum(result[stage] for stage in STAGES)}


def table(results: dict[int, dict[str, float]]) -> list[str]:
    """Lay the medians out, with the growth from 1,000 to 5,000 events in the last column."""
    grows = results.keys() >= set(GROWTH)
    lines = [f"{'seconds':<8}" + "".join(f"{size:>9,}" for size in results) + f"{'growth':>9}" * grows]
    for stage in ROWS:
        cells = "".join(f"{result[stage]:>9.2f}" for result in results.values())
        lines.append(f"{stage:<8}{cells}" + (f"{growth(results, stage):>8.1f}x" if grows else ""))
    lines.append(f"{'pages':<8}" + "".join(f"{result['pages']:>9,.0f}" for result in results.values()))
    return lines


def growth(results: dict[int, dict[str, float]], stage: str) -> float:
    """How many times longer 5,000 events take than 1,000."""
    smaller, larger = GROWTH
    return results[larger][stage] / results[smaller][stage]


def too_slow(results: dict[int, dict[str, float]]) -> list[str]:
    """Give the stages that grow faster than allowed; none where the sizes to tell by were not measured."""
    if not results.keys() >= set(GROWTH):
        return []
    long_enough = [stage for stage in ROWS if results[GROWTH[0]][stage] >= TOO_SHORT]
    return [stage for stage in long_enough if growth(results, stage) > MOST_GROWTH]


def comparison(events: int, base: dict[str, float], current: dict[str, float]) -> list[str]:
    """Lay the medians of two revisions out, with current/base in the last column."""
    lines = [f"{events:,} events", f"{'seconds':<8}{'base':>9}{'current':>9}{'ratio':>9}"]
    for stage in ROWS:
        ratio = current[stage] / base[stage]
        lines.append(f"{stage:<8}{base[stage]:>9.2f}{current[stage]:>9.2f}{ratio:>8.2f}x")
    lines.append(f"{'pages':<8}{base['pages']:>9,.0f}{current['pages']:>9,.0f}")
    return lines


def compare(sizes: Sequence[int], base: str) -> None:
    """Print how the code of another revision does on the same sizes, beside the current code."""
    with revision(base) as checkout:
        for size in sizes:
            result = measured_apart(size, {"base": checkout, "current": ROOT})
            print("\n".join(comparison(size, result["base"], result["current"])), flush=True)


def watch_growth(sizes: Sequence[int]) -> None:
    """Print the table; end with 1 when a stage, or all together, grows faster than allowed."""
    results = {size: measured_apart(size, {"current": ROOT})["current"] for size in sizes}
    print("\n".join(table(results)))
    if slow := too_slow(results):
        between = " to ".join(f"{size:,}" for size in GROWTH)
        sys.exit(f"grows more than {MOST_GROWTH:.0f} times from {between} events: {', '.join(slow)}")


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description="How long facts to Markdown takes.")
    parser.add_argument("--one", type=int, metavar="EVENTS", help="measure one size once, as JSON")
    parser.add_argument("--sizes", type=int, nargs="+", metavar="EVENTS", default=SIZES, help="other sizes")
    parser.add_argument("--base", metavar="REV", help="compare with the code of that revision")
    options = parser.parse_args()
    try:
        if options.one:
            print(json.dumps(measure(options.one)))
        elif options.base:
            compare(options.sizes, options.base)
        else:
            watch_growth(options.sizes)
    except CheckoutError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
