"""What the checks of references must report, and what only looks like it."""

from tests.checks.cases.case import Fine, Wrong

_SENTENCE = "questions/0/answers//0"
_PROSE = ("answers", "", 7, 1)


def _unknown(path: str, wrong: str, record: str, at: tuple[str | int, ...], *says: str) -> Wrong:
    return Wrong("unknown-id", {path: wrong}, record, at, (f"`{wrong}`", *says))


def _wrong_kind(path: str, wrong: str, record: str, at: tuple[str | int, ...], *says: str) -> Wrong:
    return Wrong("wrong-kind", {path: wrong}, record, at, (f"`{wrong}`", *says))


WRONG = (
    _unknown("explainer/lead", "who-holds-it", "", ("lead",), "no question"),
    _unknown("explainer/numbers/0", "wounded", "", ("numbers", 0), "no series"),
    _unknown("explainer/headlines/0/title", "On [[nowhere]].", "", ("headlines", 0, "title"))._replace(
        says=("`nowhere`", "no record", "a link in `title`")
    ),
    _unknown("sources/1/derives_from/0", "lantern-0404", "council-notice", ("derives_from", 0), "no source"),
    _unknown("sources/1/carries", "lanten", "council-notice", ("carries",), "no actor"),
    _unknown("sources/1/note", {"fr": "Voir [[rien]]."}, "council-notice", ("note", "text", "fr"))._replace(
        says=("`rien`",)
    ),
    _unknown("actors/1/side", "reefs", "reef-crews", ("side",), "no side"),
    _unknown(
        "actors/1/claims/0/by", "lamp", "reef-crews", ("claims", 0, "by", 0), "`reef-crews/boats`", "no actor"
    ),
    _unknown("actors/1/relations/0/to", "warden", "crews-oppose-wardens", ("to",), "no actor"),
    _unknown("actors/1/relations/0/favours", "ref", "crews-oppose-wardens", ("favours", 0), "no side"),
    _unknown(
        "actors/1/relations/0/claims/0/cite", "lost@p1", "crews-oppose-wardens", ("claims", 0, "cite", 0)
    )._replace(says=("`lost`", "no source")),
    _unknown("places/1/within", "brel", "north-quay", ("within",), "no place"),
    _unknown("places/1/point/by", "mapper", "north-quay", ("point", "by", 0), "no actor"),
    _unknown("places/1/point/cite", "atlas", "north-quay", ("point", "cite", 0), "no source"),
    _unknown("events/0/where/0", "south-quay", "quay-taken", ("where", 0), "no place"),
    _unknown("events/0/who/1", "wardn", "quay-taken", ("who", 1), "no actor"),
    _unknown("events/0/favours/0", "reeef", "quay-taken", ("favours", 0), "no side"),
    _unknown("events/0/claims/1/cite/1", "lantern@p3", "quay-taken", ("claims", 1, "cite", 1))._replace(
        says=("`lantern`", "which is an actor", "a source is wanted"), code="wrong-kind"
    ),
    _unknown(
        "events/0/claims/2/contradicts/0", "crew", "quay-taken", ("claims", 2, "contradicts", 0), "no claim"
    ),
    _unknown("events/0/changes/0/place", "quay", "quay-taken", ("changes", 0, "place"), "no place"),
    _unknown(
        "events/0/changes/0/holder", "nobody", "quay-taken", ("changes", 0, "holder"), "no actor or a side"
    ),
    _unknown("events/0/confirmed/cite", "gone", "quay-taken", ("confirmed", "cite", 0), "no source"),
    _unknown("events/0/settles", "A look at [[log-book]].", "quay-taken", ("settles", "text"))._replace(
        says=("`log-book`",)
    ),
    _unknown("series/0/who", "sailors", "quay-wounded", ("who",), "no population"),
    _unknown("series/0/where", "harbour", "quay-wounded", ("where",), "no place"),
    _unknown("series/0/about/0", "quay-lost", "quay-wounded", ("about", 0), "no event"),
    _unknown("series/0/favours", "rif", "quay-wounded", ("favours", 0), "no side"),
    Wrong(
        "unknown-id",
        {"events/0/claims/0/by": ["lantern", "nurse"]},
        "quay-taken",
        ("claims", 0, "by", 1),
        ("`nurse`", "no actor"),
    ),
    _unknown(
        "series/0/figures/1/by", "nurse", "quay-wounded", ("figures", 1, "by", 0), "`quay-wounded/second`"
    ),
    _unknown("series/0/figures/0/parts/0/who", "diver", "quay-wounded", ("figures", 0, "parts", 0, "who")),
    _unknown(
        "series/0/figures/0/parts/0",
        {"attributed_to": "someone", "value": "5"},
        "quay-wounded",
        ("figures", 0, "parts", 0, "attributed_to"),
    )._replace(says=("`someone`", "no actor")),
    Wrong("unknown-id", {f"{_SENTENCE}/refs": ["quay-lost"]}, "who-holds-the-quay", _PROSE, ("`quay-lost`",)),
    Wrong(
        "unknown-id",
        {f"{_SENTENCE}/refs": ["quay-taken/x"]},
        "who-holds-the-quay",
        _PROSE,
        ("no claim or figure `x`",),
    ),
    Wrong(
        "unknown-id",
        {f"{_SENTENCE}/words": "In [[velm]]."},
        "who-holds-the-quay",
        _PROSE,
        ("`velm`", "a link in"),
    ),
    _wrong_kind("explainer/lead", "quay-taken", "", ("lead",), "an event", "a question is wanted"),
    _wrong_kind("events/0/where/0", "wardens", "quay-taken", ("where", 0), "an actor", "a place is wanted"),
    _wrong_kind(
        "events/0/claims/0/by", "reef", "quay-taken", ("claims", 0, "by", 0), "a side", "an actor is wanted"
    ),
    _wrong_kind(
        "events/0/changes/0/holder", "brell", "quay-taken", ("changes", 0, "holder"), "an actor or a side is"
    ),
    _wrong_kind("series/0/who", "wardens", "quay-wounded", ("who",), "a population is wanted"),
    _wrong_kind("places/1/within", "women", "north-quay", ("within",), "a population", "a place is wanted"),
    Wrong(
        "wrong-kind",
        {f"{_SENTENCE}/refs": ["lantern-0403"]},
        "who-holds-the-quay",
        _PROSE,
        ("a source", "a record with claims is wanted"),
    ),
)

FINE = (
    Fine("unknown-id", "an own population", {"series/0/who": "divers"}),
    Fine("unknown-id", "a built-in population", {"series/0/who": "fighters"}),
    Fine("unknown-id", "a link to a statement", {"events/0/title": "What [[quay-taken/crews|they]] say"}),
    Fine("unknown-id", "brackets that are no link", {"events/0/title": "A [single] [[Not an id]]"}),
    Fine("wrong-kind", "an actor holds a place", {"events/0/changes/0/holder": "wardens"}),
    Fine(
        "wrong-kind",
        "any record may be linked to",
        {"events/0/title": "[[reef]], [[women]], [[lantern-0403]]"},
    ),
)
