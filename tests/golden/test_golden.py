"""The whole Markdown tree of the invented country, in English and right to left in Arabic."""

import difflib
from pathlib import Path

import pytest

from generator.pages.render import render
from tests.world import world

HERE = Path(__file__).parent
ACCEPT = "make golden"


def _expected(language: str) -> dict[str, str]:
    root = HERE / language
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob("*.md"))}


def _accept(language: str, pages: dict[str, str]) -> None:
    root = HERE / language
    for path in _expected(language).keys() - pages.keys():
        (root / path).unlink()
    for path, text in pages.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


def _difference(path: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"accepted/{path}", f"now/{path}", lineterm=""
    )
    return "\n".join(lines)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_say_what_was_accepted(language: str, pytestconfig: pytest.Config) -> None:
    pages = {page.path: page.text for page in render(world(), language)}
    if pytestconfig.getoption("--accept"):
        _accept(language, pages)
    expected = _expected(language)
    changed = [path for path in sorted(expected | pages) if expected.get(path) != pages.get(path)]
    shown = "\n".join(_difference(path, expected.get(path, ""), pages.get(path, "")) for path in changed[:5])
    assert not changed, f"{len(changed)} pages changed; if they are right: {ACCEPT}\n{shown}"


def test_rendering_twice_gives_the_same_bytes() -> None:
    assert render(world(), "en") == render(world(), "en")
