"""What the checks of figures must report, and what only looks like it."""

from tests.checks.cases.case import Fine, Wrong
from tests.checks.island import figure

_RUNNING = "series/0/figures/+"

WRONG = (
    Wrong(
        "parts-exceed-total",
        {
            "series/0/figures/0": figure(
                "first", "2031-04-03", at_most="4", parts=[{"who": "divers", "at_least": "5"}]
            )
        },
        "quay-wounded",
        ("figures", 0, "parts", 0),
        ("`divers`", "5", "4"),
    ),
    Wrong(
        "parts-do-not-add",
        {
            "series/0/figures/0": figure(
                "first",
                "2031-04-03",
                at_most="12",
                parts=[{"who": "divers", "value": "6"}, {"who": "civilians", "at_least": "7"}],
            )
        },
        "quay-wounded",
        ("figures", 0, "parts"),
        ("13", "12"),
        "warning",
    ),
    Wrong(
        "running-total-falls",
        {"series/0/figures/1": figure("most", "2031-04-04", at_most="11")},
        "quay-wounded",
        ("figures", 1),
        ("11 as of", "12 as of"),
    ),
    Wrong(
        "parts-exceed-total",
        {"series/0/figures/0/parts/0": {"who": "divers", "at_least": "13"}},
        "quay-wounded",
        ("figures", 0, "parts", 0),
        ("`divers`", "13", "12"),
    ),
    Wrong(
        "parts-do-not-add",
        {"series/0/figures/0/parts/0/value": "6"},
        "quay-wounded",
        ("figures", 0, "parts"),
        ("13", "12"),
        "warning",
    ),
    Wrong(
        "running-total-falls",
        {"series/0/figures/1/value": "11"},
        "quay-wounded",
        ("figures", 1),
        ("11 as of 2031-04-04", "12 as of 2031-04-03", "`lantern`"),
    ),
    Wrong(
        "running-total-falls",
        {"series/0/figures/1": figure("range", "2031-04-04", low="8", high="11")},
        "quay-wounded",
        ("figures", 1),
    ),
    Wrong(
        "running-total-falls",
        {
            _RUNNING: figure("third", "2031-04-05", value="10"),
            "series/0/figures/1/value": "9",
            "series/0/figures/1/revised": "Names were counted twice.",
            "series/0/figures/+": figure("fourth", "2031-04-05", value="8"),
        },
        "quay-wounded",
        ("figures", 2),
        ("`quay-wounded/second`",),
    ),
    Wrong(
        "mixed-series", {"series/0/figures/1/period": "2031-04-04"}, "quay-wounded", ("figures", 1, "period")
    ),
    Wrong(
        "as-of-before-period",
        {"series/0/figures/0/as_of": "2031-04-01"},
        "quay-wounded",
        ("figures", 0, "as_of"),
    ),
)

FINE = (
    Fine(
        "parts-exceed-total",
        "a part of a few at most",
        {"series/0/figures/0/parts/0": {"who": "divers", "at_most": "40"}},
    ),
    Fine(
        "parts-do-not-add",
        "a part that may be none",
        {"series/0/figures/0/parts/0": {"who": "divers", "at_most": "40"}},
    ),
    Fine(
        "running-total-falls",
        "a most above the number before",
        {"series/0/figures/1": figure("most", "2031-04-04", at_most="12")},
    ),
    Fine(
        "running-total-falls",
        "a number below the most before",
        {"series/0/figures/0": figure("most", "2031-04-03", at_most="40")},
    ),
    Fine(
        "parts-exceed-total",
        "a total without an upper end",
        {
            "series/0/figures/0": figure(
                "first", "2031-04-03", at_least="3", parts=[{"who": "divers", "value": "5"}]
            )
        },
    ),
    Fine("parts-do-not-add", "the rest is not broken down", {"series/0/figures/0/parts/0/value": "1"}),
    Fine(
        "parts-do-not-add",
        "the note says so",
        {"series/0/figures/0/parts/0/value": "6", "series/0/figures/0/sum_note": "As printed."},
    ),
    Fine(
        "parts-do-not-add",
        "another question: by whom",
        {"series/0/figures/0/parts/0": {"attributed_to": "wardens", "value": "12"}},
    ),
    Fine("parts-do-not-add", "not exact", {"series/0/figures/0/parts/0": {"who": "divers", "about": "10"}}),
    Fine(
        "running-total-falls",
        "revised",
        {"series/0/figures/1/value": "11", "series/0/figures/1/revised": "Counted twice."},
    ),
    Fine(
        "running-total-falls",
        "another speaker",
        {"series/0/figures/1/value": "11", "series/0/figures/1/by": "wardens"},
    ),
    Fine(
        "running-total-falls",
        "another method",
        {"series/0/figures/1/value": "11", "series/0/figures/1/method": "estimate"},
    ),
    Fine(
        "running-total-falls",
        "no running total",
        {"series/0/figures/1/value": "11", "series/0/running": "false"},
    ),
    Fine(
        "running-total-falls",
        "a round number",
        {"series/0/figures/1": figure("round", "2031-04-04", about="10")},
    ),
    Fine(
        "running-total-falls",
        "after a round number",
        {"series/0/figures/0": figure("round", "2031-04-03", about="20")},
    ),
    Fine(
        "running-total-falls",
        "a minimum",
        {"series/0/figures/1": figure("least", "2031-04-04", at_least="10")},
    ),
    Fine(
        "running-total-falls",
        "the same day",
        {"series/0/figures/1/value": "11", "series/0/figures/1/as_of": "2031-04-03"},
    ),
    Fine(
        "running-total-falls",
        "denied",
        {"series/0/figures/1/value": "11", "series/0/figures/1/stance": "denies"},
    ),
    Fine(
        "mixed-series",
        "no running total",
        {"series/0/figures/1/period": "2031-04-04", "series/0/running": "false"},
    ),
    Fine("as-of-before-period", "the month in which it began", {"series/0/figures/0/as_of": "2031-04"}),
)
