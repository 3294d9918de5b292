"""What a sentence rests on: who says it, where it was read, when, how it stands; each statement as a line."""

from dataclasses import dataclass

from generator.derive.corroboration import count_voices
from generator.derive.status import Status
from generator.model.actors import Relation
from generator.model.facts import Record
from generator.model.figures import Figure, Series
from generator.model.refs import Ref, Refs, Target, record_of
from generator.model.statements import Claim
from generator.model.vocabulary import Stance
from generator.views.context import Context, remembered
from generator.views.figures import amount_words
from generator.views.known_words import as_of
from generator.views.language import N_
from generator.views.questions import statement_refs
from generator.views.rich_text import RichText, compose, linked
from generator.views.sentences import STANCE_LABELS, claim_sentence
from generator.views.statements import CitationLine, citation_line, end_words, with_end


@dataclass(frozen=True, slots=True)
class StatementNote:
    """One statement: its speaker, where it was read, and what there is to say of it beside.

    ``stance`` is what the speaker does with it unless it asserts, and what became of it.
    """

    ref: Ref
    speaker: RichText
    stance: str
    citations: tuple[CitationLine, ...]


@dataclass(frozen=True, slots=True)
class CitedRecord:
    """A record that a sentence rests on, with its status and everything cited of it, oldest first."""

    name: RichText
    status: str
    status_label: str
    refs: Refs
    statements: tuple[StatementNote, ...]


@dataclass(frozen=True, slots=True)
class CitationNote:
    """What a sentence rests on. ``speakers`` counts the voices that say it; ``label`` says so in words.

    ``key`` is Latin, and the same for every sentence of a page that rests on the same.
    """

    key: str
    records: tuple[CitedRecord, ...]
    speakers: str
    label: str


def note_key(cited: tuple[Target, ...]) -> str:
    """Give the name of the note on a citation, known before the note is made."""
    return ".".join(map(str, cited))


@remembered
def citation_note(context: Context, cited: tuple[Target, ...]) -> CitationNote:
    """Say what lies behind a citation: record ids, or references of single statements."""
    records: dict[str, list[Ref]] = {}
    for target in cited:
        refs = records.setdefault(record_of(target), [])
        refs.extend(ref for ref in statement_refs(context, target) if ref not in refs)
    count = count_voices(context.queries.statement(ref).by for refs in records.values() for ref in refs)
    number = context.language.number(count)
    speakers = context.language.ngettext("{number} speaker", "{number} speakers", count).format(number=number)
    label = context.words(N_("Who says so, and where it was read: {speakers}"))
    return CitationNote(
        key=note_key(cited),
        records=tuple(_cited_record(context, record, tuple(refs)) for record, refs in records.items()),
        speakers=number,
        label=label.format(speakers=speakers),
    )


def _cited_record(context: Context, record: str, refs: Refs) -> CitedRecord:
    status = _status(context, record, refs)
    known_day = context.queries.known_day
    return CitedRecord(
        name=_name(context, record, status is None),
        status=status.name.value if status else "",
        status_label=context.status_words(status),
        refs=refs,
        statements=tuple(
            _statement_note(context, ref)
            for ref in sorted(refs, key=lambda ref: (known_day(ref), refs.index(ref)))
        ),
    )


def _status(context: Context, record: str, refs: Refs) -> Status | None:
    """Give the status of a record, or of the one claim where what the record stands for is not cited."""
    status = context.queries.find_status(record)
    if status is None or status.claim is None or status.claim in refs:
        return status
    return context.queries.find_claim_status(refs[0]) if len(refs) == 1 else None


def _name(context: Context, record: str, alone: bool) -> RichText:
    """Give the name of the record, linked, hedged where it stands alone; a relation goes by its holder."""
    shown = context.queries.find_holder(record) or record
    return linked(context.name(shown) if alone else context.title(shown), record)


def _statement_note(context: Context, ref: Ref) -> StatementNote:
    statement = context.queries.statement(ref)
    named = "" if statement.stance is Stance.ASSERTS else context.words(STANCE_LABELS[statement.stance])
    return StatementNote(
        ref=ref,
        speaker=context.shorts(statement.by),
        stance=context.words(N_(", ")).join(filter(None, (named, end_words(context, ref)))),
        citations=tuple(citation_line(context, citation) for citation in statement.cite),
    )


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One thing that was said: the sentence, where it stands, and how what it says stands, if it has that."""

    ref: Ref
    record: str
    record_name: RichText
    sentence: RichText
    status: str
    status_label: str


@remembered
def said_line(context: Context, ref: Ref) -> SaidLine:
    """One statement with where it stands, and the standing that it has of its own."""
    record = context.queries.record(ref.record)
    status = context.queries.find_claim_status(ref)
    return SaidLine(
        ref=ref,
        record=ref.record,
        record_name=_record_name(context, record),
        sentence=with_end(context, _sentence(context, record, ref), ref),
        status=status.name.value if status else "",
        status_label=context.status_words(status),
    )


def _record_name(context: Context, record: Record) -> RichText:
    if isinstance(record, Relation):
        return context.name(context.queries.holder(record.id))
    return context.name(record.id)


def _sentence(context: Context, record: Record, ref: Ref) -> RichText:
    statement = context.queries.statement(ref)
    if isinstance(statement, Claim):
        return claim_sentence(context, ref)
    if isinstance(statement, Figure) and isinstance(record, Series):
        pattern = N_("{title}: {amount}, {as_of}.")
        return compose(
            context.words(pattern),
            title=context.text(record.title),
            amount=amount_words(context.language, statement),
            as_of=as_of(context, statement),
        )
    return compose(context.words(N_("The position of {place}.")), place=context.name(record.id))
