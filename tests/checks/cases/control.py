"""What the checks of control must report, and what only looks like it."""

from tests.checks.cases.case import Fine, Wrong
from tests.checks.island import another, claim

_LATER = another(
    "events",
    id="quay-lost",
    occurred="2031-04-03",
    changes=[{"place": "north-quay", "holder": "wardens", "claims": ["crews"]}],
)
_SAID = claim("lost", "wardens")

WRONG = (
    Wrong(
        "change-without-claim",
        {"events/0/changes/0/claims": []},
        "quay-taken",
        ("changes", 0),
        ("`north-quay`", "`reef`", "no claim"),
    ),
    Wrong(
        "change-without-claim",
        {"events/0/changes/+": {"place": "brell", "holder": "wardens", "part": "The pier"}},
        "quay-taken",
        ("changes", 1),
    ),
    Wrong(
        "change-not-asserted",
        {"events/0/claims/2/stance": "denies", "events/0/changes/0/claims": ["crews", "paper"]},
        "quay-taken",
        ("changes", 0, "claims", 1),
        ("`paper`", "denies"),
    ),
    Wrong(
        "change-not-asserted",
        {"events/0/claims/2/stance": "cannot-confirm", "events/0/changes/0/claims": ["paper"]},
        "quay-taken",
        ("changes", 0, "claims", 0),
    ),
    Wrong(
        "change-not-asserted",
        {
            "events/0/claims/2/stance": "withdraws",
            "events/0/changes/0/lost": {"by": ["council"], "claims": ["wardens-lost-it", "paper"]},
        },
        "quay-taken",
        ("changes", 0, "lost", "claims", 1),
        ("`paper`", "lost"),
    ),
    Wrong(
        "unknown-id",
        {"events/0/changes/0/claims": ["crew"]},
        "quay-taken",
        ("changes", 0, "claims", 0),
        ("`crew`", "no claim"),
    ),
    Wrong(
        "control-conflict",
        {"events/+": _LATER},
        "quay-lost",
        ("changes", 0),
        ("`north-quay`", "`wardens`", "`quay-taken`", "`reef`", "2031-04-03"),
    ),
    Wrong(
        "control-conflict",
        {"events/0/occurred": "2031-04-03/..", "events/+": _LATER},
        "quay-lost",
        ("changes", 0),
        ("2031-04-03",),
    ),
    Wrong(
        "control-conflict",
        {"events/+": _LATER | {"occurred": "2031-04-03T05:00"}},
        "quay-lost",
        ("changes", 0),
    ),
)

FINE = (
    Fine("change-without-claim", "one claim is named", {"events/0/changes/0/claims": ["paper"]}),
    Fine("change-not-asserted", "a concession says so", {"events/0/changes/0/claims": ["wardens-lost-it"]}),
    Fine(
        "control-conflict",
        "times put them in order",
        {"events/0/occurred": "2031-04-03T02:00", "events/+": _LATER | {"occurred": "2031-04-03T05:00"}},
    ),
    Fine("control-conflict", "another day", {"events/+": _LATER | {"occurred": "2031-04-02"}}),
    Fine("control-conflict", "another part", {"events/0/changes/0/part": "The pier", "events/+": _LATER}),
    Fine(
        "control-conflict",
        "the same holder",
        {"events/+": _LATER | {"changes": [{"place": "north-quay", "holder": "reef", "claims": ["crews"]}]}},
    ),
    Fine(
        "control-conflict",
        "one event, two holders",
        {"events/0/changes/+": {"place": "north-quay", "holder": "wardens", "claims": ["crews"]}},
    ),
    Fine(
        "control-conflict",
        "the other event was withdrawn",
        {
            "events/+": _LATER
            | {
                "claims": [_SAID, _SAID | {"id": "not", "stance": "withdraws"}],
                "changes": [{"place": "north-quay", "holder": "wardens", "claims": ["lost"]}],
                "confirmed": None,
            }
        },
    ),
)
