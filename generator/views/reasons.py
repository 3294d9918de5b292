"""Why a status holds, in a sentence: the rule that fitted, with the speakers it counted."""

from generator.derive import Reason, Status
from generator.views.context import Context
from generator.views.language import N_
from generator.views.runs import Runs, capital, compose, plain

_PATTERNS = {
    Reason.SPEAKERS_WITHDREW: N_("{withdrew} said it and took it back."),
    Reason.SOURCES_RETRACTED: N_("Every source in which {withdrew} said it has been retracted."),
    Reason.DENIED: N_("{speakers} on one side, {deniers} on the other; nobody has conceded."),
    Reason.CONCEDED: N_("{conceding}, whose side it hurts, conceded it, and another speaker says the same."),
    Reason.EDITOR_CONFIRMED: N_("The editors hold it to be confirmed."),
    Reason.INDEPENDENT_SPEAKERS: N_("Independent speakers that are no party to it: {speakers}."),
    Reason.ONE_SPEAKER: N_("One speaker that is no party to it: {speakers}."),
    Reason.LONE_CONCESSION: N_("{conceding}, whose side it hurts, conceded it; nobody else is on record."),
    Reason.PARTY_WITHOUT_INTEREST: N_("A party, but one whose interest it does not serve: {speakers}."),
    Reason.INTERESTED_PARTIES: N_("Only those whose interest it serves say so: {speakers}."),
    Reason.ONLY_DENIALS: N_("Nobody is on record as saying it; {deniers} denied it."),
    Reason.ONLY_UNABLE: N_("Nobody is on record as saying it."),
    Reason.NOTHING_STANDS: N_("Nothing that was said about it stands."),
}

_NEUTRAL = (Reason.INDEPENDENT_SPEAKERS, Reason.ONE_SPEAKER)


def why(context: Context, status: Status) -> Runs:
    """The ground of a status, and who could not confirm it."""
    neutral = tuple(actor for actor in status.speakers if actor not in context.index.parties)
    speakers = neutral if status.reason in _NEUTRAL else status.speakers
    ground = capital(
        compose(
            context.words(_PATTERNS[status.reason]),
            speakers=context.mentions(speakers),
            deniers=context.mentions(status.deniers),
            conceding=context.mentions(status.conceding),
            withdrew=context.mentions(status.withdrew),
        )
    )
    if not status.unable:
        return ground
    unable = compose(
        context.words(N_("Could not confirm it: {names}.")), names=context.mentions(status.unable)
    )
    return (*ground, *plain(" "), *unable)
