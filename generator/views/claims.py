"""Claims and where they were read, side by side, as an event, actor or place page lists them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.derive import known_day
from generator.derive.known import in_force
from generator.model.claims import Claim
from generator.model.fields import Citation
from generator.model.sources import Source
from generator.model.vocabulary import ReadAs
from generator.views.context import Context
from generator.views.fallen import fallen_words, with_fall
from generator.views.language import N_
from generator.views.runs import Runs
from generator.views.wording import STANCE_LABELS, claim_sentence


@dataclass(frozen=True, slots=True)
class CitationLine:
    """One citation: which source, where in it, who published it and when, and whether it was retracted."""

    source: str
    title: Runs
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
    sentence: Runs
    speaker: Runs
    stance: str
    stance_name: str
    known: str
    known_day: str
    fallen: bool
    citations: tuple[CitationLine, ...]
    contradicts: tuple[tuple[str, Runs], ...]
    note: Runs


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
        sentence=with_fall(context, claim_sentence(context, claim), f"{record_id}/{claim.id}"),
        speaker=context.link(claim.by),
        stance=context.words(STANCE_LABELS[claim.stance]),
        stance_name=claim.stance.value,
        known=context.language.day(known),
        known_day=known.isoformat(),
        fallen=bool(fallen_words(context, f"{record_id}/{claim.id}")),
        citations=tuple(citation_line(context, citation) for citation in claim.cite),
        contradicts=tuple(
            (f"claim-{rival}", _rival(context, record_id, rival)) for rival in claim.contradicts
        ),
        note=context.note(claim.note),
    )


def _rival(context: Context, record_id: str, claim_id: str) -> Runs:
    rival = context.facts.statements[f"{record_id}/{claim_id}"]
    assert isinstance(rival, Claim)
    return context.name(rival.by)


def claim_lines(context: Context, record_id: str, claims: Iterable[Claim]) -> tuple[ClaimLine, ...]:
    """The claims of a record, in the order they became known, then as written."""
    lines = [claim_line(context, record_id, claim) for claim in claims]
    return tuple(sorted(lines, key=lambda line: line.known_day))


def refs(record_id: str, claims: Iterable[Claim]) -> tuple[str, ...]:
    """The references of a record's claims, in file order."""
    return tuple(f"{record_id}/{claim.id}" for claim in claims)
