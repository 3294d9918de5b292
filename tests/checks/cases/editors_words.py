"""What the checks of editors' own words must report: counts, orders, what a source prints or leaves out."""

from typing import Any

from tests.checks.cases.case import Fine, Wrong
from tests.checks.island import claim

WARNING = "warning"


def answer(words: str, *refs: str) -> dict[str, Any]:
    return {"questions/0/answers//0": {"words": words, "refs": list(refs)}}


# The council denied on 3 April what the crews said on 5 April.
DENIED_FIRST = {
    "events/0/confirmed": None,
    "events/0/claims": [
        {"id": "crews", "says": "We hold it.", "by": "reef-crews", "cite": "council-notice@p1"},
        claim("council", "wardens", stance="denies"),
    ],
}
HOURS_OF_ONE_DAY = {"sources/0/published": "2031-04-03T08:00", "sources/1/published": "2031-04-03T09:00"}
LOST = "quay-taken/wardens-lost-it"
AT_4 = "lantern-0403@p 4"
CITED = ("quay-taken/crews", "quay-taken/council")

WRONG = (
    Wrong(
        "count-in-note",
        {"events/0/note": "Five speakers say so."},
        "quay-taken",
        ("note", "text"),
        ("“five speakers”", "`quay-taken`", "3"),
        WARNING,
    ),
    Wrong(
        "count-in-note",
        {"events/0/settles": {"en": "More than 5 other neutral sources."}},
        "quay-taken",
        ("settles", "text", "en"),
        ("“5 other neutral sources”",),
        WARNING,
    ),
    Wrong(
        "count-in-note",
        {"series/0/note": {"fr": "Selon quatre voix."}},
        "quay-wounded",
        ("note", "text", "fr"),
        ("“quatre voix”",),
        WARNING,
    ),
    Wrong(
        "count-in-note",
        answer("Four accounts agree on it.", "quay-taken"),
        "who-holds-the-quay",
        ("answers", "", 7, 1),
        ("“four accounts”",),
        WARNING,
    ),
    Wrong(
        "count-in-note",
        {"explainer/headlines/0/standfirst": "Seven sources on [[quay-taken]]."},
        "",
        ("headlines", 0, "standfirst"),
        ("“seven sources”",),
        WARNING,
    ),
    Wrong(
        "told-as-reply",
        {
            **DENIED_FIRST,
            **answer("The crews said so; the wardens replied.", *CITED),
        },
        "who-holds-the-quay",
        ("answers", "", 7, 1),
        ("`quay-taken/council` was known on 2031-04-03", "“replied”"),
        WARNING,
    ),
    Wrong(
        "told-as-reply",
        {**DENIED_FIRST, **answer("The crews announced it; the wardens denied it.", "quay-taken")},
        "who-holds-the-quay",
        ("answers", "", 7, 1),
        ("“denied it”",),
        WARNING,
    ),
    Wrong(
        "told-as-reply",
        {
            **DENIED_FIRST,
            **answer("The crews said so; the wardens replied.", *CITED),
            **HOURS_OF_ONE_DAY,
        },
        "who-holds-the-quay",
        ("answers", "", 7, 1),
        ("`quay-taken/council`", "by the hours of both"),
        WARNING,
    ),
    Wrong(
        "not-misattributed",
        {"events/0/claims/0/misattributed": [{"in": "council-notice", "to": "wardens", "why": "A slip."}]},
        "quay-taken",
        ("claims", 0, "misattributed", 0, "in"),
        ("`quay-taken/crews`", "`council-notice`"),
    ),
    Wrong(
        "not-misattributed",
        {"series/0/figures/0/misattributed": [{"in": "lantern-0403", "to": "lantern", "why": "A slip."}]},
        "quay-wounded",
        ("figures", 0, "misattributed", 0, "to"),
        ("`lantern`",),
    ),
    Wrong(
        "unknown-id",
        {"events/0/claims/0/misattributed": [{"in": "lantern-0403", "to": "warden", "why": "A slip."}]},
        "quay-taken",
        ("claims", 0, "misattributed", 0, "to", 0),
        ("`warden`",),
    ),
    Wrong(
        "cited-though-left-out",
        {"sources/0/left_out": [{"at": "p3", "why": "A private matter."}]},
        "quay-taken",
        ("claims", 1, "cite"),
        ("“p3”", "`quay-taken/wardens-lost-it`"),
        WARNING,
    ),
    Wrong(
        "cited-though-left-out",
        {"sources/0/left_out": [{"at": "P. 4 and p 9, the DEEP water", "why": "Unclear."}]}
        | {
            "places/1/claims/0": {
                **claim("deep", "lantern"),
                "says": "The water is deep.",
                "cite": "lantern-0403@p 4",
            }
        },
        "north-quay",
        ("claims", 0, "cite"),
        ("`north-quay/deep`",),
        WARNING,
    ),
    Wrong(
        "cited-though-left-out",
        {
            "sources/0/left_out": [{"at": "p2, half a million", "why": "A round number."}],
            "series/0/figures/0/parts": None,
            "series/0/figures/0/value": None,
            "series/0/figures/0/about": "500000",
            "series/0/running": None,
        },
        "quay-wounded",
        ("figures", 0, "cite"),
        ("`quay-wounded/first`",),
        WARNING,
    ),
)

FINE = (
    Fine("count-in-note", "the number is right", {"events/0/note": "Three speakers, two of them parties."}),
    Fine("count-in-note", "an article is no number", {"events/0/note": "One source, a paper, says when."}),
    Fine("count-in-note", "it counts something else", {"events/0/note": "Twelve boats, says a source."}),
    Fine(
        "count-in-note",
        "it counts what is cited",
        answer("Two speakers say so.", "quay-taken/crews", "quay-taken/paper"),
    ),
    Fine("count-in-note", "the words are a speaker's", {"events/0/claims/0/says": "Nine sources say so."}),
    Fine(
        "told-as-reply",
        "the text tells which came first",
        {**DENIED_FIRST, **answer("The crews announced it; the wardens had denied it before.", *CITED)},
    ),
    Fine(
        "told-as-reply",
        "no word tells an order",
        {**DENIED_FIRST, **answer("The crews announced it, and the wardens say otherwise.", *CITED)},
    ),
    Fine(
        "told-as-reply",
        "one day has no hours",
        {
            **DENIED_FIRST,
            **answer("The crews said so; the wardens replied.", *CITED),
            "sources/1/published": "2031-04-03",
        },
    ),
    Fine(
        "told-as-reply",
        "it is a reply",
        answer(
            "The crews announced it, and the wardens replied that they had left.",
            *CITED[:1],
            "quay-taken/wardens-lost-it",
        ),
    ),
    Fine(
        "told-as-reply",
        "it cites one statement",
        answer("The wardens replied.", LOST),
    ),
    Fine(
        "not-misattributed",
        "the source is cited and names another",
        {"events/0/claims/0/misattributed": [{"in": "lantern-0403", "to": "wardens", "why": "A slip."}]},
    ),
    Fine(
        "not-misattributed",
        "the source names nobody",
        {"events/0/claims/0/misattributed": [{"in": "lantern-0403", "why": "It has no speaker."}]},
    ),
    Fine(
        "cited-though-left-out",
        "something else is cited from there",
        {"sources/0/left_out": [{"at": "p1, the price of boats", "why": "Gossip."}]},
    ),
    Fine(
        "cited-though-left-out",
        "nothing is cited from there",
        {"sources/0/left_out": [{"at": "p. 12", "why": "No."}]},
    ),
    Fine("cited-though-left-out", "a longer number", {"sources/0/left_out": [{"at": "p", "why": "No."}]}),
    Fine(
        "cited-though-left-out",
        "it is carried with care",
        {"sources/0/with_care": [{"at": "p1", "why": "As its own version."}]},
    ),
)
