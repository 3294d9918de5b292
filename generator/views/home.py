"""The home page: what happened, as known when; known, disputed, not known; what is new."""

from dataclasses import dataclass

from generator.derive import known_day
from generator.model.events import Event
from generator.model.facts import Statement
from generator.model.figures import Series
from generator.model.vocabulary import StatusName
from generator.views.context import Context
from generator.views.events import EventLine, event_lines
from generator.views.figures import SeriesView, series_view
from generator.views.places import PlaceLine, place_lines
from generator.views.questions import QuestionPage, in_order, question_page
from generator.views.runs import Runs
from generator.views.sayings import SaidLine, said_line

_KNOWN = (StatusName.CONFIRMED, StatusName.CORROBORATED)
_MOST = 6
_NEWEST = 6


@dataclass(frozen=True, slots=True)
class NewLine:
    """Something that became known lately."""

    known: str
    said: SaidLine


@dataclass(frozen=True, slots=True)
class Home:
    """Everything the home page says."""

    title: Runs
    standfirst: Runs
    counts: str
    lead: QuestionPage | None
    sure: tuple[EventLine, ...]
    disputed: tuple[EventLine, ...]
    open: tuple[EventLine, ...]
    holdings: tuple[PlaceLine, ...]
    numbers: tuple[SeriesView, ...]
    newest: tuple[NewLine, ...]
    questions: tuple[QuestionPage, ...]


def home(context: Context) -> Home:
    """The home page of this edition."""
    facts = context.facts
    headline = facts.explainer.headlines[-1]
    questions = [question_page(context, question) for question in in_order(facts.questions)]
    return Home(
        title=context.text(headline.title),
        standfirst=context.text(headline.standfirst),
        counts=_counts(context),
        lead=next((question for question in questions if question.id == facts.explainer.lead), None),
        sure=_key_events(context, *_KNOWN),
        disputed=_key_events(context, StatusName.DISPUTED),
        open=_key_events(context, StatusName.CLAIMED, StatusName.REPORTED),
        holdings=place_lines(context)[0],
        numbers=tuple(series_view(context, series) for series in _numbers(context)),
        newest=_newest(context),
        questions=tuple(questions),
    )


def _counts(context: Context) -> str:
    words = context.language
    events, sources = len(context.facts.events), len(context.facts.sources)
    speakers = len(context.index.claims_by_speaker)
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


def _key_events(context: Context, *wanted: StatusName) -> tuple[EventLine, ...]:
    """The key events with these statuses; where there is none, others with them, latest first."""
    found = [event for event in context.facts.events if context.index.statuses[event.id].name in wanted]
    chosen = [event for event in found if event.key]
    if not chosen:
        chosen = sorted(found, key=lambda event: (event.occurred.sort_key, event.id))[-_MOST:]
    return event_lines(context, _last(chosen))


def _last(events: list[Event]) -> list[Event]:
    return sorted(events, key=lambda event: (event.occurred.sort_key, event.id))[-_MOST * 2 :]


def _numbers(context: Context) -> list[Series]:
    found = (context.facts.by_id[name] for name in context.facts.explainer.numbers)
    return [series for series in found if isinstance(series, Series)]


def _newest(context: Context) -> tuple[NewLine, ...]:
    """What was published last of events and figures. An undated source is no news when it is read."""
    dated = [
        (known_day(statement.cite, context.facts), ref)
        for record, ref, statement in context.facts.each_statement()
        if isinstance(record, Event | Series) and _is_dated(context, statement)
    ]
    latest = sorted(dated, key=lambda found: (found[0], found[1]), reverse=True)[:_NEWEST]
    return tuple(NewLine(context.language.day(day), said_line(context, ref)) for day, ref in latest)


def _is_dated(context: Context, statement: Statement) -> bool:
    sources = (context.facts.source(citation) for citation in statement.cite)
    return any(source is not None and source.published is not None for source in sources)
