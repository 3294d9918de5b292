"""What the checks of prose and words must report, and what only looks like it."""

from tests.checks.cases.case import Fine, Wrong

_SENTENCE = "questions/0/answers//0"
_PROSE = ("answers", "", 7, 1)

_DAY = {
    "day": "2031-04-03",
    "reviewed": "2031-05-20",
    "answers": [{"words": "The quay fell in a night.", "refs": ["quay-taken"]}],
}
_ADRIFT = {**_DAY, "answers": [{"words": "It had been quiet.", "refs": ["gone"]}]}

WRONG = (
    Wrong(
        "groundless-citation",
        {f"{_SENTENCE}/refs": ["quay-taken", "wardens"]},
        "who-holds-the-quay",
        _PROSE,
        ("`wardens`", "The crews took"),
    ),
    Wrong(
        "stale-review",
        {"questions/0/reviewed": "2031-04-04"},
        "who-holds-the-quay",
        _PROSE,
        ("The crews took", "`quay-taken`", "2031-04-06"),
        "warning",
    ),
    Wrong(
        "stale-review",
        {"questions/0/reviewed": "2031-04-02"},
        "who-holds-the-quay",
        ("answers", "fr", 7, 1),
        ("Les équipages", "2031-04-03"),
        "warning",
    ),
    Wrong(
        "stale-review",
        {"sources/0/retracted": {"on": "2031-06-01", "why": "Taken back."}},
        "who-holds-the-quay",
        ("answers", "", 8, 1),
        ("`quay-wounded/first`", "2031-06-01"),
        "warning",
    ),
    Wrong(
        "stale-review",
        {"day_words/+": {**_DAY, "reviewed": "2031-04-02"}},
        "days/2031-04-03",
        _PROSE,
        ("The quay fell", "`quay-taken`"),
        "warning",
    ),
    Wrong(
        "untold-day",
        {"day_words/+": {**_DAY, "day": "2031-04-30"}},
        "days/2031-04-30",
        (),
        ("`2031-04-30`",),
    ),
    Wrong("unknown-id", {"day_words/+": _ADRIFT}, "days/2031-04-03", _PROSE, ("`gone`",)),
    Wrong(
        "missing-language",
        {"events/0/title": {"fr": "Le quai"}},
        "quay-taken",
        ("title",),
        ("`en`",),
        "warning",
    ),
    Wrong(
        "missing-language",
        {"questions/0/answers": {"fr": [{"words": "Oui.", "refs": ["quay-taken"]}]}},
        "who-holds-the-quay",
        (),
        ("answer",),
        "warning",
    ),
    Wrong("headline-order", {"explainer/headlines/0/from": "2031-04-01"}, "", ("headlines", 0, "from")),
    Wrong("headline-order", {"explainer/headlines/1/from": None}, "", ("headlines", 1)),
    Wrong(
        "headline-order",
        {"explainer/headlines/+": {"from": "2031-05-01", "title": "T", "standfirst": "S"}},
        "",
        ("headlines", 2, "from"),
        ("2031-05-01",),
    ),
    Wrong("unknown-language", {"explainer/languages": ["grc"]}, "", ("languages", 0), ("`grc`",)),
    Wrong("unknown-language", {"explainer/languages": ["en", "ku-IQ"]}, "", ("languages", 1), ("`ku-IQ`",)),
    Wrong("bad-time-zone", {"explainer/time_zone": "Europe/Brell"}, "", ("time_zone",), ("`Europe/Brell`",)),
    Wrong("bad-time-zone", {"explainer/time_zone": "../etc"}, "", ("time_zone",)),
)

FINE = (
    Fine("untold-day", "the day on which a change of control counts", {"day_words/+": _DAY}),
    Fine("groundless-citation", "an actor with claims", {f"{_SENTENCE}/refs": ["reef-crews"]}),
    Fine("stale-review", "reviewed on the day", {"questions/0/reviewed": "2031-04-06"}),
    Fine("stale-review", "read late, known early", {"sources/0/accessed": "2031-06-30"}),
    Fine("missing-language", "more languages", {"events/0/title": {"en": "Quay", "de": "Kai"}}),
    Fine("missing-language", "plain words are of the first language", {"events/0/title": "Quay"}),
    Fine("headline-order", "one undated", {"explainer/headlines": [{"title": "T", "standfirst": "S"}]}),
    Fine("unknown-language", "known by another name", {"explainer/languages": ["en", "prs", "ckb", "ar-SY"]}),
    Fine("unknown-language", "a text in any language", {"events/0/title": {"en": "Quay", "grc": "Λιμήν"}}),
    Fine("bad-time-zone", "a zone", {"explainer/time_zone": "Asia/Damascus"}),
)
