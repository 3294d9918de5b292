"""What an edit changes is told before it is published, and is what then changes."""

import json
import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import BuildOptions, build
from generator.cli import main
from generator.editor.diff import Diff, compare
from generator.problems import ContentError
from generator.site import search
from tests.built import REPOSITORY
from tests.site.tiny import edit, tiny

EDITS = 50
SEED = 20180402
EDITED = r"(published|by|says|title|name|value): "


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path / "explainer")


def git(root: Path, *words: str) -> None:
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    subprocess.run(["git", "-C", str(root), *identity, *words], check=True, capture_output=True)


def committed(root: Path) -> Path:
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "First")
    return root


def told(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["diff", *words])
    return done.exit_code, done.output


def test_an_edit_is_compared_with_the_last_commit(root: Path) -> None:
    committed(root)
    assert told("--root", str(root)) == (0, "Nothing that readers see changes.\n")
    edit(root, "Nobody has crossed.", "Nobody came over.")
    code, said = told("--root", str(root))
    assert code == 0
    assert "Nobody has crossed" in said and "Nobody came over" in said
    found = json.loads(told("--root", str(root), "--format", "json")[1])
    assert "events/bridge-taken.md" in found["pages"]["en"]["changed"]
    assert found["languages"] == ["en"]
    assert told("HEAD", "HEAD", "--root", str(root))[1] == "Nothing that readers see changes.\n"


def test_markdown_for_a_pull_request_holds_no_markup_of_the_facts(root: Path) -> None:
    committed(root)
    edit(root, "Nobody has crossed.", '"Nobody <b>came</b> [over](x)."')
    said = told("--root", str(root), "--format", "markdown")[1]
    assert "### Sentences" in said
    assert "<b>" not in said and "[over](x)" not in said


def test_what_cannot_be_compared_is_said(root: Path) -> None:
    code, said = told("nowhere", "--root", str(root))
    assert code == 2
    assert "`nowhere` is neither a folder" in said
    edit(root, "by: upper-guard", "by: uper-guard")
    code, said = told(str(root), "--root", str(root))
    assert code == 1
    assert "unknown-id" in said and "Traceback" not in said


def shown(site: Path) -> dict[str, str]:
    """The pages of a built site by their file below docs/, as readers see them."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        below = path.relative_to(site).as_posix()
        pages[below] = path.read_text("utf-8")
    return pages


def addresses(found: Diff) -> set[str]:
    """Where the pages are that are said to differ."""
    files = {path for one in found.pages.values() for path in (*one.new, *one.changed, *one.gone)}
    return {
        path.replace(".md", ".html") if path.endswith("index.md") else f"{path[:-3]}/index.html"
        for path in files
    }


SPEAKERS = ("upper-guard", "lower-council", "lantern-staff")


# What may be put into the facts: a source is retracted, words are taken back, words become a denial.
TAKEN = (
    (r"(?m)^(  published: .*)$", r"\1\n  retracted: {on: 2018-04-20, why: It was of another year.}"),
    (r"(by: [a-z-]+)(?=[,}])", r"\1, stance: withdraws"),
    (r"(by: [a-z-]+)(?=[,}])", r"\1, stance: denies"),
)


def random_edit(root: Path, chance: random.Random) -> None:
    """Retract a source, take words back, or change one line of the facts: words, a date, a speaker."""
    if chance.random() < 0.3:
        take_back(root, chance)
    else:
        change_line(root, chance)


def take_back(root: Path, chance: random.Random) -> None:
    pattern, new = chance.choice(TAKEN)
    texts = {path: path.read_text("utf-8") for path in sorted((root / "content").glob("*.yml"))}
    found = [(path, one) for path, text in texts.items() for one in re.finditer(pattern, text)]
    path, one = chance.choice(found)
    text = f"{texts[path][: one.start()]}{one.expand(new)}{texts[path][one.end() :]}"
    path.write_text(text, encoding="utf-8")


def change_line(root: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((root / "content").glob("*.yml")))
    lines = path.read_text("utf-8").split("\n")
    number = chance.choice([at for at, line in enumerate(lines) if re.search(EDITED, line)])
    for pattern, new in (
        (r"(?<=published: 2018-04-)\d\d", f"{chance.randint(1, 25):02}"),
        (r"(?<=by: )[a-z-]+", chance.choice(SPEAKERS)),
        (r"(?<=says: )\w+", f"Number {chance.randint(1, 99)}"),
        (r"(?<=title: )\w+", f"Title {chance.randint(1, 99)}"),
        (r"(?<=name: )\w+", f"Name {chance.randint(1, 99)}"),
        (r"(?<=value: )\d+", str(chance.randint(1, 99))),
    ):
        if chance.random() < 0.6:  # several things of one line may change at once
            lines[number] = re.sub(pattern, new, lines[number])
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.builds
def test_the_pages_said_to_change_are_those_that_do(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What front matter says is shown by our theme alone.
    shutil.copytree(REPOSITORY / "theme", root / "theme")
    edit(root, "font: false}", "font: false, custom_dir: theme}", "mkdocs.yml")
    # An index changes no page, and fifty of them take their time.
    monkeypatch.setattr(search, "search_bundle", lambda pages, store: {})
    chance = random.Random(SEED)
    bare = BuildOptions(finish=False, editions=False)
    before = shown(build(root, bare).site)
    edits = 0
    while edits < EDITS:
        aside = tmp_path / "aside"
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(root, aside, ignore=shutil.ignore_patterns(".explainer", "site"))
        random_edit(root, chance)
        try:
            found = compare(root, str(aside), "")
        except ContentError:
            shutil.rmtree(root / "content")
            shutil.copytree(aside / "content", root / "content")
            continue
        after = shown(build(root, bare).site)
        differ = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        assert found.looks or differ == addresses(found)
        before, edits = after, edits + 1
