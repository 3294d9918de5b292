"""A small invented island without a single problem, and changes to it, for one-line cases.

A change maps a path such as ``events/0/where`` to a new value; ``+`` as the last step adds to a
list, and ``None`` takes a key away.
"""

from copy import deepcopy
from typing import Any

from generator.model.actors import Actor
from generator.model.events import Event
from generator.model.explainer import Explainer
from generator.model.facts import Facts
from generator.model.fields import Entry
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.questions import Block, DayHeader, DayWords, Question, QuestionHeader, Sentence
from generator.model.refs import parse_target
from generator.model.retired import Retired
from generator.model.sources import Source

Change = dict[str, Any]

_ISLAND: dict[str, Any] = {
    "explainer": {
        "headlines": [
            {"title": "Unrest on Brell", "standfirst": "What [[lantern]] wrote about [[quay-taken]]."},
            {"from": "2031-05-01", "title": "After the unrest", "standfirst": "A month later."},
        ],
        "languages": ["en", "fr"],
        "time_zone": "UTC",
        "as_of": "2031-06-30",
        "publisher": "Brell reading room",
        "sides": [{"id": "reef", "name": "The Reef"}, {"id": "council", "name": "The Council"}],
        "populations": [{"id": "divers", "name": "Divers"}],
        "frame": {"west": "-10", "south": "40", "east": "10", "north": "50"},
        "lead": "who-holds-the-quay",
        "numbers": ["quay-wounded"],
    },
    "sources": [
        {
            "id": "lantern-0403",
            "title": "Quay changes hands",
            "publisher": "The Lantern",
            "published": "2031-04-03",
            "accessed": "2031-05-20",
            "language": "en",
            "tier": "A",
        },
        {
            "id": "council-notice",
            "title": "Notice to islanders",
            "publisher": "Island Council",
            "published": "2031-04-05",
            "accessed": "2031-05-20",
            "language": "fr",
            "tier": "B",
            "derives_from": ["lantern-0403"],
            "carries": "lantern",
        },
    ],
    "actors": [
        {
            "id": "lantern",
            "name": "The Lantern",
            "short": "Paper",
            "kind": "news-outlet",
            "aliases": ["Lantern daily"],
        },
        {
            "id": "reef-crews",
            "name": {"en": "Reef crews", "fr": "Équipages du Récif"},
            "short": "Paper",
            "kind": "armed-group",
            "side": "reef",
            "claims": [
                {"id": "boats", "says": "They row long boats.", "by": "lantern", "cite": "lantern-0403@p1"}
            ],
            "relations": [
                {
                    "id": "crews-oppose-wardens",
                    "type": "opposes",
                    "to": "wardens",
                    "favours": [],
                    "claims": [
                        {"id": "says", "says": "They did.", "by": "lantern", "cite": "lantern-0403@p2"}
                    ],
                }
            ],
        },
        {
            "id": "wardens",
            "name": "Quay wardens",
            "kind": "army",
            "side": "council",
            "side_why": "The council pays them.",
        },
    ],
    "places": [
        {"id": "brell", "name": "Brell", "kind": "country"},
        {
            "id": "north-quay",
            "name": "North Quay",
            "kind": "port",
            "within": "brell",
            "point": {"lat": "45.5", "lon": "1.5", "by": "lantern", "cite": "lantern-0403@map"},
            "claims": [{"id": "deep", "says": "It is deep.", "by": "lantern", "cite": "lantern-0403@p4"}],
        },
    ],
    "events": [
        {
            "id": "quay-taken",
            "occurred": "2031-04-02/2031-04-03",
            "title": "Reef crews take North Quay",
            "where": ["north-quay"],
            "who": ["reef-crews", "wardens"],
            "favours": ["reef"],
            "claims": [
                {"id": "crews", "says": "We hold it.", "by": "reef-crews", "cite": "lantern-0403@p1"},
                {
                    "id": "wardens-lost-it",
                    "says": "They left [[north-quay|the quay]].",
                    "by": "wardens",
                    "stance": "concedes",
                    "bears_out": ["crews"],
                    "cite": ["council-notice@p1", "lantern-0403@p3"],
                },
                {
                    "id": "paper",
                    "says": "The quay has new masters.",
                    "by": "lantern",
                    "cite": "lantern-0403@p1",
                    "contradicts": ["crews"],
                },
            ],
            "changes": [{"place": "north-quay", "holder": "reef", "claims": ["crews"]}],
            "confirmed": {"on": "2031-04-06", "why": "Both parties agree.", "cite": "council-notice@p1"},
        }
    ],
    "series": [
        {
            "id": "quay-wounded",
            "title": "People wounded at the quay",
            "metric": "wounded",
            "who": "everyone",
            "where": "north-quay",
            "period": "2031-04-02/..",
            "running": "true",
            "about": ["quay-taken"],
            "favours": [],
            "figures": [
                {
                    "id": "first",
                    "value": "12",
                    "as_of": "2031-04-03",
                    "by": "lantern",
                    "cite": "lantern-0403@p2",
                    "parts": [{"who": "divers", "value": "5"}, {"who": "civilians", "value": "7"}],
                },
                {
                    "id": "second",
                    "value": "14",
                    "as_of": "2031-04-04",
                    "by": "lantern",
                    "cite": "council-notice@p2",
                },
            ],
        }
    ],
    "questions": [
        {
            "id": "who-holds-the-quay",
            "title": "Who holds the quay?",
            "reviewed": "2031-05-20",
            "answers": {
                "": [
                    {"words": "The crews took [[north-quay]].", "refs": ["quay-taken"]},
                    {"words": "Five divers were hurt.", "refs": ["quay-wounded/first", "north-quay/point"]},
                ],
                "fr": [{"words": "Les équipages.", "refs": ["quay-taken/paper", "crews-oppose-wardens"]}],
            },
        }
    ],
}

_ISLAND["retired"] = []
_ISLAND["day_words"] = []
_MODELS: dict[str, type[Entry]] = {
    "sources": Source,
    "actors": Actor,
    "places": Place,
    "events": Event,
    "series": Series,
    "retired": Retired,
}


def island(change: Change | None = None) -> Facts:
    """The island's facts with the changes made."""
    written = deepcopy(_ISLAND)
    for path, value in (change or {}).items():
        _put(written, path.split("/"), value)
    records = {key: tuple(map(model.model_validate, written[key])) for key, model in _MODELS.items()}
    questions, days = tuple(map(_question, written["questions"])), tuple(map(_day, written["day_words"]))
    explainer = Explainer.model_validate(written["explainer"])
    return Facts(explainer, questions=questions, day_words=days, **records)


def another(kind: str, **keys: Any) -> dict[str, Any]:
    """A copy of the last record of a kind with other keys, to add with ``+``; a title says which it is."""
    copy = deepcopy(_ISLAND[kind][-1])
    titled = {"title": f"The {kind} {keys.get('id', 'again')}"} if "title" in copy else {}
    return {**copy, **titled, **keys}


def claim(name: str, by: str, **keys: Any) -> dict[str, Any]:
    """A claim that some speaker makes in the paper."""
    return {"id": name, "says": f"Words of {name}.", "by": by, "cite": "lantern-0403@p9", **keys}


def figure(name: str, as_of: str, **keys: Any) -> dict[str, Any]:
    """A figure that the paper gives."""
    return {"id": name, "as_of": as_of, "by": "lantern", "cite": "council-notice@p9", **keys}


def _put(written: Any, path: list[str], value: Any) -> None:
    *parents, last = path
    for step in parents:
        written = written[int(step)] if isinstance(written, list) else written.setdefault(step, {})
    if last == "+":
        written.append(value)
    elif isinstance(written, list):
        written[int(last)] = value
    elif value is None:
        written.pop(last, None)
    else:
        written[last] = value


def _question(written: dict[str, Any]) -> Question:
    header = QuestionHeader.model_validate({key: written[key] for key in ("title", "reviewed")})
    answers = tuple(
        (language, (_paragraph(sentences),)) for language, sentences in written["answers"].items()
    )
    return Question(written["id"], header.title, header.order, header.reviewed, header.answered, answers)


def _day(written: dict[str, Any]) -> DayWords:
    header = DayHeader.model_validate({"reviewed": written["reviewed"]})
    return DayWords(written["day"], header.reviewed, (("", (_paragraph(written["answers"]),)),))


def _paragraph(sentences: list[dict[str, Any]]) -> Block:
    lines = enumerate(sentences, start=7)
    return Block("paragraph", (tuple(_sentence(s, line) for line, s in lines),))


def _sentence(written: dict[str, Any], line: int) -> Sentence:
    return Sentence(written["words"], tuple(map(parse_target, written["refs"])), line, 1)
