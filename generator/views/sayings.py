"""What was said: one statement with where it stands, for the pages of speakers and sources."""

from dataclasses import dataclass

from generator.model.actors import Relation
from generator.model.claims import Claim
from generator.model.facts import Record
from generator.model.figures import Figure, Series
from generator.views.context import Context
from generator.views.fallen import with_fall
from generator.views.figures import amount_words
from generator.views.language import N_
from generator.views.runs import Runs, compose
from generator.views.wording import STATUS_LABELS, claim_sentence


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One thing that was said: the sentence, where it stands, and that record's status."""

    ref: str
    record: str
    record_name: Runs
    sentence: Runs
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
        sentence=with_fall(context, _statement(context, record, ref), ref),
        status=status.name.value if status else "",
        status_label=context.words(STATUS_LABELS[status.name]) if status else "",
    )


def _record_name(context: Context, record: Record) -> Runs:
    if isinstance(record, Relation):
        return context.name(context.facts.relation_holders[record.id])
    return context.name(record.id)


def _statement(context: Context, record: Record, ref: str) -> Runs:
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
