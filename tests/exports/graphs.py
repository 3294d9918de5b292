"""A small checker of JSON-LD: the types, properties and forms of schema.org that pages use."""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

GraphNode: TypeAlias = dict[str, Any]

_THING = {
    "@id",
    "name",
    "description",
    "url",
    "image",
    "alternateName",
    "sameAs",
    "mainEntityOfPage",
    "subjectOf",
}
_WORK = _THING | {
    "author",
    "publisher",
    "creator",
    "datePublished",
    "dateModified",
    "inLanguage",
    "isPartOf",
    "hasPart",
    "citation",
    "text",
    "headline",
    "mainEntity",
    "temporalCoverage",
    "spatialCoverage",
    "creativeWorkStatus",
}
_PLACE = _THING | {"geo", "containedInPlace"}

# type -> (what it may have, what it must have)
TYPES: dict[str, tuple[set[str], set[str]]] = {
    "WebSite": (_WORK, {"name", "url"}),
    "WebPage": (_WORK, {"@id", "url", "name", "inLanguage"}),
    "CollectionPage": (_WORK, {"@id", "url", "name", "inLanguage"}),
    "Article": (_WORK, {"@id", "url", "headline", "inLanguage", "publisher"}),
    "CreativeWork": (_WORK, {"name", "url", "publisher"}),
    "Claim": (_WORK | {"appearance"}, {"@id", "text"}),
    "Dataset": (_WORK | {"variableMeasured"}, {"name", "description"}),
    "Event": (_THING | {"startDate", "endDate", "location"}, {"name", "subjectOf"}),
    "Place": (_PLACE, {"name"}),
    "City": (_PLACE, {"name"}),
    "Country": (_PLACE, {"name"}),
    "AdministrativeArea": (_PLACE, {"name"}),
    "Airport": (_PLACE, {"name"}),
    "GeoCoordinates": ({"latitude", "longitude"}, {"latitude", "longitude"}),
    "Person": (_THING, {"name"}),
    "Organization": (_THING, {"name"}),
    "GovernmentOrganization": (_THING, {"name"}),
    "NewsMediaOrganization": (_THING, {"name"}),
    "PoliticalParty": (_THING, {"name"}),
    "Thing": (_THING, {"name"}),
    "BreadcrumbList": ({"itemListElement"}, {"itemListElement"}),
    "ListItem": ({"position", "name", "item"}, {"position", "name", "item"}),
}
_TIME = r"T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)"
_DATE = rf"-?\d{{4}}(?:-\d\d(?:-\d\d(?:{_TIME})?)?)?"
_DATES = {"startDate", "endDate", "datePublished", "dateModified"}
_COVERAGE = re.compile(rf"{_DATE}|(?:{_DATE}|\.\.)/(?:{_DATE}|\.\.)")


def nodes(value: Any) -> Iterator[GraphNode]:
    """Every node inside a value, at any depth."""
    if isinstance(value, list):
        for one in value:
            yield from nodes(one)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for one in value.values():
            yield from nodes(one)


def faults(document: GraphNode) -> list[str]:
    """What is wrong with a document, in words."""
    found = [] if document["@context"] == "https://schema.org" else ["not schema.org"]
    for node in nodes(document["@graph"]):
        kind = node["@type"]
        if kind not in TYPES:
            found.append(f"unknown type {kind}")
            continue
        may, must = TYPES[kind]
        names = node.keys() - {"@type"}
        found += [f"{kind} has {name}" for name in sorted(names - may)]
        found += [f"{kind} lacks {name}" for name in sorted(must - names)]
        found += [
            f"{kind}.{name}: {node[name]!r}" for name in sorted(names) if not _well_formed(name, node[name])
        ]
    return found


def _well_formed(name: str, value: Any) -> bool:
    if value in ("", [], {}, None):
        return False
    if name in _DATES:
        return bool(re.fullmatch(_DATE, value))
    if name == "temporalCoverage":
        return bool(_COVERAGE.fullmatch(value))
    if name in ("latitude", "longitude"):
        return isinstance(value, float) and abs(value) <= (90 if name == "latitude" else 180)
    if name in ("url", "@id", "item", "image", "sameAs"):
        return isinstance(value, str) and not re.search(r"\s|\.md", value)
    return True
