"""The facts as the Markdown pages that MkDocs and Zensical build.

    python -m benchmarks.peers.markdown FACTS DOCS

It is the first step of their builds, and timed with them. Only files whose text changed are written.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from benchmarks.peers.facts import Fact, FactTables

Page = tuple[str, list[str]]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NAMES = ("actors", "cities", "timeline", "casualties", "sources")


@dataclass(frozen=True)
class CrossReferences:
    """The facts by id, and what refers to each of them."""

    actors: Mapping[str, Fact]
    cities: Mapping[str, Fact]
    sources: Mapping[str, Fact]
    events_of: Mapping[str, list[Fact]]  # by actor, city and year
    casualties_of: Mapping[str, list[Fact]]  # by event and city


def cross_references(facts: FactTables) -> CrossReferences:
    """Find what refers to what."""
    events_of, casualties_of = defaultdict(list), defaultdict(list)
    for event in facts["timeline"]:
        for owner in (event["date"][:4], *event["actors"], *event["cities"]):
            events_of[owner].append(event)
    for row in facts["casualties"]:
        casualties_of[row["event"]].append(row)
        casualties_of[row["city"]].append(row)
    actors, cities, sources = (
        {row["id"]: row for row in facts[name]} for name in ("actors", "cities", "sources")
    )
    return CrossReferences(actors, cities, sources, events_of, casualties_of)


def pages(facts: FactTables) -> Iterator[Page]:
    """Give each page's path below docs/ and its lines."""
    found = cross_references(facts)
    timeline = facts["timeline"]
    for at, event in enumerate(timeline):
        before = timeline[at - 1] if at else None
        after = timeline[at + 1] if at + 1 < len(timeline) else None
        yield f"events/{event['id']}.md", _event(event, (before, after), found)
    for actor in facts["actors"]:
        yield f"actors/{actor['id']}.md", _actor(actor, found.events_of[actor["id"]])
    for city in facts["cities"]:
        yield f"cities/{city['id']}.md", _city(city, found)
    years = list(dict.fromkeys(event["date"][:4] for event in timeline))
    for year in years:
        yield f"timeline/{year}.md", [f"# {year}", "", *_events(found.events_of[year])]
    yield _overview("timeline", "Timeline", [(year, year) for year in years], found)
    yield _overview("actors", "Actors", [(row["id"], row["name"]) for row in facts["actors"]], found)
    yield _overview("cities", "Cities", [(row["id"], row["name"]) for row in facts["cities"]], found)
    names = ("timeline", "actors", "cities")
    yield "index.md", ["# Facts", "", *(f"- [{name.capitalize()}]({name}/index.md)" for name in names)]


def _event(event: Fact, neighbours: tuple[Fact | None, Fact | None], found: CrossReferences) -> list[str]:
    year, cited = event["date"][:4], [found.sources[source] for source in event["sources"]]
    facets = (f"**Date:** {_day(event['date'])}", f"**Confidence:** {event['confidence']}")
    lines = [f"# {event['title']}", "", " · ".join((*facets, f"[{year}](../timeline/{year}.md)")), ""]
    lines += [event["summary"], "", "## Actors", ""]
    lines += [f"- [{found.actors[actor]['name']}](../actors/{actor}.md)" for actor in event["actors"]]
    lines += ["", "## Cities", ""]
    lines += [f"- [{found.cities[city]['name']}](../cities/{city}.md)" for city in event["cities"]]
    if rows := found.casualties_of[event["id"]]:
        lines += ["", "## Casualties", "", "| Kind | Low | High | Source |", "| --- | ---: | ---: | --- |"]
        lines += [
            _row(
                one["kind"],
                one["low"],
                one["high"],
                f"[{one['source']}]({found.sources[one['source']]['url']})",
            )
            for one in rows
        ]
    lines += ["", "## Sources", ""]
    lines += [f"1. [{one['title']}]({one['url']}), {one['publisher']}, {_day(one['date'])}" for one in cited]
    for word, other in zip(("Previous", "Next"), neighbours, strict=True):
        lines += ["", f"{word}: [{other['title']}]({other['id']}.md)"] if other else []
    return lines


def _actor(actor: Fact, events: list[Fact]) -> list[str]:
    facets = f"**Kind:** {actor['kind']} · **Also:** {', '.join(actor['aliases'])}"
    return [f"# {actor['name']}", "", facets, "", actor["description"], "", "## Events", "", *_events(events)]


def _city(city: Fact, found: CrossReferences) -> list[str]:
    facets = f"**Location:** {city['lat']}, {city['lon']} · **Also:** {', '.join(city['aliases']) or 'none'}"
    lines = [f"# {city['name']}", "", facets, "", city["description"], ""]
    if sums := totals(found.casualties_of[city["id"]]):
        lines += ["## Casualties", "", "| Kind | Low | High |", "| --- | ---: | ---: |"]
        lines += [_row(kind, *sums[kind]) for kind in sorted(sums)] + [""]
    return [*lines, "## Events", "", *_events(found.events_of[city["id"]])]


def totals(rows: Sequence[Fact]) -> dict[str, tuple[int, int]]:
    """Sum the lowest and the highest figures of each kind."""
    sums: dict[str, tuple[int, int]] = {}
    for row in rows:
        low, high = sums.get(row["kind"], (0, 0))
        sums[row["kind"]] = low + row["low"], high + row["high"]
    return sums


def _overview(folder: str, title: str, rows: Sequence[tuple[str, str]], found: CrossReferences) -> Page:
    lines = [f"- [{name}]({target}.md): {len(found.events_of[target])} events" for target, name in rows]
    return f"{folder}/index.md", [f"# {title}", "", *lines]


def _events(rows: Sequence[Fact]) -> list[str]:
    return [f"- {row['date']}: [{row['title']}](../events/{row['id']}.md)" for row in rows]


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def _row(*cells: object) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"


def main() -> None:
    """Write the pages whose text is not there yet."""
    source, docs = map(Path, sys.argv[1:3])
    facts = {name: yaml.load((source / f"{name}.yml").read_bytes(), _LOADER) for name in _NAMES}
    for name, lines in pages(facts):
        text, path = "\n".join(lines) + "\n", docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
