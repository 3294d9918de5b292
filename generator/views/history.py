"""The history of a record: what was said of it as known on an earlier day, and what each day changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.derive.changes import Change, ChangeKind
from generator.derive.status import Status
from generator.model.actors import Relation
from generator.model.events import Event
from generator.model.facts import Record
from generator.model.fields import Citation
from generator.model.figures import Figure, Series
from generator.model.refs import Ref, Refs
from generator.model.statements import Claim
from generator.model.vocabulary import Stance
from generator.views.context import Context, remembered
from generator.views.figures import amount_words
from generator.views.hedges import STATUS_LABELS
from generator.views.known_words import as_of, change_dating, known_label
from generator.views.language import N_
from generator.views.rich_text import RichText, compose, plain_text
from generator.views.sentences import (
    STANCE_LABELS,
    claim_sentence,
    event_sentence,
    record_sentence,
)
from generator.views.statements import CitationLine, citation_line, quotable

KIND_LABELS = {
    ChangeKind.NEW: N_("new"),
    ChangeKind.RAISED: N_("raised"),
    ChangeKind.LOWERED: N_("lowered"),
    ChangeKind.DISPUTED: N_("disputed"),
    ChangeKind.CORRECTED: N_("corrected"),
    ChangeKind.WITHDRAWN: N_("withdrawn"),
}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CitedText:
    """A sentence as it read on a day, with the statements that it rested on."""

    words: RichText
    refs: Refs


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What one day changed: the words before (none where they stayed) and after, and who brought it.

    ``status`` is "" for what has none. ``sources`` are those that brought the change, retracted
    ones too; ``notes`` are what the editors say that they put right.
    """

    day: str
    since: str
    kind: str
    kind_label: str
    status: str
    status_label: str
    before: tuple[CitedText, ...]
    after: tuple[CitedText, ...]
    refs: Refs
    sources: tuple[CitationLine, ...]
    notes: tuple[RichText, ...]


@remembered
def history_line(context: Context, change: Change) -> HistoryLine:
    """One change in words."""
    before, after = _words(context, change)
    status, label = _standing(context, change, after or before)
    return HistoryLine(
        day=change.day.isoformat(),
        since=known_label(context, change_dating(context, change)),
        kind=change.kind.value,
        kind_label=context.words(KIND_LABELS[change.kind]),
        status=status,
        status_label=label,
        before=before,
        after=after,
        refs=change.refs,
        sources=tuple(citation_line(context, citation) for citation in _each_source(context, change)),
        notes=tuple(_notes(context, change)),
    )


def _standing(context: Context, change: Change, told: tuple[CitedText, ...]) -> tuple[str, str]:
    """Give the status of what is told and its label: a record's beside its sentence, else that of the claim.

    Several claims have none together, a denial has none at all.
    """
    if change.after is None:
        return "", ""
    if not isinstance(context.queries.record(change.record), Event | Relation):
        return change.after.value, context.words(STATUS_LABELS[change.after])
    status: Status | None = context.queries.status_on(change.record, change.day)
    alone = [one.refs[0] for one in told if len(one.refs) == 1]
    if status and status.claim and alone and status.claim not in alone:
        found = context.queries.find_claim_status_on(alone[0], change.day)
        status = found if len(alone) == 1 else None
    return (status.name.value, context.status_words(status)) if status else ("", "")


def _notes(context: Context, change: Change) -> Iterator[RichText]:
    pattern = context.words(N_("Corrected on {date}: {text}"))
    for one in getattr(context.queries.record(change.record), "corrections", ()):
        if one.on == change.day:
            yield compose(pattern, date=context.language.day(one.on), text=context.text(one.text))


def sentence_on(context: Context, record: Event | Relation, day: date) -> CitedText:
    """Say what was said of a record as known on a day: as the edition of that day says it.

    Names in it are linked to what is known now. Nothing where nothing was known yet.
    """
    known = tuple(ref for ref, _ in record.statements if context.queries.known_day(ref) <= day)
    if not known:
        return CitedText((), ())
    word = event_sentence if isinstance(record, Event) else record_sentence
    standing = context.queries.status_on(record.id, day)
    return CitedText(word(context, quotable(context, record, standing, day), standing), known)


def _words(context: Context, change: Change) -> tuple[tuple[CitedText, ...], tuple[CitedText, ...]]:
    record = context.queries.record(change.record)
    if isinstance(record, Event | Relation):
        before = sentence_on(context, record, change.day - _ONE_DAY)
        after = sentence_on(context, record, change.day)
        if plain_text(before.words) != plain_text(after.words):
            return (before,) if before.words else (), (after,)
    known_day = context.queries.known_day
    old = [ref for ref in change.refs if known_day(ref) < change.day]
    new = [ref for ref in change.refs if known_day(ref) == change.day]
    if not new and any(_notes(context, change)):
        # The editors' own mistake: how it read before is nowhere any more.
        return (), (after,) if isinstance(record, Event | Relation) else _statements(context, record, old)
    return _statements(context, record, old), _statements(context, record, new)


def _statements(context: Context, record: Record, refs: Iterable[Ref]) -> tuple[CitedText, ...]:
    return tuple(CitedText(statement_words(context, record, ref), (ref,)) for ref in refs)


def statement_words(context: Context, record: Record, ref: Ref) -> RichText:
    """One claim or figure as a sentence of its own, as it was said."""
    statement = context.queries.statement(ref)
    if isinstance(statement, Claim):
        return claim_sentence(context, ref)
    assert isinstance(statement, Figure) and isinstance(record, Series)
    pattern = N_("{amount}, according to {speaker}, {as_of}.")
    if statement.stance is not Stance.ASSERTS:
        pattern = N_("{amount}, according to {speaker}, {as_of} ({stance}).")
    return compose(
        context.words(pattern),
        amount=amount_words(context.language, statement),
        speaker=context.mentions(statement.by),
        as_of=as_of(context, statement),
        stance=context.words(STANCE_LABELS[statement.stance]),
    )


def _each_source(context: Context, change: Change) -> Iterable[Citation]:
    found: dict[str, Citation] = {}
    for citation in _brought(context, change):
        found.setdefault(citation.source, citation)
    return found.values()


def _brought(context: Context, change: Change) -> Iterator[Citation]:
    """Give what was published that day and made the change: sources of new words, retractions, grounds."""
    queries = context.queries
    for ref in change.refs:
        for citation in queries.statement(ref).cite:
            if queries.known_day(ref) == change.day and queries.source_day(citation.source) <= change.day:
                yield citation
    for ref in change.refs:
        for citation in queries.statement(ref).cite:
            yield from _retracting(context, citation, change.day)
    record = queries.record(change.record)
    if isinstance(record, Event | Relation) and record.confirmed:
        yield from record.confirmed.cite if queries.find_confirmed_since(record.id) == change.day else ()


def _retracting(context: Context, citation: Citation, day: date) -> Iterator[Citation]:
    if context.queries.find_retracted(citation.source) == day:
        yield citation
        source = context.queries.source(citation)
        yield from (source.retracted and source.retracted.cite) or ()
