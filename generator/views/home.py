"""The home page: what happened, as known when; known, disputed, not known; what is new."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.derive.status import Reason
from generator.model.events import Event
from generator.model.figures import Series
from generator.model.vocabulary import StatusName
from generator.views.casualties import chart_words
from generator.views.changes import ChangeLine, newest
from generator.views.charts import Chart, Mark, chart
from generator.views.context import Context
from generator.views.events import EventLine, event_lines
from generator.views.events import in_order as events_in_order
from generator.views.hedges import STATUS_LABELS
from generator.views.language import N_
from generator.views.latest_figures import LatestFigures, latest_figures
from generator.views.questions import QuestionPage, in_order, question_page
from generator.views.rich_text import RichText
from generator.views.told_days import story_days

_SHOWN = 4  # events of a section; the timeline has them all
_NEWEST = 6


@dataclass(frozen=True, slots=True)
class HomeSection:
    """The events that are told first of those established alike, in order. ``count`` says how many there are.

    ``all`` leads to every event of each status: the words, and the place in the timeline. It is empty
    where all are here.
    """

    anchor: str
    title: str
    count: str
    lines: tuple[EventLine, ...]
    all: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HomeNumber:
    """A series of figures: its title, the latest of each speaker, and their chart.

    Where nobody stands behind a figure there is nothing to draw, and ``chart`` is None.
    """

    id: str
    title: RichText
    chart: Chart | None
    latest: LatestFigures


@dataclass(frozen=True, slots=True)
class Home:
    """Everything the home page says. ``key`` explains the marks of the charts.

    ``told_by_day`` says that there are days on which the story is told.
    """

    title: RichText
    standfirst: RichText
    counts: str
    lead: QuestionPage | None
    sections: tuple[HomeSection, ...]
    numbers: tuple[HomeNumber, ...]
    key: tuple[tuple[Mark, str], ...]
    newest: tuple[ChangeLine, ...]
    questions: tuple[QuestionPage, ...]
    told_by_day: bool


def home(context: Context) -> Home:
    """Give the home page of this edition."""
    headline = context.queries.headline
    questions = [question_page(context, one.id) for one in in_order(context.queries.questions)]
    numbers = tuple(_number(context, series) for series in _numbers(context))
    panels = (panel for one in numbers if one.chart for panel in one.chart.panels if panel.axis)
    return Home(
        title=context.text(headline.title),
        standfirst=context.text(headline.standfirst),
        counts=_counts(context),
        lead=next((question for question in questions if question.id == context.queries.lead), None),
        sections=tuple(_sections(context)),
        numbers=numbers,
        key=chart_words(context, (row.mark for panel in panels for row in panel.rows)),
        newest=newest(context, _NEWEST),
        questions=tuple(questions),
        told_by_day=bool(story_days(context)),
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


# What stands together on the home page: by status, or by what nobody is on record as saying.
_SECTIONS: tuple[tuple[str, str, tuple[StatusName | Reason, ...]], ...] = (
    ("known", N_("What is established"), (StatusName.CONFIRMED, StatusName.CORROBORATED)),
    ("disputed", N_("What is disputed"), (StatusName.DISPUTED, Reason.ONLY_DENIALS)),
    ("unconfirmed", N_("What only one side or source says"), (StatusName.REPORTED, StatusName.CLAIMED)),
)


def _sections(context: Context) -> Iterator[HomeSection]:
    """Give the sections that have events: key events, or where there are none others, the latest of them."""
    counts_as = {event: _counts_as(context, event) for event in context.queries.events}
    for anchor, title, wanted in _SECTIONS:
        found = [event for event, standing in counts_as.items() if standing in wanted]
        shown = events_in_order([event for event in found if event.key] or found)[-_SHOWN:]
        if shown:
            every = tuple(_all(context, found)) if len(found) > len(shown) else ()
            count = context.language.number(len(found))
            yield HomeSection(anchor, context.words(title), count, event_lines(context, shown), every)


def _all(context: Context, events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """Say how many events have each status, with the timeline that shows these alone."""
    numbers = Counter(context.queries.status(event.id).name for event in events)
    for name, words in STATUS_LABELS.items():
        if numbers[name]:
            said = context.words(N_("All {status}: {number}"))
            number = context.language.number(numbers[name])
            yield said.format(status=context.words(words), number=number), f"timeline.md#status-{name}"


def _counts_as(context: Context, event: Event) -> StatusName | Reason:
    """Give the status of an event; what was only denied is no claim of one side."""
    status = context.queries.status(event.id)
    return status.reason if status.reason is Reason.ONLY_DENIALS else status.name


def _number(context: Context, series: Series) -> HomeNumber:
    latest = latest_figures(context, series)
    drawn = chart(context, series, latest.refs) if latest.figures else None
    return HomeNumber(series.id, context.text(series.title), drawn, latest)


def _numbers(context: Context) -> list[Series]:
    return list(context.queries.records(Series, context.queries.numbers))
