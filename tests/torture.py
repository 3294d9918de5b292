"""Random edits of an explainer, with builds between: in whatever order, the site is that of a clean build.

    python -m tests.torture --seeds 20 --steps 12

A run edits facts, prose, the theme and mkdocs.yml, renames and retracts, meddles with what builds keep and
with the site itself, and kills builds half way. What went wrong is told with the seed and the edits.
"""

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from random import Random

from generator.build import BuildOptions, build
from generator.editor import scaffold
from generator.problems import ContentError

REPOSITORY = Path(__file__).parents[1]
OPTIONS = BuildOptions(jobs=1)


@dataclass(frozen=True)
class Torture:
    """An explainer that is being edited at random."""

    root: Path
    chance: Random

    def file(self, below: str) -> Path:
        return self.root / below

    def change(self, below: str, pattern: str, new: Callable[[re.Match[str]], str]) -> None:
        """Replace one match of a pattern in a file, whichever."""
        path = self.file(below)
        text = path.read_text("utf-8")
        found = list(re.finditer(pattern, text, re.MULTILINE))
        if found:
            one = self.chance.choice(found)
            path.write_text(text[: one.start()] + new(one) + text[one.end() :], "utf-8")

    def word(self) -> str:
        return f"word{self.chance.randrange(10_000)}"


def _sentence(t: Torture) -> None:
    t.change("content/timeline.yml", r"^( +says: )(.*?)$", lambda one: f"{one[1]}{t.word()} {one[2]}")


def _title(t: Torture) -> None:
    t.change("content/timeline.yml", r"^(  title: )(.*)$", lambda one: f"{one[1]}{one[2]} {t.word()}")


def _source(t: Torture) -> None:
    t.change("content/sources.yml", r"^(  title: )(.*)$", lambda one: f"{one[1]}{one[2]} {t.word()}")


def _actor(t: Torture) -> None:
    t.change("content/actors.yml", r"^(  name: )(\w.*)$", lambda one: f"{one[1]}{one[2]} {t.word()}")


def _added(t: Torture) -> None:
    day = t.chance.randrange(10, 28)
    with t.file("content/timeline.yml").open("a", encoding="utf-8") as timeline:
        timeline.write(
            f"\n- id: {t.word()}\n  occurred: 2024-05-{day}\n  title: Something {t.word()} happens\n"
            f"  where: [harrowmere-bridge]\n  who: [town-council]\n  favours: []\n  claims:\n"
            f"    - {{id: paper, says: It happened {t.word()}., by: example-paper, "
            "cite: example-0513@paragraph 9}\n"
        )


def _gone(t: Torture) -> None:
    """Take out the last event that was added."""
    path = t.file("content/timeline.yml")
    whole = path.read_text("utf-8")
    before, found, _ = whole.rpartition("\n- id: word")
    if found:
        path.write_text(before, "utf-8")


def _renamed(t: Torture) -> None:
    t.change("content/timeline.yml", r"^- id: (word\d+)$", lambda one: f"- id: {t.word()}")


def _retracted(t: Torture) -> None:
    path = t.file("content/sources.yml")
    if "retracted:" not in path.read_text("utf-8"):
        t.change(
            "content/sources.yml",
            r"^- id: example-0513$",
            lambda one: f"{one[0]}\n  retracted: {{on: 2024-05-28, reason: The paper took it back.}}",
        )


def _retired(t: Torture) -> None:
    """An event that was added is gone, or has another name, and the list says so."""
    path = t.file("content/timeline.yml")
    whole = path.read_text("utf-8")
    added = re.findall(r"^- id: (word\d+)$", whole, re.MULTILINE)
    if not added:
        return
    old, on = t.chance.choice(added), f"2024-05-{t.chance.randrange(10, 31)}"
    if t.chance.random() < 0.5:
        new = t.word()
        path.write_text(whole.replace(f"- id: {old}\n", f"- id: {new}\n"), "utf-8")
        entry = f"- {{id: {old}, kind: event, on: {on}, now: {new}, renamed: true}}\n"
    else:
        path.write_text(re.sub(rf"\n- id: {old}\n(?:  .*\n)*", "\n", whole), "utf-8")
        entry = f"- {{id: {old}, kind: event, name: What went, on: {on}, why: It was told twice.}}\n"
    with t.file("content/retired.yml").open("a", encoding="utf-8") as retired:
        retired.write(entry)


def _known_day(t: Torture) -> None:
    """A source came out on another day than was thought, so that what it says is known sooner or later."""
    t.change(
        "content/sources.yml",
        r"^(  published: 2024-05-)\d\d(.*)$",
        lambda one: f"{one[1]}{t.chance.randrange(10, 22)}{one[2]}",
    )


def _editions(t: Torture) -> None:
    """Some days are asked for, or all."""
    path = t.file("content/explainer.yml")
    text = re.sub(r"^(all_)?editions: .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    days = sorted(t.chance.sample(range(10, 31), t.chance.randrange(5)))
    listed = ", ".join(f"2024-05-{day}" for day in days)
    settings = [f"editions: [{listed}]\n", f"editions: [{listed}]\n", "all_editions: true\n", ""]
    path.write_text(text + t.chance.choice(settings), "utf-8")


def _many_days(t: Torture) -> None:
    """So much becomes known that not every day has an edition any more."""
    names = [f"news-{t.word()}-{day:02}" for day in range(1, 29)]
    with t.file("content/sources.yml").open("a", encoding="utf-8") as sources:
        for name in names:
            sources.write(
                f"\n- {{id: {name}, title: News, publisher: Mere, published: 2024-04-{name[-2:]},"
                " accessed: 2024-05-22, language: en, tier: B}\n"
            )
    with t.file("content/timeline.yml").open("a", encoding="utf-8") as timeline:
        timeline.write(
            f"\n- id: {t.word()}\n  occurred: 2024-03-30\n  title: It was in the news\n"
            "  where: [harrowmere-bridge]\n  who: [town-council]\n  favours: []\n  claims:\n"
        )
        for name in names:
            timeline.write(
                f"    - {{id: c-{name[-2:]}, says: It was so on day {name[-2:]}., by: example-paper,"
                f" cite: {name}@line 1}}\n"
            )


def _headline(t: Torture) -> None:
    """The explainer is called otherwise from another day on, or published by others."""
    day = t.chance.randrange(12, 29)
    t.change("content/explainer.yml", r"^(  - from: 2024-05-)\d\d", lambda one: f"{one[1]}{day}")
    if t.chance.random() < 0.3:
        t.change("content/explainer.yml", r"^(publisher: )(.*)$", lambda one: f"{one[1]}{t.word()}")


def _note(t: Torture) -> None:
    t.change(
        "content/timeline.yml",
        r"^(    from: 2024-05-)\d\d",
        lambda one: f"{one[1]}{t.chance.randrange(10, 29)}",
    )


def _other_build(t: Torture) -> None:
    """Somebody builds in another way into the same folder."""
    options = t.chance.choice(
        [
            replace(OPTIONS, no_cache=True),
            replace(OPTIONS, editions=False),
            replace(OPTIONS, jobs=2),
            replace(OPTIONS, known=date(2024, 5, 20), out=t.file("site")),
        ]
    )
    with suppress(ContentError):
        build(t.root, options)


def _prose(t: Torture) -> None:
    (path,) = t.file("content/questions").glob("*.md")
    path.write_text(f"{path.read_text('utf-8')}\n", "utf-8")
    t.change("content/explainer.yml", r"^( +standfirst: )(\w.*)$", lambda one: f"{one[1]}{t.word()} {one[2]}")


def _day(t: Torture) -> None:
    t.change(
        "content/explainer.yml",
        r"^as_of: 2024-06-(\d\d)",
        lambda one: f"as_of: 2024-06-{int(one[1]) % 28 + 1:02}",
    )


def _style(t: Torture) -> None:
    with t.file("theme/assets/page.css").open("a", encoding="utf-8") as style:
        style.write(f"/* {t.word()} */\n")


def _partial(t: Torture) -> None:
    names = ["page-colophon.html", "page-head.html", "header.html"]
    with t.file(f"theme/partials/{t.chance.choice(names)}").open("a", encoding="utf-8") as partial:
        partial.write(f"<!-- {t.word()} -->\n")


def _configuration(t: Torture) -> None:
    path = t.file("mkdocs.yml")
    text = re.sub(r"^site_url: .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(
        f"site_url: https://example.org/{t.word()}/\n{text}" if t.chance.random() < 0.7 else text, "utf-8"
    )


def _by_hand(t: Torture) -> None:
    path = t.file("docs/about/mine.md")
    path.write_text(f"# Mine {t.word()}\n\n[An event](../events/railing-falls.md#claim-paper)\n", "utf-8")


def _touched(t: Torture) -> None:
    """Somebody edits the site itself, or takes a file out of it."""
    pages = sorted(t.file("site").rglob("*.html"))
    if pages:
        page = t.chance.choice(pages)
        page.write_text(t.word(), "utf-8") if t.chance.random() < 0.5 else page.unlink()


def _docs(t: Torture) -> None:
    """Somebody edits a generated file, or takes it out."""
    pages = sorted(t.file("docs/events").glob("*.md"))
    if pages:
        page = t.chance.choice(pages)
        text = page.read_text("utf-8")
        page.write_text(f"{text}\n{t.word()}\n", "utf-8") if t.chance.random() < 0.5 else page.unlink()


def _damaged(t: Torture) -> None:
    """What builds keep is damaged, or partly gone."""
    kept = [
        path for path in sorted(t.file(".explainer").rglob("*")) if path.is_file() and path.name != "lock"
    ]
    for path in t.chance.sample(kept, min(len(kept), 5)):
        path.write_bytes(t.chance.randbytes(40)) if t.chance.random() < 0.5 else path.unlink()


def _killed(t: Torture) -> None:
    """A build is killed half way."""
    command = [sys.executable, "-m", "generator", "build", str(t.root)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    build = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(t.chance.uniform(0.3, 3))
    build.send_signal(signal.SIGKILL)
    build.wait()


EDITS = (
    *(
        _sentence,
        _sentence,
        _title,
        _source,
        _actor,
        _added,
        _added,
        _gone,
        _renamed,
        _retracted,
        _retired,
        _known_day,
        _prose,
        _day,
    ),
    *(_editions, _editions, _many_days, _headline, _note, _other_build),
    *(_style, _partial, _configuration, _by_hand, _touched, _docs, _damaged, _killed),
)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """The hash of each file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).digest() for path in files}


def torture(seed: int, steps: int, folder: Path) -> None:
    """Edit and build an explainer in a folder. Raises AssertionError where a site is not the clean one."""
    root, chance = folder / "explainer", Random(seed)
    scaffold.new(root, "sample")
    build(root, OPTIONS)
    done = []
    for step in range(steps):
        for edit in chance.sample(EDITS, chance.randrange(1, 4)):
            edit(Torture(root, chance))
            done.append(edit.__name__.strip("_"))
        try:
            build(root, OPTIONS)
        except ContentError:
            continue  # an edit made the facts wrong; the next build has to bear that as well
        clean = folder / f"clean-{step}"
        build(root, replace(OPTIONS, out=clean, no_cache=True))
        ours, theirs = bytes_of(root / "site"), bytes_of(clean)
        wrong = sorted(path for path in {*ours, *theirs} if ours.get(path) != theirs.get(path))
        assert not wrong, f"seed {seed}, after {', '.join(done)}: {wrong[:8]}"
        docs = bytes_of(root / "docs")
        build(root, OPTIONS)
        assert bytes_of(root / "docs") == docs and bytes_of(root / "site") == theirs, (
            f"seed {seed}: built again"
        )
        shutil.rmtree(clean)


def main() -> None:
    """Run many seeds, each in a folder of its own."""
    parser = argparse.ArgumentParser(description="Edit and build at random; compare with clean builds.")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--steps", type=int, default=12)
    asked = parser.parse_args()
    for seed in range(asked.first, asked.first + asked.seeds):
        with tempfile.TemporaryDirectory() as folder:
            torture(seed, asked.steps, Path(folder))
        sys.stdout.write(f"seed {seed}: {asked.steps} steps, each as the clean build\n")


if __name__ == "__main__":
    main()
