"""Stances that do not fit: concessions that cost nothing, denials of nothing, confirmation by one."""

from collections.abc import Iterator

from generator.checks.values import SAYS_SO, Favoured, speaker_names, statements
from generator.derive.annotations import annotate
from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.facts import Facts, Record
from generator.model.figures import Figure, Series
from generator.model.places import Place
from generator.model.statements import Claim
from generator.model.vocabulary import Stance
from generator.problems import Finding

_WAYS: dict[type, str] = {
    Series: "Give the number, `as_of` and `period` of the figure that is taken back, or add that figure.",
    Actor: "Name the claim that is taken back under `contradicts`, or add it.",
    Place: "Name the claim that is taken back under `contradicts`, or add it.",
}


def single_speaker_confirmed(facts: Facts) -> Iterator[Finding]:
    """Find an editor's `confirmed` on a record behind which there is one independent speaker, or none."""
    annotations = facts.once(annotate)
    for record in facts.records():
        if (
            isinstance(record, Event | Relation)
            and record.confirmed
            and len(heard := annotations.independent_speakers(record)) < 2
        ):
            speakers = " and ".join(f"`{speaker}`" for one in heard for speaker in one.speakers)
            only = f"{speakers} alone" if speakers else "nobody"
            message = f"`{record.id}` is marked as confirmed, but {only} asserts it"
            hint = (
                "Add the claim of another speaker, or take out `confirmed` and let the status say what it is."
            )
            yield Finding(record.id, ("confirmed",), "single-speaker-confirmed", message, hint, "warning")


def concedes_own_gain(facts: Facts) -> Iterator[Finding]:
    """Find a concession by a speaker whom it costs nothing, so that it counts as a mere assertion."""
    sides = {actor.id: actor.side for actor in facts.actors}
    for record in _told(facts):
        for at, statement in statements(record):
            known = [name for name in statement.by if name in sides and statement.stance is Stance.CONCEDES]
            gains = ((name, _gain(sides[name], record.favours)) for name in known)
            speaker, gain = next((pair for pair in gains if pair[1] is not None), ("", None))
            if gain is not None:
                message = f"`{record.id}/{statement.id}` is conceded by `{speaker}`, but {gain}"
                hint = "Make the stance `asserts`; or correct `favours`, or the actor's `side`."
                yield Finding(record.id, (*at, "stance"), "concedes-own-gain", message, hint, "warning")


def denial_without_assertion(facts: Facts) -> Iterator[Finding]:
    """Find a denial in a record that nobody asserts, so that a reader cannot see what is denied."""
    for record in _told(facts):
        stances = {statement.stance: (at, statement) for at, statement in statements(record)}
        if Stance.DENIES in stances and SAYS_SO.isdisjoint(stances):
            at, denial = stances[Stance.DENIES]
            message = f"`{record.id}/{denial.id}` denies what nobody asserts in `{record.id}`"
            hint = (
                "Add the claim that is denied, if you read it: with its own speaker and citation. "
                "Else leave the denial alone: pages tell of reports that were denied."
            )
            yield Finding(record.id, (*at, "stance"), "denial-without-assertion", message, hint, "warning")


def withdrawal_without_assertion(facts: Facts) -> Iterator[Finding]:
    """Find a withdrawal that takes nothing back: its speaker said no such thing in the record.

    A figure is taken back by one of the same number, day and period; a claim on an actor or place
    by one that names it under `contradicts`, unless the speaker said one thing alone about it.
    """
    for record in facts.records():
        said = [(at, one) for at, one in statements(record)]
        for at, word in said:
            if word.stance is Stance.WITHDRAWS and not _takes_back(record, word, [one for _, one in said]):
                back = f"`{record.id}/{word.id}` takes back"
                message = f"{back} what {speaker_names(word.by)} does not say in `{record.id}`"
                hint = _WAYS.get(type(record), "Add the speaker's own earlier claim, or correct `by`.")
                at = (*at, "stance")
                yield Finding(record.id, at, "withdrawal-without-assertion", message, hint, "warning")


def _takes_back(record: Record, word: Claim | Figure, said: list[Claim | Figure]) -> bool:
    own = [one for one in said if one.stance is not Stance.WITHDRAWS and set(one.by) & set(word.by)]
    match word:
        case Figure():
            return any(_number(one) == _number(word) for one in own if isinstance(one, Figure))
        case Claim() if isinstance(record, Actor | Place):
            return len(own) == 1 or any(one.id in word.rivals for one in own)
        case _:
            return bool(own)


def _number(figure: Figure) -> tuple[object, ...]:
    return figure.as_of, figure.period, figure.bounds


def _told(facts: Facts) -> Iterator[Favoured]:
    return (record for record in facts.records() if isinstance(record, Favoured))


def _gain(side: str | None, favours: tuple[str, ...] | None) -> str | None:
    """Why a concession counts for nothing under the interest rule, or ``None`` when it may count."""
    if side is None:
        return "it is on no side"
    if favours == ():
        return "the record serves nobody (`favours: []`), so that there is nothing to concede"
    return f"it serves the speaker's own side `{side}`" if side in (favours or ()) else None
