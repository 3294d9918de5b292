"""Status of a record or of a lone statement, as known on a day, and its history.

Where the rules come from: the status table of the method page; ``hearing`` says which words
count, ``voices`` how speakers are counted, ``interest`` who is a party, ``rules`` what follows.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from generator.derive.grounds import roots, turning_days
from generator.derive.hearing import Hearing, Saying, hear, in_order, saying, sayings
from generator.derive.interest import Interest
from generator.derive.known import horizon, in_force, source_day
from generator.derive.rules import Case, verdict
from generator.derive.standing import Status
from generator.derive.voices import Voice, voices_among
from generator.model.claims import Confirmation, Contested
from generator.model.facts import Facts, Statement


@dataclass(frozen=True)
class _Matter:
    """What a status is derived from: everything said, whom it serves, the editor's decision."""

    said: tuple[Saying, ...]
    interest: Interest
    confirmed: Confirmation | None = None

    @property
    def facts(self) -> Facts:
        return self.interest.facts


def status(record: Contested, facts: Facts, day: date | None = None) -> Status:
    """Say how an event or relation stands as known on a day.

    Without ``day``: as known in this edition. On a day before anything about it was known it is
    *claimed* because nothing stands; ``known_at`` leaves such a record out.
    """
    return _latest(_matter(record, facts), horizon(facts, day))


def statement_status(
    statement: Statement, facts: Facts, day: date | None = None, *, favours: tuple[str, ...] | None = None
) -> Status:
    """Say how a lone claim, figure or point stands: as a record with this one statement.

    ``favours`` is that of the series a figure belongs to; unknown for all others.
    """
    return _latest(_Matter((saying(statement, ""),), Interest(favours, facts)), horizon(facts, day))


def history(record: Contested, facts: Facts) -> tuple[Status, ...]:
    """Give the status on each known day on which its name changed, oldest first.

    The last one has today's name, but its other fields are those of its first day.
    """
    return tuple(run[0] for run in _runs(_matter(record, facts), horizon(facts, None)))


def standing_and_history(record: Contested, facts: Facts) -> tuple[Status, tuple[Status, ...]]:
    """Give ``status`` and ``history`` of a record for the work of one."""
    return _both(_matter(record, facts))


def statement_standing_and_history(
    statement: Statement, facts: Facts, favours: tuple[str, ...] | None
) -> tuple[Status, tuple[Status, ...]]:
    """Give ``statement_status`` and the history of a lone statement for the work of one."""
    return _both(_Matter((saying(statement, ""),), Interest(favours, facts)))


def _both(matter: _Matter) -> tuple[Status, tuple[Status, ...]]:
    runs = _runs(matter, horizon(matter.facts, None))
    return runs[-1][-1], tuple(run[0] for run in runs)


def is_confirmed(record: Contested, facts: Facts) -> bool:
    """Say whether an editor's confirmation is in force in this edition, its sources not all retracted."""
    return _confirmed(_matter(record, facts), horizon(facts, None))


def _matter(record: Contested, facts: Facts) -> _Matter:
    return _Matter(sayings(record), Interest(record.favours, facts), record.confirmed)


def _latest(matter: _Matter, until: date) -> Status:
    return _runs(matter, until)[-1][-1]


def _runs(matter: _Matter, until: date) -> list[list[Status]]:
    """Give the statuses on all days when something could change, in runs of the same name."""
    each = [_on(matter, day) for day in _days(matter, until)] or [_on(matter, until)]
    runs = [list(run) for _, run in groupby(each, key=lambda status: status.name)]
    return [[replace(status, since=run[0].since) for status in run] for run in runs]


def _days(matter: _Matter, until: date) -> list[date]:
    """Give the days up to ``until`` on which the status can change, from the first known word on."""
    cited = {source for said in matter.said for source in said.sources}
    first = min((source_day(source, matter.facts) for source in cited), default=date.max)
    return sorted(day for day in {*_turns(matter, cited)} if first <= day <= until)


def _turns(matter: _Matter, cited: set[str]) -> Iterator[date]:
    yield from turning_days(cited, matter.facts)
    if matter.confirmed:
        yield in_force(matter.confirmed, matter.facts)
        yield from turning_days((citation.source for citation in matter.confirmed.cite), matter.facts)


def _on(matter: _Matter, day: date) -> Status:
    hearing = hear(matter.said, matter.facts, day)
    voices = voices_among(hearing.affirming, matter.interest)
    case = _case(hearing, voices, _confirmed(matter, day))
    name, reason = verdict(case)
    return Status(
        name=name,
        since=day,
        reason=reason,
        speakers=_speakers(voices),
        deniers=case.deniers,
        unable=case.unable,
        conceding=_speakers(tuple(voice for voice in voices if voice.conceding)),
        voices=len(voices),
        withdrew=tuple(in_order(hearing.given_up)),
        neutral=case.neutral,
    )


def _case(hearing: Hearing, voices: tuple[Voice, ...], editor: bool) -> Case:
    return Case(
        voices=voices,
        deniers=tuple(in_order(hearing.denying)),
        unable=tuple(in_order(hearing.unable)),
        withdrew=bool(hearing.taken_back),
        retracted=bool(hearing.lost),
        editor=editor,
    )


def _confirmed(matter: _Matter, day: date) -> bool:
    """Say whether the editor's confirmation counts: in force, and not all its sources retracted."""
    decision, facts = matter.confirmed, matter.facts
    if decision is None or in_force(decision, facts) > day:
        return False
    known = (citation.source for citation in decision.cite if source_day(citation.source, facts) <= day)
    return any(roots(source, facts, day) for source in known)


def _speakers(voices: tuple[Voice, ...]) -> tuple[str, ...]:
    return tuple(speaker for voice in voices for speaker in voice.speakers)
