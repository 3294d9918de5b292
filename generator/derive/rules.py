"""The truth table: from what was heard about a record to the name of its status, first rule that fits.

The table has an answer for everything, so the cases that its prose leaves open are settled here:

* A lone concession (a party admits what hurts it, nobody else speaks) is *reported*: it is
  better than a claim that serves its speaker, yet no second speaker bears it out.
* A record that nobody is on record asserting is *claimed*: what was denied or could not be
  confirmed was claimed by somebody, though we have not read it. It is not *disputed*, since
  nobody stands on the other side.
* An editor confirms what somebody asserts: without an asserting voice the decision has nothing
  to confirm. It does not outweigh a denial either; only a concession does.
* A party without an interest counts as *reported*, never more, however many of them speak.
"""

from collections.abc import Callable
from dataclasses import dataclass

from generator.derive.standing import Reason
from generator.derive.voices import Voice
from generator.model.vocabulary import StatusName


@dataclass(frozen=True)
class Case:
    """What the rules look at. ``retracted``: asserting words were lost with their sources.

    ``editor``: the editor's ``confirmed`` is in force.
    """

    voices: tuple[Voice, ...]
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


RULES: tuple[tuple[StatusName, Reason, Callable[[Case], bool]], ...] = (
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


def verdict(case: Case) -> tuple[StatusName, Reason]:
    """Give the first rule that fits; the last one always does."""
    return next((name, reason) for name, reason, fits in RULES if fits(case))
