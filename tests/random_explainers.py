"""Small explainers at random, as an editor would write them: every kind of record, most of them right.

Ids are near the names that the generator uses itself. ``renamed`` writes the same with other ids, and says
so in the list of what is retired.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from generator.model import vocabulary as words

World = dict[str, Any]
LISTS = ("sources", "actors", "cities", "timeline", "casualties", "retired")
DAY = "2031-06-30"  # of the current edition
LATER = "2031-07-15"  # of the edition in which some ids are others

# Near files, folders and anchors of the generator, and near ids that it refuses.
_NAMES = """
about assets data feeds at search home a-z top-1 index-1 claims relations events said names latest
status versions open known days cards con-1 console nul-2 claim says-who metric changes corrections
actors cities casualties timeline disagreements questions sources part-1 version-1 day-2031-05-01
point-1 2031 2031-05 x1 new raised editions day others all stub-1 figures near control letter-a 404
"""
NAMES = _NAMES.split()
TEXTS = st.sampled_from(
    [
        "Plain words",
        "A *star*, a `tick`, <b>and</b> {: #id } [x](y) | more",
        "الجسر القديم (2031)",
        {"en": "The old bridge", "fr": "L’ancien pont", "ar": "الجسر"},
        {"fr": "Le pont – et le quai", "en": "The bridge and the quay"},
        "w" * 90,
        "Of [[{link}]] and [[{link}|words]]",
    ]
)
_WHENS = """
2031 2031-05 2031-05-04 2031-05-04~ 2031-05-04? 2031-05-04T06:00 2031-05-02/2031-05-06 ../2031-05-07
2031-05-03/.. 2030-21 203X 2031-05-XX 2031-05-04T06:00/2031-05-05
"""
WHENS = st.sampled_from(_WHENS.split())
PUBLISHED = st.sampled_from(["2031-05-01", "2031-05-08", "2031-05-20", "2031-05", "2031-05-20~"])
STANCES = st.sampled_from([*words.Stance, words.Stance.ASSERTS, words.Stance.ASSERTS])
LANGUAGES = st.sampled_from([["en"], ["en", "fr"], ["fr", "en"], ["ar", "en"], ["en", "ar"]])


def some(of: list[str], most: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(of), max_size=most, unique=True) if of else st.just([])


@st.composite
def explainers(draw: st.DrawFn) -> World:
    """An explainer in plain data, by the names of its files."""
    names = iter(draw(st.permutations(NAMES)))
    counts = {"sources": (1, 4), "actors": (2, 4), "cities": (1, 3), "timeline": (1, 4), "casualties": (0, 2)}
    ids = {kind: [next(names) for _ in range(draw(st.integers(*span)))] for kind, span in counts.items()}
    ids["questions"] = [next(names) for _ in range(draw(st.integers(0, 2)))]
    ids["relations"] = [next(names) for _ in range(draw(st.integers(0, 2)))]
    ids["gone"] = [next(names) for _ in range(draw(st.integers(0, 3)))]
    make = _Maker(draw, ids)
    world = {
        "sources": [make.source(name) for name in ids["sources"]],
        "actors": [make.actor(at, name) for at, name in enumerate(ids["actors"])],
        "cities": [make.place(at, name) for at, name in enumerate(ids["cities"])],
        "timeline": [make.event(name) for name in ids["timeline"]],
        "casualties": [make.series(name) for name in ids["casualties"]],
        "questions": {name: make.question(name) for name in ids["questions"]},
        "retired": [make.gone(name) for name in ids["gone"]],
    }
    world["explainer"] = make.settings()
    return json.loads(json.dumps(world).replace("{link}", ids["actors"][0]))


class _Maker:
    def __init__(self, draw: st.DrawFn, ids: Mapping[str, list[str]]) -> None:
        self.draw, self.ids = draw, ids

    def cite(self) -> list[str]:
        of = self.draw(st.lists(st.sampled_from(self.ids["sources"]), min_size=1, max_size=2, unique=True))
        return [self.draw(st.sampled_from([name, f"{name}@p{at}"])) for at, name in enumerate(of)]

    def source(self, name: str) -> World:
        entry = {
            "id": name,
            "title": self.draw(TEXTS),
            "publisher": self.draw(st.sampled_from(["The Lamp", "الجزيرة", "Con", "p" * 70, "Index"])),
            "accessed": "2031-06-01",
            "language": "en",
            "tier": "A",
            "left_out": [{"at": "p9", "why": "It is long."}],
        }
        return entry | ({"published": self.draw(PUBLISHED)} if self.draw(st.integers(0, 4)) else {})

    def claims(self, least: int) -> list[World]:
        found = []
        for number in range(self.draw(st.integers(least, 3))):
            claim = {
                "id": self.draw(st.sampled_from([f"c{number}", f"index-{number}", f"point-{number}"])),
                "says": f"Words {number}.",
                "by": self.draw(st.sampled_from(self.ids["actors"])),
                "cite": self.cite(),
                "stance": self.draw(STANCES),
            }
            found.append(claim)
        return found

    def actor(self, at: int, name: str) -> World:
        relations = [
            {
                "id": relation,
                "type": "opposes",
                "to": self.ids["actors"][(at + 1) % len(self.ids["actors"])],
                "favours": [],
                "claims": self.claims(1),
            }
            for number, relation in enumerate(self.ids["relations"])
            if number % len(self.ids["actors"]) == at
        ]
        side = self.draw(st.sampled_from([{}, {"side": "north"}, {"side": "south"}]))
        kind = self.draw(st.sampled_from(list(words.ActorKind)))
        entry = {"id": name, "name": f"Actor {at} of {name}", "kind": kind, "claims": self.claims(0), **side}
        return entry | ({"relations": relations} if relations else {})

    def place(self, at: int, name: str) -> World:
        entry: World = {"id": name, "name": f"Place {at} of {name}", "kind": "town", "claims": self.claims(0)}
        if at and self.draw(st.booleans()):
            entry["within"] = self.ids["cities"][at - 1]
        if self.draw(st.booleans()):
            by = self.draw(st.sampled_from(self.ids["actors"]))
            entry["point"] = {"lat": f"4{at}.5", "lon": f"1{at}.5", "by": by, "cite": self.cite()}
        return entry

    def event(self, name: str) -> World:
        holder = st.sampled_from(["north", "south", *self.ids["actors"]])
        claims = self.claims(1)
        entry = {
            "id": name,
            "occurred": self.draw(WHENS),
            "title": self.draw(TEXTS),
            "where": self.draw(some(self.ids["cities"])),
            "who": self.draw(some(self.ids["actors"])),
            "favours": self.draw(some(["north", "south"], 1)),
            "claims": claims,
        }
        says_so = [claim["id"] for claim in claims if claim["stance"] in ("asserts", "concedes")]
        if says_so and self.draw(st.booleans()):
            place = self.draw(st.sampled_from(self.ids["cities"]))
            entry["changes"] = [{"place": place, "holder": self.draw(holder), "claims": says_so[:1]}]
        return entry

    def series(self, name: str) -> World:
        amounts = self.draw(
            st.permutations([{"value": "4"}, {"low": "3", "high": "9"}, {"at_least": "5"}, {"about": "50"}])
        )
        figures = [
            {
                "id": f"f{number}",
                **amounts[number],
                "as_of": self.draw(st.sampled_from(["2031-05-02", "2031-05-09"])),
                "by": self.draw(st.sampled_from(self.ids["actors"])),
                "cite": self.cite(),
            }
            for number in range(self.draw(st.integers(1, 3)))
        ]
        return {
            "id": name,
            "title": f"Series {name}",
            "metric": self.draw(st.sampled_from(list(words.Metric))),
            "who": "everyone",
            "where": self.draw(st.sampled_from(self.ids["cities"])),
            "period": self.draw(st.sampled_from(["2031-05-01/..", "2031-05"])),
            "about": self.draw(some(self.ids["timeline"], 1)),
            "favours": [],
            "figures": figures,
        }

    def question(self, name: str) -> World:
        cited = st.sampled_from([*self.ids["timeline"], *self.ids["casualties"]])
        sentences = [
            f"Sentence {number} [@{self.draw(cited)}]." for number in range(self.draw(st.integers(1, 3)))
        ]
        front = {"title": f"Why {name}?", "order": "1", "reviewed": "2031-06-30"}
        return {"front": front, "body": "## A heading\n\n".join(f"{one}\n\n" for one in sentences)}

    def gone(self, name: str) -> World:
        kind = self.draw(st.sampled_from([*words.RecordKind]))
        holder = {"holder": self.ids["actors"][0]} if kind == "relation" else {}
        now = self.draw(some(self.ids["timeline"], 1))
        return (
            {"id": name, "kind": kind, "on": "2031-06-02", "why": "No."}
            | holder
            | ({"now": now[0]} if now else {})
        )

    def settings(self) -> World:
        frame = {"west": "0", "south": "30", "east": "30", "north": "60"}
        lead = self.draw(some(self.ids["questions"], 1))
        return (
            {
                "headlines": [{"title": "A story", "standfirst": "What is known."}],
                "languages": self.draw(LANGUAGES),
                "time_zone": "UTC",
                "as_of": DAY,
                "publisher": "The Lamp",
                "sides": [{"id": "north", "name": "North"}, {"id": "south", "name": "South"}],
                "numbers": self.draw(some(self.ids["casualties"])),
                # Few, since each has nearly as many pages as the site of today.
                "editions": self.draw(st.sampled_from([[], ["2031-05-20"], ["2031-05-08", "2031-06-10"]])),
            }
            | ({"frame": frame} if self.draw(st.booleans()) else {})
            | ({"lead": lead[0]} if lead else {})
        )


def write(world: World, content: Path) -> None:
    """Write the files of an explainer's content."""
    (content / "questions").mkdir(parents=True)
    for name in LISTS:
        if world[name]:
            lines = (f"- {json.dumps(entry, ensure_ascii=False)}\n" for entry in world[name])
            (content / f"{name}.yml").write_text("".join(lines), encoding="utf-8")
    settings = json.dumps(world["explainer"], ensure_ascii=False)
    (content / "explainer.yml").write_text(f"{settings}\n", encoding="utf-8")
    for name, question in world["questions"].items():
        front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in question["front"].items())
        text = f"---\n{front}---\n{question['body']}"
        (content / "questions" / f"{name}.md").write_text(text, encoding="utf-8")


_DATES = {"occurred", "published", "accessed", "as_of", "period", "on"}  # an id may look like one


def record_ids(world: World) -> dict[str, World]:
    """The ids of records, with what retired.yml says of each kind."""
    kinds = {
        "sources": "source",
        "actors": "actor",
        "cities": "place",
        "timeline": "event",
        "casualties": "series",
    }
    found = {entry["id"]: {"kind": kind} for name, kind in kinds.items() for entry in world[name]}
    found |= {name: {"kind": "question"} for name in world["questions"]}
    for actor in world["actors"]:
        for relation in actor.get("relations", ()):
            found[relation["id"]] = {"kind": "relation", "holder": actor["id"]}
    return found


def renamed(world: World, new: Mapping[str, str]) -> World:
    """The same with other ids for some records, and a list that says so."""
    kinds = record_ids(world)
    moved = {key: _renamed(value, new) for key, value in world.items()}
    moved["questions"] = {new.get(name, name): _renamed(one, new) for name, one in world["questions"].items()}
    entries = [
        {"id": old, "on": LATER, "now": now, "renamed": "true", **_renamed(kinds[old], new)}
        for old, now in new.items()
    ]
    moved["retired"] = [*moved["retired"], *entries]
    moved["explainer"] = {**moved["explainer"], "as_of": LATER}
    return moved


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    match value:
        case dict():
            claims = {"id"} if "says" in value else {"claims"} if "holder" in value else set()
            left = claims | _DATES
            return {key: one if key in left else _renamed(one, new) for key, one in value.items()}
        case list():
            return [_renamed(one, new) for one in value]
        case str():
            name, sign, rest = re.match(r"([^/@]*)([/@]?)(.*)", value, re.DOTALL).groups()  # type: ignore[union-attr]
            if name in new:
                return f"{new[name]}{sign}{rest}"
            return re.sub(r"(\[\[|@)([a-z0-9-]+)", lambda one: one[1] + new.get(one[2], one[2]), value)
        case _:
            return value
