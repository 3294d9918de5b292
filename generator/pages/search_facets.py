"""What the search knows of a page beyond its words: names, and facets to narrow results by."""

import unicodedata
from dataclasses import dataclass

from generator.model.actors import Actor
from generator.model.dates import Moment, When
from generator.model.events import Event
from generator.model.figures import Series
from generator.model.folding import folded, without_modifiers
from generator.model.places import Place
from generator.model.questions import Question
from generator.model.sources import Source
from generator.pages.page import PageKind
from generator.views.context import Context
from generator.views.language import N_
from generator.views.rich_text import plain_text


@dataclass(frozen=True, slots=True)
class SearchFacets:
    """``facets`` by the names that search.md.j2 asks for; ``names`` in every spelling and script.

    A page without facets only lists others. The search leaves it out: what it says stands on the
    pages that it lists.
    """

    facets: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()


def search_facets(context: Context, kind: PageKind, record_id: str) -> SearchFacets:
    """Say what the search is told of a page of a kind, on a record or ""."""
    if not kind.facet:
        return SearchFacets()
    record = context.queries.find(record_id)
    facets = (("kind", context.words(kind.facet)), *_more(context, record))
    if kind.model:
        return SearchFacets(facets, _names(record))
    return SearchFacets(facets, _titles(context) if kind.holds is Series else ())


def _titles(context: Context) -> tuple[str, ...]:
    """Name what is counted: scopes have no pages of their own, so their page goes by their titles."""
    return tuple(plain_text(context.text(series.title)) for series in context.queries.series)


def _more(context: Context, record: object) -> tuple[tuple[str, str], ...]:
    """Give the status and the time of a record, where it has such."""
    match record:
        case Event():
            label = context.status_words(context.queries.status(record.id))
            return (("status", label[:1].upper() + label[1:]), *_month(context, record.occurred))
        case Source():
            taken = (("status", context.words(N_("Retracted"))),) if record.retracted else ()
            return (*taken, *_month(context, record.published))
        case _:
            return ()


def _month(context: Context, when: When | None) -> tuple[tuple[str, str], ...]:
    """Give ``YYYY-MM``, or ``YYYY`` where no more is known: in order of letters they are in that of time.

    Of a year before the first, and of several, give what readers know it by.
    """
    moment = when and (when.start or when.end)
    if not moment:
        return ()
    first, last = moment.year_bounds
    if first < 1:
        return (("date", context.language.when(When(Moment(moment.year), Moment(moment.year)))),)
    return (("date", moment.month_name if first == last else f"{first:04d}–{last:04d}"),)


def _names(record: object) -> tuple[str, ...]:
    """Name the record in each language. Sources go without: they come after what rests on them."""
    match record:
        case Actor(name=name, short=short, aliases=aliases):
            texts = (name, short) if short else (name,)
        case Place(name=name, aliases=aliases):
            texts = (name,)
        case Event(title=title) | Question(title=title):
            texts, aliases = (title,), ()
        case _:
            return ()
    written = (words for text in texts for _, words in text.variants)
    names = tuple(dict.fromkeys((*written, *aliases)))
    return (*names, *dict.fromkeys(plain for name in names if (plain := _as_typed(name))))


def _as_typed(name: str) -> str:
    """Give a name in the letters of every keyboard, where what the search knows of it has others."""
    accented = unicodedata.normalize("NFKD", without_modifiers(name).casefold())
    plain = "".join(letter for letter in accented if not unicodedata.combining(letter))
    return "" if folded(name) == plain or not folded(name).isascii() else folded(name)
