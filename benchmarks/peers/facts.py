"""Invented facts that every contender builds: the same for the same number of events.

A fact is a plain mapping, as YAML and JSON hold it. Sources are published on or after the days of
the events that cite them, so that they can be told of as well as listed.
"""

import random
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, TypeAlias

Fact: TypeAlias = dict[str, Any]
FactTables: TypeAlias = dict[str, list[Fact]]

FIRST_DAY, LAST_DAY = date(2011, 1, 1), date(2024, 12, 31)
DAYS = (LAST_DAY - FIRST_DAY).days
NEAR = 8  # of so many sources that come after an event it cites some
VOCABULARY = 6_000
LEAST_EVENTS = 10

# fmt: off
SYLLABLES = (
    "ba", "da", "fe", "ga", "hel", "ira", "jor", "kas", "lu", "mar", "nev", "ost", "pra", "quin", "ras",
    "sol", "tar", "ulm", "vel", "wen", "yar", "zem", "bri", "cor", "dun", "esk", "fal", "gor", "hin", "ist",
)
CITY_ENDINGS = ("ton", "burg", "dale", "ford", "haven", "mere", "grad", "polis", "ridge", "stead")
# fmt: on
ACTOR_FORMS = {
    "{} Relief Committee": "charity",
    "{} Council": "council",
    "{} Water Board": "agency",
    "Ministry of {} Affairs": "agency",
    "{} Medical Corps": "charity",
    "{} Brigade": "armed-group",
    "Front for {}": "armed-group",
    "{} Observatory": "observer",
    "{} Farmers Union": "union",
    "{} Coast Guard": "agency",
}
PUBLISHERS = (
    "Harbour Gazette",
    "Inland Wire",
    "Field Notes Monthly",
    "Regional Health Bulletin",
    "Survey Office",
    "Northern Radio",
    "Open Records Desk",
)
VERBS = (
    "Convoy reaches",
    "Bridge closed in",
    "Ceasefire signed at",
    "Flood hits",
    "Strike halts",
    "Clashes reported in",
    "Hospital reopens in",
    "Evacuation of",
    "Inquiry opens in",
    "Power restored in",
    "Aid drop over",
    "Checkpoint moved near",
)
SUBJECTS = (
    "Local officials",
    "Two independent observers",
    "Residents of the eastern district",
    "A field team",
    "Port workers",
    "Hospital staff",
    "The regional survey office",
    "Volunteers",
    "Members of the council",
    "Engineers",
)
ACTIONS = ("reported", "confirmed", "denied", "documented", "recorded", "announced", "disputed")
OBJECTS = (
    "heavy damage to the main bridge",
    "a shortage of drinking water",
    "the arrival of a supply convoy",
    "the closure of the northern road",
    "a temporary halt to shelling",
    "power cuts in four districts",
    "the release of detained workers",
    "a rise in admissions to the clinic",
    "the collapse of an apartment block",
    "the reopening of the grain depot",
)
TAILS = (
    "before dawn",
    "late in the evening",
    "after two days of talks",
    "despite an earlier agreement",
    "while negotiations continued",
    "for the first time since the previous winter",
    "according to satellite images",
    "without giving further detail",
)
SPOTS = ("crossing", "district", "depot", "ridge road", "camp", "market", "pumping station", "school")
CONFIDENCE = ("high", "high", "medium", "medium", "low")
METRICS = ("killed", "wounded", "displaced")


class Prose:
    """Sentences with a natural spread of words: few very common, thousands rare."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._words = _different(VOCABULARY, lambda: _word(chance, chance.choice((1, 2, 2, 3))).lower())
        self._weights = list(accumulate(1 / (rank + 4) for rank in range(VOCABULARY)))

    def sentence(self) -> str:
        """Write one sentence."""
        pick = self._chance.choice
        words = self._rare(2), pick(SPOTS), self._chance.randint(1, 400)
        where = "the {} {} on route {}".format(*words)
        aside = self._rare(self._chance.randint(2, 6))
        return f"{pick(SUBJECTS)} {pick(ACTIONS)} {pick(OBJECTS)} near {where}, {aside}, {pick(TAILS)}."

    def _rare(self, count: int) -> str:
        return " ".join(self._chance.choices(self._words, cum_weights=self._weights, k=count))


def make(events: int) -> FactTables:
    """Invent that many events, and everything else in proportion."""
    chance = random.Random(1)
    prose = Prose(chance)
    actors = list(_actors(chance, prose, events // 20 + 10))
    cities = list(_cities(chance, prose, events // 10 + 10))
    sources = list(_sources(chance, max(10, events // 2)))
    timeline = list(_timeline(chance, prose, events, (actors, cities, sources)))
    casualties = [row for event in timeline for row in _casualties(chance, event)]
    return {
        "actors": actors,
        "cities": cities,
        "timeline": timeline,
        "casualties": casualties,
        "sources": sources,
    }


def rare_word(event: Fact) -> str:
    """Give a word of the summary that no other event has: a search for it has one answer."""
    return str(event["summary"].split()[-2])


def edited(facts: FactTables, event_id: str, word: str) -> FactTables:
    """Put one more word in front of the summary of one event."""
    timeline = [
        event | {"summary": f"{word} {event['summary']}"} if event["id"] == event_id else event
        for event in facts["timeline"]
    ]
    return facts | {"timeline": timeline}


def _word(chance: random.Random, parts: int = 2) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(parts)).capitalize()


def _different(count: int, invent: Callable[[], str]) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < count:
        names[invent()] = None
    return list(names)


def _slug(name: str) -> str:
    return "-".join(name.lower().split())


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).upper()


def _actors(chance: random.Random, prose: Prose, count: int) -> Iterator[Fact]:
    kinds: dict[str, str] = {}
    while len(kinds) < count:
        form, kind = chance.choice(list(ACTOR_FORMS.items()))
        kinds[form.format(_word(chance, chance.choice((2, 3))))] = kind
    for number, (name, kind) in enumerate(kinds.items(), 1):
        description = f"{prose.sentence()} {prose.sentence()}"
        aliases = [f"{_initials(name)} {number}"]  # initials alone would be shared by several
        yield {
            "id": _slug(name),
            "name": name,
            "kind": kind,
            "aliases": aliases,
            "description": description,
        }


def _cities(chance: random.Random, prose: Prose, count: int) -> Iterator[Fact]:
    endings = chance.choice
    names = _different(count, lambda: _word(chance, chance.choice((2, 2, 3))) + endings(CITY_ENDINGS))
    for name in names:
        yield {
            "id": _slug(name),
            "name": name,
            "lat": round(chance.uniform(-24, -18), 4),
            "lon": round(chance.uniform(-28, -20), 4),
            "aliases": [f"{_word(chance)} {name}"] if chance.random() < 0.5 else [],
            "description": prose.sentence(),
        }


def _sources(chance: random.Random, count: int) -> Iterator[Fact]:
    """Sources in the order of their days, the last of them later than every event."""
    days = sorted(chance.randrange(DAYS) for _ in range(count - NEAR))
    for number, day in enumerate([*days, *range(DAYS + 1, DAYS + 1 + NEAR)], 1):
        published = FIRST_DAY + timedelta(days=day)
        yield {
            "id": f"src-{number:05}",
            "title": f"Report {number} on {chance.choice(OBJECTS)}",
            "publisher": chance.choice(PUBLISHERS),
            "url": f"https://example.org/reports/{published.year}/{number:05}",
            "date": published.isoformat(),
        }


def _timeline(
    chance: random.Random, prose: Prose, count: int, among: tuple[list[Fact], list[Fact], list[Fact]]
) -> Iterator[Fact]:
    actors, cities, sources = among
    pick_actors, pick_cities = _skewed(chance, actors), _skewed(chance, cities)
    published = [source["date"] for source in sources]
    days = sorted(chance.randrange(DAYS) for _ in range(count))
    for number, day in enumerate(days, 1):
        occurred = (FIRST_DAY + timedelta(days=day)).isoformat()
        where = pick_cities(chance.choice((1, 1, 1, 2)))
        after = bisect_left(published, occurred)
        cited = chance.sample(sources[after : after + NEAR], chance.randint(1, 3))
        said = [prose.sentence() for _ in range(chance.randint(1, 3))]
        said.append(f"The incident log lists it as entry {_word(chance, 3)}{number} {number}.")
        yield {
            "id": f"ev-{number:05}",
            "date": occurred,
            "title": f"{chance.choice(VERBS)} {where[0]['name']}",
            "summary": " ".join(said),
            "actors": [actor["id"] for actor in pick_actors(chance.randint(1, 3))],
            "cities": [city["id"] for city in where],
            "sources": [source["id"] for source in cited],
            "confidence": chance.choice(CONFIDENCE),
        }


def _skewed(chance: random.Random, rows: Sequence[Fact]) -> Callable[[int], list[Fact]]:
    """Give a picker of different rows that prefers the first: a few actors are in many events."""
    weights = list(accumulate(1 / (rank + 3) ** 0.7 for rank in range(len(rows))))

    def pick(count: int) -> list[Fact]:
        chosen: dict[int, None] = {}
        while len(chosen) < count:
            chosen[chance.choices(range(len(rows)), cum_weights=weights)[0]] = None
        return [rows[at] for at in chosen]

    return pick


def _casualties(chance: random.Random, event: Fact) -> Iterator[Fact]:
    if chance.random() >= 0.4:
        return
    for kind in chance.sample(METRICS, chance.randint(1, 2)):
        low = chance.randint(1, 400)
        yield {
            "event": event["id"],
            "city": event["cities"][0],
            "kind": kind,
            "low": low,
            "high": low + chance.randint(0, 120),
            "source": event["sources"][0],
        }
