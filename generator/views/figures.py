"""Figures: every number with its speaker, scope and day; series of one scope, never mixed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.figures import Amount, Figure, Part, Series
from generator.model.refs import Ref, Refs
from generator.model.text import Text
from generator.model.vocabulary import Method, Metric, Stance
from generator.views.context import Context, remembered
from generator.views.known_words import figure_day
from generator.views.language import N_, Language
from generator.views.rich_text import RichText, compose, plain
from generator.views.sentences import STANCE_LABELS
from generator.views.statements import CitationLine, citation_line, credit_lines, end_words, stands

METRICS = {
    Metric.KILLED: N_("killed"),
    Metric.WOUNDED: N_("wounded"),
    Metric.DISPLACED: N_("displaced"),
    Metric.REFUGEES: N_("refugees"),
    Metric.RETURNED: N_("returned"),
    Metric.DETAINED: N_("detained"),
    Metric.FREED: N_("freed"),
    Metric.MISSING: N_("missing"),
    Metric.EXECUTED: N_("executed"),
    Metric.DIED_IN_CUSTODY: N_("died in custody"),
    Metric.CROSSED_BORDER: N_("crossed the border"),
    Metric.STRENGTH: N_("strength"),
    Metric.STRIKES: N_("strikes"),
}

_METHODS = {
    Method.DOCUMENTED: N_("documented count"),
    Method.ESTIMATE: N_("estimate"),
    Method.STATEMENT: N_("statement"),
}


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure as a table row. ``amount`` carries its hedge ("at least") in words.

    ``word`` says where its speaker stands when that is not plainly behind it; "" otherwise.
    """

    ref: Ref
    anchor: str
    amount: str
    speaker: RichText
    as_of: str
    period: str
    method: str
    parts: tuple[RichText, ...]
    citations: tuple[CitationLine, ...]
    notes: tuple[RichText, ...]
    word: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class SeriesView:
    """One series with its scope in words and its figures by speaker and day."""

    id: str
    title: RichText
    metric: str
    metric_label: str
    scope: RichText
    figures: tuple[FigureLine, ...]
    events: tuple[str, ...]
    refs: Refs
    settles: RichText
    note: RichText


def amount_words(words: Language, amount: Amount) -> str:
    """Give a number as its speaker gave it, never rounded, averaged or narrowed."""
    if amount.at_least is not None and amount.at_most is not None:
        both = words.gettext("at least {low} and at most {high}")
        return both.format(low=words.number(amount.at_least), high=words.number(amount.at_most))
    if amount.at_least is not None:
        return words.gettext("at least {number}").format(number=words.number(amount.at_least))
    if amount.at_most is not None:
        return words.gettext("at most {number}").format(number=words.number(amount.at_most))
    if amount.about is not None:
        return words.gettext("about {number}").format(number=words.number(amount.about))
    if amount.value is not None:
        return words.number(amount.value)
    assert amount.low is not None and amount.high is not None
    spread = words.gettext("{low}\u2013{high}").format(
        low=words.number(amount.low), high=words.number(amount.high)
    )
    if amount.best is None:
        return spread
    return words.gettext("{range} (best estimate {number})").format(
        range=spread, number=words.number(amount.best)
    )


def figure_line(context: Context, series: Series, figure: Figure) -> FigureLine:
    """One figure of a series."""
    texts = [text for text in (figure.revised, figure.sum_note) if text]
    return FigureLine(
        ref=Ref(series.id, figure.id),
        anchor=f"{series.id}--{figure.id}",
        amount=amount_words(context.language, figure),
        speaker=context.shorts(figure.by),
        as_of=figure_day(context, figure),
        period=context.language.when(figure.period) if figure.period else "",
        method=context.words(_METHODS[figure.method]) if figure.method else "",
        parts=tuple(_part(context, part) for part in figure.parts),
        citations=tuple(citation_line(context, citation) for citation in figure.cite),
        notes=tuple(note for note in _notes(context, figure, texts) if note),
        word=stance_word(context, series, figure),
        withdrawn=figure.stance is Stance.WITHDRAWS,
    )


def _notes(context: Context, figure: Figure, texts: Iterable[Text]) -> Iterator[RichText]:
    yield from map(context.text, texts)
    yield context.note(figure.note)
    yield from credit_lines(context, figure)


def standing(context: Context, series: Series) -> tuple[Figure, ...]:
    """Give the figures that their speakers stand behind: neither taken back nor without a source."""
    return tuple(
        figure
        for figure in series.figures
        if figure.stance.affirms and stands(context, Ref(series.id, figure.id))
    )


def stance_word(context: Context, series: Series, figure: Figure) -> str:
    """Say what a speaker does with a figure other than give it, and what became of it; else ""."""
    named = "" if figure.stance is Stance.ASSERTS else context.words(STANCE_LABELS[figure.stance])
    return end_words(context, Ref(series.id, figure.id)) or named


def _part(context: Context, part: Part) -> RichText:
    amount = amount_words(context.language, part)
    pattern = N_("{who}: {amount}") if part.who else N_("attributed to {who}: {amount}")
    return compose(
        context.words(pattern), who=context.link(part.who or part.attributed_to or ""), amount=plain(amount)
    )


@remembered
def series_view(context: Context, name: str) -> SeriesView:
    """One series: its figures by day, those of one day as the file has them."""
    (series,) = context.queries.records(Series, (name,))
    figures = by_day(series.figures)
    return SeriesView(
        id=series.id,
        title=context.text(series.title),
        metric=series.metric.value,
        metric_label=context.words(METRICS[series.metric]),
        scope=_scope(context, series),
        figures=tuple(figure_line(context, series, figure) for figure in figures),
        events=series.about,
        refs=tuple(Ref(series.id, figure.id) for figure in figures),
        settles=context.note(series.settles),
        note=context.note(series.note),
    )


def by_day(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Figures, given in file order, by the day they speak of."""
    return tuple(sorted(figures, key=lambda figure: figure.as_of.sort_key))


def _scope(context: Context, series: Series) -> RichText:
    return compose(
        context.words(N_("{metric}: {who}; {where}; {period}")),
        metric=context.words(METRICS[series.metric]),
        who=context.name(series.who),
        where=context.link(series.where),
        period=context.language.when(series.period),
    )
