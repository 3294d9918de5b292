"""The Nu validator finds no error on any kind of page."""

import json
import re
import subprocess
from typing import Any

import pytest

from tests.browser.budgets import LEDGER
from tests.browser.kinds import kinds
from tests.browser.tools import VALIDATOR, needed
from tests.built import built, stored_pages

# Of the theme, and of no harm to anybody. Each is let through only for the element named here.
THEME = {
    # Keeps browsers from restoring the open drawer; ignored by those that do not know it there.
    "Attribute “autocomplete” is only allowed when the input type is": 'class="md-toggle"',
    # The label's box exists only when the table of contents is part of the menu.
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control.": (
        '<label class="md-nav__title" for="__toc">'
    ),
}


def _of_the_theme(message: dict[str, Any]) -> bool:
    return any(
        message["message"].startswith(words) and element in message.get("extract", "")
        for words, element in THEME.items()
    )


def _messages(files: list[str]) -> list[dict[str, Any]]:
    command = ["java", "-jar", str(needed(VALIDATOR)), "--format", "json", "--stdout", "--exit-zero-always"]
    run = subprocess.run([*command, *files], capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stderr[-2000:]
    return json.loads(run.stdout)["messages"]


def _line(message: dict[str, Any]) -> str:
    page = message["url"].partition("/site/")[2]
    extract = re.sub(r"\s+", " ", message.get("extract", "")).strip()
    return f"{page}:{message.get('lastLine', '')}: {message['message']} ... {extract}"


@pytest.mark.parametrize("name", ["default", "world", "arabic"])
def test_the_html_is_valid(name: str) -> None:
    site = built(name)
    every = name != "default"  # one page of each kind of the big site, all pages of the small ones
    files = [site / path / "index.html" for path in kinds(site).values()]
    files = stored_pages(site) if every else [*files, site / "404.html"]
    wrong = [
        _line(message)
        for message in _messages([str(file) for file in files])
        if message["type"] == "error" and not _of_the_theme(message)
    ]
    LEDGER.record(f"Nu validator: {name}", "0", f"{len(wrong)} on {len(files)} pages")
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


def test_a_mistake_is_found(tmp_path) -> None:
    (tmp_path / "wrong.html").write_text("<!doctype html><html lang=en><title>Wrong</title><p><div></p>")
    assert [message for message in _messages([str(tmp_path / "wrong.html")]) if not _of_the_theme(message)]
