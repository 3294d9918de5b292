"""The generator beside what others would use instead, on the same facts in the same run.

    make bench [SIZE=300] [SIZES="1000 5000"] [REPS=3] [PEERS="hugo zensical"] [MEASURES="cold edit"]
               [BASE=REV] [WRITE=1]

Every contender builds the same invented facts from nothing (cold), again after one edit, and shows an
edit in its preview; whoever leaves a fact, a link or a word for the search out has failed. They take
turns, so that a busy minute of the machine slows all of them: what counts is the ratio. `WRITE=1` puts
tables and plot into docs/about/speed.md.
"""

import argparse
import json
import sys
from pathlib import Path

from benchmarks.peers import speed_page
from benchmarks.peers.facts import LEAST_EVENTS
from benchmarks.peers.figures import FORM, Results, failures
from benchmarks.peers.installing import CACHE, InstallError
from benchmarks.peers.measuring import MEASURES, PEERS, Asked, measure
from benchmarks.peers.tables import report
from tools.checkouts import CheckoutError

NONE = "none"
RESULTS = CACHE / "results.json"


def options() -> argparse.Namespace:
    """Read what is asked for."""
    parser = argparse.ArgumentParser(description="The generator beside its peers, on the same facts.")
    add = parser.add_argument
    add("--sizes", type=_size, nargs="+", metavar="EVENTS", default=[300], help="numbers of events [300]")
    add("--reps", type=_count, default=3, metavar="N", help="repetitions [3]")
    add("--peers", nargs="+", choices=[*PEERS, NONE], default=list(PEERS), help="these peers [all]")
    more = [*MEASURES, NONE]
    add("--measures", nargs="+", choices=more, default=list(MEASURES), help="beside cold builds [all]")
    add("--base", metavar="REV", help="also the generator of that revision")
    add("--slow", type=float, default=60, metavar="S", help="who takes longer is measured once [60]")
    add("--limit", type=float, default=3_600, metavar="S", help="no program may take longer [3600]")
    add("--json", type=Path, default=RESULTS, metavar="FILE", help="where all runs are kept")
    add("--write", action="store_true", help="put the results into docs/about/speed.md")
    add("--results", type=Path, metavar="FILE", help="measure nothing: take what a run kept there")
    return parser.parse_args()


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 on")
    return int(text)


def _size(text: str) -> int:
    if _count(text) < LEAST_EVENTS:
        raise argparse.ArgumentTypeError(f"{text} events are too few to measure; take {LEAST_EVENTS} or more")
    return int(text)


def taken(asked: argparse.Namespace) -> Results:
    """Measure and keep the results, or take those that an earlier run kept. Raises ValueError."""
    if asked.results:
        kept = json.loads(asked.results.read_text(encoding="utf-8"))
        if not isinstance(kept, dict) or kept.get("form") != FORM:
            raise ValueError(f"{asked.results} holds no results of this form ({FORM}); measure again")
        return kept
    results = measure(
        Asked(
            sizes=sorted(set(asked.sizes)),
            repetitions=asked.reps,
            peers=[name for name in asked.peers if name != NONE],
            measures=[name for name in asked.measures if name != NONE],
            base=asked.base,
            slow=asked.slow,
            limit=asked.limit,
        )
    )
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    asked.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return results


def written(results: Results) -> str:
    """Put results into the page; say why where it cannot take them."""
    try:
        speed_page.rewrite(results)
    except speed_page.PageError as error:
        return str(error)
    return ""


def main() -> int:
    """Print the tables. 0: all is well, 1: something failed, 2: nothing was measured, 130: stopped."""
    asked = options()
    try:
        if asked.write:
            speed_page.check()
        results = taken(asked)
        refused = written(results) if asked.write else ""  # first, should nobody read what is printed
        print("\n".join(report(results)))
    except (InstallError, CheckoutError, speed_page.PageError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    wrong = [f"failed: {failure}" for failure in failures(results)] + ([refused] if refused else [])
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
