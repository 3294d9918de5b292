"""What the checks of retired ids and of corrections must report, and what only looks like it."""

from typing import Any

from tests.checks.cases.case import Fine, Wrong


def gone(name: str, kind: str | None = "event", **keys: Any) -> dict[str, Any]:
    """A retired entry."""
    fate = {} if keys.get("renamed") else {"why": "It never happened."}
    return {"id": name, "on": "2031-05-01", **({"kind": kind} if kind else {}), **fate, **keys}


def _entry(*entries: dict[str, Any]) -> dict[str, Any]:
    return {"retired": list(entries)}


_MADE = {"on": "2031-05-01", "text": "We had counted a diver twice."}
_PROSE = "questions/0/answers//0/refs"

WRONG = (
    Wrong(
        "retired-in-use",
        _entry(gone("quay-taken")),
        "retired quay-taken",
        ("id",),
        ("`quay-taken`", "2031-05-01"),
    ),
    Wrong("retired-in-use", _entry(gone("quay-taken/crews", None)), "retired quay-taken/crews", ("id",)),
    Wrong("duplicate-id", _entry(gone("riot"), gone("riot")), "retired riot", ("id",), ("`riot`", "twice")),
    Wrong("retired-loop", _entry(gone("riot", now="riot")), "retired riot", ("now",), ("`riot` to `riot`",)),
    Wrong(
        "retired-loop",
        _entry(gone("riot", now="calm"), gone("calm", now="riot")),
        "retired calm",
        ("now",),
        ("`riot` to `calm` to `riot`",),
    ),
    Wrong(
        "retired-in-future", _entry(gone("riot", on="2031-07-01")), "retired riot", ("on",), ("2031-06-30",)
    ),
    Wrong("unknown-id", _entry(gone("riot", now="quay-lost")), "retired riot", ("now",), ("`quay-lost`",)),
    Wrong("unknown-id", _entry(gone("riot/crews", None)), "retired riot/crews", ("id",), ("`riot`",)),
    Wrong(
        "unknown-id",
        _entry(gone("crew-boats", "relation", holder="crews")),
        "retired crew-boats",
        ("holder",),
        ("no actor",),
    ),
    Wrong(
        "wrong-kind", _entry(gone("riot", now="reef")), "retired riot", ("now",), ("a side", "with a page")
    ),
    Wrong(
        "unknown-id",
        {"retired": [gone("riot", now="quay-taken", renamed="true")], _PROSE: ["riot"]},
        "who-holds-the-quay",
        ("answers", "", 7, 1),
        ("`riot`",),
    ),
    Wrong(
        "unknown-id",
        {"places/1/corrections": [{**_MADE, "refs": ["depth"]}]},
        "north-quay",
        ("corrections", 0, "refs", 0),
        ("`depth`",),
    ),
    Wrong(
        "corrected-in-future",
        {"events/0/corrections": [{**_MADE, "on": "2031-07-01"}]},
        "quay-taken",
        ("corrections", 0, "on"),
        ("2031-06-30",),
    ),
)

FINE = (
    Fine(
        "retired-in-use", "a claim of that name in another record", _entry(gone("quay-wounded/crews", None))
    ),
    Fine("duplicate-id", "a statement of a retired record", _entry(gone("riot"), gone("riot/crews", None))),
    Fine("retired-loop", "a chain", _entry(gone("riot", now="calm"), gone("calm", now="quay-taken"))),
    Fine("retired-in-future", "on the edition's day", _entry(gone("riot", on="2031-06-30"))),
    Fine("unknown-id", "what replaced it went as well", _entry(gone("riot", now="calm"), gone("calm"))),
    Fine("unknown-id", "now a statement", _entry(gone("quay-taken/all", None, now="quay-taken/crews"))),
    Fine(
        "unknown-id",
        "a correction of statements that are there, or were",
        {
            "series/0/corrections": [{**_MADE, "refs": ["first", "third"]}],
            "retired": [gone("quay-wounded/third", None)],
        },
    ),
    Fine(
        "corrected-in-future",
        "on the edition's day",
        {"actors/0/corrections": [{**_MADE, "on": "2031-06-30"}]},
    ),
)
