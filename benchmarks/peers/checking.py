"""Is every fact on its page of a built site, with its links to the others?

Peers must have exactly the links that the facts make. The generator's pages link to more, and longer
ones may go on below their address: there, what the facts make must be among them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

import lxml.html  # type: ignore[import-untyped]

from benchmarks.peers.facts import Fact, FactTables
from benchmarks.peers.markdown import CrossReferences, cross_references, totals

KINDS = ("events", "actors", "cities", "timeline")
_HOST = "https://example.org"
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an address has to show: texts, and links to other addresses, all below the site."""

    address: str
    texts: tuple[str, ...]
    links: frozenset[str] = field(default=frozenset())


def wanted_of_peers(facts: FactTables) -> Iterator[Wanted]:
    """Give what each page of a peer has to show."""
    found, timeline = cross_references(facts), facts["timeline"]
    for event, links in _events(facts):
        year = event["date"][:4]
        said = (event["summary"], event["confidence"], *_names(event, found), *_highest(event, found))
        yield Wanted(_event(event), said, links | {f"/timeline/{year}/"})
    for actor in facts["actors"]:
        yield Wanted(f"/actors/{actor['id']}/", (actor["name"], actor["description"]), _told(actor, found))
    for city in facts["cities"]:
        highest = (str(high) for _, high in totals(found.casualties_of[city["id"]]).values())
        yield Wanted(f"/cities/{city['id']}/", (*_of_city(city), *highest), _told(city, found))
    years = list(dict.fromkeys(event["date"][:4] for event in timeline))
    for year in years:
        of_year = found.events_of[year]
        titles = tuple(event["title"] for event in of_year)
        yield Wanted(f"/timeline/{year}/", (year, *titles), frozenset(map(_event, of_year)))
    yield Wanted("/timeline/", tuple(years), frozenset(f"/timeline/{year}/" for year in years))
    yield from _overviews(facts)


def wanted_of_explainer(facts: FactTables) -> Iterator[Wanted]:
    """Give what each address of an explainer has to show.

    It has a status for the confidence, one timeline for all years, one page for all figures, and no
    totals. Who says a thing is told at the end of its last sentence.
    """
    found = cross_references(facts)
    for event, links in _events(facts):
        yield Wanted(_event(event), (_unended(event["summary"]), *_names(event, found)), links)
    for actor in facts["actors"]:
        said = actor["name"], _unended(actor["description"])
        yield Wanted(f"/actors/{actor['id']}/", said, _told(actor, found))
    for city in facts["cities"]:
        name, description, latitude = _of_city(city)
        yield Wanted(f"/cities/{city['id']}/", (name, _unended(description), latitude), _told(city, found))
    events = facts["timeline"]
    titles = tuple(event["title"] for event in events)
    yield Wanted("/timeline/", titles, frozenset(map(_event, events)))
    highest = tuple(str(row["high"]) for row in facts["casualties"])
    yield Wanted("/casualties/", highest)
    yield from _overviews(facts)


def problems(site: Path, wanted: Iterator[Wanted], *, exactly: bool) -> list[str]:
    """Say what is missing on the pages of a site or, with ``exactly``, is a link too many."""
    needs = {need.address: need for need in wanted}
    found: list[str] = []
    for need in needs.values():
        pages = _pages(site, need.address, {} if exactly else needs)
        if not pages:
            found.append(f"{need.address}: there is no such page")
            continue
        shown = " ".join(text for text, _ in pages)
        linked = frozenset(link for _, links in pages for link in links) - {need.address}
        missing, extra = need.links - linked, (linked - need.links if exactly else frozenset())
        found += [f"{need.address}: links missing: {sorted(missing)[:SHOWN]}"] if missing else []
        found += [f"{need.address}: links too many: {sorted(extra)[:SHOWN]}"] if extra else []
        found += [
            f"{need.address}: not said: {text[:60]}" for text in need.texts if _plain(text) not in shown
        ]
    return found


def _pages(site: Path, address: str, others: Mapping[str, object]) -> list[tuple[str, frozenset[str]]]:
    """Read the page at an address and, where ``others`` are given, those below it that are no others'."""
    folder = site / address.strip("/")
    files = [folder / "index.html"]
    if others:
        below = (path for path in folder.rglob("index.html") if path != files[0])
        files += (path for path in below if f"/{path.parent.relative_to(site).as_posix()}/" not in others)
    return [_read(path, f"/{path.parent.relative_to(site).as_posix()}/") for path in files if path.is_file()]


def _read(path: Path, address: str) -> tuple[str, frozenset[str]]:
    """Give the text of a page's article, and the records that it links to."""
    article = lxml.html.fromstring(path.read_text(encoding="utf-8")).find(".//article")
    if article is None:
        return "", frozenset()
    targets = (urljoin(address, href.split("#")[0]) for href in article.xpath(".//a/@href"))
    links = (target.removeprefix(_HOST) for target in targets)
    records = frozenset(link for link in links if link.count("/") == 3 and link.split("/")[1] in KINDS)
    return _plain(article.text_content()), records


def _plain(text: str) -> str:
    return " ".join(text.split())


def _unended(text: str) -> str:
    return text.removesuffix(".")


def _event(event: Fact) -> str:
    return f"/events/{event['id']}/"


def _events(facts: FactTables) -> Iterator[tuple[Fact, frozenset[str]]]:
    """Each event with its links to its neighbours, actors and cities."""
    timeline = facts["timeline"]
    for at, event in enumerate(timeline):
        neighbours = timeline[max(0, at - 1) : at] + timeline[at + 1 : at + 2]
        actors = (f"/actors/{actor}/" for actor in event["actors"])
        cities = (f"/cities/{city}/" for city in event["cities"])
        yield event, frozenset((*map(_event, neighbours), *actors, *cities))


def _names(event: Fact, found: CrossReferences) -> tuple[str, ...]:
    sources = (found.sources[source]["title"] for source in event["sources"])
    actors = (found.actors[actor]["name"] for actor in event["actors"])
    return event["title"], *sources, *actors, *(found.cities[city]["name"] for city in event["cities"])


def _highest(event: Fact, found: CrossReferences) -> tuple[str, ...]:
    return tuple(str(row["high"]) for row in found.casualties_of[event["id"]])


def _of_city(city: Fact) -> tuple[str, str, str]:
    return city["name"], city["description"], str(city["lat"])


def _told(record: Fact, found: CrossReferences) -> frozenset[str]:
    return frozenset(map(_event, found.events_of[record["id"]]))


def _overviews(facts: FactTables) -> Iterator[Wanted]:
    for kind in ("actors", "cities"):
        names = tuple(row["name"] for row in facts[kind])
        yield Wanted(f"/{kind}/", names, frozenset(f"/{kind}/{row['id']}/" for row in facts[kind]))
