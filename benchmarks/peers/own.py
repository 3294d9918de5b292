"""What is measured of the generator alone: its sample, the check of many facts, editions of earlier days."""

from pathlib import Path

from benchmarks.peers.contenders import Contender
from benchmarks.peers.facts import FactTables, edited, make
from benchmarks.peers.forms import write
from benchmarks.peers.processes import Surroundings, measured
from benchmarks.peers.trial import Measured, Trash, weight
from tools.checkouts import run

EDITION_EVENTS, CHECKED_EVENTS = 300, 5_000  # at most


class OwnTrials:
    """Measures of the generator with the code of one checkout, each repeated.

    Every measure gives the costs of its runs by name, as JSON holds them, and raises ProgramError
    where a run fails.
    """

    def __init__(
        self, contender: Contender, checkout: Path, folder: Path, trash: Trash, limit: float
    ) -> None:
        self._contender, self._checkout = contender, checkout
        self._folder, self._trash, self._limit = folder, trash, limit

    def sample(self) -> Measured:
        """Build what `explainer new` writes, from nothing."""
        folder = self._fresh("sample")
        run(self._checkout, "generator", "new", str(folder))
        return {"sample": self._run(folder, "build")}

    def check(self, events: int) -> Measured:
        """Check many events from nothing, and once more after one edit."""
        folder, facts = self._fresh("check"), make(events)
        self._lay_out(folder, facts)
        cold = self._run(folder, "check")
        write(edited(facts, facts["timeline"][events // 2]["id"], "Edited"), "explainer", folder / "content")
        return {"check": cold, "check after one edit": self._run(folder, "check")}

    def editions(self, events: int) -> Measured:
        """Build with every day of change as an edition, and without, each from nothing."""
        found: Measured = {}
        for name, words in (("without editions", ["--no-editions"]), ("with editions", [])):
            folder = self._fresh("editions")
            self._lay_out(folder, make(events))
            found[name] = self._run(folder, "build", *words) | weight(folder / "site")
        return found

    def _fresh(self, name: str) -> Path:
        folder = self._folder / name
        self._trash.take(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        return folder

    def _lay_out(self, folder: Path, facts: FactTables) -> None:
        self._contender.lay_out(folder)
        write(facts, self._contender.form, folder / self._contender.facts)

    def _run(self, folder: Path, *words: str) -> Measured:
        command = (*self._contender.steps[0][:3], *words)
        return dict(
            measured([command], Surroundings(folder, self._contender.environment), self._limit).as_dict()
        )
