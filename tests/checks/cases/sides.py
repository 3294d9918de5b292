"""What the checks of sides must report, and what only looks like it."""

from typing import Any

from tests.checks.cases.case import Fine, Wrong
from tests.checks.island import claim


def _relation(kind: str, to: str = "wardens", **fields: Any) -> dict[str, Any]:
    return {
        "id": "radio-tie",
        "type": kind,
        "to": to,
        "favours": [],
        "claims": [claim("so", "lantern")],
        **fields,
    }


def _actor(**fields: Any) -> dict[str, Any]:
    return {"actors/+": {"id": "isle-radio", "name": "Isle radio", "kind": "news-outlet", **fields}}


def _heard(**fields: Any) -> dict[str, Any]:
    """An actor whose word is carried."""
    return _actor(**fields) | {"events/0/claims/+": claim("radio", "isle-radio")}


WRONG = (
    *(
        Wrong(
            "side-missing",
            _actor(kind=kind, relations=[_relation(tie)]),
            "isle-radio",
            ("kind",),
            ("`isle-radio`", "`wardens`", "`council`", "no side"),
            "warning",
        )
        for kind, tie in (
            ("news-outlet", "speaks-for"),
            ("government-body", "part-of"),
            ("army", "member-of"),
            ("person", "leads"),
        )
    ),
    Wrong(
        "side-missing",
        _actor(relations=[_relation("speaks-for", period="2031-01-01/..")]),
        "isle-radio",
        ("kind",),
        severity="warning",
    ),
    *(
        Wrong("side-missing", _heard(kind=kind), "isle-radio", ("kind",), (f"`{kind}`",), "warning")
        for kind in ("state", "army", "government-body")
    ),
    Wrong(
        "side-without-ground",
        _actor(side="reef"),
        "isle-radio",
        ("side",),
        ("`isle-radio`", "`reef`"),
        "warning",
    ),
    Wrong(
        "side-without-ground",
        _actor(side="reef", relations=[_relation("part-of")]),
        "isle-radio",
        ("side",),
        severity="warning",
    ),
    Wrong(
        "side-without-ground",
        _actor(side="council", relations=[_relation("opposes")]),
        "isle-radio",
        ("side",),
        severity="warning",
    ),
    Wrong(
        "side-without-ground",
        _actor(side="reef", claims=[claim("not", "lantern", stance="denies")]),
        "isle-radio",
        ("side",),
        severity="warning",
    ),
)

_SAID = [claim("so", "lantern", stance="denies")]

FINE = (
    Fine("side-missing", "it has a side", _actor(side="council", relations=[_relation("speaks-for")])),
    Fine(
        "side-missing",
        "it has none on purpose",
        _heard(kind="state", side_why="It takes no part.", relations=[_relation("part-of")]),
    ),
    Fine("side-missing", "a state that nobody hears", _actor(kind="state")),
    Fine("side-missing", "another outlet that is heard", _heard()),
    Fine("side-missing", "a relation to no party", _actor(relations=[_relation("speaks-for", "lantern")])),
    Fine("side-missing", "it is against the party", _actor(relations=[_relation("opposes")])),
    Fine("side-missing", "it has left", _actor(relations=[_relation("part-of", period="2030/2031-01")])),
    Fine("side-missing", "it is only denied", _actor(relations=[_relation("part-of", claims=_SAID)])),
    Fine(
        "side-missing",
        "a story without sides",
        _heard(kind="state") | {"explainer/sides": []},
    ),
    Fine("side-without-ground", "the editors say why", _actor(side="reef", side_why="Its name says so.")),
    Fine("side-without-ground", "a claim on it", _actor(side="reef", claims=[claim("so", "lantern")])),
    Fine(
        "side-without-ground",
        "its relation to another of that side",
        _actor(side="council", relations=[_relation("supports")]),
    ),
    Fine(
        "side-without-ground",
        "another's relation to it",
        _actor(side="reef") | {"actors/1/relations/+": _relation("leads", "isle-radio")},
    ),
)
