"""One contender at one size, in a folder of its own: cold builds, edits, and edits that are watched."""

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from benchmarks.peers.checking import problems
from benchmarks.peers.contenders import Contender
from benchmarks.peers.facts import FactTables, edited, rare_word
from benchmarks.peers.forms import write
from benchmarks.peers.processes import ProgramError, Surroundings, measured, running
from benchmarks.peers.searching import searched
from tools.checkouts import CheckoutError

SHOWN = 3
POLL = 0.01  # seconds between two looks at an edited page
Measured: TypeAlias = dict[str, Any]  # as JSON holds it


class Trash:
    """Where folders go instead of being deleted.

    On ext4, making thousands of files soon after thousands were deleted can take ten times as long,
    which would count against whoever builds next.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, path: Path) -> None:
        """Move a folder here, if it is there."""
        if path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            path.rename(self._folder / str(time.time_ns()))

    def empty(self) -> None:
        """Delete all that was moved here."""
        shutil.rmtree(self._folder, ignore_errors=True)


class Trial:
    """A contender at a size. What fails is kept as ``failed``, and nothing is measured after it."""

    def __init__(
        self, contender: Contender, facts: FactTables, folder: Path, trash: Trash, limit: float
    ) -> None:
        self.contender, self.facts = contender, facts
        self.failed = ""
        self.costs: dict[str, list[dict[str, float]]] = {"cold": [], "edit": []}
        self.live: list[float] = []
        self.site: Measured = {}
        self._folder, self._trash, self._limit = folder, trash, limit
        self._place = Surroundings(folder, contender.environment)
        self._event = facts["timeline"][len(facts["timeline"]) // 2]
        self._edits = 0

    def attempt(self, measure: Callable[[], None]) -> None:
        """Measure, unless something failed already."""
        if self.failed:
            return
        try:
            measure()
        except (ProgramError, CheckoutError, subprocess.CalledProcessError, OSError) as error:
            said = getattr(error, "stderr", None)
            self.failed = f"{error}\n{said}" if said else str(error)

    def takes_longer_than(self, seconds: float) -> bool:
        """Whether its first cold build did."""
        return bool(self.costs["cold"]) and self.costs["cold"][0]["wall"] > seconds

    def begin(self) -> None:
        """Make the folder, and build in it for the first time."""
        self._trash.take(self._folder)
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        self.contender.lay_out(self._folder)
        self.build_cold()

    def build_cold(self) -> None:
        """Build from nothing but the facts; the first site is looked at closely."""
        for name in (self.contender.site, *self.contender.caches):
            self._trash.take(self._folder / name)
        self._write(self.facts)
        self._build("cold")
        if not self.site:
            cost = self._checked(self.facts, rare_word(self._event))
            self.site = weight(self._folder / self.contender.site) | cost

    def build_edit(self) -> None:
        """Build again, over what is there, after one word more in one event."""
        word, facts = self._edit()
        self._build("edit")
        if len(self.costs["edit"]) == 1:
            self._checked(facts, word)

    def watch_edits(self, count: int) -> None:
        """Edit while the contender's own preview runs; note the seconds until it serves the new word."""
        self._write(self.facts)
        self._feed()
        port = _free_port()
        address = f"http://127.0.0.1:{port}/events/{self._event['id']}/"
        patience = 60 + 4 * self.costs["cold"][0]["wall"]
        with running(self.contender.preview(port), self._place):
            _wait_for(address, self._event["id"], patience, self._event["title"])
            for _ in range(count):
                time.sleep(1 + self.costs["cold"][0]["wall"] / 4)  # until it watches again
                word, _ = self._edit()
                began = time.perf_counter()
                self._feed()
                _wait_for(address, word, patience, word)
                self.live.append(time.perf_counter() - began)

    def _write(self, facts: FactTables) -> None:
        write(facts, self.contender.form, self._folder / self.contender.facts)

    def _edit(self) -> tuple[str, FactTables]:
        self._edits += 1
        word = f"Edited{self._edits}word"
        facts = edited(self.facts, self._event["id"], word)
        self._write(facts)
        return word, facts

    def _feed(self) -> None:
        if self.contender.feed:
            measured([self.contender.feed], self._place, self._limit)

    def _build(self, kind: str) -> None:
        self.costs[kind].append(measured(self.contender.steps, self._place, self._limit).as_dict())

    def _checked(self, facts: FactTables, word: str) -> Measured:
        """Check the whole site against the facts; give the cost of a search. Raises ProgramError."""
        site = self._folder / self.contender.site
        wrong = problems(site, self.contender.wanted(facts), exactly=self.contender.is_peer)
        search, cost = searched(site, self.contender.search, facts, self._event, word)
        if wrong := wrong + search:
            told = "; ".join(wrong[:SHOWN])
            raise ProgramError(f"{self.contender.name}: {len(wrong)} things are wrong with its site: {told}")
        return {"rare": cost.rare, "common": cost.common}

    def result(self) -> Measured:
        """Give all that was measured, as JSON holds it."""
        return {
            "contender": self.contender.name,
            "events": len(self.facts["timeline"]),
            "failed": self.failed,
            **self.costs,
            "live": self.live,
            "site": self.site,
        }


def weight(site: Path) -> Measured:
    """Count a site's files as a host does: each at its size, however often it is linked to.

    Gives the number of files and of pages, and the bytes of all files.
    """
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return {"files": len(files), "pages": pages, "bytes": sum(path.stat().st_size for path in files)}


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(address: str, what: str, seconds: float, text: str) -> None:
    """Ask for a page until it holds a text. Raises TimeoutError."""
    wanted, end = text.encode(), time.perf_counter() + seconds
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(address, timeout=seconds) as answer:
                if wanted in answer.read():
                    return
        except (urllib.error.URLError, OSError):
            pass  # it is not up yet, or is making the page
        time.sleep(POLL)
    raise TimeoutError(f"{what} was not served within {seconds:.0f} s")
