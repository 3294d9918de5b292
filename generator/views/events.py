"""Events: one line in a list, and one page of their own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.events import Event
from generator.model.refs import Refs
from generator.model.vocabulary import StatusName
from generator.views.context import Context, remembered
from generator.views.holdings import ChangeOfHolder, change_lines
from generator.views.language import N_
from generator.views.rich_text import RichText
from generator.views.sentences import event_sentence, why
from generator.views.statements import ClaimLine, claim_lines, claims_of, quotable
from generator.views.story_dates import date_label
from generator.views.turns import Turn, turns
from generator.views.versions import version_label


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list: when, its title, and its lead claim worded by its status."""

    id: str
    when: str
    day: str
    title: RichText
    sentence: RichText
    refs: Refs
    status: str
    status_label: str
    places: tuple[str, ...]
    actors: tuple[str, ...]
    key: bool


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims on one side of a disagreement, or beside it. ``label`` is "" where there is none."""

    anchor: str
    label: str
    lines: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """Everything an event's page says. ``day`` is the one on which the story tells it: words and place."""

    line: EventLine
    why: RichText
    turns: tuple[Turn, ...]
    claims: tuple[ClaimGroup, ...]
    places: tuple[str, ...]
    actors: tuple[str, ...]
    changes: tuple[ChangeOfHolder, ...]
    sources: tuple[str, ...]
    settles: RichText
    others: tuple[str, ...]
    note: RichText
    confirmation: RichText
    previous: tuple[str, RichText] | None
    next: tuple[str, RichText] | None
    day: tuple[str, str] | None


@remembered
def event_line(context: Context, name: str) -> EventLine:
    """One event for a list."""
    (event,) = context.queries.records(Event, (name,))
    status = context.queries.status(name)
    return EventLine(
        id=event.id,
        when=context.language.when(event.occurred),
        day=event.occurred.first_day.isoformat(),
        title=context.text(event.title),
        sentence=event_sentence(context, quotable(context, event, status), status),
        refs=claims_of(event),
        status=status.name.value,
        status_label=context.status_words(status),
        places=event.where,
        actors=event.who,
        key=event.key,
    )


def event_lines(context: Context, events: Iterable[Event]) -> tuple[EventLine, ...]:
    """Events, given in file order, in the order they occurred."""
    return tuple(event_line(context, event.id) for event in in_order(events))


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events by when they occurred; of those whose dates tie as they are given: in file order."""
    return sorted(events, key=lambda event: event.occurred.sort_key)


def event_page(context: Context, event: Event, before: str | None, after: str | None) -> EventPage:
    """One event with everything said about it; ``before`` and ``after`` name its neighbours in time."""
    cited = dict.fromkeys(citation.source for claim in event.claims for citation in claim.cite)
    return EventPage(
        line=event_line(context, event.id),
        why=why(context, context.queries.status(event.id)),
        turns=turns(context, event.id),
        claims=tuple(_by_side(context, event)),
        places=event.where,
        actors=_involved(event),
        changes=change_lines(context, event),
        sources=tuple(cited),
        settles=context.note(event.settles),
        others=context.mixed_up(event.id),
        note=context.note(event.note),
        confirmation=_confirmation(context, event),
        previous=(before, context.name(before)) if before else None,
        next=(after, context.name(after)) if after else None,
        day=_day(context, event),
    )


def _day(context: Context, event: Event) -> tuple[str, str] | None:
    """Name the day on which the story tells an event, with where that stands; None where it does not."""
    day = context.queries.find_story_date(event.id)
    return (date_label(context, day), f"day-by-day.md#{day.anchor}") if day else None


def _by_side(context: Context, event: Event) -> Iterator[ClaimGroup]:
    """Give the claims by the version that they tell: first those that nobody contradicts."""
    lines = claim_lines(context, event)
    found = context.queries.find_disagreement(event.id)
    if found is None or found.until:
        yield ClaimGroup("", "", lines)
        return
    told = frozenset(found.refs)
    beside = tuple(line for line in lines if line.ref not in told)
    if beside:
        yield ClaimGroup("beside", context.words(N_("Contradicted by nobody")), beside)
    for number, version in enumerate(found.versions, start=1):
        held = tuple(line for line in lines if line.ref in version.refs)
        yield ClaimGroup(f"version-{number}", version_label(context, version, number), held)


def _involved(event: Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*event.who, *(speaker for claim in event.claims for speaker in claim.by))))


def _confirmation(context: Context, event: Event) -> RichText:
    """On what grounds the editors hold it to be confirmed, as long as these grounds stand."""
    withdrawn = context.queries.status(event.id).name is StatusName.WITHDRAWN
    if event.confirmed is None or withdrawn or not context.queries.is_confirmed(event.id):
        return ()
    return context.text(event.confirmed.why)
