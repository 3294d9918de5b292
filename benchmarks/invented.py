"""Invented facts of any size, the same for the same size: an endless quarrel in an endless valley."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FIRST_DAY = date(2018, 1, 1)
DAYS = 360  # on which something happens
PRESS_DAYS = DAYS + 30  # on which something is printed
AS_OF = FIRST_DAY + timedelta(days=PRESS_DAYS)
SIDES = ("upper", "lower", "far")
STANCES = ("asserts", "asserts", "denies", "cannot-confirm", "asserts", "concedes")
WORDS = (
    "the",
    "river",
    "guard",
    "council",
    "bridge",
    "mill",
    "ford",
    "gate",
    "market",
    "road",
    "tower",
    "held",
)
PER_FILE = 500  # events; a large explainer keeps its timeline in several files


def write(root: Path, events: int) -> None:
    """Write ``content/`` with that many events; everything else in proportion."""
    content = root / "content"
    (content / "timeline").mkdir(parents=True)
    places, actors, sources = max(4, events // 20), max(6, events // 12), max(4, events // 2)
    _file(content / "explainer.yml", [_explainer()])
    _file(content / "sources.yml", [_source(n, sources) for n in range(sources)])
    _file(content / "actors.yml", [_actor(n, actors, sources) for n in range(actors)])
    _file(content / "cities.yml", [_place(n, sources) for n in range(places)])
    _file(
        content / "casualties.yml", [_series(n, actors, sources, places) for n in range(max(2, events // 50))]
    )
    all_events = [_event(n, events, actors, sources) for n in range(events)]
    for start in range(0, events, PER_FILE):
        _file(content / "timeline" / f"{start:06}.yml", all_events[start : start + PER_FILE])


def _file(path: Path, records: list[dict[str, Any]]) -> None:
    whole = path.stem == "explainer"
    lines = [line for record in records for line in _record(record, whole)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _record(record: dict[str, Any], whole: bool) -> Iterator[str]:
    """One record in block style, as people write it; what lies deeper in flow style."""
    lead = "" if whole else "- "
    for key, value in record.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{lead}{key}:"
            indent = " " * (len(lead) + 2)
            yield from (f"{indent}- {json.dumps(item)}" for item in value)
        else:
            yield f"{lead}{key}: {value if _plain(value) else json.dumps(value)}"
        lead = "" if whole else "  "


def _plain(value: Any) -> bool:
    return isinstance(value, str) and ": " not in value and value[0].isalnum()


def _report(offset: int, sources: int, nth: int) -> str:
    """Give a source that was out on that day or after it; offset counts days from the first."""
    return f"report-{min(-(-offset * sources // PRESS_DAYS) + nth, sources - 1)}"


def _words(n: int, count: int) -> str:
    chosen = (WORDS[(n * 31 + k * 17 + k * k) % len(WORDS)] for k in range(count))
    return " ".join(chosen).capitalize()


def _explainer() -> dict[str, Any]:
    return {
        "headlines": [{"title": "A quarrel in the valley", "standfirst": "Who says what of it."}],
        "languages": ["en"],
        "time_zone": "UTC",
        "as_of": AS_OF.isoformat(),
        "publisher": "The Valley Reading Room",
        "sides": [{"id": side, "name": f"The {side} valley"} for side in SIDES],
    }


def _source(n: int, sources: int) -> dict[str, Any]:
    published = FIRST_DAY + timedelta(days=n * PRESS_DAYS // sources)
    source = {
        "id": f"report-{n}",
        "title": f"{_words(n, 5)} report {n}",
        "publisher": f"Paper {n % 40}",
        "published": published.isoformat(),
        "accessed": AS_OF.isoformat(),
        "language": "en",
        "tier": "AB"[n % 2],
    }
    return source | ({"derives_from": [f"report-{n - 1}"]} if n % 9 == 8 else {})


def _actor(n: int, actors: int, sources: int) -> dict[str, Any]:
    kind = ("person", "armed-group", "organisation", "news-outlet")[n % 4]
    actor: dict[str, Any] = {"id": f"actor-{n}", "name": f"{_words(n, 2)} {n}", "kind": kind}
    if n % 4 != 3:
        actor["side"] = SIDES[n % len(SIDES)]
    actor["claims"] = [_claim("what", n, actors, f"report-{n % sources}")]
    if n:
        relation = {
            "id": f"bond-{n}",
            "type": ("part-of", "leads", "supports", "opposes")[n % 4],
            "to": f"actor-{n // 2}",
            "claims": [_claim("bond", n * 3 + 1, actors, f"report-{n * 3 % sources}")],
        }
        actor["relations"] = [relation]
    return actor


def _place(n: int, sources: int) -> dict[str, Any]:
    return {
        "id": f"place-{n}",
        "name": f"{_words(n, 1)}ton {n}",
        "kind": ("town", "city", "village")[n % 3],
        "claims": [
            {"id": "what", "says": f"{_words(n, 8)}.", "by": "actor-3", "cite": f"report-{n % sources}@L1"}
        ],
    }


def _event(n: int, events: int, actors: int, sources: int) -> dict[str, Any]:
    offset = n * DAYS // events
    place = f"place-{n * 13 % max(4, events // 20)}"
    claims = [_claim(f"said-{k}", n * 3 + k, actors, _report(offset, sources, k)) for k in range(3)]
    for k in (1, 2):
        claims[k]["stance"] = STANCES[(n + k) % len(STANCES)]
    event: dict[str, Any] = {
        "id": f"event-{n}",
        "occurred": (FIRST_DAY + timedelta(days=offset)).isoformat(),
        "title": f"{_words(n, 5)} {n}",
        "where": [place],
        "who": [f"actor-{n * 5 % actors}", f"actor-{(n * 5 + 1) % actors}"],
        "favours": [SIDES[n % len(SIDES)]],
        "claims": claims,
    }
    return event | (
        {"changes": [{"place": place, "holder": SIDES[n // 4 % len(SIDES)], "claims": ["said-0"]}]}
        if n % 4 == 0
        else {}
    )


def _claim(name: str, n: int, actors: int, report: str) -> dict[str, Any]:
    says = f"{_words(n, 12)} at [[place-0]] {n}."
    return {"id": name, "says": says, "by": f"actor-{n * 3 % actors}", "cite": f"{report}@L{n % 30}"}


def _series(n: int, actors: int, sources: int, places: int) -> dict[str, Any]:
    start = n * 7 % DAYS
    figures = [
        {
            "id": f"count-{k}",
            "value": 10 + n + k * 5,
            "as_of": (FIRST_DAY + timedelta(days=start + k)).isoformat(),
            "by": f"actor-{(n + k) % actors}",
            "cite": _report(start + k, sources, k),
        }
        for k in range(4)
    ]
    return {
        "id": f"count-of-{n}",
        "title": f"{_words(n, 4)} {n}",
        "metric": ("killed", "wounded", "displaced")[n % 3],
        "who": ("everyone", "civilians")[n % 2],
        "where": f"place-{n % places}",
        "period": f"{(FIRST_DAY + timedelta(days=start)).isoformat()}/..",
        "figures": figures,
    }
