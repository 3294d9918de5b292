"""A catalogue of interface words is begun with every word, and brought up to date without a loss."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.editor import catalogue, scaffold
from generator.load import load
from generator.views.interface import every_word


def test_it_has_every_word_and_keeps_what_was_written(tmp_path: Path) -> None:
    root = tmp_path / "explainer"
    scaffold.new(root, "sample")
    done = CliRunner().invoke(main, ["words", "es", str(root)])
    assert done.exit_code == 0, done.output
    path = root / "content" / "words" / "es.po"
    (words,) = load(root).facts.words
    assert {one.id for one in words.messages} == every_word()
    text = path.read_text("utf-8")
    assert "Date" not in text.partition("\n\n")[0]  # the same on every day
    written = text.replace('msgid "Timeline"\nmsgstr ""', 'msgid "Timeline"\nmsgstr "Cronología"')
    shorter = written.replace('msgid "Places"\nmsgstr ""\n', "") + '\nmsgid "Old"\nmsgstr "Viejo"\n'
    path.write_text(shorter, encoding="utf-8")
    _, empty = catalogue.begin(root, "es")
    again = path.read_text("utf-8")
    assert empty == len(every_word()) - 1
    assert 'msgstr "Cronología"' in again and 'msgid "Places"' in again
    assert '#~ msgid "Old"' in again
    assert load(root).problems == ()


@pytest.mark.parametrize("code", ["spanish words", "xx"])
def test_what_is_no_language_is_refused(code: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["words", code, str(tmp_path)])
    assert done.exit_code == 2
    assert f"`{code}`" in done.output
