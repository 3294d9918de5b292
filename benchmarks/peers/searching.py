"""Does the search of a built site find the events, and what does a browser load before the first result?"""

import gzip
import json
import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.facts import Fact, FactTables, rare_word

COMMON = "bridge"  # a word of very many events
_ASKING = Path(__file__).with_name("search_bytes.mjs")
_GZIP = b"\x1f\x8b"
_INDEXES = {"lunr": ("search/search_index.json", "docs"), "zensical": ("search.json", "items")}
_ENGINE = "assets/javascripts/workers/search.*.min.js"  # of Material's search
_EDITIONS = "at/"  # earlier days have no part in the search


@dataclass(frozen=True, slots=True)
class SearchCost:
    """Bytes that a browser loads up to the first result: for a word of one event, and of very many.

    A host packs what is not packed yet (gzip). Counted are the engine, the index, and the result.
    """

    rare: int
    common: int


def searched(
    site: Path, kind: str, facts: FactTables, asked: Fact, word: str
) -> tuple[list[str], SearchCost]:
    """Give what is wrong with a site's search, and its cost.

    ``kind`` is ``pagefind``, ``lunr`` or ``zensical``. ``word`` is to be found in the event ``asked``
    alone. Raises CalledProcessError where Pagefind does not answer.
    """
    if kind == "pagefind":
        return _ask_pagefind(site, asked, word)
    name, rows = _INDEXES[kind]
    text = (site / name).read_text(encoding="utf-8")
    indexed = {f"/{row['location'].split('#')[0].strip('/')}/" for row in json.loads(text)[rows]}
    words = set(re.findall(r"\w+", text))
    missing = [event["id"] for event in facts["timeline"] if f"/events/{event['id']}/" not in indexed]
    missing += [rare_word(event) for event in facts["timeline"] if rare_word(event) not in words]
    problems = [f"search: {len(missing)} missing, {missing[0]} for one"] if missing else []
    problems += [] if word in words else [f"search: {word} is not found"]
    cost = packed([*site.glob(_ENGINE), site / name])
    return problems, SearchCost(cost, cost)


def packed(files: Iterable[Path]) -> int:
    """Sum what these files weigh on the wire, in bytes."""
    read = (path.read_bytes() for path in files)
    return sum(len(data) if data.startswith(_GZIP) else len(gzip.compress(data, 6)) for data in read)


def _ask_pagefind(site: Path, asked: Fact, word: str) -> tuple[list[str], SearchCost]:
    bundles = _bundles(site)
    if not bundles:
        return ["search: there is no index"], SearchCost(0, 0)
    command = ["node", str(_ASKING), str(site), json.dumps(bundles), word, COMMON]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    first = told[word]["first"] or "nothing"
    right = first.endswith(f"/events/{asked['id']}/")
    interface = _interface(site, bundles)
    costs = (packed({*map(Path, told[one]["files"]), *interface}) for one in (word, COMMON))
    problems = [] if right else [f"search: {word} leads to {first}, not to {asked['id']}"]
    return problems, SearchCost(*costs)


def _bundles(site: Path) -> list[str]:
    """Find the folders of all indexes that are searched together, the main one first."""
    entries = (path.parent.relative_to(site).as_posix() for path in site.rglob("pagefind-entry.json"))
    return sorted(path for path in entries if not path.startswith(_EDITIONS))


def _interface(site: Path, bundles: Sequence[str]) -> list[Path]:
    """Find the search's interface, where the site uses one of Pagefind's: the others are then taken out."""
    folder = site / bundles[0]
    if (folder / "pagefind-ui.js").exists():
        return []
    return sorted(folder.glob("pagefind-component-ui.*"))
