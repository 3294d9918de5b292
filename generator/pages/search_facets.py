"""What the search knows of a page beyond its words: names, and facets to narrow results by."""

from dataclasses import dataclass

from generator.model.actors import Actor
from generator.model.dates import When
from generator.model.events import Event
from generator.model.places import Place
from generator.model.questions import Question
from generator.model.sources import Source
from generator.pages.addresses import address
from generator.views.context import Context
from generator.views.language import N_
from generator.views.rich_text import plain_text
from generator.views.wording import STATUS_LABELS

_KINDS: dict[type, str] = {
    Event: N_("Event"),
    Place: N_("Place"),
    Actor: N_("Actor"),
    Question: N_("Question"),
    Source: N_("Source"),
}


@dataclass(frozen=True, slots=True)
class SearchFacets:
    """``facets`` by the names that search.md.j2 asks for; ``names`` in every spelling and script.

    A page without facets only lists others. The search leaves it out: what it says stands on the
    pages that it lists.
    """

    facets: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()


def search_facets(made: Context, path: str) -> SearchFacets:
    """What the search is told of the page at ``path``, relative to docs/."""
    match path:
        case "casualties.md":
            # Its scopes have no pages of their own; their titles count as its names.
            titles = tuple(plain_text(made.text(series.title)) for series in made.queries.series)
            return SearchFacets((("kind", made.words(N_("Figures"))),), titles)
        case _ if path.startswith("disagreements/"):
            return _of_disagreement(made, path)
        case _:
            return _of_record(made, path)


def _of_disagreement(made: Context, path: str) -> SearchFacets:
    """The page of one disagreement, with its record's status and time; the overview only lists them."""
    record_id = path.rpartition("/")[2].removesuffix(".md")
    if record_id == "index":
        return SearchFacets()
    record = made.queries.record(record_id)
    return SearchFacets((("kind", made.words(N_("Disagreement"))), *_more(made, record)))


def _of_record(made: Context, path: str) -> SearchFacets:
    record_id = path.rpartition("/")[2].removesuffix(".md")
    record = made.queries.find(record_id)
    if type(record) not in _KINDS or address(made, record_id) != path:
        return SearchFacets()
    return SearchFacets((("kind", made.words(_KINDS[type(record)])), *_more(made, record)), _names(record))


def _more(made: Context, record: object) -> tuple[tuple[str, str], ...]:
    match record:
        case Event():
            label = made.words(STATUS_LABELS[made.queries.status(record.id).name])
            return (("status", label[:1].upper() + label[1:]), *_month(record.occurred))
        case Source():
            taken = (("status", made.words(N_("Retracted"))),) if record.retracted else ()
            return (*taken, *_month(record.published))
        case _:
            return ()


def _month(when: When | None) -> tuple[tuple[str, str], ...]:
    """``YYYY-MM``, or ``YYYY`` where no more is known: in order of letters they are in that of time."""
    moment = when and (when.start or when.end)
    return (("date", str(moment)[: 7 if moment.month else 4]),) if moment else ()


def _names(record: object) -> tuple[str, ...]:
    """What the record is called, in each language. Not so of sources: they come after what rests on them."""
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
    return tuple(dict.fromkeys((*written, *aliases)))
