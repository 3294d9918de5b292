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
from generator.views.interface import every_word

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
# Of every kind of EDTF, levels 0 and 1, and our times.
_MOMENTS = """
2031 2031-05 2031-05-04 2031-05-01 2030-12-31 2031-05-04T06:00 2031-05-04T06:00:30 2031-05-04T06:00Z
2031-05-04T23:30-05:00 2030-21 2030-22 2030-23 2030-24 203X 20XX 2030-XX 2031-05-XX 2030-XX-XX 0079 0000 -0044
-0044-03-15 -0044-XX -004X Y-17000 Y-13800000000
"""
MOMENTS = st.builds(
    "{}{}".format, st.sampled_from(_MOMENTS.split()), st.sampled_from(["", "", "", "~", "?", "%"])
)
PERIODS = st.builds(
    "{}/{}".format,
    st.sampled_from(
        ["", "..", "2031-05-02", "2031-05~", "2031-05-02T07:10", "2030-24", "202X", "-0044", "Y-17000~"]
    ),
    st.sampled_from(["", "..", "2031-05-06", "2031-05?", "2031-05-06T19:00", "2031-22", "2031"]),
).filter(lambda written: re.search(r"\d", written) is not None)
WHENS = st.one_of(MOMENTS, MOMENTS, PERIODS)
_LATE = ["2031-05-08", "2031-05-20", "2031-05-21", "2031-05", "2031-05-20~", "2031-05-XX", "2031-05-20T08:00"]
_LATE += [
    "2031-05-20T08:00Z",
    "2031-05-20T12:30+03:00",
    "2031-05-20T08:00~",
]  # of one day, so that hours decide
PUBLISHED = st.one_of(st.sampled_from(_LATE), st.sampled_from(_LATE), st.sampled_from(_LATE), MOMENTS)
# Letters that are folded for search and order, or stand in another direction, or are no letters.
SPELLINGS = st.sampled_from(
    [
        "Łódź",
        "Ørsted",
        "ıştıb",
        "ʿAyn al-ʿArab",
        "Đà Nẵng",
        "عين العرب",
        "القاهرة",
        "Ɖ",
        "ẞ",
        "1er",
        "№ 7",
        "…",
    ]
)
STANCES = st.sampled_from([*words.Stance, words.Stance.ASSERTS, words.Stance.ASSERTS])
LANGUAGES = st.sampled_from(
    [
        ["en"],
        ["en", "fr"],
        ["fr", "en"],
        ["ar", "en"],
        ["en", "ar"],
        ["ar-SY"],
        ["tr"],
        ["en-GB"],
        ["fr-CA", "en"],
    ]
)


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
    world["days"] = make.days(world["timeline"])
    world["explainer"] = make.settings()
    # Of the interface words of a language without any, as many as somebody has had the time for.
    world["words"] = {"tr": draw(st.sampled_from([0, 0, 1, 3]))} if draw(st.booleans()) else {}
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
        if self.draw(st.integers(0, 4)):
            entry["published"] = self.draw(PUBLISHED)
        if not self.draw(st.integers(0, 4)):
            entry["retracted"] = self.on(why="It was of another year.")
        if not self.draw(st.integers(0, 4)):
            entry["second_hand"] = "It compiles."
        return entry | self.corrections([])

    def on(self, **words: Any) -> World:
        return {"on": self.draw(st.sampled_from(["2031-05-10", "2031-06-01"])), **words}

    def by(self) -> list[str]:
        """Give one speaker, now and then two who speak together."""
        of = self.draw(st.lists(st.sampled_from(self.ids["actors"]), min_size=1, max_size=2, unique=True))
        return of if self.draw(st.booleans()) else of[:1]

    def claims(self, least: int) -> list[World]:
        found: list[World] = []
        for number in range(self.draw(st.integers(least, 4))):
            before = [one["id"] for one in found]
            claim = {
                "id": self.draw(st.sampled_from([f"c{number}", f"index-{number}", f"point-{number}"])),
                "says": f"Words {number if self.draw(st.integers(0, 3)) else 0}.",
                "by": self.by(),
                "cite": self.cite(),
                "stance": self.draw(STANCES),
            }
            ties = self.draw(
                st.sampled_from(["", "contradicts", "contradicts", "bears_out", "agrees", "opinion"])
            )
            if ties == "opinion":
                claim["opinion"] = "true"
            elif ties and before:
                claim[ties] = self.draw(some(before)) or before[:1]
                if ties == "contradicts" and self.draw(st.booleans()):
                    claim["differs_in"] = self.draw(some(["whether", "who", "when", "how-many"]))
            found.append(claim)
        return found

    def corrections(self, statements: list[World]) -> World:
        if self.draw(st.integers(0, 4)):
            return {}
        refs = self.draw(some([one["id"] for one in statements]))
        return {"corrections": [self.on(text="It was put right.") | ({"refs": refs} if refs else {})]}

    def common(self) -> World:
        if self.draw(st.integers(0, 4)):
            return {}
        return {"common": [self.on(id="known-1", says="It is there.", why="Any map shows it.")]}

    def confirmed(self) -> World:
        if self.draw(st.integers(0, 5)):
            return {}
        return {"confirmed": self.on(why="Both signed.", cite=self.cite()[0])}

    def spelt(self, name: str) -> str:
        return f"{self.draw(SPELLINGS)} {name}"

    def actor(self, at: int, name: str) -> World:
        relations = [
            {
                "id": relation,
                "type": "opposes",
                "to": self.ids["actors"][(at + 1) % len(self.ids["actors"])],
                "favours": [],
                "claims": self.claims(1),
                **({"period": self.draw(WHENS)} if self.draw(st.booleans()) else {}),
                **self.confirmed(),
            }
            for number, relation in enumerate(self.ids["relations"])
            if number % len(self.ids["actors"]) == at
        ]
        side = self.draw(st.sampled_from([{}, {"side": "north"}, {"side": "south"}]))
        kind = self.draw(st.sampled_from(list(words.ActorKind)))
        claims = self.claims(0)
        entry = {"id": name, "name": self.spelt(name), "kind": kind, "claims": claims, **side}
        entry |= self.corrections(claims) | self.common()
        return entry | ({"relations": relations} if relations else {})

    def place(self, at: int, name: str) -> World:
        claims = self.claims(0)
        entry: World = {"id": name, "name": self.spelt(name), "kind": "town", "claims": claims}
        entry |= self.corrections(claims) | self.common() | {"aliases": [f"{self.spelt(name)} {at}"]}
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
            **self.corrections(claims),
            **self.confirmed(),
        }
        if not self.draw(st.integers(0, 4)):
            entry["narrowed"] = [{"claim": claims[-1]["id"], "was": "2031"}]
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
                "as_of": self.draw(
                    st.sampled_from(["2031-05-02", "2031-05-09", "2031-05~", "203X", "2031-05-02T06:00"])
                ),
                "stance": self.draw(st.sampled_from(["asserts", "asserts", "denies", "withdraws"])),
                "by": self.by(),
                "cite": self.cite(),
            }
            for number in range(self.draw(st.integers(1, 3)))
        ]
        return {
            **self.corrections(figures),
            "id": name,
            "title": f"Series {name}",
            "metric": self.draw(st.sampled_from(list(words.Metric))),
            "who": "everyone",
            "where": self.draw(st.sampled_from(self.ids["cities"])),
            "period": self.draw(st.sampled_from(["2031-05-01/..", "2031-05", "Y-17000/2031", "-0044/.."])),
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

    def days(self, events: list[World]) -> World:
        """Words for the first day of an event, if that says so much; it may not be the day that tells it."""
        led = [self.draw(st.sampled_from(events))] if self.draw(st.booleans()) else []
        days = {re.split(r"[/T]", event["occurred"])[0].rstrip("~?%"): event["id"] for event in led}
        return {
            day: {"front": {"reviewed": "2031-06-30"}, "body": f"Before it [@{event}].\n"}
            for day, event in days.items()
            if re.fullmatch(r"[0-9X-]+", day)
        }

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
        covers = self.draw(st.sampled_from(["", "2031-05-01/2031-06-30", "-0044/2031", "Y-17000/.."]))
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
            | ({"covers": covers} if covers else {})
            | ({"story": "the strike"} if self.draw(st.booleans()) else {})
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
    for code, each in world.get("words", {}).items():
        (content / "words").mkdir(exist_ok=True)
        (content / "words" / f"{code}.po").write_text(_catalogue(each), encoding="utf-8")
    for folder in ("questions", "days"):
        for name, prose in world.get(folder, {}).items():
            front = "".join(f"{key}: {json.dumps(value)}\n" for key, value in prose["front"].items())
            (content / folder).mkdir(exist_ok=True)
            (content / folder / f"{name}.md").write_text(
                f"---\n{front}---\n{prose['body']}", encoding="utf-8"
            )


_HEADER = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def _catalogue(each: int) -> str:
    """Write the interface words of a language, which says each (2: each other) as the original does."""
    return _HEADER + "\n".join(
        _entry(
            [json.dumps(form, ensure_ascii=False) for form in forms], is_said=bool(each) and not number % each
        )
        for number, forms in enumerate(sorted(every_word()))
    )


def _entry(forms: list[str], *, is_said: bool) -> str:
    said = forms if is_said else ['""'] * len(forms)
    if len(forms) == 1:
        return f"msgid {forms[0]}\nmsgstr {said[0]}\n"
    return f"msgid {forms[0]}\nmsgid_plural {forms[1]}\nmsgstr[0] {said[0]}\nmsgstr[1] {said[1]}\n"


# An id may look like one of these.
_DATES = {"occurred", "published", "accessed", "as_of", "period", "on", "was", "covers", "editions", "claim"}
_TIES = {"contradicts", "bears_out", "agrees", "refs", "claims"}  # that name claims of the same record


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


def statement_ids(world: World) -> list[str]:
    """The claims and figures, as ``record/statement``."""
    records = [*world["actors"], *world["cities"], *world["timeline"], *world["casualties"]]
    records += [relation for actor in world["actors"] for relation in actor.get("relations", ())]
    return [
        f"{record['id']}/{one['id']}"
        for record in records
        for one in (*record.get("claims", ()), *record.get("figures", ()))
    ]


def with_other_statements(world: World, new: Mapping[str, str]) -> World:
    """The same with other ids for some claims and figures, and a list that says so."""
    moved = json.loads(json.dumps(world))
    actors = moved["actors"]
    records = [*actors, *moved["cities"], *moved["timeline"], *moved["casualties"]]
    for record in [*records, *(relation for actor in actors for relation in actor.get("relations", ()))]:
        own = {old.partition("/")[2]: name for old, name in new.items() if old.startswith(f"{record['id']}/")}
        for one in (*record.get("claims", ()), *record.get("figures", ())):
            one["id"] = own.get(one["id"], one["id"])
        for part in (*record.get("claims", ()), *record.get("corrections", ()), *record.get("changes", ())):
            for key in _TIES & part.keys():
                part[key] = [own.get(name, name) for name in part[key]]
        for part in record.get("narrowed", ()):
            part["claim"] = own.get(part["claim"], part["claim"])
    entries = [
        {"id": old, "on": LATER, "now": f"{old.partition('/')[0]}/{name}", "renamed": "true"}
        for old, name in new.items()
    ]
    moved["retired"] = [*moved["retired"], *entries]
    moved["explainer"] = {**moved["explainer"], "as_of": LATER}
    return moved


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


def removable(world: World) -> dict[str, World]:
    """The records that others can do without, with what retired.yml says of each kind; an event stays."""
    left = {world["timeline"][0]["id"], *(entry["id"] for entry in world["actors"])}
    left |= {entry["id"] for name in ("sources", "cities") for entry in world[name]}
    return {name: kind for name, kind in record_ids(world).items() if name not in left}


def without(world: World, names: Mapping[str, bool]) -> World:
    """The same without some records, and a list that says so; ``True`` where the first event replaces one."""
    kinds, stays = record_ids(world), world["timeline"][0]["id"]
    cited = re.compile("@(" + "|".join(map(re.escape, names)) + r")(?![\w-])")
    left = json.loads(json.dumps({key: world[key] for key in world if key not in ("questions", "days")}))
    for name in ("timeline", "casualties"):
        left[name] = [entry for entry in left[name] if entry["id"] not in names]
    for entry in left["actors"]:
        entry["relations"] = [one for one in entry.pop("relations", []) if one["id"] not in names]
    for entry in left["casualties"]:
        entry["about"] = [name for name in entry["about"] if name not in names]
    for entry in left["retired"]:
        if entry.get("now") in names:
            del entry["now"]
    left["questions"] = {
        name: one | {"body": cited.sub(f"@{stays}", one["body"])}
        for name, one in world["questions"].items()
        if name not in names
    }
    settings = left["explainer"] | {"as_of": LATER}
    settings["numbers"] = [name for name in settings["numbers"] if name not in names]
    left["explainer"] = {key: one for key, one in settings.items() if key != "lead" or one not in names}
    left["retired"] += [
        {"id": name, **kinds[name], "on": LATER, "why": "It went.", **({"now": stays} if replaced else {})}
        for name, replaced in names.items()
    ]
    return left


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    match value:
        case dict():
            own = {"id"} if "says" in value or "as_of" in value else set()
            changed = {"claims"} if "holder" in value and "place" in value else set()
            left = own | changed | _DATES | _TIES - {"claims"}
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
