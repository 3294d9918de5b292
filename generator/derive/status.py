"""Status of a record or of a lone statement, as known on a day: the rules, why one holds, its history.

Where the rules come from: the status table of the method page; ``positions`` says which statements
count, ``corroboration`` how speakers are counted and who is a party. ``RULES`` is the truth table, first
rule that fits. It has an answer for everything, so the cases that its prose leaves open are settled here:

* A lone concession (a party admits what hurts it, nobody else speaks) is *reported*: it is
  better than a claim that serves its speaker, yet no second speaker bears it out.
* A record that nobody is on record asserting is *claimed*: what was denied or could not be
  confirmed was claimed by somebody, though we have not read it. It is not *disputed*, since
  nobody stands on the other side.
* An editor confirms what somebody asserts: without an asserting speaker the decision has nothing
  to confirm. It does not outweigh a denial either; only a concession does.
* A party without an interest counts as *reported*, never more, however many of them speak.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby

from generator.derive.corroboration import IndependentSpeaker, Interest, independent_among
from generator.derive.known import horizon, in_force, source_day
from generator.derive.positions import (
    Positions,
    Utterance,
    positions_on,
    speakers_in_order,
    utterance,
    utterances,
)
from generator.derive.provenance import change_days, original_sources
from generator.model.facts import Facts, Statement
from generator.model.statements import Confirmation, Contested
from generator.model.vocabulary import StatusName


class Reason(StrEnum):
    """Why a status holds: which rule of the truth table fitted first."""

    SPEAKERS_WITHDREW = "speakers-withdrew"  # withdrawn: whoever asserted it took it back
    SOURCES_RETRACTED = "sources-retracted"  # withdrawn: every source of the assertions is retracted
    DENIED = "denied"  # disputed: one asserts, another denies, no party conceded
    CONCEDED = "conceded"  # confirmed: a party admits what hurts it, and one more speaker asserts it
    EDITOR_CONFIRMED = "editor-confirmed"  # confirmed: the editor's `confirmed` is in force
    INDEPENDENT_SPEAKERS = "independent-speakers"  # corroborated: two or more that are no party
    ONE_SPEAKER = "one-speaker"  # reported: one that is no party
    LONE_CONCESSION = "lone-concession"  # reported: a party admits what hurts it, nobody else speaks
    PARTY_WITHOUT_INTEREST = "party-without-interest"  # reported: a party whom it does not serve
    INTERESTED_PARTIES = "interested-parties"  # claimed: only parties whom it serves
    ONLY_DENIALS = "only-denials"  # claimed: nobody is on record asserting it, somebody denies it
    ONLY_UNABLE = "only-cannot-confirm"  # claimed: somebody could not confirm it, nobody else spoke
    NOTHING_STANDS = "nothing-stands"  # claimed: nothing said about it is known, or stands, on that day


@dataclass(frozen=True)
class Status:
    """How a record stands as known on a day. Tuples hold actor ids, earliest known word first.

    ``since`` is the first known day from which ``name`` has held without a break.
    ``speakers`` carry it (the speakers of its asserting voices); ``voices`` counts the voices that
    are independent of each other, parties included, and ``neutral`` those that are no party: say
    the latter where a sentence counts independent sources. ``conceding`` are the speakers whose
    concession counts as one. ``unable`` could not confirm it and have said nothing since.
    ``withdrew`` asserted it and took it back, or had all their sources retracted.
    """

    name: StatusName
    since: date
    reason: Reason
    speakers: tuple[str, ...] = ()
    deniers: tuple[str, ...] = ()
    unable: tuple[str, ...] = ()
    conceding: tuple[str, ...] = ()
    voices: int = 0
    withdrew: tuple[str, ...] = ()
    neutral: int = 0


@dataclass(frozen=True)
class Evidence:
    """What the rules look at. ``retracted``: asserting words were lost with their sources.

    ``editor``: the editor's ``confirmed`` is in force.
    """

    voices: tuple[IndependentSpeaker, ...]
    deniers: tuple[str, ...]
    unable: tuple[str, ...]
    withdrew: bool
    retracted: bool
    editor: bool

    @property
    def neutral(self) -> int:
        """How many voices are no party at all."""
        return sum(voice.neutral for voice in self.voices)

    @property
    def conceded(self) -> bool:
        """Whether a party conceded what hurts its side."""
        return any(voice.conceding for voice in self.voices)

    @property
    def denied(self) -> bool:
        """Whether one speaker asserts and another denies; nobody disputes with itself."""
        speakers = {speaker for voice in self.voices for speaker in voice.speakers}
        return any(speakers - {denier} for denier in self.deniers)


RULES: tuple[tuple[StatusName, Reason, Callable[[Evidence], bool]], ...] = (
    (StatusName.WITHDRAWN, Reason.SPEAKERS_WITHDREW, lambda case: not case.voices and case.withdrew),
    (StatusName.WITHDRAWN, Reason.SOURCES_RETRACTED, lambda case: not case.voices and case.retracted),
    (StatusName.DISPUTED, Reason.DENIED, lambda case: case.denied and not case.conceded),
    (StatusName.CONFIRMED, Reason.CONCEDED, lambda case: case.conceded and len(case.voices) > 1),
    (StatusName.CONFIRMED, Reason.EDITOR_CONFIRMED, lambda case: case.editor and bool(case.voices)),
    (StatusName.CORROBORATED, Reason.INDEPENDENT_SPEAKERS, lambda case: case.neutral > 1),
    (StatusName.REPORTED, Reason.ONE_SPEAKER, lambda case: case.neutral == 1),
    (StatusName.REPORTED, Reason.LONE_CONCESSION, lambda case: case.conceded),
    (
        StatusName.REPORTED,
        Reason.PARTY_WITHOUT_INTEREST,
        lambda case: not all(v.interested for v in case.voices),
    ),
    (StatusName.CLAIMED, Reason.INTERESTED_PARTIES, lambda case: bool(case.voices)),
    (StatusName.CLAIMED, Reason.ONLY_DENIALS, lambda case: bool(case.deniers)),
    (StatusName.CLAIMED, Reason.ONLY_UNABLE, lambda case: bool(case.unable)),
    (StatusName.CLAIMED, Reason.NOTHING_STANDS, lambda case: True),
)


def classify(case: Evidence) -> tuple[StatusName, Reason]:
    """Give the first rule that fits; the last one always does."""
    return next((name, reason) for name, reason, fits in RULES if fits(case))


@dataclass(frozen=True)
class _StatusInput:
    """What a status is derived from: everything said, whom it serves, the editor's decision."""

    said: tuple[Utterance, ...]
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
    return _latest(_status_input(record, facts), horizon(facts, day))


def statement_status(
    statement: Statement, facts: Facts, day: date | None = None, *, favours: tuple[str, ...] | None = None
) -> Status:
    """Say how a lone claim, figure or point stands: as a record with this one statement.

    ``favours`` is that of the series a figure belongs to; unknown for all others.
    """
    return _latest(_StatusInput((utterance(statement, ""),), Interest(favours, facts)), horizon(facts, day))


def history(record: Contested, facts: Facts) -> tuple[Status, ...]:
    """Give the status on each known day on which its name changed, oldest first.

    The last one has today's name, but its other fields are those of its first day.
    """
    return tuple(run[0] for run in _runs(_status_input(record, facts), horizon(facts, None)))


def standing_and_history(record: Contested, facts: Facts) -> tuple[Status, tuple[Status, ...]]:
    """Give ``status`` and ``history`` of a record for the work of one."""
    return _both(_status_input(record, facts))


def statement_standing_and_history(
    statement: Statement, facts: Facts, favours: tuple[str, ...] | None
) -> tuple[Status, tuple[Status, ...]]:
    """Give ``statement_status`` and the history of a lone statement for the work of one."""
    return _both(_StatusInput((utterance(statement, ""),), Interest(favours, facts)))


def _both(matter: _StatusInput) -> tuple[Status, tuple[Status, ...]]:
    runs = _runs(matter, horizon(matter.facts, None))
    return runs[-1][-1], tuple(run[0] for run in runs)


def is_confirmed(record: Contested, facts: Facts) -> bool:
    """Say whether an editor's confirmation is in force in this edition, its sources not all retracted."""
    return _confirmed(_status_input(record, facts), horizon(facts, None))


def _status_input(record: Contested, facts: Facts) -> _StatusInput:
    return _StatusInput(utterances(record), Interest(record.favours, facts), record.confirmed)


def _latest(matter: _StatusInput, until: date) -> Status:
    return _runs(matter, until)[-1][-1]


def _runs(matter: _StatusInput, until: date) -> list[list[Status]]:
    """Give the statuses on all days when something could change, in runs of the same name."""
    each = [_on(matter, day) for day in _days(matter, until)] or [_on(matter, until)]
    runs = [list(run) for _, run in groupby(each, key=lambda status: status.name)]
    return [[replace(status, since=run[0].since) for status in run] for run in runs]


def _days(matter: _StatusInput, until: date) -> list[date]:
    """Give the days up to ``until`` on which the status can change, from the first known word on."""
    cited = {source for said in matter.said for source in said.sources}
    first = min((source_day(source, matter.facts) for source in cited), default=date.max)
    return sorted(day for day in {*_turns(matter, cited)} if first <= day <= until)


def _turns(matter: _StatusInput, cited: set[str]) -> Iterator[date]:
    yield from change_days(cited, matter.facts)
    if matter.confirmed:
        yield in_force(matter.confirmed, matter.facts)
        yield from change_days((citation.source for citation in matter.confirmed.cite), matter.facts)


def _on(matter: _StatusInput, day: date) -> Status:
    hearing = positions_on(matter.said, matter.facts, day)
    voices = independent_among(hearing.affirming, matter.interest)
    case = _evidence(hearing, voices, _confirmed(matter, day))
    name, reason = classify(case)
    return Status(
        name=name,
        since=day,
        reason=reason,
        speakers=_speakers(voices),
        deniers=case.deniers,
        unable=case.unable,
        conceding=_speakers(tuple(voice for voice in voices if voice.conceding)),
        voices=len(voices),
        withdrew=tuple(speakers_in_order(hearing.given_up)),
        neutral=case.neutral,
    )


def _evidence(hearing: Positions, voices: tuple[IndependentSpeaker, ...], editor: bool) -> Evidence:
    return Evidence(
        voices=voices,
        deniers=tuple(speakers_in_order(hearing.denying)),
        unable=tuple(speakers_in_order(hearing.unable)),
        withdrew=bool(hearing.taken_back),
        retracted=bool(hearing.lost),
        editor=editor,
    )


def _confirmed(matter: _StatusInput, day: date) -> bool:
    """Say whether the editor's confirmation counts: in force, and not all its sources retracted."""
    decision, facts = matter.confirmed, matter.facts
    if decision is None or in_force(decision, facts) > day:
        return False
    known = (citation.source for citation in decision.cite if source_day(citation.source, facts) <= day)
    return any(original_sources(source, facts, day) for source in known)


def _speakers(voices: tuple[IndependentSpeaker, ...]) -> tuple[str, ...]:
    return tuple(speaker for voice in voices for speaker in voice.speakers)
