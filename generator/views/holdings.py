"""Holdings: who is told to have held a place, from when until when, and how surely each of both is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.derive.change_standings import ChangeStanding
from generator.derive.control import Holding, HoldingSpan
from generator.model.dates import When
from generator.model.events import ControlChange, Event
from generator.model.refs import Refs
from generator.model.vocabulary import StatusName
from generator.views.context import Context
from generator.views.language import N_
from generator.views.rich_text import RichText, capital, compose, plain, without_stop
from generator.views.sentences import claimed_pattern, denied

_HELD = {
    StatusName.CLAIMED: N_("{holder} (claimed, not independently confirmed; before: {before})"),
    StatusName.DISPUTED: N_("{holder} (disputed; before: {before})"),
}


@dataclass(frozen=True, slots=True)
class HoldingLine:
    """Who holds a place or a part of it, since when, by which event and with what status."""

    place: str
    holder: RichText
    since: str
    event: str
    title: RichText
    refs: Refs
    status: str
    status_label: str


@dataclass(frozen=True, slots=True)
class HoldingEnd:
    """What ended a holding, and how far that is established: never more than what came after it."""

    event: str
    title: RichText
    refs: Refs
    status: str
    status_label: str


@dataclass(frozen=True, slots=True)
class HoldingRow:
    """A row of the table: a place, a holder, from when until when. No ``end``: nothing told of one."""

    place: str
    name: RichText
    first: date
    last: date | None
    until: str
    held: HoldingLine
    end: HoldingEnd | None


@dataclass(frozen=True, slots=True)
class ChangeOfHolder:
    """A change of control on the page of its event: who passes it to whom, who says so, how surely."""

    words: RichText
    refs: Refs
    status: str
    status_label: str


def holding_line(context: Context, holding: Holding) -> HoldingLine:
    """One holding, with hedges in words where the change is claimed or disputed."""
    return HoldingLine(
        place=holding.place,
        holder=_holder(context, holding),
        since=since_words(context, holding),
        event=holding.event,
        title=context.name(holding.event),
        refs=holding.claims,
        status=holding.status.name.value,
        status_label=context.status_words(holding.status),
    )


def since_words(context: Context, holding: Holding) -> str:
    """Say when a holding began; where its claims only tell of one that was there, by when it had."""
    if not holding.already:
        return context.language.when(holding.since)
    moment = holding.since.end or holding.since.start
    return context.words(N_("{date} at the latest")).format(date=context.language.when(When(moment, moment)))


def _holder(context: Context, holding: Holding) -> RichText:
    holder = context.link(holding.holder)
    pattern = _HELD.get(holding.status.name)
    if pattern and holding.before:
        before = context.joined(tuple(context.name(actor) for actor in holding.before))
        holder = compose(context.words(pattern), holder=holder, before=before)
    if holding.part is None:
        return holder
    return compose(context.words(N_("{holder}: {part}")), holder=holder, part=context.text(holding.part))


def holding_rows(context: Context, days: tuple[date, ...]) -> tuple[HoldingRow, ...]:
    """Who held which place when, of all that held on any of these days: by place name, then by time."""
    found = [row for place in context.queries.held_places for row in place_rows(context, place)]
    shown = [row for row in found if _is_shown(row, days)]
    return tuple(sorted(shown, key=lambda row: (row.name[0].words, row.place, row.first)))


def place_rows(context: Context, place: str) -> tuple[HoldingRow, ...]:
    """Who held a place when, from the first change told to the last that the story tells of."""
    tells = context.queries.story_reaches
    spans = (span for span in context.queries.holding_spans(place) if tells(span.holding.effective))
    return tuple(_row(context, place, _as_told(context, span)) for span in spans)


def _as_told(context: Context, span: HoldingSpan) -> HoldingSpan:
    """Give a span as the story tells it: what ended it later than on its last day is not told."""
    told = span.last is None or context.queries.story_reaches(span.last + timedelta(days=1))
    return span if told else HoldingSpan(span.holding, None, ())


def _is_shown(row: HoldingRow, days: tuple[date, ...]) -> bool:
    return any(row.first <= day and (row.last is None or day <= row.last) for day in days)


def _row(context: Context, place: str, span: HoldingSpan) -> HoldingRow:
    return HoldingRow(
        place=place,
        name=context.name(place),
        first=span.holding.effective,
        last=span.last,
        until=_until(context, span),
        held=holding_line(context, span.holding),
        end=_end(context, span) if span.ended_by else None,
    )


def _until(context: Context, span: HoldingSpan) -> str:
    """Say what is known of the end: it is told, or only that another holder is told of, or nothing is."""
    if not span.ended_by:
        return context.words(N_("the end of the story"))
    day = context.language.when(span.ended_by[0].since)
    if _losses(span):
        return day
    if span.holding.holder in (one.holder for one in span.ended_by):
        return context.words(N_("the same is reported again: {date}")).format(date=day)
    return context.words(N_("another holder is reported: {date}")).format(date=day)


def _losses(span: HoldingSpan) -> list[ChangeStanding]:
    """Give how it stands that the holder lost the place, where claims say so."""
    return [one.loss for one in span.ended_by if one.loss and span.holding.holder in one.lost_by]


def _end(context: Context, span: HoldingSpan) -> HoldingEnd:
    """Give what ended a holding; of several changes by one event, as surely as the least sure of them."""
    event = span.ended_by[0].event
    told = [(one.status, one.claims) for one in _losses(span) or span.ended_by]
    weakest = min((status for status, _ in told), key=lambda status: _SURE.index(status.name))
    return HoldingEnd(
        event=event,
        title=context.name(event),
        refs=tuple(dict.fromkeys(ref for _, claims in told for ref in claims)),
        status=weakest.name.value,
        status_label=context.status_words(weakest),
    )


_SURE = (
    *(StatusName.WITHDRAWN, StatusName.DISPUTED, StatusName.CLAIMED),
    *(StatusName.REPORTED, StatusName.CORROBORATED, StatusName.CONFIRMED),
)

_CHANGES: Mapping[tuple[bool, bool], str] = {
    (False, False): N_("{place} passes to {holder}."),
    (False, True): N_("{place} ({part}) passes to {holder}."),
    (True, False): N_("{place} is held by {holder}."),
    (True, True): N_("{place} ({part}) is held by {holder}."),
}


def change_lines(context: Context, event: Event) -> tuple[ChangeOfHolder, ...]:
    """Give the changes of control that an event tells of, as the claims on each of them stand."""
    standings = context.queries.change_standings(event.id)
    return tuple(
        change_line(context, change, standing)
        for change, standing in zip(event.changes, standings, strict=True)
        if standing.claims
    )


def change_line(context: Context, change: ControlChange, standing: ChangeStanding) -> ChangeOfHolder:
    """Give one change of control that an event tells of, as the claims on it stand."""
    said = compose(
        context.words(_CHANGES[change.already, change.part is not None]),
        place=context.link(change.place),
        holder=context.mention(change.holder),
        part=context.text(change.part) if change.part else plain(""),
    )
    status = standing.status
    return ChangeOfHolder(
        words=_told(context, said, standing),
        refs=standing.claims,
        status=status.name.value,
        status_label=context.status_words(status),
    )


def _told(context: Context, said: RichText, standing: ChangeStanding) -> RichText:
    """Word a change as its status demands, always with those who say so: the label beside it is theirs."""
    status = standing.status
    if status.name is StatusName.WITHDRAWN:
        return compose(context.words(N_("Nothing any more. While it stood: {change}")), change=said)
    named = {"says": without_stop(said), "speaker": context.mentions(status.speakers)}
    match status.name:
        case StatusName.CLAIMED:
            told = compose(claimed_pattern(context, status.speakers), **named)
        case StatusName.DISPUTED:
            asserted = compose(context.words(N_("{says}, according to {speaker}")), **named)
            told = denied(context, asserted, status, otherwise=bool(standing.otherwise))
        case _:
            told = compose(context.words(N_("{says}, according to {speaker}.")), **named)
    return capital(told)
