"""What became of a statement that fell, in words: taken back, denied since, without its source, replaced."""

from datetime import date

from generator.derive import Fall, Status
from generator.model.actors import Actor, Relation
from generator.model.claims import Claim
from generator.model.events import Event
from generator.model.vocabulary import StatusName
from generator.views.context import Context
from generator.views.language import N_
from generator.views.runs import Runs, capital, plain, with_stop

_WORDS = {
    Fall.TAKEN_BACK: N_("taken back on {date}"),
    Fall.DENIED: N_("denied by the same speaker since {date}"),
    Fall.RETRACTED: N_("its source was retracted on {date}"),
    Fall.REPLACED: N_("replaced by its speaker on {date}"),
    Fall.LOWERED: N_("lowered by its speaker on {date}"),
}


def fallen_words(context: Context, ref: str) -> str:
    """What became of a statement, and on which known day; "" while it stands."""
    fall = context.index.fallen.get(ref)
    return context.words(_WORDS[fall.how]).format(date=context.language.day(fall.on)) if fall else ""


def with_fall(context: Context, sentence: Runs, ref: str) -> Runs:
    """A sentence that says what its statement says, and what became of that."""
    words = fallen_words(context, ref)
    return (*sentence, *plain(" "), *with_stop(capital(plain(words)))) if words else sentence


def stands(context: Context, ref: str) -> bool:
    """Whether a statement still stands for the time it speaks of."""
    fall = context.index.fallen.get(ref)
    return fall is None or fall.stands


def standing_first(context: Context, record: Actor) -> tuple[Claim, ...]:
    """The claims on an actor with the fallen ones last, otherwise in file order."""
    return tuple(sorted(record.claims, key=lambda claim: not stands(context, f"{record.id}/{claim.id}")))


def quotable(
    context: Context, record: Event | Relation, status: Status, day: date = date.max
) -> tuple[Claim, ...]:
    """The claims that a sentence of this status may quote as known on a day, in file order.

    What had fallen by then is quoted only where nothing else was said.
    """
    refs = {claim.id: f"{record.id}/{claim.id}" for claim in record.claims}
    known = tuple(claim for claim in record.claims if context.index.known_days[refs[claim.id]] <= day)
    falls = {name: context.index.fallen.get(ref) for name, ref in refs.items()}
    standing = tuple(claim for claim in known if not (fall := falls[claim.id]) or fall.on > day)
    return known if status.name is StatusName.WITHDRAWN else standing or known
