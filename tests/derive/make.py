"""Builders of small invented records.

The cast: `watch` and `radio` and `paper` are nobody's; `north-guard` and `north-crown` are on the
side `north`, `south-guard` on `south`, `east-envoy` on `east`. Days are numbers: day 1 is 1 May 2031.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.model.actors import Actor, Relation
from generator.model.events import Event
from generator.model.explainer import Explainer
from generator.model.facts import Facts
from generator.model.figures import Figure, Series
from generator.model.places import Place
from generator.model.questions import Block, Question, Sentence
from generator.model.refs import Ref, Refs, parse_target
from generator.model.sources import Source
from generator.model.statements import Claim

PARTIES = {"north-guard": "north", "north-crown": "north", "south-guard": "south", "east-envoy": "east"}
NEUTRAL = ("watch", "radio", "paper")
SIDES = ("north", "south", "east")


def day(number: int) -> date:
    """The day with that number."""
    return date(2031, 4, 30) + timedelta(days=number)


def source(name: str, known: int = 1, **fields: Any) -> Source:
    values = {
        "title": f"Item {name}",
        "publisher": "A press",
        "accessed": "2031-12-31",
        "language": "en",
        "tier": "A",
    }
    return Source(**{"id": name, "published": str(day(known)), **values, **fields})


def actor(id: str, side: str | None = None, **fields: Any) -> Actor:
    return Actor(**{"id": id, "name": id.title(), "kind": "people", "side": side, **fields})


def cast() -> tuple[Actor, ...]:
    return (*(actor(name) for name in NEUTRAL), *(actor(name, side) for name, side in PARTIES.items()))


def place(id: str, **fields: Any) -> Place:
    return Place(**{"id": id, "name": id.title(), "kind": "town", **fields})


def claim(name: str, by: str, cite: str | Sequence[str], stance: str = "asserts", **fields: Any) -> Claim:
    """A claim by one speaker, or by several: `watch+radio`."""
    said = {"says": "It is so.", "by": by.split("+"), "cite": cite, "stance": stance}
    return Claim(**{"id": name, **said, **fields})


def event(name: str, *claims: Claim, **fields: Any) -> Event:
    return Event(
        **{"id": name, "occurred": "2031-05-01", "title": f"Event {name}", "claims": claims, **fields}
    )


def relation(name: str, to: str, *claims: Claim, **fields: Any) -> Relation:
    return Relation(**{"id": name, "type": "opposes", "to": to, "claims": claims, **fields})


def figure(name: str, by: str, cite: str | Sequence[str], **fields: Any) -> Figure:
    return Figure(**{"id": name, "by": by.split("+"), "cite": cite, "as_of": "2031-05-01", **fields})


def series(name: str, *figures: Figure, **fields: Any) -> Series:
    values = {
        "title": f"Series {name}",
        "metric": "killed",
        "who": "everyone",
        "where": "ford",
        "period": "2031-05-01/..",
    }
    return Series(**{"id": name, **values, "figures": figures, **fields})


def explainer(**fields: Any) -> Explainer:
    values = {
        "headlines": [{"title": "A river", "standfirst": "Who said what."}],
        "languages": ["en", "fr"],
        "time_zone": "Etc/UTC",
        "as_of": "2031-12-31",
        "publisher": "A press",
        "sides": [{"id": side, "name": side.title()} for side in SIDES],
    }
    return Explainer(**{**values, **fields})


def refs(written: str) -> Refs:
    """Statements written one after the other, as in `told/c1 told/c2`."""
    return tuple(Ref(*ref.split("/")) for ref in written.split())


def sentence(words: str, *cited: str) -> Sentence:
    return Sentence(words, tuple(map(parse_target, cited)), 1, 1)


def paragraph(*sentences: Sentence, editorial: bool = False) -> Block:
    return Block("paragraph", (sentences,), editorial)


def heading(words: str) -> Block:
    return Block("heading", ((sentence(words),),))


def question(name: str, *blocks: Block, **fields: Any) -> Question:
    from generator.model.text import Text

    values = {"title": Text((("", f"Question {name}?"),)), "order": 1, "reviewed": day(1), "answered": True}
    return Question(**{"id": name, **values, "answers": (("", blocks),), **fields})


def facts(**fields: Any) -> Facts:
    return Facts(**{"explainer": explainer(), "actors": cast(), "places": (place("ford"),), **fields})


@dataclass(frozen=True)
class Told:
    """One claim of an event, with the source it is read in; see `tell`.

    The source of the first word is `s1`, and so on. `repeats` names sources that it derives from;
    `unseen` is one that no word is read in, known from day 1. `also` are further sources cited.
    """

    by: str
    stance: str = "asserts"
    on: int = 1
    repeats: tuple[str, ...] = ()
    retracted: int | None = None
    also: tuple[str, ...] = ()


def words(said: str) -> list[Told]:
    """Words written as `watch denies 3; paper+radio 4 of s1,unseen also s2 retracted 6`."""
    return [_word(each.split()) for each in said.split(";")]


def _word(tokens: list[str]) -> Told:
    by, *rest = tokens
    fields: dict[str, Any] = {}
    while rest:
        token = rest.pop(0)
        match token:
            case "of":
                fields["repeats"] = tuple(rest.pop(0).split(","))
            case "also":
                fields["also"] = tuple(rest.pop(0).split(","))
            case "retracted":
                fields["retracted"] = int(rest.pop(0))
            case _ if token.isdigit():
                fields["on"] = int(token)
            case _:
                fields["stance"] = token
    return Told(by, **fields)


def tell(said: Iterable[Told], **fields: Any) -> tuple[Event, Facts]:
    """An event about which these words are said, in a world with their sources."""
    claims, sources = [], [source("unseen"), source("unseen-too")]
    for number, word in enumerate(said, 1):
        name = f"s{number}"
        retracted = {"on": str(day(word.retracted)), "why": "An error."} if word.retracted else None
        sources.append(source(name, word.on, derives_from=word.repeats, retracted=retracted))
        claims.append(claim(f"c{number}", word.by, (name, *word.also), word.stance))
    told = event("told", *claims, **fields)
    return told, facts(sources=tuple(sources), events=(told,))
