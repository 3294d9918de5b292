"""What the checks of names and use must report, and what only looks like it."""

from tests.checks.cases.case import Fine, Wrong
from tests.checks.island import another, claim

_SENTENCE = "questions/0/answers//0"

WRONG = (
    Wrong(
        "shared-alias",
        {"actors/2/aliases": "équipages  du RÉCIF"},
        "wardens",
        ("aliases", 0),
        ("`reef-crews`",),
        "warning",
    ),
    Wrong(
        "shared-alias",
        {"actors/2/name": {"fr": "The Lantern", "en": "W"}},
        "wardens",
        ("name", "fr"),
        ("`lantern`",),
        "warning",
    ),
    Wrong(
        "shared-alias", {"places/1/aliases": ["brell"]}, "north-quay", ("aliases", 0), ("`brell`",), "warning"
    ),
    Wrong(
        "unused-source", {"sources/+": another("sources", id="extra")}, "extra", ("id",), severity="warning"
    ),
    Wrong(
        "unused-source",
        {"sources/+": another("sources", id="extra", derives_from="extra")},
        "extra",
        ("id",),
        (),
        "warning",
    ),
    Wrong(
        "unused-actor",
        {"actors/+": {"id": "bystander", "name": "Bystander", "kind": "person"}},
        "bystander",
        ("id",),
        severity="warning",
    ),
    Wrong(
        "unused-place",
        {"places/+": {"id": "cove", "name": "Cove", "kind": "site", "within": "brell"}},
        "cove",
        ("id",),
        severity="warning",
    ),
    Wrong("tier-c-note", {"sources/1/tier": "C"}, "council-notice", ("tier",)),
)

FINE = (
    Fine("shared-alias", "its own name", {"actors/0/aliases": ["THE LANTERN", "The  Lantern"]}),
    Fine(
        "shared-alias",
        "two by what one of them says",
        {"actors/2/name": "The Lantern", "actors/2/distinct_from": "lantern"},
    ),
    Fine(
        "shared-alias",
        "two by what the other one says",
        {"places/1/aliases": ["brell"], "places/0/distinct_from": ["north-quay"]},
    ),
    Fine("shared-alias", "a place and an actor", {"places/1/aliases": ["The Lantern"]}),
    Fine("tier-c-note", "with a note", {"sources/1/tier": "C", "sources/1/note": "Nothing better says it."}),
    Fine(
        "unused-source",
        "left out on purpose",
        {"sources/+": another("sources", id="x", left_out=[{"at": "p1", "why": "Gossip."}])},
    ),
    Fine(
        "unused-source",
        "another derives from it",
        {"sources/0/derives_from": ["x"], "sources/+": another("sources", id="x")},
    ),
    Fine(
        "unused-source",
        "cited by a retraction",
        {
            "sources/0/retracted": {"on": "2031-05-01", "why": "Wrong.", "cite": "x"},
            "sources/+": another("sources", id="x"),
        },
    ),
    Fine(
        "unused-actor",
        "linked to",
        {"events/0/note": "See [[x]].", "actors/+": another("actors", id="x", name="X")},
    ),
    Fine(
        "unused-actor",
        "holds a relation",
        {
            "actors/+": another(
                "actors",
                id="x",
                name="X",
                relations=[
                    {"id": "x-r", "type": "opposes", "to": "wardens", "claims": [claim("r", "lantern")]}
                ],
            )
        },
    ),
    Fine(
        "unused-place",
        "a parent",
        {"places/0/within": "world", "places/+": {"id": "world", "name": "World", "kind": "region"}},
    ),
    Fine(
        "unused-place",
        "cited in prose",
        {f"{_SENTENCE}/refs": ["x"], "places/+": another("places", id="x", name="X")},
    ),
)
