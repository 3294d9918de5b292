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
* A record stands as its sentence does: the first of its claims in file order that stands on the day,
  with those that are tied to it (see ``ties``). A claim has a standing of its own, by the same rules.
* A denial that was known before all that asserts the sentence is no answer to it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby

from generator.derive.corroboration import IndependentSpeaker, Interest, independent_speakers
from generator.derive.positions import Positions, StatementHistory, positions_on, speakers_in_order
from generator.derive.provenance import SourceHistory
from generator.derive.ties import Ties
from generator.model.refs import Ref
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
    WITH_INTERESTED_PARTIES = "with-interested-parties"  # claimed: others say it jointly with such parties
    INTERESTED_PARTIES = "interested-parties"  # claimed: only parties whom it serves
    ONLY_DENIALS = "only-denials"  # claimed: nobody is on record asserting it, somebody denies it
    ONLY_UNABLE = "only-cannot-confirm"  # claimed: somebody could not confirm it, nobody else spoke
    NOTHING_STANDS = "nothing-stands"  # claimed: nothing said about it is known, or stands, on that day


@dataclass(frozen=True)
class Status:
    """How a record stands as known on a day. Tuples hold actor ids, earliest known statement first.

    ``since`` is the first known day from which ``name`` has held without a break.
    ``speakers`` carry it (those of its independent speakers); ``independent`` counts those, parties
    included, and ``neutral`` those that are no party: say the latter where a sentence counts
    independent sources. ``conceding`` are the speakers whose
    concession counts as one. ``unable`` could not confirm it and have said nothing since.
    ``withdrew`` asserted it and took it back, or had all their sources retracted. ``claim`` is the one
    whose words this is the status of; ``None`` where nothing stands that says that it is so.
    ``denied_before`` denied it before anybody on record had asserted it.
    """

    name: StatusName
    since: date
    reason: Reason
    speakers: tuple[str, ...] = ()
    deniers: tuple[str, ...] = ()
    unable: tuple[str, ...] = ()
    conceding: tuple[str, ...] = ()
    independent: int = 0
    withdrew: tuple[str, ...] = ()
    neutral: int = 0
    claim: Ref | None = None
    denied_before: tuple[str, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """What the rules look at. ``retracted``: asserting statements were lost with their sources.

    ``editor``: the editor's ``confirmed`` is in force.
    """

    independent: tuple[IndependentSpeaker, ...]
    deniers: tuple[str, ...]
    unable: tuple[str, ...]
    withdrew: bool
    retracted: bool
    editor: bool

    @property
    def neutral(self) -> int:
        """How many independent speakers are no party at all."""
        return sum(one.neutral for one in self.independent)

    @property
    def conceded(self) -> bool:
        """Whether a party conceded what hurts its side."""
        return any(one.conceding for one in self.independent)

    @property
    def denied(self) -> bool:
        """Whether one speaker asserts and another denies; nobody disputes with itself."""
        speakers = {speaker for one in self.independent for speaker in one.speakers}
        return any(speakers - {denier} for denier in self.deniers)


RULES: tuple[tuple[StatusName, Reason, Callable[[Evidence], bool]], ...] = (
    (StatusName.WITHDRAWN, Reason.SPEAKERS_WITHDREW, lambda case: not case.independent and case.withdrew),
    (StatusName.WITHDRAWN, Reason.SOURCES_RETRACTED, lambda case: not case.independent and case.retracted),
    (StatusName.DISPUTED, Reason.DENIED, lambda case: case.denied and not case.conceded),
    (StatusName.CONFIRMED, Reason.CONCEDED, lambda case: case.conceded and len(case.independent) > 1),
    (StatusName.CONFIRMED, Reason.EDITOR_CONFIRMED, lambda case: case.editor and bool(case.independent)),
    (StatusName.CORROBORATED, Reason.INDEPENDENT_SPEAKERS, lambda case: case.neutral > 1),
    (StatusName.REPORTED, Reason.ONE_SPEAKER, lambda case: case.neutral == 1),
    (StatusName.REPORTED, Reason.LONE_CONCESSION, lambda case: case.conceded),
    (
        StatusName.REPORTED,
        Reason.PARTY_WITHOUT_INTEREST,
        lambda case: not all(one.interested for one in case.independent),
    ),
    (
        StatusName.CLAIMED,
        Reason.WITH_INTERESTED_PARTIES,
        lambda case: any(one.mixed for one in case.independent),
    ),
    (StatusName.CLAIMED, Reason.INTERESTED_PARTIES, lambda case: bool(case.independent)),
    (StatusName.CLAIMED, Reason.ONLY_DENIALS, lambda case: bool(case.deniers)),
    (StatusName.CLAIMED, Reason.ONLY_UNABLE, lambda case: bool(case.unable)),
    (StatusName.CLAIMED, Reason.NOTHING_STANDS, lambda case: True),
)


def classify(case: Evidence) -> tuple[StatusName, Reason]:
    """Give the first rule that fits; the last one always does."""
    return next((name, reason) for name, reason, fits in RULES if fits(case))


@dataclass(frozen=True, slots=True)
class ConfirmationHistory:
    """An editor's confirmation: the day from which it counts, and the sources that it cites."""

    since: date
    sources: tuple[SourceHistory, ...]

    @property
    def days(self) -> Iterator[date]:
        """Each day on which it can begin or cease to count."""
        yield self.since
        yield from (day for source in self.sources for day, _ in source.steps)

    def counts_on(self, day: date) -> bool:
        """Say whether it is in force on a day, its sources not all retracted."""
        if self.since > day:
            return False
        return any(found.originals for source in self.sources if (found := source.on(day)))


@dataclass(frozen=True, slots=True)
class StatusTimeline:
    """How something stands on each known day on which that could change, oldest first; never empty."""

    days: tuple[tuple[date, Status], ...]

    @property
    def now(self) -> Status:
        """How it stands in this edition."""
        return self.days[-1][1]

    @property
    def history(self) -> tuple[Status, ...]:
        """The status on each day on which its name changed.

        The last one has today's name, but its other fields are those of its first day.
        """
        runs = groupby((status for _, status in self.days), key=lambda status: status.name)
        return tuple(next(run) for _, run in runs)

    def on(self, day: date) -> Status:
        """Give the status as known on a day.

        Before anything was known it is *claimed* because nothing stands; ``known_at`` leaves such a
        record out.
        """
        found = (status for since, status in reversed(self.days) if since <= day)
        return next(found, Status(StatusName.CLAIMED, day, Reason.NOTHING_STANDS))


def status_timeline(
    statements: Sequence[StatementHistory],
    interest: Interest,
    until: date,
    confirmation: ConfirmationHistory | None = None,
    ties: Ties | None = None,
) -> StatusTimeline:
    """Say how a record stands on every known day up to ``until``, from all that is stated about it.

    ``ties`` say which of the statements are about the same; without them all are.
    """
    first = min((one.known for one in statements), default=date.max)
    days = {day for one in statements for day, _ in one.steps} | set(
        confirmation.days if confirmation else ()
    )
    timeline: list[tuple[date, Status]] = []
    for day in sorted(day for day in days if first <= day <= until) or [until]:
        status = status_on(statements, interest, day, confirmation, ties)
        if timeline and timeline[-1][1].name is status.name:
            status = replace(status, since=timeline[-1][1].since)
        timeline.append((day, status))
    return StatusTimeline(tuple(timeline))


def status_on(
    statements: Sequence[StatementHistory],
    interest: Interest,
    day: date,
    confirmation: ConfirmationHistory | None = None,
    ties: Ties | None = None,
) -> Status:
    """Say how a record stands as known on a day, as if on no earlier one; see ``status_timeline``."""
    confirmed = confirmation is not None and confirmation.counts_on(day)
    lead, positions = sentence_on(statements, day, ties)
    return replace(_status(positions, interest, day, confirmed=confirmed), claim=lead)


def sentence_on(
    statements: Sequence[StatementHistory], day: date, ties: Ties | None
) -> tuple[Ref | None, Positions]:
    """Give the claim whose words a record stands for on a day, and who holds what about them."""
    if ties:
        for ref in ties.affirming:
            about = ties.about(ref)
            positions = positions_on([one for one in statements if one.ref in about], day)
            if positions.stands(ref):
                return ref, positions
    return None, positions_on(statements, day)


def _status(positions: Positions, interest: Interest, day: date, *, confirmed: bool) -> Status:
    independent = independent_speakers(positions.affirming, interest)
    denying = tuple(speakers_in_order(positions.answering))
    evidence = Evidence(
        independent=independent,
        deniers=denying,
        unable=tuple(speakers_in_order(positions.unable)),
        withdrew=bool(positions.withdrawn),
        retracted=bool(positions.lost),
        editor=confirmed,
    )
    name, reason = classify(evidence)
    return Status(
        name=name,
        since=day,
        reason=reason,
        speakers=_speakers(independent),
        deniers=evidence.deniers,
        unable=evidence.unable,
        conceding=_speakers(one for one in independent if one.conceding),
        independent=len(independent),
        withdrew=tuple(speakers_in_order(positions.given_up)),
        neutral=evidence.neutral,
        denied_before=tuple(one for one in speakers_in_order(positions.denying) if one not in denying),
    )


def _speakers(independent: Iterable[IndependentSpeaker]) -> tuple[str, ...]:
    return tuple(speaker for one in independent for speaker in one.speakers)
