"""The home page: what happened, as known when; known, disputed, not known; what is new."""

from dataclasses import dataclass

from generator.derive.status import Reason
from generator.model.events import Event
from generator.model.figures import Series
from generator.model.vocabulary import StatusName
from generator.views.changes import ChangeLine, newest
from generator.views.context import Context
from generator.views.events import EventLine, event_lines
from generator.views.events import in_order as events_in_order
from generator.views.latest_figures import SeriesLine, series_line
from generator.views.places import PlaceLine, place_lines
from generator.views.questions import QuestionPage, in_order, question_page
from generator.views.rich_text import RichText

_KNOWN = (StatusName.CONFIRMED, StatusName.CORROBORATED)
_MOST = 6
_NEWEST = 6


@dataclass(frozen=True, slots=True)
class Home:
    """Everything the home page says."""

    title: RichText
    standfirst: RichText
    counts: str
    lead: QuestionPage | None
    sure: tuple[EventLine, ...]
    disputed: tuple[EventLine, ...]
    open: tuple[EventLine, ...]
    holdings: tuple[PlaceLine, ...]
    numbers: tuple[SeriesLine, ...]
    newest: tuple[ChangeLine, ...]
    questions: tuple[QuestionPage, ...]


def home(context: Context) -> Home:
    """Give the home page of this edition."""
    headline = context.queries.headline
    questions = [question_page(context, one.id) for one in in_order(context.queries.questions)]
    return Home(
        title=context.text(headline.title),
        standfirst=context.text(headline.standfirst),
        counts=_counts(context),
        lead=next((question for question in questions if question.id == context.queries.lead), None),
        sure=_key_events(context, *_KNOWN),
        disputed=_key_events(context, StatusName.DISPUTED, Reason.ONLY_DENIALS),
        open=_key_events(context, StatusName.CLAIMED, StatusName.REPORTED),
        holdings=place_lines(context)[0],
        numbers=tuple(series_line(context, series.id) for series in _numbers(context)),
        newest=newest(context, _NEWEST),
        questions=tuple(questions),
    )


def _counts(context: Context) -> str:
    words = context.language
    events, sources = len(context.queries.events), len(context.queries.sources)
    speakers = len(list(context.queries.speakers))
    return words.listing(
        (
            words.ngettext("{number} event", "{number} events", events).format(number=words.number(events)),
            words.ngettext("{number} speaker", "{number} speakers", speakers).format(
                number=words.number(speakers)
            ),
            words.ngettext("{number} source", "{number} sources", sources).format(
                number=words.number(sources)
            ),
        )
    )


def _key_events(context: Context, *wanted: StatusName | Reason) -> tuple[EventLine, ...]:
    """Give the key events with these statuses; where there is none, others with them, latest first."""
    found = [event for event in context.queries.events if _counts_as(context, event) in wanted]
    chosen = [event for event in found if event.key]
    if not chosen:
        chosen = events_in_order(found)[-_MOST:]
    return event_lines(context, _last(chosen))


def _counts_as(context: Context, event: Event) -> StatusName | Reason:
    """Give the status of an event; what was only denied is no claim of one side."""
    status = context.queries.status(event.id)
    return status.reason if status.reason is Reason.ONLY_DENIALS else status.name


def _last(events: list[Event]) -> list[Event]:
    return events_in_order(events)[-_MOST * 2 :]


def _numbers(context: Context) -> list[Series]:
    return list(context.queries.records(Series, context.queries.numbers))
