"""The truth table of statuses, row by row."""

import pytest

from generator.derive.status import Reason
from generator.model.vocabulary import StatusName
from tests.derive.ask import status
from tests.derive.make import day, tell, words

# Under each status with its reason: the case | what is said, as `tests.derive.make.words` reads it.
# The record serves the north if true, unless a third column says whom: `unsaid`, `nobody` or sides.
# `decided`: an editor confirmed it on day 5, citing the first source.
TABLE = """
withdrawn, speakers-withdrew
    its only speaker withdrew | watch; watch withdraws 3
    withdrawn on the day it was said | watch; watch withdraws
    both speakers withdrew | watch; radio; watch withdraws 3; radio withdraws 4
    all of several took it back | watch+radio; radio withdraws 3; watch withdraws 4
    jointly taken back | watch; radio; radio+watch withdraws 3
    the speaker turned to denying | watch; watch denies 3
    withdrawn while another denies | watch; radio denies; watch withdraws 3
    only the withdrawal is on record | watch withdraws
    one withdrew, the other's source is retracted | watch; radio retracted 4; watch withdraws 3
    a repeat does not save what was withdrawn | watch; radio 2 of s1; watch withdraws 3
    a decision does not save what was withdrawn | watch; watch withdraws 3 | decided
    a repeat of a repeat does not save what was withdrawn | watch of unseen; radio 2 of s1; watch withdraws 3
withdrawn, sources-retracted
    its only source is retracted | watch retracted 4
    a repeat does not save what was retracted | watch retracted 4; radio 2 of s1
reported, one-speaker
    one withdrew, another stands | watch; radio; watch withdraws 3
    one of two sources is retracted | watch also unseen retracted 4
    said again after withdrawing | watch; watch withdraws 3; watch 5
    nobody disputes with itself | watch; watch denies
    the denier withdrew the denial | watch; radio denies; radio withdraws 4
    the denial is retracted | watch; radio denies retracted 3
    the concession was withdrawn | watch; south-guard concedes; south-guard withdraws 4
    where it serves nobody there is nothing to concede | watch; south-guard concedes | nobody
    the concession is only a repeat of the other voice | watch; south-guard concedes 2 of s1
    one that is no party | watch
    one speaker in many sources | watch; watch 2; watch 3
    one that is no party, and who gains | watch; north-guard
    one that is no party, and a party without interest | watch; south-guard
    many papers carry one speaker | watch; radio 2 of s1; paper 2 of s1,s2
    many papers carry one unseen report | watch of unseen; radio of unseen; paper of s2
    two papers repeat each other | watch of s2; radio of s1
    one that also carries an unseen report | watch; watch of unseen
    two who say it jointly | watch+radio
    jointly, in two papers and either order | watch+radio; radio+watch 2
    one of them alone too | watch+radio; watch 2
    joint statements that share a speaker | watch+radio; radio+paper
    one of two takes back its part | watch+radio; watch withdraws 3
    jointly by one who repeats it | watch; watch+radio 2 of s1
    a party signs with one that is none, where it serves nobody | watch; paper+north-guard | nobody
    a concession inside a carried report | watch; radio of unseen; south-guard concedes of unseen
disputed, denied
    one asserts, another denies | watch; south-guard denies
    one of two turned to denying | watch+radio; radio denies 3
    one asserts, two deny jointly | watch; radio+paper denies
    two assert, one denies | watch; radio; paper denies
    a decision does not outweigh a denial | watch; south-guard denies | decided
    a concession by an interested party settles nothing | north-guard concedes; south-guard denies
    cannot-confirm does not replace a denial | watch; radio denies; radio cannot-confirm 4
corroborated, independent-speakers
    the denier turned to asserting | watch; radio denies; radio 4
    only a party can concede | watch; radio concedes
    two that are no party | watch; radio
    two jointly, and another | watch+radio; paper
    two pairs | watch+radio; paper+monitor
    both of them alone too | watch+radio; watch 2; radio 3
    two that are no party, favours unsaid | watch; radio | unsaid
    two speakers in one source | watch; radio also s1
    two unseen originals repeated | watch of unseen; radio of unseen-too
confirmed, conceded
    two who are hurt concede jointly | watch; south-guard+east-envoy concedes
    a concession repeated in a joint statement | watch; south-guard 2; paper+south-guard concedes 3
    the other side concedes | north-guard; south-guard concedes 3
    conceded by one party, denied by another | watch; south-guard concedes; east-envoy denies
    conceded by a party, favours unsaid | watch; south-guard concedes | unsaid
    a denier turned to conceding | watch; south-guard denies; south-guard concedes 4
    said again after conceding | watch; south-guard concedes; south-guard 4
    conceded and denied on one side | watch; north-guard concedes; north-crown denies | south
confirmed, editor-confirmed
    an editor decided | north-guard | decided
claimed, only-denials
    an editor decided what nobody asserts | watch denies | decided
    only denials | south-guard denies; watch cannot-confirm
claimed, with-interested-parties
    who gains finds somebody to sign | north-guard+watch
    both sides sign | north-guard+south-guard
    both sides sign, and it is called a concession | north-guard+south-guard concedes
    a paper carries what who gains says of something unseen | north-guard of unseen; paper of unseen
claimed, interested-parties
    two who gain, jointly | north-guard+north-crown
    an editor decided, the grounds are retracted | north-guard also unseen retracted 6 | decided
    only who gains | north-guard
    many who gain | north-guard; north-crown
    who gains concedes | north-guard; north-crown concedes
    two sides that both gain | north-guard; south-guard | north south
    a party, favours unsaid | east-envoy | unsaid
    who gains, and one who cannot confirm | north-guard; watch cannot-confirm
    who gains, carried by a paper | north-guard; paper 2 of s1
reported, lone-concession
    a lone concession | south-guard concedes
    a lone concession against a denial | south-guard concedes; east-envoy denies
reported, party-without-interest
    a party without interest signs with one that is none | south-guard+watch
    a party without interest | south-guard
    two parties without interest | south-guard; east-envoy
    a party where it serves nobody | north-guard | nobody
    a party without interest, and who gains | north-guard; south-guard
claimed, only-cannot-confirm
    only somebody who cannot confirm | watch cannot-confirm
claimed, nothing-stands
    a denial that was withdrawn | watch denies; watch withdraws 3
"""

FAVOURS = {"unsaid": None, "nobody": (), "": ("north",)}


def rows():
    for line in TABLE.strip().splitlines():
        if not line.startswith(" "):
            name, reason = line.split(", ")
            continue
        case, said, *given = (part.strip() for part in line.split("|"))
        whom = "".join(word for word in given if word != "decided")
        yield pytest.param(
            said, FAVOURS.get(whom, tuple(whom.split())), "decided" in given, (name, reason), id=case
        )


@pytest.mark.parametrize(("said", "favours", "decided", "expected"), tuple(rows()))
def test_truth_table(said, favours, decided, expected):
    decision = {"on": str(day(5)), "why": "It was filmed.", "cite": "s1"} if decided else None
    found = status(*tell(words(said), favours=favours, confirmed=decision))
    assert (found.name, found.reason) == expected


def test_every_status_and_reason_has_a_row():
    assert {row.values[-1][0] for row in rows()} == set(StatusName)
    assert {row.values[-1][1] for row in rows()} == set(Reason)
