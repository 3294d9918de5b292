"""Which type of schema.org stands for which kind of ours, and which dates may be written in ISO 8601."""

from generator.model.dates import When
from generator.model.edtf import iso
from generator.model.vocabulary import ActorKind, PlaceKind

ACTOR_TYPES = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "GovernmentOrganization",
    ActorKind.GOVERNMENT_BODY: "GovernmentOrganization",
    ActorKind.PARTY: "PoliticalParty",
    ActorKind.NEWS_OUTLET: "NewsMediaOrganization",
    ActorKind.PEOPLE: "Thing",
}

PLACE_TYPES = {
    PlaceKind.COUNTRY: "Country",
    PlaceKind.GOVERNORATE: "AdministrativeArea",
    PlaceKind.CAPITAL: "City",
    PlaceKind.CITY: "City",
    PlaceKind.TOWN: "City",
    PlaceKind.AIRPORT: "Airport",
}


def days(when: When) -> tuple[str, str]:
    """Give the first and last date of a period in ISO 8601; "" for an end that is open or in doubt."""
    return iso(when.start), iso(when.end)


def coverage(when: When) -> str:
    """Give a period as one text, `2024-11/2024-12-08`, open ends as `..`; "" where an end is in doubt."""
    start, end = days(when)
    if when.unknown or (when.start and not start) or (when.end and not end):
        return ""
    return start if start == end else f"{start or '..'}/{end or '..'}"


def wikidata(item: str | None) -> str:
    """Give the address of an item of Wikidata; "" for anything that does not look like one."""
    known = item and item[:1] == "Q" and item[1:].isascii() and item[1:].isdigit()
    return f"https://www.wikidata.org/entity/{item}" if known else ""
