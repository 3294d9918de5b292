"""The documentation cannot drift: every key, word and command is in it, and its examples hold."""

import re
from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from generator.model import vocabulary
from generator.model.fields import Entry

ROOT = Path(__file__).parent.parent
FORMAT = (ROOT / "docs/about/format.md").read_text(encoding="utf-8")
ANCHORS = {"QuestionHeader": "question", "DayHeader": "days", "ControlChange": "change"}

for _path in sorted((ROOT / "generator/model").glob("*.py")):
    import_module(f"generator.model.{_path.stem}")


def models(base: type[Entry] = Entry) -> Iterator[type[Entry]]:
    for model in base.__subclasses__():
        yield model
        yield from models(model)


MODELS = sorted(models(), key=lambda model: model.__name__)
WORDS = [kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, StrEnum)]
WORDS = [kind for kind in WORDS if kind is not StrEnum]


def section(anchor: str) -> str:
    """The text from a heading with this anchor to the next heading."""
    found = re.search(rf"^#+ .* {{#{anchor}}}\n(.*?)(?=^##|\Z)", FORMAT, re.S | re.M)
    assert found, f"docs/about/format.md has no section with the anchor #{anchor}"
    return found[1]


def rows(text: str) -> dict[str, list[str]]:
    """First cell (in backticks) to the cells after it."""
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in text.splitlines() if line.startswith("| `")]
    return {first.strip().strip("`"): [cell.strip() for cell in rest] for first, *rest in cells}


def anchor_of(model: type[Entry]) -> str:
    return ANCHORS.get(model.__name__, model.__name__.lower())


def own_keys(model: type[Entry]) -> dict[str, bool]:
    """The keys a model adds to those it inherits, and whether each is needed."""
    inherited = {name for base in model.__mro__[1:] if issubclass(base, Entry) for name in base.model_fields}
    fields = {name: field for name, field in model.model_fields.items() if name not in inherited}
    return {field.alias or name: field.is_required() for name, field in fields.items()}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_is_documented_and_no_other(model: type[Entry]) -> None:
    table = rows(section(anchor_of(model)))
    assert {key: cells[0] == "yes" for key, cells in table.items()} == own_keys(model)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_example_of_every_record_is_valid(model: type[Entry]) -> None:
    example = re.search(r"```yaml\n(.*?)```", section(anchor_of(model)), re.S)
    assert example, f"no example for {model.__name__}"
    model.model_validate(yaml.load(example[1], yaml.CBaseLoader))


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_every_word_of_a_closed_list_is_documented_and_no_other(words: type[StrEnum]) -> None:
    anchor = "status" if words is vocabulary.StatusName else words.__name__.lower()
    assert list(rows(section(anchor))) == [word.value for word in words]


def test_links_inside_the_format_page_resolve() -> None:
    anchors = set(re.findall(r"\{#([a-z]+)\}", FORMAT))
    assert set(re.findall(r"\]\(#([a-z]+)\)", FORMAT)) <= anchors


def commands() -> set[str]:
    from generator.cli import main

    return set(main.commands)


def documented_commands() -> set[str]:
    table = (ROOT / "README.md").read_text(encoding="utf-8")
    return {row.split()[1] for row in rows(table) if row.startswith("explainer ")}


def test_every_command_is_documented_and_no_other() -> None:
    assert documented_commands() == commands()


def test_every_target_that_the_readme_names_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = set()
    for page in ("README.md", "CONTRIBUTING.md"):
        named |= set(
            re.findall(r"\bmake ([a-z-]+)", "\n".join(code((ROOT / page).read_text(encoding="utf-8"))))
        )
    assert named
    assert named <= targets


def code(page: str) -> list[str]:
    """What a Markdown page sets as code: spans, and lines indented by four."""
    return re.findall(r"`([^`\n]+)`", page) + re.findall(r"^    (.*)$", page, re.M)
