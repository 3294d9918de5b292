"""What the check of rival claims must report, and what only looks like it."""

from typing import Any

from tests.checks.cases.case import Fine, Wrong
from tests.checks.island import claim


def _pair(one: Any, other: Any, **fields: Any) -> dict[str, Any]:
    """Two claims of one event, the second of which contradicts the first."""
    mine = claim("one", "lantern", says=one, bears_out=[])
    theirs = claim("other", "wardens", says=other, contradicts=["one"], **fields)
    event = {
        "id": "boats-left",
        "occurred": "2031-04-03",
        "title": "Boats leave",
        "favours": [],
        "claims": [mine, theirs],
    }
    return {"events/+": event}


_BOTH = (
    ("More than 80 per cent of the quay burned.", "More than 90 percent of the quay burned."),
    ("More than 1,000 boats left.", "About 2,000 boats left."),
    ("At least 40 boats left.", "52 boats left."),
    ("About 2,000 fishing boats left.", "They counted more than 1,000 boats on the sea."),
    ("Fewer than 60 boats left.", "Up to 50 boats left."),
    ("About 500 boats left.", "488 boats left."),
    ("12 boats left.", "No fewer than 10 boats left."),
    ({"fr": "Plus de 1 000 barques sont parties."}, {"fr": "Environ 2 000 barques sont parties."}),
    ("The guard has withdrawn from the quay in part.", "The guard has wholly withdrawn from the quay."),
    ("All boats left the quay in calm.", "Most boats left the quay."),
    (
        {"fr": "La garde s’est retirée du quai en partie."},
        {"fr": "La garde s’est entièrement retirée du quai."},
    ),
    ({"ar": "انسحب الحرس من الرصيف جزئيًا"}, {"ar": "انسحب الحرس من الرصيف بالكامل"}),
    ({"ar": "غادر أكثر من ٨٠ قاربًا"}, {"ar": "غادر أكثر من ٩٠ قاربًا"}),
)

WRONG = tuple(
    Wrong(
        "both-can-be-true",
        _pair(one, other),
        "boats-left",
        ("claims", 1, "contradicts", 0),
        ("`boats-left/other`", "`one`"),
        "warning",
    )
    for one, other in _BOTH
)

FINE = (
    *(
        Fine("both-can-be-true", why, _pair(one, other))
        for why, one, other in (
            ("exact numbers", "12 boats left.", "14 boats left."),
            ("bounds apart", "Fewer than 40 boats left.", "At least 50 boats left."),
            ("a round number far away", "About 500 boats left.", "700 boats left."),
            ("other things counted", "More than 40 boats left.", "More than 50 people left."),
            ("others who left", "More than 40 boats left.", "About 50 wardens left."),
            ("days", "About 40 boats left on 3 April.", "More than 30 boats left on 4 April."),
            ("hours", "They left at 04:30.", "They left at 06:15."),
            ("several amounts", "More than 40 boats and 10 rafts left.", "More than 50 boats left."),
            ("no numbers", "The boats left early.", "The boats left late."),
            ("only a part", "Only some of the boats left the quay.", "All of the boats left the quay."),
            ("the rest is told", "Most boats left the quay; some remain.", "All boats left the quay."),
            ("of other things", "Most boats left the quay.", "All rafts left the quay in calm."),
            ("of the same share", "Some boats left the quay.", "Many boats left the quay."),
            ("a part with its days", "Most boats left on 3 April.", "All boats left on 4 April."),
            (
                "a part",
                {"fr": "Une partie seulement des barques a quitté le quai."},
                {"fr": "Toutes les barques ont quitté le quai."},
            ),
            ("the same amount", "More than 40 boats left in calm.", "More than 40 boats left in a storm."),
        )
    ),
    Fine(
        "both-can-be-true",
        "a note says why",
        _pair("More than 40 boats left.", "About 50 boats left.", note="There were 40 boats in all."),
    ),
    Fine(
        "both-can-be-true",
        "a denial",
        _pair("More than 40 boats left.", "About 50 boats left.", stance="denies"),
    ),
)
