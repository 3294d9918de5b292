"""A whole run: every contender at every size in turns, then what is measured of the generator alone."""

import compileall
import os
import platform
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import psutil

from benchmarks.generator import tell
from benchmarks.peers import contenders
from benchmarks.peers.contenders import Contender
from benchmarks.peers.facts import make
from benchmarks.peers.figures import FORM, Results
from benchmarks.peers.installing import CACHE, install, versions
from benchmarks.peers.own import CHECKED_EVENTS, EDITION_EVENTS, OwnTrials
from benchmarks.peers.processes import ProgramError
from benchmarks.peers.trial import Measured, Trash, Trial
from tools.checkouts import ROOT, CheckoutError, revision

PEERS = dict(zip(("hugo", "eleventy", "mkdocs", "zensical"), contenders.PEERS, strict=True))
OWN = ("sample", "check", "editions")
MEASURES = ("edit", "live", *OWN)
CHECK_FACTOR = 5  # so many times the facts of the builds are checked


@dataclass(frozen=True, slots=True)
class Asked:
    """What to measure: sizes in events, peers by their short names, measures beside cold builds.

    Who takes longer than ``slow`` seconds is measured once, no program may take ``limit`` seconds.
    """

    sizes: Sequence[int]
    repetitions: int
    peers: Sequence[str]
    measures: Sequence[str]
    base: str | None
    slow: float
    limit: float


def measure(asked: Asked) -> Results:
    """Run everything; give what came of it. Raises InstallError and CheckoutError."""
    names = {PEERS[name] for name in asked.peers}
    install(names)
    measured_at = _git("describe", "--always", "--dirty", "--exclude=*")  # before it can change
    machine = _machine()
    with ExitStack() as stack:
        checkouts = {contenders.OURS: ROOT}
        if asked.base:
            commit = _git("rev-parse", "--short", f"{asked.base}^{{commit}}")
            checkouts[contenders.base_name(commit)] = stack.enter_context(revision(asked.base))
        for checkout in checkouts.values():  # what Python makes of the code is no part of a build
            compileall.compile_dir(checkout / "generator", quiet=2)
        trash = Trash(CACHE / "trash")
        stack.callback(trash.empty)
        peers = [peer for peer in contenders.peers() if peer.name in names]
        ours = {name: contenders.explainer(name, checkout) for name, checkout in checkouts.items()}
        trials = [
            trial.result()
            for events in asked.sizes
            for trial in _trials([*peers, *ours.values()], events, asked, trash)
        ]
        by_contender = {ours[name]: checkout for name, checkout in checkouts.items()}
        own, failed = _own(by_contender, asked, trash)
    return {
        "form": FORM,
        "day": datetime.now(UTC).date().isoformat(),
        "commit": measured_at,
        "base": next(iter(set(ours) - {contenders.OURS}), ""),
        "machine": machine,
        "versions": versions(names),
        "repetitions": asked.repetitions,
        "slow": asked.slow,
        "trials": trials,
        "own": own,
        "own failures": failed,
        "own sizes": _own_sizes(asked.sizes),
    }


def _trials(measured: Sequence[Contender], events: int, asked: Asked, trash: Trash) -> list[Trial]:
    """Measure all contenders at one size, in turns."""
    facts, folder = make(events), CACHE / "work" / str(events)
    trash.take(folder)
    trials = [Trial(one, facts, folder / f"{at}", trash, asked.limit) for at, one in enumerate(measured)]
    for number in range(asked.repetitions):
        for trial in (one for one in trials if number == 0 or not one.takes_longer_than(asked.slow)):
            _tell(f"{events:,} events, {trial.contender.name}, run {number + 1} of {asked.repetitions}")
            trial.attempt(trial.build_cold if number else trial.begin)
            if "edit" in asked.measures:
                trial.attempt(trial.build_edit)
    for trial in trials if "live" in asked.measures else []:
        _tell(f"{events:,} events, {trial.contender.name}, edits in its preview")
        count = 1 if trial.takes_longer_than(asked.slow) else asked.repetitions
        trial.attempt(partial(trial.watch_edits, count))
    _tell("")
    trash.take(folder)
    return trials


def _own(ours: dict[Contender, Path], asked: Asked, trash: Trash) -> tuple[dict[str, Measured], list[str]]:
    """Measure the generator alone, its revisions in turns: each cost by revision and name; what failed."""
    sizes, folder = _own_sizes(asked.sizes), CACHE / "work" / "own"
    found: dict[str, Measured] = {contender.name: {} for contender in ours}
    failed: list[str] = []
    slow: set[tuple[str, str]] = set()
    for number, name, contender in _turns(asked, ours):
        own = OwnTrials(contender, ours[contender], folder, trash, asked.limit)
        measures: dict[str, Callable[[], dict[str, Measured]]] = {
            "sample": own.sample,
            "check": partial(own.check, sizes["check"]),
            "editions": partial(own.editions, sizes["editions"]),
        }
        if (contender.name, name) in slow:
            continue
        _tell(f"{contender.name}, {name}, run {number + 1} of {asked.repetitions}")
        try:
            costs = measures[name]()
        except (ProgramError, CheckoutError, OSError) as error:
            failed.append(f"{contender.name}, {name}: {error}")
            costs = {}
        for cost_name, cost in costs.items():
            found[contender.name].setdefault(cost_name, []).append(cost)
        if not costs or any(cost["wall"] > asked.slow for cost in costs.values()):
            slow.add((contender.name, name))
    _tell("")
    trash.take(folder)
    return found, failed


def _turns(asked: Asked, ours: Iterable[Contender]) -> Iterator[tuple[int, str, Contender]]:
    for name in (one for one in OWN if one in asked.measures):
        for number in range(asked.repetitions):
            yield from ((number, name, contender) for contender in ours)


def _own_sizes(sizes: Sequence[int]) -> dict[str, int]:
    """Give the sizes of what is measured of the generator alone: a small run stays short."""
    return {
        "check": min(CHECKED_EVENTS, CHECK_FACTOR * max(sizes)),
        "editions": min(EDITION_EVENTS, min(sizes)),
    }


def _tell(words: str) -> None:
    tell(f"\r\033[K{words}")


def _machine() -> Measured:
    return {
        "cores": os.cpu_count(),
        "memory": psutil.virtual_memory().total,
        "processor": _processor(),
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "python": platform.python_version(),
        "load": os.getloadavg()[0],  # of what else it does
    }


def _processor() -> str:
    """Give the processor's name, which Python tells on some systems alone."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _git(*words: str) -> str:
    command = ["git", "-C", str(ROOT), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CheckoutError(done.stderr.strip())
    return done.stdout.strip()
