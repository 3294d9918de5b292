"""What the budgets allow and what was measured, for the table at the end of the run."""

from dataclasses import dataclass, field


@dataclass
class Ledger:
    """Lines of the table: budget -> (limit, what was measured). The last entry of a budget counts."""

    lines: dict[str, tuple[str, str]] = field(default_factory=dict)
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)

    def record(self, budget: str, limit: str, measured: str) -> None:
        """One figure, such as ("Home page's HTML, compressed", "<= 30 KB", "10.2 KB")."""
        self.lines[budget] = (limit, measured)

    def count(self, budget: str, findings: int) -> None:
        """Add what one page showed to a budget that allows nothing."""
        pages, found = self.counts.get(budget, (0, 0))
        self.counts[budget] = (pages + 1, found + findings)

    def entries(self) -> tuple[dict[str, tuple[str, str]], dict[str, tuple[int, int]]]:
        """All of it in plain values, to be sent to another process."""
        return self.lines, self.counts

    def add(self, entries: tuple[dict[str, tuple[str, str]], dict[str, tuple[int, int]]]) -> None:
        """Take in what another process noted."""
        lines, counts = entries
        self.lines |= {budget: (limit, measured) for budget, (limit, measured) in lines.items()}
        for budget, (pages, findings) in counts.items():
            before, found = self.counts.get(budget, (0, 0))
            self.counts[budget] = (before + pages, found + findings)

    def table(self) -> list[tuple[str, str, str]]:
        """Every line: budget, limit, measured."""
        counted = [
            (name, "0", f"{found} on {pages} pages") for name, (pages, found) in sorted(self.counts.items())
        ]
        return counted + [(name, *figures) for name, figures in sorted(self.lines.items())]


LEDGER = Ledger()
