"""The facts in the forms that contenders read: YAML, JSON, and the content of an explainer."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from benchmarks.peers.facts import LAST_DAY, NEAR, Fact, FactTables

AS_OF = LAST_DAY.replace(year=LAST_DAY.year + 1)  # when everything was read
ACTOR_KINDS = {
    "agency": "government-body",
    "council": "government-body",
    "armed-group": "armed-group",
    "charity": "organisation",
    "union": "organisation",
    "observer": "monitor",
}
assert AS_OF.toordinal() > LAST_DAY.toordinal() + NEAR


def as_yaml(facts: FactTables) -> Iterator[tuple[str, str]]:
    """Give each file's name and text."""
    return ((f"{name}.yml", yaml_text(rows)) for name, rows in facts.items())


def as_json(facts: FactTables) -> Iterator[tuple[str, str]]:
    """Give each file's name and text, one record a line, so that one edited fact is one edited line."""
    for name, rows in facts.items():
        lines = ",\n".join(json.dumps(row) for row in rows)
        yield f"{name}.json", f"[\n{lines}\n]\n"


def as_explainer(facts: FactTables) -> Iterator[tuple[str, str]]:
    """Give each file of ``content/``: what peers print is said here by somebody, and cited.

    An event's summary is a claim of the first of its actors, read in each of its sources; each row of
    casualties is a series of its own, for figures of different events are never added up.
    """
    rows = {name: [row["id"] for row in facts[name]] for name in ("actors", "sources")}
    told = [_told(number, rows) for number in range(max(map(len, facts.values())))]
    events = {event["id"]: event for event in facts["timeline"]}
    cities = {city["id"]: city for city in facts["cities"]}
    series = [_series(row, events[row["event"]], cities[row["city"]]) for row in facts["casualties"]]
    yield "explainer.yml", yaml_text(_explainer())
    yield "sources.yml", yaml_text([_source(source) for source in facts["sources"]])
    yield "actors.yml", yaml_text([_actor(*pair) for pair in zip(facts["actors"], told, strict=False)])
    yield "cities.yml", yaml_text([_city(*pair) for pair in zip(facts["cities"], told, strict=False)])
    yield "timeline.yml", yaml_text([_event(event) for event in facts["timeline"]])
    yield "casualties.yml", yaml_text(series)


FORMS = {"yaml": as_yaml, "json": as_json, "explainer": as_explainer}


def write(facts: FactTables, form: str, folder: Path) -> None:
    """Write the facts in that form; a file that says the same already is left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FORMS[form](facts):
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def yaml_text(value: Any) -> str:
    """Lay a value out as people write YAML."""
    return yaml.dump(value, Dumper=_DUMPER, sort_keys=False, allow_unicode=True, width=100)


class _Plain(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # C where it is there
    """A dumper that writes what occurs twice twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_DUMPER = _Plain


def _told(number: int, ids: dict[str, list[str]]) -> dict[str, str]:
    """Who says what a record is, and where it is read."""
    return {name[:-1]: among[number % len(among)] for name, among in ids.items()}


def _explainer() -> Fact:
    return {
        "headlines": [{"title": "FactTables", "standfirst": "Who says what of it."}],
        "languages": ["en"],
        "time_zone": "UTC",
        "as_of": AS_OF.isoformat(),
        "publisher": "Open Records Desk",
    }


def _source(source: Fact) -> Fact:
    return {
        "id": source["id"],
        "title": source["title"],
        "publisher": source["publisher"],
        "published": source["date"],
        "accessed": AS_OF.isoformat(),
        "language": "en",
        "url": source["url"],
        "tier": "B",
    }


def _actor(actor: Fact, told: dict[str, str]) -> Fact:
    claim = {"id": "what", "says": actor["description"], "by": actor["id"], "cite": told["source"]}
    kept = {key: actor[key] for key in ("id", "name", "aliases")}
    return kept | {"kind": ACTOR_KINDS[actor["kind"]], "claims": [claim]}


def _city(city: Fact, told: dict[str, str]) -> Fact:
    said = {"by": told["actor"], "cite": told["source"]}
    aliases = {"aliases": city["aliases"]} if city["aliases"] else {}
    return {
        "id": city["id"],
        "name": city["name"],
        "kind": "city",
        **aliases,
        "point": {"lat": city["lat"], "lon": city["lon"], **said},
        "claims": [{"id": "what", "says": city["description"], **said}],
    }


def _event(event: Fact) -> Fact:
    claim = {"id": "log", "says": event["summary"], "by": event["actors"][0], "cite": event["sources"]}
    return {
        "id": event["id"],
        "occurred": event["date"],
        "title": event["title"],
        "where": event["cities"],
        "who": event["actors"],
        "favours": [],
        "claims": [claim],
    }


def _series(row: Fact, event: Fact, city: Fact) -> Fact:
    figure = {"id": "count", "low": row["low"], "high": row["high"], "as_of": event["date"]}
    said = {"by": event["actors"][0], "cite": row["source"]}
    return {
        "id": f"{row['event']}-{row['kind']}",
        "title": f"People {row['kind']}: {event['title']}, {event['date']}",
        "metric": row["kind"],
        "who": "everyone",
        "where": city["id"],
        "period": event["date"],
        "about": [event["id"]],
        "favours": [],
        "figures": [figure | said],
    }
