"""Records that look like one, sources and all else, and hosts of copies: what is found, what is let be."""

from tests.checks.cases.case import Fine, Wrong
from tests.checks.island import another, claim

_URL = "https://lantern.example/0403"


def _paper(**keys: object) -> dict[str, object]:
    return another("sources", id="x", left_out=[{"at": "p1", "why": "Gossip."}], **keys)


def _two(url: str, other: str, **keys: object) -> dict[str, object]:
    paper = _paper(title="Other", publisher="The Lantern, Brell", **keys)
    return {"sources/0/url": url, "sources/+": {**paper, "url": other}}


def _same_page(other: str, url: str = _URL) -> Wrong:
    return Wrong("said-twice", _two(url, other), "x", ("url",), ("`lantern-0403`", "same page"), "warning")


_EVENT = another("events", id="x", where=[], changes=[], claims=[claim("r", "lantern")])
_RELATION = {"id": "x", "type": "opposes", "to": "wardens", "claims": [claim("r", "lantern")]}

WRONG = (
    _same_page(_URL),
    _same_page("http://www.lantern.example/0403/"),
    _same_page(_URL + "#quay"),
    _same_page("https://LANTERN.example:443/0403?utm_source=post&fbclid=1"),
    _same_page(_URL + "?b=2&a=1&gclid=7", _URL + "?a=1&b=2"),
    _same_page("https://lantern.example/p%C3%A9", "https://lantern.example/p\u00e9"),
    Wrong(
        "said-twice",
        {"sources/0/archived": _URL, "sources/+": _paper(title="Other", url=_URL)},
        "x",
        ("url",),
        ("same page",),
        "warning",
    ),
    Wrong(
        "said-twice",
        {
            "sources/+": _paper(
                title={"fr": "Quai", "en": "Quay  changes hands!"},
                publisher="the lantern",
                published="2031-04-03",
            )
        },
        "x",
        ("title", "en"),
        ("publisher and day",),
        "warning",
    ),
    Wrong(
        "said-twice",
        {"events/+": {**_EVENT, "title": "Reef Crews take north quay", "occurred": "2031-04-02/2031-04-03"}},
        "x",
        ("title",),
        ("`quay-taken`", "title and time"),
        "warning",
    ),
    Wrong(
        "said-twice",
        {"actors/1/relations/+": _RELATION},
        "x",
        ("type",),
        ("`crews-oppose-wardens`",),
        "warning",
    ),
    Wrong(
        "shared-host",
        {**_two("https://a.example/1", "https://www.a.example/2"), "sources/0/publisher": "The Echo"},
        "x",
        ("url",),
        ("`a.example`", "The Echo"),
        "warning",
    ),
)

FINE = (
    Fine("said-twice", "said to be two", _two(_URL, _URL, distinct_from="lantern-0403")),
    Fine("said-twice", "another page", _two(_URL, _URL + "?page=2")),
    Fine("said-twice", "another page of a script", _two(_URL + "#!/a", _URL + "#!/b")),
    Fine(
        "said-twice",
        "a title of another day",
        {"sources/+": _paper(title="Quay changes hands", publisher="The Lantern", published="2031-04-04")},
    ),
    Fine(
        "said-twice",
        "events of two days",
        {"events/+": {**_EVENT, "title": "Reef crews take North Quay", "occurred": "2031-04-05"}},
    ),
    Fine(
        "said-twice", "a relation of another time", {"actors/1/relations/+": {**_RELATION, "period": "2030"}}
    ),
    Fine("shared-host", "one publisher in two words", _two("https://a.example/1", "https://a.example/2")),
    Fine(
        "shared-host",
        "carried by right",
        {
            **_two("https://a.example/1", "https://a.example/2", platform="Allnews"),
            "sources/0/publisher": "The Echo",
        },
    ),
)
