"""Hedges: the word of a status that a title carries where no sentence and no label says how far it holds.

A title says shortly what is told to have happened. On its own page, and in lists, its status stands beside
it; in feeds, links, search results and data it stands alone, and would say more than anybody did. What is
established needs no hedge.
"""

from generator.derive.status import Reason, Status
from generator.model.vocabulary import StatusName
from generator.views.language import N_

STATUS_LABELS = {
    StatusName.WITHDRAWN: N_("withdrawn"),
    StatusName.DISPUTED: N_("disputed"),
    StatusName.CONFIRMED: N_("confirmed"),
    StatusName.CORROBORATED: N_("corroborated"),
    StatusName.REPORTED: N_("reported"),
    StatusName.CLAIMED: N_("claimed"),
}

# What nobody is on record as saying is no claim: it is told as what was denied, or could not be confirmed.
_UNSAID_LABELS = {
    Reason.ONLY_DENIALS: N_("denied"),
    Reason.ONLY_UNABLE: N_("not confirmed"),
}

_HEDGES = {
    StatusName.WITHDRAWN: N_("{title} (withdrawn)"),
    StatusName.DISPUTED: N_("{title} (disputed)"),
    StatusName.REPORTED: N_("{title} (reported)"),
    StatusName.CLAIMED: N_("{title} (claimed)"),
}

_UNSAID_HEDGES = {
    Reason.ONLY_DENIALS: N_("{title} (denied)"),
    Reason.ONLY_UNABLE: N_("{title} (not confirmed)"),
}


def status_label(status: Status) -> str:
    """Give the word of a status, to be translated."""
    return _UNSAID_LABELS.get(status.reason) or STATUS_LABELS[status.name]


def hedge(status: Status | None) -> str:
    """Give the pattern of a title with its hedge, to be translated; "" where it needs none."""
    if status is None:
        return ""
    return _UNSAID_HEDGES.get(status.reason) or _HEDGES.get(status.name, "")
