"""Front matter: all that the theme and machines are told of a page, beside its Markdown.

Addresses in it are below the site's, as the theme's ``url`` takes them, so that a note reads the same
on every page. Words are texts, or lists of ``text`` where some are in another language (``lang``, ``dir``)
or of the other direction (``apart``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.model.languages import direction_of
from generator.model.refs import Target
from generator.pages.addresses import below
from generator.pages.day_placeholders import PLACEHOLDERS
from generator.pages.search_facets import SearchFacets
from generator.views.citation_notes import CitationNote, CitedRecord, StatementNote
from generator.views.context import Context
from generator.views.isolation import isolated, joined_apart, runs
from generator.views.page_meta import PageMeta, page_footer, url
from generator.views.rich_text import RichText, Span, plain, plain_text

YamlMapping: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PageSurroundings:
    """What a page has around its words, beside what it is about.

    ``neighbours`` are the records before and after it with their names, ``notes`` what its sentences
    rest on, ``linked_data`` its nodes in schema.org. ``editions`` is the address of the list of
    earlier days, or "".
    """

    found: SearchFacets
    neighbours: tuple[tuple[str, RichText] | None, ...]
    notes: tuple[CitationNote, ...]
    linked_data: list[YamlMapping]
    editions: str


def front_matter(context: Context, about: PageMeta, around: PageSurroundings) -> YamlMapping:
    """Give what the front matter of a page says: plain mappings, lists, texts, numbers and truth values."""
    entries = (*_head(context, about, around), *_foot(context, about), *_around(context, around))
    return {name: value for name, value in entries if value}


def _head(context: Context, about: PageMeta, around: PageSurroundings) -> Iterator[tuple[str, Any]]:
    direction = context.language.direction
    named = joined_apart(about.title, direction)  # before the name of the site
    yield "title", about.title
    yield "tab", named if named != about.title else ""
    yield "description", isolated(about.description, direction)
    yield "kind", about.kind
    yield "status", about.status
    yield "date", about.when
    yield "card", about.card
    yield "feed", about.feed
    yield "robots", about.robots
    yield "moved", about.moved
    yield "facets", dict(around.found.facets)
    yield "names", ", ".join(around.found.names)
    yield "hide", ["navigation"]
    yield "breadcrumbs", [{"title": words, "url": url(path)} for words, path in about.breadcrumbs]
    yield "editions", around.editions


def _foot(context: Context, about: PageMeta) -> Iterator[tuple[str, Any]]:
    """Yield the day that the page speaks of, and how to cite it and to report an error on it."""
    end = page_footer(context, about)
    yield "known", PLACEHOLDERS["known"]
    if end.changed:
        yield "changed", end.changed
    cited = {"text": "words", "bibtex": "bibtex", "csl": "csl"}
    yield "cite", {name: PLACEHOLDERS[part] for name, part in cited.items()}
    yield "report", end.report


def _around(context: Context, around: PageSurroundings) -> Iterator[tuple[str, Any]]:
    for name, neighbour in zip(("before", "after"), around.neighbours, strict=False):
        if neighbour:
            record, words = neighbour
            yield name, {"title": _words(context, words), "url": below(context, record)}
    yield "notes", [_note(context, note) for note in around.notes]
    yield "linked_data", around.linked_data


def _note(context: Context, note: CitationNote) -> YamlMapping:
    """Say what a sentence rests on. Many pages show the same note: it is made once."""
    return context.queries.once(
        ("note in front matter", note.key),
        lambda: {"key": note.key, "records": [_record(context, record) for record in note.records]},
    )


def _record(context: Context, record: CitedRecord) -> YamlMapping:
    said = [_statement(context, one) for one in record.statements]
    label = {"label": _words(context, plain(record.status_label))}
    status = {"status": record.status, **label} if record.status else {}
    return {**_linked(context, record.name), **status, "said": said}


def _statement(context: Context, one: StatementNote) -> YamlMapping:
    stance = {"stance": _words(context, plain(one.stance))} if one.stance else {}
    cites = [[cite.publisher, cite.published, _address(context, cite.source)] for cite in one.citations]
    return {"claim": str(one.ref), **_linked(context, one.speaker), **stance, "read": cites}


def _linked(context: Context, words: RichText) -> YamlMapping:
    """Give a name with the address that it links to, if it does; several names each with their own."""
    found = list(dict.fromkeys(_address(context, span.target) for span in words if span.target))
    if len(found) > 1:
        return {"name": _words(context, words), "each": [_piece(context, span) for span in words]}
    return {"name": _words(context, words), **({"url": found[0]} if found else {})}


def _piece(context: Context, span: Span) -> YamlMapping:
    url = {"url": _address(context, span.target)} if span.target else {}
    if span.language:
        return {"text": span.words, "lang": span.language, "dir": direction_of(span.language), **url}
    apart = any(piece.apart for piece in runs(span.words, context.language.direction))
    return {"text": span.words, **({"apart": True} if apart else {}), **url}


def _address(context: Context, target: Target) -> str:
    return below(context, target)


def _words(context: Context, words: RichText) -> str | list[YamlMapping]:
    if not any(span.language for span in words):
        return _apart(context, plain_text(words))
    return [
        {"text": span.words, "lang": span.language, "dir": direction_of(span.language)}
        if span.language
        else {"text": span.words}
        for span in words
    ]


def _apart(context: Context, words: str) -> str | list[YamlMapping]:
    """Give words in pieces where some are of the other direction than the page's."""
    pieces = runs(words, context.language.direction)
    if not any(piece.apart for piece in pieces):
        return words
    return [{"text": piece.words, **({"apart": True} if piece.apart else {})} for piece in pieces]
