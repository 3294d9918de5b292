"""What a sentence rests on: who says it, where it was read, when, how it stands; each statement as a line."""

from dataclasses import dataclass

from generator.model.actors import Relation
from generator.model.facts import Record, Statement
from generator.model.figures import Figure, Series
from generator.model.places import Point
from generator.model.statements import Claim
from generator.model.vocabulary import Stance
from generator.views.context import Context, Refs
from generator.views.figures import amount_words
from generator.views.language import N_
from generator.views.questions import statement_refs
from generator.views.rich_text import RichText, Span, compose
from generator.views.statements import CitationLine, citation_line, end_words, with_end
from generator.views.wording import STANCE_LABELS, STATUS_LABELS, claim_sentence


@dataclass(frozen=True, slots=True)
class StatementNote:
    """One statement: its speaker, where it was read, and what there is to say of it beside.

    ``stance`` is what the speaker does with it unless it asserts, and what became of it.
    """

    ref: str
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
    voices: tuple[StatementNote, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a sentence rests on. ``speakers`` counts who says it; ``label`` says so in words.

    ``key`` is Latin, and the same for every sentence of a page that rests on the same.
    """

    key: str
    grounds: tuple[CitedRecord, ...]
    speakers: str
    label: str


def note_key(cited: Refs) -> str:
    """The name of the note on a citation, known before the note is made."""
    return ".".join(cited)


def attribution(context: Context, cited: Refs) -> Attribution:
    """What lies behind a citation: record ids, or references of single statements."""
    grounds: dict[str, list[str]] = {}
    for target in cited:
        refs = grounds.setdefault(target.partition("/")[0], [])
        refs.extend(ref for ref in statement_refs(context, target) if ref not in refs)
    statements = context.facts.statements
    count = len({statements[ref].by for refs in grounds.values() for ref in refs})
    number = context.language.number(count)
    speakers = context.language.ngettext("{number} speaker", "{number} speakers", count).format(number=number)
    label = context.words(N_("Who says so, and where it was read: {speakers}"))
    return Attribution(
        key=note_key(cited),
        grounds=tuple(_cited_record(context, record, tuple(refs)) for record, refs in grounds.items()),
        speakers=number,
        label=label.format(speakers=speakers),
    )


def _cited_record(context: Context, record: str, refs: Refs) -> CitedRecord:
    status = context.index.statuses.get(record)
    days = context.index.known_days
    return CitedRecord(
        name=_name(context, record),
        status=status.name.value if status else "",
        status_label=context.words(STATUS_LABELS[status.name]) if status else "",
        refs=refs,
        voices=tuple(
            _statement_note(context, ref)
            for ref in sorted(refs, key=lambda ref: (days[ref], refs.index(ref)))
        ),
    )


def _name(context: Context, record: str) -> RichText:
    """The name of the record, linked; a relation goes by its holder."""
    shown = context.facts.relation_holders.get(record, record)
    return tuple(Span(run.words, record, run.language) for run in context.name(shown))


def _statement_note(context: Context, ref: str) -> StatementNote:
    statement = context.facts.statements[ref]
    stance = _stance(statement)
    named = "" if stance is Stance.ASSERTS else context.words(STANCE_LABELS[stance])
    return StatementNote(
        ref=ref,
        speaker=context.short(statement.by),
        stance=context.words(N_(", ")).join(filter(None, (named, end_words(context, ref)))),
        citations=tuple(citation_line(context, citation) for citation in statement.cite),
    )


def _stance(statement: Statement) -> Stance:
    return Stance.ASSERTS if isinstance(statement, Point) else statement.stance


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One thing that was said: the sentence, where it stands, and that record's status."""

    ref: str
    record: str
    record_name: RichText
    sentence: RichText
    status: str
    status_label: str


def said_line(context: Context, ref: str) -> SaidLine:
    """One statement with where it stands and the standing of that record."""
    record_id = ref.partition("/")[0]
    record = context.facts.by_id[record_id]
    status = context.index.statuses.get(record_id)
    return SaidLine(
        ref=ref,
        record=record_id,
        record_name=_record_name(context, record),
        sentence=with_end(context, _sentence(context, record, ref), ref),
        status=status.name.value if status else "",
        status_label=context.words(STATUS_LABELS[status.name]) if status else "",
    )


def _record_name(context: Context, record: Record) -> RichText:
    if isinstance(record, Relation):
        return context.name(context.facts.relation_holders[record.id])
    return context.name(record.id)


def _sentence(context: Context, record: Record, ref: str) -> RichText:
    statement = context.facts.statements[ref]
    if isinstance(statement, Claim):
        return claim_sentence(context, statement)
    if isinstance(statement, Figure) and isinstance(record, Series):
        pattern = N_("{title}: {amount}, as of {date}.")
        return compose(
            context.words(pattern),
            title=context.text(record.title),
            amount=amount_words(context.language, statement),
            date=context.language.when(statement.as_of),
        )
    return compose(context.words(N_("The position of {place}.")), place=context.name(record.id))
