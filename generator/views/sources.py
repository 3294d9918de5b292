"""Sources: what rests on each, who speaks in it, and what it only repeats."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model.refs import Ref
from generator.model.sources import Source
from generator.model.vocabulary import ReadAs
from generator.views.citation_notes import SaidLine, said_line
from generator.views.context import Context
from generator.views.language import N_
from generator.views.rich_text import RichText
from generator.views.statements import credits_in, published

TIERS = {
    "A": N_("A: wire, primary body or established outlet"),
    "B": N_("B: usable with care"),
    "C": N_("C: used only where nothing better was read"),
}

_READ = {
    ReadAs.WHOLE: N_("read in full"),
    ReadAs.EXCERPT: N_("read as an excerpt only"),
    ReadAs.DATA: N_("read as a data file"),
}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the overview. ``single`` is set when one speaker alone is heard in it."""

    id: str
    title: RichText
    publisher: str
    published: str
    tier: str
    read: str
    excerpt: bool
    statements: int
    speakers: tuple[str, ...]
    single: bool
    day: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """Everything a source's page says. ``url`` and ``archived`` are links, ``copy_at`` never is one."""

    line: SourceLine
    tier: str
    author: str
    accessed: str
    language: str
    url: str
    archived: tuple[str, ...]
    copy_at: str
    platform: str
    others: tuple[str, ...]
    carries: str
    second_hand: RichText
    repeats: tuple[str, ...]
    repeated_by: tuple[str, ...]
    said: tuple[SaidLine, ...]
    credits: tuple[tuple[Ref, RichText], ...]
    left_out: tuple[tuple[str, RichText], ...]
    with_care: tuple[tuple[str, RichText], ...]
    retracted: tuple[str, RichText, tuple[str, ...]] | None
    note: RichText


def source_line(context: Context, source: Source) -> SourceLine:
    """One source for the overview."""
    rests = context.queries.statements_of_source(source.id)
    speakers = context.queries.speakers_of_source(source.id)
    return SourceLine(
        id=source.id,
        title=context.title(source.id),
        publisher=source.publisher,
        published=published(context, source),
        tier=source.tier.value,
        read=context.words(_READ[source.read]),
        excerpt=source.read is ReadAs.EXCERPT,
        statements=len(rests),
        speakers=speakers,
        single=len(speakers) == 1,
        day=source.known.isoformat(),
    )


def source_lines(context: Context) -> tuple[SourceLine, ...]:
    """Every source, by publisher, then by day, those of one day as the files have them."""
    lines = (source_line(context, source) for source in context.queries.sources)
    return tuple(sorted(lines, key=lambda line: (line.publisher.casefold(), line.day)))


def lines_of_sources(context: Context, ids: Iterable[str]) -> tuple[SourceLine, ...]:
    """Give the lines of some sources, in the order in which they are given."""
    return tuple(source_line(context, source) for source in context.queries.records(Source, ids))


def source_page(context: Context, source: Source) -> SourcePage:
    """One source with everything that rests on it."""
    rests = context.queries.statements_of_source(source.id)
    return SourcePage(
        line=source_line(context, source),
        tier=context.words(TIERS[source.tier.value]),
        author=source.author or "",
        accessed=context.language.day(source.accessed),
        language=context.language.name_of(source.language),
        url=source.url or "",
        archived=source.archived,
        copy_at=source.copy_at or "",
        platform=source.platform or "",
        others=context.mixed_up(source.id),
        carries=source.carries or "",
        second_hand=context.text(source.second_hand) if source.second_hand else (),
        repeats=source.derives_from,
        repeated_by=context.queries.repeats_of_source(source.id),
        said=tuple(said_line(context, ref) for ref in rests),
        credits=credits_in(context, source.id),
        left_out=tuple((item.at, context.text(item.why)) for item in source.left_out),
        with_care=tuple((item.at, context.text(item.why)) for item in source.with_care),
        retracted=_retraction(context, source),
        note=context.note(source.note),
    )


def ways_to_source(context: Context, source: str) -> tuple[tuple[str, str], ...]:
    """Give the address of a source and those of its archived copies, each with the words to link."""
    found = context.queries.record(source)
    assert isinstance(found, Source)
    own = ((urlsplit(found.url).netloc.removeprefix("www."), found.url),) if found.url else ()
    return (*own, *((context.words(N_("archived copy")), url) for url in found.archived))


def _retraction(context: Context, source: Source) -> tuple[str, RichText, tuple[str, ...]] | None:
    """When it was retracted, why, and the sources in which that can be read."""
    taken = source.retracted
    if taken is None:
        return None
    cited = dict.fromkeys(citation.source for citation in taken.cite or ())
    return context.language.day(taken.on), context.text(taken.why), tuple(cited)
