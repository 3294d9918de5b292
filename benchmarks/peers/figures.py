"""What a run measured, as JSON keeps it, and the numbers that tables and plots take from it."""

from collections.abc import Sequence
from statistics import median
from typing import Any

from benchmarks.peers.contenders import HUGO_NAME
from benchmarks.peers.trial import Measured

Results = dict[str, Any]
FORM = 1  # of these results; another number where a newer one cannot be read as an older
TIMES = {"cold": "cold build", "edit": "one edit", "live": "live edit"}


def sizes(results: Results) -> list[int]:
    """Give the numbers of events that were measured, in order."""
    return sorted({trial["events"] for trial in results["trials"]})


def trials(results: Results, events: int) -> list[Measured]:
    """Give what was measured at a size, in the order of the tables."""
    return [trial for trial in results["trials"] if trial["events"] == events]


def named(results: Results, events: int, name: str) -> Measured | None:
    """Give what was measured of one contender at a size."""
    return next((one for one in trials(results, events) if one["contender"] == name), None)


def reference(results: Results, events: int) -> str:
    """Name the contender that the others are compared with: Hugo or, without it, the first."""
    names = [trial["contender"] for trial in trials(results, events)]
    return HUGO_NAME if HUGO_NAME in names else names[0]


def figure(trial: Measured | None, name: str) -> float | None:
    """Give the median of what was measured as ``name``, None where nothing was.

    ``cold``, ``edit`` and ``live`` are seconds on the clock, ``cpu`` those of the processors in a cold
    build, ``memory`` its bytes; ``files``, ``pages``, ``bytes``, ``rare`` and ``common`` are of the site.
    """
    if trial is None:
        return None
    if name in ("files", "pages", "bytes", "rare", "common"):
        of_site: dict[str, float] = trial["site"]
        return of_site.get(name)
    if name == "live":
        return median(trial["live"]) if trial["live"] else None
    kind, part = (name, "wall") if name in ("cold", "edit") else ("cold", name)
    return median_of(trial[kind], part)


def median_of(costs: Sequence[Measured], part: str) -> float | None:
    """Give the median of one part of several costs."""
    return median(cost[part] for cost in costs) if costs else None


def ratio(one: float | None, other: float | None) -> float | None:
    """Give how many times the other it is, None where one of them is missing."""
    return one / other if one is not None and other else None


def failures(results: Results) -> list[str]:
    """Say who failed, at which size, and why; measures of the generator alone too."""
    told = [
        f"{trial['contender']} at {trial['events']:,} events: {trial['failed']}"
        for trial in results["trials"]
        if trial["failed"]
    ]
    return told + list(results["own failures"])
