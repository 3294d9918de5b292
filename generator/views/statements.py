"""Claims and where they were read, side by side, and what became of a statement that ended."""

from dataclasses import dataclass
from datetime import date

from generator.derive.endings import EndReason
from generator.derive.status import Status
from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.facts import StatedRecord
from generator.model.fields import Citation
from generator.model.figures import Figure
from generator.model.refs import Ref, Refs
from generator.model.sources import Source
from generator.model.statements import Claim, Misattributed
from generator.model.vocabulary import ReadAs, StatusName
from generator.views.context import Context, remembered
from generator.views.known_words import (
    ended_dating,
    known_adverb,
    known_label,
    known_sentence,
    source_dating,
    statement_dating,
)
from generator.views.language import N_
from generator.views.rich_text import RichText, capital, compose, plain, with_stop
from generator.views.sentences import STANCE_LABELS, claim_sentence

_END_WORDS = {
    EndReason.WITHDRAWN: N_("taken back {when}"),
    EndReason.DENIED: N_("denied by the same speaker {when}"),
    EndReason.RETRACTED: N_("its source was retracted {when}"),
    EndReason.REPLACED: N_("replaced by its speaker {when}"),
    EndReason.LOWERED: N_("lowered by its speaker {when}"),
}


def end_words(context: Context, ref: Ref) -> str:
    """Say what became of a statement, and on which known day; "" while it stands."""
    end = context.queries.find_end(ref)
    if end is None:
        return ""
    return context.words(_END_WORDS[end.how]).format(when=known_adverb(context, ended_dating(context, end)))


def with_end(context: Context, sentence: RichText, ref: Ref) -> RichText:
    """Give a sentence that says what its statement says, and what became of that."""
    words = end_words(context, ref)
    return (*sentence, *plain(" "), *with_stop(capital(plain(words)))) if words else sentence


def stands(context: Context, ref: Ref) -> bool:
    """Whether a statement still stands for the time it speaks of."""
    end = context.queries.find_end(ref)
    return end is None or end.stands


def standing_first(context: Context, record: Actor) -> Refs:
    """Give the claims on an actor with those that ended last, otherwise in file order."""
    return tuple(sorted((ref for ref, _ in record.statements), key=lambda ref: not stands(context, ref)))


def quotable(
    context: Context, record: Event | Relation, status: Status, day: date = date.max
) -> dict[Ref, Claim]:
    """Give the claims that a sentence of this status may quote as known on a day, in file order.

    What had ended by then is quoted only where nothing else was said.
    """
    known = {ref: claim for ref, claim in record.statements if context.queries.known_day(ref) <= day}
    ends = {ref: context.queries.find_end(ref) for ref in known}
    standing = {ref: claim for ref, claim in known.items() if not (end := ends[ref]) or end.on > day}
    return known if status.name is StatusName.WITHDRAWN else standing or known


@dataclass(frozen=True, slots=True)
class CitationLine:
    """One citation: which source, where in it, who published it and when, and whether it was retracted."""

    source: str
    title: RichText
    publisher: str
    locator: str
    published: str
    tier: str
    excerpt: bool


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim as a page shows it. ``contradicts`` holds the anchors of its rivals."""

    id: str
    ref: Ref
    anchor: str
    sentence: RichText
    speaker: RichText
    stance: str
    stance_name: str
    known: str
    known_day: str
    fallen: bool
    citations: tuple[CitationLine, ...]
    contradicts: tuple[tuple[str, RichText], ...]
    note: RichText
    credits: tuple[RichText, ...] = ()


@remembered
def citation_line(context: Context, citation: Citation) -> CitationLine:
    """Give a citation with what a reader needs to find the item."""
    source = context.queries.record(citation.source)
    assert isinstance(source, Source)
    return CitationLine(
        source=source.id,
        title=context.text(source.title),
        publisher=source.publisher,
        locator=citation.locator,
        published=published(context, source),
        tier=source.tier.value,
        excerpt=source.read is ReadAs.EXCERPT,
    )


def published(context: Context, source: Source, day: date = date.max) -> str:
    """When a source was published, and that it was retracted since, as known on a day."""
    shown = _dated(context, source)
    retracted = context.queries.find_retracted(source.id)
    if source.retracted is None or retracted is None or retracted > day:
        return shown
    since = context.language.day(source.retracted.on)
    return context.words(N_("{published}, retracted on {date}")).format(published=shown, date=since)


def _dated(context: Context, source: Source) -> str:
    dating = source_dating(context, source.id)
    if source.published is None or dating.read:
        return known_label(context, dating)
    return context.language.when(source.published)


def claim_line(context: Context, ref: Ref) -> ClaimLine:
    """One claim of a record."""
    claim = context.queries.statement(ref)
    assert isinstance(claim, Claim)
    known = context.queries.known_day(ref)
    return ClaimLine(
        id=claim.id,
        ref=ref,
        anchor=f"claim-{claim.id}",
        sentence=with_end(context, claim_sentence(context, ref), ref),
        speaker=context.links(claim.by),
        stance=context.words(STANCE_LABELS[claim.stance]),
        stance_name=claim.stance.value,
        known=known_sentence(context, statement_dating(context, ref)),
        known_day=known.isoformat(),
        fallen=bool(end_words(context, ref)),
        citations=tuple(citation_line(context, citation) for citation in claim.cite),
        contradicts=tuple(
            (f"claim-{rival}", _rival_speaker(context, Ref(ref.record, rival))) for rival in claim.rivals
        ),
        note=context.note(claim.note),
        credits=credit_lines(context, claim),
    )


def _rival_speaker(context: Context, rival: Ref) -> RichText:
    return context.names(context.queries.statement(rival).by)


def credit_lines(context: Context, statement: Claim | Figure) -> tuple[RichText, ...]:
    """Say which sources print a statement as said by somebody else, and why that is put right."""
    return tuple(
        _credit(context, context.joined(tuple(context.link(one.source) for one in other.cite)), other)
        for other in statement.misattributed
    )


def _credit(context: Context, sources: RichText, other: Misattributed) -> RichText:
    pattern = (
        N_("{source} credits this to {printed}.") if other.to else N_("{source} names nobody who said this.")
    )
    said = compose(context.words(pattern), source=sources, printed=context.mentions(other.to))
    return (*capital(said), *plain(" "), *with_stop(context.text(other.why)))


def credits_in(context: Context, source: str) -> tuple[tuple[Ref, RichText], ...]:
    """Give the statements whose speaker a source prints otherwise, with what it prints and why not."""
    found = []
    for ref in context.queries.statements_of_source(source):
        statement = context.queries.statement(ref)
        for other in getattr(statement, "misattributed", ()):
            if any(citation.source == source for citation in other.cite):
                pattern = N_("{speaker}: printed as said by {printed}.")
                if not other.to:
                    pattern = N_("{speaker}: printed without a speaker.")
                said = compose(
                    context.words(pattern),
                    speaker=context.links(statement.by),
                    printed=context.mentions(other.to),
                )
                found.append((ref, (*capital(said), *plain(" "), *with_stop(context.text(other.why)))))
    return tuple(found)


def claim_lines(context: Context, record: StatedRecord) -> tuple[ClaimLine, ...]:
    """Give the claims of a record, in the order they became known, then as written."""
    lines = [claim_line(context, ref) for ref, one in record.statements if isinstance(one, Claim)]
    return tuple(sorted(lines, key=lambda line: line.known_day))


def claims_of(record: StatedRecord) -> Refs:
    """Give the references of a record's claims, in file order."""
    return tuple(ref for ref, one in record.statements if isinstance(one, Claim))
