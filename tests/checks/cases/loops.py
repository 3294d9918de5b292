"""What the checks of loops must report, and what only looks like it."""

from tests.checks.cases.case import Fine, Wrong
from tests.checks.island import another

WRONG = (
    Wrong("self-relation", {"actors/1/relations/0/to": "reef-crews"}, "crews-oppose-wardens", ("to",)),
    Wrong(
        "within-cycle",
        {"places/0/within": "north-quay"},
        "north-quay",
        ("within",),
        ("`brell` within `north-quay`",),
    ),
    Wrong("within-cycle", {"places/0/within": "brell"}, "brell", ("within",)),
    Wrong(
        "derivation-cycle",
        {"sources/0/derives_from": ["council-notice"]},
        "council-notice",
        ("derives_from", 0),
    ),
    Wrong(
        "derivation-cycle", {"sources/0/derives_from": ["lantern-0403"]}, "lantern-0403", ("derives_from", 0)
    ),
)

FINE = (
    Fine("self-relation", "to another", {"actors/1/relations/0/to": "lantern"}),
    Fine("within-cycle", "two places in one", {"places/+": another("places", id="cove", name="Cove")}),
    Fine(
        "derivation-cycle",
        "two ways to one source",
        {"sources/+": another("sources", id="copy", derives_from=["lantern-0403", "council-notice"])},
    ),
)
