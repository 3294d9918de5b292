"""What was put right: by the editors, by speakers who took something back, by publishers who retracted.

It stands in full on the page of the record it is about; elsewhere a dated mark leads there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from generator.derive.endings import Ended, EndReason
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.explainer import Population, Side
from generator.model.facts import Record, StatedRecord
from generator.model.refs import Ref, Refs, Target, record_of
from generator.model.sources import Source
from generator.model.statements import Correction
from generator.views.context import Context
from generator.views.history import CitedText, sentence_on, statement_words
from generator.views.known_words import (
    Dating,
    best,
    ended_dating,
    exactly,
    known_adverb,
    known_anchor,
    known_heading,
)
from generator.views.language import N_
from generator.views.relations import title_of
from generator.views.retired import retired_line
from generator.views.rich_text import RichText, Span, capital, compose, plain, plain_text, unlinked, with_stop

_FALLS = {
    EndReason.WITHDRAWN: N_("{when} {speakers} took this back."),
    EndReason.DENIED: N_("{when} {speakers}, who had said this, denied it."),
    EndReason.RETRACTED: N_("{when} {sources} was retracted."),
    EndReason.REPLACED: N_("{when} {speakers} gave another number."),
    EndReason.LOWERED: N_("{when} {speakers} lowered this."),
}
_DISPUTES = "disagreements/"  # the folder of pages that set versions side by side
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class EditorCorrection:
    """One thing that the editors put right, and the statements of the record that it is about."""

    day: date
    said: RichText
    about: tuple[tuple[Ref, RichText], ...]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What a speaker or a publisher took back, and the words that stood here until then."""

    known: Dating
    said: RichText
    why: RichText
    before: tuple[CitedText, ...]
    refs: Refs


@dataclass(frozen=True, slots=True)
class Corrections:
    """Everything that was put right in one record, the latest first."""

    mended: tuple[EditorCorrection, ...]
    turned: tuple[Withdrawal, ...]


def corrections_of(context: Context, record_id: str) -> Corrections:
    """Say what was put right in a record; nothing for what is none."""
    record = context.queries.find(record_id)
    if record is None or isinstance(record, Side | Population):
        return Corrections((), ())
    made = sorted(_corrections(record), key=lambda one: one.on, reverse=True)
    return Corrections(
        tuple(_editor_correction(context, record, one) for one in made), _withdrawals(context, record)
    )


def corrected(context: Context, record_id: str) -> str:
    """Give the dated mark beside a sentence of a record that the editors corrected; "" where they did not."""
    record = context.queries.find(record_id)
    days = [one.on for one in _corrections(record)] if record else []
    if not days:
        return ""
    return context.words(N_("corrected on {date}")).format(date=context.language.day(max(days)))


def _corrections(record: Record) -> tuple[Correction, ...]:
    return () if isinstance(record, Side | Population | Relation) else record.corrections


def _editor_correction(context: Context, record: Record, one: Correction) -> EditorCorrection:
    date = context.language.day(one.on)
    said = compose(context.words(N_("Corrected on {date}: {text}")), date=date, text=context.text(one.text))
    about = []
    for name in one.refs:
        ref = Ref(record.id, name)
        statement = context.queries.find_statement(ref)
        if statement is not None:
            about.append((ref, context.names(statement.by)))
        elif context.queries.find_retired(ref):
            about.append((ref, plain(context.words(N_("somebody whose words were taken out since")))))
    return EditorCorrection(one.on, said, tuple(about))


def _withdrawals(context: Context, record: Record) -> tuple[Withdrawal, ...]:
    refs = (ref for ref, _ in record.statements) if isinstance(record, StatedRecord) else ()
    ends = [(ref, end) for ref in refs if (end := context.queries.find_end(ref))]
    ends.sort(key=lambda each: (each[1].on, each[1].how), reverse=True)
    groups = groupby(ends, key=lambda each: (each[1].on, each[1].how))
    return tuple(_withdrawal(context, record, dict(group)) for _, group in groups)


def _withdrawal(context: Context, record: Record, ends: dict[Ref, Ended]) -> Withdrawal:
    first = next(iter(ends.values()))
    speakers = tuple(dict.fromkeys(name for ref in ends for name in context.queries.statement(ref).by))
    sources = tuple(dict.fromkeys(name for end in ends.values() for name in end.sources))
    known = best((ended_dating(context, end) for end in ends.values()), first.on)
    said = compose(
        context.words(_FALLS[first.how]),
        when=known_adverb(context, known),
        speakers=context.mentions(speakers),
        sources=context.joined(tuple(context.link(source) for source in sources)),
    )
    by = [ref for end in ends.values() for ref in end.by]
    refs = tuple(dict.fromkeys((*ends, *by)))
    return Withdrawal(known, capital(said), _why(context, sources), _before(context, record, ends), refs)


def _why(context: Context, sources: Iterable[str]) -> RichText:
    found = context.queries.records(Source, tuple(sources))
    runs = [with_stop(context.text(one.retracted.why)) for one in found if one.retracted]
    return tuple(run for number, why in enumerate(runs) for run in ((Span(" "),) if number else ()) + why)


def _before(context: Context, record: Record, ends: dict[Ref, Ended]) -> tuple[CitedText, ...]:
    """Give the sentence that stood here until that day; none where the day left it as it was."""
    day = next(iter(ends.values())).on
    if isinstance(record, Event | Relation):
        old = sentence_on(context, record, day - _ONE_DAY)
        new = sentence_on(context, record, day)
        return (old,) if old.words and plain_text(old.words) != plain_text(new.words) else ()
    known_day = context.queries.known_day
    told = [ref for ref in ends if ref.statement != "point" and known_day(ref) < day]
    return tuple(CitedText(statement_words(context, record, ref), (ref,)) for ref in told)


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One line of the page of corrections: what it is about, and what was put right."""

    target: Target
    name: RichText
    mended: EditorCorrection | None = None
    turned: Withdrawal | None = None
    gone: RichText = ()


@dataclass(frozen=True, slots=True)
class CorrectionDay:
    """What was put right on one day. ``anchor`` is Latin and stable."""

    anchor: str
    name: str
    entries: tuple[CorrectionLine, ...]


def correction_days(context: Context) -> tuple[CorrectionDay, ...]:
    """Every correction, withdrawal, retraction, rename and removal, the latest day first."""
    found: dict[Dating, list[CorrectionLine]] = {}
    every = *_of_records(context), *_of_sources(context), *_of_retired(context), *_of_addresses(context)
    for known, entry in every:
        found.setdefault(known, []).append(entry)
    days = groupby(
        sorted(found, key=lambda one: (-one.day.toordinal(), one.span, one.name)), lambda one: one.day
    )
    return tuple(
        CorrectionDay(known_anchor(known, number), known_heading(context, known), tuple(found[known]))
        for _, datings in days
        for number, known in enumerate(datings)
    )


def _of_records(context: Context) -> Iterator[tuple[Dating, CorrectionLine]]:
    for record in context.queries.all_records:
        bare = unlinked(context.hedged(title_of(context, record), context.queries.find_status(record.id)))
        righted = corrections_of(context, record.id)
        yield from ((exactly(one.day), CorrectionLine(record.id, bare, mended=one)) for one in righted.mended)
        yield from ((one.known, CorrectionLine(record.id, bare, turned=one)) for one in righted.turned)


def _of_sources(context: Context) -> Iterator[tuple[Dating, CorrectionLine]]:
    for source in context.queries.sources:
        if source.retracted:
            said = plain(context.words(N_("Retracted by its publisher.")) + " ")
            why = with_stop(context.text(source.retracted.why))
            known = exactly(source.retracted.on)
            yield known, CorrectionLine(source.id, context.name(source.id), gone=(*said, *why))


def _of_retired(context: Context) -> Iterator[tuple[Dating, CorrectionLine]]:
    for old_id, entry in context.queries.all_retired.items():
        if not context.queries.has_come(entry.on):
            continue
        line = retired_line(context, old_id)
        why = (*plain(" "), *line.why) if line.why else ()
        yield exactly(entry.on), CorrectionLine(old_id, line.name, gone=(*line.said, *why))


def _of_addresses(context: Context) -> Iterator[tuple[Dating, CorrectionLine]]:
    """Give the addresses that are no more, where the editors say why; others just lead on."""
    for entry in context.queries.former_addresses.values():
        if entry.why and context.queries.has_come(entry.on):
            pattern = N_("Since {date} this is not at its old address any more: {address}.")
            if entry.page.startswith(_DISPUTES):
                pattern = N_("Until {date} accounts of this were held to differ.")
            date = context.language.day(entry.on)
            said = compose(context.words(pattern), date=date, address=entry.address)
            page, sign, anchor = entry.address.partition("#")
            target = f"{page.removesuffix('/')}.md{sign}{anchor}"
            name = context.text(entry.name) if entry.name else _named(context, page)
            gone = (*said, *plain(" "), *context.text(entry.why))
            yield exactly(entry.on), CorrectionLine(target, name, gone=gone)


def _named(context: Context, page: str) -> RichText:
    """Name what a page was of: the record whose id it has, as that is called now, else its address."""
    old = page.rstrip("/").rpartition("/")[2]
    now = context.queries.find_newest(old) or old
    return context.name(now) if context.queries.find_label(record_of(now)) else plain(page)
