"""JSON-LD for one page, in the vocabulary of schema.org: what the page says, and nothing more.

A date appears only as far as it is known for certain: `2024-12`, never a guessed day of it.
Addresses are absolute where the site has a public one, else relative to the page.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from generator.exports.jsonld_words import ACTOR_TYPES, PLACE_TYPES, coverage, days, wikidata
from generator.model.actors import Actor
from generator.model.dates import When
from generator.model.events import Event
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.questions import Question
from generator.model.refs import Ref, Target
from generator.model.sources import Source
from generator.model.statements import Claim
from generator.model.vocabulary import StatusName
from generator.views.context import Context
from generator.views.figures import series_view
from generator.views.known_words import statement_dating
from generator.views.page_meta import PageMeta
from generator.views.questions import statement_refs
from generator.views.rich_text import plain_text
from generator.views.sentences import claim_sentence
from generator.views.statements import end_words, stands, with_end

JsonObject: TypeAlias = dict[str, Any]
AddressOf: TypeAlias = Callable[[Target], str]
T = TypeVar("T")


def linked_data(context: Context, meta: PageMeta, link: AddressOf) -> list[JsonObject]:
    """Give the nodes of a page's JSON-LD; the theme writes them into the page.

    ``link`` gives the address of a record, statement or file of docs/ as this page writes it.
    """
    return _PageGraph(context, meta, link).graph()


@dataclass(frozen=True, slots=True)
class _PageGraph:
    context: Context
    meta: PageMeta
    link: AddressOf

    def graph(self) -> list[JsonObject]:
        """Give the page itself, what it is about, and the way to it."""
        entity = self.entity()
        page = self.page()
        nodes = [page]
        if entity:
            entity["@id"] = f"{page['url']}#{self.meta.kind}"
            page["mainEntity"] = {"@id": entity["@id"]}
            nodes.append(entity)
        if self.meta.is_home:
            nodes.append(self.site())
        else:
            nodes.append(self.breadcrumbs())
        return [_without_blanks(node) for node in nodes]

    def page(self) -> JsonObject:
        """Give the page as a work of the publisher."""
        meta = self.meta
        return {
            "@type": meta.schema_type,
            "@id": self.link(meta.path),
            "url": self.link(meta.path),
            "headline" if meta.schema_type == "Article" else "name": meta.title,
            "description": meta.description,
            "inLanguage": self.context.language.code,
            "dateModified": _published(meta.changed.told) if meta.changed else "",
            "image": self.link(meta.card) if meta.card else "",
            "publisher": {"@type": "Organization", "name": self.context.queries.publisher},
            "isPartOf": "" if meta.is_home else {"@type": "WebSite", **self._home()},
            "temporalCoverage": self._covers() if meta.is_home or meta.kind == "days" else "",
            "citation": self._cited(),
        }

    def site(self) -> JsonObject:
        """Give the site as a whole."""
        publisher = {"@type": "Organization", "name": self.context.queries.publisher}
        language = self.context.language.code
        return {"@type": "WebSite", **self._home(), "publisher": publisher, "inLanguage": language}

    def breadcrumbs(self) -> JsonObject:
        """Home, the overview that the page belongs to, the page."""
        steps = (*self.meta.breadcrumbs, (self.meta.title, self.meta.path))
        items = [
            {"@type": "ListItem", "position": number, "name": name, "item": self.link(path)}
            for number, (name, path) in enumerate(steps, start=1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def entity(self) -> JsonObject | None:
        """Give the thing that the page is about, where that is one thing."""
        match self.context.queries.find(self.meta.record):
            case Event() as event:
                return self._told(event) if self._is_withdrawn(event) else self._event(event)
            case Place() as place:
                return self._place(place)
            case Actor() as actor:
                return self._actor(actor)
            case Source() as source:
                return self._source(source)
            case _:
                return self._dataset() if self.meta.schema_entity == "Dataset" else None

    def _event(self, event: Event) -> JsonObject:
        start, end = days(event.occurred)
        return {
            "@type": "Event",
            "name": self.meta.title,
            "description": self.meta.description,
            "startDate": start,
            "endDate": end,
            "location": [self._named(place, "Place") for place in event.where],
            "subjectOf": [self._claim(ref, claim) for ref, claim in event.statements],
        }

    def _is_withdrawn(self, event: Event) -> bool:
        return self.context.queries.status(event.id).name is StatusName.WITHDRAWN

    def _told(self, event: Event) -> JsonObject:
        """Say what was said to have happened and is withdrawn: words, no event with a day and a place."""
        return {
            "@type": "Claim",
            "name": self.meta.title,
            "text": self.meta.description,
            "creativeWorkStatus": "withdrawn",
            "hasPart": [self._claim(ref, claim) for ref, claim in event.statements],
        }

    def _claim(self, ref: Ref, claim: Claim) -> JsonObject:
        """Give a claim in the words of its sentence, which name the speaker and what it does with it."""
        return _without_blanks(
            {
                "@type": "Claim",
                "@id": self.link(ref),
                "text": plain_text(with_end(self.context, claim_sentence(self.context, ref), ref)),
                "creativeWorkStatus": "withdrawn" if end_words(self.context, ref) else "",
                "author": self._speakers(claim.by),
                "datePublished": _published(statement_dating(self.context, ref).told),
                "appearance": [self._work(name) for name in dict.fromkeys(c.source for c in claim.cite)],
            }
        )

    def _place(self, place: Place) -> JsonObject:
        point = place.point if stands(self.context, Ref(place.id, "point")) else None
        geo = {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon} if point else ""
        return {
            "@type": PLACE_TYPES.get(place.kind, "Place"),
            **self._called(place.id),
            "alternateName": list(self.meta.aliases),
            "sameAs": wikidata(place.wikidata),
            "geo": geo,
            "containedInPlace": self._named(place.within, "Place") if place.within else "",
        }

    def _actor(self, actor: Actor) -> JsonObject:
        return {
            "@type": ACTOR_TYPES.get(actor.kind, "Organization"),
            **self._called(actor.id),
            "alternateName": list(self.meta.aliases),
            "sameAs": wikidata(actor.wikidata),
            "description": self.meta.description if actor.claims else "",
        }

    def _called(self, record: str) -> JsonObject:
        """Give the name of a record, and beside it what tells it apart from others of that name."""
        told = plain_text(self.context.qualifier(record))
        return {"name": plain_text(self.context.bare(record)), "disambiguatingDescription": told}

    def _source(self, source: Source) -> JsonObject:
        return {
            **self._work(source.id),
            "url": source.url or self.link(source.id),
            "archivedAt": list(source.archived),
            "provider": {"@type": "Organization", "name": source.platform} if source.platform else "",
            "author": {"@type": "Person", "name": source.author} if source.author else "",
            "inLanguage": source.language,
        }

    def _dataset(self) -> JsonObject:
        parts = [self._series(series) for series in self.context.queries.series]
        return {
            "@type": "Dataset",
            "name": self.meta.title,
            "description": self.meta.description,
            "hasPart": parts,
        }

    def _series(self, series: Series) -> JsonObject:
        view = series_view(self.context, series.id)
        return _without_blanks(
            {
                "@type": "Dataset",
                "name": plain_text(view.title),
                "description": plain_text(view.scope),
                "url": self.link(series.id),
                "variableMeasured": view.metric_label,
                "temporalCoverage": coverage(series.period),
                "spatialCoverage": self._named(series.where, "Place"),
                "creator": [
                    self._speaker(name) for name in _once(name for one in series.figures for name in one.by)
                ],
            }
        )

    def _named(self, record: str, kind: str) -> JsonObject:
        return _without_blanks(
            {"@type": kind, "name": plain_text(self.context.name(record)), "url": self.link(record)}
        )

    def _speakers(self, actors: tuple[str, ...]) -> JsonObject | list[JsonObject]:
        nodes = [self._speaker(actor) for actor in actors]
        return nodes[0] if len(nodes) == 1 else nodes

    def _speaker(self, actor: str) -> JsonObject:
        record = self.context.queries.find(actor)
        kind = ACTOR_TYPES.get(record.kind, "Organization") if isinstance(record, Actor) else "Organization"
        return self._named(actor, kind)

    def _work(self, name: str) -> JsonObject:
        """Give a published item. Its address is our page on it: the item's own may be gone tomorrow."""
        source = self.context.queries.record(name)
        assert isinstance(source, Source)
        return _without_blanks(
            {
                "@type": "CreativeWork",
                "name": plain_text(self.context.text(source.title)),
                "url": self.link(name),
                "publisher": {"@type": "Organization", "name": source.publisher},
                "datePublished": _published(source.published),
                "creativeWorkStatus": "retracted" if source.retracted else "",
            }
        )

    def _cited(self) -> list[JsonObject]:
        """Give the works that a question's answer rests on."""
        question = self.context.queries.find(self.meta.record)
        if not isinstance(question, Question):
            return []
        blocks = [block for _, answer in question.answers for block in answer]
        cited = _once(ref for block in blocks for item in block.items for said in item for ref in said.refs)
        refs = _once(ref for target in cited for ref in statement_refs(self.context, target))
        cites = (citation for ref in refs for citation in self.context.queries.statement(ref).cite)
        return [self._work(name) for name in _once(citation.source for citation in cites)]

    def _home(self) -> JsonObject:
        name = plain_text(self.context.text(self.context.queries.headline.title))
        return {"name": name, "url": self.link("index.md")}

    def _covers(self) -> str:
        covers = self.context.queries.covered
        return coverage(covers) if covers else ""


def _once(names: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(names))


def _published(when: When | None) -> str:
    """Give a date as far as it is told for certain; "" for a period, or where it is in doubt."""
    start, end = days(when) if when else ("", "")
    return start if start == end else ""


def _without_blanks(node: JsonObject) -> JsonObject:
    return {name: value for name, value in node.items() if value not in ("", [], None)}
