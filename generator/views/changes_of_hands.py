"""Changes of hands: who holds a place from a day on, who lost it or was told to hold it before."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from generator.derive.control import Holding
from generator.model.events import Event
from generator.model.refs import Refs
from generator.views.context import Context
from generator.views.holdings import ChangeOfHolder, change_line
from generator.views.language import N_
from generator.views.rich_text import RichText, compose


@dataclass(frozen=True, slots=True)
class ChangeOfHands:
    """A change of control as its day tells it. ``before`` says who lost the place, or held it until then."""

    event: str
    line: ChangeOfHolder
    before: RichText
    before_refs: Refs


def changes_of_hands(context: Context, event: Event) -> Iterator[ChangeOfHands]:
    """Give what an event changes: not that somebody holds still what they were told to hold before."""
    holdings = {
        place: (one for one in context.queries.holding_changes(place) if one.event == event.id)
        for place in {change.place for change in event.changes}
    }
    standings = context.queries.change_standings(event.id)
    for change, standing in zip(event.changes, standings, strict=True):
        holding = next(holdings[change.place]) if standing.carries else None
        if holding and not (holding.already and holding.before == (holding.holder,)):
            words, refs = _before(context, holding)
            yield ChangeOfHands(event.id, change_line(context, change, standing), words, refs)


def _before(context: Context, holding: Holding) -> tuple[RichText, Refs]:
    """Say who lost a place, where claims say so, else who was last told to hold it; with what says so."""
    if holding.loss:
        lost = compose(
            context.words(N_("Lost by {holders}, according to {speaker} ({status}).")),
            holders=context.mentions(holding.lost_by),
            speaker=context.mentions(holding.loss.status.speakers),
            status=context.status_words(holding.loss.status),
        )
        return lost, holding.loss.claims
    changes = context.queries.holding_changes(holding.place)
    earlier = {one.holder: one for one in takewhile(lambda one: one.event != holding.event, changes)}
    told = [earlier[holder] for holder in holding.before if holder in earlier]
    if not told:
        return (), ()
    words = compose(
        context.words(N_("Last reported holder before that: {holders}.")),
        holders=context.joined(tuple(_with_status(context, one) for one in told)),
    )
    return words, tuple(dict.fromkeys(ref for one in told for ref in one.claims))


def _with_status(context: Context, holding: Holding) -> RichText:
    return compose(
        context.words(N_("{holder} ({status})")),
        holder=context.mention(holding.holder),
        status=context.status_words(holding.status),
    )
