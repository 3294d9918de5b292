"""Status of a record or of a lone statement, as known on a day, and its history."""

from datetime import date

from generator.derive.standing import Status
from generator.model.claims import Contested
from generator.model.facts import Facts, Statement


def status(record: Contested, facts: Facts, day: date | None = None) -> Status:
    """Say how an event or relation stands as known on a day (by default: all that is known)."""
    raise NotImplementedError


def statement_status(
    statement: Statement, facts: Facts, day: date | None = None, *, favours: tuple[str, ...] | None = None
) -> Status:
    """Say how a lone claim, figure or point stands: as a record with this one statement."""
    raise NotImplementedError


def history(record: Contested, facts: Facts) -> tuple[Status, ...]:
    """Give the status on each known day on which its name changed, oldest first."""
    raise NotImplementedError
