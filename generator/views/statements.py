"""Claims and where they were read, side by side, and what became of a statement that ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.derive.known import in_force, known_day
from generator.derive.lifecycle import EndReason
from generator.derive.status import Status
from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.fields import Citation
from generator.model.sources import Source
from generator.model.statements import Claim
from generator.model.vocabulary import ReadAs, StatusName
from generator.views.context import Context
from generator.views.language import N_
from generator.views.rich_text import RichText, capital, plain, with_stop
from generator.views.wording import STANCE_LABELS, claim_sentence

_END_WORDS = {
    EndReason.TAKEN_BACK: N_("taken back on {date}"),
    EndReason.DENIED: N_("denied by the same speaker since {date}"),
    EndReason.RETRACTED: N_("its source was retracted on {date}"),
    EndReason.REPLACED: N_("replaced by its speaker on {date}"),
    EndReason.LOWERED: N_("lowered by its speaker on {date}"),
}


def end_words(context: Context, ref: str) -> str:
    """What became of a statement, and on which known day; "" while it stands."""
    fall = context.index.fallen.get(ref)
    return context.words(_END_WORDS[fall.how]).format(date=context.language.day(fall.on)) if fall else ""


def with_end(context: Context, sentence: RichText, ref: str) -> RichText:
    """A sentence that says what its statement says, and what became of that."""
    words = end_words(context, ref)
    return (*sentence, *plain(" "), *with_stop(capital(plain(words)))) if words else sentence


def stands(context: Context, ref: str) -> bool:
    """Whether a statement still stands for the time it speaks of."""
    fall = context.index.fallen.get(ref)
    return fall is None or fall.stands


def standing_first(context: Context, record: Actor) -> tuple[Claim, ...]:
    """The claims on an actor with the fallen ones last, otherwise in file order."""
    return tuple(sorted(record.claims, key=lambda claim: not stands(context, f"{record.id}/{claim.id}")))


def quotable(
    context: Context, record: Event | Relation, status: Status, day: date = date.max
) -> tuple[Claim, ...]:
    """The claims that a sentence of this status may quote as known on a day, in file order.

    What had fallen by then is quoted only where nothing else was said.
    """
    refs = {claim.id: f"{record.id}/{claim.id}" for claim in record.claims}
    known = tuple(claim for claim in record.claims if context.index.known_days[refs[claim.id]] <= day)
    falls = {name: context.index.fallen.get(ref) for name, ref in refs.items()}
    standing = tuple(claim for claim in known if not (fall := falls[claim.id]) or fall.on > day)
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
    ref: str
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


def citation_line(context: Context, citation: Citation) -> CitationLine:
    """A citation with what a reader needs to find the item."""
    source = context.facts.by_id[citation.source]
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
    shown = context.language.when(source.published) if source.published else context.words(N_("undated"))
    if source.retracted is None or in_force(source.retracted, context.facts) > day:
        return shown
    since = context.language.day(source.retracted.on)
    return context.words(N_("{published}, retracted on {date}")).format(published=shown, date=since)


def claim_line(context: Context, record_id: str, claim: Claim) -> ClaimLine:
    """One claim of a record."""
    known = known_day(claim.cite, context.facts)
    return ClaimLine(
        id=claim.id,
        ref=f"{record_id}/{claim.id}",
        anchor=f"claim-{claim.id}",
        sentence=with_end(context, claim_sentence(context, claim), f"{record_id}/{claim.id}"),
        speaker=context.link(claim.by),
        stance=context.words(STANCE_LABELS[claim.stance]),
        stance_name=claim.stance.value,
        known=context.language.day(known),
        known_day=known.isoformat(),
        fallen=bool(end_words(context, f"{record_id}/{claim.id}")),
        citations=tuple(citation_line(context, citation) for citation in claim.cite),
        contradicts=tuple(
            (f"claim-{rival}", _rival_speaker(context, record_id, rival)) for rival in claim.contradicts
        ),
        note=context.note(claim.note),
    )


def _rival_speaker(context: Context, record_id: str, claim_id: str) -> RichText:
    rival = context.facts.statements[f"{record_id}/{claim_id}"]
    assert isinstance(rival, Claim)
    return context.name(rival.by)


def claim_lines(context: Context, record_id: str, claims: Iterable[Claim]) -> tuple[ClaimLine, ...]:
    """The claims of a record, in the order they became known, then as written."""
    lines = [claim_line(context, record_id, claim) for claim in claims]
    return tuple(sorted(lines, key=lambda line: line.known_day))


def refs_of(record_id: str, claims: Iterable[Claim]) -> tuple[str, ...]:
    """The references of a record's claims, in file order."""
    return tuple(f"{record_id}/{claim.id}" for claim in claims)
