"""How fast the default explainer is for a phone on a slow line: Lighthouse's score for performance.

    make bench-reader

Lighthouse loads each page over and over and works out what a slow phone would have felt. Other work on
the machine lowers the score: the best of a few runs counts.
"""

import sys

from tests.browser.kinds import kinds
from tests.browser.lighthouse import PAGES, PERFORMANCE, report, score
from tests.browser.serving import hosting
from tests.built import built

LEAST = 0.95
RUNS = 3
PARTS = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
)


def measure(address: str) -> tuple[float, list[str]]:
    """Give the best score of a page, 0 to 1, and what it is made of in Lighthouse's words."""
    best = max((report(address, PERFORMANCE) for _ in range(RUNS)), key=lambda one: score(one, PERFORMANCE))
    return score(best, PERFORMANCE), [best["audits"][part]["displayValue"] for part in PARTS]


def main() -> int:
    """Print a line for each page; 1 when one is too slow."""
    print(f"{'page':<14}{'score':>6}  {'  '.join(PARTS)}")
    slow = []
    with hosting() as host:
        home = host.publish("default", built("default"))
        for kind in PAGES:
            reached, parts = measure(home + kinds(built("default"))[kind])
            print(f"{kind:<14}{reached:>6.2f}  {'  '.join(parts)}", flush=True)
            slow += [kind] if reached < LEAST else []
    print(f"below {LEAST}: {', '.join(slow) or 'none'}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
