"""What the checks of stances must report, and what only looks like it."""

from tests.checks.cases.case import Fine, Wrong
from tests.checks.island import claim, figure

_PLACE = {"cite": "lantern-0403@p9"}
_TWO = [claim("crews", "reef-crews", **_PLACE), claim("paper", "lantern", **_PLACE)]
_WORDS = "The quay is ours, they say."


def _said(*claims: dict[str, object]) -> dict[str, object]:
    return {
        "events/0/claims": [*claims, claim("left", "wardens", stance="concedes", cite="council-notice@p7")]
    }


WRONG = (
    Wrong(
        "one-place",
        _said(*_TWO),
        "quay-taken",
        ("claims", 1, "cite"),
        ("`quay-taken/crews`", "`lantern`", "`lantern-0403@p9`"),
        "warning",
    ),
    Wrong(
        "one-place",
        _said(
            claim("crews", "reef-crews", says=_WORDS, cite="lantern-0403"),
            claim("paper", "lantern", says=_WORDS.upper(), cite=["lantern-0403", "council-notice@p1"]),
        ),
        "quay-taken",
        ("claims", 1, "cite"),
        ("`lantern-0403`",),
        "warning",
    ),
    Wrong(
        "one-place",
        {
            "series/0/figures/+": figure(
                "crews", "2031-04-04", value="14", by="reef-crews", cite="council-notice@p2"
            )
        },
        "quay-wounded",
        ("figures", 2, "cite"),
        ("two voices",),
        "warning",
    ),
    Wrong(
        "one-place",
        {
            "places/1/claims/+": {
                "id": "too",
                "says": "It is deep!",
                "by": ["wardens", "reef-crews"],
                "cite": "lantern-0403@p4",
            }
        },
        "north-quay",
        ("claims", 1, "cite"),
        ("`wardens` with `reef-crews`",),
        "warning",
    ),
    Wrong(
        "single-speaker-confirmed",
        {
            "events/0/claims": [
                claim("crews", "reef-crews"),
                claim("unsure", "lantern", stance="cannot-confirm"),
            ]
        },
        "quay-taken",
        ("confirmed",),
        ("`reef-crews` alone",),
        "warning",
    ),
    Wrong(
        "untied-claims",
        {"events/0/claims/1/bears_out": None},
        "quay-taken",
        ("claims", 1, "says"),
        ("`wardens-lost-it`", "`crews`"),
        "warning",
    ),
    Wrong(
        "denies-which",
        {"events/0/claims/+": claim("no", "wardens", stance="denies")},
        "quay-taken",
        ("claims", 3, "stance"),
        ("`quay-taken/no`",),
        "warning",
    ),
    Wrong(
        "concedes-own-gain",
        {"events/0/claims/0/stance": "concedes"},
        "quay-taken",
        ("claims", 0, "stance"),
        ("`quay-taken/crews`", "`reef`"),
        "warning",
    ),
    Wrong(
        "concedes-own-gain",
        {"series/0/figures/1/stance": "concedes"},
        "quay-wounded",
        ("figures", 1, "stance"),
        ("no side",),
        "warning",
    ),
    Wrong(
        "concedes-own-gain",
        {"events/0/favours": []},
        "quay-taken",
        ("claims", 1, "stance"),
        ("serves nobody",),
        "warning",
    ),
    Wrong(
        "denial-without-assertion",
        {"actors/1/relations/0/claims/0/stance": "denies"},
        "crews-oppose-wardens",
        ("claims", 0, "stance"),
        ("`crews-oppose-wardens/says`",),
        "warning",
    ),
    Wrong(
        "withdrawal-without-assertion",
        {"events/0/claims/0/stance": "withdraws"},
        "quay-taken",
        ("claims", 0, "stance"),
        ("`quay-taken/crews`", "`reef-crews`"),
        "warning",
    ),
    Wrong(
        "withdrawal-without-assertion",
        {"series/0/figures/+": figure("back", "2031-04-04", value="41", stance="withdraws")},
        "quay-wounded",
        ("figures", 2, "stance"),
        ("`quay-wounded/back`",),
        "warning",
    ),
    Wrong(
        "withdrawal-without-assertion",
        {
            "actors/1/claims": [
                claim("boats", "lantern"),
                claim("oars", "lantern"),
                claim("back", "lantern", stance="withdraws"),
            ],
        },
        "reef-crews",
        ("claims", 2, "stance"),
        ("`reef-crews/back`",),
        "warning",
    ),
)

FINE = (
    Fine("untied-claims", "it says that it bears out none", {"events/0/claims/1/bears_out": []}),
    Fine(
        "untied-claims",
        "the first says that it agrees",
        {"events/0/claims/1/bears_out": None, "events/0/claims/0/agrees": ["wardens-lost-it"]},
    ),
    Fine(
        "untied-claims",
        "an opinion",
        {"events/0/claims/1/bears_out": None, "events/0/claims/1/opinion": "true"},
    ),
    Fine(
        "untied-claims", "the same words", {"events/0/claims/1": claim("too", "wardens", says="We hold it.")}
    ),
    Fine(
        "denies-which",
        "it names it",
        {"events/0/claims/+": claim("no", "wardens", stance="denies", contradicts=["crews"])},
    ),
    Fine(
        "denies-which",
        "it is of nothing here",
        {"events/0/claims/+": claim("no", "wardens", stance="denies", contradicts=[])},
    ),
    Fine(
        "denies-which",
        "there is one thing to deny",
        {"events/0/claims": [claim("crews", "reef-crews"), claim("no", "wardens", stance="denies")]},
    ),
    Fine(
        "one-place",
        "one statement of both",
        _said(claim("both", "lantern", **_PLACE) | {"by": ["lantern", "reef-crews"]}),
    ),
    Fine("one-place", "places of their own", _said(_TWO[0], {**_TWO[1], "cite": "lantern-0403@p8"})),
    Fine(
        "one-place",
        "each with a place of its own beside",
        _said(
            {**_TWO[0], "cite": ["lantern-0403@p9", "council-notice@p1"]},
            {**_TWO[1], "cite": ["lantern-0403@p9", "council-notice@p2"]},
        ),
    ),
    Fine(
        "one-place",
        "a whole source, in other words",
        _said(*({**one, "cite": "lantern-0403"} for one in _TWO)),
    ),
    Fine("one-place", "versions that differ", _said(_TWO[0], {**_TWO[1], "contradicts": "crews"})),
    Fine("one-place", "one asserts, another denies", _said(_TWO[0], {**_TWO[1], "stance": "denies"})),
    Fine("one-place", "one speaker twice", _said(_TWO[0], {**_TWO[1], "by": "reef-crews"})),
    Fine(
        "one-place",
        "numbers that differ",
        {
            "series/0/figures/+": figure(
                "crews", "2031-04-04", value="15", by="reef-crews", cite="council-notice@p2"
            )
        },
    ),
    Fine(
        "single-speaker-confirmed",
        "not confirmed",
        {"events/0/confirmed": None, "events/0/claims": [claim("crews", "reef-crews")]},
    ),
    Fine("concedes-own-gain", "against its own side", {"events/0/favours": ["reef"]}),
    Fine("concedes-own-gain", "favours left open", {"events/0/favours": None}),
    Fine(
        "withdrawal-without-assertion",
        "its own earlier word",
        {"events/0/claims/+": claim("back", "reef-crews", stance="withdraws")},
    ),
    Fine(
        "withdrawal-without-assertion",
        "the same number of the same day",
        {"series/0/figures/+": figure("back", "2031-04-04", value="14", stance="withdraws")},
    ),
    Fine(
        "withdrawal-without-assertion",
        "the one thing it said of the place",
        {"places/1/claims/+": claim("back", "lantern", stance="withdraws")},
    ),
    Fine(
        "withdrawal-without-assertion",
        "it names what it takes back",
        {
            "actors/1/claims": [
                claim("boats", "lantern"),
                claim("oars", "lantern"),
                claim("back", "lantern", stance="withdraws", contradicts=["oars"]),
            ]
        },
    ),
    Fine("denial-without-assertion", "somebody asserts it", {"events/0/claims/0/stance": "denies"}),
)
