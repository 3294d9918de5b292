"""Ids that the generator needs itself, and those that only look like them."""

from typing import Any

from tests.checks.cases.case import Fine, Wrong
from tests.checks.cases.retired import gone
from tests.checks.island import claim


def _place(name: str) -> dict[str, Any]:
    return {"places/0/id": name, "places/1/within": name}


def _series(name: str) -> dict[str, Any]:
    return {"series/0/id": name, "explainer/numbers/0": name, "questions/0/answers//0/refs": ["quay-taken"]}


def _relation(name: str) -> dict[str, Any]:
    return {"actors/1/relations/0/id": name, "questions/0/answers/fr/0/refs": ["quay-taken"]}


def _question(name: str) -> dict[str, Any]:
    return {"questions/0/id": name, "explainer/lead": name}


def _wrong(change: dict[str, Any], record: str, says: str, at: tuple[str | int, ...] = ("id",)) -> Wrong:
    return Wrong(
        "bad-id", change, record, at, (f"`{record.removeprefix('retired ')}`" if record else "", says)
    )


_FOLDER, _DEVICE, _HEADING = "folder", "Windows", "heading"

WRONG = (
    _wrong(_place("index"), "index", _FOLDER),
    _wrong(_place("readme"), "readme", _FOLDER),
    _wrong({"actors/2/id": "index", "actors/1/relations/0/to": "index"}, "index", _FOLDER),
    _wrong({"events/0/id": "index", "series/0/about": "index"}, "index", _FOLDER),
    _wrong({"sources/1/id": "index"}, "index", _FOLDER),
    _wrong(_question("index"), "index", _FOLDER),
    _wrong(_series("index"), "index", _FOLDER),
    _wrong(_relation("index"), "index", _FOLDER),
    _wrong({"retired": [gone("index")]}, "retired index", _FOLDER),
    *(_wrong(_place(name), name, _DEVICE) for name in ("con", "nul", "aux", "prn", "com1", "lpt9")),
    _wrong(_question("nul"), "nul", _DEVICE),
    _wrong({"sources/1/id": "aux"}, "aux", _DEVICE),
    *(_wrong(_series(name), name, _HEADING) for name in ("top", "latest", "metric-wounded")),
    *(_wrong(_relation(name), name, _HEADING) for name in ("said", "events", "no-longer-here")),
    _wrong(_relation("claim-boats"), "claim-boats", "a claim"),
    _wrong(_relation("says-quay-taken"), "says-quay-taken", "a note"),
    _wrong(_series("says-quay-taken"), "says-quay-taken", "a note"),
    _wrong(_question("search-dialog"), "search-dialog", _HEADING),
    _wrong({"retired": [gone("relations", "relation", holder="wardens")]}, "retired relations", _HEADING),
    Wrong("bad-id", {"explainer/sides/1/id": "no-side"}, "", ("sides", 1, "id"), ("`no-side`",)),
)

FINE = (
    Fine("bad-id", "one letter more", _place("index-1")),
    Fine("bad-id", "no device has two digits", _place("com10")),
    Fine("bad-id", "it only begins like a device", _place("conakry")),
    Fine("bad-id", "a place stands on no page of others", _place("latest")),
    Fine("bad-id", "no such claim", _relation("claim-oars")),
    Fine("bad-id", "no such record", _relation("says-who")),
    Fine("bad-id", "claims have a prefix", {"events/0/claims/+": claim("index", "lantern")}),
    Fine("bad-id", "nobody counts it there", _series("metric-of-quay")),
)
