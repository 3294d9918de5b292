"""What the checks of ids must report, and what only looks like it."""

from tests.checks.cases.case import Fine, Wrong
from tests.checks.island import another, claim, figure

_RUNNING = "series/0/figures/+"

WRONG = (
    Wrong("duplicate-id", {"places/0/id": "wardens"}, "wardens", ("id",), ("cities.yml", "actors.yml")),
    Wrong(
        "duplicate-id", {"events/+": another("events")}, "quay-taken", ("id",), ("an event", "timeline.yml")
    ),
    Wrong(
        "duplicate-id", {"explainer/sides/1/id": "reef"}, "", ("sides", 1, "id"), ("a side", "explainer.yml")
    ),
    Wrong("duplicate-id", {"explainer/populations/0/id": "men"}, "", ("populations", 0, "id"), ("built in",)),
    Wrong(
        "duplicate-statement",
        {"events/0/claims/1/id": "crews"},
        "quay-taken",
        ("claims", 1, "id"),
        ("`crews`",),
    ),
    Wrong("duplicate-statement", {"series/0/figures/1/id": "first"}, "quay-wounded", ("figures", 1, "id")),
    Wrong(
        "duplicate-statement",
        {"places/1/claims/0/id": "point"},
        "north-quay",
        ("claims", 0, "id"),
        ("`point`",),
    ),
    Wrong(
        "same-statement",
        {"events/0/claims/+": claim("again", "reef-crews", says="we HOLD it.")},
        "quay-taken",
        ("claims", 3),
        ("`quay-taken/crews`", "`reef-crews`"),
    ),
    Wrong(
        "same-statement",
        {_RUNNING: figure("again", "2031-04-04", value="14")},
        "quay-wounded",
        ("figures", 2),
    ),
    Wrong(
        "contradicts-itself",
        {"events/0/claims/0/contradicts": "crews"},
        "quay-taken",
        ("claims", 0, "contradicts", 0),
    ),
    Wrong(
        "contradicts-itself",
        {"events/0/claims/0/agrees": "crews"},
        "quay-taken",
        ("claims", 0, "agrees", 0),
    ),
    Wrong(
        "contradicts-itself",
        {"events/0/claims/0/agrees": "paper", "events/0/claims/0/contradicts": "paper"},
        "quay-taken",
        ("claims", 0, "agrees", 0),
    ),
)

FINE = (
    Fine("duplicate-id", "claims of two records may share an id", {"events/0/claims/2/id": "boats"}),
    Fine("duplicate-statement", "two records", {"actors/1/relations/0/claims/0/id": "crews"}),
    Fine(
        "same-statement", "another speaker", {"events/0/claims/+": claim("x", "wardens", says="We hold it.")}
    ),
    Fine(
        "same-statement",
        "another stance",
        {"events/0/claims/+": claim("x", "reef-crews", says="We hold it.", stance="withdraws")},
    ),
    Fine("same-statement", "another day", {_RUNNING: figure("x", "2031-04-05", value="14")}),
    Fine(
        "same-statement", "no less than is not exactly", {_RUNNING: figure("x", "2031-04-04", at_least="14")}
    ),
    Fine("contradicts-itself", "two claims agree", {"events/0/claims/0/agrees": "paper"}),
    Fine(
        "contradicts-itself", "two claims contradict each other", {"events/0/claims/0/contradicts": "paper"}
    ),
)
