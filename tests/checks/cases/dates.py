"""What the checks of dates must report, and what only looks like it."""

from tests.checks.cases.case import Fine, Wrong
from tests.checks.island import figure

_EARLY = {"sources/1/published": "2031-03-01", "sources/1/derives_from": None}
_STILL = {
    "events/0/changes": [],
    "events/0/claims/0/cite": "council-notice",
    "events/0/claims/1/cite": "council-notice",
}

WRONG = (
    Wrong(
        "published-before", _EARLY | _STILL, "quay-taken", ("claims", 0, "cite"), ("2031-04-02", "2031-03-01")
    ),
    Wrong(
        "published-before",
        {"series/0/figures/1/as_of": "2031-04-07"},
        "quay-wounded",
        ("figures", 1, "cite"),
        ("`quay-wounded/second`", "2031-04-07"),
    ),
    Wrong(
        "published-before",
        {"series/0/figures/1/as_of": "2031-04-06"},
        "quay-wounded",
        ("figures", 1, "cite"),
        severity="warning",
    ),
    Wrong(
        "published-before",
        {"series/0/figures/1/as_of": "2031-05?"},
        "quay-wounded",
        ("figures", 1, "cite"),
        severity="warning",
    ),
    Wrong(
        "published-before",
        {"sources/1/published": None, "series/0/figures/1/as_of": "2031-06-01"},
        "quay-wounded",
        ("figures", 1, "cite"),
        ("2031-05-20",),
    ),
    Wrong("published-after-accessed", {"sources/0/accessed": "2031-04-02"}, "lantern-0403", ("accessed",)),
    Wrong(
        "accessed-in-future",
        {"sources/0/accessed": "2031-07-01"},
        "lantern-0403",
        ("accessed",),
        severity="warning",
    ),
    Wrong(
        "as-of-in-future", {"series/0/figures/1/as_of": "2031-07"}, "quay-wounded", ("figures", 1, "as_of")
    ),
    Wrong("too-early", {"events/0/occurred": "-0044-03-15"}, "quay-taken", ("changes",), ("-0044-03-15",)),
    Wrong("event-in-future", {"events/0/occurred": "2031-07-01/.."}, "quay-taken", ("occurred",)),
    Wrong(
        "unknown-id",
        {"events/0/narrowed": [{"claim": "papers", "was": "2031-04"}]},
        "quay-taken",
        ("narrowed", 0, "claim"),
        ("`papers`",),
    ),
)

FINE = (
    Fine("event-in-future", "a month that is not over", {"events/0/occurred": "2031-06"}),
    Fine("unknown-id", "a claim of its own", {"events/0/narrowed": [{"claim": "paper", "was": "2031-04"}]}),
    Fine(
        "published-before",
        "one citation is late enough",
        {
            "sources/1/published": "2031-03-01",
            "series/0/figures/1": figure("second", "2031-04-03", value="14", cite="lantern-0403"),
        },
    ),
    Fine("published-before", "published in the midst of it", {"events/0/occurred": "2031-03-01/2031-04-20"}),
    Fine(
        "published-before",
        "published in a month that lasts",
        {"sources/1/published": "2031-03/2031-04", "series/0/figures/1/as_of": "2031-04-30"},
    ),
    Fine("published-before", "began on an unknown day", {"events/0/occurred": "../2031-04-30"}),
    Fine(
        "published-after-accessed", "some day of the month it was read in", {"sources/0/published": "2031-05"}
    ),
    Fine("accessed-in-future", "read on the edition's day", {"sources/0/accessed": "2031-06-30"}),
    Fine(
        "as-of-in-future",
        "a month not over",
        {"series/0/figures/1/as_of": "2031-06", "sources/1/published": "2031-06-30"},
    ),
    Fine("too-early", "in the first year", {"events/0/occurred": "-0044/0001"}),
    Fine("event-in-future", "it goes on", {"events/0/occurred": "2031-04-02/2031-12"}),
)
