"""What the checks of control must report, and what only looks like it."""

from tests.checks.cases.case import Fine, Wrong
from tests.checks.island import another, claim

_LATER = another(
    "events", id="quay-lost", occurred="2031-04-03", changes=[{"place": "north-quay", "holder": "wardens"}]
)
_SAID = claim("lost", "wardens")

WRONG = (
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
        {"events/+": _LATER | {"changes": [{"place": "north-quay", "holder": "reef"}]}},
    ),
    Fine(
        "control-conflict",
        "one event, two holders",
        {"events/0/changes/+": {"place": "north-quay", "holder": "wardens"}},
    ),
    Fine(
        "control-conflict",
        "the other event was withdrawn",
        {
            "events/+": _LATER
            | {"claims": [_SAID, _SAID | {"id": "not", "stance": "withdraws"}], "confirmed": None}
        },
    ),
)
