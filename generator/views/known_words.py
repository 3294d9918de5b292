"""When something became known, in words: as precisely as its sources say, and no more.

The rules count a source that tells no whole day from the last day that it can mean, or from the day it
was read. That day sorts, filters and names addresses. What a page prints is what the source says: a
month, a period, or that it is undated.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from generator.derive.changes import Change
from generator.derive.endings import Ended
from generator.model.actors import Relation
from generator.model.dates import Moment, When
from generator.model.events import Event
from generator.model.facts import StatedRecord
from generator.model.fields import Citation
from generator.model.figures import Figure
from generator.model.refs import Ref
from generator.model.sources import Retraction, Source
from generator.model.statements import Confirmation
from generator.views.context import Context, remembered
from generator.views.language import N_
from generator.views.rich_text import capital, plain, plain_text


@dataclass(frozen=True, slots=True)
class Dating:
    """A known day, and what is told of it: ``told`` is ``None`` for what is undated.

    ``read`` is the day on which it was read, for what is undated or still running.
    """

    day: date
    told: When | None
    read: date | None = None

    @property
    def is_day(self) -> bool:
        """Whether the day itself is told, without a doubt."""
        when = self.told
        moment = when.start if when and not when.is_interval else None
        # Of a day before the year 1 the day that counts is a later one: that on which it was read.
        is_told = moment and moment.day and moment.first == self.day.toordinal()
        return bool(moment and is_told and not (moment.approximate or moment.uncertain))

    @property
    def span(self) -> tuple[bool, bool, int]:
        """Order by how precisely it is told, the most precise first."""
        if self.told is None or self.told.end is None:
            return (True, True, 0)
        doubtful = any(end.approximate or end.uncertain for end in (self.told.start, self.told.end) if end)
        return (not self.is_day, doubtful, (self.told.last_day - self.told.first_day).days)

    @property
    def name(self) -> str:
        """Name it in addresses: "" for a day, else what is told of it, in EDTF's letters."""
        if self.is_day:
            return ""
        marks = {"/": "_", "..": "open", "~": "-about", "?": "-uncertain", "%": "-about-uncertain", ":": ""}
        written = str(self.told) if self.told else "undated"
        for mark, word in marks.items():
            written = written.replace(mark, word)
        return written


def exactly(day: date) -> Dating:
    """Give the dating of what is told to the day."""
    moment = Moment(day.year, day.month, day.day)
    return Dating(day, When(moment, moment))


@remembered
def source_dating(context: Context, name: str) -> Dating:
    """Say how far it is told when a source became known."""
    day = context.queries.source_day(name)
    source = context.queries.record(name)
    assert isinstance(source, Source)
    running = source.published is None or source.published.end is None
    return Dating(day, _without_time(source.published), source.accessed if running else None)


def _without_time(when: When | None) -> When | None:
    if when is None or when.is_interval or when.start is None or when.start.time is None:
        return when
    moment = replace(when.start, time=None, offset=None)
    return When(moment, moment)


def statement_dating(context: Context, ref: Ref) -> Dating:
    """Say how far it is told when a statement became known."""
    day = context.queries.known_day(ref)
    return best(_of_citations(context, context.queries.statement(ref).cite, day), day)


def latest_dating(context: Context, refs: Iterable[Ref]) -> Dating | None:
    """Say how far it is told when the last of some statements became known; ``None`` for none."""
    known = {ref: day for ref in refs if (day := context.queries.known_day(ref)) != date.max}
    last = max(known.values(), default=None)
    if last is None:
        return None
    return best((statement_dating(context, ref) for ref, day in known.items() if day == last), last)


def best(found: Iterable[Dating], day: date) -> Dating:
    """Give the most precise dating of some that a day brought; the day itself where there is none."""
    return min(found, key=lambda one: one.span, default=exactly(day))


def _of_citations(context: Context, cites: Iterable[Citation], day: date) -> Iterator[Dating]:
    for citation in cites:
        if context.queries.source_day(citation.source) == day:
            yield source_dating(context, citation.source)


def _of_decision(context: Context, one: Confirmation | Retraction, day: date) -> Iterator[Dating]:
    """Say how far it is told since when a decision counts: its own day, or that of its citation."""
    if one.on == day:
        yield exactly(day)
    yield from _of_citations(context, one.cite or (), day)


def retraction_dating(context: Context, name: str) -> Dating:
    """Say how far it is told when a source was retracted."""
    day = context.queries.find_retracted(name) or date.max
    return best(_of_retraction(context, name, day), day)


def _of_retraction(context: Context, name: str, day: date) -> Iterator[Dating]:
    source = context.queries.find(name)
    if isinstance(source, Source) and source.retracted and context.queries.find_retracted(name) == day:
        yield from _of_decision(context, source.retracted, day)


def ended_dating(context: Context, end: Ended) -> Dating:
    """Say how far it is told when a statement ended."""
    cites = chain.from_iterable(context.queries.statement(ref).cite for ref in end.by)
    retracted = (_of_retraction(context, name, end.on) for name in end.sources)
    return best(chain(_of_citations(context, cites, end.on), *retracted), end.on)


def change_dating(context: Context, change: Change) -> Dating:
    """Say how far it is told when a change became known."""
    return record_dating(context, change.record, change.day)


@remembered
def record_dating(context: Context, name: str, day: date) -> Dating:
    """Say how far it is told when that became known which a day brought on a record."""
    return best(_brought(context, name, day), day)


def _brought(context: Context, name: str, day: date) -> Iterator[Dating]:
    record = context.queries.record(name)
    for one in getattr(record, "corrections", ()):
        if one.on == day:
            yield exactly(day)
    statements = record.statements if isinstance(record, StatedRecord) else ()
    for ref, statement in statements:
        yield from _of_citations(context, statement.cite, day)
        for citation in statement.cite:
            yield from _of_retraction(context, citation.source, day)
        end = context.queries.find_end(ref)
        if end and end.on == day:
            yield ended_dating(context, end)
    decision = record.confirmed if isinstance(record, Event | Relation) else None
    if decision and context.queries.find_confirmed_since(name) == day:
        yield from _of_decision(context, decision, day)


def known_label(context: Context, known: Dating) -> str:
    """Say when something became known, for a heading, a cell or a list: "December 2024"."""
    words = context.language
    if known.is_day:
        return words.day(known.day)
    if known.read is None:
        return words.when(known.told) if known.told else words.day(known.day)
    if known.told is None:
        return context.words(N_("undated, read on {date}")).format(date=words.day(known.read))
    pattern = context.words(N_("{published}, read on {date}"))
    return pattern.format(published=words.when(known.told), date=words.day(known.read))


def known_heading(context: Context, known: Dating) -> str:
    """Say when something became known, as a heading."""
    return plain_text(capital(plain(known_label(context, known))))


def known_anchor(known: Dating, number: int) -> str:
    """Give the anchor of such a heading, the ``number``-th of its day, from 0: the first goes by the day."""
    anchor = f"day-{known.day.isoformat()}"
    return f"{anchor}--{known.name}" if number and known.name else anchor


def known_adverb(context: Context, known: Dating) -> str:
    """Say when something became known, within a sentence: "in December 2024"."""
    when = known.told
    if known.read is not None or when is None:
        date = context.language.day(known.read or known.day)
        if when is None:
            return context.words(N_("by {date} (undated; read on that day)")).format(date=date)
        pattern = context.words(N_("by {date} ({published}; read on that day)"))
        return pattern.format(date=date, published=context.language.when(when))
    if when.start is None and when.end:
        pattern, when = N_("by {date}"), When(when.end, when.end)
    elif when.is_interval:
        pattern = N_("within {date}")
    else:
        is_day = when.start and (when.start.day or when.start.unspecified == "day")
        pattern = N_("on {date}") if is_day else N_("in {date}")
    return context.words(pattern).format(date=context.language.when(when))


def known_sentence(context: Context, known: Dating) -> str:
    """Say when a statement became known, as a sentence."""
    if known.is_day:
        return context.words(N_("Known {date}.")).format(date=context.language.day(known.day))
    if known.read is not None:
        return f"{known_heading(context, known)}."
    return context.words(N_("Known {when}.")).format(when=known_adverb(context, known))


def known_phrase(context: Context, known: Dating) -> str:
    """Say when a statement became known, within a line."""
    if known.is_day:
        return context.words(N_("known {date}")).format(date=context.language.day(known.day))
    if known.read is not None:
        return known_label(context, known)
    return context.words(N_("known {when}")).format(when=known_adverb(context, known))


def figure_day(context: Context, figure: Figure) -> str:
    """Say what day a figure speaks of, for a cell of a table."""
    read = _read_undated(context, figure)
    return known_label(context, read) if read else context.language.when(figure.as_of)


def as_of(context: Context, figure: Figure) -> str:
    """Say what day a figure speaks of, within a sentence: "as of 8 December 2024"."""
    read = _read_undated(context, figure)
    if read:
        return known_label(context, read)
    return context.words(N_("as of {date}")).format(date=context.language.when(figure.as_of))


def _read_undated(context: Context, figure: Figure) -> Dating | None:
    """Give the day of reading where it stands for a day that no source of a figure tells."""
    found = [source_dating(context, citation.source) for citation in figure.cite]
    undated = found and all(one.told is None for one in found)
    told = figure.as_of.first_day if figure.as_of.first_day == figure.as_of.last_day else None
    return next((one for one in found if undated and one.read == told), None)
