"""How a status reads: the sentence's own words carry the speaker and the hedge.

Patterns follow the status table of the method page; a translation may order them freely.
"""

from generator.derive import Status
from generator.model.claims import Claim
from generator.model.vocabulary import Stance, StatusName
from generator.views.context import Context
from generator.views.language import N_
from generator.views.runs import Runs, compose, with_stop, without_stop

STATUS_LABELS = {
    StatusName.WITHDRAWN: N_("withdrawn"),
    StatusName.DISPUTED: N_("disputed"),
    StatusName.CONFIRMED: N_("confirmed"),
    StatusName.CORROBORATED: N_("corroborated"),
    StatusName.REPORTED: N_("reported"),
    StatusName.CLAIMED: N_("claimed"),
}

STANCE_LABELS = {
    Stance.ASSERTS: N_("asserts"),
    Stance.DENIES: N_("denies"),
    Stance.CANNOT_CONFIRM: N_("cannot confirm"),
    Stance.CONCEDES: N_("concedes"),
    Stance.WITHDRAWS: N_("withdraws"),
}

_STANCES = {
    Stance.DENIES: N_("{speaker} denies it: {says}."),
    Stance.CANNOT_CONFIRM: N_("{speaker} could not confirm it: {says}."),
    Stance.CONCEDES: N_("{says}, {speaker} concedes."),
    Stance.WITHDRAWS: N_("{speaker} withdraws it: {says}."),
}

_RECORDS = {
    StatusName.WITHDRAWN: N_("Withdrawn: {says}, {speaker} had said."),
    StatusName.REPORTED: N_("{says}, according to {speaker}."),
    StatusName.CLAIMED: N_("{says}, {speaker} claims; this is not independently confirmed."),
}


def claim_sentence(context: Context, claim: Claim) -> Runs:
    """One claim as a sentence of its own, with its speaker and stance in words."""
    if claim.stance is not Stance.ASSERTS:
        pattern = _STANCES[claim.stance]
    elif claim.by in context.index.parties:
        pattern = N_("{says}, {speaker} says.")
    else:
        pattern = N_("{says}, according to {speaker}.")
    return _said(context, pattern, claim)


def record_sentence(context: Context, lead: Claim, status: Status) -> Runs:
    """A record's lead claim, worded as its status demands, and who could not confirm it."""
    runs = _by_status(context, lead, status)
    if not status.unable:
        return runs
    unable = compose(
        context.words(N_("{speaker} could not confirm it.")), speaker=context.mentions(status.unable)
    )
    return (*runs, *compose(" "), *_capital(unable))


def _by_status(context: Context, lead: Claim, status: Status) -> Runs:
    says = without_stop(context.text(lead.says))
    match status.name:
        case StatusName.CONFIRMED:
            return with_stop(says)
        case StatusName.CORROBORATED:
            pattern = N_("{says} ({count} independent sources).")
            return compose(context.words(pattern), says=says, count=context.language.number(status.voices))
        case StatusName.DISPUTED:
            return _disputed(context, lead, status)
        case name:
            if lead.stance is not Stance.ASSERTS:
                return _said(context, _STANCES[lead.stance], lead)
            return _said(context, _RECORDS[name], lead)


def _disputed(context: Context, lead: Claim, status: Status) -> Runs:
    pattern = context.language.ngettext(
        "{says}, {speaker} says; {deniers} denies it.",
        "{says}, {speaker} says; {deniers} deny it.",
        len(status.deniers),
    )
    says = without_stop(context.text(lead.says))
    return compose(
        pattern, says=says, speaker=context.mention(lead.by), deniers=context.mentions(status.deniers)
    )


def _said(context: Context, pattern: str, claim: Claim) -> Runs:
    says = without_stop(context.text(claim.says))
    return _capital(compose(context.words(pattern), says=says, speaker=context.mention(claim.by)))


def _capital(runs: Runs) -> Runs:
    first = next((number for number, run in enumerate(runs) if run.words), None)
    if first is None:
        return runs
    run = runs[first]
    raised = type(run)(run.words[:1].upper() + run.words[1:], run.target, run.language)
    return (*runs[:first], raised, *runs[first + 1 :])
